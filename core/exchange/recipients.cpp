// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/recipients.h"

#include "base/text.h"
#include "exchange/addressentries.h"
#include "exchange/cellvalues.h"
#include "exchange/columncontent.h"
#include "exchange/contactscsv.h"
#include "exchange/emailcells.h"
#include "exchange/encodedwords.h"
#include "exchange/headerrow.h"
#include "exchange/mailboxes.h"
#include "exchange/mailheaders.h"
#include "exchange/nameasides.h"

#include <QRegularExpression>
#include <QString>
#include <QStringList>
#include <QVector>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

/// What one line is to a list of recipients.
enum class LineKind {
    words, ///< no address: a heading, something odd
    single, ///< one address with what belongs to it
    list, ///< several people, maybe with something odd among them
    table, ///< cells of one person
};

bool holdsAddress(const QString &entry)
{
    return entry.contains(u'@');
}

/// "Ann Lee <ann@x.example>"
bool isAngled(const QString &entry)
{
    const auto open = entry.indexOf(u'<');
    return open >= 0 && entry.indexOf(u'@', open) > 0;
}

/// "Ann Lee, ann@x.example": put together of two parts.
bool isOfTwoCells(const QString &entry)
{
    return holdsAddress(entry) && !isAngled(entry) && entry.contains(u',');
}

QStringList entriesOf(const QString &line)
{
    QStringList entries = addressEntries(withoutBullet(line.trimmed()));
    entries.removeIf([](const QString &entry) { return cleanLine(entry).isEmpty(); });
    return entries;
}

/// "Ann Lee, Bob Roe <bob@x.example>": full names of others in front of one with an address.
bool areNamesInFront(const QStringList &entries)
{
    const QString &last = entries.constLast();
    return isAngled(last) && std::all_of(entries.begin(), entries.end() - 1, [&](const QString &entry) {
               const QString name = cleanLine(entry);
               return looksLikeFullName(name) && !isFirm(name) && !isJobTitle(name)
                       && !shareName(name.section(u' ', 0, 0), last.left(last.indexOf(u'<')));
           });
}

/// "ann@x.example, bob@x.example, the others, cy@x.example, ..." and not "ann@x.example, ann@y.example, Ann".
bool areMostlyAddresses(const QStringList &entries, qsizetype addresses)
{
    constexpr auto fewest = 3;
    const QStringList others = entries.filter(QRegularExpression(u"^[^@]*$"_s));
    const auto isOfNone = [&](const QString &other) {
        return std::ranges::none_of(
                entries.first(std::min<qsizetype>(entries.size(), 20)),
                [&](const QString &entry) { return holdsAddress(entry) && mailboxBears(entry, other); });
    };
    return addresses >= fewest && others.size() * 3 <= addresses && holdsAddress(entries.constFirst())
            && std::all_of(others.begin(), others.begin() + std::min<qsizetype>(others.size(), 20), isOfNone);
}

LineKind kindOfLine(const QStringList &entries)
{
    const auto addresses = std::ranges::count_if(entries, holdsAddress);
    const auto others = entries.size() - addresses;
    const auto ofTwoCells = std::ranges::count_if(entries, isOfTwoCells);
    if (addresses == 0) {
        return entries.size() > 1 && others > 2 ? LineKind::table : LineKind::words;
    }
    if (others == 0 && addresses == 1) {
        const bool areSeveral = emailsFrom(entries.constFirst()).addresses.size() > 1; // parted by blanks
        return areSeveral ? LineKind::list : LineKind::single;
    }
    if (ofTwoCells > 0) {
        return ofTwoCells == entries.size() ? LineKind::list : LineKind::table;
    }
    if (others == 0) {
        return LineKind::list;
    }
    const bool areNamed = std::ranges::any_of(entries, isAngled);
    const bool isList = addresses == 1 ? areNamesInFront(entries)
            : areNamed                 ? addresses > others
                                       : areMostlyAddresses(entries, addresses);
    return isList ? LineKind::list : LineKind::table;
}

/// Nothing but headers, each on one line or on several (RFC 5322, 2.2.3), and people in one of them.
bool isHead(const QString &text)
{
    bool isBelow = false;
    bool isOfPeople = false;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const bool goesOn = isBelow && line[0].isSpace();
        const bool namesPeople = line.contains(headerOfPeople());
        if (!goesOn && !line.trimmed().isEmpty() && !namesPeople && !line.contains(headerOfMatter())) {
            return false;
        }
        isBelow = true;
        isOfPeople = isOfPeople || namesPeople;
    }
    return isOfPeople;
}

/// "waw" of "Ann Lee, ann@x.example, Acme": where the addresses stand.
QString patternOf(const QStringList &entries)
{
    QString pattern;
    for (const QString &entry : entries) {
        pattern += holdsAddress(entry) ? u'a' : u'w';
    }
    return pattern;
}

/// Lines that are alike, with something beside the address in each.
bool areRows(const QStringList &patterns)
{
    const bool areAlike = patterns.size() > 1 && std::ranges::all_of(patterns, [&](const QString &one) {
                              return one == patterns.constFirst();
                          });
    return areAlike && patterns.constFirst().contains(u'w');
}

/// Told by the first part of a long text. An address a line is a table of one column, unless something odd
/// stands among them.
bool isList(const QString &text)
{
    qsizetype addresses = 0;
    qsizetype odd = 0;
    bool isTold = false;
    QStringList patterns;
    for (const QString &line : text.split(u'\n')) {
        const QStringList entries = line.contains(u'\t') ? QStringList() : entriesOf(line);
        const LineKind kind = line.contains(u'\t') ? LineKind::table : kindOfLine(entries);
        if (kind == LineKind::table) {
            return false;
        }
        addresses += kind == LineKind::words ? 0 : std::ranges::count_if(entries, holdsAddress);
        isTold = isTold || kind == LineKind::list || std::ranges::any_of(entries, isAngled)
                || (kind == LineKind::words && !entries.isEmpty() && addresses > 1);
        patterns << (entries.isEmpty() ? QStringList() : QStringList {patternOf(entries)});
        odd += kind == LineKind::words && !entries.isEmpty() ? 1 : 0;
    }
    return isTold && odd * 2 <= addresses && !areRows(patterns);
}

/// Of one recipient: name, address, words that are no name, remarks.
using Row = QStringList;

Row rowOf(const CellAddress &found)
{
    if (!found.isUsable()) { // to be told
        return {found.beside == Beside::warning ? found.name : QString(), found.written, {}, {}};
    }
    if (holdsEncodedWords(found.name) || (found.name.isEmpty() && !found.words.isEmpty())) {
        return {{}, found.address, found.words, {}};
    }
    return {withoutApostrophes(found.name), found.address, {}, {}}; // Outlook puts them around
}

/// What has no address is a row of its own, to be told.
void addRows(QVector<Row> &rows, const QString &entry)
{
    const EmailCell cell = emailsFrom(entry);
    for (const CellAddress &found : cell.addresses) {
        rows << rowOf(found);
    }
    const QString rest = cell.rest.join(u"; "_s);
    if (cell.addresses.size() == 1 && !rest.isEmpty()) {
        rows.last()[3] = rest;
    } else if (!rest.isEmpty()) {
        rows << Row {{}, rest, {}, {}};
    }
}

/// Only the columns that hold anything.
QByteArray tableOf(const QVector<Row> &rows)
{
    const QStringList names {u"Name"_s, u"Email"_s, u"Written as"_s, u"Notes"_s};
    const auto isUsed = [&](qsizetype column) {
        return column < 2
                || std::ranges::any_of(rows, [column](const Row &row) { return !row[column].isEmpty(); });
    };
    QVector<qsizetype> columns;
    for (qsizetype i = 0; i < names.size(); ++i) {
        columns << (isUsed(i) ? QVector {i} : QVector<qsizetype>());
    }
    QByteArray table;
    const auto add = [&](const QStringList &row) {
        QStringList cells;
        std::ranges::transform(columns, std::back_inserter(cells), [&](qsizetype i) { return row[i]; });
        table += csvRow(cells, CsvStyle::raw);
    };
    add(names);
    std::ranges::for_each(rows, add);
    return table;
}

QString decoded(std::string_view text)
{
    QString list = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    return list.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
}

/// A beginning that is long enough to tell, and whole entries.
std::string_view beginningOf(std::string_view text)
{
    constexpr size_t enough = 64 * 1024;
    const std::string_view begin = text.substr(0, enough);
    const size_t end = begin.find_last_of("\n,;");
    return begin.size() == text.size() || end == std::string_view::npos ? begin : begin.substr(0, end);
}

/// A heading ends in a colon, the name of a column does not.
bool isTableOfItsOwn(std::string_view text)
{
    const QString first = cleanLine(decoded(text.substr(0, text.find_first_of("\r\n"))).left(200));
    return !first.endsWith(u':') && !first.contains(u'@') && namesItsColumns(text);
}

} // namespace

std::optional<QByteArray> tableOfRecipients(std::string_view text)
{
    const std::string_view beginning = beginningOf(text);
    if (!beginning.contains('@') || isTableOfItsOwn(beginning)) {
        return std::nullopt;
    }
    const QString begin = decoded(beginning);
    const bool isOfMessage = isHead(begin);
    if (!isOfMessage && !isList(QString(begin).remove(headerOfPeople()))) {
        return std::nullopt;
    }
    QString list = decoded(text);
    static const QRegularExpression folding(u"\\n[ \\t]+(?=\\S)"_s);
    if (isOfMessage) {
        list.replace(folding, u" "_s);
    }
    QVector<Row> rows;
    for (const QString &line : list.remove(headerOfPeople()).split(u'\n')) {
        for (const QString &entry : entriesOf(line)) {
            addRows(rows, entry);
        }
    }
    const bool isAnybody = std::ranges::any_of(rows, [](const Row &row) { return holdsAddress(row[1]); });
    return isAnybody ? std::optional(tableOf(rows)) : std::nullopt;
}

} // namespace crema::exchange
