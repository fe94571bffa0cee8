// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/educationlines.h"

#include "base/text.h"
#include "resume/dateranges.h"
#include "resume/degrees.h"
#include "resume/places.h"

#include <QRegularExpression>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption
        | QRegularExpression::UseUnicodePropertiesOption;

// "Boston, MA", "GPA: 3.8", "cum laude": what may stand beside the year of the degree in a line of its own.
bool isBesideYear(const QString &text)
{
    // clang-format off
    static const QRegularExpression remark(
            u"^(?:(?:c?gpa|grade|note|mention|abschlussnote|cumulative)\\b.*|.*\\bcum\\s+laude\\b.*|(?:with\\s+)?(?:high(?:est)?\\s+)?(?:honou?rs|distinction)|"
            "(?:first|second|upper|lower)\\b.*\\bclass\\b.*|dean.s\\s+list|(?:minor|concentration|speciali[sz]ation|emphasis|focus)\\b.*|"
            ".*\\b(?:college|school|faculty|department|institute)\\s+of\\b.*|.*\\b(?:college|school)|full[- ]time|dates?(?:\\s+(?:attended|of\\s+attendance))?:?|part[- ]time|\\W*)$"_s,
            anyCase);
    static const QRegularExpression separator(u"[\\t|•·;]"_s);
    // clang-format on
    const QStringList cells = withoutDates(text).split(separator, Qt::SkipEmptyParts);
    return std::ranges::all_of(cells, [](const QString &cell) {
        const QString said = cell.trimmed();
        return said.isEmpty() || isPlace(said) || remark.match(said).hasMatch()
                || !degreeIn(said).major.isEmpty();
    });
}

bool isAboutSomethingElse(const QString &text)
{
    // clang-format off
    static const QRegularExpression other(
            u"入学|入學|入社|中途退学|中退|\\b(?:enrol+ed|enrol+ment|matriculat\\w*|entered|started|began|candidacy|reunion|committee|captain|"
            "semester|abroad|scholar|leave|exams?|examinations?|prospectus|transferred|admitted|exchange|internship|visiting)\\b"_s,
            anyCase);
    // clang-format on
    return other.match(text).hasMatch();
}

// "B.S., 2014 (on leave 2012-2013)"
QString withoutAsides(QString text)
{
    static const QRegularExpression brackets(u"\\([^)]*\\)"_s);
    qsizetype from = 0;
    for (auto match = brackets.match(text); match.hasMatch(); match = brackets.match(text, from)) {
        const bool aside = isAboutSomethingElse(match.captured());
        from = aside ? match.capturedStart() : match.capturedEnd();
        if (aside) {
            text.remove(match.capturedStart(), match.capturedLength());
        }
    }
    return text;
}

// "B.S., Dean's List 2012", "Phi Beta Kappa 2013": years of honours.
QString withoutHonours(QString text)
{
    static const QRegularExpression honour(
            u"\\b(?:dean.?s\\s+(?:honou?r\\s+)?list[\\s:,(]*|(?:phi\\s+beta\\s+kappa|honou?r\\s+(?:roll|"
            u"society))[\\s:(]+)"
            "(?:\\p{L}+\\s+)?(?:19|20)\\d\\d(?:\\s*[-–,&]\\s*(?:\\p{L}+\\s+)?(?:(?:19|20)\\d\\d|\\d\\d(?!\\d)))*"_s,
            anyCase);
    return text.remove(honour);
}

// What the line says of the end itself: "conferred 2017", "Graduation: May 2024".
bool saysGraduation(const QString &text, const DateSpan &span)
{
    // clang-format off
    static const QRegularExpression said(
            u"\\b(?:expected|anticipated|graduat\\w*|class of|projected|conferred|completed|awarded|exp\\.?|"
            "completion|voraussichtlich|abschluss|prévu|conclus\\p{L}+|previs\\p{L}+)\\b[^;|\\t]*$"_s,
            anyCase);
    // clang-format on
    static const QRegularExpression anywhere(u"卒業|毕业|畢業|졸업"_s);
    return said.match(text.first(span.start + span.length)).hasMatch() || anywhere.match(text).hasMatch();
}

// Of several dates the one that is said to be the end; 0 where they differ and nothing tells which.
int agreedYear(const QString &text)
{
    const std::vector<DateSpan> spans = dateSpansIn(text);
    static const QRegularExpression choice(u"\\d\\s*(?:or|oder|ou)\\s+(?:\\p{L}+\\s+)?\\d"_s, anyCase);
    if (spans.empty() || choice.match(text).hasMatch()) {
        return 0;
    }
    const auto same = [](const DateSpan &a, const DateSpan &b) { return a.endYear == b.endYear; };
    if (std::ranges::adjacent_find(spans, std::not_fn(same)) == spans.end()) {
        return spans.front().endYear;
    }
    // "2010 – 2014, Dean's List 2012": years inside the range of the studies.
    const auto range = std::ranges::find_if(spans, &DateSpan::isRange);
    const auto inside = [&range](const DateSpan &span) {
        return span.endYear == range->endYear
                || (!span.isRange && range->startYear <= span.endYear && span.endYear <= range->endYear);
    };
    if (range != spans.end() && range->endYear > 0 && std::ranges::all_of(spans, inside)) {
        return range->endYear;
    }
    const auto said = [&text](const DateSpan &span) { return saysGraduation(text, span); };
    const auto first = std::ranges::find_if(spans, said);
    return first != spans.end() && std::ranges::count_if(spans, said) == 1 ? first->endYear : 0;
}

} // namespace

int graduationYearIn(const EducationLine &line, bool ownLine)
{
    const QString text = withoutHonours(withoutAsides(line.line->text));
    const auto span = dateSpanIn(text);
    if (!span || line.remark || isAboutSomethingElse(text)) {
        return 0;
    }
    if (!ownLine && !saysGraduation(text, *span) && !isBesideYear(text)) {
        return 0;
    }
    static const QRegularExpression prize(
            u"\\b(?:scholarship|award|prize|medal|fellowship|stipendium|bourse|beca|ABD|"
            "all\\s+but\\s+dissertation)\\W*$"_s,
            anyCase);
    // "2021 - Present" has no end yet, a sentence with a number no date.
    return prize.match(text.first(span->start)).hasMatch() ? 0 : agreedYear(text);
}

} // namespace crema::resume
