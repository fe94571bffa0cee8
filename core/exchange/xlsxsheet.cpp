// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of one worksheet (ECMA-376 part 1, section 18.3.1).
#include "exchange/sheetlinks.h"
#include "exchange/xlsxparts.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

using Extent = WorkbookPackage::Extent;

QString translated(const char *text)
{
    return QCoreApplication::translate("import", text);
}

/// One cell as it is written.
struct RawCell
{
    QString type;
    QString value;
    QString formula;
    int style = 0;
    bool hasValue = false;
    bool hasFormula = false;
};

/// Reads a worksheet row by row.
class SheetReading final
{
public:
    SheetReading(QXmlStreamReader &xml, const XlsxContext &context, const XlsxRelations &relations,
                 SheetCells &sheet)
        : m_xml(xml), m_context(context), m_relations(relations), m_sheet(sheet)
    {
    }

    Result<Extent> run(qsizetype most)
    {
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == "sheetData"_L1) {
                const auto read = readRows(most);
                if (!read || *read == Extent::beginning) {
                    return read;
                }
            } else if (m_xml.name() == "hyperlinks"_L1) {
                if (const auto read = readLinks(); !read) {
                    return std::unexpected(read.error());
                }
            } else {
                skipElement(m_xml);
            }
        }
        return Extent::whole;
    }

private:
    Result<Extent> readRows(qsizetype most)
    {
        qsizetype filled = 0;
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() != "row"_L1) {
                skipElement(m_xml);
                continue;
            }
            const qsizetype before = m_sheet.cells.size();
            if (const auto read = readRow(); !read) {
                return std::unexpected(read.error());
            }
            filled += m_sheet.cells.size() > before;
            if (m_sheet.bytes() > m_context.mostBytes) {
                return std::unexpected(hugeWorkbook(m_context.mostBytes));
            }
            if (filled >= most) {
                return Extent::beginning;
            }
        }
        return Extent::whole;
    }

    Result<> readRow()
    {
        const auto attributes = m_xml.attributes();
        const QStringView number = attributes.value("r"_L1);
        const auto place = cellPlace(number);
        const int row = number.isEmpty() || !place ? m_row + 1 : place->row;
        if (!place || place->column > 0 || row <= m_row || row > mostSheetRows) {
            return noPlace(number.toString(), m_row);
        }
        const bool isHidden = isXlsxTrue(attributes.value("hidden"_L1));
        m_row = row;
        m_column = 0;
        const qsizetype before = m_sheet.cells.size();
        bool isFirst = number.isEmpty(); // whose own name may say the row
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() != "c"_L1) {
                skipElement(m_xml);
            } else if (const auto read = readCell(isFirst); !read) {
                return read;
            } else {
                isFirst = false;
            }
        }
        m_sheet.hiddenRows += isHidden && m_sheet.cells.size() > before;
        return {};
    }

    Result<> readCell(bool mayTellRow)
    {
        RawCell cell;
        if (const auto placed = readPlace(mayTellRow, cell); !placed) {
            return placed;
        }
        readParts(cell);
        return addCell(cell);
    }

    /// Apart from the rest: the reader goes on faster when nobody holds the attributes.
    Result<> readPlace(bool mayTellRow, RawCell &cell)
    {
        const auto attributes = m_xml.attributes();
        const QStringView name = attributes.value("r"_L1);
        const auto place = cellPlace(name);
        const int column = place && place->column > 0 ? place->column : m_column + 1;
        const bool isElsewhere = place && place->row > 0 && place->row != m_row;
        if (isElsewhere && mayTellRow && place->row > m_row) {
            m_row = place->row;
        } else if (isElsewhere) {
            return noPlace(name.toString(), m_row);
        }
        if (!place || column <= m_column || column > mostSheetColumns) {
            return noPlace(name.toString(), m_row);
        }
        m_column = column;
        cell.type = attributes.value("t"_L1).toString();
        cell.style = attributes.value("s"_L1).toInt(); // cells without one have the first
        return {};
    }

    void readParts(RawCell &cell)
    {
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == "v"_L1) {
                cell.value = m_xml.readElementText();
                cell.hasValue = true;
            } else if (m_xml.name() == "f"_L1) {
                cell.formula = m_xml.readElementText();
                cell.hasFormula = true;
            } else if (m_xml.name() == "is"_L1) {
                cell.value = xlsxText(m_xml);
                cell.type = u"is"_s;
                cell.hasValue = true;
            } else {
                skipElement(m_xml);
            }
        }
    }

    Result<> addCell(const RawCell &cell)
    {
        const auto link = cell.hasFormula ? linkOfFormula(cell.formula) : std::nullopt;
        if (link) {
            m_sheet.addLink(m_row, m_column, link->target);
        }
        if (cell.type == "s"_L1 && cell.hasValue) {
            return addShared(cell.value);
        }
        if (cell.type == "e"_L1) {
            noteError(m_sheet, m_row, m_column, cell.value);
            return {};
        }
        const QString text = !cell.value.isEmpty() ? textOf(cell) : link ? link->shown : QString();
        m_sheet.add(m_row, m_column, QStringView(text));
        const bool isEmptyText = cell.type == "str"_L1; // which may be the result
        if (cell.hasFormula && text.isEmpty() && !isEmptyText) {
            noteFormula(m_sheet, m_row, m_column, cell.formula);
        }
        return {};
    }

    Result<> addShared(const QString &value)
    {
        bool isNumber = false;
        const int index = value.trimmed().toInt(&isNumber);
        if (!isNumber || index < 0 || index >= m_context.strings.count()) {
            return std::unexpected(damagedWorkbook(
                    translated(QT_TRANSLATE_NOOP("import",
                                                 "the cell %1 has the text number \"%2\", and the file "
                                                 "holds %3 texts"))
                            .arg(cellName(m_row, m_column), value)
                            .arg(m_context.strings.count())));
        }
        m_sheet.add(m_row, m_column, m_context.strings.at(index));
        return {};
    }

    [[nodiscard]] QString textOf(const RawCell &cell) const
    {
        if (cell.type == "is"_L1) {
            return cell.value;
        }
        if (cell.type == "str"_L1 || cell.type == "inlineStr"_L1) {
            return unescapedXlsx(cell.value);
        }
        if (cell.type == "b"_L1) {
            return isXlsxTrue(cell.value) ? u"TRUE"_s : u"FALSE"_s;
        }
        if (cell.type == "d"_L1) {
            return dateText(cell.value);
        }
        return shownNumber(cell.value.trimmed(), m_context.formats.value(cell.style), m_context.dates);
    }

    Result<> readLinks()
    {
        while (m_xml.readNextStartElement()) {
            QString id;
            for (const auto attributes = m_xml.attributes(); const QXmlStreamAttribute &one : attributes) {
                if (one.name() == "id"_L1 && !one.namespaceUri().isEmpty()) {
                    id = one.value().toString();
                }
            }
            const QStringList ends = m_xml.attributes().value("ref"_L1).toString().split(u':');
            const XlsxRelation relation = m_relations.value(id);
            const auto first = cellPlace(ends.constFirst());
            const auto last = cellPlace(ends.constLast());
            if (relation.isExternal && first && last && first->row > 0 && first->column > 0) {
                const QString place = m_xml.attributes().value("location"_L1).toString();
                addLinks(*first, *last, place.isEmpty() ? relation.target : relation.target + u'#' + place);
            }
            if (m_sheet.bytes() > m_context.mostBytes) {
                return std::unexpected(hugeWorkbook(m_context.mostBytes));
            }
            skipElement(m_xml);
        }
        return {};
    }

    /// Of a range the filled cells; of one without any the first cell.
    void addLinks(CellPlace first, CellPlace last, const QString &target)
    {
        if (first.row == last.row && first.column == last.column) {
            m_sheet.addLink(first.row, first.column, target);
            return;
        }
        auto cell = std::ranges::lower_bound(m_sheet.cells, first.row, {}, &SheetCell::row);
        const qsizetype before = m_sheet.links.size();
        for (; cell != m_sheet.cells.end() && cell->row <= last.row && m_looks < mostLooks; ++cell) {
            ++m_looks;
            if (cell->column >= first.column && cell->column <= last.column) {
                m_sheet.addLink(cell->row, cell->column, target);
            }
        }
        if (m_sheet.links.size() == before) {
            m_sheet.addLink(first.row, first.column, target);
        }
    }

    static std::unexpected<Error> noPlace(const QString &name, int row)
    {
        return std::unexpected(damagedWorkbook(
                translated(QT_TRANSLATE_NOOP("import",
                                             "behind row %1 stands a row or a cell \"%2\", which is none of "
                                             "a sheet or out of order"))
                        .arg(row)
                        .arg(name)));
    }

    static constexpr int mostLooks = 50'000'000;

    QXmlStreamReader &m_xml;
    const XlsxContext &m_context;
    const XlsxRelations &m_relations;
    SheetCells &m_sheet;
    int m_row = 0;
    int m_column = 0;
    int m_looks = 0; ///< at cells, for links of whole ranges
};

} // namespace

Result<Extent> readXlsxSheet(QXmlStreamReader &xml, const XlsxContext &context,
                             const XlsxRelations &relations, qsizetype most, SheetCells &sheet)
{
    for (const XlsxRelation &relation : relations) {
        sheet.hasComments = sheet.hasComments || relation.type == "comments"_L1;
    }
    return SheetReading(xml, context, relations, sheet).run(most);
}

} // namespace crema::exchange
