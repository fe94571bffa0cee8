// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/celltext.h"

#include "base/text.h"
#include "exchange/csvreader.h"
#include "exchange/formulaguard.h"
#include "exchange/personnames.h"
#include "model/status.h"

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

const QString cellFormat = u"application/x-crema-cell"_s;
constexpr qsizetype longestInNotice = 60;

bool needsGuard(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    return exchange::needsGuard({utf8.constData(), static_cast<size_t>(utf8.size())});
}

/// What a spreadsheet could call something by: "=HYPERLINK(...)", "+cmd|...". Not "+1 (212) 555-0100" or
/// "- met in Bern".
bool mayCall(const QString &text)
{
    const auto isOfCall = [](QChar c) { return u"(|!"_s.contains(c); };
    return needsGuard(text) && hasLetter(text)
            && (text.trimmed().startsWith(u'=') || std::ranges::any_of(text, isOfCall));
}

/// A spreadsheet takes each line, and what stands behind a tab, for a cell.
QString withoutCalls(const QString &text)
{
    QString harmless;
    qsizetype begin = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && !u"\t\n\r"_s.contains(text[i])) {
            continue;
        }
        const QString cell = text.sliced(begin, i - begin);
        harmless += (mayCall(cell) ? u"'"_s : QString()) + cell;
        if (i < text.size()) {
            harmless += text[i];
        }
        begin = i + 1;
    }
    return harmless;
}

QString asCell(const QString &text)
{
    QString cell = needsGuard(text) ? u'\'' + text : text;
    if (cell.contains(u'\t') || cell.contains(u'\n') || cell.contains(u'"')) {
        cell = u'"' + cell.replace(u'"', "\"\""_L1) + u'"';
    }
    return cell;
}

std::optional<ContactColumn> columnTitled(const QString &title)
{
    const QString wanted = fold(title.trimmed());
    for (int column = 0; column < contactColumnCount; ++column) {
        if (fold(specOf(contactColumnAt(column)).title) == wanted) {
            return contactColumnAt(column);
        }
    }
    return {};
}

/// The columns a first row names; empty when one of its cells is no title.
QVector<ContactColumn> columnsNamed(const QStringList &cells)
{
    QVector<ContactColumn> columns;
    for (const QString &cell : cells) {
        const auto column = columnTitled(cell);
        if (!column) {
            return {};
        }
        columns << *column;
    }
    return columns;
}

bool isWritable(ContactColumn column)
{
    return column == ContactColumn::name || !specOf(column).field.isEmpty();
}

flows::FieldValues valuesFor(ContactColumn column, const QString &text)
{
    if (column != ContactColumn::name) {
        return {{specOf(column).field, text}};
    }
    const exchange::PersonName name = exchange::nameFrom(cleanLine(text));
    return {{u"firstName"_s, name.middle.isEmpty() ? name.first : name.first + u' ' + name.middle},
            {u"lastName"_s, name.last}};
}

struct CheckedValue
{
    flows::FieldValues values;
    QString problem;
};

/// Many rows hold the same: each text of a column is checked once, up to so many of them.
class ValueChecks
{
public:
    CheckedValue of(ContactColumn column, const QString &text)
    {
        const std::pair key(static_cast<int>(column), text);
        if (const auto known = m_known.constFind(key); known != m_known.constEnd()) {
            return *known;
        }
        const flows::FieldValues values = valuesFor(column, text);
        const CheckedValue checked {values,
                                    fieldProblem(values.constFirst().first, values.constFirst().second)};
        if (m_known.size() < mostKnown) {
            m_known.insert(key, checked);
        }
        return checked;
    }

private:
    static constexpr qsizetype mostKnown = 4096;
    QHash<std::pair<int, QString>, CheckedValue> m_known;
};

/// What a row of the table gives whoever it is for.
struct CheckedRow
{
    flows::FieldValues values;
    QVector<CellProblem> problems;
    int cells = 0;
};

CheckedRow checkedRow(ValueChecks &checks, const QStringList &cells, const QVector<ContactColumn> &columns)
{
    CheckedRow row;
    for (qsizetype i = 0; i < std::min(cells.size(), columns.size()); ++i) {
        if (!isWritable(columns[i])) {
            continue;
        }
        const CheckedValue checked = checks.of(columns[i], cells[i]);
        if (checked.problem.isEmpty()) {
            row.values += checked.values;
            ++row.cells;
        } else {
            row.problems << CellProblem {0, columns[i], cells[i], checked.problem};
        }
    }
    return row;
}

void addRow(PastePlan &plan, qint64 rid, const CheckedRow &row)
{
    plan.cells += row.cells;
    for (CellProblem problem : row.problems) {
        problem.rid = rid;
        plan.problems << problem;
    }
    if (!row.values.isEmpty()) {
        plan.rows << flows::RowEdit {rid, row.values};
    }
}

bool sets(const flows::FieldValues &values, const QString &field)
{
    return std::ranges::find(values, field, &std::pair<QString, QString>::first) != values.end();
}

bool sets(const flows::FieldValues &values, ContactColumn column)
{
    return column == ContactColumn::name ? sets(values, u"firstName"_s) && sets(values, u"lastName"_s)
                                         : sets(values, specOf(column).field);
}

/// Those in whose place something is pasted; they are few.
CellTexts replacedOf(const CellTexts &refused, const PastePlan &plan)
{
    CellTexts replaced;
    for (auto text = refused.cbegin(); text != refused.cend(); ++text) {
        const auto &[rid, column] = text.key();
        const auto row = std::ranges::find(plan.rows, rid, &flows::RowEdit::rid);
        if (row != plan.rows.end() && sets(row->values, contactColumnAt(column))) {
            replaced.insert(text.key(), text.value());
        }
    }
    return replaced;
}

/// Columns of the table behind the last one here; those that are empty are no loss.
int columnsBeyond(const QVector<QStringList> &table, qsizetype columns, qsizetype rows)
{
    qsizetype widest = columns;
    for (const QStringList &cells : table.first(rows)) {
        const auto last = std::find_if(cells.crbegin(), cells.crend(),
                                       [](const QString &cell) { return !cell.trimmed().isEmpty(); });
        widest = std::max(widest, static_cast<qsizetype>(std::distance(last, cells.crend())));
    }
    return static_cast<int>(widest - columns);
}

QStringList otherStatuses(const PastePlan &plan)
{
    QStringList made;
    QString before; // the same in many rows
    for (const flows::RowEdit &row : plan.rows) {
        for (const auto &[field, value] : row.values) {
            if (field != "status"_L1 || value == before) {
                continue;
            }
            before = value;
            const QString status = normalisedStatus(value);
            if (!status.isEmpty() && !contactStatuses().contains(status) && !made.contains(status)) {
                made << status;
            }
        }
    }
    return made;
}

} // namespace

QString asTable(const QVector<QStringList> &rows)
{
    QString text;
    for (const QStringList &cells : rows) {
        for (qsizetype i = 0; i < cells.size(); ++i) {
            text += (i > 0 ? u"\t"_s : QString()) + asCell(cells[i]);
        }
        text += u'\n';
    }
    return text;
}

QVector<QStringList> tableIn(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    exchange::CsvReader reader({utf8.constData(), static_cast<size_t>(utf8.size())}, {'\t', 0});
    QVector<QStringList> rows;
    exchange::CsvRow row;
    while (reader.next(row)) {
        QStringList cells;
        for (const std::string_view cell : row.cells) {
            const std::string_view plain = exchange::withoutGuard(cell);
            cells << QString::fromUtf8(plain.data(), static_cast<qsizetype>(plain.size()));
        }
        rows << cells;
    }
    while (!rows.isEmpty() && rows.constLast().join(QString()).isEmpty()) {
        rows.removeLast(); // a line end behind the last row
    }
    return rows;
}

std::unique_ptr<QMimeData> asClipboardCell(const QString &text)
{
    auto cell = std::make_unique<QMimeData>();
    cell->setText(withoutCalls(text));
    cell->setData(cellFormat, text.toUtf8());
    return cell;
}

QVector<QStringList> tableIn(const QMimeData &clipboard)
{
    return clipboard.hasFormat(cellFormat)
            ? QVector<QStringList> {QStringList {QString::fromUtf8(clipboard.data(cellFormat))}}
            : tableIn(clipboard.text());
}

QString textInNotice(const QString &text)
{
    return elided(cleanLine(text), longestInNotice);
}

bool PastePlan::isPlain() const
{
    const bool isTold = replaced.isEmpty()
            || (replaced.size() == 1 && textInNotice(*replaced.cbegin()) == *replaced.cbegin());
    return isTold && problems.isEmpty() && cut == 0 && beyond == 0 && otherStatuses.isEmpty();
}

PastePlan planPaste(QVector<QStringList> table, const PasteTarget &target)
{
    PastePlan plan;
    QVector<ContactColumn> columns = target.columns;
    if (table.size() > 1) {
        if (const auto named = columnsNamed(table.constFirst()); !named.isEmpty()) {
            columns = named;
            table.removeFirst();
        }
    }
    qsizetype widest = 0;
    for (const QStringList &cells : std::as_const(table)) {
        widest = std::max(widest, cells.size());
    }
    const bool fill = table.size() == 1 && target.fill;
    const qsizetype rows = fill ? target.rids.size() : std::min(table.size(), target.rids.size());
    plan.beyond = columnsBeyond(table, columns.size(), std::min(rows, table.size()));
    columns.resize(std::min(columns.size(), widest));
    ValueChecks checks;
    CheckedRow row;
    for (qsizetype i = 0; i < rows; ++i) {
        if (!fill || i == 0) {
            row = checkedRow(checks, std::as_const(table)[i], columns);
        }
        addRow(plan, target.rids[i], row);
    }
    plan.otherStatuses = otherStatuses(plan);
    plan.replaced = replacedOf(target.refused, plan);
    plan.cut = fill ? 0 : static_cast<int>(table.size() - rows);
    return plan;
}

bool looksLikePeople(const QVector<QStringList> &table)
{
    if (table.size() < 2) {
        return false;
    }
    const auto titles = std::ranges::count_if(
            table.constFirst(), [](const QString &cell) { return columnTitled(cell).has_value(); });
    return titles >= 2;
}

} // namespace crema::ui
