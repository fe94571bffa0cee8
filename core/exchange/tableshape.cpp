// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/tableshape.h"

#include "base/json.h"
#include "base/text.h"
#include "exchange/columncontent.h"
#include "exchange/headerrow.h"
#include "exchange/ldifreader.h"
#include "exchange/namecolumns.h"
#include "exchange/quotedcells.h"
#include "exchange/recordcolumns.h"
#include "exchange/rowpeople.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

constexpr qsizetype sampleRows = 50;

struct FormatWord
{
    Format format;
    const char *name;
};

constexpr std::array formatWords {
        FormatWord {Format::automatic, "auto"},    FormatWord {Format::csv, "csv"},
        FormatWord {Format::linkedin, "linkedin"}, FormatWord {Format::google, "google"},
        FormatWord {Format::outlook, "outlook"},   FormatWord {Format::vcard, "vcard"},
        FormatWord {Format::json, "json"},         FormatWord {Format::ldif, "ldif"},
};

/// LinkedIn writes its column names in the language of the member.
bool isLinkedin(const QSet<QString> &names)
{
    static const QStringList connected {
            u"connected on"_s, u"verbunden am"_s,         u"date de connexion"_s,        u"conectado el"_s,
            u"conectado em"_s, u"data di collegamento"_s, u"fecha de conexion"_s,        u"conectou-se em"_s,
            u"verbonden op"_s, u"verknupft am"_s,         u"date de mise en relation"_s, u"建立联系时间"_s,
            u"connecte le"_s,  fold(u"つながった日"_s),   fold(u"연결 날짜"_s)};
    const bool named = (names.contains(u"first name"_s) && names.contains(u"last name"_s))
            || names.contains(u"url"_s);
    return named && std::ranges::any_of(connected, [&](const QString &name) { return names.contains(name); });
}

Format formatOfHeaders(const QStringList &headers)
{
    QSet<QString> names;
    for (const QString &header : headers) {
        names << fold(cleanLine(header));
    }
    const auto has = [&](const QString &name) { return names.contains(name); };
    if (isLinkedin(names)) {
        return Format::linkedin;
    }
    const bool valuePairs = has(u"e-mail 1 - value"_s) || has(u"phone 1 - value"_s)
            || has(u"organization 1 - name"_s);
    if (valuePairs || (has(u"group membership"_s) && has(u"given name"_s))
        || (has(u"file as"_s) && has(u"labels"_s))) {
        return Format::google;
    }
    const bool english = has(u"e-mail address"_s)
            && (has(u"e-mail type"_s) || has(u"e-mail display name"_s) || has(u"business street"_s));
    const bool isOutlook = english || (has(u"e-mail-adresse"_s) && has(u"e-mail-typ"_s))
            || (has(u"adresse de messagerie"_s) && has(u"type de messagerie"_s))
            || (has(u"direccion de correo electronico"_s) && has(u"tipo de correo electronico"_s));
    return isOutlook ? Format::outlook : Format::csv;
}

/// Microsoft's names for an account, in exports of Exchange and Entra ID.
bool isLogin(const QString &header)
{
    const QString name = fold(header).remove(u' ').remove(u'_').remove(u'-');
    return name == "userprincipalname"_L1 || name == "upn"_L1 || name == "username"_L1 || name == "login"_L1
            || name == "loginname"_L1 || name == "userid"_L1;
}

/// "1st", "2": how far apart two members of LinkedIn are, not what somebody studied.
void settleDegrees(QVector<FieldTarget> &targets, const QVector<QStringList> &rows)
{
    static const QRegularExpression distance(u"^[123]\\s*(?:st|nd|rd)?\\+?$"_s);
    for (qsizetype i = 0; i < targets.size(); ++i) {
        const QStringList values = targets[i].field == Field::degree ? columnValues(rows, i) : QStringList();
        if (!values.isEmpty()
            && std::ranges::all_of(values, [](const QString &v) { return distance.match(v).hasMatch(); })) {
            targets[i].field = Field::other;
        }
    }
}

/// One and the same value beside several names: it is rather that of a mentor or a host than their own.
/// Without names, in several rows.
bool isShared(const QVector<QStringList> &rows, qsizetype column, qsizetype name)
{
    QHash<QString, QString> names;
    for (const QStringList &row : rows) {
        const QString value = fold(cleanValue(row.value(column)));
        const auto known = names.constFind(value);
        if (known == names.constEnd()) {
            names.insert(value, row.value(name));
        } else if (!value.isEmpty() && (known->isEmpty() || *known != row.value(name))) {
            return true;
        }
    }
    return false;
}

/// What the content makes of a column whose name we do not know, or one of two meanings ("Address", "URL").
Field fieldOfOpenColumn(const QStringList &headers, qsizetype column, const QVector<QStringList> &rows,
                        const QVector<FieldTarget> &byName)
{
    const QString &header = headers[column];
    const ColumnOwner owner = ownerOf(header);
    const Field content = owner == ColumnOwner::somebodyElse ? Field::other
                                                             : fieldByContent(columnValues(rows, column));
    const bool named = hasField(byName, content);
    // What somebody signs in with looks like an address but need not take mail.
    const bool login = content == Field::email && named && isLogin(header);
    const bool doubtful = owner == ColumnOwner::unknown
            && (named || isShared(rows, column, columnOf(byName, Field::fullName)));
    return login || doubtful ? Field::other : content;
}

QVector<FieldTarget> targetsByHeader(const QStringList &headers, const QVector<QStringList> &rows)
{
    QVector<FieldTarget> targets;
    for (const QString &header : headers) {
        targets << targetForHeader(header);
    }
    const QVector<FieldTarget> byName = targets;
    for (qsizetype i = 0; i < headers.size(); ++i) {
        FieldTarget &target = targets[i];
        const bool open = target.field == Field::other || target.field == Field::location
                || target.field == Field::fullName || target.field == Field::website;
        const Field content = open ? fieldOfOpenColumn(headers, i, rows, byName) : Field::other;
        if (content != Field::other) {
            target.field = content;
        }
    }
    settleDegrees(targets, rows);
    settleRecordColumns(targets, headers, rows);
    settleKinds(targets, headers, rows);
    settleTexts(targets, headers, rows);
    settlePlaces(targets, rows);
    settleNameColumns(targets, headers, rows);
    settleSubjects(targets, headers, rows);
    settlePeople(targets, headers, rows);
    return targets;
}

/// What only Outlook and Google write without a meaning for us is somebody's own column elsewhere ("Private",
/// "Priority").
void keepIgnored(QVector<FieldTarget> &targets)
{
    for (FieldTarget &target : targets) {
        if (target.field == Field::ignored) {
            target.field = Field::other;
        }
    }
}

Result<QVector<Record>> firstRecords(std::string_view text, const CsvDialect &dialect, qint64 maxCell,
                                     size_t &end)
{
    QVector<Record> records;
    CsvReader reader(text, dialect, maxCell);
    CsvRow row;
    while (records.size() < headerWindow + sampleRows && reader.next(row)) {
        if (!row.isBlank()) {
            records << Record {row.row, textsOf(row)};
        }
    }
    if (reader.error()) {
        return std::unexpected(*reader.error());
    }
    if (records.isEmpty()) {
        return failure(ErrorKind::rejectedInput,
                       QCoreApplication::translate(
                               "import", "The file is empty: there is no row with anything in it."));
    }
    end = reader.position();
    return records;
}

/// Where the user says the column names are; -1 for nowhere.
Result<qsizetype> indexOfRow(const QVector<Record> &records, int row)
{
    const auto found = std::ranges::find(records, row, &Record::row);
    if (row != 0 && found == records.end()) {
        return failure(
                ErrorKind::rejectedInput,
                QCoreApplication::translate(
                        "import", "Row %1, where the column names should be, is blank or too far down.")
                        .arg(row));
    }
    return row == 0 ? qsizetype {-1} : found - records.begin();
}

/// True when one of the first lines begins a vCard: some programs write a comment above.
bool beginsACard(std::string_view text)
{
    constexpr int lines = 10;
    constexpr qsizetype longest = 80;
    const std::string_view whole = text;
    for (int i = 0; i < lines && !text.empty(); ++i) {
        const size_t end = std::min(text.find_first_of("\r\n"), text.size());
        const auto line = QByteArrayView(text.data(), static_cast<qsizetype>(end)).trimmed();
        if (line.size() < longest && line.compare("BEGIN:VCARD", Qt::CaseInsensitive) == 0) {
            return !isWithinQuotes(whole, whole.size() - text.size());
        }
        text.remove_prefix(std::min(text.find_first_not_of("\r\n", end), text.size()));
    }
    return false;
}

/// Texts or numbers in brackets: a whole list, unlike a table that begins with such a cell.
bool isJsonList(std::string_view text)
{
    const auto trimmed = QByteArrayView(text.data(), static_cast<qsizetype>(text.size())).trimmed();
    return trimmed.endsWith(']') && parseJson(trimmed);
}

} // namespace

QString formatName(Format format)
{
    return QString::fromLatin1(std::ranges::find(formatWords, format, &FormatWord::format)->name);
}

Result<Format> formatFromName(const QString &name)
{
    QStringList names;
    for (const FormatWord &word : formatWords) {
        if (name.compare(QLatin1StringView(word.name), Qt::CaseInsensitive) == 0) {
            return word.format;
        }
        names << QString::fromLatin1(word.name);
    }
    return failure(ErrorKind::rejectedInput,
                   QCoreApplication::translate("import", "There is no format \"%1\". The formats are: %2.")
                           .arg(name, names.join(u", "_s)));
}

Format formatOfText(std::string_view text)
{
    if (beginsACard(text)) {
        return Format::vcard;
    }
    if (isLdif(text)) {
        return Format::ldif;
    }
    const size_t start = text.find_first_not_of(" \t\r\n");
    const std::string_view begin = text.substr(std::min(start, text.size()), 64);
    const size_t next = begin.find_first_not_of(" \t\r\n", 1);
    const char second = next == std::string_view::npos ? ' ' : begin[next];
    const bool json = (begin.starts_with('[') && (second == '{' || second == ']' || second == '['))
            || (begin.starts_with('{') && (second == '"' || second == '}'));
    const bool mayBe = begin.starts_with('[') && std::string_view("\"-0123456789tfn").contains(second);
    return json || (mayBe && isJsonList(text)) ? Format::json : Format::csv;
}

TableShape shapeOfRecords(const QVector<Record> &records, qsizetype header)
{
    TableShape shape;
    const QVector<Record> below = records.sliced(header + 1);
    for (const Record &record : below.sliced(0, std::min(below.size(), sampleRows))) {
        shape.rows << record.cells;
    }
    shape.rowCount = below.size();
    if (header < 0) {
        shape.mapping.columns = targetsByContent(shape.rows);
        return shape;
    }
    shape.headers = records[header].cells;
    shape.mapping.headerRow = records[header].row;
    shape.format = formatOfHeaders(shape.headers);
    shape.mapping.columns = targetsByHeader(shape.headers, shape.rows);
    if (shape.format == Format::csv) {
        keepIgnored(shape.mapping.columns);
    }
    if (shape.format == Format::linkedin && shape.headers.contains(u"URL"_s)) {
        shape.mapping.columns[shape.headers.indexOf(u"URL"_s)].field = Field::linkedinUrl;
    }
    return shape;
}

Result<TableShape> shapeOf(std::string_view text, const CsvDialect &dialect, qint64 maxCell,
                           std::optional<int> headerRow)
{
    size_t end = 0;
    const auto records = firstRecords(text, dialect, maxCell, end);
    if (!records) {
        return std::unexpected(records.error());
    }
    const auto header = headerRow ? indexOfRow(*records, *headerRow)
                                  : Result<qsizetype>(headerIndex(*records));
    if (!header) {
        return std::unexpected(header.error());
    }
    TableShape shape = shapeOfRecords(*records, *header);
    shape.mapping.delimiter = dialect.delimiter;
    shape.exactCount = end >= text.size();
    if (!shape.exactCount) {
        const auto bytesPerRow = std::max<size_t>(
                1, (end - dialect.start) / static_cast<size_t>(records->size()));
        shape.rowCount += static_cast<qint64>((text.size() - end) / bytesPerRow);
    }
    return shape;
}

} // namespace crema::exchange
