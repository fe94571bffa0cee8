// SPDX-License-Identifier: GPL-3.0-or-later
// https://learn.microsoft.com/en-us/previous-versions/office/developer/office-xp/aa140066(v=office.10)
#include "exchange/spreadsheetxml.h"

#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

const QString space = u"urn:schemas-microsoft-com:office:spreadsheet"_s;

int number(const QXmlStreamReader &xml, QLatin1StringView name)
{
    return xml.attributes().value(space, name).toInt();
}

/// The text of the element, and of those in it; however deep they are.
QString textOf(QXmlStreamReader &xml)
{
    QString text;
    for (int depth = 1; depth > 0 && !xml.atEnd();) {
        const auto token = xml.readNext();
        depth += token == QXmlStreamReader::StartElement ? 1 : token == QXmlStreamReader::EndElement ? -1 : 0;
        if (token == QXmlStreamReader::Characters) {
            text += xml.text();
        }
    }
    return text;
}

/// "2024-01-05T00:00:00.000" is a day.
QString withoutMidnight(const QString &text)
{
    return text.endsWith("T00:00:00.000"_L1) ? text.chopped(13) : text;
}

void readCell(QXmlStreamReader &xml, TableGrid &grid)
{
    grid.skipTo(number(xml, "Index"_L1) - 1);
    const int columns = number(xml, "MergeAcross"_L1) + 1;
    const int rows = number(xml, "MergeDown"_L1) + 1;
    const QByteArray link = linkTarget(xml.attributes().value(space, "HRef"_L1).toUtf8().toStdString());
    QString text;
    while (xml.readNextStartElement()) {
        if (xml.name() == "Data"_L1) {
            const bool isDay = xml.attributes().value(space, "Type"_L1) == "DateTime"_L1;
            const QString data = textOf(xml);
            text += isDay ? withoutMidnight(data) : data;
        } else {
            xml.skipCurrentElement();
        }
    }
    const bool isShown = showsLink(text.toLower().toUtf8(), link);
    grid.addCell({0, text.toUtf8(), isShown ? QByteArray() : link}, columns, rows);
}

TableGrid readTable(QXmlStreamReader &xml, qint64 &budget, const std::stop_token &stop)
{
    TableGrid grid(budget);
    while (!stop.stop_requested() && xml.readNextStartElement()) {
        if (xml.name() != "Row"_L1) {
            xml.skipCurrentElement();
            continue;
        }
        grid.skipRows(number(xml, "Index"_L1) - 1 - static_cast<int>(grid.rows().size()));
        grid.beginRow();
        while (xml.readNextStartElement()) {
            if (xml.name() == "Cell"_L1) {
                readCell(xml, grid);
            } else {
                xml.skipCurrentElement();
            }
        }
        grid.endRow();
    }
    return grid;
}

} // namespace

bool isSpreadsheetXml(std::string_view text)
{
    constexpr size_t window = 4096;
    const std::string_view head = text.substr(0, window);
    return head.contains("<?xml") && head.contains("Workbook")
            && head.contains("urn:schemas-microsoft-com:office:spreadsheet");
}

TablePage tablesOfSpreadsheetXml(std::string_view text, const std::stop_token &stop)
{
    qint64 budget = 4 * static_cast<qint64>(text.size()) + 1'000'000;
    TablePage page;
    QXmlStreamReader xml(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    // As it is text by now, what it was encoded in does not matter any more.
    while (!xml.atEnd() && !stop.stop_requested()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == "Table"_L1) {
            page.tables.push_back(readTable(xml, budget, stop));
        }
    }
    page.brokenLine = xml.hasError() ? xml.lineNumber() : 0;
    return page;
}

} // namespace crema::exchange
