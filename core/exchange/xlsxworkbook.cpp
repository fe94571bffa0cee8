// SPDX-License-Identifier: GPL-3.0-or-later
// The list of a workbook's sheets and where their parts are (ECMA-376 part 1, section 18.2).
#include "exchange/xlsxparts.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

using Extent = WorkbookPackage::Extent;

/// The main part is where the package says; only files that lost that have it at the usual place.
Result<QString> mainPart(WorkbookPackage &package)
{
    const auto relations = relationsOf(package, {});
    if (!relations) {
        return std::unexpected(relations.error());
    }
    const auto main = std::ranges::find(*relations, u"officeDocument"_s, &XlsxRelation::type);
    return main != relations->end() && package.has(main->target) ? main->target : u"xl/workbook.xml"_s;
}

/// Where nothing says where a part is: at the usual place.
QString partOfType(const XlsxRelations &relations, QLatin1StringView type)
{
    const auto found = std::ranges::find_if(
            relations, [type](const XlsxRelation &relation) { return relation.type == type; });
    return found == relations.end() ? "xl/"_L1 + type + ".xml"_L1 : found->target;
}

class XlsxWorkbook final : public WorkbookFile
{
public:
    explicit XlsxWorkbook(std::unique_ptr<WorkbookPackage> package) : m_package(std::move(package))
    {
        m_context.mostBytes = m_package->mostBytes();
    }

    Result<> open()
    {
        const auto main = mainPart(*m_package);
        if (!main) {
            return std::unexpected(main.error());
        }
        auto relations = relationsOf(*m_package, *main);
        if (!relations) {
            return std::unexpected(relations.error());
        }
        m_relations = std::move(*relations);
        return m_package->read(*main, [this](QXmlStreamReader &xml) -> Result<Extent> {
            readSheetList(xml);
            return Extent::whole;
        });
    }

    [[nodiscard]] const QVector<SheetEntry> &sheets() const override { return m_sheets; }

    [[nodiscard]] Result<SheetCells> read(qsizetype sheet, qsizetype most) override
    {
        const QString part = m_parts[sheet];
        if (const auto shared = readShared(); !shared) {
            return std::unexpected(shared.error());
        }
        const auto relations = relationsOf(*m_package, part);
        if (!relations) {
            return std::unexpected(relations.error());
        }
        SheetCells cells;
        const auto done = m_package->read(part, [&](QXmlStreamReader &xml) {
            return readXlsxSheet(xml, m_context, *relations, most, cells);
        });
        return done ? Result<SheetCells>(std::move(cells)) : std::unexpected(done.error());
    }

private:
    void readSheetList(QXmlStreamReader &xml)
    {
        while (xml.readNextStartElement()) {
            if (xml.name() == "workbookPr"_L1 && isXlsxTrue(xml.attributes().value("date1904"_L1))) {
                m_context.dates = DateSystem::from1904;
            }
            if (xml.name() != "sheets"_L1) {
                skipElement(xml);
                continue;
            }
            while (xml.readNextStartElement()) {
                addSheet(xml.attributes());
                skipElement(xml);
            }
        }
    }

    /// Charts and old macros have sheets of their own, without rows.
    void addSheet(const QXmlStreamAttributes &attributes)
    {
        QString id;
        for (const QXmlStreamAttribute &attribute : attributes) {
            if (attribute.name() == "id"_L1 && !attribute.namespaceUri().isEmpty()) {
                id = attribute.value().toString();
            }
        }
        const XlsxRelation usual {u"worksheet"_s, u"xl/worksheets/sheet%1.xml"_s.arg(m_sheets.size() + 1),
                                  false};
        const XlsxRelation relation = m_relations.value(id, usual);
        if (relation.type == "worksheet"_L1) {
            const auto state = attributes.value("state"_L1);
            m_sheets << SheetEntry {unescapedXlsx(attributes.value("name"_L1).toString()),
                                    state == "hidden"_L1 || state == "veryHidden"_L1};
            m_parts << relation.target;
        }
    }

    /// Texts and formats are of all sheets.
    Result<> readShared()
    {
        if (m_hasShared) {
            return {};
        }
        const QString strings = partOfType(m_relations, "sharedStrings"_L1);
        const QString styles = partOfType(m_relations, "styles"_L1);
        if (m_package->has(styles)) {
            if (const auto read = readFormats(*m_package, styles, m_context.formats); !read) {
                return read;
            }
        }
        if (m_package->has(strings)) {
            if (const auto read = readStrings(*m_package, strings, m_context.strings); !read) {
                return read;
            }
        }
        m_hasShared = true;
        return {};
    }

    std::unique_ptr<WorkbookPackage> m_package;
    XlsxRelations m_relations;
    QVector<SheetEntry> m_sheets;
    QStringList m_parts; ///< of the sheets
    XlsxContext m_context;
    bool m_hasShared = false;
};

} // namespace

Result<std::unique_ptr<WorkbookFile>> openXlsx(std::unique_ptr<WorkbookPackage> package)
{
    auto workbook = std::make_unique<XlsxWorkbook>(std::move(package));
    if (const auto opened = workbook->open(); !opened) {
        return std::unexpected(opened.error());
    }
    return workbook;
}

} // namespace crema::exchange
