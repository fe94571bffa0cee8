// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "tests.h"

using namespace Qt::StringLiterals;
using namespace crema;

namespace {

QStringList pairsOf(Desk &desk)
{
    QStringList pairs;
    const auto report = desk.duplicates();
    if (!report) {
        return {report.error().text};
    }
    for (const contacts::DuplicatePair &pair : report->pairs) {
        pairs << std::min(pair.a, pair.b) + u'-' + std::max(pair.a, pair.b);
    }
    pairs.sort();
    return pairs;
}

Result<store::Change> keepApart(Desk &desk, const QString &a, const QString &b)
{
    return test::await(flows::keepApart(&desk.services(), a, b));
}

} // namespace

void FindDuplicatesTest::ofAWorkspace()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.add(somebody(u"a"_s, u"Bob"_s, u"Smith"_s, u"Acme"_s));
    desk.add(somebody(u"b"_s, u"Robert"_s, u"Smith"_s, u"Acme"_s));
    desk.add(somebody(u"c"_s, u"Eve"_s, u"Moreau"_s, u"Acme"_s));
    Contact sample = somebody(u"s"_s, u"Robert"_s, u"Smith"_s, u"Acme"_s);
    sample.sample = true;
    desk.add(sample);
    const auto report = desk.duplicates();
    VERIFY_OK(report);
    QCOMPARE(report->people, 4);
    QCOMPARE(report->pairs.size(), 1);
    QCOMPARE(report->pairs[0].a, u"a"_s);
    QCOMPARE(report->pairs[0].nameB, u"Robert Smith"_s);
}

void FindDuplicatesTest::notTheSameIsRememberedAndUndoable()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.add(somebody(u"a"_s, u"Ann"_s, u"Lee"_s, u"Acme"_s));
    desk.add(somebody(u"b"_s, u"Ann"_s, u"Lee"_s, u"Acme"_s));
    QCOMPARE(pairsOf(desk), QStringList {u"a-b"_s});
    VERIFY_OK(keepApart(desk, u"b"_s, u"a"_s));
    QCOMPARE(pairsOf(desk), QStringList());
    desk.edit(u"a"_s, [](Contact &contact) { contact.city = u"Bern"_s; }); // an edit does not forget it
    QCOMPARE(pairsOf(desk), QStringList());
    VERIFY_OK(desk.undo());
    VERIFY_OK(desk.undo());
    QCOMPARE(pairsOf(desk), QStringList {u"a-b"_s});
    QVERIFY(!keepApart(desk, u"a"_s, u"a"_s));
}

void FindDuplicatesTest::notTheSameFollowsAMerge()
{
    Desk desk;
    QVERIFY(desk.open());
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s}) {
        desk.add(somebody(id, u"Ann"_s, u"Lee"_s, u"Acme"_s));
    }
    VERIFY_OK(keepApart(desk, u"a"_s, u"c"_s));
    VERIFY_OK(keepApart(desk, u"c"_s, u"b"_s));
    QCOMPARE(pairsOf(desk), QStringList {u"a-b"_s});
    VERIFY_OK(desk.merge(u"b"_s, u"a"_s));
    QCOMPARE(pairsOf(desk), QStringList());
    VERIFY_OK(desk.unmerge(u"a"_s));
    QCOMPARE(pairsOf(desk), QStringList {u"a-b"_s});
}

void FindDuplicatesTest::mergedAndTrashedAreNotListed()
{
    Desk desk;
    QVERIFY(desk.open());
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s}) {
        desk.add(somebody(id, u"Ann"_s, u"Lee"_s, u"Acme"_s));
    }
    QCOMPARE(pairsOf(desk).size(), 3);
    VERIFY_OK(desk.merge(u"a"_s, u"b"_s));
    QCOMPARE(pairsOf(desk), QStringList {u"a-c"_s});
    store::Operation trash;
    trash.label = u"Delete"_s;
    trash.setState(Kind::contact, u"c"_s, u"trashed"_s);
    desk.apply(std::move(trash));
    QCOMPARE(pairsOf(desk), QStringList());
}

void FindDuplicatesTest::nothingIsWritten()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.add(somebody(u"a"_s, u"Ann"_s, u"Lee"_s, u"Acme"_s));
    desk.add(somebody(u"b"_s, u"Ann"_s, u"Lee"_s, u"Acme"_s));
    const Snapshot before = desk.snapshot();
    VERIFY_OK(desk.duplicates());
    QCOMPARE(difference(before, desk.snapshot()), QByteArray());
}

void FindDuplicatesTest::stops()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.add(somebody(u"a"_s, u"Ann"_s, u"Lee"_s, u"Acme"_s));
    std::stop_source stop;
    stop.request_stop();
    const auto report = test::await(flows::findDuplicates(&desk.services(), {}, stop.get_token()));
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::cancelled);
}
