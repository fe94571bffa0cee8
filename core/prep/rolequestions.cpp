// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/questions.h"

#include "base/text.h"
#include "truth/facts.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(crema::prep::RoleQuestions)
};

struct LevelText
{
    Level level;
    const char *kind;
    int weight;
    const char *text; ///< %1 the firm in words, %2 "as Head of Data"
};

// Asked only of one whose title says the level.
constexpr std::array levelTexts {
        LevelText {Level::student, "role", 70,
                   QT_TRANSLATE_NOOP("crema::prep::RoleQuestions",
                                     "What do they let you do %2 at %1 that surprised you?")},
        LevelText {Level::student, "firm", 70,
                   QT_TRANSLATE_NOOP("crema::prep::RoleQuestions",
                                     "How does %1 choose among students, as far as you could see?")},
        LevelText {Level::junior, "role", 70,
                   QT_TRANSLATE_NOOP("crema::prep::RoleQuestions",
                                     "What did you have to learn first %2 that nobody had told you?")},
        LevelText {Level::junior, "firm", 70,
                   QT_TRANSLATE_NOOP("crema::prep::RoleQuestions",
                                     "Who do you learn most from at %1, and how does that happen?")},
        LevelText {Level::senior, "role", 70,
                   QT_TRANSLATE_NOOP("crema::prep::RoleQuestions",
                                     "Which problems reach you %2 that others could not solve?")},
        LevelText {Level::senior, "firm", 70,
                   QT_TRANSLATE_NOOP("crema::prep::RoleQuestions",
                                     "How do people get better at their craft at %1?")},
        LevelText {Level::lead, "role", 70,
                   QT_TRANSLATE_NOOP("crema::prep::RoleQuestions",
                                     "How do you split your time %2 between people and the work itself?")},
        LevelText {Level::lead, "firm", 70,
                   QT_TRANSLATE_NOOP("crema::prep::RoleQuestions",
                                     "When someone new joins a team at %1, what tells you after a month "
                                     "that it will go well?")},
        LevelText {Level::head, "role", 70,
                   QT_TRANSLATE_NOOP(
                           "crema::prep::RoleQuestions",
                           "Which decisions do you keep for yourself %2, and which do you give away?")},
        LevelText {Level::head, "firm", 70,
                   QT_TRANSLATE_NOOP("crema::prep::RoleQuestions",
                                     "When %1 hires, what do you look for that a resume does not show?")},
        LevelText {
                Level::top, "role", 70,
                QT_TRANSLATE_NOOP("crema::prep::RoleQuestions",
                                  "What do you look at first %2 to know whether things go the right way?")},
        LevelText {Level::top, "firm", 70,
                   QT_TRANSLATE_NOOP("crema::prep::RoleQuestions",
                                     "What do newcomers who do well at %1 have in common?")},
        LevelText {
                Level::founder, "role", 70,
                QT_TRANSLATE_NOOP(
                        "crema::prep::RoleQuestions",
                        "What did you do yourself in the first year that you have given to others since?")},
        LevelText {Level::founder, "firm", 70,
                   QT_TRANSLATE_NOOP("crema::prep::RoleQuestions",
                                     "What did you believe when %1 began that turned out different?")},
};

struct WorkText
{
    Work work;
    const char *text; ///< %1 the firm in words
};

constexpr std::array workTexts {
        WorkText {Work::engineering,
                  QT_TRANSLATE_NOOP("crema::prep::RoleQuestions",
                                    "How does a technical decision get made at %1?")},
        WorkText {Work::data,
                  QT_TRANSLATE_NOOP("crema::prep::RoleQuestions",
                                    "Which question would you most like to answer with data at %1?")},
        WorkText {Work::product,
                  QT_TRANSLATE_NOOP("crema::prep::RoleQuestions",
                                    "How does %1 decide what comes next, and who may say no?")},
        WorkText {Work::design,
                  QT_TRANSLATE_NOOP("crema::prep::RoleQuestions",
                                    "At what point does design get its say at %1?")},
        WorkText {Work::finance,
                  QT_TRANSLATE_NOOP("crema::prep::RoleQuestions",
                                    "Which piece of work at %1 has taught you most, and why that one?")},
        WorkText {Work::consulting,
                  QT_TRANSLATE_NOOP("crema::prep::RoleQuestions",
                                    "Which kind of project at %1 has taught you most?")},
        WorkText {Work::marketing,
                  QT_TRANSLATE_NOOP("crema::prep::RoleQuestions",
                                    "How do you know at %1 that something you put out has worked?")},
        WorkText {Work::sales,
                  QT_TRANSLATE_NOOP("crema::prep::RoleQuestions",
                                    "What makes a customer say yes to %1 in the end?")},
        WorkText {Work::law,
                  QT_TRANSLATE_NOOP("crema::prep::RoleQuestions",
                                    "Which kind of matter at %1 has taught you most, and why that kind?")},
        WorkText {Work::people,
                  QT_TRANSLATE_NOOP("crema::prep::RoleQuestions",
                                    "What do you wish people knew before they apply to %1?")},
        WorkText {
                Work::operations,
                QT_TRANSLATE_NOOP("crema::prep::RoleQuestions",
                                  "What breaks first at %1 when things grow, and how do you see it coming?")},
        WorkText {Work::research,
                  QT_TRANSLATE_NOOP("crema::prep::RoleQuestions",
                                    "How do the questions you work on at %1 come about?")},
        WorkText {Work::teaching,
                  QT_TRANSLATE_NOOP("crema::prep::RoleQuestions",
                                    "What makes a lesson or a course go well at %1?")},
        WorkText {Work::health,
                  QT_TRANSLATE_NOOP("crema::prep::RoleQuestions",
                                    "Which part of your day at %1 would people outside not expect?")},
        WorkText {Work::media,
                  QT_TRANSLATE_NOOP("crema::prep::RoleQuestions",
                                    "How does a story or piece come about at %1, from idea to the public?")},
        WorkText {Work::publicService,
                  QT_TRANSLATE_NOOP("crema::prep::RoleQuestions",
                                    "What takes longer than people think at %1, and for which good reason?")},
};

Candidate candidate(const QString &kind, int weight, const QString &text, const QString &because)
{
    return {{kind, text, because, false, {}}, weight};
}

void addLevel(QVector<Candidate> &found, const CareerStep &now, const QString &kind)
{
    const QString role = now.title.isEmpty() ? QString() : workedAs(now.title);
    for (const LevelText &row : levelTexts) {
        const bool usesTitle = QLatin1StringView(row.text).contains("%2"_L1);
        if (row.level == now.role.level && kind == QLatin1StringView(row.kind)
            && !(usesTitle && role.isEmpty())) {
            // The texts use one, both or neither of the two.
            QString text = Words::tr(row.text);
            text.replace(u"%1"_s, u"\u0001"_s).replace(u"%2"_s, role).replace(u"\u0001"_s, firmInWords(now));
            found << candidate(kind, row.weight, text, stepText(now));
        }
    }
}

/// True while they still study at the school that is shared.
bool isEnrolled(const PrepInput &input, const Similarity &shared)
{
    const QString name = shared.sources.constLast().quote;
    return std::ranges::any_of(input.contact.schools, [&](const School &school) {
        return school.name == name && truth::tenseOf(school, input.now.date()) == truth::Tense::present;
    });
}

} // namespace

QVector<Candidate> roleCandidates(const Contact &, const Career &career)
{
    QVector<Candidate> found;
    const CareerStep *now = career.main();
    if (now == nullptr || !now->current) {
        return found;
    }
    if (!now->studies) {
        addLevel(found, *now, u"role"_s);
    }
    const auto *work = std::ranges::find(workTexts, now->role.work, &WorkText::work);
    if (work != workTexts.end()) {
        found << candidate(u"role"_s, 68, Words::tr(work->text).arg(firmInWords(*now)), stepText(*now));
    }
    if (now->title.isEmpty()) {
        return found;
    }
    const QString role = workedAs(now->title);
    found << candidate(u"role"_s, 40,
                       Words::tr("What takes most of your time %1, and what would you like to take more?",
                                 "as an Analyst, in Sales")
                               .arg(role),
                       stepText(*now));
    if (!now->studies) {
        found << candidate(u"role"_s, 35,
                           Words::tr("What is the hardest part of your work %1 to explain to people outside?",
                                     "as an Analyst, in Sales")
                                   .arg(role),
                           stepText(*now));
    }
    return found;
}

QVector<Candidate> firmCandidates(const Contact &contact, const Career &career)
{
    QVector<Candidate> found;
    const CareerStep *now = career.main();
    if (now == nullptr || now->firm.isEmpty() || !now->current) {
        return found;
    }
    const QString since = stepText(*now) + stepYears(*now);
    if (now->from > 0 && career.today.year() - now->from <= 1 && career.yearsAtFirm() <= 1) {
        found << candidate(u"firm"_s, 80,
                           Words::tr("You are new at %1: what surprised you when you came?").arg(now->firm),
                           since);
    }
    for (const CareerStep &before : career.earlier()) {
        // A school is no other firm.
        if (!before.firm.isEmpty() && fold(before.firm) != fold(now->firm) && !now->studies
            && !before.studies) {
            found << candidate(u"firm"_s, 75,
                               Words::tr("You know %1 and %2 from inside: what does %2 do differently?")
                                       .arg(before.firm, now->firm),
                               Words::tr("on record: %1; %2").arg(stepText(*now), stepText(before)));
            break;
        }
    }
    addLevel(found, *now, u"firm"_s);
    if (const QString industry = elided(spoken(contact.industry), 60); !industry.isEmpty() && !now->studies) {
        found << candidate(
                u"firm"_s, 72,
                Words::tr("What is changing in your industry, %1, that people outside do not see yet?")
                        .arg(industry),
                Words::tr("industry on record: %1").arg(industry));
    }
    found << candidate(u"firm"_s, 45,
                       Words::tr("What would I notice first if I spent a day at %1?").arg(now->firm), since);
    found << candidate(u"firm"_s, 40,
                       Words::tr("Which kind of person is happy at %1, and which is not?").arg(now->firm),
                       since);
    return found;
}

QVector<Candidate> adviceCandidates(const PrepInput &input, const Career &career,
                                    const QVector<Similarity> &similarities)
{
    QVector<Candidate> found;
    const auto school = std::ranges::find(similarities, u"school"_s, &Similarity::kind);
    const QString work = workName(career.work());
    const QString major = elided(spoken(input.profile.major), 60);
    if (!major.isEmpty() && !work.isEmpty()) {
        found << candidate(u"advice"_s, 75,
                           Words::tr("My field of study is %1: what would you add to it for work in %2?")
                                   .arg(major, work),
                           Words::tr("your field of study; on record: %1").arg(stepText(*career.main())));
    }
    if (school != similarities.end() && !school->sources.isEmpty() && !isEnrolled(input, *school)) {
        const QString name = elided(spoken(school->sources.constLast().quote), 60);
        found << candidate(u"advice"_s, 85,
                           Words::tr("Which part of your time at %1 has helped you most since?").arg(name),
                           school->text);
    }
    if (!work.isEmpty()) {
        found << candidate(u"advice"_s, 60,
                           Words::tr("What would you read, build or try in the next three months to find out "
                                     "whether %1 is for me?")
                                   .arg(work),
                           stepText(*career.main()));
    }
    return found;
}

} // namespace crema::prep
