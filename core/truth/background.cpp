// SPDX-License-Identifier: GPL-3.0-or-later
#include "truth/background.h"

#include "base/text.h"
#include "truth/facts.h"
#include "truth/knowledge.h"
#include "truth/segments.h"
#include "truth/standing.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::truth {

namespace {

// A hometown as the sender wrote it, when it names one town for certain.
QString townWords(const QString &hometown, const DirectoryKnowledge &knowledge)
{
    const QVector<Place> readings = knowledge.places.readings(hometown);
    if (readings.size() != 1 || readings.constFirst().metro >= 0) {
        return {};
    }
    return readings.constFirst().city;
}

// A town of many namesakes proves nothing in a school's name (Lincoln High School), nor does a school of the
// wide world: universities draw people from everywhere.
bool isLocalSchool(const QString &name)
{
    static const QStringList kinds {
            u"high school"_s,
            u"secondary school"_s,
            u"grammar school"_s,
            u"preparatory school"_s,
            u"middle school"_s,
            u"elementary school"_s,
            u"primary school"_s,
            u"sixth form"_s,
            u"township high school"_s,
            u"gymnasium"_s,
            u"gesamtschule"_s,
            u"realschule"_s,
            u"lycee"_s,
            u"college prep"_s,
            u"liceo"_s,
            u"instituto de educacion secundaria"_s,
            u"gimnazija"_s,
            u"liceum"_s,
            u"vwo"_s,
            u"hs"_s,
    };
    return std::ranges::any_of(kinds, [&](const QString &kind) { return containsWords(name, kind); });
}

bool isNamesake(const QString &town, const DirectoryKnowledge &knowledge)
{
    // Names of towns that schools carry in honour of a person.
    static const QStringList people {
            u"lincoln"_s,  u"washington"_s, u"jefferson"_s, u"madison"_s,   u"jackson"_s,  u"roosevelt"_s,
            u"franklin"_s, u"kennedy"_s,    u"monroe"_s,    u"cleveland"_s, u"hamilton"_s, u"lafayette"_s,
            u"clinton"_s,  u"wilson"_s,     u"grant"_s,     u"lee"_s,       u"austin"_s,   u"houston"_s,
            u"columbus"_s, u"dallas"_s,     u"marion"_s,    u"king"_s,      u"carter"_s,   u"taylor"_s,
            u"tyler"_s,    u"wayne"_s,      u"webster"_s,   u"central"_s,
    };
    return people.contains(town) || knowledge.places.isAmbiguous(Place {.city = town});
}

SharedBackground between(SharedKind kind, const QString &theirs, const QString &mine)
{
    SharedBackground shared;
    shared.kind = kind;
    shared.name = theirs;
    shared.senderName = mine;
    shared.common = mine.size() < theirs.size() ? mine : theirs;
    return shared;
}

class Comparison
{
public:
    Comparison(const Profile &profile, const Contact &contact, const DirectoryKnowledge &knowledge,
               QDate today)
        : m_profile(profile), m_contact(contact), m_knowledge(knowledge), m_today(today)
    {
    }

    QVector<SharedBackground> all()
    {
        addSchools();
        addHometown();
        addSchoolPlace();
        addEmployers();
        return std::move(m_found);
    }

private:
    void addSchools()
    {
        const QString mine = sayable(m_profile.university);
        for (qsizetype i = 0; i < m_contact.schools.size(); ++i) {
            const School &school = m_contact.schools[i];
            const QString theirs = sayable(school.name);
            const bool begun = tenseOf(school, m_today) != Tense::future;
            if (!begun || !sameSchool(mine, theirs, m_knowledge) || knows(SharedKind::school)) {
                continue;
            }
            SharedBackground shared = between(SharedKind::school, theirs, mine);
            compareSchoolNames(shared);
            shared.sender = profileSource(m_profile, u"university"_s);
            shared.contact = schoolSource(m_contact, i, u"name"_s, m_contact.schools[i].name);
            m_found << shared;
        }
    }

    void compareSchoolNames(SharedBackground &shared) const
    {
        const SchoolNames &schools = m_knowledge.schools;
        const QVector<int> groups = schools.schoolsNamed(shared.name);
        if (groups.size() != 1 || SchoolNames::words(shared.name) == SchoolNames::words(shared.senderName)) {
            return;
        }
        const int group = groups.constFirst();
        const bool mine = schools.isWhole(group, shared.senderName);
        const bool theirs = schools.isWhole(group, shared.name);
        const QSet<int> part = schools.partsNamed(group, SchoolNames::words(shared.name));
        const bool samePart = !part.isEmpty()
                && part == schools.partsNamed(group, SchoolNames::words(shared.senderName));
        shared.sameName = (mine && theirs) || samePart;
        if (!shared.sameName) {
            shared.common = mine ? shared.senderName
                    : theirs     ? shared.name
                                 : schools.groups().displayName(group);
        }
    }

    void compareFirmNames(SharedBackground &shared) const
    {
        const CompanyNames &companies = m_knowledge.companies;
        const QStringList words = companies.words(shared.name);
        const QVector<int> groups = companies.companiesNamed(shared.name);
        shared.sameName = groups.size() != 1 || words == companies.words(shared.senderName);
        if (!shared.sameName) {
            const QString whole = companies.groups().displayName(groups.constFirst());
            shared.common = words == companies.words(whole) ? shared.name : whole;
        }
    }

    void addHometown()
    {
        const QString mine = sayable(m_profile.hometown);
        const QString theirs = sayable(m_contact.hometown);
        if (!sameTown(mine, theirs, m_knowledge)) {
            return;
        }
        SharedBackground shared = between(SharedKind::hometown, theirs, mine);
        shared.sender = profileSource(m_profile, u"hometown"_s);
        shared.contact = contactSource(m_contact, u"hometown"_s, m_contact.hometown);
        m_found << shared;
    }

    void addSchoolPlace()
    {
        const QString mine = sayable(m_profile.hometown);
        const QString town = townWords(mine, m_knowledge);
        if (town.isEmpty() || knows(SharedKind::hometown) || isNamesake(town, m_knowledge)) {
            return;
        }
        for (qsizetype i = 0; i < m_contact.schools.size(); ++i) {
            const QString school = sayable(m_contact.schools[i].name);
            if (!isLocalSchool(school) || !containsWords(school, town) || knows(SharedKind::hometown)) {
                continue;
            }
            SharedBackground shared = between(SharedKind::hometown, school, mine);
            shared.bySchoolPlace = true;
            shared.sender = profileSource(m_profile, u"hometown"_s);
            shared.contact = schoolSource(m_contact, i, u"name"_s, m_contact.schools[i].name);
            m_found << shared;
        }
    }

    void addEmployers()
    {
        for (const ResumeLine &line : m_profile.companies) {
            for (qsizetype i = 0; i < m_contact.positions.size(); ++i) {
                addEmployer(line, i);
            }
        }
    }

    void addEmployer(const ResumeLine &line, qsizetype index)
    {
        const Position &position = m_contact.positions[index];
        const QString theirs = sayable(position.company);
        const TitleKind kind = titleKind(position.title);
        const Tense tense = tenseOf(m_contact, index, m_today);
        const bool worked = kind != TitleKind::away && kind != TitleKind::studies && tense != Tense::future;
        if (!isFirm(theirs) || !worked) {
            return;
        }
        const QString mine = firmIn(line.text, theirs);
        const bool known = std::ranges::any_of(m_found, [&](const SharedBackground &shared) {
            return shared.kind == SharedKind::employer && sameCompany(shared.name, theirs, m_knowledge);
        });
        if (mine.isEmpty() || known) {
            return;
        }
        SharedBackground shared = between(SharedKind::employer, theirs, mine);
        compareFirmNames(shared);
        shared.current = index == 0 && tense == Tense::present;
        shared.sender = profileLineSource(m_profile, u"companies"_s, line);
        shared.contact = positionSource(m_contact, index, u"company"_s, position.company);
        m_found << shared;
    }

    // The sender's line is a firm's name, or has it as a part of its own: "Deloitte | Chicago, IL".
    [[nodiscard]] QString firmIn(const QString &line, const QString &firm) const
    {
        const QString whole = sayable(line);
        if (sameCompany(whole, firm, m_knowledge)) {
            return whole;
        }
        for (const QStringView part : segmentsOf(whole)) {
            if (sameCompany(part, firm, m_knowledge)) {
                return part.toString();
            }
        }
        return {};
    }

    [[nodiscard]] bool knows(SharedKind kind) const
    {
        return std::ranges::any_of(m_found,
                                   [&](const SharedBackground &shared) { return shared.kind == kind; });
    }

    const Profile &m_profile;
    const Contact &m_contact;
    const DirectoryKnowledge &m_knowledge;
    QDate m_today;
    QVector<SharedBackground> m_found;
};

} // namespace

QVector<SharedBackground> sharedBackground(const Profile &profile, const Contact &contact,
                                           const DirectoryKnowledge &knowledge, QDate today)
{
    return Comparison(profile, contact, knowledge, today).all();
}

} // namespace crema::truth
