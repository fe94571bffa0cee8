// SPDX-License-Identifier: GPL-3.0-or-later
#include "people.h"

#include "model/status.h"

using namespace Qt::StringLiterals;

namespace crema::test {

Position position(const QString &title, const QString &company, const QString &from, const QString &to)
{
    return {{}, {}, company, title, from, to};
}

School school(const QString &name, const QString &degree, const QString &field, const QString &from,
              const QString &to)
{
    return {{}, {}, name, degree, field, from, to};
}

Contact person(const QString &firstName, const QString &lastName, const QVector<Position> &positions)
{
    Contact contact;
    contact.id = u"person"_s;
    contact.firstName = firstName;
    contact.lastName = lastName;
    contact.status = initialStatus();
    for (const Position &position : positions) {
        addPosition(contact.positions, position);
    }
    return contact;
}

Contact mariaSilva()
{
    Contact contact = person(u"Maria"_s, u"Silva"_s,
                             {position(u"Head of Data"_s, u"Klarna"_s, u"2021-03"_s),
                              position(u"Data Scientist"_s, u"Spotify"_s, u"2017"_s, u"2021"_s),
                              position(u"Consultant"_s, u"McKinsey & Company"_s, u"2014"_s, u"2017-06"_s),
                              position(u"Intern"_s, u"Deloitte"_s, u"2013"_s, u"2013"_s)});
    addSchool(contact.schools,
              school(u"Bocconi University"_s, u"MSc"_s, u"Economics"_s, u"2012"_s, u"2014"_s));
    addPoint(contact.addresses, u"work"_s, u"maria.silva@klarna.example"_s);
    addPoint(contact.links, u"linkedin"_s, u"https://www.linkedin.com/in/maria-silva-1"_s);
    contact.city = u"Stockholm"_s;
    contact.country = u"Sweden"_s;
    contact.hometown = u"Porto, Portugal"_s;
    contact.industry = u"Financial Services"_s;
    contact.headline = u"Head of Data at Klarna | climate and chess"_s;
    contact.connectedOn = u"2024-05-03"_s;
    Source import;
    import.kind = SourceKind::importFile;
    import.label = u"LinkedIn import of 3 May"_s;
    contact.sources.insert(u"positions"_s, import);
    return contact;
}

Profile studentProfile()
{
    Profile profile;
    profile.name = u"Jo Döe"_s;
    profile.university = u"Bocconi University"_s;
    profile.major = u"Economics"_s;
    profile.hometown = u"Lyon, France"_s;
    profile.interests = {u"climate"_s, u"rowing"_s};
    profile.companies = {{u"Deloitte"_s, 9}};
    profile.experience = {{u"Built a churn model in Python and SQL for 40,000 customers"_s, 14},
                          {u"Served coffee and trained three new colleagues"_s, 18}};
    return profile;
}

const truth::DirectoryKnowledge &knowledge()
{
    static const auto tables = truth::loadKnowledge();
    Q_ASSERT(tables.has_value());
    return *tables;
}

QDateTime someDay()
{
    return QDateTime(QDate(2026, 5, 14), QTime(9, 30), Qt::UTC);
}

prep::PrepInput inputFor(const Contact &contact, const Profile &profile)
{
    return {u"prep"_s, contact, profile, {}, someDay()};
}

Prep prepFor(const Contact &contact, const Profile &profile)
{
    return prep::makePrep(inputFor(contact, profile), knowledge());
}

} // namespace crema::test
