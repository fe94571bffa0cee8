// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of one sheet (OpenDocument 1.3 part 3, section 9.1).
#include "exchange/odstable.h"

#include "exchange/numberformats.h"
#include "exchange/sheetlinks.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("import", text);
}

/// By its local name, but for the attribute that LibreOffice writes beside one of that name.
QStringView valueOf(const QXmlStreamAttributes &attributes, QLatin1StringView name, bool ofOffice = true)
{
    for (const QXmlStreamAttribute &one : attributes) {
        if (one.name() == name && one.namespaceUri().endsWith("calcext:1.0"_L1) != ofOffice) {
            return one.value();
        }
    }
    return {};
}

/// How often an element stands there; a file repeats what is empty to the end of the sheet.
int repeats(const QXmlStreamAttributes &attributes, QLatin1StringView name)
{
    const QStringView value = valueOf(attributes, name);
    bool isNumber = false;
    const qint64 count = value.toLongLong(&isNumber);
    return isNumber ? static_cast<int>(std::clamp<qint64>(count, 1, mostSheetRows + 1)) : 1;
}

bool isError(const QXmlStreamAttributes &attributes, const QString &shown)
{
    static const QRegularExpression error(u"^(?:#[A-Z0-9/]+[!?]?|Err:\\d+)$"_s);
    return valueOf(attributes, "value-type"_L1, false) == "error"_L1
            || (!valueOf(attributes, "formula"_L1).isEmpty() && error.match(shown).hasMatch());
}

/// What the cell holds, as text.
QString cellText(const QXmlStreamAttributes &attributes, const QString &shown)
{
    const QStringView type = valueOf(attributes, "value-type"_L1);
    const auto value = [&](QLatin1StringView name) { return valueOf(attributes, name).toString(); };
    if (type == "float"_L1 || type == "currency"_L1) {
        return odsNumber(value("value"_L1), shown);
    }
    if (type == "percentage"_L1) {
        return odsNumber(value("value"_L1), {});
    }
    if (type == "date"_L1) {
        return dateText(value("date-value"_L1));
    }
    if (type == "time"_L1) {
        return odsTime(value("time-value"_L1));
    }
    if (type == "boolean"_L1) {
        return value("boolean-value"_L1).toUpper();
    }
    return shown.isEmpty() ? value("string-value"_L1) : shown;
}

class TableReading final
{
public:
    TableReading(QXmlStreamReader &xml, qint64 most, SheetCells &sheet)
        : m_xml(xml), m_most(most), m_sheet(sheet)
    {
    }

    /// Rows stand in the table or in groups of rows.
    Result<> run()
    {
        for (int depth = 1; depth > 0 && !m_xml.atEnd();) {
            m_xml.readNext();
            if (m_xml.isEndElement()) {
                --depth;
            } else if (m_xml.isStartElement() && m_xml.name() == "table-row"_L1) {
                if (const auto read = readRow(); !read) {
                    return read;
                }
            } else if (m_xml.isStartElement() && isGroup()) {
                ++depth;
                if (depth > mostNested) {
                    m_xml.raiseError();
                }
            } else if (m_xml.isStartElement()) {
                skipElement(m_xml);
            }
        }
        return {};
    }

private:
    [[nodiscard]] bool isGroup() const
    {
        return m_xml.name() == "table-rows"_L1 || m_xml.name() == "table-row-group"_L1
                || m_xml.name() == "table-header-rows"_L1;
    }

    Result<> readRow()
    {
        const auto attributes = m_xml.attributes();
        const int times = repeats(attributes, "number-rows-repeated"_L1);
        const QStringView visibility = valueOf(attributes, "visibility"_L1);
        const qsizetype before = m_sheet.cells.size();
        ++m_row;
        m_column = 0;
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() != "table-cell"_L1 && m_xml.name() != "covered-table-cell"_L1) {
                skipElement(m_xml);
            } else if (const auto read = readCell(); !read) {
                return read;
            }
        }
        const bool isFilled = m_sheet.cells.size() > before;
        const bool isHidden = visibility == "collapse"_L1 || visibility == "filter"_L1;
        m_sheet.hiddenRows += isHidden && isFilled ? times : 0;
        if (isFilled && times > 1) {
            repeatRow(before, times);
        }
        m_row += times - 1;
        m_row = std::min(m_row, mostSheetRows + 1); // where empty rows go on beyond the end
        return checkSize();
    }

    /// A row that is said to stand there without end is no list of so many people.
    void repeatRow(qsizetype begin, int times)
    {
        constexpr int mostTimes = 1000;
        if (times > mostTimes) {
            m_sheet.repeats << RowNote {
                    m_row,
                    translated(QT_TRANSLATE_NOOP("import",
                                                 "the sheet repeats this row %1 times; it was read once"))
                            .arg(times)};
            return;
        }
        const qsizetype end = m_sheet.cells.size();
        for (int time = 1; time < times; ++time) {
            for (qsizetype i = begin; i < end; ++i) {
                SheetCell cell = m_sheet.cells[i]; // with the same text
                cell.row += time;
                m_sheet.cells << cell;
            }
        }
    }

    Result<> readCell()
    {
        const auto attributes = m_xml.attributes();
        const int times = repeats(attributes, "number-columns-repeated"_L1);
        const int column = m_column + 1;
        m_column = std::min(m_column + times, mostSheetColumns + 1);
        OdsText shown = readShown();
        const QString formula = valueOf(attributes, "formula"_L1).toString();
        if (const auto link = linkOfFormula(formula)) {
            shown.text = shown.text.isEmpty() ? link->shown : shown.text;
            shown.links << link->target;
        }
        m_sheet.hasComments = m_sheet.hasComments || shown.hasComment;
        if (isError(attributes, shown.text)) {
            noteError(m_sheet, m_row, column, shown.text);
            return {};
        }
        const QString text = cellText(attributes, shown.text);
        if (text.isEmpty() && shown.links.isEmpty()) {
            if (!formula.isEmpty() && valueOf(attributes, "value-type"_L1).isEmpty()) {
                noteFormula(m_sheet, m_row, column, formula.section(u'=', 1));
            }
            return {};
        }
        const int last = column + times - 1;
        if (last > mostSheetColumns || m_row > mostSheetRows) {
            return std::unexpected(damagedWorkbook(
                    translated(QT_TRANSLATE_NOOP("import",
                                                 "it has cells in row %1, column %2, beyond what a sheet can "
                                                 "have"))
                            .arg(m_row)
                            .arg(last)));
        }
        addCells(column, last, text, shown.links);
        return checkSize();
    }

    void addCells(int first, int last, const QString &text, const QStringList &links)
    {
        for (int column = first; column <= last; ++column) {
            m_sheet.add(m_row, column, QStringView(text));
            for (const QString &link : links) {
                if (!link.startsWith(u'#')) { // a place in the workbook
                    m_sheet.addLink(m_row, column, link);
                }
            }
        }
    }

    OdsText readShown()
    {
        OdsText shown;
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == "p"_L1) {
                addParagraph(m_xml, shown);
            } else {
                shown.hasComment = shown.hasComment || m_xml.name() == "annotation"_L1;
                skipElement(m_xml);
            }
        }
        return shown;
    }

    [[nodiscard]] Result<> checkSize() const
    {
        return m_sheet.bytes() > m_most ? std::unexpected(hugeWorkbook(m_most)) : Result<> {};
    }

    QXmlStreamReader &m_xml;
    qint64 m_most;
    SheetCells &m_sheet;
    int m_row = 0;
    int m_column = 0;
};

} // namespace

Result<> readOdsTable(QXmlStreamReader &xml, qint64 most, SheetCells &sheet)
{
    return TableReading(xml, most, sheet).run();
}

} // namespace crema::exchange
