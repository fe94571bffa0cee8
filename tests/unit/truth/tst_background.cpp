// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "truth/background.h"

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::truth;

namespace {

QString kindsOf(const QVector<SharedBackground> &shared)
{
    QStringList words;
    for (const SharedBackground &one : shared) {
        switch (one.kind) {
        case SharedKind::school:
            words << u"school"_s;
            break;
        case SharedKind::hometown:
            words << (one.bySchoolPlace ? u"school place"_s : u"hometown"_s);
            break;
        case SharedKind::employer:
            words << (one.current ? u"employer now"_s : u"employer"_s);
            break;
        }
    }
    return words.join(u", "_s);
}

Contact with(const QString &field, const QString &value)
{
    Contact contact;
    contact.id = u"c"_s;
    Position now;
    now.company = u"Canva"_s;
    addPosition(contact.positions, now);
    if (field == "school"_L1) {
        School school;
        school.name = value;
        addSchool(contact.schools, school);
    } else if (field == "hometown"_L1) {
        contact.hometown = value;
    } else if (field == "city"_L1) {
        contact.city = value;
    } else if (field == "past"_L1) {
        Position past;
        past.company = value;
        past.to = u"2020"_s;
        addPosition(contact.positions, past);
    } else if (field == "now"_L1) {
        contact.positions[0].company = value;
    }
    return contact;
}

} // namespace

void BackgroundTest::findsWhatIsShared_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("shared");
    QTest::newRow("the same school") << u"school"_s << u"University of Michigan"_s << u"school"_s;
    QTest::newRow("a faculty of the same school")
            << u"school"_s << u"University of Michigan - Stephen M. Ross School of Business"_s << u"school"_s;
    QTest::newRow("another school with the same word")
            << u"school"_s << u"Michigan State University"_s << QString();
    QTest::newRow("another campus") << u"school"_s << u"University of Michigan-Dearborn"_s << QString();
    QTest::newRow("no school") << u"school"_s << QString() << QString();
    QTest::newRow("the same hometown") << u"hometown"_s << u"Evanston, Illinois"_s << u"hometown"_s;
    QTest::newRow("a namesake town") << u"hometown"_s << u"Evanston, Wyoming"_s << QString();
    QTest::newRow("lives there now") << u"city"_s << u"Evanston"_s << QString();
    QTest::newRow("went to school there")
            << u"school"_s << u"Evanston Township High School"_s << u"school place"_s;
    QTest::newRow("worked at the same firm") << u"past"_s << u"Deloitte"_s << u"employer"_s;
    QTest::newRow("works at a firm of the sender") << u"now"_s << u"Deloitte"_s << u"employer now"_s;
    QTest::newRow("a firm that contains the name") << u"past"_s << u"Not Deloitte Bakery"_s << QString();
    QTest::newRow("placeholders") << u"past"_s << u"N/A"_s << QString();
}

void BackgroundTest::findsWhatIsShared()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    Profile profile = ben();
    profile.companies << ResumeLine {u"N/A"_s, 30} << ResumeLine {u"Self-employed"_s, 31};
    QTEST(kindsOf(sharedBackground(profile, with(field, value), knowledge())), "shared");
}

void BackgroundTest::namesBothSources()
{
    const auto shared = sharedBackground(ben(), with(u"past"_s, u"Deloitte"_s), knowledge());
    QCOMPARE(shared.size(), 1);
    QCOMPARE(shared[0].sender.kind, SourceKind::resume);
    QCOMPARE(shared[0].sender.quote, u"Deloitte | Chicago, IL"_s);
    QCOMPARE(shared[0].contact.kind, SourceKind::contactField);
    QCOMPARE(shared[0].contact.recordId, u"c"_s);
    QVERIFY(shared[0].contact.field.startsWith(u"positions/"_s));
}

void BackgroundTest::ordersByStrength()
{
    Contact contact = with(u"past"_s, u"Deloitte"_s);
    contact.hometown = u"Evanston, IL"_s;
    School school;
    school.name = u"University of Michigan"_s;
    addSchool(contact.schools, school);
    QCOMPARE(kindsOf(sharedBackground(ben(), contact, knowledge())), u"school, hometown, employer"_s);
}

void BackgroundTest::saysOfBothOnlyTheWhole_data()
{
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<QString>("common");
    QTest::addColumn<bool>("sameName");
    QTest::newRow("a part of theirs")
            << u"Harvard University"_s << u"Harvard Business School"_s << u"Harvard University"_s << false;
    QTest::newRow("a part of mine") << u"Wharton"_s << u"University of Pennsylvania"_s
                                    << u"University of Pennsylvania"_s << false;
    QTest::newRow("two parts") << u"Harvard Law School"_s << u"Harvard Medical School"_s
                               << u"Harvard University"_s << false;
    QTest::newRow("a part the tables do not know")
            << u"Boston College"_s << u"Boston College Law School"_s << u"Boston College"_s << false;
    QTest::newRow("the same part") << u"HBS"_s << u"Harvard Business School"_s << u"HBS"_s << true;
    QTest::newRow("its town beside it")
            << u"UC Berkeley"_s << u"University of California, Berkeley"_s << u"UC Berkeley"_s << true;
}

void BackgroundTest::saysOfBothOnlyTheWhole()
{
    QFETCH(QString, mine);
    QFETCH(QString, theirs);
    QFETCH(bool, sameName);
    Profile profile;
    profile.university = mine;
    const auto shared = sharedBackground(profile, with(u"school"_s, theirs), knowledge());
    QCOMPARE(shared.size(), 1);
    QTEST(shared[0].common, "common");
    QCOMPARE(shared[0].sameName, sameName);
}
