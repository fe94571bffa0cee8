// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/xlsxparts.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

using Extent = WorkbookPackage::Extent;

/// A part by its path from the part that names it.
QString resolved(const QString &part, const QString &target)
{
    const QString folder = part.left(part.lastIndexOf(u'/') + 1);
    const bool isAbsolute = target.startsWith(u'/') || target.startsWith(u'\\');
    return QDir::cleanPath(isAbsolute ? target.mid(1) : folder + target);
}

void readRelations(QXmlStreamReader &xml, const QString &part, XlsxRelations &relations)
{
    while (xml.readNextStartElement()) {
        const auto attributes = xml.attributes();
        const QString target = attributes.value("Target"_L1).toString();
        const bool isExternal = attributes.value("TargetMode"_L1).compare("External"_L1, Qt::CaseInsensitive)
                == 0;
        relations.insert(attributes.value("Id"_L1).toString(),
                         {attributes.value("Type"_L1).toString().section(u'/', -1),
                          isExternal ? target : resolved(part, target), isExternal});
        skipElement(xml);
    }
}

/// What the number of a format stands for, and which format each style has.
void readStyleSheet(QXmlStreamReader &xml, QVector<NumberFormat> &formats)
{
    QHash<int, QString> codes;
    QVector<int> ids;
    while (xml.readNextStartElement()) {
        const bool isStyles = xml.name() == "cellXfs"_L1;
        if (!isStyles && xml.name() != "numFmts"_L1) {
            skipElement(xml);
            continue;
        }
        while (xml.readNextStartElement()) {
            const auto attributes = xml.attributes();
            const int id = attributes.value("numFmtId"_L1).toInt();
            if (isStyles) {
                ids << id;
            } else {
                codes.insert(id, attributes.value("formatCode"_L1).toString());
            }
            skipElement(xml);
        }
    }
    for (const int id : ids) {
        formats << numberFormat(id, codes.value(id));
    }
}

QString textOfRun(QXmlStreamReader &xml)
{
    QString text;
    while (xml.readNextStartElement()) {
        if (xml.name() == "t"_L1) {
            text += xml.readElementText();
        } else {
            skipElement(xml); // how it looks
        }
    }
    return text;
}

} // namespace

Result<XlsxRelations> relationsOf(WorkbookPackage &package, const QString &part)
{
    const qsizetype name = part.lastIndexOf(u'/') + 1;
    const QString path = part.left(name) + "_rels/"_L1 + part.mid(name) + ".rels"_L1;
    XlsxRelations relations;
    if (!package.has(path)) {
        return relations;
    }
    const auto read = package.read(path, [&](QXmlStreamReader &xml) -> Result<Extent> {
        readRelations(xml, part, relations);
        return Extent::whole;
    });
    return read ? Result<XlsxRelations>(relations) : std::unexpected(read.error());
}

std::string_view XlsxStrings::at(qsizetype index) const
{
    const qsizetype begin = index == 0 ? 0 : ends[static_cast<size_t>(index - 1)];
    return {text.constData() + begin, static_cast<size_t>(ends[static_cast<size_t>(index)] - begin)};
}

Result<> readStrings(WorkbookPackage &package, const QString &part, XlsxStrings &strings)
{
    const qint64 most = package.mostBytes();
    return package.read(part, [&strings, most](QXmlStreamReader &xml) -> Result<Extent> {
        SheetCells cleaning; // makes the line ends and signs those of a cell
        while (xml.readNextStartElement()) {
            if (xml.name() != "si"_L1) {
                skipElement(xml);
                continue;
            }
            cleaning.add(1, 1, QStringView(xlsxText(xml)));
            strings.ends.push_back(cleaning.text.size());
            cleaning.cells.clear();
            if (cleaning.text.size() + strings.count() * static_cast<qint64>(sizeof(qsizetype)) > most) {
                return std::unexpected(hugeWorkbook(most));
            }
        }
        strings.text = std::move(cleaning.text);
        return Extent::whole;
    });
}

Result<> readFormats(WorkbookPackage &package, const QString &part, QVector<NumberFormat> &formats)
{
    return package.read(part, [&formats](QXmlStreamReader &xml) -> Result<Extent> {
        readStyleSheet(xml, formats);
        return Extent::whole;
    });
}

QString xlsxText(QXmlStreamReader &xml)
{
    QString text;
    while (xml.readNextStartElement()) {
        if (xml.name() == "t"_L1) {
            text += xml.readElementText();
        } else if (xml.name() == "r"_L1) {
            text += textOfRun(xml);
        } else {
            skipElement(xml); // how it is read aloud
        }
    }
    return unescapedXlsx(text);
}

QString unescapedXlsx(const QString &text)
{
    qsizetype at = text.indexOf("_x"_L1);
    if (at < 0) {
        return text; // nearly always
    }
    constexpr qsizetype length = 7; // "_x000D_"
    QString plain = text.left(at);
    while (at < text.size()) {
        bool isSign = false;
        const QStringView rest = QStringView(text).sliced(at);
        const bool mayBe = rest.startsWith("_x"_L1) && rest.size() >= length && rest[length - 1] == u'_';
        const ushort sign = mayBe ? rest.sliced(2, 4).toUShort(&isSign, 16) : ushort {0};
        plain += isSign ? QChar(sign) : text[at];
        at += isSign ? length : 1;
    }
    return plain;
}

bool isXlsxTrue(QStringView value)
{
    return value == "1"_L1 || value.compare("true"_L1, Qt::CaseInsensitive) == 0;
}

} // namespace crema::exchange
