// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/recipients.h"

#include "exchange/cellvalues.h"
#include "exchange/contactscsv.h"

#include <QRegularExpression>
#include <QString>

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

/// Encoded words (RFC 2047) as text.
QString decoded(const QString &name)
{
    static const bool ready = (g_mime_init(), true);
    Q_ASSERT(ready);
    const std::unique_ptr<char, decltype(&g_free)> text(
            g_mime_utils_header_decode_text(nullptr, name.toUtf8().constData()), g_free);
    return QString::fromUtf8(text.get());
}

/// Without the apostrophes that Outlook puts around.
QString readableName(const QString &name)
{
    return withoutApostrophes(name.contains("=?"_L1) ? decoded(name) : name);
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
    QByteArray table = "Name,Email\n";
    for (qsizetype i = 0; i < cell.addresses.size(); ++i) {
        table += csvCell(readableName(cell.names[i]), CsvStyle::raw) + ','
                + csvCell(cell.addresses[i], CsvStyle::raw) + '\n';
    }
    return table;
}

} // namespace crema::exchange
