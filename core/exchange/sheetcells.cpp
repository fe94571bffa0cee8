// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sheetcells.h"

#include "base/text.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

constexpr qsizetype mostNotes = 50;
constexpr qsizetype longestFormula = 80;

/// Line ends are '\n'; what no text holds is a blank.
QString clean(QStringView value)
{
    QString text = value.toString();
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    for (QChar &c : text) {
        if (c < u' ' && c != u'\n' && c != u'\t') {
            c = u' ';
        }
    }
    return text;
}

bool isPlain(QStringView value)
{
    return std::ranges::none_of(value, [](QChar c) { return c < u' '; });
}

} // namespace

void CellNotes::add(int row, const QString &text)
{
    if (first.size() < mostNotes) {
        first << RowNote {row, text};
    } else {
        ++more;
    }
}

void SheetCells::add(int row, int column, QStringView value)
{
    if (value.isEmpty()) {
        return;
    }
    const QByteArray utf8 = isPlain(value) ? value.toUtf8() : clean(value).toUtf8();
    add(row, column, std::string_view(utf8.constData(), static_cast<size_t>(utf8.size())));
}

void SheetCells::add(int row, int column, std::string_view utf8)
{
    if (!utf8.empty()) {
        const auto size = static_cast<qsizetype>(utf8.size());
        cells << SheetCell {row, column, text.size(), size};
        text.append(utf8.data(), size);
    }
}

void SheetCells::addLink(int row, int column, const QString &target)
{
    const QString plain = linkTarget(target);
    if (!plain.isEmpty()) {
        links << SheetLink {row, column, plain};
    }
}

std::string_view SheetCells::textOf(const SheetCell &cell) const
{
    return {text.constData() + cell.at, static_cast<size_t>(cell.size)};
}

QString SheetCells::valueOf(const SheetCell &cell) const
{
    return QString::fromUtf8(text.constData() + cell.at, cell.size);
}

qint64 SheetCells::bytes() const
{
    constexpr qint64 aLink = 200;
    return text.size() + cells.size() * static_cast<qint64>(sizeof(SheetCell)) + links.size() * aLink;
}

QString cellName(int row, int column)
{
    QString name;
    for (; column > 0; column = (column - 1) / 26) {
        name.prepend(QChar(u'A' + (column - 1) % 26));
    }
    return name + QString::number(row);
}

std::optional<CellPlace> cellPlace(QStringView name)
{
    CellPlace place;
    qsizetype i = 0;
    for (; i < name.size() && name[i].toUpper() >= u'A' && name[i].toUpper() <= u'Z'; ++i) {
        place.column = place.column * 26 + (name[i].toUpper().unicode() - u'A' + 1);
        if (place.column > mostSheetColumns) {
            return std::nullopt;
        }
    }
    for (; i < name.size() && name[i] >= u'0' && name[i] <= u'9'; ++i) {
        place.row = place.row * 10 + name[i].digitValue();
        if (place.row > mostSheetRows) {
            return std::nullopt;
        }
    }
    return i == name.size() ? std::optional(place) : std::nullopt;
}

QVector<Record> firstRecords(const SheetCells &sheet, qsizetype most)
{
    QVector<Record> records;
    for (const SheetCell &cell : sheet.cells) {
        if (records.isEmpty() || records.constLast().row != cell.row) {
            if (records.size() == most) {
                break;
            }
            records << Record {cell.row, {}};
        }
        QStringList &cells = records.last().cells;
        cells.resize(std::max<qsizetype>(cells.size(), cell.column));
        cells[cell.column - 1] = sheet.valueOf(cell).trimmed();
    }
    records.removeIf([](const Record &record) {
        return std::ranges::all_of(record.cells, [](const QString &cell) { return cell.isEmpty(); });
    });
    return records;
}

QString linkTarget(const QString &address)
{
    const QString plain = address.trimmed();
    const bool isMail = plain.startsWith("mailto:"_L1, Qt::CaseInsensitive);
    if (!isMail && !plain.startsWith("tel:"_L1, Qt::CaseInsensitive)) {
        return plain;
    }
    const QString target = plain.sliced(plain.indexOf(u':') + 1).section(u'?', 0, 0);
    return QUrl::fromPercentEncoding(target.toUtf8()).trimmed();
}

void noteError(SheetCells &sheet, int row, int column, const QString &error)
{
    sheet.errors.add(
            row,
            QCoreApplication::translate(
                    "import", "the cell %1 holds the error \"%2\" of the spreadsheet; it was left empty")
                    .arg(cellName(row, column), error));
}

void noteFormula(SheetCells &sheet, int row, int column, const QString &formula)
{
    const QString shown = formula.isEmpty() ? QString() : u" (="_s + elided(formula, longestFormula) + u')';
    sheet.formulas.add(
            row,
            QCoreApplication::translate("import",
                                        "the cell %1 holds a formula without its result%2; it was left "
                                        "empty (open the file in a spreadsheet program and save it: then "
                                        "the results are in it)")
                    .arg(cellName(row, column), shown));
}

} // namespace crema::exchange
