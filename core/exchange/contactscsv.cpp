// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/contactscsv.h"

#include "exchange/flatfields.h"
#include "exchange/formulaguard.h"
#include "model/contactdocument.h"

#include <string_view>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

/// Excel in much of Europe cuts at semicolons, so those are quoted too; blanks at the ends must not be
/// trimmed away.
bool mustQuote(std::string_view cell)
{
    return cell.find_first_of(",;\t\"\r\n|") != std::string_view::npos || cell.starts_with(' ')
            || cell.ends_with(' ');
}

QByteArray quoted(const QByteArray &cell)
{
    QByteArray inner = cell;
    inner.replace('"', "\"\"");
    return '"' + inner + '"';
}

} // namespace

QByteArray contactsCsv(std::span<const Contact> contacts, CsvStyle style, const QStringList &fields)
{
    const bool raw = style == CsvStyle::raw;
    const QStringList columns = fields.isEmpty() ? documentFields() : fields;
    QByteArray csv = raw ? QByteArray() : QByteArray("\xEF\xBB\xBF");
    csv += csvRow(raw ? columns + QStringList {u"id"_s, u"crema"_s} : columns, style);
    for (const Contact &contact : contacts) {
        const Json document = toDocument(contact);
        QStringList cells;
        cells.reserve(columns.size() + 2);
        for (const QString &column : columns) {
            cells << flatText(document, column);
        }
        if (raw) {
            cells << contact.id << QString::fromUtf8(toBytes(toFullDocument(contact)));
        }
        csv += csvRow(cells, style);
    }
    return csv;
}

QByteArray csvRow(const QStringList &cells, CsvStyle style)
{
    QByteArrayList written;
    written.reserve(cells.size());
    for (const QString &cell : cells) {
        written << csvCell(cell, style);
    }
    return written.join(',') + "\r\n";
}

QByteArray csvCell(const QString &value, CsvStyle style)
{
    const QByteArray cell = value.toUtf8();
    const std::string_view view(cell.constData(), static_cast<size_t>(cell.size()));
    if (style == CsvStyle::excelSafe && needsGuard(view)) {
        return quoted('\'' + cell);
    }
    return mustQuote(view) ? quoted(cell) : cell;
}

} // namespace crema::exchange
