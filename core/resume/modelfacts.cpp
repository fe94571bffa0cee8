// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/modelfacts.h"

#include "base/text.h"
#include "resume/entries.h"
#include "resume/namefact.h"
#include "resume/resumelines.h"
#include "resume/universities.h"
#include "resume/usualcase.h"
#include "resume/words.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

constexpr int mostLines = 80; // of what was done, as in our own reading
constexpr int longestName = 90; // letters of an employer or a school
constexpr int linesOfDeed = 4; // that one thing done may run over
constexpr int linesOfSchool = 5; // around its name, where its degree and year stand
constexpr int fewestWords = 3; // of something done

/// Without what parts the cells of a line.
QString plainWords(QString text)
{
    static const QRegularExpression cells(u"[\\t|]"_s);
    return text.replace(cells, u" "_s).simplified();
}

/// The text as the rules see it, to look a fact up in.
class ResumeText
{
public:
    explicit ResumeText(const QString &text)
    {
        ExtractedText extracted;
        extracted.text = text;
        m_parts = partsOf(extracted);
        for (const Part &part : m_parts) {
            m_sections.insert(part.section);
            for (const Line &line : part.lines) {
                m_where.insert(line.number, part.section);
                m_lines << ResumeLine {plainWords(line.text), line.number};
            }
            const bool hasJobs = part.section == Section::experience || !part.hasHeading;
            for (const JobEntry &entry : hasJobs ? entriesOf(part.lines) : std::vector<JobEntry>()) {
                for (const Line &line : entry.header) {
                    m_headerLines.insert(line.number);
                }
            }
        }
    }

    /// Where the words stand, as they stand there; the line that was named comes first. They may run over so
    /// many lines.
    [[nodiscard]] ResumeLine find(const QString &words, int line, int over) const
    {
        const auto named = std::ranges::find(m_lines, line, &ResumeLine::line);
        if (named != m_lines.end()) {
            const ResumeLine found = at(named - m_lines.begin(), words, over);
            if (found.line > 0) {
                return found;
            }
        }
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            const ResumeLine found = at(i, words, over);
            if (found.line > 0) {
                return found;
            }
        }
        return {};
    }

    /// The line stands under such a heading; where the text has none of them, above all headings.
    [[nodiscard]] bool isUnder(int line, std::initializer_list<Section> wanted) const
    {
        const Section section = m_where.value(line, Section::other);
        const bool hasOwn = std::ranges::any_of(wanted,
                                                [this](Section one) { return m_sections.contains(one); });
        return std::ranges::find(wanted, section) != wanted.end() || (!hasOwn && section == Section::contact);
    }
    [[nodiscard]] bool isJobHeader(int line) const { return m_headerLines.contains(line); }

private:
    [[nodiscard]] ResumeLine at(qsizetype first, const QString &words, int over) const
    {
        QString text = m_lines[first].text;
        const qsizetype own = text.size();
        for (qsizetype next = first + 1; next < m_lines.size() && next < first + over; ++next) {
            text += (text.endsWith(u'-') ? QString() : u" "_s) + m_lines[next].text;
        }
        const auto isLetter = [&text](qsizetype at) {
            return at >= 0 && at < text.size() && text[at].isLetterOrNumber();
        };
        for (qsizetype from = text.indexOf(words, 0, Qt::CaseInsensitive); from >= 0 && from < own;
             from = text.indexOf(words, from + 1, Qt::CaseInsensitive)) {
            if (!isLetter(from - 1) && !isLetter(from + words.size())) {
                return {text.sliced(from, words.size()), m_lines[first].line};
            }
        }
        return {};
    }

    std::vector<Part> m_parts;
    QVector<ResumeLine> m_lines;
    QHash<int, Section> m_where;
    QSet<Section> m_sections;
    QSet<int> m_headerLines;
};

/// Judges a model's facts one by one; what is good goes into `facts`.
class Judge
{
public:
    Judge(const ResumeText &text, const ResumeFacts &own) : m_text(text), m_own(own) { }

    [[nodiscard]] QString problemOf(const ProposedFact &fact, GroundedFacts &good) const
    {
        const QString words = plainWords(fact.text);
        const bool isDeed = fact.field == "experience"_L1;
        if (words.isEmpty()) {
            return u"it says nothing"_s;
        }
        const ResumeLine found = m_text.find(words, fact.line, isDeed ? linesOfDeed : 1);
        if (found.line == 0) {
            return u"these words do not stand in the text"_s;
        }
        if (const QString problem = factProblem(fact.field, found.text); !problem.isEmpty()) {
            return problem;
        }
        return isDeed                           ? takeDeed(found, good.facts)
                : fact.field == "companies"_L1  ? takeEmployer(found, good.facts)
                : fact.field == "name"_L1       ? takeName(found, good.facts)
                : fact.field == "university"_L1 ? takeSchool(found, good.facts)
                : fact.field == "degree"_L1     ? takeOfSchool(found, good.facts.degree, good.facts)
                : fact.field == "major"_L1      ? takeOfSchool(found, good.facts.major, good.facts)
                : fact.field == "graduationYear"_L1
                ? takeOfSchool(found, good.facts.graduationYear, good.facts)
                : u"nobody asked for it"_s;
    }

private:
    [[nodiscard]] QString takeDeed(const ResumeLine &found, ResumeFacts &facts) const
    {
        if (!m_text.isUnder(found.line, {Section::experience, Section::projects, Section::leadership})) {
            return u"it does not stand under work, projects or activities"_s;
        }
        if (m_text.isJobHeader(found.line) || wordCount(found.text) < fewestWords) {
            return u"it is not something that was done"_s;
        }
        if (facts.experience.size() < mostLines) {
            facts.experience << found;
        }
        return {};
    }

    [[nodiscard]] QString takeEmployer(const ResumeLine &found, ResumeFacts &facts) const
    {
        if (!m_text.isUnder(found.line, {Section::experience}) || !m_text.isJobHeader(found.line)) {
            return u"it does not stand in the header of a job"_s;
        }
        const bool isNoFirm = (isJobTitle(found.text) && !hasOrganisationWord(found.text))
                || isUnitOrField(found.text) || isKindOfEmployment(found.text)
                || !std::ranges::any_of(found.text, [](QChar c) { return c.isLetter(); });
        if (isNoFirm || found.text.size() > longestName) {
            return u"it is not the name of an employer"_s;
        }
        facts.companies << ResumeLine {usualTitleCase(found.text), found.line};
        return {};
    }

    [[nodiscard]] QString takeName(const ResumeLine &found, ResumeFacts &facts) const
    {
        if (!m_text.isUnder(found.line, {Section::contact}) || asName(found.text).isEmpty()) {
            return u"it is not the name of the resume's owner"_s;
        }
        facts.name = {usualPersonCase(asName(found.text)), found.line};
        return {};
    }

    [[nodiscard]] QString takeSchool(const ResumeLine &found, ResumeFacts &facts) const
    {
        if (!m_text.isUnder(found.line, {Section::education})) {
            return u"it does not stand under education"_s;
        }
        if (isSecondarySchool(found.text) || found.text.size() > longestName
            || !std::ranges::any_of(found.text, [](QChar c) { return c.isLetter(); })) {
            return u"it is not a place of higher education"_s;
        }
        if (facts.university.text.isEmpty()) {
            facts.university = {usualTitleCase(found.text), found.line};
        }
        return {};
    }

    /// A degree, a subject or a year says something of the school beside which it stands.
    [[nodiscard]] QString takeOfSchool(const ResumeLine &found, ResumeLine &into,
                                       const ResumeFacts &facts) const
    {
        const int school = m_own.university.line > 0 ? m_own.university.line : facts.university.line;
        if (school == 0 || std::abs(school - found.line) > linesOfSchool
            || !m_text.isUnder(found.line, {Section::education})) {
            return u"it does not stand beside the school"_s;
        }
        into = {usualTitleCase(found.text), found.line};
        return {};
    }

    const ResumeText &m_text;
    const ResumeFacts &m_own;
};

} // namespace

GroundedFacts groundedFacts(const QVector<ProposedFact> &proposed, const QString &text,
                            const ResumeFacts &own)
{
    const ResumeText lines(text);
    const Judge judge(lines, own);
    GroundedFacts good;
    // The school first: what hangs on it is judged by its place.
    for (const bool isSchool : {true, false}) {
        for (const ProposedFact &fact : proposed) {
            const bool isItsTurn = (fact.field == "university"_L1) == isSchool;
            const QString problem = isItsTurn ? judge.problemOf(fact, good) : QString();
            if (!problem.isEmpty()) {
                good.refused << u"%1 \"%2\": %3"_s.arg(fact.field, fact.text.left(longestName), problem);
            }
        }
    }
    return good;
}

} // namespace crema::resume
