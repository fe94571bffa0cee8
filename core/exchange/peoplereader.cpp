// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/peoplereader.h"

#include "base/text.h"
#include "contacts/importplan.h"
#include "exchange/contactsjson.h"
#include "exchange/flatfields.h"
#include "exchange/headerrow.h"
#include "exchange/jsonsource.h"
#include "exchange/jsontable.h"
#include "exchange/jsontexts.h"
#include "exchange/ldifreader.h"
#include "exchange/linkedinarchive.h"
#include "exchange/sourcetext.h"
#include "exchange/tablereader.h"
#include "exchange/vcardreader.h"
#include "exchange/workbook.h"
#include "exchange/zipmember.h"
#include "model/contactdocument.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("import", text);
}

/// The error with the file's name in front, unless it has it already.
std::unexpected<Error> about(const ReadOptions &options, Error error)
{
    if (!options.fileName.isEmpty() && !error.text.contains(options.fileName)
        && error.kind != ErrorKind::cancelled) {
        error.text = options.fileName + u": "_s + error.text;
    }
    return std::unexpected(std::move(error));
}

Error rejected(const QString &text)
{
    return {ErrorKind::rejectedInput, text, {}, {}, 0};
}

/// What the file is, when that fits what the user says it is.
Result<Format> checkedFormat(Format found, Format wanted)
{
    const bool wantsTable = wanted == Format::linkedin || wanted == Format::google
            || wanted == Format::outlook;
    if (wanted == Format::automatic || wanted == found || (wantsTable && found == Format::csv)) {
        return found;
    }
    return failure(
            ErrorKind::rejectedInput,
            translated(QT_TRANSLATE_NOOP("import", "This is not the format \"%1\"; it looks like \"%2\"."))
                    .arg(formatName(wanted), formatName(found)));
}

CsvDialect dialectFor(std::string_view text, const ReadOptions &options)
{
    CsvDialect dialect = dialectOf(text);
    if (options.mapping) {
        dialect.delimiter = options.mapping->delimiter;
    }
    return dialect;
}

struct Table
{
    TableShape shape;
    CsvDialect dialect;
};

QString whyNotPeople(const ArchivePart &part)
{
    const QString what = translated(QT_TRANSLATE_NOOP("import",
                                                      "These are the %1 of LinkedIn's archive, not people; "
                                                      "Connections.csv of the archive has your contacts. "
                                                      "Nothing was imported."))
                                 .arg(part.name);
    return part.byFileName ? what + u' '
                    + translated(QT_TRANSLATE_NOOP("import",
                                                   "If it is a list of people, give the file another name "
                                                   "and import it again."))
                           : what;
}

Result<Table> tableOf(std::string_view text, const CsvDialect &dialect, const ReadOptions &options)
{
    const qint64 maxCell = options.limits.importCellCharacters;
    Table table {{}, dialect};
    auto shape = shapeOf(text, table.dialect, maxCell,
                         options.mapping ? std::optional(options.mapping->headerRow) : std::nullopt);
    if (!shape) {
        return std::unexpected(shape.error());
    }
    table.shape = std::move(*shape);
    const bool isChosen = options.mapping || options.format != Format::automatic;
    if (const auto part = partOfLinkedinArchive(table.shape, QFileInfo(options.fileName).fileName());
        part && !(isChosen && part->byFileName)) {
        return std::unexpected(rejected(whyNotPeople(*part)));
    }
    if (options.format == Format::linkedin && table.shape.format != Format::linkedin) {
        return failure(ErrorKind::rejectedInput,
                       translated(QT_TRANSLATE_NOOP(
                               "import",
                               "This is not LinkedIn's Connections.csv: no row names the columns "
                               "First Name, Last Name and Connected On.")));
    }
    if (options.format != Format::automatic) {
        table.shape.format = options.format;
    }
    if (options.mapping && !options.mapping->columns.isEmpty()) { // chosen by the user, column by column
        table.shape.mapping = *options.mapping;
    }
    return table;
}

/// What is known to be no field of a contact, whatever its column looks like.
void putAside(TableShape &shape, const QSet<QString> &columns)
{
    for (qsizetype i = 0; i < std::min(shape.headers.size(), shape.mapping.columns.size()); ++i) {
        if (columns.contains(shape.headers[i])) {
            shape.mapping.columns[i] = {};
        }
    }
}

Result<ReadPeople> readTable(std::string_view text, const CsvDialect &dialect, const ReadOptions &options,
                             const QSet<QString> &aside = {})
{
    auto table = tableOf(text, dialect, options);
    if (!table) {
        return std::unexpected(table.error());
    }
    putAside(table->shape, aside);
    const TableShape &shape = table->shape;
    if (!shape.mapping.namesPeople()) {
        const QString columns = shape.headers.isEmpty()
                ? translated(QT_TRANSLATE_NOOP("import", "without names"))
                : elided(shape.headers.join(u", "_s), 300);
        return std::unexpected(
                rejected(translated(QT_TRANSLATE_NOOP("import",
                                                      "No column holds a name, an email address or a "
                                                      "LinkedIn URL (the columns: %1). Nothing was "
                                                      "imported."))
                                 .arg(columns)));
    }
    auto read = readTableRows(text, table->dialect, shape, options);
    if (read && read->people.empty() && read->invalid.isEmpty()) {
        read->warnings << RowNote {
                shape.mapping.headerRow,
                translated(QT_TRANSLATE_NOOP("import", "there is no row below the column names"))};
    }
    return read;
}

/// People without a table, shown as one: only the fields that any of them has.
void showAsTable(Preview &shown, const contacts::People &people)
{
    constexpr size_t first = 50;
    QVector<Json> documents;
    for (const auto &person : std::span(people).first(std::min(first, people.size()))) {
        documents << toDocument(person->contact);
    }
    for (const QString &field : documentFields()) {
        if (std::ranges::any_of(documents, [&](const Json &d) { return !flatText(d, field).isEmpty(); })) {
            shown.headers << field;
        }
    }
    for (const Json &document : documents) {
        QStringList row;
        for (const QString &field : shown.headers) {
            row << flatText(document, field);
        }
        shown.rows << row;
    }
    shown.rowCount = static_cast<qint64>(people.size());
}

/// jCard (RFC 7095): ["vcard", ...], or a list of them.
bool isJcard(const Json &json)
{
    const auto begins = [](const Json &list) {
        return list.is_array() && !list.empty() && crema::textOf(list.front()) == "vcard"_L1;
    };
    return begins(json) || (json.is_array() && !json.empty() && begins(json.front()));
}

/// The first person of a list is row 1, not the row below the column names.
void countFromFirst(ReadPeople &read)
{
    for (auto &person : read.people) {
        --person->row;
    }
    for (QVector<RowNote> *notes : {&read.invalid, &read.warnings}) {
        for (RowNote &note : *notes) {
            note.row = std::max(1, note.row - 1);
        }
    }
}

Result<ReadPeople> readTableOfJson(const JsonTable &table, const ReadOptions &options)
{
    ReadOptions ofTable = options;
    ofTable.mapping.reset();
    if (table.hasNames) {
        ofTable.mapping = ColumnMapping {{}, 1, ','};
    }
    ofTable.format = Format::automatic;
    const std::string_view text(table.csv.constData(), static_cast<size_t>(table.csv.size()));
    auto read = readTable(text, dialectFor(text, ofTable), ofTable, table.aside);
    if (read) {
        read->format = Format::json;
        countFromFirst(*read);
    }
    return read;
}

Result<ReadPeople> readJson(std::string_view text, const ReadOptions &options)
{
    const auto json = jsonOf(text);
    if (!json) {
        return std::unexpected(json.error());
    }
    if (isJcard(*json)) {
        return std::unexpected(rejected(translated(QT_TRANSLATE_NOOP(
                "import",
                "This is a vCard in JSON form (jCard), which we do not read; export it as .vcf."))));
    }
    const auto table = tableOfJson(*json, options.stop);
    if (options.stop.stop_requested()) {
        return std::unexpected(contacts::importCancelled());
    }
    if (!table && isListOfTexts(*json)) {
        return std::unexpected(rejected(translated(QT_TRANSLATE_NOOP(
                "import",
                "This JSON is a list of texts or numbers, and most of them are no email addresses: it names "
                "no people. Nothing was imported."))));
    }
    if (!table) {
        return readContactsJson(*json, options);
    }
    auto read = table->ours.empty() ? readTableOfJson(*table, options)
                                    : readContactsJson(table->ours, options);
    if (read) {
        tellWhatIsLeft(*read, *table);
    }
    return read;
}

/// For a file inside of another; messages name both.
ReadOptions within(const ReadOptions &options, const ZipMember &member)
{
    ReadOptions inner = options;
    inner.fileName = options.fileName.isEmpty() ? member.name : options.fileName + u'/' + member.name;
    return inner;
}

/// A page says itself where the names of its columns stand, and its cells are parted as we wrote them.
ReadOptions forText(const ReadOptions &options, const SourceText &text)
{
    ReadOptions own = options;
    if (text.headerRow) {
        own.mapping = options.mapping.value_or(ColumnMapping {{}, *text.headerRow, ','});
        own.mapping->delimiter = ',';
    }
    return own;
}

Result<ReadPeople> readText(std::string_view text, Format format, const ReadOptions &options)
{
    switch (format) {
    case Format::vcard:
        return readVcards(text, options);
    case Format::json:
        return readJson(text, options);
    case Format::ldif:
        return readLdif(text, options);
    default:
        return readTable(text, dialectFor(text, options), options);
    }
}

void showTable(Preview &shown, TableShape shape)
{
    shown.format = shape.format;
    shown.mapping = std::move(shape.mapping);
    shown.headers = std::move(shape.headers);
    shown.rows = std::move(shape.rows);
    shown.rowCount = shape.rowCount;
    shown.exactCount = shape.exactCount;
}

/// Unpacking is the first half of the way, and what `readTableRows` tells the second.
ReadOptions inHalves(const ReadOptions &options, bool second)
{
    ReadOptions half = options;
    if (options.progress) {
        half.progress = [tell = options.progress, second](qint64 done, qint64 total) {
            tell(second ? total + done : done, 2 * total);
        };
    }
    return half;
}

Result<SheetText> sheetOf(const QByteArray &bytes, const ReadOptions &options)
{
    const auto format = checkedFormat(Format::csv, options.format);
    return format ? readSheet(bytes, inHalves(options, false)) : std::unexpected(format.error());
}

Result<Preview> previewWorkbook(const QByteArray &bytes, const ReadOptions &options)
{
    const auto sheet = sheetOf(bytes, options);
    if (!sheet) {
        return std::unexpected(sheet.error());
    }
    auto table = tableOf(sheet->view(), CsvDialect {}, options);
    if (!table) {
        return std::unexpected(table.error());
    }
    Preview shown;
    shown.sheet = sheet->sheet;
    shown.sheets = sheet->sheets;
    showTable(shown, std::move(table->shape));
    return shown;
}

Result<ReadPeople> readWorkbook(const QByteArray &bytes, const ReadOptions &options)
{
    const auto sheet = sheetOf(bytes, options);
    if (!sheet) {
        return std::unexpected(sheet.error());
    }
    auto people = readTable(sheet->view(), CsvDialect {}, inHalves(options, true));
    if (people) {
        people->warnings = sheet->notes + people->warnings;
    }
    return people;
}

/// Only workbooks have sheets.
Result<> checkSheet(const ReadOptions &options)
{
    return options.sheet.isEmpty()
            ? Result<> {}
            : failure(ErrorKind::rejectedInput,
                      translated(QT_TRANSLATE_NOOP("import",
                                                   "This is no workbook, so it has no sheet \"%1\" (--sheet "
                                                   "is for .xlsx and .ods). Nothing was imported."))
                              .arg(options.sheet));
}

} // namespace

Result<Preview> preview(const QByteArray &bytes, const ReadOptions &options)
{
    if (isWorkbook(bytes)) {
        auto shown = previewWorkbook(bytes, options);
        return shown ? std::move(shown) : about(options, shown.error());
    }
    const auto member = memberWithPeople(bytes, options.limits, options.stop);
    if (!member || *member) {
        return member ? preview((*member)->bytes, within(options, **member)) : about(options, member.error());
    }
    const auto hasSheet = checkSheet(options);
    const auto text = hasSheet ? sourceText(bytes, options, true) : std::unexpected(hasSheet.error());
    if (!text) {
        return about(options, text.error());
    }
    const auto format = checkedFormat(formatOfText(text->view()), options.format);
    if (!format) {
        return about(options, format.error());
    }
    Preview shown;
    shown.format = *format;
    shown.encoding = text->encoding;
    shown.doubt = text->doubt;
    if (*format != Format::csv) {
        const auto people = readText(text->view(), *format, options);
        if (!people) {
            return about(options, people.error());
        }
        showAsTable(shown, people->people);
        return shown;
    }
    const ReadOptions own = forText(options, *text);
    auto table = tableOf(text->view(), dialectFor(text->view(), own), own);
    if (!table) {
        return about(options, table.error());
    }
    showTable(shown, std::move(table->shape));
    return shown;
}

Result<ReadPeople> readPeople(const QByteArray &bytes, const ReadOptions &options)
{
    if (isWorkbook(bytes)) {
        auto read = readWorkbook(bytes, options);
        return read ? std::move(read) : about(options, read.error());
    }
    const auto member = memberWithPeople(bytes, options.limits, options.stop);
    if (!member || *member) {
        auto people = member ? readPeople((*member)->bytes, within(options, **member))
                             : Result<ReadPeople>(about(options, member.error()));
        if (people) {
            people->warnings.prepend({1, (*member)->told});
        }
        return people;
    }
    const auto hasSheet = checkSheet(options);
    const auto text = hasSheet ? sourceText(bytes, options, false) : std::unexpected(hasSheet.error());
    if (!text) {
        return about(options, text.error());
    }
    const auto format = checkedFormat(formatOfText(text->view()), options.format);
    if (!format) {
        return about(options, format.error());
    }
    auto people = readText(text->view(), *format, forText(options, *text));
    if (!people) {
        return about(options, people.error());
    }
    if (text->isList) {
        countFromFirst(*people);
    }
    people->warnings = text->told + people->warnings;
    if (const QString told = wordsOfDoubt(*text); !told.isEmpty()) {
        people->warnings.prepend({1, told});
    }
    return people;
}

} // namespace crema::exchange
