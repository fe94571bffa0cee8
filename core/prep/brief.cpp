// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/prepcontent.h"

#include "base/dates.h"
#include "base/text.h"
#include "prep/career.h"
#include "truth/facts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

constexpr qsizetype listedSteps = 3;

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

QString presentText(const QString &name, const CareerStep &step, const QString &role)
{
    QString text = name;
    if (!step.firm.isEmpty() && !step.title.isEmpty()) {
        text = Words::tr("%1 works at %2 as %3").arg(name, step.firm, role);
    } else if (step.firm.isEmpty()) {
        text = Words::tr("%1 works as %2").arg(name, role);
    } else {
        text = Words::tr("%1 works at %2").arg(name, step.firm);
    }
    return step.from > 0 ? Words::tr("%1, since %2").arg(text, QString::number(step.from)) : text;
}

QString pastText(const QString &name, const CareerStep &step, const QString &role)
{
    QString text = name;
    if (!step.firm.isEmpty() && !step.title.isEmpty()) {
        text = Words::tr("%1 was at %2 as %3").arg(name, step.firm, role);
    } else if (step.firm.isEmpty()) {
        text = Words::tr("%1 was %2").arg(name, role);
    } else {
        text = Words::tr("%1 was at %2").arg(name, step.firm);
    }
    return text + stepYears(step);
}

Claim roleClaim(const Contact &contact, const Career &career)
{
    const CareerStep &step = *career.main();
    const QString whole = truth::sayable(contact.name());
    const QString name = whole.isEmpty() ? Words::tr("Your contact") : elided(whole, 80);
    const QString role = titleWithArticle(step.title);
    const QString text = step.current ? presentText(name, step, role)
            : step.from > career.thisYear
            ? Words::tr("%1 starts in %2: %3").arg(name, QString::number(step.from), stepText(step))
            : pastText(name, step, role);
    return {text + u'.', stepSources(contact, step)};
}

Claim headlineClaim(const Contact &contact)
{
    const QString headline = truth::sayable(contact.headline);
    if (headline.isEmpty()) {
        return {};
    }
    const QString text = Words::tr("Their headline reads: “%1”").arg(elided(headline, 160));
    return {text, {truth::contactSource(contact, u"headline"_s, contact.headline)}};
}

Claim pathClaim(const Contact &contact, const Career &career)
{
    const QVector<CareerStep> earlier = career.earlier();
    const QVector<CareerStep> beside = career.alongside();
    Claim claim;
    const auto part = [&](const QVector<CareerStep> &steps, const QString &dated, const QString &undated) {
        QStringList texts;
        for (const CareerStep &step : steps.first(std::min(listedSteps, steps.size()))) {
            texts << stepText(step) + stepYears(step);
            claim.sources << stepSources(contact, step);
        }
        if (steps.size() > listedSteps) {
            texts << Words::tr("%n more", nullptr, static_cast<int>(steps.size() - listedSteps));
        }
        const bool known = std::ranges::any_of(
                steps, [](const CareerStep &step) { return step.from + step.to > 0; });
        if (!texts.isEmpty()) {
            claim.text += (claim.text.isEmpty() ? QString() : u" "_s)
                    + (known ? dated : undated).arg(listed(texts));
        }
    };
    part(beside, Words::tr("Alongside: %1."), Words::tr("Alongside: %1."));
    part(earlier, Words::tr("Before that: %1."), Words::tr("Also on record: %1."));
    return claim;
}

QString studyText(const School &school)
{
    const QString field = truth::sayable(school.field);
    const QString degree = truth::sayable(school.degree);
    const QString what = field.isEmpty() || degree.isEmpty() ? field + degree
                                                             : u"%1 (%2)"_s.arg(field, degree);
    return elided(what, 90);
}

Claim studiesClaim(const Contact &contact, int thisYear)
{
    Claim claim;
    QStringList texts;
    bool ongoing = false;
    for (qsizetype i = 0; i < contact.schools.size() && texts.size() < 2; ++i) {
        const School &school = contact.schools[i];
        const QString name = elided(truth::sayable(school.name), 90);
        if (name.isEmpty()) {
            continue;
        }
        CareerStep years;
        years.from = yearIn(school.from);
        years.to = yearIn(school.to);
        if (years.to > 0 && years.to < years.from) {
            years = {};
        }
        ongoing = ongoing || years.to > thisYear;
        const QString what = studyText(school);
        texts << (what.isEmpty() ? name : Words::tr("%1 at %2").arg(what, name)) + stepYears(years);
        claim.sources << truth::schoolSource(contact, i, u"name"_s, school.name);
        if (!what.isEmpty()) {
            const bool field = !truth::sayable(school.field).isEmpty();
            claim.sources << truth::schoolSource(contact, i, field ? u"field"_s : u"degree"_s,
                                                 field ? school.field : school.degree);
        }
    }
    if (!texts.isEmpty()) {
        claim.text = (ongoing ? Words::tr("Studies: %1.") : Words::tr("Studied: %1.")).arg(listed(texts));
    }
    return claim;
}

Claim placeClaim(const Contact &contact)
{
    Claim claim;
    QStringList place;
    for (const auto &[field, value] : {std::pair {u"city"_s, contact.city},
                                       {u"state"_s, contact.state},
                                       {u"country"_s, contact.country}}) {
        if (const QString known = truth::sayable(value); !known.isEmpty() && !place.contains(known)) {
            place << known;
            claim.sources << truth::contactSource(contact, field, value);
        }
    }
    if (const QString location = truth::sayable(contact.location); place.isEmpty() && !location.isEmpty()) {
        place << location;
        claim.sources << truth::contactSource(contact, u"location"_s, contact.location);
    }
    const QString hometown = truth::sayable(contact.hometown);
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

Claim acquaintanceClaim(const Contact &contact)
{
    const QString introducer = truth::sayable(contact.introducedBy);
    if (!introducer.isEmpty()) {
        return {Words::tr("%1 introduced you.").arg(elided(introducer, 60)),
                {truth::contactSource(contact, u"introducedBy"_s, contact.introducedBy)}};
    }
    if (const QString met = truth::sayable(contact.howMet); !met.isEmpty()) {
        return {Words::tr("How you met: %1.").arg(elided(met, 120)),
                {truth::contactSource(contact, u"howMet"_s, contact.howMet)}};
    }
    const QDate connected = parseDate(contact.connectedOn);
    if (!connected.isValid()) {
        return {};
    }
    return {Words::tr("You have been connected since %1.")
                    .arg(QLocale::c().toString(connected, u"d MMMM yyyy"_s)),
            {truth::contactSource(contact, u"connectedOn"_s, contact.connectedOn)}};
}

} // namespace

QVector<Claim> briefOf(const Contact &contact, int thisYear)
{
    const Career career = careerOf(contact, thisYear);
    QVector<Claim> brief {career.main() != nullptr ? roleClaim(contact, career) : headlineClaim(contact)};
    if (career.steps.size() > 1) {
        brief << pathClaim(contact, career);
    }
    brief << studiesClaim(contact, thisYear) << placeClaim(contact) << acquaintanceClaim(contact);
    brief.removeIf([](const Claim &claim) { return claim.text.isEmpty(); });
    return brief;
}

} // namespace crema::prep
