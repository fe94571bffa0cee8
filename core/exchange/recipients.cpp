// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/recipients.h"

#include "exchange/cellvalues.h"
#include "exchange/contactscsv.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

/// "=?UTF-8?Q?J=C3=B6rg?=" (RFC 2047): no name to write to anybody.
bool isEncoded(const QString &name)
{
    return name.contains("=?"_L1) && name.contains("?="_L1);
}

} // namespace

std::optional<QByteArray> tableOfRecipients(std::string_view text)
{
    constexpr size_t longest = 256 * 1024; // nobody writes to more
    if (text.size() > longest || !text.contains('<') || !text.contains('@')) {
        return std::nullopt;
    }
    // The name of the header in front, as it is copied with the line.
    static const QRegularExpression header(
            u"^\\s*(?:To|Cc|Bcc|From|Reply-To|An|Kopie|Von|À|De|Para|A|Da|Aan)\\s*:"_s,
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    const auto size = static_cast<qsizetype>(text.size());
    QString list = QString::fromUtf8(text.data(), size).replace(u'\r', u'\n');
    const EmailCell cell = emailsFrom(list.remove(header));
    const bool named = std::ranges::any_of(cell.names, [](const QString &name) { return !name.isEmpty(); });
    if (cell.addresses.isEmpty() || !cell.rejected.isEmpty() || !named) {
        return std::nullopt;
    }
    const bool anyEncoded = std::ranges::any_of(cell.names, isEncoded);
    const QStringList columns {u"Name"_s, u"Email"_s, u"Written as"_s};
    const qsizetype count = anyEncoded ? 3 : 2;
    QByteArray table = csvRow(columns.first(count), CsvStyle::raw);
    for (qsizetype i = 0; i < cell.addresses.size(); ++i) {
        const QString name = withoutApostrophes(cell.names[i]); // Outlook puts them around
        const QStringList row = isEncoded(name) ? QStringList {{}, cell.addresses[i], name}
                                                : QStringList {name, cell.addresses[i], {}};
        table += csvRow(row.first(count), CsvStyle::raw);
    }
    return table;
}

} // namespace crema::exchange
