// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "tests.h"

#include "model/status.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace crema;
using contacts::MergeChoice;

namespace {

/// Three people who are one, each with a draft and a prep of their own.
void addThree(Desk &desk)
{
    desk.add(somebody(u"a"_s, u"Ann"_s, u"Lee"_s, u"Acme"_s));
    desk.add(somebody(u"b"_s, u"Anna"_s, u"Lee"_s, u"Globex"_s));
    Contact c = somebody(u"c"_s, u"Annie"_s, u"Lee"_s, u"Hooli"_s);
    c.city = u"Bern"_s;
    c.status = u"Replied"_s;
    c.extra["shoe"] = "44";
    desk.add(c);
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s}) {
        desk.addDraft(u"draft-"_s + id, id);
        desk.addPrep(u"prep-"_s + id, id);
    }
}

} // namespace

void UnmergeTest::givesEverythingBack()
{
    Desk desk;
    QVERIFY(desk.open());
    addThree(desk);
    const Snapshot before = desk.snapshot();
    VERIFY_OK(desk.merge(u"a"_s, u"c"_s,
                         {{u"name"_s, MergeChoice::other}, {u"addresses"_s, MergeChoice::other}}));
    QCOMPARE(desk.contact(u"a"_s).firstName, u"Annie"_s);
    const auto outcome = desk.unmerge(u"c"_s);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->winnerId, u"a"_s);
    QCOMPARE(outcome->contact.city, u"Bern"_s);
    QVERIFY(outcome->conflicts.empty());
    QCOMPARE(difference(before, desk.snapshot()), QByteArray());
}

void UnmergeTest::laterEditsStay()
{
    Desk desk;
    QVERIFY(desk.open());
    addThree(desk);
    const Snapshot before = desk.snapshot();
    VERIFY_OK(desk.merge(u"a"_s, u"c"_s));
    desk.edit(u"a"_s, [](Contact &contact) {
        contact.city = u"Basel"_s; // what the merge filled
        contact.headline = u"Now a partner"_s; // what it did not touch
        contact.tags << u"vip"_s;
    });
    desk.addDraft(u"later"_s, u"a"_s);
    const auto outcome = desk.unmerge(u"c"_s);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->conflicts, (std::vector<store::UndoConflict> {{Kind::contact, u"a"_s, u"city"_s}}));
    const Contact a = desk.contact(u"a"_s);
    QCOMPARE(a.city, u"Basel"_s);
    QCOMPARE(a.headline, u"Now a partner"_s);
    QCOMPARE(a.tags, (QStringList {u"at Acme"_s, u"vip"_s}));
    QCOMPARE(a.addresses.size(), 1);
    QCOMPARE(a.status, initialStatus());
    QCOMPARE(desk.ownerOf(Kind::draft, u"later"_s), u"a"_s);
    QCOMPARE(desk.ownerOf(Kind::draft, u"draft-c"_s), u"c"_s);
    QCOMPARE(desk.stored(Kind::contact, u"c"_s), before.at("contact c"));
}

void UnmergeTest::notesWrittenSinceStay()
{
    Desk desk;
    QVERIFY(desk.open());
    addThree(desk);
    VERIFY_OK(desk.merge(u"a"_s, u"c"_s));
    QCOMPARE(desk.contact(u"a"_s).notes, u"Note about a\n\nNote about c"_s);
    desk.edit(u"a"_s, [](Contact &contact) { contact.notes += u"\n\nMet today."_s; });
    const auto outcome = desk.unmerge(u"c"_s);
    VERIFY_OK(outcome);
    QVERIFY(outcome->conflicts.empty());
    QCOMPARE(desk.contact(u"a"_s).notes, u"Note about a\n\nMet today."_s);
    QCOMPARE(desk.contact(u"c"_s).notes, u"Note about c"_s);
}

void UnmergeTest::chainFromTheMiddle()
{
    Desk desk;
    QVERIFY(desk.open());
    addThree(desk);
    const Snapshot before = desk.snapshot();
    VERIFY_OK(desk.merge(u"b"_s, u"c"_s));
    VERIFY_OK(desk.merge(u"a"_s, u"b"_s)); // a <- b <- c
    QCOMPARE(desk.contact(u"a"_s).addresses.size(), 3);
    QCOMPARE(desk.ownerOf(Kind::draft, u"draft-c"_s), u"a"_s);
    const auto first = desk.unmerge(u"c"_s);
    VERIFY_OK(first);
    QCOMPARE(first->winnerId, u"b"_s);
    QCOMPARE(desk.stored(Kind::contact, u"c"_s), before.at("contact c"));
    QCOMPARE(desk.ownerOf(Kind::draft, u"draft-c"_s), u"c"_s);
    QCOMPARE(desk.ownerOf(Kind::draft, u"draft-b"_s), u"a"_s);
    // What went from c through b to a goes too; what was b's stays.
    const Contact a = desk.contact(u"a"_s);
    QCOMPARE(a.addresses.size(), 2);
    QCOMPARE(a.city, QString());
    QCOMPARE(a.tags, (QStringList {u"at Acme"_s, u"at Globex"_s}));
    const auto second = desk.unmerge(u"b"_s);
    VERIFY_OK(second);
    // The notes of three people, joined twice, are left to the person: nothing is cut out of the middle of a
    // text.
    QCOMPARE(difference(before, desk.snapshot()), QByteArray());
}

void UnmergeTest::twoIntoOneInEitherOrder_data()
{
    QTest::addColumn<QStringList>("order");
    QTest::newRow("the later first") << QStringList {u"c"_s, u"b"_s};
    QTest::newRow("the earlier first") << QStringList {u"b"_s, u"c"_s};
}

void UnmergeTest::twoIntoOneInEitherOrder()
{
    QFETCH(QStringList, order);
    Desk desk;
    QVERIFY(desk.open());
    addThree(desk);
    desk.edit(u"b"_s, [](Contact &contact) { contact.city = u"Biel"_s; });
    const Snapshot before = desk.snapshot();
    VERIFY_OK(desk.merge(u"a"_s, u"b"_s));
    VERIFY_OK(
            desk.merge(u"a"_s, u"c"_s, {{u"place"_s, MergeChoice::other}, {u"name"_s, MergeChoice::other}}));
    QCOMPARE(desk.contact(u"a"_s).city, u"Bern"_s);
    for (const QString &id : order) {
        const auto outcome = desk.unmerge(id);
        VERIFY_OK(outcome);
        QVERIFY(outcome->conflicts.empty());
    }
    QCOMPARE(difference(before, desk.snapshot()), QByteArray());
}

void UnmergeTest::mergedAgain()
{
    Desk desk;
    QVERIFY(desk.open());
    addThree(desk);
    const Snapshot before = desk.snapshot();
    for (int round = 0; round < 3; ++round) {
        const QString keep = round % 2 == 0 ? u"a"_s : u"c"_s; // and the other way round
        const QString other = round % 2 == 0 ? u"c"_s : u"a"_s;
        VERIFY_OK(desk.merge(keep, other));
        VERIFY_OK(desk.unmerge(other));
        QCOMPARE(difference(before, desk.snapshot()), QByteArray());
    }
}

void UnmergeTest::ofAUnmergeThatWasUndone()
{
    Desk desk;
    QVERIFY(desk.open());
    addThree(desk);
    const Snapshot before = desk.snapshot();
    VERIFY_OK(desk.merge(u"a"_s, u"c"_s));
    const Snapshot one = desk.snapshot();
    VERIFY_OK(desk.unmerge(u"c"_s));
    const auto undone = desk.undo(); // they are one again
    VERIFY_OK(undone);
    QVERIFY(undone->conflicts.empty());
    QCOMPARE(difference(one, desk.snapshot()), QByteArray());
    VERIFY_OK(desk.unmerge(u"c"_s));
    QCOMPARE(difference(before, desk.snapshot()), QByteArray());
    VERIFY_OK(desk.undo());
    VERIFY_OK(desk.undo()); // and the merge itself
    QCOMPARE(difference(before, desk.snapshot()), QByteArray());
    VERIFY_OK(test::await(desk.services().store.redo()));
    QCOMPARE(difference(one, desk.snapshot()), QByteArray());
    VERIFY_OK(desk.unmerge(u"c"_s));
    QCOMPARE(difference(before, desk.snapshot()), QByteArray());
}

void UnmergeTest::whenTheOtherIsInTheTrash()
{
    Desk desk;
    QVERIFY(desk.open());
    addThree(desk);
    const Snapshot before = desk.snapshot();
    VERIFY_OK(desk.merge(u"a"_s, u"c"_s));
    store::Operation trash;
    trash.label = u"Delete"_s;
    trash.setState(Kind::contact, u"a"_s, u"trashed"_s);
    desk.apply(std::move(trash));
    VERIFY_OK(desk.unmerge(u"c"_s));
    QCOMPARE(desk.stored(Kind::contact, u"c"_s), before.at("contact c"));
    QCOMPARE(desk.ownerOf(Kind::draft, u"draft-c"_s), u"c"_s);
    QVERIFY(desk.stored(Kind::contact, u"a"_s).startsWith("trashed"));
}

void UnmergeTest::whenTheOtherIsGone()
{
    Desk desk;
    QVERIFY(desk.open());
    addThree(desk);
    const Snapshot before = desk.snapshot();
    VERIFY_OK(desk.merge(u"a"_s, u"c"_s));
    store::Operation trash;
    trash.label = u"Delete"_s;
    trash.setState(Kind::contact, u"a"_s, u"trashed"_s);
    desk.apply(std::move(trash));
    VERIFY_OK(test::await(desk.services().store.purgeTrash(0)));
    QCOMPARE(desk.stored(Kind::contact, u"a"_s), QByteArray("gone"));
    const auto outcome = desk.unmerge(u"c"_s);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->conflicts,
             (std::vector<store::UndoConflict> {{Kind::contact, u"a"_s, store::purgedField()}}));
    QCOMPARE(desk.stored(Kind::contact, u"c"_s), before.at("contact c"));
    QCOMPARE(desk.ownerOf(Kind::draft, u"draft-c"_s), u"c"_s);
}

void UnmergeTest::afterTheHistoryIsPruned()
{
    Desk desk;
    QVERIFY(desk.open());
    addThree(desk);
    const Snapshot before = desk.snapshot();
    VERIFY_OK(desk.merge(u"a"_s, u"c"_s));
    desk.edit(u"a"_s, [](Contact &contact) { contact.city = u"Basel"_s; });
    VERIFY_OK(test::await(desk.services().store.pruneHistory(-1)));
    const auto outcome = desk.unmerge(u"c"_s);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->conflicts.size(),
             1U); // that somebody changed the city is still known from the value itself
    QCOMPARE(desk.contact(u"a"_s).city, u"Basel"_s);
    QCOMPARE(desk.stored(Kind::contact, u"c"_s), before.at("contact c"));
    QCOMPARE(desk.ownerOf(Kind::prep, u"prep-c"_s), u"c"_s);
}

void UnmergeTest::notMerged()
{
    Desk desk;
    QVERIFY(desk.open());
    addThree(desk);
    const Snapshot before = desk.snapshot();
    for (const QString &id : {u"a"_s, u"nobody"_s}) {
        const auto outcome = desk.unmerge(id);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::notFound);
    }
    QCOMPARE(difference(before, desk.snapshot()), QByteArray());
}

namespace {

/// Merges of people of one workspace in a random order with random choices, to be taken back in another.
class RandomMerges
{
public:
    RandomMerges(quint32 seed, Desk &desk) : m_random(seed), m_desk(desk) { }

    void addPeople(int count)
    {
        static const QStringList firms {u"Acme"_s, u"Globex"_s, u"Hooli"_s};
        for (int i = 0; i < count; ++i) {
            Contact contact = somebody(u"p%1"_s.arg(i), u"Ann%1"_s.arg(i % 3), u"Lee"_s, one(firms));
            contact.city = maybe({u"Bern"_s, u"Basel"_s, u"Biel"_s});
            contact.headline = maybe({u"Partner"_s, u"Analyst"_s});
            contact.status = maybe({u"Contacted"_s, u"Replied"_s, u"Met"_s});
            contact.notes = maybe({u"tea"_s, u"coffee"_s, u"water"_s});
            contact.tags += maybe({u"warm"_s, u"alumni"_s});
            contact.tags.removeAll(QString());
            addPoint(contact.phones, {}, maybe({u"+49 30 1234567"_s, u"+49 30 7654321"_s}));
            addPoint(contact.links, u"linkedin"_s, maybe({u"https://www.linkedin.com/in/ann"_s}));
            addSchool(contact.schools, {{}, {}, maybe({u"Ohio"_s, u"USC"_s}), {}, {}, {}, {}});
            if (m_random.bounded(2) == 0) {
                contact.extra[u"k%1"_s.arg(i % 2).toStdString()] = i;
            }
            m_desk.add(contact);
            m_desk.addDraft(u"d%1"_s.arg(i), contact.id);
            m_desk.addPrep(u"q%1"_s.arg(i), contact.id);
            m_live << contact.id;
        }
    }

    void mergeSome()
    {
        while (m_live.size() > 2) {
            m_live.sort();
            const QString other = m_live.takeAt(m_random.bounded(m_live.size()));
            const QString keep = one(m_live);
            const auto merged = m_desk.merge(keep, other, choices(keep, other));
            QVERIFY2(merged, merged ? "" : qPrintable(merged.error().text));
            m_merged << other;
        }
    }

    void unmergeAll()
    {
        while (!m_merged.isEmpty()) {
            const auto outcome = m_desk.unmerge(m_merged.takeAt(m_random.bounded(m_merged.size())));
            QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().text));
            QVERIFY2(outcome->conflicts.empty(),
                     outcome->conflicts.empty() ? "" : qPrintable(outcome->conflicts.front().field));
        }
    }

private:
    QString one(const QStringList &texts) { return texts[m_random.bounded(texts.size())]; }
    QString maybe(const QStringList &texts) { return m_random.bounded(2) == 0 ? QString() : one(texts); }

    contacts::MergeChoices choices(const QString &keep, const QString &other)
    {
        contacts::MergeChoices chosen;
        for (const auto &field : contacts::mergeFields(m_desk.contact(keep), m_desk.contact(other))) {
            const int dice = m_random.bounded(4);
            if (dice < 2) {
                chosen.insert(field.key, dice == 0 ? MergeChoice::keep : MergeChoice::other);
            }
        }
        return chosen;
    }

    QRandomGenerator m_random;
    Desk &m_desk;
    QStringList m_live;
    QStringList m_merged;
};

} // namespace

void UnmergeTest::anyMergesInAnyOrder_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 12; ++seed) {
        QTest::addRow("merges %u", seed) << seed;
    }
}

void UnmergeTest::anyMergesInAnyOrder()
{
    QFETCH(quint32, seed);
    Desk desk;
    QVERIFY(desk.open());
    RandomMerges random(seed, desk);
    random.addPeople(8);
    const Snapshot before = desk.snapshot();
    random.mergeSome();
    QVERIFY(!difference(before, desk.snapshot()).isEmpty());
    random.unmergeAll();
    const QByteArray apart = difference(before, desk.snapshot());
    QVERIFY2(apart.isEmpty(), apart.constData());
    // And step by step back through all of it.
    QString label;
    while (!label.startsWith(u"Prepare"_s) && !QTest::currentTestFailed()) {
        const auto undone = desk.undo();
        VERIFY_OK(undone);
        QVERIFY(undone->conflicts.empty());
        label = undone->label;
    }
    const auto trashed = desk.services().reader.record(Kind::prep, u"q7"_s);
    VERIFY_OK(trashed);
    QCOMPARE(trashed->state, u"trashed"_s);
    const Snapshot now = desk.snapshot();
    Snapshot rest = before;
    rest.erase("prep q7");
    QCOMPARE(difference(rest, now), QByteArray());
}
