// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of our own raw export: the record itself stands in one column as JSON, and the flat columns beside it
// tell what was edited in between.
#include "base/dates.h"
#include "base/text.h"
#include "exchange/cellvalues.h"
#include "exchange/flatfields.h"
#include "exchange/rowparts.h"
#include "model/contactdocument.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

bool isDate(const QString &field)
{
    return field.endsWith("Date"_L1) || field == "connectedOn"_L1;
}

/// A spreadsheet shows dates its own way when it saves; only one written as ours is an edit.
bool isEdit(const QString &field, const QString &before, const QString &cell)
{
    if (cell == before || cleanText(cell) == cleanText(before)) {
        return false;
    }
    return !isDate(field) || cell.isEmpty() || QDate::fromString(cell, Qt::ISODate).isValid();
}

} // namespace

QString tagCell(const QString &tag)
{
    const bool isCut = std::ranges::any_of(tag, [](QChar c) { return u",;|"_s.contains(c); })
            || tag.contains(":::"_L1) || tag.startsWith(u'#');
    return isCut && !tag.contains(u'"') ? u'"' + tag + u'"' : tag;
}

QString flatText(const Json &document, const QString &field)
{
    const QByteArray key = field.toLatin1();
    if (field != "tags"_L1) {
        return textAt(document, key.constData());
    }
    QStringList tags = textsAt(document, key.constData());
    std::ranges::transform(tags, tags.begin(), tagCell);
    return tags.join(u", "_s);
}

std::optional<Contact> RowReader::wholeRecord(const CsvRow &row, QVector<RowNote> &notes) const
{
    const auto column = std::ranges::find(m_columns, Field::wholeRecord,
                                          [](const Column &c) { return c.target.field; });
    const auto index = static_cast<size_t>(column - m_columns.begin());
    if (column == m_columns.end() || index >= row.cells.size() || row.cells[index].empty()) {
        return std::nullopt;
    }
    const std::string_view cell = row.cells[index];
    const auto document = parseJson(QByteArrayView(cell.data(), static_cast<qsizetype>(cell.size())));
    if (!document || !document->is_object()) {
        notes << RowNote {row.row,
                          QCoreApplication::translate(
                                  "import",
                                  "the column \"crema\" is damaged (a spreadsheet cuts long cells); "
                                  "the other columns were read instead")};
        return std::nullopt;
    }
    Contact contact = contactFromDocument(*document);
    const Json flat = toDocument(contact);
    for (size_t i = 0; i < std::min(row.cells.size(), m_columns.size()); ++i) {
        const QString &field = m_columns[i].header;
        if (!documentFields().contains(field)) {
            continue;
        }
        const QString text = QString::fromUtf8(row.cells[i].data(),
                                               static_cast<qsizetype>(row.cells[i].size()));
        if (!isEdit(field, flatText(flat, field), text)) {
            continue;
        }
        if (field == "tags"_L1) {
            // Before tags with a comma were quoted, the same text stood there without the marks.
            contact.tags = text == contact.tags.join(u", "_s) ? contact.tags : tagsFrom(text);
            continue;
        }
        if (const auto edited = setDocumentField(contact, field, text); !edited) {
            notes << RowNote {row.row, edited.error().text};
        }
    }
    return contact;
}

} // namespace crema::exchange
