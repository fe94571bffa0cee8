// SPDX-License-Identifier: GPL-3.0-or-later
#include "write/phrases.h"

#include "base/text.h"
#include "truth/articles.h"
#include "truth/facts.h"
#include "truth/standing.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::write {

namespace {

constexpr int longestName = 14; // words of a firm or school that one sentence still carries
constexpr int longestTitle = 8;
constexpr qsizetype longestText = 110; // characters, for scripts without blanks

bool isTooLong(const QString &text, int words)
{
    return wordCount(text) > words || text.size() > longestText;
}

// Chinese characters, kana and hangul: names are written family name first and without a blank.
bool isEastAsian(const QString &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) {
        const char16_t u = c.unicode();
        return (u >= 0x3040 && u <= 0x30FF) || (u >= 0x3400 && u <= 0x9FFF) || (u >= 0xAC00 && u <= 0xD7A3)
                || c.isSurrogate() || u == 0x3005;
    });
}

// "Anna (Annie) Smith, CFA 🚀" -> "Anna Smith"
QString plainName(const QString &name)
{
    static const QRegularExpression brackets(u"\\s*[(\\[\"“][^)\\]\"”]*[)\\]\"”]"_s);
    static const QRegularExpression emoji(uR"([\x{1F000}-\x{1FAFF}\x{2600}-\x{27BF}\x{FE0F}★☆✓✔™®©])"_s);
    static const QRegularExpression title(u"^(?:dr|prof|professor|mr|mrs|ms|miss|mx|sir)\\.?\\s+(?=\\S)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    QString plain = truth::sayable(name);
    plain.remove(brackets).remove(emoji);
    plain = plain.section(u',', 0, 0).section(u" | "_s, 0, 0);
    plain = cleanLine(plain);
    plain.remove(title);
    return truth::sayable(plain);
}

QString beforeFirst(const QString &text, const QStringList &marks)
{
    qsizetype end = text.size();
    for (const QString &mark : marks) {
        const qsizetype at = text.indexOf(mark, 0, Qt::CaseInsensitive);
        end = at > 0 ? std::min(end, at) : end;
    }
    return text.left(end).trimmed();
}

QString withoutEndMarks(QString text)
{
    while (!text.isEmpty() && u",;:-–|/•"_s.contains(text.back())) {
        text.chop(1);
        text = text.trimmed();
    }
    return text;
}

bool isLatin(QChar c)
{
    return c.script() == QChar::Script_Latin;
}

// "the University of Michigan", "the London School of Economics", "the U.S. Department of State".
QString withArticle(const QString &name)
{
    static const QRegularExpression pattern(
            uR"(^(?:University|Universities|Ministry|Office|Bureau|Embassy|City|State|County|Museum|Library|United Nations|World Bank|Federal Reserve)(?: of\b|$)|^[A-Z][^,]*\b(?:Institute|School|College|Academy|Department|Ministry) of\b|^(?:Institute|School|College|Academy|Department|Technical University|Free University) of\b)"_s);
    return !name.startsWith("The "_L1) && pattern.match(name).hasMatch() ? u"the "_s + name : name;
}

/// The title itself, cut to what a sentence carries, whatever it says.
QString shortTitle(const QString &title)
{
    QString plain = truth::plainTitle(truth::sayable(title));
    if (isTooLong(plain, longestTitle)) {
        plain = beforeFirst(plain, {u" - "_s, u" – "_s, u" — "_s, u" ("_s});
    }
    if (isTooLong(plain, longestTitle)) {
        plain = plain.section(u", "_s, 0, 1);
    }
    if (isTooLong(plain, longestTitle)) {
        plain = plain.section(u", "_s, 0, 0);
    }
    plain = withoutEndMarks(plain);
    return isTooLong(plain, longestTitle) ? QString() : plain;
}

QString withRole(const QString &plain)
{
    return truth::isSingular(plain) ? plain : truth::articleFor(plain) + u' ' + plain;
}

QString worded(const QString &title, const QString &be, const QString &work)
{
    const QString plain = jobTitle(title);
    if (plain.isEmpty()) {
        return {};
    }
    if (!isLatin(plain[0])) {
        return work + u" as "_s + plain;
    }
    if (truth::isDepartment(plain)) {
        return work + u" in "_s + plain;
    }
    return be + u' ' + withRole(plain);
}

} // namespace

QString greetingName(const Contact &contact)
{
    const QString first = plainName(contact.firstName);
    const QString last = plainName(contact.lastName);
    if (first.isEmpty()) {
        return last;
    }
    if (isEastAsian(first) && isEastAsian(last)) {
        return last + first;
    }
    const bool initial = first.size() <= 2 && isLatin(first[0])
            && (first.size() == 1 || first.endsWith(u'.'));
    return initial && !last.isEmpty() ? first + u' ' + last : first;
}

QString fullName(const Contact &contact)
{
    const QString first = plainName(contact.firstName);
    const QString last = plainName(contact.lastName);
    if (first.isEmpty() || last.isEmpty()) {
        return first + last;
    }
    return isEastAsian(first) && isEastAsian(last) ? last + first : first + u' ' + last;
}

QString firmName(const QString &company)
{
    if (!truth::isFirm(company)) {
        return {};
    }
    // Only where a name is left in front of it: not in "The Limited", "Tiffany & Co.".
    static const QRegularExpression form(
            uR"((?<=[\p{L}\p{N})])(?:,\s*|\s+)(?:inc|incorporated|llc|l\.l\.c|ltd|limited|corp|gmbh|plc|llp|co\.?,?\s+ltd|pty\.?\s+ltd|pvt\.?\s+ltd|k\.k|s\.a|n\.v|b\.v|s\.r\.l|s\.p\.a)\.?$)"_s,
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const QString whole = truth::sayable(company);
    QString name = whole;
    name.remove(form);
    name = withoutEndMarks(name);
    if (fold(name) == "the"_L1 || name.size() < 2) {
        name = whole;
    }
    return isTooLong(name, longestName) ? QString() : withArticle(name);
}

QString jobTitle(const QString &title)
{
    const QString plain = shortTitle(title);
    return truth::isJob(plain) ? plain : QString();
}

QString doing(const QString &title)
{
    return worded(title, u"are"_s, u"work"_s);
}

QString did(const QString &title)
{
    return worded(title, u"were"_s, u"worked"_s);
}

QString studying(const QString &title, const QString &school)
{
    const QString plain = shortTitle(title);
    if (truth::titleKind(plain) != truth::TitleKind::studies || !isLatin(plain[0])) {
        return {};
    }
    const QString what = u"are "_s + truth::articleFor(plain) + u' ' + plain;
    return school.isEmpty() ? what : what + u" at "_s + school;
}

QString role(const QString &title)
{
    const QString plain = jobTitle(title);
    if (plain.isEmpty() || truth::isDepartment(plain)) {
        return {};
    }
    return isLatin(plain[0]) ? withRole(plain) : plain;
}

QString schoolName(const QString &school)
{
    const QString name = withoutEndMarks(beforeFirst(truth::sayable(school), {u" | "_s}));
    return isTooLong(name, longestName) ? QString() : withArticle(name);
}

QString townName(const QString &town)
{
    const QString name = truth::sayable(town).section(u',', 0, 0).trimmed();
    static const QStringList noTowns {u"remote"_s, u"worldwide"_s, u"global"_s,
                                      u"online"_s, u"anywhere"_s,  u"hybrid"_s};
    const bool area = containsWords(name, u"area") || containsWords(name, u"metropolitan")
            || containsWords(name, u"region");
    return noTowns.contains(fold(name)) || area || isTooLong(name, 5) ? QString() : name;
}

QString fieldName(const QString &field)
{
    const QString name = withoutEndMarks(beforeFirst(truth::sayable(field), {u" | "_s, u";"_s}));
    return isTooLong(name, longestTitle) ? QString() : name;
}

} // namespace crema::write
