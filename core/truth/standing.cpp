// SPDX-License-Identifier: GPL-3.0-or-later
#include "truth/standing.h"

#include "base/dates.h"
#include "base/text.h"
#include "truth/segments.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::truth {

namespace {

QSet<QString> phrases(const char *list)
{
    const QStringList all = QString::fromLatin1(list).split(u',');
    return {all.begin(), all.end()};
}

constexpr qsizetype longestPhrase = 4; // words

/// True when the words begin with one of the phrases. Titles are read by the thousand: no phrase is tried by
/// itself.
bool startsWithAny(const QString &words, const QSet<QString> &phrases)
{
    qsizetype end = 0;
    for (qsizetype count = 0; count < longestPhrase && end < words.size(); ++count) {
        end = words.indexOf(u' ', end + 1);
        end = end < 0 ? words.size() : end;
        if (phrases.contains(words.first(end))) {
            return true;
        }
    }
    return false;
}

bool endsWithAny(const QString &words, const QSet<QString> &phrases)
{
    qsizetype start = words.size();
    for (qsizetype count = 0; count < longestPhrase && start > 0; ++count) {
        start = start > 1 ? words.lastIndexOf(u' ', start - 2) + 1 : 0;
        if (phrases.contains(words.sliced(start))) {
            return true;
        }
    }
    return false;
}

bool isAway(const QString &words)
{
    static const QSet<QString> starts = phrases(
            "seeking,looking,open to,actively,unemployed,between,in transition,career break,on a career "
            "break,"
            "not working,available for,on leave,on a break,on sabbatical,gap year,taking,"
            "retired,retiree,deceased,in memoriam,former,formerly,ex,past,previously,aspiring,prospective,"
            "stay at home,full time mom,full time mum,full time mother,full time dad,full time father,"
            "full time parent,homemaker,housewife,"
            "im ruhestand,rentner,rentnerin,pensionar,pensionarin,elternzeit,in elternzeit,arbeitssuchend,"
            "auf der suche,ehemalige,ehemaliger,ehemals,retraite,retraitee,ancien,ancienne,en recherche,"
            "a la recherche,jubilado,jubilada,en busca,en busqueda,ex,pensionato,pensionata,in cerca");
    static const QSet<QString> wholes = phrases(
            "sabbatical,parent,mother,father,mom,mum,mama,dad,papa,parental leave,maternity leave,paternity "
            "leave,"
            "family leave,medical leave,sick leave,caregiver leave,job seeker,jobseeker,job hunting,"
            "alumnus,alumna,alumni");
    static const QSet<QString> ends = phrases(
            "retired,emeritus,emerita,on leave,on sabbatical,on a sabbatical,on career break,seeking work,"
            "open to work,opentowork,im ruhestand,in elternzeit");
    static const QRegularExpression leave(u"^(?:currently )?on (?:\\w+ )?(?:leave|break|sabbatical)\\b"_s);
    // Goods come in, too.
    static const QRegularExpression incoming(
            u"^incoming (?!quality|goods|inspect|material|call|mail|freight|stock)"_s);
    // "Ex officio" is held, and with "past due" or "between" comes many a trade.
    static const QRegularExpression held(
            u"^(?:ex officio|past due|taking (?!time|a|some)|between (?!jobs|roles|"
            "positions|opportunities|things|gigs|assignments))"_s);
    const bool away = wholes.contains(words) || startsWithAny(words, starts) || endsWithAny(words, ends)
            || (words.contains(u"on "_s) && leave.match(words).hasMatch())
            || (words.startsWith(u"incoming "_s) && incoming.match(words).hasMatch());
    return away && !held.match(words).hasMatch();
}

bool isNoTitle(const QString &words)
{
    static const QSet<QString> wholes = phrases(
            "self employed,freelance,employee,member,other,title,job title,me,myself,n a");
    // "My own boss", "I help people grow": said of oneself, no name of a job.
    static const QSet<QString> starts = phrases(
            "my,i am,i help,i work,i do,i build,i make,ich bin,we are,we help,helping");
    return words.isEmpty() || wholes.contains(words) || startsWithAny(words, starts);
}

bool isStudies(const QString &words)
{
    static const QRegularExpression student(
            u"^(?:(?!working |former )\\w+ "
            u"){0,4}(?:student|undergraduate|undergrad|estudiante|etudiant|etudiante|"
            "studentin|studente|studentessa|estudante)"
            "(?: (?:at|of|in|bei|an|der|de|en|di|em)\\b.*)?$"
            "|^(?:\\w+ "
            ")?(?:phd|doctoral|mba|emba|masters?|ms|msc|ma|mfa|llm|jd|md|bachelors?|bs|bsc|ba|degree) "
            "candidate\\b"_s);
    static const QStringList hints {u"stud"_s, u"tudiant"_s, u"undergrad"_s, u"candidate"_s};
    const bool hinted = std::ranges::any_of(hints, [&](const QString &hint) { return words.contains(hint); });
    return hinted && student.match(words).hasMatch();
}

/// A year and, where it is known, a month; zeros for what is not.
struct Point
{
    int year = 0;
    int month = 0;
};

Point pointOf(QStringView text)
{
    Point point {yearIn(text), 0};
    static const QRegularExpression iso(u"^\\s*\\d{4}-(\\d{2})(?!\\d)"_s);
    if (const auto match = iso.match(text); match.hasMatch()) {
        point.month = match.capturedView(1).toInt();
    } else if (const QDate date = parseDate(text); date.isValid()) {
        point.month = date.month();
    }
    return point;
}

/// Before (-1) or after (1) this month; 0 when it is this month or nobody can tell.
int compared(const Point &point, QDate today)
{
    if (point.year != today.year()) {
        return point.year < today.year() ? -1 : 1;
    }
    const bool same = point.month == 0 || point.month == today.month();
    return same ? 0 : point.month < today.month() ? -1 : 1;
}

} // namespace

TitleKind titleKind(QStringView title)
{
    const QList<QStringView> segments = segmentsOf(title);
    const QString words = foldedWords(title).join(u' ');
    const QString first = segments.size() < 2 ? words : foldedWords(segments.constFirst()).join(u' ');
    if (isAway(words) || (segments.size() > 1 && isAway(first))) {
        return TitleKind::away;
    }
    if (isNoTitle(words)) {
        return TitleKind::none;
    }
    return isStudies(first) ? TitleKind::studies : TitleKind::job;
}

bool isOpenEnd(QStringView to)
{
    static const QStringList words {
            u"present"_s,     u"now"_s,
            u"current"_s,     u"currently"_s,
            u"today"_s,       u"to date"_s,
            u"ongoing"_s,     u"until now"_s,
            u"till now"_s,    u"till date"_s,
            u"to present"_s,  u"heute"_s,
            u"bis heute"_s,   u"jetzt"_s,
            u"aktuell"_s,     u"laufend"_s,
            u"aujourdhui"_s,  u"a ce jour"_s,
            u"ce jour"_s,     u"en cours"_s,
            u"actualidad"_s,  u"la actualidad"_s,
            u"actualmente"_s, u"actual"_s,
            u"presente"_s,    u"al presente"_s,
            u"oggi"_s,        u"in corso"_s,
            u"attuale"_s,     u"atual"_s,
            u"atualmente"_s,  u"o momento"_s,
            u"heden"_s,       u"nu"_s,
            u"obecnie"_s,     u"pagaende"_s,
            u"至今"_s,        u"现在"_s,
            u"現在"_s,        u"今"_s,
            u"현재"_s,        u"настоящее время"_s,
    };
    const QString folded = foldedWords(cleanValue(to)).join(u' ');
    static const QSet<QString> known = [] {
        QSet<QString> set;
        for (const QString &word : words) {
            set.insert(foldedWords(word).join(u' '));
        }
        return set;
    }();
    return folded.isEmpty() || known.contains(folded);
}

Tense tenseOf(QStringView from, QStringView to, QDate today, bool isFirst)
{
    const bool open = isOpenEnd(to);
    if (!today.isValid()) {
        return !open ? Tense::past : isFirst || !cleanValue(from).isEmpty() ? Tense::present : Tense::unknown;
    }
    const Point start = pointOf(from);
    const Point end = open ? Point {} : pointOf(to);
    if (start.year > 0 && compared(start, today) > 0) {
        return Tense::future;
    }
    if (open) {
        const bool said = !cleanValue(to).isEmpty();
        return said || isFirst || start.year > 0 ? Tense::present : Tense::unknown;
    }
    if (end.year == 0 || (start.year > 0 && end.year < start.year)) {
        return Tense::unknown;
    }
    const int order = compared(end, today);
    return order < 0 ? Tense::past : order > 0 ? Tense::present : Tense::unknown;
}

Tense tenseOf(const School &school, QDate today)
{
    const Tense tense = tenseOf(school.from, school.to, today, false);
    return tense == Tense::present && cleanValue(school.to).isEmpty() ? Tense::unknown : tense;
}

Tense tenseOf(const Contact &contact, qsizetype position, QDate today)
{
    const Position &held = contact.positions[position];
    const Tense tense = tenseOf(held.from, held.to, today, position == 0);
    return titleKind(held.title) == TitleKind::away && tense != Tense::future ? Tense::unknown : tense;
}

} // namespace crema::truth
