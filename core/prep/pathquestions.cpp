// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/questions.h"

#include "base/text.h"
#include "truth/facts.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

constexpr int longStay = 7; ///< years in one firm that are worth a question

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(crema::prep::PathQuestions)
};

class PathQuestions
{
public:
    PathQuestions(const Contact &contact, const Career &career) : m_contact(contact), m_career(career) { }

    QVector<Candidate> all()
    {
        if (m_career.main() != nullptr) {
            const QVector<CareerStep> way = QVector<CareerStep> {*m_career.main()} + m_career.earlier();
            for (qsizetype i = 0; i + 1 < way.size(); ++i) {
                addStep(way[i], way[i + 1], static_cast<int>(i));
            }
        }
        addFounding();
        addReturn();
        addLongStay();
        addStudies();
        addFirstStep();
        addEntry();
        return std::move(m_found);
    }

private:
    void add(int weight, const QString &text, const QString &because)
    {
        m_found << Candidate {{u"path"_s, text, because, false, {}}, weight};
    }

    /// From one position to the next: another kind of work, a rise in the same firm, another firm. `age` 0 is
    /// the latest of them; older ones count less. Which came first is only said where years tell.
    void addStep(const CareerStep &newer, const CareerStep &older, int age)
    {
        const bool ordered = cameBefore(older, newer);
        const QString before = stepText(older) + stepYears(older);
        const QString after = stepText(newer) + stepYears(newer);
        const QString because = ordered ? Words::tr("%1, then %2").arg(before, after)
                                        : Words::tr("on record: %1; %2").arg(after, before);
        const bool bothFirms = !newer.firm.isEmpty() && !older.firm.isEmpty();
        const bool bothJobs = !newer.studies && !older.studies;
        const bool sameFirm = bothFirms && fold(newer.firm) == fold(older.firm);
        const QString from = workName(older.role.work);
        const QString to = workName(newer.role.work);
        if (!from.isEmpty() && !to.isEmpty() && !mayBeOneWork(older.role, newer.role)) {
            const QString text = ordered
                    ? Words::tr("You went from %1 to %2: what made you change, and what carried over?")
                    : Words::tr("You know both %1 and %2: what does the one give you for the other?");
            add(90 - 5 * age, text.arg(from, to), because);
        } else if (sameFirm && bothJobs && !newer.title.isEmpty() && !older.title.isEmpty()
                   && fold(newer.title) != fold(older.title)) {
            add(80 - 5 * age,
                Words::tr("Between %1 and %2 at %3, what changed most in the work?")
                        .arg(older.title, newer.title, newer.firm),
                because);
        } else if (bothFirms && !sameFirm && ordered) {
            add(75 - 5 * age, Words::tr("What drew you from %1 to %2?").arg(older.firm, newer.firm), because);
        }
    }

    void addFounding()
    {
        for (const CareerStep &step : m_career.steps) {
            if (step.role.level == Level::founder && !step.firm.isEmpty()
                && step.tense != truth::Tense::future) {
                add(95, Words::tr("What did you see that made you start %1?").arg(step.firm),
                    stepText(step) + stepYears(step));
                return;
            }
        }
    }

    /// The same firm twice with another between.
    void addReturn()
    {
        const CareerStep *now = m_career.main();
        if (now == nullptr || now->firm.isEmpty()) {
            return;
        }
        bool left = false;
        for (const CareerStep &step : m_career.earlier()) {
            const bool same = fold(step.firm) == fold(now->firm);
            if (same && left && cameBefore(step, *now)) {
                add(92,
                    Words::tr("You came back to %1: what brought you back, and what had changed?")
                            .arg(now->firm),
                    Words::tr("%1, and earlier %2")
                            .arg(stepText(*now) + stepYears(*now), stepText(step) + stepYears(step)));
                return;
            }
            left = left || (!same && !step.firm.isEmpty() && cameBefore(step, *now));
        }
    }

    void addLongStay()
    {
        if (!m_career.isAtWork()) {
            return;
        }
        const int years = m_career.yearsAtFirm();
        if (years >= longStay && m_career.level() != Level::founder) {
            const QString firm = m_career.main()->firm;
            add(85,
                Words::tr("You have stayed with %1 for years when many move on: what has kept you there?")
                        .arg(firm),
                Words::tr("at %1 for about %2 years").arg(firm, QString::number(years)));
        }
    }

    /// Studies of one kind, work of another.
    void addStudies()
    {
        const CareerStep *now = m_career.main();
        for (const School &school : m_contact.schools) {
            const QString field = elided(spoken(school.field), 60);
            const QString name = elided(spoken(school.name), 60);
            if (field.isEmpty()) {
                continue;
            }
            const QString because = name.isEmpty() ? field : Words::tr("%1 at %2").arg(field, name);
            const truth::Tense tense = truth::tenseOf(school, m_career.today);
            const bool over = tense == truth::Tense::past
                    || (tense == truth::Tense::unknown && m_career.isAtWork());
            const QString work = now == nullptr ? QString() : workName(now->role.work);
            if (!over) {
                add(55, Words::tr("What made you choose %1?").arg(field), because);
            } else if (work.isEmpty()) {
                add(55, Words::tr("How much of %1 do you still use, and for what?").arg(field), because);
            } else if (roleOf(field).work == now->role.work) {
                add(50, Words::tr("What did studying %1 not prepare you for?").arg(field),
                    because + u"; "_s + stepText(*now));
            } else {
                add(65, Words::tr("How did %1 lead you to %2?").arg(field, work),
                    because + u"; "_s + stepText(*now));
            }
            return;
        }
    }

    void addFirstStep()
    {
        const QVector<CareerStep> earlier = m_career.earlier();
        if (earlier.size() >= 2) {
            const CareerStep &first = earlier.constLast();
            add(60, Words::tr("What did your time %1 teach you that you still use?").arg(timeAs(first)),
                stepText(first) + stepYears(first));
        }
    }

    static QString timeAs(const CareerStep &step)
    {
        if (step.title.isEmpty()) {
            return Words::tr("at %1").arg(step.firm);
        }
        const QString role = workedAs(step.title);
        return step.firm.isEmpty() ? role : Words::tr("%1 at %2").arg(role, step.firm);
    }

    /// How they got where they are; what is left when only one position is known.
    void addEntry()
    {
        const CareerStep *now = m_career.main();
        if (now == nullptr || now->tense == truth::Tense::future) {
            return;
        }
        const QString because = stepText(*now) + stepYears(*now);
        if (now->role.level == Level::student) {
            add(88,
                Words::tr("How did you get your place %1, and what would you do again?").arg(timeAs(*now)),
                because);
        } else {
            add(40, Words::tr("What led you to your work %1?").arg(timeAs(*now)), because);
        }
    }

    const Contact &m_contact;
    const Career &m_career;
    QVector<Candidate> m_found;
};

} // namespace

QVector<Candidate> pathCandidates(const Contact &contact, const Career &career)
{
    return PathQuestions(contact, career).all();
}

} // namespace crema::prep
