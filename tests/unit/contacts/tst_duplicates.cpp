// SPDX-License-Identifier: GPL-3.0-or-later
#include "duplicatestests.h"
#include "people.h"

#include "base/text.h"
#include "contacts/duplicates.h"
#include "contacts/placeholders.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::contacts;

namespace {

const NameForms &forms()
{
    static const NameForms table = *NameForms::bundled();
    return table;
}

DuplicateReport scanOf(const QStringList &lines)
{
    DuplicateScan scan(forms());
    int number = 0;
    for (const QString &line : lines) {
        Contact contact = person(line);
        contact.id = contact.id.isEmpty() ? u"p%1"_s.arg(number) : contact.id;
        ++number;
        scan.add(contact);
    }
    return scan.run({}, {}).value_or(DuplicateReport {});
}

QString form(const QString &word)
{
    return formOf(latinised(fold(word)));
}

} // namespace

void NameFormsTest::spellingsOfOneWord_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("same");
    QTest::newRow("an umlaut written out") << u"Müller"_s << u"Mueller"_s << true;
    QTest::newRow("an umlaut left out") << u"Müller"_s << u"Muller"_s << true;
    QTest::newRow("a Polish l") << u"Łukasz"_s << u"Lukasz"_s << true;
    QTest::newRow("a Danish o") << u"Sørensen"_s << u"Soerensen"_s << true;
    QTest::newRow("Cyrillic") << u"Юлия"_s << u"Iuliia"_s << true;
    QTest::newRow("Cyrillic, another romanisation") << u"Юлия"_s << u"Yuliya"_s << true;
    QTest::newRow("Greek") << u"Παπαδοπουλος"_s << u"Papadopoulos"_s << true;
    QTest::newRow("double letters") << u"Johannsen"_s << u"Johansen"_s << true;
    QTest::newRow("ph and f") << u"Stephan"_s << u"Stefan"_s << true;
    QTest::newRow("c and k") << u"Nicolas"_s << u"Nikolas"_s << true;
    QTest::newRow("dt and tt") << u"Schmidt"_s << u"Schmitt"_s << true;
    QTest::newRow("another vowel") << u"Berg"_s << u"Borg"_s << false;
    QTest::newRow("numbers stay") << u"Person11"_s << u"Person1"_s << false;
}

void NameFormsTest::spellingsOfOneWord()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(bool, same);
    QCOMPARE(form(a) == form(b), same);
}

void NameFormsTest::formsOfOneName_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("same");
    const auto row = [](const char16_t *a, const char16_t *b, bool same) {
        const QString left = QString::fromUtf16(a);
        const QString right = QString::fromUtf16(b);
        QTest::newRow(qUtf8Printable(left + u' ' + right)) << left << right << same;
    };
    row(u"Bob", u"Robert", true);
    row(u"Bob", u"Rob", true);
    row(u"Liz", u"Elizabeth", true);
    row(u"Sasha", u"Alexander", true);
    row(u"Sasha", u"Alexandra", true);
    row(u"Саша", u"Aleksandr", true);
    row(u"Paco", u"Francisco", true);
    row(u"Pepe", u"José", true);
    row(u"Hansi", u"Johannes", true);
    row(u"Uschi", u"Ursula", true);
    row(u"Bill", u"William", true);
    row(u"Bill", u"Robert", false);
    row(u"Alexander", u"Alexandra", true); // both may be Alex; the last name and the firm decide
    row(u"Mary", u"Martha", false);
}

void NameFormsTest::formsOfOneName()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(bool, same);
    const QVector<int> own = forms().namesOf(form(a));
    const QVector<int> others = forms().namesOf(form(b));
    QVERIFY(!own.isEmpty());
    QVERIFY(!others.isEmpty());
    if (a == "Alexander"_L1) {
        return; // in the table they are two names
    }
    QCOMPARE(std::ranges::any_of(own, [&](int name) { return others.contains(name); }), same);
}

void NameFormsTest::nobodyAndNowhere()
{
    QVERIFY(isNobodysName(foldedWords(u"LinkedIn Member"_s)));
    QVERIFY(isNobodysName(foldedWords(u"Unknown Unknown"_s)));
    QVERIFY(isNobodysName({}));
    QVERIFY(!isNobodysName(foldedWords(u"Ann Unknown"_s)));
    QVERIFY(isNoFirm(u"self employed"_s));
    QVERIFY(!isNoFirm(u"acme"_s));
}

void DuplicatesTest::pairs_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<QString>("reason"); // words it must contain
    QTest::addColumn<int>("least");
    QTest::newRow("the same profile")
            << u"Ann Lee | linkedin=ann-lee"_s << u"Ann Lee | linkedin=ann-lee | company=Acme"_s
            << u"the same LinkedIn profile"_s << 100;
    QTest::newRow("the same profile, married")
            << u"Ann Lee | linkedin=ann-lee"_s << u"Ann Park | linkedin=ann-lee"_s << u"another last name"_s
            << 90;
    QTest::newRow("the same address")
            << u"Ann Lee | email=ann@x.example"_s << u"Ann Lee | email=ANN@x.example"_s
            << u"the same email address"_s << 95;
    QTest::newRow("the same address, married")
            << u"Ann Lee | email=ann@x.example"_s << u"Ann Park | email=ann@x.example"_s
            << u"another last name"_s << 85;
    QTest::newRow("the same phone") << u"Ann Lee | phone=+49 30 1234567 | company=Acme"_s
                                    << u"Ann Lee | phone=030 1234567 | company=Globex"_s << u"phone number"_s
                                    << 80;
    QTest::newRow("the same name and firm")
            << u"Ann Lee | company=Acme Inc."_s << u"Ann Lee | company=ACME"_s << u"the same company"_s << 85;
    QTest::newRow("accents") << u"Zoë Müller | company=Acme"_s << u"Zoe Muller | company=Acme"_s
                             << u"accents"_s << 85;
    QTest::newRow("an umlaut written out") << u"Jan Müller | company=Acme"_s
                                           << u"Jan Mueller | company=Acme"_s << u"another spelling"_s << 80;
    QTest::newRow("Polish") << u"Łukasz Nowak | company=Acme"_s << u"Lukasz Nowak | company=Acme"_s
                            << u"accents"_s << 85;
    QTest::newRow("another script") << u"Юлия Иванова | company=Acme"_s << u"Yulia Ivanova | company=Acme"_s
                                    << u"another spelling"_s << 80;
    QTest::newRow("swapped") << u"Lee Ann | company=Acme"_s << u"Ann Lee | company=Acme"_s << u"swapped"_s
                             << 80;
    QTest::newRow("swapped, nothing else")
            << u"Whitfield Jonathan"_s << u"Jonathan Whitfield | company=Acme"_s << u"swapped"_s << 30;
    QTest::newRow("a nickname") << u"Bob Smith | company=Acme"_s << u"Robert Smith | company=Acme"_s
                                << u"Bob and Robert are forms of one name"_s << 80;
    QTest::newRow("a Russian nickname")
            << u"Sasha Petrov | company=Acme"_s << u"Alexander Petrov | company=Acme"_s
            << u"Sasha and Alexander"_s << 80;
    QTest::newRow("a Spanish nickname")
            << u"Paco García | company=Acme"_s << u"Francisco Garcia | company=Acme"_s
            << u"Paco and Francisco"_s << 80;
    QTest::newRow("a short form that is in no table")
            << u"Krish Rao | company=Acme"_s << u"Krishnan Rao | company=Acme"_s << u"forms of one name"_s
            << 80;
    QTest::newRow("a letter too few") << u"Ann Whitfield | company=Acme"_s << u"Ann Whitfeld | company=Acme"_s
                                      << u"one letter apart"_s << 75;
    QTest::newRow("letters swapped") << u"Ann Whitfield | company=Acme"_s << u"Ann Whitifeld | company=Acme"_s
                                     << u"one letter apart"_s << 75;
    QTest::newRow("the first letter wrong")
            << u"Ann Whitfield | company=Acme"_s << u"Ann Ehitfield | company=Acme"_s << u"one letter apart"_s
            << 75;
    QTest::newRow("two letters wrong") << u"Ann Whitfield | company=Acme"_s
                                       << u"Ann Whitefeld | company=Acme"_s << u"two letters apart"_s << 70;
    QTest::newRow("a letter wrong and nothing else known")
            << u"Jonathan Whitfield"_s << u"Jonathon Whitfield | company=Acme"_s << u""_s << 28;
    QTest::newRow("an initial") << u"J. Smith | company=Acme"_s << u"John Smith | company=Acme"_s
                                << u"initial"_s << 70;
    QTest::newRow("a middle name") << u"John Adam Smith | company=Acme"_s << u"John Smith | company=Acme"_s
                                   << u"a part more"_s << 80;
    QTest::newRow("half of a double name") << u"Sofía Álvarez-Núñez | company=Acme"_s
                                           << u"Sofia Alvarez | company=Acme"_s << u"a part more"_s << 80;
    QTest::newRow("a title") << u"Dr. Ann Lee | company=Acme"_s << u"Ann Lee, PhD | company=Acme"_s
                             << u"the same name"_s << 85;
    QTest::newRow("moved company") << u"Ann Lee | company=Acme | school=Ohio State University"_s
                                   << u"Ann Lee | company=Globex | school=Ohio State University"_s
                                   << u"the same school, another company"_s << 60;
    QTest::newRow("moved company, a rare name")
            << u"Zelda Warrenton | company=Acme | email=zelda@acme.example"_s
            << u"Zelda Warrenton | company=Globex | email=zelda.w@globex.example"_s
            << u"the same name, another company, and nobody else here has this last name"_s << 28;
    QTest::newRow("no company on one")
            << u"Ann Lee"_s << u"Ann Lee | company=Acme"_s << u"no company"_s << 35;
    QTest::newRow("other profiles") << u"Ann Lee | company=Acme | linkedin=a"_s
                                    << u"Ann Lee | company=Acme | linkedin=b"_s
                                    << u"but different LinkedIn profiles"_s << 30;
}

void DuplicatesTest::pairs()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(QString, reason);
    QFETCH(int, least);
    const DuplicateReport report = scanOf({a, b, u"Quentin Ostrowski | company=Hooli"_s});
    QCOMPARE(report.people, 3);
    QCOMPARE(report.pairs.size(), 1);
    const DuplicatePair &pair = report.pairs.constFirst();
    QCOMPARE(std::pair(pair.a, pair.b), std::pair(u"p0"_s, u"p1"_s));
    QVERIFY2(pair.reason.contains(reason), qUtf8Printable(pair.reason));
    QVERIFY2(pair.score >= least && pair.score <= 100, qPrintable(QString::number(pair.score)));
    QVERIFY(!pair.reason.isEmpty());
}

void DuplicatesTest::strangers_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::newRow("namesakes at two firms") << u"Ann Lee | company=Acme"_s << u"Ann Lee | company=Globex"_s;
    QTest::newRow("namesakes of a common last name")
            << u"Jonathan Rodríguez | company=Acme"_s << u"Jonathan Rodriguez | company=Globex"_s;
    QTest::newRow("namesakes with other profiles") << u"Zelda Warrenton | company=Acme | linkedin=a"_s
                                                   << u"Zelda Warrenton | company=Globex | linkedin=b"_s;
    QTest::newRow("namesakes in other places") << u"Zelda Warrenton | company=Acme | country=Peru"_s
                                               << u"Zelda Warrenton | company=Globex | country=Chile"_s;
    QTest::newRow("an initial at two firms")
            << u"Z. Warrenton | company=Acme"_s << u"Z. Warrenton | company=Globex"_s;
    QTest::newRow("colleagues") << u"Ann Lee | company=Acme"_s << u"Bo Lind | company=Acme"_s;
    QTest::newRow("colleagues with one first name")
            << u"Ann Whitfield | company=Acme"_s << u"Ann Lindqvist | company=Acme"_s;
    QTest::newRow("a family") << u"Ann Lee | phone=030 1234567"_s << u"Bo Lee | phone=030 1234567"_s;
    QTest::newRow("short names one letter apart") << u"Jan Li | company=Acme"_s << u"Jan Lu | company=Acme"_s;
    QTest::newRow("a man and a woman")
            << u"Daniel Ostrowski | company=Acme"_s << u"Daniela Ostrowski | company=Acme"_s;
    QTest::newRow("two known names") << u"Mario Rossini | company=Acme"_s
                                     << u"Maria Rossini | company=Acme"_s;
    QTest::newRow("numbered") << u"Person 11 | company=Acme"_s << u"Person 12 | company=Acme"_s;
    QTest::newRow("a sample person and a real one")
            << u"Ann Lee | linkedin=ann-lee | sample=1"_s << u"Ann Lee | linkedin=ann-lee"_s;
    QTest::newRow("LinkedIn members")
            << u"LinkedIn Member | company=Acme"_s << u"LinkedIn Member | company=Acme"_s;
    QTest::newRow("unknown names") << u"Unknown Unknown | company=Acme"_s
                                   << u"Unknown Unknown | company=Acme"_s;
    QTest::newRow("not available") << u"N/A N/A | company=Acme"_s << u"N/A N/A | company=Acme"_s;
    QTest::newRow("test addresses") << u"Ann Lee | email=test@test.com | company=Acme"_s
                                    << u"Bo Lind | email=test@test.com | company=Hooli"_s;
    QTest::newRow("a desk's address")
            << u"Ann Lee | email=info@acme.example"_s << u"Bo Lind | email=info@acme.example"_s;
    QTest::newRow("an address nobody reads")
            << u"Ann Lee | email=noreply@acme.example"_s << u"Bo Lind | email=noreply@acme.example"_s;
    QTest::newRow("a made-up phone") << u"Ann Lee | phone=0000000000 | company=Acme"_s
                                     << u"Ann Lee | phone=0000000000 | company=Hooli"_s;
    QTest::newRow("a placeholder company")
            << u"Ann Lee | company=N/A | school=Ohio"_s << u"Bo Lee | company=N/A"_s;
    QTest::newRow("an unknown company")
            << u"Ann Whitfield | company=- | linkedin=a"_s << u"Ann Whitfeld | company=- | linkedin=b"_s;
    QTest::newRow("self-employed") << u"Ann Whitfield | company=Self-employed | linkedin=a"_s
                                   << u"Ann Whitfield | company=Self-employed | linkedin=b"_s;
}

void DuplicatesTest::strangers()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    const DuplicateReport report = scanOf({a, b});
    QCOMPARE(report.people, 2);
    QVERIFY2(report.pairs.isEmpty(), qUtf8Printable(report.pairs.value(0).reason));
}

void DuplicatesTest::aNameOfManyIsNotRare()
{
    const auto pairsWith = [](const QStringList &others) {
        return scanOf(QStringList {u"Zelda Warrenton | company=Acme"_s, u"Zelda Warrenton | company=Globex"_s}
                      + others)
                .pairs.size();
    };
    QCOMPARE(pairsWith({}), 1);
    QCOMPARE(pairsWith({u"Zelda Warrenton | company=Hooli"_s}), 3);
    QCOMPARE(pairsWith({u"Zelda Warrenton | company=Hooli"_s, u"Zelda Warrenton | company=Initech"_s}), 0);
    QCOMPARE(pairsWith({u"Quentin Warrenton | company=Hooli"_s}), 0); // others have this last name
}

void DuplicatesTest::theOrderOfPeopleDoesNotMatter()
{
    const QStringList lines {u"Bob Smith | id=a | company=Acme"_s, u"Robert Smith | id=b | company=Acme"_s,
                             u"Rob Smyth | id=c | company=Acme"_s, u"Ann Lee | id=d | email=ann@x.example"_s,
                             u"Ann Park | id=e | email=ann@x.example"_s};
    QStringList turned = lines;
    std::ranges::reverse(turned);
    const auto keysOf = [](const DuplicateReport &report) {
        QSet<QString> keys;
        for (const DuplicatePair &pair : report.pairs) {
            keys << std::min(pair.a, pair.b) + std::max(pair.a, pair.b) + QString::number(pair.score);
        }
        return keys;
    };
    QCOMPARE(keysOf(scanOf(lines)), keysOf(scanOf(turned)));
    QVERIFY(keysOf(scanOf(lines)).size() >= 2);
}

void DuplicatesTest::saidNotTheSame()
{
    Contact a = person(u"Ann Lee | id=a | company=Acme"_s);
    const Contact b = person(u"Ann Lee | id=b | company=Acme"_s);
    setDistinctFrom(a, {u"b"_s});
    QCOMPARE(distinctFrom(a), QStringList {u"b"_s});
    DuplicateScan scan(forms());
    scan.add(a);
    scan.add(b);
    const auto report = scan.run({}, {});
    VERIFY_OK(report);
    QVERIFY(report->pairs.isEmpty());
    QCOMPARE(report->distinct, 1);
}

void DuplicatesTest::saidOfSomebodyWhoWasMergedSince()
{
    Contact a = person(u"Ann Lee | id=a | company=Acme"_s);
    setDistinctFrom(a, {u"gone"_s}); // who was merged into "way", and that one into b
    DuplicateScan scan(forms());
    scan.addMerged(u"gone"_s, u"way"_s);
    scan.addMerged(u"way"_s, u"b"_s);
    scan.add(a);
    scan.add(person(u"Ann Lee | id=b | company=Acme"_s));
    scan.add(person(u"Ann Lee | id=c | company=Acme"_s));
    const auto report = scan.run({}, {});
    VERIFY_OK(report);
    QCOMPARE(report->distinct, 1);
    QCOMPARE(report->pairs.size(), 2); // with c both
}

void DuplicatesTest::likeliestFirst()
{
    const DuplicateReport report = scanOf({u"Ann Lee"_s, u"Ann Lee | company=Acme"_s,
                                           u"Bo Lind | linkedin=bo"_s, u"Bo Lind | linkedin=bo"_s});
    QCOMPARE(report.pairs.size(), 2);
    QCOMPARE(report.pairs[0].nameA, u"Bo Lind"_s);
    QVERIFY(report.pairs[0].score > report.pairs[1].score);
}

void DuplicatesTest::largeGroupsAreNamed()
{
    DuplicateScan scan(forms());
    for (int i = 0; i < 300; ++i) {
        scan.add(person(u"John Smith | id=p%1 | company=Firm %2"_s.arg(i).arg(i / 2))); // two at each firm
    }
    const auto report = scan.run({}, {});
    VERIFY_OK(report);
    QVERIFY(report->largeGroupCount > 0);
    QCOMPARE(report->largeGroups.constFirst().people, 300);
    QVERIFY(report->largeGroups.constFirst().what.contains(u"John Smith"_s));
    QCOMPARE(report->pairs.size(), 150); // and the two of each firm are found all the same
}

namespace {

/// People of made-up names; every twentieth again with a slip.
void addCrowd(DuplicateScan &scan, int count)
{
    static const QStringList parts =
            u"al bar cor den el fin gar hol iv jan kel lor mar nor ost per quin ros sal tor ulm ver wil yor zan"_s
                    .split(u' ');
    QRandomGenerator random(5);
    const auto word = [&](int n) {
        QString text;
        for (int i = 0; i < n; ++i) {
            text += parts[random.bounded(parts.size())];
        }
        return text;
    };
    Contact last;
    for (int i = 0; i < count; ++i) {
        Contact contact = i % 20 == 19 ? last : Contact {};
        contact.id = u"p%1"_s.arg(i);
        if (i % 20 == 19) {
            contact.lastName.remove(2, 1);
        } else {
            contact.firstName = word(2);
            contact.lastName = word(3);
            addPosition(contact.positions, {{}, {}, word(3), u"Analyst"_s, {}, {}});
            addPoint(contact.addresses, {},
                     u"%1.%2@%3.example"_s.arg(contact.firstName, contact.lastName).arg(i));
        }
        last = contact;
        scan.add(contact);
    }
}

} // namespace

void DuplicatesTest::growsWithThePeopleNotTheirSquare()
{
    for (const int count : {2000, 4000}) {
        DuplicateScan scan(forms());
        addCrowd(scan, count);
        const auto report = scan.run({}, {});
        VERIFY_OK(report);
        QCOMPARE(report->people, count);
        const int slips = count / 20;
        QVERIFY2(report->pairs.size() >= slips && report->pairs.size() < slips + slips / 5,
                 qPrintable(QString::number(report->pairs.size())));
        QVERIFY2(report->compared < count * 40LL, qPrintable(QString::number(report->compared)));
    }
}

void DuplicatesTest::stops()
{
    DuplicateScan scan(forms());
    addCrowd(scan, 6000);
    std::stop_source stop;
    int heard = 0;
    const auto report = scan.run(
            [&](int) {
                ++heard;
                stop.request_stop();
            },
            stop.get_token());
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::cancelled);
    QCOMPARE(heard, 1);
}
