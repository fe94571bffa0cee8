// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/prepcontent.h"

#include "base/dates.h"
#include "base/text.h"
#include "prep/career.h"
#include "truth/articles.h"
#include "truth/facts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

constexpr qsizetype listedSteps = 3;
constexpr int listedSchools = 2;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(crema::prep::Brief)
};

QVector<Source> stepSources(const Contact &contact, const CareerStep &step)
{
    const Position &position = contact.positions[step.index];
    QVector<Source> sources;
    const auto add = [&](const QString &member, const QString &quote) {
        if (!cleanValue(quote).isEmpty()) {
            sources << truth::positionSource(contact, step.index, member, quote);
        }
    };
    add(u"title"_s, position.title);
    add(u"company"_s, position.company);
    add(u"from"_s, position.from);
    add(u"to"_s, position.to);
    return sources;
}

/// "A, B and C".
QString listed(const QStringList &parts)
{
    if (parts.size() < 2) {
        return parts.value(0);
    }
    return Words::tr("%1 and %2").arg(parts.first(parts.size() - 1).join(u", "_s), parts.constLast());
}

QString presentText(const QString &name, const CareerStep &step)
{
    QString text;
    if (step.studies) {
        const QString role = titleWithArticle(step.title);
        text = step.firm.isEmpty() ? Words::tr("%1 is %2").arg(name, role)
                                   : Words::tr("%1 is %2 at %3").arg(name, role, step.firm);
    } else if (step.title.isEmpty()) {
        text = Words::tr("%1 works at %2").arg(name, step.firm);
    } else if (step.firm.isEmpty()) {
        text = Words::tr("%1 works %2", "in Sales, as a Nurse").arg(name, workedAs(step.title));
    } else if (truth::isDepartment(step.title)) {
        text = Words::tr("%1 works in %2 at %3").arg(name, step.title, step.firm);
    } else {
        text = Words::tr("%1 works at %2 as %3").arg(name, step.firm, titleWithArticle(step.title));
    }
    if (step.from > 0 && step.to > 0) {
        return text + stepYears(step);
    }
    return step.from > 0 ? Words::tr("%1, since %2").arg(text, QString::number(step.from)) : text;
}

QString pastText(const QString &name, const CareerStep &step)
{
    QString text;
    if (step.title.isEmpty()) {
        text = Words::tr("%1 was at %2").arg(name, step.firm);
    } else if (truth::isDepartment(step.title)) {
        text = step.firm.isEmpty() ? Words::tr("%1 worked in %2").arg(name, step.title)
                                   : Words::tr("%1 worked in %2 at %3").arg(name, step.title, step.firm);
    } else {
        const QString role = titleWithArticle(step.title);
        text = step.firm.isEmpty() ? Words::tr("%1 was %2").arg(name, role)
                                   : Words::tr("%1 was at %2 as %3").arg(name, step.firm, role);
    }
    return text + stepYears(step);
}

QString fullNameOf(const Contact &contact)
{
    const QString whole = spoken(contact.name());
    return whole.isEmpty() ? Words::tr("Your contact") : elided(whole, 80);
}

QString roleText(const QString &name, const CareerStep &step)
{
    switch (step.tense) {
    case truth::Tense::present:
        return presentText(name, step);
    case truth::Tense::past:
        return pastText(name, step);
    case truth::Tense::future:
        return Words::tr("%1 starts in %2: %3").arg(name, QString::number(step.from), stepText(step));
    case truth::Tense::unknown:
        break;
    }
    return Words::tr("On record for %1: %2").arg(name, stepText(step) + stepYears(step));
}

Claim roleClaim(const Contact &contact, const Career &career)
{
    const CareerStep &step = *career.main();
    return {roleText(fullNameOf(contact), step) + u'.', stepSources(contact, step)};
}

/// What is no work of today is quoted: whether they are at the firm, and as what, it does not say.
Claim awayClaim(const Contact &contact, const CareerStep &step)
{
    const QString words = u"“%1”"_s.arg(step.title);
    const QString text = step.firm.isEmpty() ? words : words + u", "_s + step.firm;
    return {Words::tr("The record of %1 says: %2.").arg(fullNameOf(contact), text + stepYears(step)),
            stepSources(contact, step)};
}

Claim headlineClaim(const Contact &contact)
{
    const QString headline = spoken(contact.headline);
    if (headline.isEmpty()) {
        return {};
    }
    const QString text = Words::tr("Their headline reads: “%1”").arg(elided(headline, 160));
    return {text, {truth::contactSource(contact, u"headline"_s, contact.headline)}};
}

Claim pathClaim(const Contact &contact, const Career &career)
{
    QVector<CareerStep> before = career.earlier();
    QVector<CareerStep> others;
    for (const CareerStep &step : std::as_const(before)) {
        if (!cameBefore(step, *career.main())) {
            others << step;
        }
    }
    before.removeIf([&](const CareerStep &step) { return others.contains(step); });
    Claim claim;
    const auto part = [&](const QVector<CareerStep> &steps, const QString &sentence) {
        QStringList texts;
        for (const CareerStep &step : steps.first(std::min(listedSteps, steps.size()))) {
            texts << stepText(step) + stepYears(step);
            claim.sources << stepSources(contact, step);
        }
        if (steps.size() > listedSteps) {
            texts << Words::tr("%n more", nullptr, static_cast<int>(steps.size() - listedSteps));
        }
        if (!texts.isEmpty()) {
            claim.text += (claim.text.isEmpty() ? QString() : u" "_s) + sentence.arg(listed(texts));
        }
    };
    part(career.alongside(), Words::tr("Alongside: %1."));
    part(before, Words::tr("Before that: %1."));
    part(others, Words::tr("Also on record: %1."));
    part(career.toCome(), Words::tr("Still to come: %1."));
    return claim;
}

QString studyText(const School &school)
{
    const QString field = spoken(school.field);
    const QString degree = spoken(school.degree);
    const QString what = field.isEmpty() || degree.isEmpty() ? field + degree
                                                             : u"%1 (%2)"_s.arg(field, degree);
    return elided(what, 90);
}

QString schoolText(const School &school, truth::Tense tense)
{
    CareerStep years;
    years.from = yearIn(school.from);
    years.to = truth::isOpenEnd(school.to) ? 0 : yearIn(school.to);
    years.current = tense == truth::Tense::present;
    if (years.to > 0 && years.to < years.from) {
        years = {};
    }
    const QString name = elided(spoken(school.name), 90);
    const QString what = studyText(school);
    return (what.isEmpty() ? name : Words::tr("%1 at %2").arg(what, name)) + stepYears(years);
}

Claim studiesClaim(const Contact &contact, QDate today)
{
    Claim claim;
    QStringList now;
    QStringList done;
    QStringList later;
    QStringList unknown;
    for (qsizetype i = 0, count = 0; i < contact.schools.size() && count < listedSchools; ++i) {
        const School &school = contact.schools[i];
        if (spoken(school.name).isEmpty()) {
            continue;
        }
        const truth::Tense tense = truth::tenseOf(school, today);
        QStringList &texts = tense == truth::Tense::present ? now
                : tense == truth::Tense::past               ? done
                : tense == truth::Tense::future             ? later
                                                            : unknown;
        texts << schoolText(school, tense);
        ++count;
        claim.sources << truth::schoolSource(contact, i, u"name"_s, school.name);
        if (!studyText(school).isEmpty()) {
            const bool field = !spoken(school.field).isEmpty();
            claim.sources << truth::schoolSource(contact, i, field ? u"field"_s : u"degree"_s,
                                                 field ? school.field : school.degree);
        }
    }
    QStringList sentences;
    for (const auto &[texts, sentence] :
         {std::pair {now, Words::tr("Studies: %1.")}, std::pair {done, Words::tr("Studied: %1.")},
          std::pair {later, Words::tr("Studies to come: %1.")},
          std::pair {unknown, Words::tr("Schools on record: %1.")}}) {
        if (!texts.isEmpty()) {
            sentences << sentence.arg(listed(texts));
        }
    }
    claim.text = sentences.join(u' ');
    return claim;
}

Claim placeClaim(const Contact &contact)
{
    Claim claim;
    QStringList place;
    for (const auto &[field, value] : {std::pair {u"city"_s, contact.city},
                                       {u"state"_s, contact.state},
                                       {u"country"_s, contact.country}}) {
        if (const QString known = spoken(value); !known.isEmpty() && !place.contains(known)) {
            place << known;
            claim.sources << truth::contactSource(contact, field, value);
        }
    }
    if (const QString location = spoken(contact.location); place.isEmpty() && !location.isEmpty()) {
        place << location;
        claim.sources << truth::contactSource(contact, u"location"_s, contact.location);
    }
    const QString hometown = spoken(contact.hometown);
    const QString based = elided(place.join(u", "_s), 90);
    if (!hometown.isEmpty()) {
        claim.sources << truth::contactSource(contact, u"hometown"_s, contact.hometown);
        claim.text = based.isEmpty()
                ? Words::tr("Grew up in %1.").arg(elided(hometown, 60))
                : Words::tr("Based in %1; grew up in %2.").arg(based, elided(hometown, 60));
    } else if (!based.isEmpty()) {
        claim.text = Words::tr("Based in %1.").arg(based);
    }
    return claim;
}

Claim acquaintanceClaim(const Contact &contact, QDate today)
{
    const QString introducer = spoken(contact.introducedBy);
    if (!introducer.isEmpty()) {
        return {Words::tr("%1 introduced you.").arg(elided(introducer, 60)),
                {truth::contactSource(contact, u"introducedBy"_s, contact.introducedBy)}};
    }
    if (const QString met = spoken(contact.howMet); !met.isEmpty()) {
        return {Words::tr("How you met: %1.").arg(elided(met, 120)),
                {truth::contactSource(contact, u"howMet"_s, contact.howMet)}};
    }
    const QDate connected = parseDate(contact.connectedOn);
    if (!connected.isValid() || connected > today) {
        return {};
    }
    return {Words::tr("You have been connected since %1.")
                    .arg(QLocale::c().toString(connected, u"d MMMM yyyy"_s)),
            {truth::contactSource(contact, u"connectedOn"_s, contact.connectedOn)}};
}

} // namespace

QVector<Claim> briefOf(const Contact &contact, QDate today)
{
    const Career career = careerOf(contact, today);
    QVector<Claim> brief;
    if (career.away) {
        brief << awayClaim(contact, *career.away);
    }
    if (career.main() != nullptr) {
        brief << roleClaim(contact, career);
    } else if (!career.away) {
        brief << headlineClaim(contact);
    }
    if (career.steps.size() > 1) {
        brief << pathClaim(contact, career);
    }
    brief << studiesClaim(contact, today) << placeClaim(contact) << acquaintanceClaim(contact, today);
    brief.removeIf([](const Claim &claim) { return claim.text.isEmpty(); });
    return brief;
}

} // namespace crema::prep
