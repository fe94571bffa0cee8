// SPDX-License-Identifier: GPL-3.0-or-later
#include "people.h"

#include "base/ids.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace crema;

namespace {

const QStringList firstNames {
        u"Anna"_s,
        u"Zoë"_s,
        u"José"_s,
        u"Łukasz"_s,
        u"Søren"_s,
        u"Nguyễn Thị"_s,
        u"伟"_s,
        u"太郎"_s,
        u"민준"_s,
        u"Дмитрий"_s,
        u"محمد"_s,
        u"נועה"_s,
        u"प्रिया"_s,
        u"Ελένη"_s,
        u"Mary Jane"_s,
        u"Dr. Grace"_s,
        u"Li (Lisa)"_s,
        u"D'Andre"_s,
        u"Ana-Sofía"_s,
        u"Ben"_s,
        u"สมชาย"_s,
        u"Ingrid"_s,
        u"Chloé"_s,
        u"Omar"_s,
        u"Ravi"_s,
        u"Adaeze"_s,
        u"Null"_s,
        u"J."_s,
        u"Maximilian Alexander Ferdinand von und zu"_s,
        u"Tom"_s,
};
const QStringList lastNames {
        u"Smith"_s,        u"Müller"_s,   u"García Márquez"_s,
        u"Wałęsa"_s,       u"Ørsted"_s,   u"王"_s,
        u"山田"_s,         u"김"_s,       u"Иванов"_s,
        u"الأحمد"_s,       u"כהן"_s,      u"शर्मा"_s,
        u"Παπαδοπούλου"_s, u"O'Brien"_s,  u"van der Berg"_s,
        u"Johnson, CFA"_s, u"Adams"_s,    u"Okafor"_s,
        u"Lee"_s,          u"Jones"_s,    u"Brown"_s,
        u"Silva"_s,        u"Rossi"_s,    u"Dubois"_s,
        u"Haddad"_s,       u"Kowalski"_s, u"Nakamura"_s,
        u"Sharma"_s,       u"Levy"_s,     u"Wilson-Clarke"_s,
};
const QStringList firms {
        u"Goldman Sachs"_s,
        u"Deloitte"_s,
        u"Spotify"_s,
        u"Apple Inc."_s,
        u"Yahoo!"_s,
        u"株式会社日立製作所"_s,
        u"AT&T"_s,
        u"EY"_s,
        u"Google"_s,
        u"Bain & Company"_s,
        u"Société Générale"_s,
        u"Яндекс"_s,
        u"Booking.com"_s,
        u"L'Oréal S.A."_s,
        u"St. Jude Children's Research Hospital"_s,
        u"The Commonwealth Secretariat for Economic Cooperation, International Trade and Sustainable Regional Development of the Greater Pacific Islands Forum Limited"_s,
        u"Bayerische Motoren Werke Aktiengesellschaft Niederlassung München Süd"_s,
        u"Self-employed"_s,
        u"Stealth Startup"_s,
        u"McKinsey & Company"_s,
        u"Who Gives A Crap?"_s,
        u"3M"_s,
        u"7-Eleven"_s,
        u"Not available"_s,
        u"eBay"_s,
        u"Our Lady of Mercy Hospital"_s,
        u"[24]7.ai"_s,
        u"Canva"_s,
        u"U.S. Department of State"_s,
        u"Acme, LLC"_s,
};
const QStringList titles {
        u"Product Manager"_s,
        u"Analyst"_s,
        u"MBA Associate"_s,
        u"Software Engineer II"_s,
        u"Head of Growth"_s,
        u"Sales"_s,
        u"Investment Banking"_s,
        u"Vice President, Global Markets, Equities Derivatives Sales and Structuring, EMEA"_s,
        u"产品经理"_s,
        u"UX Researcher"_s,
        u"HR Business Partner"_s,
        u"Consultant at Deloitte | Speaker | Author"_s,
        u"CEO & Co-Founder"_s,
        u"Student"_s,
        u"Looking for opportunities"_s,
        u"Summer Analyst"_s,
        u"Resume Writer"_s,
        u"Director of Engineering"_s,
        u"N/A"_s,
        u"Директор"_s,
        u"Event Attendant"_s,
        u"software engineer"_s,
        u"Managing Director"_s,
        u"Economist"_s,
        u"University Lecturer"_s,
};
const QStringList schools {
        u"University of Michigan"_s,
        u"Yale University"_s,
        u"Lund University"_s,
        u"University of Southern California"_s,
        u"USC"_s,
        u"東京大学"_s,
        u"Universität Wien"_s,
        u"The Ohio State University"_s,
        u"Massachusetts Institute of Technology"_s,
        u"École Polytechnique"_s,
        u"University of Michigan - Stephen M. Ross School of Business"_s,
        u"Evanston Township High School"_s,
        u"МГУ"_s,
        u"none"_s,
};
const QStringList fields {u"Economics"_s,
                          u"History"_s,
                          u"Computer Science"_s,
                          u"Maschinenbau"_s,
                          u"Business Administration and Management, General"_s,
                          QString()};
const QStringList cities {u"Chicago"_s, u"München"_s,  u"San Francisco"_s, u"東京"_s,
                          u"Remote"_s,  u"Evanston"_s, u"London"_s,        QString()};

class PeopleMaker
{
public:
    explicit PeopleMaker(quint32 seed) : m_random(seed) { }

    Contact next(int number)
    {
        Contact contact;
        contact.id = stableId(u"person %1"_s.arg(number));
        contact.firstName = chance(95) ? any(firstNames) : QString();
        contact.lastName = chance(92) ? any(lastNames) : QString();
        addPoint(contact.addresses, u"work"_s, u"person%1@example.com"_s.arg(number));
        if (chance(75)) {
            addJobs(contact);
        }
        if (chance(60)) {
            addSchooling(contact);
        }
        contact.city = chance(50) ? any(cities) : QString();
        contact.hometown = chance(15) ? u"Evanston, IL"_s : QString();
        contact.industry = chance(30) ? u"Financial Services"_s : QString();
        return contact;
    }

private:
    bool chance(int percent) { return m_random.bounded(100) < percent; }
    QString any(const QStringList &list) { return list[m_random.bounded(static_cast<int>(list.size()))]; }

    void addJobs(Contact &contact)
    {
        int year = 2025;
        const int count = 1 + m_random.bounded(3);
        for (int i = 0; i < count; ++i) {
            Position position;
            position.company = chance(92) ? any(firms) : QString();
            position.title = chance(88) ? any(titles) : QString();
            if (chance(70)) {
                position.to = i == 0 && chance(85) ? QString() : QString::number(year);
                year -= 1 + m_random.bounded(4);
                position.from = u"%1-0%2"_s.arg(year).arg(1 + m_random.bounded(9));
            }
            addPosition(contact.positions, position);
        }
    }

    void addSchooling(Contact &contact)
    {
        School school;
        school.name = any(schools);
        school.field = any(fields);
        school.to = chance(60) ? QString::number(1995 + m_random.bounded(33)) : QString();
        addSchool(contact.schools, school);
    }

    QRandomGenerator m_random;
};

} // namespace

QVector<Contact> mixedPeople(int count, quint32 seed)
{
    PeopleMaker maker(seed);
    QVector<Contact> people;
    for (int i = 0; i < count; ++i) {
        people << maker.next(i);
    }
    return people;
}

Profile studentProfile()
{
    Profile profile;
    profile.name = u"Ben Carter"_s;
    profile.email = u"ben@example.com"_s;
    profile.university = u"University of Michigan"_s;
    profile.major = u"Economics"_s;
    profile.graduationYear = u"2027"_s;
    profile.hometown = u"Evanston, IL"_s;
    profile.interests = QStringList {u"product management"_s, u"rowing"_s};
    profile.companies = {ResumeLine {u"Deloitte | Chicago, IL"_s, 12}, ResumeLine {u"Corner Bakery"_s, 19}};
    return profile;
}

Profile graduateProfile()
{
    Profile profile;
    profile.name = u"Zoë Nguyễn"_s;
    profile.university = u"Lund University"_s;
    profile.degree = u"MSc"_s;
    profile.graduationYear = u"2021"_s;
    profile.signature = u"Zoë Nguyễn\n+46 70 123 45 67"_s;
    return profile;
}

Profile nameOnlyProfile()
{
    Profile profile;
    profile.name = u"山田 花子"_s;
    return profile;
}
