// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/career.h"

#include "base/dates.h"
#include "base/text.h"
#include "truth/facts.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

constexpr qsizetype longestTitle = 70;
constexpr qsizetype longestFirm = 60;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(crema::prep::Career)
};

/// "CEO | Speaker | Father of three" is one title and two remarks.
QString firstTitle(const QString &title)
{
    qsizetype end = title.size();
    for (const QString &mark : {u" | "_s, u" • "_s, u" · "_s, u" // "_s, u" @ "_s}) {
        const qsizetype at = title.indexOf(mark);
        end = at > 0 ? std::min(end, at) : end;
    }
    return elided(title.left(end).trimmed(), longestTitle);
}

CareerStep stepOf(const Contact &contact, qsizetype index, int thisYear)
{
    const Position &position = contact.positions[index];
    CareerStep step;
    step.index = index;
    const QString firm = truth::sayable(position.company);
    const QString title = truth::sayable(position.title);
    step.firm = truth::isFirm(firm) ? elided(firm, longestFirm) : QString();
    step.title = truth::isJob(title) ? firstTitle(title) : QString();
    step.role = roleOf(title);
    step.from = yearIn(position.from);
    step.to = yearIn(position.to);
    if (step.from > 0 && step.to > 0 && step.to < step.from) {
        step.from = 0; // one of the two is wrong and we do not know which
        step.to = 0;
    }
    const bool openEnd = cleanValue(position.to).isEmpty();
    step.current = openEnd && (index == 0 || step.from > 0) && step.from <= thisYear;
    return step;
}

bool isUnique(const QString &title)
{
    static const QStringList unique {
            u"head"_s,       u"chief"_s,   u"ceo"_s,       u"cto"_s,       u"cfo"_s,      u"coo"_s,
            u"cmo"_s,        u"cpo"_s,     u"cio"_s,       u"president"_s, u"chair"_s,    u"chairman"_s,
            u"chairwoman"_s, u"founder"_s, u"cofounder"_s, u"co"_s,        u"owner"_s,    u"director"_s,
            u"vice"_s,       u"vp"_s,      u"svp"_s,       u"evp"_s,       u"managing"_s, u"dean"_s,
            u"founding"_s,   u"global"_s,  u"group"_s,     u"deputy"_s,    u"interim"_s};
    return unique.contains(foldedWords(title).value(0));
}

bool startsWithVowelSound(const QString &word)
{
    const bool initials = word.size() >= 2 && word.size() <= 4 && word == word.toUpper();
    if (initials) {
        return u"AEFHILMNORSX"_s.contains(word[0]);
    }
    const QString folded = fold(word);
    const bool consonantSound = folded.startsWith(u"uni"_s) || folded.startsWith(u"eu"_s)
            || folded.startsWith(u"one"_s) || folded.startsWith(u"us"_s);
    return !consonantSound && !folded.isEmpty() && u"aeiou"_s.contains(folded[0]);
}

} // namespace

QVector<CareerStep> Career::earlier() const
{
    QVector<CareerStep> found;
    const CareerStep *now = main();
    for (const CareerStep &step : steps.mid(1)) {
        const bool after = now->from > 0 && step.from > now->from;
        if (!step.current && !after) {
            found << step;
        }
    }
    return found;
}

QVector<CareerStep> Career::alongside() const
{
    QVector<CareerStep> found;
    std::ranges::copy_if(steps.mid(1), std::back_inserter(found), &CareerStep::current);
    return found;
}

int Career::yearsAtFirm() const
{
    const CareerStep *now = main();
    if (now == nullptr || !now->current || now->firm.isEmpty()) {
        return 0;
    }
    int first = now->from;
    for (const CareerStep &step : steps.mid(1)) {
        if (fold(step.firm) != fold(now->firm)) {
            break; // time before another firm is not time there without a break
        }
        first = step.from > 0 ? std::min(first, step.from) : first;
    }
    return first > 0 ? thisYear - first : 0;
}

Level Career::level() const
{
    return steps.isEmpty() ? Level::unknown : steps.constFirst().role.level;
}

Work Career::work() const
{
    return steps.isEmpty() ? Work::unknown : steps.constFirst().role.work;
}

Career careerOf(const Contact &contact, int thisYear)
{
    Career career;
    career.thisYear = thisYear;
    for (qsizetype i = 0; i < contact.positions.size(); ++i) {
        CareerStep step = stepOf(contact, i, thisYear);
        if (!step.firm.isEmpty() || !step.title.isEmpty()) {
            career.steps << std::move(step);
        }
    }
    return career;
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
    const bool latin = !word.isEmpty() && fold(word).at(0).unicode() < 0x80;
    if (!latin || isUnique(title)) {
        return title;
    }
    return (startsWithVowelSound(word) ? u"an "_s : u"a "_s) + title;
}

QString callName(const Contact &contact)
{
    const QString first = truth::sayable(contact.firstName);
    const QString whole = truth::sayable(contact.name());
    const QString name = first.isEmpty() ? whole : first;
    return name.isEmpty() ? Words::tr("your contact") : elided(name, 40);
}

} // namespace crema::prep
