// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/recipients.h"

#include "exchange/cellvalues.h"
#include "exchange/contactscsv.h"
#include "exchange/emailcells.h"
#include "exchange/encodedwords.h"
#include "exchange/mailheaders.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

/// Nothing but such headers, each on one line or on several (RFC 5322, 2.2.3).
bool isHead(const QString &text)
{
    bool isBelow = false;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const bool goesOn = isBelow && line[0].isSpace();
        if (!goesOn && !line.trimmed().isEmpty() && !line.contains(headerOfPeople())) {
            return false;
        }
        isBelow = true;
    }
    return isBelow;
}

/// Words that are no name, and a name that cannot be read, are kept beside. What has no address is a row of
/// its own, to be told.
QByteArray tableOf(const EmailCell &cell)
{
    const auto isOdd = [](const CellAddress &found) {
        return holdsEncodedWords(found.name) || (found.name.isEmpty() && !found.words.isEmpty());
    };
    const QStringList columns {u"Name"_s, u"Email"_s, u"Written as"_s};
    const qsizetype count = std::ranges::any_of(cell.addresses, isOdd) ? 3 : 2;
    QByteArray table = csvRow(columns.first(count), CsvStyle::raw);
    for (const CellAddress &found : cell.addresses) {
        const QString name = withoutApostrophes(found.name); // Outlook puts them around
        const QStringList row = !found.isUsable() ? QStringList {{}, found.written, {}}
                : isOdd(found)                    ? QStringList {{}, found.address, found.words}
                                                  : QStringList {name, found.address, {}};
        table += csvRow(row.first(count), CsvStyle::raw);
    }
    for (const QString &part : cell.rest) {
        table += csvRow(QStringList {{}, part, {}}.first(count), CsvStyle::raw);
    }
    return table;
}

} // namespace

std::optional<QByteArray> tableOfRecipients(std::string_view text)
{
    constexpr size_t longest = 256 * 1024; // nobody writes to more
    if (text.size() > longest || !text.contains('@')) {
        return std::nullopt;
    }
    QString list = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    list.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    const bool isOfMessage = isHead(list);
    if (!isOfMessage && !list.contains(u'<')) {
        return std::nullopt;
    }
    static const QRegularExpression folding(u"\\n[ \\t]+(?=\\S)"_s);
    if (isOfMessage) {
        list.replace(folding, u" "_s);
    }
    const EmailCell cell = emailsFrom(list.remove(headerOfPeople()));
    const bool isPlain = cell.rest.isEmpty() && std::ranges::all_of(cell.addresses, &CellAddress::isUsable);
    const bool isList = cell.hasAddress() && (isOfMessage || (isPlain && !cell.displayName().isEmpty()));
    return isList ? std::optional(tableOf(cell)) : std::nullopt;
}

} // namespace crema::exchange
