// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cellvalues.h"

#include "base/dates.h"
#include "base/text.h"
#include "contacts/identity.h"
#include "exchange/formulaguard.h"
#include "model/contactdocument.h"

#include <QCoreApplication>
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
    unsigned odd = 0; // without a way out of the loop: many characters at a time
    for (const char c : cell) {
        odd |= static_cast<unsigned>(c < 0x20 || c == 0x7F);
    }
    return odd == 0 && !cell.contains("  ");
}

QString fromUtf8(std::string_view cell)
{
    return QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size()));
}

bool isHostLike(QStringView host)
{
    const auto dot = host.lastIndexOf(u'.');
    return dot > 0 && host.size() - dot > 2 && std::ranges::all_of(host, [](QChar c) {
               return c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u':';
           });
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
    unsigned odd = 0;
    for (const char c : cell) {
        odd |= static_cast<unsigned>((c < 0x20 && c != '\n') || c == 0x7F);
    }
    const QString text = odd == 0 ? QString::fromLatin1(cell.data(), static_cast<qsizetype>(cell.size()))
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
    if (even.contains(u':')) {
        even.replace(u":::"_s, u","_s);
    }
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

bool isPhoneNumber(const QString &value)
{
    constexpr auto fewest = 3; // an extension, an emergency number
    return std::ranges::count_if(value, [](QChar c) { return c.isDigit(); }) >= fewest;
}

QString noPhone(const QString &value)
{
    return QCoreApplication::translate("import",
                                       "\"%1\" is no telephone number; it was kept as an extra field")
            .arg(value);
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
    const bool isUsual = value.startsWith("https://"_L1);
    const auto scheme = isUsual ? 5 : value.indexOf("://"_L1);
    if (scheme >= 0) {
        const QStringView name = rest.left(scheme);
        if (!isUsual && name.compare("http"_L1, Qt::CaseInsensitive) != 0
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
