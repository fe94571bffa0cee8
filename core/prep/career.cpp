// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/career.h"

#include "base/dates.h"
#include "base/text.h"
#include "prep/printabletext.h"
#include "truth/articles.h"
#include "truth/facts.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

constexpr qsizetype longestTitle = 70;
constexpr qsizetype longestFirm = 60;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(crema::prep::Career)
};

CareerStep stepOf(const Contact &contact, qsizetype index, QDate today)
{
    const Position &position = contact.positions[index];
    CareerStep step;
    step.index = index;
    const QString firm = spoken(position.company);
    const QString title = spoken(position.title);
    const truth::TitleKind kind = truth::titleKind(title);
    step.firm = truth::isFirm(firm) ? elided(firm, longestFirm) : QString();
    if (kind != truth::TitleKind::none) { // what is no work of today is quoted as it is
        step.title = elided(kind == truth::TitleKind::away ? title : truth::plainTitle(title), longestTitle);
    }
    step.studies = kind == truth::TitleKind::studies;
    step.role = step.studies ? Role {Level::student, Work::unknown} : roleOf(title, step.firm);
    step.from = yearIn(position.from);
    step.to = truth::isOpenEnd(position.to) ? 0 : yearIn(position.to);
    if (step.from > 0 && step.to > 0 && step.to < step.from) {
        step.from = 0; // one of the two is wrong and we do not know which
        step.to = 0;
    }
    step.tense = truth::tenseOf(contact, index, today);
    step.current = step.tense == truth::Tense::present;
    return step;
}

bool isAway(const Contact &contact, const CareerStep &step)
{
    return step.tense != truth::Tense::future
            && truth::titleKind(spoken(contact.positions[step.index].title)) == truth::TitleKind::away;
}

/// The same job written down twice: nothing tells the two apart but a date that one of them lacks.
bool isSameJob(const CareerStep &a, const CareerStep &b)
{
    return fold(a.firm) == fold(b.firm) && fold(a.title) == fold(b.title)
            && (a.from == b.from || a.from == 0 || b.from == 0) && (a.to == b.to || a.tense == b.tense);
}

/// Today's first, then what has ended, latest first, then what has not begun.
bool isBefore(const CareerStep &a, const CareerStep &b)
{
    const auto rank = [](const CareerStep &step) {
        return step.tense == truth::Tense::present ? 0 : step.tense == truth::Tense::future ? 2 : 1;
    };
    const auto end = [](const CareerStep &step) { return step.to > 0 ? step.to : step.from; };
    if (rank(a) != rank(b)) {
        return rank(a) < rank(b);
    }
    // Of several jobs of today the record's own order says which comes first.
    if (rank(a) != 0 && end(a) != end(b)) {
        return end(a) > end(b);
    }
    return rank(a) != 0 && a.from != b.from ? a.from > b.from : a.index < b.index;
}

/// Some records have the oldest first. Steps without any year keep their places, but for
/// those of today.
void sortByYears(QVector<CareerStep> &steps)
{
    QVector<qsizetype> places;
    QVector<CareerStep> dated;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        if (steps[i].from + steps[i].to > 0) {
            places << i;
            dated << steps[i];
        }
    }
    std::ranges::sort(dated, isBefore);
    for (qsizetype i = 0; i < places.size(); ++i) {
        steps[places[i]] = dated[i];
    }
    QVector<CareerStep> sorted;
    std::ranges::copy_if(steps, std::back_inserter(sorted), &CareerStep::current);
    std::ranges::copy_if(steps, std::back_inserter(sorted), std::not_fn(&CareerStep::current));
    steps = std::move(sorted);
}

/// What a title begins with when it has an article already.
bool isArticle(const QString &word, const QString &title)
{
    static const QStringList articles {u"the"_s, u"a"_s, u"an"_s};
    const QString next = fold(title.section(u' ', 1, 1));
    const bool isName = word == "a"_L1 && (next.startsWith("level"_L1) || next == "la"_L1); // "A Level Tutor"
    return articles.contains(word) && !next.isEmpty() && !isName;
}

} // namespace

QVector<CareerStep> Career::earlier() const
{
    QVector<CareerStep> found;
    std::ranges::copy_if(steps.mid(1), std::back_inserter(found), [](const CareerStep &step) {
        return !step.current && step.tense != truth::Tense::future;
    });
    return found;
}

QVector<CareerStep> Career::alongside() const
{
    QVector<CareerStep> found;
    std::ranges::copy_if(steps.mid(1), std::back_inserter(found), &CareerStep::current);
    return found;
}

QVector<CareerStep> Career::toCome() const
{
    QVector<CareerStep> found;
    std::ranges::copy_if(steps.mid(1), std::back_inserter(found),
                         [](const CareerStep &step) { return step.tense == truth::Tense::future; });
    return found;
}

bool Career::isAtWork() const
{
    return !steps.isEmpty() && steps.constFirst().current && !steps.constFirst().studies;
}

int Career::yearsAtFirm() const
{
    const CareerStep *now = main();
    if (now == nullptr || !now->current || now->firm.isEmpty()) {
        return 0;
    }
    int first = now->from;
    for (const CareerStep &step : steps.mid(1)) {
        const int end = step.current ? today.year() : step.to;
        // Time elsewhere and time nobody knows of is not time there without a break.
        if (fold(step.firm) != fold(now->firm) || end + 1 < first) {
            break;
        }
        first = step.from > 0 ? std::min(first, step.from) : first;
    }
    return first > 0 ? today.year() - first : 0;
}

Level Career::level() const
{
    return steps.isEmpty() ? Level::unknown : steps.constFirst().role.level;
}

Work Career::work() const
{
    return steps.isEmpty() ? Work::unknown : steps.constFirst().role.work;
}

Career careerOf(const Contact &contact, QDate today)
{
    Career career;
    career.today = today;
    for (qsizetype i = 0; i < contact.positions.size(); ++i) {
        CareerStep step = stepOf(contact, i, today);
        const bool known = std::ranges::any_of(
                career.steps, [&](const CareerStep &other) { return isSameJob(other, step); });
        if (known || (step.firm.isEmpty() && step.title.isEmpty())) {
            continue;
        }
        if (!isAway(contact, step)) {
            career.steps << std::move(step);
        } else if (!career.away && career.steps.isEmpty()) {
            career.away = std::move(step);
        }
    }
    sortByYears(career.steps);
    return career;
}

bool cameBefore(const CareerStep &earlier, const CareerStep &later)
{
    // What began earlier may go on beside it.
    return later.from > 0 && !earlier.current && earlier.to > 0 && earlier.to <= later.from;
}

QString spoken(QStringView value)
{
    // What an emoji stood in or beside.
    static const QRegularExpression holes(
            u"\\(\\s*\\)|\\[\\s*\\]|\\s+(?=[,;])|^[\\s|•·,;:/–—-]+|[\\s|•·,;:/–—-]+$"_s);
    return truth::sayable(printableLine(truth::sayable(value)).remove(holes));
}

QString positionText(const QString &title, const QString &firm)
{
    const auto isLatin = [](const QString &text) {
        return std::ranges::any_of(text,
                                   [](QChar c) { return c.isLetter() && c.script() == QChar::Script_Latin; });
    };
    if (title.isEmpty() || firm.isEmpty()) {
        return title + firm;
    }
    // An English "at" between two names of another script helps nobody.
    return isLatin(title) || isLatin(firm) ? Words::tr("%1 at %2").arg(title, firm) : title + u" · "_s + firm;
}

QString stepText(const CareerStep &step)
{
    return positionText(step.title, step.firm);
}

QString stepYears(const CareerStep &step)
{
    if (step.from > 0 && step.to > 0) {
        const QString from = QString::number(step.from);
        return step.from == step.to ? u" (%1)"_s.arg(from)
                                    : u" (%1–%2)"_s.arg(from, QString::number(step.to));
    }
    if (step.from > 0) {
        const QString from = QString::number(step.from);
        return u" (%1)"_s.arg(step.current ? Words::tr("since %1").arg(from)
                                           : Words::tr("from %1").arg(from));
    }
    return step.to > 0 ? u" (%1)"_s.arg(Words::tr("until %1").arg(step.to)) : QString();
}

QString titleWithArticle(const QString &title)
{
    const QString word = title.section(u' ', 0, 0);
    const QString folded = fold(word);
    if (isArticle(folded, title)) {
        return word.toLower() + title.mid(word.size());
    }
    const bool latin = !folded.isEmpty() && folded.at(0).unicode() < 0x80;
    return !latin || truth::isSingular(title) || truth::isDepartment(title)
            ? title
            : truth::articleFor(title) + u' ' + title;
}

QString workedAs(const QString &title)
{
    return truth::isDepartment(title) ? Words::tr("in %1").arg(title)
                                      : Words::tr("as %1").arg(titleWithArticle(title));
}

QString callName(const Contact &contact)
{
    const QString first = spoken(contact.firstName);
    const QString whole = spoken(contact.name());
    const QString name = first.isEmpty() ? whole : first;
    return name.isEmpty() ? Words::tr("your contact") : elided(name, 40);
}

} // namespace crema::prep
