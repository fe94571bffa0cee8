// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/modelfacts.h"

#include "base/text.h"
#include "resume/dateranges.h"
#include "resume/degrees.h"
#include "resume/entries.h"
#include "resume/entryheader.h"
#include "resume/namefact.h"
#include "resume/resumelines.h"
#include "resume/universities.h"
#include "resume/usualcase.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cstdlib>
#include <iterator>

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

/// What is studied or won at a school, and not the school.
bool isAboutStudies(const QString &text)
{
    static const QRegularExpression words(
            u"\\b(?:diplom\\w*|certificat\\w*|degree|bachelor\\w*|masters?|minor|major|course\\w*|thesis|gpa|"
            "honou?rs|scholar\\w*|award\\w*|dean\\w*|exchange|semester|term)\\b"_s,
            QRegularExpression::CaseInsensitiveOption);
    const DegreeWords studies = degreeIn(text);
    return universityIn(text).kind != SchoolKind::whole
            && (!studies.degree.isEmpty() || !studies.major.isEmpty() || words.match(text).hasMatch());
}

/// The text as the rules see it, to look a fact up in.
class ResumeText
{
public:
    explicit ResumeText(const QString &text)
    {
        ExtractedText extracted;
        extracted.text = text;
        for (const Part &part : partsOf(extracted)) {
            m_sections.insert(part.section);
            for (const Line &line : part.lines) {
                m_where.insert(line.number, part.section);
                m_raw.insert(line.number, line.text);
                m_lines << ResumeLine {plainWords(line.text), line.number};
            }
            if (part.section == Section::experience || !part.hasHeading) {
                readJobs(part);
            }
        }
    }

    enum class Extent { words, deed };

    /// Where the words stand, as they stand there; the line that was named comes first. A deed is all of what
    /// its line says, up to a full stop, and may run over the next lines: half of a sentence may say the
    /// opposite.
    [[nodiscard]] ResumeLine find(const QString &words, int line, Extent extent) const
    {
        const auto named = std::ranges::find(m_lines, line, &ResumeLine::line);
        const qsizetype first = named == m_lines.end() ? -1 : named - m_lines.begin();
        ResumeLine found = first < 0 ? ResumeLine {} : at(first, words, extent);
        for (qsizetype i = 0; i < m_lines.size() && found.line == 0; ++i) {
            found = at(i, words, extent);
        }
        return found;
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
    /// The header of a job names it as an organisation.
    [[nodiscard]] bool isEmployer(const ResumeLine &name) const
    {
        return std::ranges::any_of(m_employers, [&name](const HeaderPiece &piece) {
            return piece.line == name.line && fold(piece.text) == fold(name.text);
        });
    }
    /// The line as the rules read it, with its tabs.
    [[nodiscard]] QString raw(int line) const { return m_raw.value(line); }
    /// It is all that stands between two commas, dashes or gaps of its line, dates left out.
    [[nodiscard]] bool isOnItsOwn(const ResumeLine &words) const
    {
        static const QRegularExpression separator(u"[,;(|]|\\t+|\\s*[•·]\\s*|\\s+[–—-]\\s+"_s);
        const QStringList pieces = withoutDates(m_raw.value(words.line)).split(separator, Qt::SkipEmptyParts);
        return std::ranges::any_of(pieces, [&words](const QString &piece) {
            return fold(piece.simplified()) == fold(words.text);
        });
    }

private:
    void readJobs(const Part &part)
    {
        for (const JobEntry &entry : entriesOf(part.lines)) {
            for (const Line &line : entry.header) {
                m_headerLines.insert(line.number);
            }
            std::ranges::copy_if(
                    headerOf(entry.header), std::back_inserter(m_employers),
                    [](const HeaderPiece &piece) { return piece.kind == HeaderPiece::Kind::organisation; });
        }
    }
    [[nodiscard]] ResumeLine at(qsizetype first, const QString &words, Extent extent) const
    {
        QString text = m_lines[first].text;
        QSet<qsizetype> ends {text.size()}; // of lines
        for (qsizetype next = first + 1;
             extent == Extent::deed && next < m_lines.size() && next < first + linesOfDeed; ++next) {
            text += (text.endsWith(u'-') ? QString() : u" "_s) + m_lines[next].text;
            ends.insert(text.size());
        }
        for (qsizetype from = text.indexOf(words, 0, Qt::CaseInsensitive); from >= 0;
             from = text.indexOf(words, from + 1, Qt::CaseInsensitive)) {
            const qsizetype end = from + words.size();
            const bool stands = extent == Extent::words
                    ? !isLetterIn(text, from - 1) && !isLetterIn(text, end)
                    : from == 0 && (ends.contains(end) || QStringView(u".;").contains(text[end]));
            if (stands) {
                return {text.sliced(from, words.size()), m_lines[first].line};
            }
        }
        return {};
    }
    [[nodiscard]] static bool isLetterIn(const QString &text, qsizetype at)
    {
        return at >= 0 && at < text.size() && text[at].isLetterOrNumber();
    }

    QVector<ResumeLine> m_lines; ///< their words
    QHash<int, QString> m_raw; ///< with what parts their cells
    QHash<int, Section> m_where;
    QSet<Section> m_sections;
    QSet<int> m_headerLines;
    EntryHeader m_employers;
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
        const ResumeLine found = m_text.find(words, fact.line,
                                             isDeed ? ResumeText::Extent::deed : ResumeText::Extent::words);
        if (found.line == 0) {
            return u"these words do not stand in the text"_s;
        }
        if (const QString problem = factProblem(fact.field, found.text); !problem.isEmpty()) {
            return problem;
        }
        return isDeed                               ? takeDeed(found, good.facts)
                : fact.field == "companies"_L1      ? takeEmployer(found, good.facts)
                : fact.field == "name"_L1           ? takeName(found, good.facts)
                : fact.field == "university"_L1     ? takeSchool(found, good.facts)
                : fact.field == "degree"_L1         ? takeOfSchool(found, good.facts.degree, good.facts)
                : fact.field == "major"_L1          ? takeOfSchool(found, good.facts.major, good.facts)
                : fact.field == "graduationYear"_L1 ? takeYear(found, good.facts)
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
        if (!m_text.isUnder(found.line, {Section::experience}) || !m_text.isEmployer(found)) {
            return u"the header of a job does not name it as the employer"_s;
        }
        if (found.text.size() > longestName) {
            return u"it is too long for a name"_s;
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
        if (isSecondarySchool(found.text) || !m_text.isOnItsOwn(found) || isAboutStudies(found.text)
            || found.text.size() > longestName) {
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

    /// The last year of the dates it stands among: the first is when it began.
    [[nodiscard]] QString takeYear(const ResumeLine &found, ResumeFacts &facts) const
    {
        const auto dates = dateSpanIn(m_text.raw(found.line));
        if (!dates || QString::number(dates->endYear) != found.text) {
            return u"it is not the year in which the studies end"_s;
        }
        return takeOfSchool(found, facts.graduationYear, facts);
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
