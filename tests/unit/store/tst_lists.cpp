// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "tests.h"

using namespace crema;
using namespace crema::store;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(crema::store::ContactQuery)

namespace {

Operation fourPeople()
{
    Contact ada = person(u"ada"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s);
    ada.status = u"Met"_s;
    ada.tags = QStringList {u"alum"_s, u"warm, very"_s};
    ada.nextActionDate = u"2026-03-05"_s;
    Contact ben = person(u"ben"_s, u"ben"_s, u"Cole"_s, u"Zeta"_s);
    ben.tags = QStringList {u"alumna"_s};
    ben.nextActionDate = u"2026-03-10"_s;
    Contact eve = person(u"eve"_s, u"Ève"_s, u"Dahl"_s, u"Acme"_s);
    eve.sample = true;
    School school;
    school.name = u"MIT"_s;
    addSchool(eve.schools, school);
    Contact nameless;
    nameless.id = u"nameless"_s;
    addPoint(nameless.addresses, u"work"_s, u"desk@example.com"_s);
    Operation operation;
    for (const Contact &contact : {ada, ben, eve, nameless}) {
        operation.create(Kind::contact, contact.id, toBody(contact));
    }
    return operation;
}

QStringList idsOf(const Desk &desk, const ContactQuery &query)
{
    QStringList ids;
    const auto rows = desk.reader->contactPage(query, 100, 0);
    for (const ContactRow &row : rows.value_or(QVector<ContactRow> {})) {
        ids << row.id;
    }
    return ids;
}

} // namespace

void ListsTest::filters_data()
{
    QTest::addColumn<ContactQuery>("query");
    QTest::addColumn<QStringList>("ids");
    ContactQuery query;
    QTest::newRow("all") << query << QStringList {u"ada"_s, u"ben"_s, u"nameless"_s, u"eve"_s};
    query.status = u"Met"_s;
    QTest::newRow("status") << query << QStringList {u"ada"_s};
    query = {};
    query.status = u"Not Contacted"_s;
    QTest::newRow("status nobody set") << query << QStringList {u"ben"_s, u"nameless"_s, u"eve"_s};
    query = {};
    query.company = u"Acme"_s;
    QTest::newRow("company") << query << QStringList {u"ada"_s, u"eve"_s};
    query.hideSample = true;
    QTest::newRow("company without samples") << query << QStringList {u"ada"_s};
    query = {};
    query.college = u"MIT"_s;
    QTest::newRow("school") << query << QStringList {u"eve"_s};
    query = {};
    query.tag = u"alum"_s;
    QTest::newRow("tag that begins another") << query << QStringList {u"ada"_s};
    query.tag = u"warm, very"_s;
    QTest::newRow("tag with a comma") << query << QStringList {u"ada"_s};
    query.tag = u"very"_s;
    QTest::newRow("part of a tag") << query << QStringList();
    query = {};
    query.actionDueBy = u"2026-03-05"_s;
    QTest::newRow("due") << query << QStringList {u"ada"_s};
    query = {};
    query.text = u"acm"_s;
    query.status = u"Met"_s;
    QTest::newRow("text and status") << query << QStringList {u"ada"_s};
}

void ListsTest::filters()
{
    QFETCH(ContactQuery, query);
    QFETCH(QStringList, ids);
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(fourPeople()));
    QStringList found = idsOf(desk, query);
    QStringList expected = ids;
    QCOMPARE(desk.reader->countContacts(query).value_or(-1), ids.size());
    QCOMPARE(desk.reader->contactRowIds(query).value_or(QVector<qint64> {}).size(), ids.size());
    found.sort();
    expected.sort();
    QCOMPARE(found, expected);
}

void ListsTest::order_data()
{
    QTest::addColumn<ContactSort>("sort");
    QTest::addColumn<bool>("descending");
    QTest::addColumn<QStringList>("ids");
    QTest::newRow("by name, whatever the case and accents; the nameless by address")
            << ContactSort::name << false << QStringList {u"ada"_s, u"ben"_s, u"nameless"_s, u"eve"_s};
    QTest::newRow("by name, backwards")
            << ContactSort::name << true << QStringList {u"eve"_s, u"nameless"_s, u"ben"_s, u"ada"_s};
    QTest::newRow("by company, none last")
            << ContactSort::company << false << QStringList {u"ada"_s, u"eve"_s, u"ben"_s, u"nameless"_s};
    QTest::newRow("by company backwards, none last")
            << ContactSort::company << true << QStringList {u"ben"_s, u"eve"_s, u"ada"_s, u"nameless"_s};
    QTest::newRow("by next action, none last")
            << ContactSort::nextAction << false << QStringList {u"ada"_s, u"ben"_s, u"eve"_s, u"nameless"_s};
}

void ListsTest::order()
{
    QFETCH(ContactSort, sort);
    QFETCH(bool, descending);
    QFETCH(QStringList, ids);
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(fourPeople()));
    ContactQuery query;
    query.sort = sort;
    query.descending = descending;
    QCOMPARE(idsOf(desk, query), ids);
    const auto rids = desk.reader->contactRowIds(query);
    VERIFY_OK(rids);
    const auto rows = desk.reader->contactRows(*rids);
    VERIFY_OK(rows);
    QCOMPARE(rows->size(), ids.size());
    QCOMPARE(rows->constFirst().id, ids.constFirst());
    const auto page = desk.reader->contactPage(query, 2, 1);
    VERIFY_OK(page);
    QCOMPARE(page->size(), 2);
    QCOMPARE(page->constFirst().id, ids[1]);
}

void ListsTest::idsAreCompletedFromTheirBeginning()
{
    Desk desk;
    VERIFY_OK(desk.open());
    for (const QString &id : {u"abc"_s, u"abd"_s, u"b%_"_s, u"ab"_s, u"Ж1"_s}) {
        VERIFY_OK(desk.apply(creating(person(id, u"P"_s, u"Q"_s, u"Acme"_s))));
    }
    const auto resolve = [&](const QString &prefix) { return desk.reader->resolve(Kind::contact, prefix); };
    QCOMPARE(resolve(u"abc"_s).value_or(QString()), u"abc"_s);
    QCOMPARE(resolve(u"ab"_s).value_or(QString()), u"ab"_s); // exact, though others begin with it
    QCOMPARE(resolve(u"b"_s).value_or(QString()), u"b%_"_s);
    QCOMPARE(resolve(u"Ж"_s).value_or(QString()), u"Ж1"_s);
    QCOMPARE(errorOf(resolve(u"a"_s)), ErrorKind::rejectedInput);
    QCOMPARE(errorOf(resolve(u"x"_s)), ErrorKind::notFound);
    QCOMPARE(errorOf(resolve(u"%"_s)), ErrorKind::notFound);
    QCOMPARE(errorOf(resolve({})), ErrorKind::rejectedInput);
}
