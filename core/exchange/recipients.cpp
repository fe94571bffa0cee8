// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/recipients.h"

#include "exchange/cellvalues.h"
#include "exchange/contactscsv.h"
#include "exchange/emailcells.h"
#include "exchange/encodedwords.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

/// The name of the header in front, as it is copied with the line.
const QRegularExpression &header()
{
    static const QRegularExpression name(
            u"^\\s*(?:To|Cc|Bcc|From|Reply-To|An|Kopie|Von|À|De|Para|A|Da|Aan)\\s*:"_s,
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    return name;
}

/// Nothing but such headers, each on one line or on several (RFC 5322, 2.2.3).
bool isHead(const QString &text)
{
    bool isBelow = false;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const bool goesOn = isBelow && line[0].isSpace();
        if (!goesOn && !line.trimmed().isEmpty() && !line.contains(header())) {
            return false;
        }
        isBelow = true;
    }
    return isBelow;
}

/// A name that cannot be read is kept beside; what is no address is a row of its own, to be told.
QByteArray tableOf(const EmailCell &cell)
{
    const bool anyOdd = !cell.rejected.isEmpty() || std::ranges::any_of(cell.names, holdsEncodedWords);
    const QStringList columns {u"Name"_s, u"Email"_s, u"Written as"_s};
    const qsizetype count = anyOdd ? 3 : 2;
    QByteArray table = csvRow(columns.first(count), CsvStyle::raw);
    for (qsizetype i = 0; i < cell.addresses.size(); ++i) {
        const QString name = withoutApostrophes(cell.names[i]); // Outlook puts them around
        const QStringList row = holdsEncodedWords(name) ? QStringList {{}, cell.addresses[i], name}
                                                        : QStringList {name, cell.addresses[i], {}};
        table += csvRow(row.first(count), CsvStyle::raw);
    }
    for (const QString &part : cell.rejected) {
        table += csvRow({{}, {}, part}, CsvStyle::raw);
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
    const EmailCell cell = emailsFrom(list.remove(header()));
    const bool named = std::ranges::any_of(cell.names, [](const QString &name) { return !name.isEmpty(); });
    const bool isList = !cell.addresses.isEmpty() && (isOfMessage || (cell.rejected.isEmpty() && named));
    return isList ? std::optional(tableOf(cell)) : std::nullopt;
}

} // namespace crema::exchange
