// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workbook.h"

#include "exchange/sheettable.h"
#include "exchange/workbookfile.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("import", text);
}

std::unexpected<Error> rejected(const QString &text)
{
    return failure(ErrorKind::rejectedInput, text);
}

enum class Form { none, xlsx, ods, flatOds };

/// An OpenDocument file that is one text, as its first element says.
bool isFlatOds(const QByteArray &bytes)
{
    constexpr qsizetype window = 16 * 1024; // the names of all namespaces stand before it
    const QByteArray head = bytes.first(std::min(window, bytes.size()));
    return head.trimmed().startsWith('<') && head.contains("<office:document")
            && !head.contains("<office:document-content")
            && head.contains("application/vnd.oasis.opendocument.spreadsheet");
}

/// Told by what the package says of itself: the names of its parts may be any.
Form formOf(const QByteArray &bytes, WorkbookPackage &package)
{
    if (!bytes.startsWith("PK")) {
        return isFlatOds(bytes) ? Form::flatOds : Form::none;
    }
    constexpr qint64 most = 1'000'000;
    const QByteArray types = package.beginning(u"[Content_Types].xml"_s, most);
    if (types.contains("spreadsheetml.sheet.main+xml") || types.contains("spreadsheetml.template.main+xml")
        || types.contains("sheet.macroEnabled.main+xml") || types.contains("template.macroEnabled.main+xml")
        || package.has(u"xl/workbook.xml"_s)) {
        return Form::xlsx;
    }
    const auto says = [&](const QString &part) {
        return package.beginning(part, most).contains("application/vnd.oasis.opendocument.spreadsheet");
    };
    return says(u"mimetype"_s) || says(u"META-INF/manifest.xml"_s) ? Form::ods : Form::none;
}

bool isProtected(WorkbookPackage &package)
{
    constexpr qint64 most = 1'000'000;
    return package.isEncrypted()
            || package.beginning(u"META-INF/manifest.xml"_s, most).contains("encryption-data");
}

Result<std::unique_ptr<WorkbookFile>> open(const QByteArray &bytes, UnpackingLimits limits)
{
    auto package = std::make_unique<WorkbookPackage>(bytes, std::move(limits));
    if (isProtected(*package)) {
        return rejected(translated(
                QT_TRANSLATE_NOOP("import",
                                  "The workbook is protected by a password; open it, save it without one "
                                  "and import that. Nothing was imported.")));
    }
    const Form form = formOf(bytes, *package);
    return form == Form::xlsx ? openXlsx(std::move(package))
                              : openOds(std::move(package), form == Form::ods ? u"content.xml"_s : QString());
}

/// How much the first rows of a sheet look like a list of people.
enum class Likeness {
    empty,
    anything,
    names, ///< what may be names, or a column called so
    people, ///< addresses or profiles, or several columns that people have
};

/// A sheet after a look at its first rows.
struct Look
{
    Likeness likeness = Likeness::empty;
    std::optional<Error> error;
};

Likeness likenessOf(const QVector<Record> &records)
{
    constexpr qsizetype several = 2;
    if (records.isEmpty()) {
        return Likeness::anything; // only links
    }
    const qsizetype header = headerIndex(records);
    const ColumnMapping mapping = shapeOfRecords(records, header).mapping;
    const bool isReached = mapping.has(Field::email) || mapping.has(Field::linkedinUrl);
    const bool isNamed = header >= 0 && namedFields(records[header].cells) >= several;
    return !mapping.namesPeople()  ? Likeness::anything
            : isReached || isNamed ? Likeness::people
                                   : Likeness::names;
}

Look lookAt(WorkbookFile &workbook, qsizetype sheet, qsizetype rows)
{
    const auto cells = workbook.read(sheet, rows);
    if (!cells) {
        return {Likeness::empty, cells.error()};
    }
    return {cells->isEmpty() ? Likeness::empty : likenessOf(firstRecords(*cells, rows)), {}};
}

/// The workbook while it is decided which of its sheets is read.
class SheetChoice final
{
public:
    SheetChoice(WorkbookFile &workbook, const ReadOptions &options) : m_workbook(workbook), m_options(options)
    {
    }

    Result<SheetText> run()
    {
        const auto wanted = wantedSheet();
        if (!wanted) {
            return std::unexpected(wanted.error());
        }
        constexpr qsizetype enough = 70; // as the reader looks at
        for (qsizetype i = 0; i < m_workbook.sheets().size(); ++i) {
            const bool isAsked = *wanted < 0 || *wanted == i;
            m_looks << lookAt(m_workbook, i, isAsked ? enough : 1);
            if (const auto &error = m_looks.constLast().error;
                error && (error->kind == ErrorKind::cancelled || *wanted == i)) {
                return std::unexpected(*error);
            }
        }
        const qsizetype sheet = *wanted >= 0 ? *wanted : best();
        return sheet < 0 ? nothing() : read(sheet);
    }

private:
    /// -1 where the user named none.
    Result<qsizetype> wantedSheet() const
    {
        const auto &sheets = m_workbook.sheets();
        if (m_options.sheet.isEmpty()) {
            return qsizetype {-1};
        }
        const auto named = [&](Qt::CaseSensitivity cs) {
            return std::ranges::find_if(sheets,
                                        [&](const SheetEntry &sheet) {
                                            return sheet.name.compare(m_options.sheet, cs) == 0;
                                        })
                    - sheets.begin();
        };
        const qsizetype exact = named(Qt::CaseSensitive);
        const qsizetype found = exact < sheets.size() ? exact : named(Qt::CaseInsensitive);
        if (found < sheets.size()) {
            return found;
        }
        QStringList names;
        for (const SheetEntry &sheet : sheets) {
            names << u'"' + sheet.name + u'"';
        }
        return rejected(translated(QT_TRANSLATE_NOOP("import",
                                                     "There is no sheet \"%1\" in the workbook. Its sheets "
                                                     "are: %2. Nothing was imported."))
                                .arg(m_options.sheet, names.join(u", "_s)));
    }

    /// The first of those that look most like people; a hidden one only where nothing is seen. -1 for none.
    [[nodiscard]] qsizetype best() const
    {
        const auto &sheets = m_workbook.sheets();
        qsizetype found = -1;
        const auto rank = [&](qsizetype i) { return std::pair(!sheets[i].isHidden, m_looks[i].likeness); };
        for (qsizetype i = 0; i < m_looks.size(); ++i) {
            const bool isFilled = m_looks[i].likeness != Likeness::empty;
            if (isFilled && (found < 0 || rank(i) > rank(found))) {
                found = i;
            }
        }
        return found;
    }

    Result<SheetText> nothing() const
    {
        const auto damaged = std::ranges::find_if(m_looks,
                                                  [](const Look &look) { return look.error.has_value(); });
        return damaged != m_looks.end()
                ? Result<SheetText>(std::unexpected(*damaged->error))
                : rejected(translated(QT_TRANSLATE_NOOP(
                          "import", "The workbook is empty: no sheet has a row with anything in it.")));
    }

    Result<SheetText> read(qsizetype sheet) const
    {
        const QString &name = m_workbook.sheets()[sheet].name;
        auto cells = m_workbook.read(sheet, WorkbookFile::all);
        if (!cells) {
            return std::unexpected(cells.error());
        }
        if (cells->isEmpty()) {
            return rejected(translated(QT_TRANSLATE_NOOP("import",
                                                         "The sheet \"%1\" is empty. Nothing was imported."))
                                    .arg(name));
        }
        const auto headerRow = m_options.mapping ? std::optional(m_options.mapping->headerRow) : std::nullopt;
        auto table = tableOfSheet(std::move(*cells), headerRow, m_options.limits.importBytes);
        if (!table) {
            return std::unexpected(table.error());
        }
        SheetText text {std::move(table->csv), name, {}, std::move(table->notes)};
        tellOthers(sheet, text);
        return text;
    }

    void tellOthers(qsizetype chosen, SheetText &text) const
    {
        QStringList left;
        for (qsizetype i = 0; i < m_looks.size(); ++i) {
            const SheetEntry &sheet = m_workbook.sheets()[i];
            const bool isDamaged = m_looks[i].error.has_value();
            const bool isFilled = m_looks[i].likeness != Likeness::empty || isDamaged;
            if (isFilled || i == chosen) {
                text.sheets << sheet.name;
            }
            if (i != chosen && isFilled) {
                const QString state = isDamaged ? translated(QT_TRANSLATE_NOOP("import", " (damaged)"))
                        : sheet.isHidden        ? translated(QT_TRANSLATE_NOOP("import", " (hidden)"))
                                                : QString();
                left << u'"' + sheet.name + u'"' + state;
            }
        }
        if (!left.isEmpty() && m_options.sheet.isEmpty()) {
            text.notes.prepend(
                    {1,
                     translated(QT_TRANSLATE_NOOP("import",
                                                  "the sheet \"%1\" was read; other sheets of the workbook "
                                                  "were not: %2. To read one of them, choose it (--sheet, or "
                                                  "in the import window) and import the file once more"))
                             .arg(text.sheet, left.join(u", "_s))});
        }
    }

    WorkbookFile &m_workbook;
    const ReadOptions &m_options;
    QVector<Look> m_looks;
};

} // namespace

bool isWorkbook(const QByteArray &bytes)
{
    if (!bytes.startsWith("PK\x03\x04")) {
        return isFlatOds(bytes);
    }
    WorkbookPackage package(bytes, {});
    return package.isOpen() && formOf(bytes, package) != Form::none;
}

Result<SheetText> readSheet(const QByteArray &bytes, const ReadOptions &options)
{
    const auto workbook = open(bytes, {options.limits.importBytes, options.stop, options.progress});
    if (!workbook) {
        return std::unexpected(workbook.error());
    }
    return SheetChoice(**workbook, options).run();
}

} // namespace crema::exchange
