// SPDX-License-Identifier: GPL-3.0-or-later
#include "truth/standing.h"

#include "base/dates.h"
#include "base/text.h"
#include "base/wordset.h"
#include "truth/segments.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace crema::truth {

namespace {

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

/// The title without the remarks behind it: "CEO" for "CEO at Acme | Founder (exited)".
QStringView headOf(QStringView title)
{
    // "Attorney at Law" has no firm.
    static const QRegularExpression end(
            u"\\s(?:[|•·@]|//)\\s|[|;]|\\s(?:at(?! (?:law|large|arms|sea|risk)\\s*(?:$|[^\\w\\s]))|bei|chez)\\s"_s,
            QRegularExpression::CaseInsensitiveOption);
    const qsizetype at = end.match(title).capturedStart();
    return at > 0 ? title.first(at).trimmed() : title.trimmed();
}

/// What tells by its place or its neighbours: "Engineer (on parental leave)", "CEO (until 2021)".
bool isAwayByContext(const QString &words)
{
    struct Pattern
    {
        QString hint; ///< most titles lack it
        QRegularExpression expression;
    };
    static const std::array patterns {
            Pattern {u"on "_s, QRegularExpression(u"^on (?:\\w+ )?(?:leave|break|sabbatical)\\b"_s)},
            Pattern {u"on "_s,
                     QRegularExpression(u"\\bon (?:\\w+ )?(?:leave|break|sabbatical)"
                                        "(?: (?:until|till|from|since)\\b.*)?$"_s)},
            Pattern {u"ret"_s, QRegularExpression(u" retd?$"_s)},
            Pattern {u"exited"_s, QRegularExpression(u"\\bexited$"_s)},
            Pattern {u"laid off"_s, QRegularExpression(u"\\blaid off$"_s)},
            Pattern {u"emerit"_s, QRegularExpression(u"\\bemerit(?:us|a|i)\\b"_s)},
            Pattern {u"until "_s, QRegularExpression(u"\\buntil (?:\\w+ )?(?:19|20)\\d\\d$"_s)},
            // Goods come in, too.
            Pattern {u"incoming "_s,
                     QRegularExpression(
                             u"^incoming (?!quality|goods|inspect|material|call|mail|freight|stock)"_s)},
            // Many look after such people.
            Pattern {u"prospective"_s,
                     QRegularExpression(u"^prospective(?! (?:students?|undergraduates?|members?|clients?|"
                                        "customers?|donors?|famil(?:y|ies)|parents?|stud(?:y|ies)) )"_s)},
    };
    return std::ranges::any_of(patterns, [&](const Pattern &pattern) {
        return words.contains(pattern.hint) && pattern.expression.match(words).hasMatch();
    });
}

bool isAway(QString words)
{
    static const QSet<QString> starts = wordSet(
            u"seeking,looking for,looking to,looking forward,looking into,open to,actively seeking,actively "
            u"looking,"
            u"actively searching,actively interviewing,actively exploring,actively job,unemployed,laid "
            u"off,between jobs,between roles,"
            u"between positions,between opportunities,between things,between gigs,between assignments,"
            u"in between jobs,in transition,in career transition,career break,on a career break,"
            u"not working,available for,on a break,on a sabbatical,on a gap year,"
            u"taking time,taking a,taking some,taking care,"
            u"retired,retiree of,retiree from,retiree at,in "
            u"memoriam,former,formerly,ex,past,previously,aspiring,"
            u"soon to be,"
            u"stay at home,full time mom,full time mum,full time mother,full time dad,full time father,"
            u"full time parent,homemaker,housewife,"
            u"im ruhestand,rentner,rentnerin,pensionar,pensionarin,elternzeit,in elternzeit,arbeitssuchend,"
            u"auf der suche,ehemalige,ehemaliger,ehemals,retraite,retraitee,ancien,ancienne,en recherche,"
            u"a la recherche,jubilado,jubilada,en busca,en busqueda,pensionato,pensionata,in cerca",
            u',');
    static const QSet<QString> wholes = wordSet(
            u"sabbatical,parent,mother,father,mom,mum,mama,dad,papa,parental leave,maternity leave,paternity "
            u"leave,"
            u"family leave,medical leave,sick leave,caregiver leave,job seeker,jobseeker,job hunting,looking,"
            u"career transition,gap year,retiree,pensioner,deceased,"
            u"alum,alumnus,alumna,alumni",
            u',');
    static const QSet<QString> ends = wordSet(
            u"retired,seeking work,seeking opportunities,seeking new opportunities,"
            u"open to work,opentowork,im ruhestand,in elternzeit",
            u',');
    // "Ex officio" is held, and these are names of trades and of a firm.
    static const QSet<QString> held = wordSet(u"ex officio,past due,past performance,seeking alpha", u',');
    static const QRegularExpression adverb(u"^(?:currently|recently|newly|now) "_s);
    words.remove(adverb);
    const bool away = wholes.contains(words) || startsWithAny(words, starts) || endsWithAny(words, ends);
    return away && !startsWithAny(words, held);
}

bool isNoTitle(const QString &words)
{
    static const QSet<QString> wholes = wordSet(
            u"self employed,freelance,employee,member,other,title,job title,me,myself,n a", u',');
    // "My own boss", "I help people grow": said of oneself, no name of a job.
    static const QSet<QString> starts = wordSet(
            u"my,i am,i help,i work,i do,i build,i make,ich bin,we are,we help,helping", u',');
    return words.isEmpty() || wholes.contains(words) || startsWithAny(words, starts);
}

/// A degree that stands alone; "MD", "MA" and "BA" are jobs as well.
bool isDegree(const QString &words)
{
    static const QSet<QString> degrees = wordSet(
            u"phd,dphil,mba,emba,executive mba,full time mba,part time mba,jd,juris doctor,llm,mpp,mfin,"
            u"masters degree,bachelors degree",
            u',');
    static const QRegularExpression longForm(
            u"^(?:master|bachelor|doctor) of (?:business administration|science|arts|fine "
            "arts|finance|laws?|engineering|philosophy|medicine|commerce|accounting|education|"
            "public \\w+)(?: in .*)?$"_s);
    return degrees.contains(words.section(u" in "_s, 0, 0))
            || (words.contains(u" of "_s) && longForm.match(words).hasMatch());
}

/// Says of one segment whether it names somebody who studies.
bool isStudies(const QString &words)
{
    static const QRegularExpression student(
            u"^(?:(?!working |former )\\w+ "
            u"){0,4}(?:student|student athlete|undergraduate|undergrad|estudiante|etudiant|etudiante|"
            "studentin|studente|studentessa|estudante)"
            "(?: (?:at|of|in|bei|an|der|de|en|di|em)\\b.*)?$"_s);
    static const QRegularExpression candidate(
            u"^(?:\\w+ )?(?:phd|dphil|doctor|doctoral|dba|edd|mba|emba|masters?|ms|msc|ma|meng|mfin|mfa|mph|"
            "mpa|mpp|llm|jd|md|bachelors?|bs|bsc|ba|bba|degree)(?: (?:of|in)(?: \\w+){1,4})? "
            "candidate\\b(?!.* "
            "(?:recruiter|sourcer|researcher|manager|advisor|adviser|coordinator|specialist|"
            "coach|mentor|instructor|fellow)$)"_s);
    static const QRegularExpression year(
            u"^(?:sophomore|freshman|rising (?:freshman|sophomore|junior|senior))(?: (?:at|in)\\b.*)?$"_s);
    // Not "Sergeant Major".
    static const QRegularExpression major(
            u"^(?:\\w+ ){0,3}(?:\\w+(?:ics|ology|istry|omy|ography|osophy)|sciences?|studies|arts?|business|"
            "finance|accounting|marketing|engineering|music|english|history|maths?|nursing|media|design|"
            "administration|management|literature|languages?|education|communications?|relations|systems|"
            "double) major(?: (?:at|in)\\b.*)?$"_s);
    struct Rule
    {
        QStringList hints; ///< most titles have none
        const QRegularExpression *expression;
    };
    static const std::array rules {
            Rule {{u"stud"_s, u"tudiant"_s, u"undergrad"_s}, &student},
            Rule {{u"candidate"_s}, &candidate},
            Rule {{u"sophomore"_s, u"freshman"_s, u"rising"_s}, &year},
            Rule {{u"major"_s}, &major},
    };
    return std::ranges::any_of(rules, [&](const Rule &rule) {
        const auto isIn = [&](const QString &hint) { return words.contains(hint); };
        return std::ranges::any_of(rule.hints, isIn) && rule.expression->match(words).hasMatch();
    });
}

/// The words of the first segment, with "Ph.D." as one word and "MBA/MPP Candidate" as one segment.
QString wordsOfStudies(QStringView title)
{
    static const QRegularExpression pair(
            u"^\\s*(phd|mba|emba|md|jd|ms|msc|ma|mpp|mpa|mph|meng|mfin|llm|ba|bs|bsc)/(?=\\w)"_s,
            QRegularExpression::CaseInsensitiveOption);
    const QString plain = title.toString().remove(u'.').replace(pair, u"\\1 "_s);
    QString words = foldedWords(segmentsOf(plain).value(0)).join(u' ');
    return words.startsWith("ph d "_L1) || words == "ph d"_L1 ? words.replace(0, 4, u"phd"_s) : words;
}

bool namesJob(QStringView segment)
{
    static const QSet<QString> jobs = wordSet(
            u"ceo,cto,cfo,coo,cmo,cpo,vp,svp,evp,chief,head,president,chair,chairman,chairwoman,founder,"
            u"cofounder,owner,partner,director,manager,lead,leader,officer,engineer,developer,programmer,"
            u"architect,designer,analyst,associate,consultant,strategist,advisor,adviser,scientist,"
            u"researcher,professor,lecturer,teacher,lawyer,attorney,counsel,banker,trader,investor,"
            u"accountant,auditor,recruiter,specialist,coordinator,assistant,administrator,supervisor,"
            u"editor,writer,producer,journalist,nurse,physician,doctor,economist",
            u',');
    return std::ranges::any_of(foldedWords(segment),
                               [&](const QString &word) { return jobs.contains(word); });
}

/// "Ex-McKinsey | Product Manager" without the firms they have left; "Former CEO | Speaker" as it is.
QStringView withoutFormerFirms(QStringView title)
{
    static const QSet<QString> marks = wordSet(u"ex,former,formerly,previously", u',');
    const QList<QStringView> segments = segmentsOf(title);
    const auto isFormerFirm = [&](QStringView segment) {
        const QStringList words = foldedWords(segment);
        return marks.contains(words.value(0)) && words.value(1) != "officio"_L1 && !namesJob(segment);
    };
    const auto next = std::ranges::find_if_not(segments, isFormerFirm);
    const bool leaves = next != segments.begin() && next != segments.end() && namesJob(*next)
            && !marks.contains(foldedWords(*next).value(0));
    return leaves ? title.sliced(next->data() - title.data()) : title;
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

QString plainTitle(const QString &title)
{
    return headOf(withoutFormerFirms(title)).toString();
}

TitleKind titleKind(QStringView record)
{
    static const QRegularExpression retired(u"^\\s*ret\\.\\s"_s, QRegularExpression::CaseInsensitiveOption);
    const QStringView title = withoutFormerFirms(record);
    const QList<QStringView> segments = segmentsOf(title);
    const QString words = foldedWords(title).join(u' ');
    const QString first = segments.size() < 2 ? words : foldedWords(segments.constFirst()).join(u' ');
    const QString head = foldedWords(headOf(title)).join(u' ');
    if (isAway(words) || isAwayByContext(head)
        || (segments.size() > 1 && (isAway(first) || isAwayByContext(first)))
        || (words.startsWith("ret "_L1) && retired.match(title).hasMatch())) {
        return TitleKind::away;
    }
    if (isNoTitle(words)) {
        return TitleKind::none;
    }
    const bool plain = !title.contains(u'.') && !title.contains(u'/');
    const QString studies = plain ? first : wordsOfStudies(title);
    return isStudies(studies) || (segments.size() == 1 && isDegree(studies)) ? TitleKind::studies
                                                                             : TitleKind::job;
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
    const TitleKind kind = titleKind(held.title);
    // As of a school: many who have a degree write no more than its name.
    const bool mayBeOver = kind == TitleKind::studies && tense == Tense::present
            && cleanValue(held.to).isEmpty() && isDegree(wordsOfStudies(held.title));
    return mayBeOver || (kind == TitleKind::away && tense != Tense::future) ? Tense::unknown : tense;
}

} // namespace crema::truth
