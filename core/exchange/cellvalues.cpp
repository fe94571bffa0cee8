// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cellvalues.h"

#include "base/dates.h"
#include "base/text.h"
#include "contacts/identity.h"
#include "exchange/formulaguard.h"
#include "model/contactdocument.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

constexpr std::string_view blanks = " \t\r\n";

std::string_view trimmed(std::string_view cell)
{
    const size_t start = cell.find_first_not_of(blanks);
    if (start == std::string_view::npos) {
        return {};
    }
    return cell.substr(start, cell.find_last_not_of(blanks) - start + 1);
}

/// ASCII without anything that `cleanLine` would change.
bool isCleanAscii(std::string_view cell)
{
    char before = 0;
    return std::ranges::all_of(cell, [&before](char c) {
        const bool clean = c >= 0x20 && c < 0x7F && !(c == ' ' && before == ' ');
        before = c;
        return clean;
    });
}

QString fromUtf8(std::string_view cell)
{
    return QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size()));
}

bool isHostLike(QStringView host)
{
    const auto dot = host.lastIndexOf(u'.');
    return dot > 0 && host.size() - dot > 2 && std::ranges::all_of(host, [](QChar c) {
               return c.isLetterOrNumber() || u".-:"_s.contains(c);
           });
}

QStringList splitAddresses(const QString &value)
{
    // A quoted display name may hold a comma ("Roe, Jane" <jane@x.example>).
    QStringList parts(1);
    bool quoted = false;
    bool angled = false;
    for (const QChar c : value) {
        quoted = c == u'"' ? !quoted : quoted;
        angled = c == u'<' || (angled && c != u'>');
        const bool separates = !quoted && !angled && (c == u',' || c == u';' || c == u'|' || c == u'\n');
        if (separates) {
            parts << QString();
        } else {
            parts.last() += c;
        }
    }
    return parts;
}

void addAddress(EmailCell &cell, const QString &address, const QString &name)
{
    cell.addresses << address;
    cell.names << name;
}

/// "Work", "home": what an address is for, not whose.
bool isKindOfPoint(const QString &words)
{
    static const QSet<QString> kinds {u"work"_s,    u"home"_s,   u"office"_s, u"business"_s, u"personal"_s,
                                      u"private"_s, u"school"_s, u"other"_s,  u"main"_s,     u"primary"_s,
                                      u"privat"_s,  u"arbeit"_s, u"email"_s,  u"e-mail"_s,   u"preferred"_s,
                                      u"old"_s,     u"new"_s};
    return kinds.contains(fold(words));
}

/// "and", "-", "work:": no part of an address.
bool isBesideAddress(const QString &word)
{
    static const QSet<QString> joining {u"and"_s, u"or"_s, u"und"_s, u"oder"_s, u"et"_s, u"ou"_s};
    static const QRegularExpression signs(u"[\\[\\]():]"_s);
    const QString label = QString(word).remove(signs);
    return label.size() <= 1 || joining.contains(fold(word)) || isKindOfPoint(label);
}

/// "mailto:jay@x.example?subject=hi", an address at the end of a sentence, half a bracket.
QString bareAddress(QString address)
{
    if (address.startsWith("mailto:"_L1, Qt::CaseInsensitive)) {
        address = address.sliced(7);
    }
    if (address.startsWith("smtp:"_L1, Qt::CaseInsensitive)) { // Exchange's proxy addresses
        address = address.sliced(5);
    }
    address = address.section(u'?', 0, 0);
    while (address.endsWith(u'.') || address.endsWith(u'>')) {
        address.chop(1);
    }
    return address;
}

/// Leaves the address of "Ann Lee <ann@x.example>", "Ann Lee (ann@x.example)" and "ann@x.example (Ann Lee)"
/// alone.
QString takeDisplayName(QString &address)
{
    const bool angled = address.endsWith(u'>');
    const auto open = address.lastIndexOf(angled ? u'<' : u'(');
    if (open < 0 || (!angled && !address.endsWith(u')'))) {
        return {};
    }
    QString before = address.left(open).trimmed();
    before.remove(u'"');
    QString inside = address.sliced(open + 1).chopped(1).trimmed();
    const bool isComment = !angled && !isEmailAddress(bareAddress(inside)); // RFC 5322, 3.2.2
    address = isComment ? before : inside;
    const QString name = isComment ? inside : before;
    return isEmailAddress(name) || isKindOfPoint(name) ? QString() : name;
}

/// Half of what may be a broken address: "bob" in "bob roe@x.example", which is not roe's.
bool mayBelongToAddress(const QString &word)
{
    static const QRegularExpression plain(u"^[\\w.+%'-]*\\w$"_s,
                                          QRegularExpression::UseUnicodePropertiesOption);
    return word.contains(plain) && !isBesideAddress(word);
}

/// "Ann Lee" before "ann@x.example".
bool isNameBefore(const QStringList &words)
{
    return words.size() >= 2
            && std::ranges::all_of(words, [](const QString &w) { return w[0].isUpper() && w.size() > 1; });
}

/// "a@x.example b@y.example", "Gmail: a@x.example", "a@x.example (work), after 5pm".
void readWords(EmailCell &cell, const QStringList &words, const QString &name)
{
    QStringList before; // since the last address
    QStringList rest;
    for (const QString &word : words) {
        if (!isEmailAddress(bareAddress(word))) {
            before << word;
            continue;
        }
        const bool isNamed = isNameBefore(before);
        if (!before.isEmpty() && !isNamed && mayBelongToAddress(before.constLast())) {
            rest << before << word;
        } else {
            const QString own = isNamed ? before.join(u' ') : name;
            addAddress(cell, bareAddress(word), own);
            cell.displayName = cell.displayName.isEmpty() ? own : cell.displayName;
            rest << (isNamed ? QStringList() : before);
        }
        before.clear();
    }
    rest << before;
    rest.removeIf(isBesideAddress);
    if (!rest.isEmpty()) {
        cell.rejected << rest.join(u' ');
    }
}

void readAddress(EmailCell &cell, const QString &part)
{
    QString address = withoutApostrophes(cleanValue(part));
    if (address.isEmpty() || address.startsWith("/o="_L1, Qt::CaseInsensitive)) {
        return;
    }
    const QString name = takeDisplayName(address);
    if (cell.displayName.isEmpty()) {
        cell.displayName = name;
    }
    address = bareAddress(address);
    if (isEmailAddress(address)) {
        addAddress(cell, address, name);
        return;
    }
    for (const QString &one : address.split(u'/', Qt::SkipEmptyParts)) {
        readWords(cell, one.split(u' ', Qt::SkipEmptyParts), name);
    }
}

/// Cut at commas outside of quotation marks: Mailchimp writes "Alumni","Speaker, VIP". A mark inside a tag
/// (5" wafers) or without its other half is text.
QStringList quotedParts(const QString &value)
{
    static const QRegularExpression part(u"\\s*\"([^\"]*)\"\\s*(?:,|$)|([^,]*)(?:,|$)"_s);
    if (!value.contains(u'"')) { // nearly always
        return value.split(u',');
    }
    QStringList parts;
    for (auto found = part.globalMatch(value); found.hasNext();) {
        const auto match = found.next();
        parts << match.captured(match.lastCapturedIndex());
    }
    return parts;
}

/// "+49 (30) 123-456": no sign that could part two numbers.
bool isPlainNumber(QStringView value)
{
    return !value.isEmpty() && std::ranges::all_of(value.sliced(value[0] == u'+'), [](QChar c) {
        return c.isDigit() || c == u' ' || c == u'-' || c == u'(' || c == u')' || c == u'.';
    });
}

} // namespace

QString lineFrom(std::string_view cell)
{
    cell = trimmed(withoutGuard(trimmed(cell)));
    if (cell.empty()) {
        return {};
    }
    // Most cells need no cleaning; no placeholder is longer than this.
    constexpr size_t longestPlaceholder = 16;
    if (isCleanAscii(cell)) {
        const auto line = QString::fromLatin1(cell.data(), static_cast<qsizetype>(cell.size()));
        return cell.size() <= longestPlaceholder && isPlaceholder(line) ? QString() : line;
    }
    return cleanValue(fromUtf8(cell));
}

QString withoutApostrophes(const QString &text)
{
    const bool around = text.size() > 2 && text.startsWith(u'\'') && text.endsWith(u'\'');
    return around ? text.sliced(1).chopped(1) : text;
}

QString nameLineFrom(std::string_view cell)
{
    const QString line = lineFrom(cell);
    const QString written = line.isEmpty() ? fromUtf8(trimmed(withoutGuard(trimmed(cell)))) : QString();
    return withoutApostrophes(mayBeNameOrNothing(written) ? written : line);
}

bool mayBeNameOrNothing(const QString &text)
{
    static const QSet<QString> names {u"Na"_s, u"Nan"_s, u"Nil"_s, u"Null"_s};
    return names.contains(text);
}

QString textFrom(std::string_view cell)
{
    cell = trimmed(withoutGuard(trimmed(cell)));
    const bool clean = std::ranges::all_of(cell, [](char c) { return (c >= 0x20 && c < 0x7F) || c == '\n'; });
    const QString text = clean ? QString::fromLatin1(cell.data(), static_cast<qsizetype>(cell.size()))
                               : cleanText(fromUtf8(cell));
    return isPlaceholder(text) ? QString() : text;
}

QStringList joinedValues(const QString &value)
{
    if (!value.contains(u':') || !value.contains(":::"_L1)) {
        return value.isEmpty() ? QStringList() : QStringList {value};
    }
    QStringList values;
    for (const QString &part : value.split(u":::"_s)) {
        if (const QString line = cleanValue(part); !line.isEmpty()) {
            values << line;
        }
    }
    return values;
}

QStringList tagsFrom(const QString &value)
{
    QString even = value;
    even.replace(u":::"_s, u","_s);
    if (!even.contains(u'"')) {
        even.replace(u';', u',').replace(u'|', u',');
    }
    QStringList tags;
    for (const QString &part : quotedParts(even)) {
        QString tag = cleanValue(part);
        const bool isGooglesOwn = tag.startsWith("* "_L1);
        if (isGooglesOwn) {
            tag = tag.sliced(2).trimmed();
        }
        const bool isSystemGroup = isGooglesOwn
                && (tag.compare("myContacts"_L1, Qt::CaseInsensitive) == 0
                    || tag.compare("My Contacts"_L1, Qt::CaseInsensitive) == 0
                    || tag.compare("starred"_L1, Qt::CaseInsensitive) == 0);
        if (!tag.isEmpty() && !isSystemGroup && !tags.contains(tag, Qt::CaseInsensitive)) {
            tags << tag;
        }
    }
    return tags;
}

EmailCell emailsFrom(const QString &value)
{
    EmailCell cell;
    if (isEmailAddress(value) && !value.startsWith(u'\'') && !value.contains(u'?')) { // nearly always
        addAddress(cell, value, {});
        return cell;
    }
    for (const QString &joined : joinedValues(value)) {
        for (const QString &part : splitAddresses(joined)) {
            readAddress(cell, part);
        }
    }
    return cell;
}

bool isPhoneNumber(const QString &value)
{
    constexpr auto fewest = 3; // an extension, an emergency number
    return std::ranges::count_if(value, [](QChar c) { return c.isDigit(); }) >= fewest;
}

QStringList phonesFrom(const QString &value)
{
    if (isPlainNumber(value)) { // nearly always
        return {value};
    }
    static const QRegularExpression between(u"\\s*[;|,]\\s*|\\s+/\\s+|\\s+(?=\\+)"_s);
    constexpr auto fewest = 7; // digits of a number that stands by itself
    QStringList phones;
    for (QString joined : joinedValues(value)) {
        if (joined.startsWith(u'\'')) { // keeps a spreadsheet from taking the number for one
            joined = joined.sliced(1);
        }
        const QStringList parts = joined.split(between, Qt::SkipEmptyParts);
        const bool several = std::ranges::all_of(parts, [](const QString &part) {
            return std::ranges::count_if(part, [](QChar c) { return c.isDigit(); }) >= fewest;
        });
        phones << (several ? parts : QStringList {joined});
    }
    return phones;
}

QString webAddressFrom(const QString &value)
{
    if (value.contains(u'\\')) { // Google: "http\://..."
        return webAddressFrom(QString(value).remove(u'\\'));
    }
    if (value.isEmpty() || value.contains(u' ') || value.contains(u'@')) {
        return {};
    }
    QStringView rest(value);
    const auto scheme = value.indexOf("://"_L1);
    if (scheme >= 0) {
        const QStringView name = rest.left(scheme);
        if (name.compare("http"_L1, Qt::CaseInsensitive) != 0
            && name.compare("https"_L1, Qt::CaseInsensitive) != 0) {
            return {};
        }
        rest = rest.sliced(scheme + 3);
    }
    const auto end = std::ranges::find_if(rest, [](QChar c) { return c == u'/' || c == u'?' || c == u'#'; });
    if (!isHostLike(rest.left(end - rest.begin()))) {
        return {};
    }
    return scheme >= 0 ? value : "https://"_L1 + value;
}

QString linkedinFrom(const QString &value)
{
    if (value.isEmpty() || value.contains(u' ')) {
        return {};
    }
    if (const QString url = webAddressFrom(value); !contacts::linkedinSlug(url).isEmpty()) {
        return url;
    }
    QStringView path(value);
    while (path.startsWith(u'/') || path.startsWith(u'@')) {
        path = path.sliced(1);
    }
    const bool isPath = path.startsWith("in/"_L1);
    if (isPath) {
        path = path.sliced(3);
    }
    const bool isPlain = path.size() >= 3 && path.size() <= 100 && std::ranges::all_of(path, [](QChar c) {
                             return c.isLetterOrNumber() || u"-_%/"_s.contains(c);
                         });
    // A bare word may be a "yes"; nearly all profile names have a hyphen or a digit.
    const bool isSlug = isPlain
            && (isPath || std::ranges::any_of(path, [](QChar c) { return c == u'-' || c.isDigit(); }));
    const QString url = u"https://www.linkedin.com/in/"_s + path.toString();
    return isSlug && !contacts::linkedinSlug(url).isEmpty() ? url : QString();
}

QString kindFrom(const QString &label)
{
    static const QHash<QString, QString> kinds {
            {u"work"_s, u"work"_s},
            {u"business"_s, u"work"_s},
            {u"office"_s, u"work"_s},
            {u"arbeit"_s, u"work"_s},
            {u"travail"_s, u"work"_s},
            {u"trabajo"_s, u"work"_s},
            {u"personal"_s, u"personal"_s},
            {u"private"_s, u"personal"_s},
            {u"privat"_s, u"personal"_s},
            {u"mobile"_s, u"mobile"_s},
            {u"cell"_s, u"mobile"_s},
            {u"iphone"_s, u"mobile"_s},
            {u"mobil"_s, u"mobile"_s},
            {u"handy"_s, u"mobile"_s},
            {u"school"_s, u"school"_s},
            {u"smtp"_s, {}},
            {u"internet"_s, {}},
            {u"pref"_s, {}},
            {u"voice"_s, {}},
            {u"x-internet"_s, {}},
            {u"profile"_s, {}},
    };
    QString word = fold(cleanValue(label));
    while (word.startsWith(u'*') || word.startsWith(u' ')) {
        word.remove(0, 1);
    }
    return kinds.value(word, word);
}

QString withoutRecordLinks(const QString &value)
{
    if (!value.endsWith(u')')) { // nearly always
        return value;
    }
    static const QRegularExpression link(
            u"\\s*\\((?:https?://[^()\\s]+|[\\w-]+(?:\\.[\\w-]+)*\\.[a-z]{2,})\\)(?=$|,)"_s);
    QString plain = value;
    plain.remove(link);
    return plain.isEmpty() ? value : plain;
}

QString yearFrom(const QString &value)
{
    const int year = yearIn(value);
    return year > 0 ? QString::number(year) : QString();
}

} // namespace crema::exchange
