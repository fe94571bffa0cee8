// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/personnames.h"

#include "base/text.h"
#include "contacts/nameforms.h"
#include "exchange/nameasides.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

/// Without dots and trade marks: "Ph.D." -> "phd", "PMP®" -> "pmp".
QString bare(QStringView word)
{
    QString text;
    std::ranges::copy_if(word, std::back_inserter(text),
                         [](QChar c) { return c.isLetterOrNumber() || c == u'-'; });
    return text.toLower();
}

bool isKnownCredential(QStringView word)
{
    static const QSet<QString> known {
            u"mba"_s,  u"emba"_s, u"phd"_s,  u"dphil"_s, u"md"_s,      u"jd"_s,       u"llm"_s,   u"llb"_s,
            u"esq"_s,  u"cfa"_s,  u"cpa"_s,  u"caia"_s,  u"frm"_s,     u"cfp"_s,      u"cma"_s,   u"cia"_s,
            u"acca"_s, u"aca"_s,  u"fca"_s,  u"cima"_s,  u"pmp"_s,     u"csm"_s,      u"cspo"_s,  u"psm"_s,
            u"pe"_s,   u"ceng"_s, u"phr"_s,  u"sphr"_s,  u"shrm-cp"_s, u"shrm-scp"_s, u"cissp"_s, u"cisa"_s,
            u"cism"_s, u"rn"_s,   u"bsn"_s,  u"msn"_s,   u"dds"_s,     u"dmd"_s,      u"do"_s,    u"pharmd"_s,
            u"edd"_s,  u"mph"_s,  u"mpa"_s,  u"mpp"_s,   u"mfa"_s,     u"med"_s,      u"msc"_s,   u"bsc"_s,
            u"msf"_s,  u"msw"_s,  u"lcsw"_s, u"ms"_s,    u"ma"_s,      u"bs"_s,       u"ba"_s,    u"obe"_s,
            u"mbe"_s,  u"cbe"_s,  u"frcp"_s, u"mrcp"_s,  u"frcs"_s,    u"mrcs"_s,     u"facs"_s,  u"facp"_s,
            u"faia"_s, u"dvm"_s,  u"dnp"_s,  u"aia"_s,   u"mcipd"_s,   u"fcipd"_s,    u"mim"_s,   u"meng"_s,
    };
    return known.contains(bare(word));
}

/// Written the way degrees are: "MBA", "Ph.D.", "SHRM-CP"; "Ma" and "Do" are surnames.
bool isWrittenAsCredential(QStringView word)
{
    const bool capitals = std::ranges::none_of(word, [](QChar c) { return c.isLower(); });
    static const QSet<QString> mixed {u"phd"_s, u"dphil"_s, u"esq"_s,  u"pharmd"_s, u"edd"_s,
                                      u"msc"_s, u"bsc"_s,   u"ceng"_s, u"meng"_s};
    return capitals || mixed.contains(bare(word));
}

bool looksLikeAcronym(QStringView word)
{
    return word.size() >= 2 && word.size() <= 9 && std::ranges::all_of(word, [](QChar c) {
               return c.isUpper() || c.isDigit() || u".-®™/"_s.contains(c);
           });
}

bool isAllCapitals(QStringView text)
{
    return std::ranges::none_of(text, [](QChar c) { return c.isLower(); });
}

bool isPrefix(const QString &word)
{
    static const QSet<QString> prefixes {u"mr"_s,   u"mrs"_s,  u"ms"_s,        u"miss"_s, u"mx"_s,
                                         u"dr"_s,   u"prof"_s, u"professor"_s, u"sir"_s,  u"dame"_s,
                                         u"herr"_s, u"frau"_s, u"mme"_s,       u"hon"_s,  u"rev"_s,
                                         u"capt"_s, u"ing"_s,  u"dipl-ing"_s};
    return prefixes.contains(bare(word));
}

/// What follows a German "Dr.": "med.", "rer. nat.", "h.c.".
bool isFaculty(const QString &word)
{
    static const QSet<QString> faculties {u"med"_s, u"rer"_s, u"nat"_s, u"pol"_s, u"oec"_s,   u"phil"_s,
                                          u"jur"_s, u"iur"_s, u"hc"_s,  u"ing"_s, u"habil"_s, u"dent"_s};
    return (word.endsWith(u'.') || word.startsWith(u'-')) && faculties.contains(bare(word).remove(u'-'));
}

void addListed(QString &list, const QString &more)
{
    if (!more.isEmpty()) {
        list = list.isEmpty() ? more : list + ", "_L1 + more;
    }
}

/// True when all words behind a comma are degrees, or at least look like some and `before` does not shout
/// anyway.
bool isCredentialPart(const QString &part, const QString &before, qsizetype wordsBefore)
{
    const QStringList words = part.split(u' ', Qt::SkipEmptyParts);
    return !words.isEmpty() && std::ranges::all_of(words, [&](const QString &word) {
        return isCredential(word) || (looksLikeAcronym(word) && wordsBefore >= 2 && !isAllCapitals(before));
    });
}

/// Cuts ", MBA, CFA" and a final " MBA" off; a generation behind a comma ("King, Jr.") joins the name.
QString takeCredentials(QString &name, qsizetype fewestWords)
{
    QString credentials;
    QStringList parts = name.split(u',');
    while (parts.size() > 1) {
        const QString tail = parts.constLast().trimmed();
        const QString before = parts.mid(0, parts.size() - 1).join(u',');
        const qsizetype wordsBefore = before.split(u' ', Qt::SkipEmptyParts).size()
                + (fewestWords < 2 ? 1 : 0);
        if (tail.isEmpty()) {
            parts.removeLast();
        } else if (isGeneration(tail)) {
            parts.removeLast();
            parts.last() = parts.constLast().trimmed() + u' ' + tail;
        } else if (isCredentialPart(tail, before, wordsBefore)) {
            credentials = credentials.isEmpty() ? tail : tail + ", "_L1 + credentials;
            parts.removeLast();
        } else {
            break;
        }
    }
    name = parts.join(u',').trimmed();
    QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    const bool shouts = isAllCapitals(name);
    while (!shouts && words.size() > fewestWords && isCredential(words.constLast())) {
        credentials = credentials.isEmpty() ? words.constLast() : words.constLast() + ", "_L1 + credentials;
        words.removeLast();
    }
    name = words.join(u' ');
    return credentials;
}

QString takePrefix(QString &name)
{
    if (!isPrefix(name.section(u' ', 0, 0))) {
        return {}; // nearly always
    }
    QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    QStringList prefix;
    while (words.size() > 1 && !words.constFirst().endsWith(u',') // "Hon, Amy"
           && (isPrefix(words.constFirst()) || (!prefix.isEmpty() && isFaculty(words.constFirst())))) {
        prefix << words.takeFirst();
    }
    name = words.join(u' ');
    return prefix.join(u' ');
}

bool isInitial(const QString &word)
{
    return (word.size() == 1 && word[0].isUpper())
            || (word.size() == 2 && word[0].isUpper() && word[1] == u'.');
}

bool isDash(const QString &word)
{
    return std::ranges::all_of(word, [](QChar c) { return u"-–—"_s.contains(c); });
}

void splitWestern(PersonName &name, QStringList words)
{
    QString generation;
    if (words.size() > 2 && isGeneration(words.constLast())) {
        generation = u' ' + words.takeLast();
    }
    if (words.size() == 1) {
        name.first = words.constFirst() + generation;
        return;
    }
    qsizetype lastStart = words.size() - 1;
    if (words.constFirst().front().isLower() && isParticle(words.constFirst())) {
        name.last = words.join(u' ') + generation; // "van den Berg" and no first name
        return;
    }
    const auto reachesBack = [&] { return isParticle(words[lastStart - 1]); };
    const auto joined = [&] { return lastStart > 2 && isDash(words[lastStart - 1]); };
    while (lastStart > 1 && (reachesBack() || joined())) {
        lastStart -= joined() ? 2 : 1; // "Garcia - Lopez" only has blanks too many
    }
    QStringList first = words.mid(0, lastStart);
    if (first.size() > 1 && !hasLetter(first.constLast())) {
        first.removeLast(); // "约翰 · 史密斯", "Doe | Jane"
    }
    if (first.size() > 1 && isInitial(first.constLast()) && !isInitial(first.constFirst())) {
        name.middle = first.takeLast();
    }
    name.first = first.join(u' ');
    name.last = words.mid(lastStart).join(u' ') + generation;
}

/// What stands behind the comma of "Roe, Robert J. Jr.".
void takeFromFirst(PersonName &name, QStringList words)
{
    if (words.size() > 1 && isGeneration(words.constLast())) {
        name.last += u' ' + words.takeLast();
    }
    if (words.size() > 1 && isInitial(words.constLast()) && !isInitial(words.constFirst())) {
        name.middle = words.takeLast();
    }
    name.first = words.join(u' ');
}

/// "Ann Lee '24": when somebody graduated is not part of the name.
void takeClassYear(PersonName &name, QString &rest)
{
    static const QRegularExpression year(u"\\s+(['’]\\d{2})$"_s);
    if (const auto match = year.match(rest); match.hasMatch()) {
        name.aside += name.aside.isEmpty() ? match.captured(1) : ", "_L1 + match.captured(1);
        rest = rest.left(match.capturedStart());
    }
}

} // namespace

bool isParticle(const QString &word)
{
    static const QSet<QString> particles {
            u"van"_s, u"von"_s, u"vom"_s, u"zu"_s, u"zum"_s, u"de"_s,  u"del"_s, u"della"_s, u"der"_s,
            u"den"_s, u"des"_s, u"di"_s,  u"da"_s, u"das"_s, u"do"_s,  u"dos"_s, u"du"_s,    u"la"_s,
            u"le"_s,  u"las"_s, u"los"_s, u"el"_s, u"al"_s,  u"bin"_s, u"ibn"_s, u"ben"_s,   u"bint"_s,
            u"ter"_s, u"ten"_s, u"te"_s,  u"af"_s, u"av"_s,  u"st."_s, u"y"_s,   u"'t"_s};
    return particles.contains(word.toLower());
}

bool isCredential(QStringView word)
{
    return isKnownCredential(word) && isWrittenAsCredential(word);
}

bool isEastAsian(QStringView text)
{
    bool any = false;
    for (const QChar c : text) {
        const QChar::Script script = c.script();
        const bool own = script == QChar::Script_Han || script == QChar::Script_Hiragana
                || script == QChar::Script_Katakana || script == QChar::Script_Hangul;
        if (!own && !c.isSpace() && c != u'・' && c != u'ー' && c != u'々' && !c.isSurrogate()) {
            return false;
        }
        any = any || own;
    }
    return any;
}

bool isCourtesyTitle(const QString &text)
{
    static const QSet<QString> others {
            u"sr"_s,   u"sra"_s,      u"srta"_s,   u"sig"_s, u"dott"_s, u"mlle"_s, u"m"_s,   u"drs"_s,
            u"mag"_s,  u"monsieur"_s, u"madame"_s, u"hr"_s,  u"fr"_s,   u"mevr"_s, u"dhr"_s, u"pan"_s,
            u"pani"_s, u"doctor"_s,   u"lady"_s,   u"fru"_s, u"bay"_s,  u"bayan"_s};
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    return !words.isEmpty() && std::ranges::all_of(words, [](const QString &word) {
        return isPrefix(word) || isFaculty(word) || others.contains(bare(word));
    });
}

bool isGeneration(QStringView word)
{
    return word.size() <= 8 && contacts::isGeneration(bare(word));
}

PersonName nameFrom(const QString &full)
{
    PersonName name;
    QString rest = withoutBullet(full);
    name.prefix = takePrefix(rest);
    const QString remark = takeRemark(rest, NamePart::whole);
    name.credentials = takeCredentials(rest, 2);
    name.aside = takeAsides(rest);
    addListed(name.aside, remark);
    takeClassYear(name, rest);
    if (const auto comma = rest.indexOf(u','); comma > 0) {
        name.last = rest.left(comma).trimmed();
        QString first = rest.sliced(comma + 1).trimmed();
        if (const auto next = first.indexOf(u','); next > 0 && isGeneration(first.left(next))) {
            name.last += u' ' + first.left(next); // "Smith, Jr., John"
            first = first.sliced(next + 1).trimmed();
        }
        addListed(name.credentials, takeCredentials(first, 1));
        if (name.prefix.isEmpty()) {
            name.prefix = takePrefix(first);
        }
        takeFromFirst(name, first.split(u' ', Qt::SkipEmptyParts));
        return name;
    }
    if (name.prefix.isEmpty()) {
        name.prefix = takePrefix(rest); // "(External) Dr. Ann Lee"
    }
    const QStringList words = rest.split(u' ', Qt::SkipEmptyParts);
    if (words.size() == 2 && isEastAsian(rest)) {
        name.last = words[0];
        name.first = words[1];
    } else if (!words.isEmpty()) {
        splitWestern(name, words);
    }
    return name;
}

PersonName nameFrom(const QString &first, const QString &last)
{
    PersonName name;
    name.first = withoutBullet(first);
    name.last = last;
    for (QString *part : {&name.first, &name.last}) {
        const QString remark = takeRemark(*part, NamePart::half);
        addListed(name.aside, takeAsides(*part));
        addListed(name.aside, remark);
    }
    // Nearly every name is plain words.
    if (name.first.contains(u' ') || name.first.contains(u',')) {
        name.credentials = takeCredentials(name.first, 1);
        name.prefix = takePrefix(name.first);
    }
    if (name.last.contains(u' ') || name.last.contains(u',')) {
        addListed(name.credentials, takeCredentials(name.last, 1));
    }
    return name;
}

} // namespace crema::exchange
