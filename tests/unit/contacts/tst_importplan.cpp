// SPDX-License-Identifier: GPL-3.0-or-later
#include "contacts/importplanner.h"

#include "base/keyhash.h"
#include "contacts/repeatedhashes.h"
#include "people.h"
#include "tests.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;
using namespace crema;
using contacts::ImportPlan;

namespace {

/// The whole plan, with those who are given out before its end.
ImportPlan planned(Directory &directory, const QStringList &lines)
{
    contacts::ImportPlanner planner(directory.lookup(), rows(lines));
    contacts::People givenOut;
    while (planner.left() > 0) {
        if (auto person = planner.planNext()) {
            givenOut.push_back(std::move(person));
        }
    }
    ImportPlan plan = planner.finish();
    std::ranges::move(givenOut, std::back_inserter(plan.creates));
    std::ranges::sort(plan.creates, {}, [](const auto &person) { return person->row; });
    return plan;
}

/// "create 2, update 3 a, skip 4 = 2, pair 5 2": the plan in a line.
QString inWords(const ImportPlan &plan)
{
    QStringList words;
    for (const auto &create : plan.creates) {
        words << u"create %1"_s.arg(create->row);
    }
    for (const auto &update : plan.updates) {
        words << u"update %1 %2"_s.arg(update.row).arg(update.id);
    }
    for (const auto &skip : plan.skipped) {
        words << u"skip %1 = %2"_s.arg(skip.row).arg(skip.sameAsRow > 0 ? QString::number(skip.sameAsRow)
                                                                        : skip.id);
    }
    const auto ref = [](const contacts::PersonRef &who) {
        return who.row > 0 ? QString::number(who.row) : who.id;
    };
    for (const auto &pair : plan.possible) {
        words << u"pair %1 %2"_s.arg(ref(pair.person), ref(pair.other));
    }
    return words.join(u", "_s);
}

} // namespace

void ImportPlanTest::plan_data()
{
    QTest::addColumn<QStringList>("existing");
    QTest::addColumn<QStringList>("file");
    QTest::addColumn<QString>("plan");
    const QString full =
            u"Ann Lee | id=a | company=Acme | title=Analyst | email=ann@x.example | linkedin=ann"_s;
    QTest::newRow("new person") << QStringList() << QStringList {u"Ann Lee | company=Acme"_s}
                                << u"create 2"_s;
    QTest::newRow("nothing new") << QStringList {full} << QStringList {u"Ann Lee | linkedin=ANN/"_s}
                                 << u"skip 2 = a"_s;
    QTest::newRow("gap filled") << QStringList {full}
                                << QStringList {u"Ann Lee | linkedin=ann | city=Berlin"_s} << u"update 2 a"_s;
    QTest::newRow("two rows fill one contact")
            << QStringList {full}
            << QStringList {u"Ann Lee | linkedin=ann"_s, u"Ann Lee | linkedin=ann | city=Berlin"_s,
                            u"Ann Lee | email=ann@x.example | phone=202 555 0101"_s}
            << u"update 3 a, skip 2 = a, skip 4 = 3"_s;
    QTest::newRow("the same line twice") << QStringList()
                                         << QStringList {u"Ann Lee | company=Acme | title=Analyst"_s,
                                                         u"Ann Lee | company=Acme Inc. | title=Analyst"_s}
                                         << u"create 2, skip 3 = 2"_s;
    QTest::newRow("second row completes the first")
            << QStringList()
            << QStringList {u"Ann Lee | email=a@x.example"_s, u"Ann Lee | email=A@x.example | linkedin=ann"_s,
                            u"Ann L | linkedin=ann"_s}
            << u"create 2, skip 3 = 2, skip 4 = 2"_s;
    QTest::newRow("same name and firm, different titles")
            << QStringList()
            << QStringList {u"Ann Lee | company=Acme | title=Analyst"_s,
                            u"Ann Lee | company=Acme | title=Director"_s}
            << u"create 2, create 3, pair 3 2"_s;
    QTest::newRow("same name and firm, different emails")
            << QStringList {full}
            << QStringList {u"Ann Lee | company=Acme | title=Analyst | email=lee@x.example"_s}
            << u"create 2, pair 2 a"_s;
    QTest::newRow("two of one name and firm, told apart by the file")
            << QStringList {u"John Lee | id=j | company=Acme | title=Dev"_s}
            << QStringList {u"John Lee | company=Acme | title=Dev | email=b@x.example"_s,
                            u"John Lee | company=Acme | title=Dev | email=a@x.example"_s}
            << u"create 2, create 3, pair 2 j, pair 3 j, pair 3 2"_s;
    QTest::newRow("one of two of one name and firm, told by the title")
            << QStringList {u"John Lee | id=j | company=Acme | title=Dev"_s}
            << QStringList {u"John Lee | company=Acme | title=Dev | email=b@x.example"_s,
                            u"John Lee | company=Acme | title=Cook | email=a@x.example"_s}
            << u"create 3, update 2 j, pair 3 j"_s;
    QTest::newRow("an address for one of two of a file")
            << QStringList()
            << QStringList {u"John Lee | company=Acme"_s, u"John Lee | company=Acme | email=b@x.example"_s,
                            u"John Lee | company=Acme | email=a@x.example"_s}
            << u"create 2, create 3, create 4, pair 3 2, pair 4 2, pair 4 3"_s;
    QTest::newRow("a family at one mailbox")
            << QStringList()
            << QStringList {u"Ann Lee | email=lees@x.example"_s, u"Bob Lee | email=lees@x.example"_s,
                            u"Lee | email=lees@x.example | company=Acme"_s,
                            u"Bob Lee | email=lees@x.example | company=Bolt"_s}
            << u"create 2, create 3, create 4, skip 5 = 3, pair 3 2, pair 4 2, pair 4 3, pair 3 4"_s;
    QTest::newRow("five without an address")
            << QStringList()
            << QStringList {u"Ann Lee | company=A"_s, u"Bob Roe | company=B"_s, u"Cy Poe | company=C"_s,
                            u"Di Moe | company=D"_s, u"Ed Joe | company=E"_s}
            << u"create 2, create 3, create 4, create 5, create 6"_s;
    QTest::newRow("a shared mailbox") << QStringList()
                                      << QStringList {u"Ann Lee | company=A | email=info@x.example"_s,
                                                      u"Bob Roe | company=A | email=info@x.example"_s}
                                      << u"create 2, create 3"_s;
    QTest::newRow("an address with two names")
            << QStringList()
            << QStringList {u"Ann Lee | email=home@x.example"_s, u"Bob Lee | email=home@x.example"_s}
            << u"create 2, create 3, pair 3 2"_s;
    QTest::newRow("name only beside somebody known")
            << QStringList {full} << QStringList {u"Ann Lee"_s} << u"create 2, pair 2 a"_s;
    QTest::newRow("a name and a phone again")
            << QStringList {u"Ann Lee | id=a | phone=202 555 0101"_s}
            << QStringList {u"Ann Lee | phone=202 555 0101"_s} << u"skip 2 = a"_s;
    QTest::newRow("a name and a phone twice")
            << QStringList()
            << QStringList {u"Ann Lee | phone=202 555 0101"_s, u"Ann Lee | phone=202 555 0101"_s}
            << u"create 2, skip 3 = 2"_s;
    QTest::newRow("a lone name again")
            << QStringList {u"Ann Lee | id=a"_s} << QStringList {u"Ann Lee"_s} << u"skip 2 = a"_s;
    QTest::newRow("lone names of one file")
            << QStringList() << QStringList {u"Ann Lee"_s, u"Ann Lee"_s} << u"create 2, create 3, pair 3 2"_s;
    QTest::newRow("a single name again")
            << QStringList {u"Mom | id=m | phone=202 555 0101"_s, u"Mom | id=n | phone=202 555 0199"_s}
            << QStringList {u"Mom | phone=202 555 0199"_s} << u"skip 2 = n"_s;
    QTest::newRow("a telephone in another spelling")
            << QStringList {u"Mom | id=m | phone=+1 415 555 7777"_s, u"Ann Lee | id=a | phone=030 1234567"_s}
            << QStringList {u"Mom | phone=(415) 555-7777"_s, u"Mom | phone=+14155557777"_s,
                            u"Ann Lee | phone=+49 30 1234567"_s, u"Ann Lee | phone=+49 30 1234568"_s}
            << u"create 5, skip 2 = m, skip 3 = 2, skip 4 = a, pair 5 a"_s;
    QTest::newRow("another of that single name")
            << QStringList {u"Mom | id=m | phone=202 555 0101"_s}
            << QStringList {u"Mom | phone=202 555 0102"_s, u"Dad"_s} << u"create 2, create 3"_s;
    QTest::newRow("a single name twice")
            << QStringList()
            << QStringList {u"Mom | phone=202 555 0101"_s, u"Mom | phone=202 555 0101"_s, u"Mom"_s}
            << u"create 2, create 4, skip 3 = 2"_s;
    QTest::newRow("a shared mailbox again")
            << QStringList {u" | id=i | email=info@acme.example | company=Acme"_s}
            << QStringList {u" | email=info@acme.example | company=Acme"_s, u" | email=office@acme.example"_s}
            << u"create 3, skip 2 = i"_s;
    QTest::newRow("another city is another line")
            << QStringList {u"Ann Lee | id=a | phone=202 555 0101 | city=Bern"_s}
            << QStringList {u"Ann Lee | phone=202 555 0101 | city=Basel"_s} << u"create 2, pair 2 a"_s;
    QTest::newRow("a city inside another's name")
            << QStringList {u"Ann Lee | id=a | phone=202 555 0101 | city=New York"_s}
            << QStringList {u"Ann Lee | phone=202 555 0101 | city=York"_s} << u"create 2, pair 2 a"_s;
    QTest::newRow("a school alone does not choose among namesakes")
            << QStringList {u"Ann Lee | id=a | company=Acme | school=Yale | email=a@x.example"_s}
            << QStringList {u"Ann Lee | school=Yale"_s} << u"create 2, pair 2 a"_s;
    QTest::newRow("a profile dragged down over somebody else")
            << QStringList()
            << QStringList {u"Ann Lee | linkedin=ann | email=ann@x.example"_s,
                            u"Bob Ray | linkedin=ann | email=bob@x.example"_s}
            << u"create 2, create 3, pair 3 2"_s;
    QTest::newRow("no firm is nobody's firm") << QStringList()
                                              << QStringList {u"Li Wei | company=Self-employed"_s,
                                                              u"Li Wei | company=Self-employed | city=Bern"_s}
                                              << u"create 2, create 3, pair 3 2"_s;
    QTest::newRow("a sample person of that name")
            << QStringList {u"Ann Lee | id=s | company=Acme | linkedin=ann | sample=1"_s}
            << QStringList {u"Ann Lee | company=Acme | linkedin=ann"_s} << u"create 2"_s;
}

void ImportPlanTest::plan()
{
    QFETCH(QStringList, existing);
    QFETCH(QStringList, file);
    Directory directory;
    for (const QString &line : existing) {
        directory.add(person(line));
    }
    QTEST(inWords(planned(directory, file)), "plan");
}

void ImportPlanTest::whatIsNotTakenOverIsTold()
{
    Directory directory;
    directory.add(person(u"Ann Lee | id=a | email=ann@x.example | city=Bern"_s));
    const ImportPlan plan = planned(directory,
                                    {u"Ann Lee | email=ann@x.example | city=Basel | phone=2025550101"_s});
    QCOMPARE(inWords(plan), u"update 2 a"_s);
    QCOMPARE(plan.leftOut.size(), 1);
    QCOMPARE(plan.leftOut.first().row, 2);
    QCOMPARE(plan.leftOut.first().fields, QStringList {u"city"_s});
}

/// A file of namesakes: some thousands of pairs are listed, the rest is counted.
void ImportPlanTest::possiblePairsAreCounted()
{
    Directory directory;
    QStringList lines;
    for (int i = 0; i < 2500; ++i) {
        lines << u"Ann Lee | company=Acme | title=Title %1"_s.arg(i);
    }
    const ImportPlan plan = planned(directory, lines);
    QCOMPARE(plan.creates.size(), 2500U);
    QCOMPARE(plan.possible.size(), 5000);
    QCOMPARE(plan.possibleBeyond, 3 * 2500 - 6 - 5000); // three for each, fewer for the first three
}

void ImportPlanTest::notesAreJoined_data()
{
    QTest::addColumn<std::optional<QString>>("own"); // notes of the contact that is there; none: nobody is
    QTest::addColumn<QString>("once"); // what was taken out of them; "?": the history does not go back so far
    QTest::addColumn<QStringList>("file");
    QTest::addColumn<QString>("notes"); // afterwards
    QTest::addColumn<QString>("told");
    const auto row = [](const char *what, const std::optional<QString> &own, const QString &once,
                        const QStringList &file, const QString &notes,
                        const QString &told) { QTest::newRow(what) << own << once << file << notes << told; };
    row("rows of one person", {}, {}, {u"call 1: no answer"_s, u"call 2: no answer"_s},
        u"call 1: no answer\n\ncall 2: no answer"_s, {});
    row("beside one's own", u"met in Bern"_s, {}, {u"prefers tea"_s}, u"met in Bern\n\nprefers tea"_s,
        u"joined"_s);
    row("rows beside one's own", u"met in Bern"_s, {}, {u"call 1: busy"_s, u"call 2: busy"_s},
        u"met in Bern\n\ncall 1: busy\n\ncall 2: busy"_s, u"joined, joined"_s);
    row("rows of somebody without any", QString(), {}, {u"call 1: busy"_s, u"call 2: busy"_s},
        u"call 1: busy\n\ncall 2: busy"_s, {});
    row("the same again", u"met in Bern\n\nprefers tea"_s, {}, {u"prefers tea"_s},
        u"met in Bern\n\nprefers tea"_s, {});
    row("more than there was", u"met in Bern"_s, {}, {u"met in Bern; prefers tea, ask for Zoe in May"_s},
        u"met in Bern; prefers tea, ask for Zoe in May"_s, u"joined"_s);
    row("in the words of the other, whom nobody changed", u"met her in Bern"_s, {}, {u"met in Bern twice"_s},
        u"met her in Bern\n\nmet in Bern twice"_s, u"joined"_s);
    row("as it was before somebody added to it", u"met in Bern at the fair, done"_s, u"?"_s,
        {u"met in Bern at the fair; ask Zoe"_s}, u"met in Bern at the fair, done"_s, u"left out"_s);
    row("only small words are the same", u"Met her at the fair"_s, u"?"_s,
        {u"At the alumni dinner she offered an internship, mail her boss"_s},
        u"Met her at the fair\n\nAt the alumni dinner she offered an internship, mail her boss"_s,
        u"joined"_s);
    row("no words at all", u"???"_s, u"?"_s, {u"prefers tea"_s}, u"???\n\nprefers tea"_s, u"joined"_s);
    row("as it was before somebody cut it", u"prefers tea"_s,
        u"met in Bern in May; prefers tea; ask for Zoe"_s,
        {u"met in Bern in May; prefers tea; ask for Zoe"_s}, u"prefers tea"_s, u"left out"_s);
    row("as it was before somebody wrote it anew", u"friendly"_s, u"salary 120k, divorced"_s,
        {u"salary 120k, divorced"_s}, u"friendly"_s, u"left out"_s);
    row("as it was before somebody emptied it", QString(), u"salary 120k, divorced"_s,
        {u"salary 120k, divorced"_s}, QString(), u"left out"_s);
}

void ImportPlanTest::notesAreJoined()
{
    QFETCH(std::optional<QString>, own);
    QFETCH(QString, once);
    QFETCH(QStringList, file);
    Directory directory;
    if (own) {
        Contact known = person(u"Ann Lee | id=a | email=ann@x.example"_s);
        known.notes = *own;
        directory.add(known);
        directory.isHistoryWhole = once != "?"_L1;
        directory.takenOut.insert(u"a"_s, once);
    }
    QStringList lines;
    for (qsizetype i = 0; i < file.size(); ++i) { // a row that changes something else, too
        lines << u"Ann Lee | email=ann@x.example | school=S%1 | notes=%2"_s.arg(QString::number(i), file[i]);
    }
    const ImportPlan plan = planned(directory, lines);
    const Contact *after = !plan.creates.empty() ? &plan.creates.front()->contact
            : !plan.updates.empty()              ? &plan.updates.front().after
                                                 : nullptr;
    QVERIFY(after);
    QTEST(after->notes, "notes");
    QStringList told(plan.joinedNotes.size(), u"joined"_s);
    told += QStringList(plan.leftOut.size(), u"left out"_s);
    QTEST(told.join(u", "_s), "told");
}

void ImportPlanTest::aNewFirmIsTold()
{
    Directory directory;
    directory.add(person(u"Mia Chen | id=m | company=OldCo | linkedin=mia"_s));
    const ImportPlan plan = planned(directory,
                                    {u"Mia Chen | company=OldCo Inc. | linkedin=mia"_s,
                                     u"Mia Chen | company=NewCo | linkedin=mia"_s,
                                     u"Mia Chen | company=NewCo | linkedin=mia"_s});
    QCOMPARE(plan.newFirms.size(), 1);
    QCOMPARE(plan.newFirms[0].row, 3);
    QCOMPARE(plan.newFirms[0].firm, u"NewCo"_s);
    QCOMPARE(plan.newFirms[0].first, u"OldCo"_s);
    QCOMPARE(plan.updates.size(), 1);
    QCOMPARE(plan.updates[0].after.company(), u"OldCo"_s);
}

void ImportPlanTest::importingAgainChangesNothing()
{
    const QStringList file {u"Ann Lee | company=Acme | title=Analyst"_s,
                            u"Ann Lee | company=Acme | title=Director"_s,
                            u"Ann Lee | company=Acme"_s,
                            u"Bob Roe | email=bob@x.example"_s,
                            u" | email=cy@x.example"_s,
                            u"Di Moe | company=Acme | linkedin=di | city=Berlin"_s,
                            u"Ed Joe | company=Acme | email=info@acme.example"_s};
    Directory directory;
    const ImportPlan first = planned(directory, file);
    QCOMPARE(static_cast<qsizetype>(first.creates.size()) + first.skipped.size(), file.size());
    for (size_t i = 0; i < first.creates.size(); ++i) {
        Contact contact = first.creates[i]->contact;
        QCOMPARE(contact.status, u"Not Contacted"_s);
        contact.id = u"id%1"_s.arg(i);
        directory.add(contact);
    }
    const ImportPlan again = planned(directory, file);
    QCOMPARE(again.creates.size(), 0U);
    QCOMPARE(again.updates.size(), 0U);
    QCOMPARE(again.skipped.size(), file.size());
    QVERIFY(again.possible.isEmpty());
}

void ImportPlanTest::updatesCarryBeforeAndAfter()
{
    Directory directory;
    const Contact ann = person(u"Ann Lee | id=a | linkedin=ann"_s);
    directory.add(ann);
    const ImportPlan plan = planned(
            directory,
            {u"Ann Lee | linkedin=ann | city=Berlin"_s, u"Ann Lee | linkedin=ann | phone=202 555 0101"_s});
    QCOMPARE(plan.updates.size(), 1U);
    QCOMPARE(plan.updates[0].before, ann);
    QCOMPARE(plan.updates[0].after.city, u"Berlin"_s);
    QCOMPARE(plan.updates[0].after.phone(), u"202 555 0101"_s);
    QCOMPARE(plan.skipped.value(0).reason, u"the same LinkedIn profile"_s);
}

void ImportPlanTest::ambiguousBareRowIsNotMelted()
{
    Directory directory;
    directory.add(person(u"Ann Lee | id=a | company=Acme | email=a@x.example"_s));
    directory.add(person(u"Ann Lee | id=b | company=Acme | email=b@x.example"_s));
    QCOMPARE(inWords(planned(directory, {u"Ann Lee | company=Acme | phone=202 555 0101"_s})),
             u"create 2, pair 2 b, pair 2 a"_s);
    // It says nothing that is not known of both: no third person, and nobody changed.
    const ImportPlan plan = planned(directory, {u"Ann Lee | company=Acme"_s});
    QCOMPARE(plan.creates.size() + plan.updates.size(), 0U);
    QCOMPARE(plan.skipped.size(), 1);
}

void ImportPlanTest::rowThatBridgesTwoIsListed()
{
    Directory directory;
    directory.add(person(u"Ann Lee | id=a | linkedin=ann"_s));
    directory.add(person(u"Ann Lee | id=b | company=Acme | email=ann@x.example"_s));
    const ImportPlan plan = planned(directory, {u"Ann Lee | linkedin=ann | email=ann@x.example"_s});
    QCOMPARE(inWords(plan), u"update 2 a, pair a b"_s);
    QCOMPARE(plan.possible[0].reason, u"the same email address"_s);
}

void ImportPlanTest::ownExportFindsItsRecord()
{
    Directory directory;
    directory.add(person(u"Ann Lee | id=a"_s));
    QCOMPARE(inWords(planned(directory, {u"Ann Lee | id=a | city=Berlin"_s})), u"update 2 a"_s);
    // An id that now belongs to somebody else is no identity.
    const ImportPlan plan = planned(directory, {u"Bob Roe | id=a"_s, u"Cy Poe | id=c"_s});
    QCOMPARE(inWords(plan), u"create 2, create 3"_s);
    QCOMPARE(plan.creates[0]->contact.id, QString());
    QCOMPARE(plan.creates[1]->contact.id, u"c"_s);
}

void ImportPlanTest::everyKeyIsAskedOnce()
{
    Directory directory;
    directory.add(person(u"Ann Lee | id=a | company=Acme | linkedin=ann"_s));
    const QString line = u"Ann Lee | company=Acme | linkedin=ann"_s;
    static_cast<void>(planned(directory, QStringList(50, line)));
    QVERIFY(!directory.asked.isEmpty());
    for (const int times : std::as_const(directory.asked)) {
        QCOMPARE(times, 1);
    }
    QCOMPARE(directory.loads, 1);
}

void ImportPlanTest::repeatedHashesAreNeverMissed()
{
    constexpr int many = 20'000;
    const auto hash = [](int number) { return crema::keyHash(QString::number(number)); };
    contacts::RepeatedHashes repeated(many);
    for (int i = 0; i < many; ++i) {
        repeated.see(hash(i));
    }
    for (int i = 0; i < many; i += 10) {
        repeated.see(hash(i));
    }
    int taken = 0;
    for (int i = 0; i < many; ++i) {
        QVERIFY(i % 10 != 0 || repeated.contains(hash(i)));
        taken += repeated.contains(hash(i));
    }
    QVERIFY2(taken < many / 10 + many / 5, qPrintable(QString::number(taken)));
}

void ImportPlanTest::manyNamesakesStayLinear()
{
    // 1000 of one name and firm with different titles, twice: as many people, each found again.
    QStringList file;
    for (int i = 0; i < 1000; ++i) {
        file << u"Ann Lee | company=Acme | title=Analyst %1"_s.arg(i);
    }
    Directory directory;
    const ImportPlan plan = planned(directory, file + file);
    QCOMPARE(plan.creates.size(), 1000U);
    QCOMPARE(plan.skipped.size(), 1000);
    QVERIFY(plan.possible.size() <= 3 * 1000);
}

void ImportPlanTest::givesOutWhomNobodyElseIsAbout_data()
{
    QTest::addColumn<QStringList>("existing");
    QTest::addColumn<QStringList>("file");
    QTest::addColumn<QVector<int>>("givenOut"); // rows
    const QString ann = u"Ann Lee | email=ann@x.example"_s;
    QTest::newRow("strangers") << QStringList() << QStringList {ann, u"Bob Roe | company=Acme"_s}
                               << QVector {2, 3};
    QTest::newRow("somebody twice") << QStringList() << QStringList {ann, u"Bob Roe | company=Acme"_s, ann}
                                    << QVector {3};
    QTest::newRow("two who may be one") << QStringList()
                                        << QStringList {u"Ann Lee | company=Acme | title=Analyst"_s,
                                                        u"Ann Lee | company=Acme | title=Director"_s}
                                        << QVector<int>();
    QTest::newRow("somebody known") << QStringList {ann + u" | id=a"_s} << QStringList {ann}
                                    << QVector<int>();
    QTest::newRow("perhaps somebody known")
            << QStringList {u"Ann Lee | id=a | company=Acme | title=Analyst"_s}
            << QStringList {u"Ann Lee | company=Acme | title=Director"_s} << QVector<int>();
    QTest::newRow("an export of ours") << QStringList() << QStringList {ann + u" | id=a"_s} << QVector<int>();
    QTest::newRow("no key at all") << QStringList() << QStringList {u"Mom"_s, u"Dad"_s} << QVector {2, 3};
}

void ImportPlanTest::givesOutWhomNobodyElseIsAbout()
{
    QFETCH(QStringList, existing);
    QFETCH(QStringList, file);
    QFETCH(QVector<int>, givenOut);
    Directory directory;
    for (const QString &line : existing) {
        directory.add(person(line));
    }
    contacts::ImportPlanner planner(directory.lookup(), rows(file));
    QVector<int> given;
    while (planner.left() > 0) {
        if (const auto person = planner.planNext()) {
            given << person->row;
        }
    }
    QCOMPARE(given, givenOut);
    const size_t waiting = planner.waiting();
    const ImportPlan plan = planner.finish();
    QCOMPARE(plan.creates.size() + plan.updates.size(), waiting);
    QCOMPARE(given.size() + static_cast<qsizetype>(waiting) + plan.skipped.size(), file.size());
}
