// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/check.h"
#include "store/historyreader.h"
#include "store/reader.h"
#include "store/search.h"
#include "store/store.h"
#include "support/spin.h"
#include "support/support.h"

#include <QTemporaryDir>
#include <QTest>

using namespace crema;
using namespace crema::store;
using namespace Qt::StringLiterals;

namespace {

Contact person(const QString &id, const QString &first, const QString &last, const QString &company)
{
    Contact contact;
    contact.id = id;
    contact.firstName = first;
    contact.lastName = last;
    Position position;
    position.company = company;
    addPosition(contact.positions, position);
    addPoint(contact.addresses, u"work"_s, first.toLower() + u"@example.com"_s);
    return contact;
}

QStringList emailKeys(Kind kind, const QString &, const Json &body)
{
    QStringList keys;
    for (const Json &address : arrayAt(body, kind == Kind::contact ? "addresses" : "-")) {
        keys << u"email:"_s + textAt(address, "value");
    }
    return keys;
}

/// A workspace on disk with its write door.
struct Desk
{
    QTemporaryDir folder;
    FixedClock clock {QDateTime(QDate(2026, 3, 1), QTime(9, 0), Qt::UTC)};
    IdSource ids {7};
    std::unique_ptr<Store> store;
    std::unique_ptr<Reader> reader;

    Result<> open()
    {
        const QString path = folder.filePath(u"crema.db"_s);
        auto opened = Store::open(path, emailKeys, clock, ids);
        if (!opened) {
            return std::unexpected(opened.error());
        }
        store = std::move(*opened);
        auto read = Reader::open(path);
        if (!read) {
            return std::unexpected(read.error());
        }
        reader = std::move(*read);
        return {};
    }
};

} // namespace

class TestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsAndReadsBack()
    {
        Desk desk;
        VERIFY_OK(desk.open());
        const Contact anna = person(u"a1"_s, u"Änna"_s, u"Łukasz"_s, u"Acme"_s);
        Operation operation;
        operation.label = u"Add"_s;
        operation.create(Kind::contact, anna.id, toBody(anna));
        const auto change = test::await(desk.store->apply(operation));
        VERIFY_OK(change);
        QCOMPARE(change->records.size(), size_t(1));
        auto read = desk.reader->contact(u"a1"_s);
        VERIFY_OK(read);
        QCOMPARE(read->sources.value({}).label, u"Add"_s);
        read->sources.clear();
        Contact expected = anna;
        expected.status = u"Not Contacted"_s;
        QCOMPARE(*read, expected);
        const auto byKey = desk.reader->withKey(Kind::contact, u"email:änna@example.com"_s);
        VERIFY_OK(byKey);
        QCOMPARE(*byKey, QStringList {u"a1"_s});
    }

    void undoAndRedo()
    {
        Desk desk;
        VERIFY_OK(desk.open());
        Contact anna = person(u"a1"_s, u"Anna"_s, u"Berg"_s, u"Acme"_s);
        Operation add;
        add.label = u"Add"_s;
        add.create(Kind::contact, anna.id, toBody(anna));
        VERIFY_OK(test::await(desk.store->apply(add)));
        const Json before = toBody(anna);
        anna.tags = QStringList {u"x"_s, u"b"_s};
        addPoint(anna.addresses, u"personal"_s, u"second@example.com"_s);
        Operation edit;
        edit.label = u"Edit"_s;
        edit.patch(Kind::contact, u"a1"_s, before, toBody(anna));
        VERIFY_OK(test::await(desk.store->apply(edit)));
        const auto edited = desk.reader->record(Kind::contact, u"a1"_s);
        VERIFY_OK(edited);
        const auto undone = test::await(desk.store->undo());
        VERIFY_OK(undone);
        QCOMPARE(undone->label, u"Edit"_s);
        QVERIFY(undone->conflicts.empty());
        QCOMPARE(desk.reader->record(Kind::contact, u"a1"_s)->body, before);
        VERIFY_OK(test::await(desk.store->redo()));
        QCOMPARE(desk.reader->record(Kind::contact, u"a1"_s)->body, edited->body);
        VERIFY_OK(test::await(desk.store->undo()));
        VERIFY_OK(test::await(desk.store->undo()));
        QCOMPARE(desk.reader->countContacts({}).value_or(-1), 0);
        QCOMPARE(test::await(desk.store->undo()).error().kind, ErrorKind::notFound);
        VERIFY_OK(test::await(desk.store->redo()));
        QCOMPARE(desk.reader->countContacts({}).value_or(-1), 1);
    }

    void bulkIsInvisibleUntilPublishedAndUndoneAtOnce()
    {
        Desk desk;
        VERIFY_OK(desk.open());
        Operation bulk;
        bulk.label = u"Import"_s;
        bulk.origin = Origin::import;
        for (int i = 0; i < 5000; ++i) {
            const Contact contact = person(u"id%1"_s.arg(i), u"First%1"_s.arg(i), u"Last"_s,
                                           u"Firm %1"_s.arg(i % 10));
            bulk.create(Kind::contact, contact.id, toBody(contact));
        }
        bool seenEarly = false;
        const auto progress = [&](int, int) {
            seenEarly |= desk.reader->countContacts({}).value_or(-1) != 0;
        };
        VERIFY_OK(test::await(desk.store->applyBulk(bulk, progress, {})));
        QVERIFY(!seenEarly);
        QCOMPARE(desk.reader->countContacts({}).value_or(-1), 5000);
        auto people = PeopleSearch::load(desk.reader->connection());
        VERIFY_OK(people);
        QCOMPARE(people->find(u"first42 la", 10).matches, 111);
        QCOMPARE(people->find(u"irst", 10).matches, 0);
        const auto hits = searchEverything(*desk.reader, *people, u"first4999"_s, 10);
        VERIFY_OK(hits);
        QCOMPARE(hits->size(), 1);
        VERIFY_OK(test::await(desk.store->undo()));
        QCOMPARE(desk.reader->countContacts({}).value_or(-1), 0);
        VERIFY_OK(test::await(desk.store->redo()));
        QCOMPARE(desk.reader->countContacts({}).value_or(-1), 5000);
        const auto workspace = Workspace::at(desk.folder.path());
        VERIFY_OK(workspace);
        QCOMPARE(checkWorkspace(*workspace).value_or(QStringList {u"failed"_s}), QStringList());
    }

    void stoppedBulkLeavesNothing()
    {
        Desk desk;
        VERIFY_OK(desk.open());
        Operation bulk;
        bulk.origin = Origin::import;
        for (int i = 0; i < 6000; ++i) {
            bulk.create(Kind::contact, u"id%1"_s.arg(i), toBody(person({}, u"F%1"_s.arg(i), u"L"_s, u"C"_s)));
        }
        std::stop_source stop;
        const auto result = test::await(
                desk.store->applyBulk(bulk, [&](int, int) { stop.request_stop(); }, stop.get_token()));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::cancelled);
        Statement rows(
                desk.reader->connection(),
                "SELECT (SELECT count(*) FROM contact)+(SELECT count(*) FROM lookup)+(SELECT count(*) FROM "
                "operation)+(SELECT count(*) FROM change)");
        QVERIFY(rows.step());
        QCOMPARE(rows.integer(0), 0);
    }

    void creditsNeverGoBelowZero()
    {
        Desk desk;
        VERIFY_OK(desk.open());
        Operation grant;
        grant.ledger = {{u"p1"_s, u"granted"_s, -10, {}, u"grant"_s},
                        {u"p1"_s, u"available"_s, 10, {}, u"grant"_s}};
        VERIFY_OK(test::await(desk.store->apply(grant)));
        Operation spend;
        spend.create(Kind::contact, u"a"_s, toBody(person(u"a"_s, u"A"_s, u"B"_s, u"C"_s)));
        spend.ledger = {{u"p2"_s, u"available"_s, -11, {}, u"x"_s}, {u"p2"_s, u"spent"_s, 11, {}, u"x"_s}};
        const auto refused = test::await(desk.store->apply(spend));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::outOfCredits);
        QCOMPARE(desk.reader->balance(u"available"_s).value_or(-1), 10);
        QCOMPARE(desk.reader->countContacts({}).value_or(-1), 0);
    }
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
