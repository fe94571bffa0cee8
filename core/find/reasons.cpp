// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/reasons.h"

#include "base/text.h"
#include "find/directorymatcher.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace crema::find {

namespace {

QString tr(const char *words)
{
    return QCoreApplication::translate("find", words);
}

QString titleReason(const QString &title, const QString &wanted, Closeness closeness)
{
    switch (closeness) {
    case Closeness::same:
        return fold(cleanLine(title)) == fold(cleanLine(wanted))
                ? tr("Title: %1").arg(title)
                : tr("Title: %1 is the same as \"%2\"").arg(title, wanted);
    case Closeness::otherRank:
        return tr("Title: %1 is another level of \"%2\"").arg(title, wanted);
    case Closeness::nearby:
        return tr("Title: %1 is a job near \"%2\"").arg(title, wanted);
    default:
        return tr("Title: %1 is close to \"%2\"").arg(title, wanted);
    }
}

QString companyReason(const QString &company, const QString &wanted, Closeness closeness)
{
    switch (closeness) {
    case Closeness::same:
        return tr("Company: %1").arg(company);
    case Closeness::alias:
        return tr("Company: %1 is another name for \"%2\" or a part of it").arg(company, wanted);
    case Closeness::part:
        return tr("Company: %1 has \"%2\" in its name").arg(company, wanted);
    default:
        return tr("Company: %1 is spelled much like \"%2\"").arg(company, wanted);
    }
}

QString schoolReason(const QString &school, const QString &wanted, Closeness closeness)
{
    switch (closeness) {
    case Closeness::same:
        return tr("School: studied at %1").arg(school);
    case Closeness::alias:
        return tr("School: studied at %1, also called \"%2\"").arg(school, wanted);
    case Closeness::partOf:
        return tr("School: studied at %1, a part of \"%2\"").arg(school, wanted);
    case Closeness::wholeOf:
        return tr("School: studied at %1, to which \"%2\" belongs").arg(school, wanted);
    case Closeness::part:
        return tr("School: studied at %1, which has \"%2\" in its name").arg(school, wanted);
    default:
        return tr("School: studied at %1, spelled much like \"%2\"").arg(school, wanted);
    }
}

QString locationReason(const QString &location, const QString &wanted, const QString &area,
                       Closeness closeness)
{
    switch (closeness) {
    case Closeness::nearby:
        return tr("Location: %1 is in the area of \"%2\" (%3)").arg(location, wanted, area);
    case Closeness::around:
        return tr("Location: %1 is the area around \"%2\"").arg(location, wanted);
    case Closeness::misspelt:
        return tr("Location: %1 is spelled much like \"%2\"").arg(location, wanted);
    default:
        return containsWords(location, wanted) ? tr("Location: %1").arg(location)
                                               : tr("Location: %1 is in \"%2\"").arg(location, wanted);
    }
}

} // namespace

QVector<Reason> reasonsFor(const Contact &person, const Match &match, const Criteria &criteria,
                           const QString &areaName)
{
    QVector<Reason> reasons;
    if (match.title) {
        const QString text = titleReason(person.positions[match.position].title, criteria.title,
                                         match.title.closeness);
        reasons << Reason {u"title"_s, text, match.title.points};
    }
    if (match.company) {
        const QString &company = person.positions[match.position].company;
        reasons << Reason {u"company"_s, companyReason(company, criteria.company, match.company.closeness),
                           match.company.points};
    }
    if (match.location) {
        const QString text = locationReason(locationInWords(person), criteria.location, areaName,
                                            match.location.closeness);
        reasons << Reason {u"location"_s, text, match.location.points};
    }
    if (match.studies) {
        const QString &school = person.schools[match.school].name;
        reasons << Reason {u"school"_s, schoolReason(school, criteria.school, match.studies.closeness),
                           match.studies.points};
    }
    return reasons;
}

} // namespace crema::find
