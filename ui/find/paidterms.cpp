// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/find/paidterms.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(crema::ui::PaidTerms)
};

} // namespace

int PaidTerms::missing(int people) const
{
    return std::max(0, cost(people) - balance);
}

QString priceInWords(const PaidTerms &terms, int people)
{
    if (!terms.metering) {
        return Words::tr("Up to %n person(s), with your own key at People Data Labs; no credits are counted "
                         "here.",
                         nullptr, people);
    }
    return Words::tr("Up to %n person(s): at most %1 credits; you have %2. Only people who are found and new "
                     "are charged.",
                     nullptr, people)
            .arg(terms.cost(people))
            .arg(terms.balance);
}

QString obstacleInWords(const PaidTerms &terms, int people)
{
    const int missing = terms.missing(people);
    if (missing == 0) {
        return {};
    }
    const QString what = Words::tr("%1 credits are missing: up to %n person(s) cost %2 and you have %3.",
                                   nullptr, people)
                                 .arg(missing)
                                 .arg(terms.cost(people))
                                 .arg(terms.balance);
    const int affordable = terms.perPerson > 0 ? terms.balance / terms.perPerson : people;
    return affordable > 0 ? what + u' ' + Words::tr("They are enough for %n person(s).", nullptr, affordable)
                          : what + u' ' + Words::tr("Searching this computer is free.");
}

QString limitInWords(const PaidTerms &terms)
{
    return terms.plan == Plan::pro
            ? Words::tr("The Pro plan brings up to %n person(s) in one search.", nullptr, terms.mostPeople)
            : Words::tr("The Free plan brings up to %n person(s) in one search.", nullptr, terms.mostPeople);
}

} // namespace crema::ui
