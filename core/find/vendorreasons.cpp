// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/vendorreasons.h"

#include "base/ids.h"
#include "find/directorymatcher.h"
#include "find/reasons.h"
#include "truth/background.h"

#include <QCoreApplication>
#include <QDate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::find {

namespace {

// What a match is worth that only the vendor's records show.
constexpr Fit vendorsWord {Closeness::similar, 15};
constexpr int freshMonths = 12;

QString tr(const char *words)
{
    return QCoreApplication::translate("find", words);
}

Fit orVendorsWord(const Fit &fit)
{
    return fit ? fit : vendorsWord;
}

/// The criteria that the record shows, each with our own measure of how close it is.
Match matchOf(const Contact &contact, const VendorSearchRequest &request,
              const truth::DirectoryKnowledge &knowledge, QString &area)
{
    const Criteria &criteria = request.criteria;
    Match match;
    if (!contact.positions.isEmpty()) {
        const Position &position = contact.positions.constFirst();
        match.position = 0;
        if (!criteria.title.isEmpty() && !position.title.isEmpty()) {
            match.title = orVendorsWord(TitleMatch(criteria.title, knowledge).fit(position.title));
        }
        if (!criteria.company.isEmpty() && !position.company.isEmpty()) {
            match.company = orVendorsWord(CompanyMatch(criteria.company, knowledge).fit(position.company));
        }
    }
    if (!criteria.location.isEmpty() && !locationInWords(contact).isEmpty()) {
        const LocationMatch location(criteria.location, knowledge);
        match.location = location.fit(location.placeOf(contact));
        area = match.location.isWidened() ? location.areaNameOf(location.placeOf(contact)) : QString();
    }
    const SchoolMatch wanted(criteria.school, knowledge);
    for (qsizetype i = 0; !criteria.school.isEmpty() && i < contact.schools.size(); ++i) {
        if (const Fit fit = wanted.fit(contact.schools[i].name); fit.points > match.studies.points) {
            match.studies = fit;
            match.school = static_cast<int>(i);
        }
    }
    return match;
}

Reason sharedReason(const truth::SharedBackground &shared)
{
    switch (shared.kind) {
    case truth::SharedKind::school:
        return {u"background"_s, tr("Shared with you: %1").arg(shared.common), 30};
    case truth::SharedKind::hometown:
        return {u"background"_s, tr("Shared with you: studied in your hometown, at %1").arg(shared.name), 20};
    case truth::SharedKind::employer:
        return {u"background"_s,
                shared.current ? tr("Shared with you: works at %1, where you were").arg(shared.common)
                               : tr("Shared with you: was at %1 too").arg(shared.common),
                20};
    }
    return {};
}

Reason reachReason(const pdl::Person &person)
{
    const pdl::Email *best = person.bestEmail();
    if (best) {
        if (best->kind == "formerWork"_L1) {
            return {u"reach"_s, tr("Address: a work address, perhaps of an earlier job"), 2};
        }
        return best->kind == "personal"_L1
                ? Reason {u"reach"_s, tr("Address: a personal one; ask before you use it"), 4}
                : Reason {u"reach"_s, tr("Address: a work address"), 8};
    }
    const bool hidden = person.hidden.contains("work_email"_L1) || person.hidden.contains("emails"_L1)
            || person.hidden.contains("personal_emails"_L1);
    return hidden ? Reason {u"reach"_s,
                            tr("No address: the vendor has one and your data plan there does not show it"), 0}
                  : Reason {u"reach"_s, tr("No address is known; LinkedIn is the only way"), 0};
}

Reason fullnessReason(const Contact &contact)
{
    int known = 0;
    known += !contact.positions.isEmpty();
    known += contact.positions.size() > 1;
    known += !contact.schools.isEmpty();
    known += !contact.city.isEmpty() || !contact.location.isEmpty();
    known += !contact.linkedinUrl().isEmpty();
    known += !contact.addresses.isEmpty();
    return {u"completeness"_s, tr("Record: %1 of 6 parts are known").arg(known), known};
}

std::optional<Reason> freshnessReason(const Contact &contact, const QString &at)
{
    const QString checked = contact.sources.value(u"positions"_s).at.left(7);
    const QDate then = QDate::fromString(checked + "-01"_L1, Qt::ISODate);
    const QDate now = QDate::fromString(at.left(10), Qt::ISODate);
    if (!then.isValid() || !now.isValid() || checked == at.left(7)) {
        return std::nullopt; // the day we asked says nothing about the record's age
    }
    const int months = (now.year() - then.year()) * 12 + now.month() - then.month();
    return Reason {u"freshness"_s, tr("Job last checked by the vendor: %1").arg(checked),
                   months <= freshMonths ? 5 : 0};
}

/// What makes the record this person's: hidden ids and profiles must not make one person of many.
QString identityOf(const pdl::Person &person)
{
    if (!person.id.isEmpty()) {
        return person.id;
    }
    if (!person.linkedinUrl.isEmpty()) {
        return person.linkedinUrl;
    }
    if (!person.emails.isEmpty()) {
        return person.emails.constFirst().address;
    }
    return QStringList {person.firstName, person.lastName, person.company}.join(u'\n').toLower();
}

} // namespace

Contact foundContact(const pdl::Person &person, const QString &at)
{
    Contact contact = pdl::contactFrom(person, at);
    contact.id = stableId(u"pdl:"_s + identityOf(person));
    putText(contact.extra, "pdlId", person.id);
    putText(contact.extra, "summary", person.summary);
    const auto putList = [&](const char *key, const QStringList &texts) {
        if (!texts.isEmpty()) {
            contact.extra[key] = jsonTexts(texts);
        }
    };
    putList("skills", person.skills);
    putList("interests", person.interests);
    putList("hiddenFields", person.hidden);
    return contact;
}

QVector<Reason> vendorReasons(const pdl::Person &person, const Contact &contact,
                              const VendorSearchRequest &request, const truth::DirectoryKnowledge &knowledge)
{
    QString area;
    const Match match = matchOf(contact, request, knowledge, area);
    QVector<Reason> reasons = reasonsFor(contact, match, request.criteria, area);
    for (const truth::SharedBackground &shared :
         truth::sharedBackground(request.profile, contact, knowledge)) {
        reasons << sharedReason(shared);
    }
    reasons << reachReason(person) << fullnessReason(contact);
    if (const auto fresh = freshnessReason(contact, request.at)) {
        reasons << *fresh;
    }
    return reasons;
}

} // namespace crema::find
