// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/odstable.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

using Extent = WorkbookPackage::Extent;

QString named(const QXmlStreamReader &xml, QLatin1StringView name)
{
    for (const auto attributes = xml.attributes(); const QXmlStreamAttribute &one : attributes) {
        if (one.name() == name) {
            return one.value().toString();
        }
    }
    return {};
}

class OdsWorkbook final : public WorkbookFile
{
public:
    explicit OdsWorkbook(std::unique_ptr<WorkbookPackage> package) : m_package(std::move(package)) { }

    Result<> open(const QString &content)
    {
        const auto read = m_package->read(content, [this](QXmlStreamReader &xml) -> Result<Extent> {
            const auto done = readDocument(xml);
            return done ? Result<Extent>(Extent::whole) : std::unexpected(done.error());
        });
        m_package.reset();
        return read;
    }

    [[nodiscard]] const QVector<SheetEntry> &sheets() const override { return m_sheets; }

    [[nodiscard]] Result<SheetCells> read(qsizetype sheet, qsizetype) override { return m_cells[sheet]; }

private:
    Result<> readDocument(QXmlStreamReader &xml)
    {
        while (xml.readNextStartElement()) {
            if (xml.name() == "automatic-styles"_L1) {
                readStyles(xml);
            } else if (xml.name() != "body"_L1) {
                skipElement(xml);
            } else if (const auto read = readBody(xml); !read) {
                return read;
            }
        }
        return {};
    }

    /// Hidden sheets are those of a style that is not shown.
    void readStyles(QXmlStreamReader &xml)
    {
        while (xml.readNextStartElement()) {
            const QString style = named(xml, "name"_L1);
            const bool isOfTables = xml.name() == "style"_L1 && named(xml, "family"_L1) == "table"_L1;
            if (!isOfTables) {
                skipElement(xml);
                continue;
            }
            while (xml.readNextStartElement()) {
                if (xml.name() == "table-properties"_L1 && named(xml, "display"_L1) == "false"_L1) {
                    m_hiding << style;
                }
                skipElement(xml);
            }
        }
    }

    Result<> readBody(QXmlStreamReader &xml)
    {
        while (xml.readNextStartElement()) {
            if (xml.name() != "spreadsheet"_L1) {
                skipElement(xml);
                continue;
            }
            while (xml.readNextStartElement()) {
                const QString name = named(xml, "name"_L1);
                const bool isCopy = name.startsWith("'file:"_L1); // of another file's sheet
                if (xml.name() != "table"_L1 || isCopy) {
                    skipElement(xml);
                } else if (const auto read = readSheet(xml, name); !read) {
                    return read;
                }
            }
        }
        return {};
    }

    Result<> readSheet(QXmlStreamReader &xml, const QString &name)
    {
        m_sheets << SheetEntry {name, m_hiding.contains(named(xml, "style-name"_L1))};
        SheetCells cells;
        const auto read = readOdsTable(xml, m_package->mostBytes() - m_bytes, cells);
        m_bytes += cells.bytes();
        m_cells << std::move(cells);
        return read;
    }

    std::unique_ptr<WorkbookPackage> m_package;
    QSet<QString> m_hiding;
    QVector<SheetEntry> m_sheets;
    QVector<SheetCells> m_cells;
    qint64 m_bytes = 0;
};

} // namespace

Result<std::unique_ptr<WorkbookFile>> openOds(std::unique_ptr<WorkbookPackage> package,
                                              const QString &content)
{
    auto workbook = std::make_unique<OdsWorkbook>(std::move(package));
    if (const auto opened = workbook->open(content); !opened) {
        return std::unexpected(opened.error());
    }
    return workbook;
}

} // namespace crema::exchange
