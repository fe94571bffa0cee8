// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/dateranges.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

// Months in English, German, French, Spanish, Portuguese, Italian and Dutch, full and short.
QString monthPattern()
{
    return u"(?:jan(?:uary|uar|vier|eiro|uari)?|j[äa]nner|enero|ene|gennaio|gen|feb(?:ruary|ruar|rero|braio|"
           u"ruari)?|"
           "f[ée]vr?(?:ier|ereiro)?|mar(?:ch|s|zo|ço|t)?|m[äa]r(?:z)?|mrz|maart|mrt|apr(?:il|ile)?|avr(?:il)?"
           "|"
           "abr(?:il)?|"
           "may|mai|mayo|maio|maggio|mag|mei|jun(?:e|i|io|ho)?|juin|giugno|giu|jul(?:y|i|io|ho)?|juil(?:let)?"
           "|luglio|lug|"
           "aug(?:ust|ustus)?|ao[ûu]t|ago(?:sto)?|sept?(?:ember|embre|iembre|t)?|setembro|set(?:tembre)?|"
           "o[ck]t(?:ober|obre|ubre)?|out(?:ubro)?|ott(?:obre)?|nov(?:ember|embre|iembre|embro)?|"
           "de[cz](?:ember|embro)?|d[ée]c(?:embre)?|dic(?:iembre|embre)?|"
           "ocak|[şs]ubat|nisan|may[ıi]s|haziran|temmuz|a[ğg]ustos|eyl[üu]l|ekim|kas[ıi]m|aral[ıi]k|"
           "stycz(?:e[ńn]|nia)|lut(?:y|ego)|marca|kwie(?:cie[ńn]|tnia)|maja|czerw(?:iec|ca)|lip(?:iec|ca)|"
           "sierp(?:ie[ńn]|nia)|"
           "wrze(?:sie[ńn]|[śs]nia)|pa[źz]dziernika?|listopada?|grud(?:zie[ńn]|nia))\\.?"_s;
}

QString pointPattern()
{
    const QString year = u"(?:19[5-9]\\d|20[0-6]\\d)"_s;
    const QString shortYear = u"(?:['’‘]\\d{2})"_s;
    const QString season = u"(?:spring|summer|fall|autumn|winter|herbst|sommer|fr[üu]hjahr|[ée]t[ée]|"
                           u"printemps|automne|hiver|verano|ws|ss|"
                           "wise|sose|q[1-4]|h[12])"_s;
    return u"(?:"_s
            // 12 March 2024, March 12, 2024, March 2024, Mar '24, Mar. of 2024
            + u"(?:\\d{1,2}\\.?(?:st|nd|rd|th)?\\s+(?:de\\s+)?)?"_s + monthPattern()
            + u"(?:\\s+\\d{1,2}(?:st|nd|rd|th)?)?(?:,|\\s+of|\\s+de|\\s*[/-])?\\s*(?:"_s + year + u"|"_s
            + shortYear
            + u"|\\d{2}(?=\\s*(?:[-–—]|$)))"_s
            // Spring 2024, WS 2019/20
            + u"|"_s + season + u"\\s*(?:of\\s+|,\\s*)?"_s + year
            + u"(?:/\\d{2,4})?"_s
            // 2024年3月
            + u"|"_s + year
            + u"\\s*[年년]\\s*(?:\\d{1,2}\\s*[月월])?"_s
            // 31/03/2024, 03/2024, 2024-03, 2024.03
            + u"|(?:\\d{1,2}\\s?[/.]\\s?)?\\d{1,2}\\s?[/.-]\\s?"_s + year + u"|"_s + year
            + u"[-./](?:0?[1-9]|1[0-2])(?!\\d)"_s + u"|"_s + year + u"|"_s + shortYear + u")"_s;
}

const QRegularExpression &spanPattern()
{
    static const QRegularExpression pattern = [] {
        const QString point = pointPattern();
        const QString present = u"(?:present|current(?:ly)?|now|today|date|ongoing|heute|jetzt|laufend|"
                                u"aktuell|(?:[àa]\\s+)?(?:aujourd['’]hui|"
                                "ce\\s+jour|pr[ée]sent)|en\\s+cours|en\\s+curso|em\\s+curso|in\\s+corso|p[åa]"
                                "g[åa]ende|obecnie|nadal|dosud|do\\s+dnes|halen|do\\s+(?:dzi[śs]|teraz)|(?:"
                                "la\\s+)?actual(?:idad|mente)?|"
                                "presente|oggi|attuale|atual|heden|"
                                "nu|nå|至今|现在|現在|今|현재|الآن|حتى الآن|היום|כיום|настоящее время)"_s;
        const QString dash =
                u"(?:\\s*(?:[-–—−‐‑~～]{1,2}|\\.{2}|至|から)\\s*|\\s+(?:to|until|till|through|thru|bis|"
                u"au|à|al?|hasta|"
                "até|tot|al)\\s+)(?:\\(?\\s*(?:expected|anticipated|exp\\.?|projected)\\s+)?"_s;
        const QString since = u"(?:(?:since|started|began|seit|ab|depuis|desde|dal|sinds|od|sedan)\\s+)"_s;
        // "June – August 2023": the year stands only at the end.
        // "2013-17", "2013–17"; behind a hyphen 01 to 12 is a month.
        const QString shortRange = u"(?<short>(?:19[5-9]\\d|20[0-6]\\d)(?:\\s?[–—]\\s?(?:0\\d|[1-6]\\d)|-(?:"
                                   u"1[3-9]|[2-6]\\d))(?![\\d./]))|"_s;
        const QString range = shortRange + u"(?<since>"_s + since + point + u"|"_s + point
                + u"\\s*[–—-]\\s*(?=$|\\t|[)|]))|"_s + u"(?<from>"_s + point + u"|"_s + monthPattern()
                + u"(?:\\s+\\d{1,2})?)"_s + dash + u"(?<to>"_s + point + u"|(?<open>"_s + present
                + u"))|(?<single>"_s + point + u")"_s;
        return QRegularExpression(u"(?<![\\p{L}\\d$€£#.+])(?:"_s + range + u")(?![\\p{L}\\d%]|[.,]\\d)"_s,
                                  QRegularExpression::CaseInsensitiveOption
                                          | QRegularExpression::UseUnicodePropertiesOption);
    }();
    return pattern;
}

int yearOf(QStringView point)
{
    static const QRegularExpression academic(u"(?<!\\d)(?:19|20)(\\d{2})/(\\d{2}|\\d{4})(?!\\d)"_s);
    if (const auto match = academic.match(point); match.hasMatch() && match.capturedView(2).toInt() > 12) {
        const int last = match.capturedView(2).toInt();
        return last > 100 ? last : 2000 + last;
    }
    static const QRegularExpression full(u"(?<!\\d)(19[5-9]\\d|20[0-6]\\d)(?!\\d)"_s);
    if (const auto match = full.match(point); match.hasMatch()) {
        return match.capturedView(1).toInt();
    }
    static const QRegularExpression two(u"(\\d{2})$"_s);
    const auto match = two.match(point);
    const int number = match.capturedView(1).toInt();
    return match.hasMatch() ? number + (number >= 60 ? 1900 : 2000) : 0;
}

// "2008-12" may be December 2008 or four years: then nobody can tell when it ended.
bool maybeTwoYears(QStringView point)
{
    static const QRegularExpression both(u"^(?:19|20)(\\d{2})-(\\d{2})$"_s);
    const auto match = both.match(point);
    return match.hasMatch() && match.capturedView(2).toInt() > match.capturedView(1).toInt();
}

DateSpan spanOf(const QRegularExpressionMatch &match)
{
    DateSpan span {match.capturedStart(), match.capturedLength(), 0, 0, false, false};
    if (const QString brief = match.captured(u"short"_s); !brief.isEmpty()) {
        span.isRange = true;
        const int first = brief.first(4).toInt();
        const int last = first / 100 * 100 + brief.last(2).toInt();
        span.startYear = first;
        span.endYear = last < first ? last + 100 : last;
        return span;
    }
    const QString single = match.captured(u"single"_s);
    if (!single.isEmpty()) {
        span.endYear = maybeTwoYears(single) ? 0 : yearOf(single);
        span.isBareYear = single.size() == 4;
        return span;
    }
    span.isRange = true;
    const bool open = !match.captured(u"open"_s).isEmpty() || !match.captured(u"since"_s).isEmpty();
    span.endYear = open ? 0 : yearOf(match.captured(u"to"_s));
    const int from = yearOf(match.captured(u"from"_s));
    span.startYear = from > 0 ? from : span.endYear; // "June – August 2023"
    return span;
}

// "Expected May 2027", "(4 years 2 months)", "· 3 mos"
void widen(DateSpan &span, QStringView line)
{
    // clang-format off
    static const QRegularExpression before(
            u"(?:\\b(?:expected|anticipated|graduat(?:ed|ion|ing)|projected|exp\\.?|class of|completed|"
            "conferred|dates?|from|expected graduation|anticipated graduation|graduation date|"
            "voraussichtlich|pr[ée]vu|von|du|de|depuis|seit|since)(?:\\s+(?:date|in))?\\s*:?\\s*|[(\\[|"
            ",;·•–—-]\\s*)+$"_s,
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    // clang-format on
    // clang-format off
    static const QRegularExpression after(
            u"^\\s*(?:\\(?\\s*(?:expected|anticipated|exp\\.?|projected|graduation|"
            "voraussichtlich)\\s*\\)?)?\\s*[(·,|-]?\\s*(?:\\d+\\s*(?:\\+\\s*)?(?:years?|yrs?|months?|"
            "mois|mos?|weeks?|jahre?|monate?|ans?|a[ñn]os?|mes(?:es)?)\\b[\\s,]*(?:and\\s+)?)*\\s*[)\\]]?"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    // clang-format on
    const auto head = before.match(line.first(span.start));
    if (head.hasMatch()) {
        span.length += span.start - head.capturedStart();
        span.start = head.capturedStart();
    }
    const auto tail = after.match(line.sliced(span.start + span.length));
    span.length += tail.capturedLength();
}

} // namespace

std::optional<DateSpan> dateSpanIn(QStringView line)
{
    std::optional<DateSpan> best;
    auto matches = spanPattern().globalMatch(line);
    while (matches.hasNext()) {
        const DateSpan span = spanOf(matches.next());
        // A range or a named month tells more than a number that may be anything.
        if (!best || best->isBareYear || !span.isBareYear) {
            best = span;
        }
    }
    if (best) {
        widen(*best, line);
    }
    return best;
}

std::vector<DateSpan> dateSpansIn(QStringView line)
{
    std::vector<DateSpan> spans;
    auto matches = spanPattern().globalMatch(line);
    while (matches.hasNext()) {
        spans.push_back(spanOf(matches.next()));
        widen(spans.back(), line);
    }
    return spans;
}

QString withoutDates(const QString &line)
{
    QString rest = line;
    for (int i = 0; i < 4; ++i) {
        const auto span = dateSpanIn(rest);
        if (!span) {
            break;
        }
        rest.replace(span->start, span->length, u"\t"_s);
    }
    static const QRegularExpression edges(u"^[\\s|,;:·•–—-]+|[\\s|,;:·•–—(\\[-]+$"_s);
    return rest.remove(edges);
}

bool isOnlyDates(const QString &line)
{
    return dateSpanIn(line).has_value() && withoutDates(line).isEmpty();
}

} // namespace crema::resume
