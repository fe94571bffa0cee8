// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/recipients.h"

#include "exchange/cellvalues.h"
#include "exchange/contactscsv.h"

#include <QString>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

std::optional<QByteArray> tableOfRecipients(std::string_view text)
{
    constexpr size_t longest = 256 * 1024; // nobody writes to more
    if (text.size() > longest || !text.contains('<') || !text.contains('@')) {
        return std::nullopt;
    }
    const auto size = static_cast<qsizetype>(text.size());
    const EmailCell cell = emailsFrom(QString::fromUtf8(text.data(), size).replace(u'\r', u'\n'));
    const bool named = std::ranges::any_of(cell.names, [](const QString &name) { return !name.isEmpty(); });
    if (cell.addresses.isEmpty() || !cell.rejected.isEmpty() || !named) {
        return std::nullopt;
    }
    QByteArray table = "Name,Email\n";
    for (qsizetype i = 0; i < cell.addresses.size(); ++i) {
        table += csvCell(cell.names[i], CsvStyle::raw) + ',' + csvCell(cell.addresses[i], CsvStyle::raw)
                + '\n';
    }
    return table;
}

} // namespace crema::exchange
