// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "store/migrations.h"
#include "store/migrationsteps.h"
#include "store/peoplelist.h"
#include "store/savedfilters.h"
#include "store/writesession.h"
#include "tests.h"

#include <QSet>

using namespace crema;
using namespace crema::store;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(crema::store::PeopleFilter)
Q_DECLARE_METATYPE(crema::store::PeopleSort)
Q_DECLARE_METATYPE(crema::store::Facet)

namespace {

/// Five people who differ in everything a filter looks at.
Operation fivePeople()
{
    Contact ada = person(u"ada"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s);
    ada.status = u"Met"_s;
    ada.tags = QStringList {u"alum"_s, u"warm, very"_s};
    ada.nextActionDate = u"2026-03-01"_s;
    ada.runId = u"run1"_s;
    ada.extra["hasUnreadReply"] = false; // read since
    addPoint(ada.phones, u"work"_s, u"+1 555 0100"_s);
    Contact ben = person(u"ben"_s, u"ben"_s, u"Cole"_s, u"Zeta \"Z\" Ltd"_s);
    ben.tags = QStringList {u"alumna"_s};
    ben.nextActionDate = u"2026-03-10"_s;
    ben.runId = u"run2"_s;
    ben.city = u"Oslo"_s;
    ben.extra["hasUnreadReply"] = true;
    Contact eve = person(u"eve"_s, u"Ève"_s, u"Dahl"_s, u"acme"_s);
    eve.sample = true;
    eve.extra["hasUnreadReply"] = true;
    addSchool(eve.schools, {{}, {}, u"MIT"_s, u"BSc"_s, u"Physics"_s, {}, {}});
    Contact fay;
    fay.id = u"fay"_s;
    fay.firstName = u"Fay"_s;
    fay.status = u"Waiting"_s; // of another program
    fay.notes = u"Knows the orchard well"_s;
    Contact nameless;
    nameless.id = u"nameless"_s;
    addPoint(nameless.addresses, u"work"_s, u"desk@example.com"_s);
    Operation operation;
    operation.label = u"Import of five"_s;
    for (const Contact &contact : {ada, ben, eve, fay, nameless}) {
        operation.create(Kind::contact, contact.id, toBody(contact));
    }
    return operation;
}

PeopleQuery asked(const PeopleFilter &filter = {}, PeopleSort sort = PeopleSort::name,
                  bool descending = false)
{
    return {filter, sort, descending, u"2026-03-01"_s};
}

QStringList idsOf(const Reader &reader, const QVector<qint64> &rids)
{
    QStringList ids;
    for (const ContactRow &row : reader.contactRows(rids).value_or(QVector<ContactRow> {})) {
        ids << row.id;
    }
    return ids;
}

QStringList idsOf(const Desk &desk, const PeopleQuery &query)
{
    const auto rids = peopleRowIds(*desk.reader, query);
    return rids ? idsOf(*desk.reader, *rids) : QStringList {rids.error().text, rids.error().detail};
}

QStringList wordsOf(const Result<QVector<FacetValue>> &values)
{
    QStringList words;
    for (const FacetValue &value : values.value_or(QVector<FacetValue> {})) {
        words << u"%1 %2"_s.arg(value.words).arg(value.count);
    }
    return words;
}

} // namespace

void PeopleTest::filters_data()
{
    using Sample = PeopleFilter::Sample;
    QTest::addColumn<PeopleFilter>("filter");
    QTest::addColumn<QStringList>("ids");
    const auto row = [](const char *name, const QStringList &ids, const auto &edit) {
        PeopleFilter filter;
        edit(filter);
        QTest::newRow(name) << filter << ids;
    };
    const QStringList all {u"ada"_s, u"ben"_s, u"nameless"_s, u"eve"_s, u"fay"_s};
    row("nothing", all, [](PeopleFilter &) { });
    row("one status", {u"ada"_s}, [](PeopleFilter &f) { f.statuses = {u"Met"_s}; });
    row("two statuses, one of another program", {u"ada"_s, u"fay"_s},
        [](PeopleFilter &f) { f.statuses = {u"Met"_s, u"Waiting"_s}; });
    row("a company with quotes", {u"ben"_s}, [](PeopleFilter &f) { f.companies = {u"Zeta \"Z\" Ltd"_s}; });
    row("a school", {u"eve"_s}, [](PeopleFilter &f) { f.schools = {u"MIT"_s}; });
    row("a tag, not one that begins like it", {u"ada"_s}, [](PeopleFilter &f) { f.tags = {u"alum"_s}; });
    row("a tag with a comma", {u"ada"_s}, [](PeopleFilter &f) { f.tags = {u"warm, very"_s}; });
    row("one of two tags", {u"ada"_s, u"ben"_s}, [](PeopleFilter &f) { f.tags = {u"alum"_s, u"alumna"_s}; });
    row("a run", {u"ben"_s}, [](PeopleFilter &f) { f.runs = {u"run2"_s}; });
    row("due today", {u"ada"_s}, [](PeopleFilter &f) { f.due = true; });
    row("unread, in the body or as a fact, and not when read since", {u"ben"_s, u"eve"_s},
        [](PeopleFilter &f) { f.unreadReply = true; });
    row("without email", {u"fay"_s}, [](PeopleFilter &f) { f.withoutEmail = true; });
    row("sample hidden", {u"ada"_s, u"ben"_s, u"nameless"_s, u"fay"_s},
        [](PeopleFilter &f) { f.sample = Sample::hide; });
    row("sample only", {u"eve"_s}, [](PeopleFilter &f) { f.sample = Sample::only; });
    row("words of short fields", {u"ada"_s, u"eve"_s}, [](PeopleFilter &f) { f.text = u"acm"_s; });
    row("words of notes", {u"fay"_s}, [](PeopleFilter &f) { f.text = u"orch kno"_s; });
    row("all must hold", {u"ada"_s}, [](PeopleFilter &f) {
        f.text = u"acme"_s;
        f.tags = {u"alum"_s, u"alumna"_s};
        f.sample = Sample::hide;
    });
    row("nobody", {}, [](PeopleFilter &f) {
        f.statuses = {u"Met"_s};
        f.withoutEmail = true;
    });
}

void PeopleTest::filters()
{
    QFETCH(PeopleFilter, filter);
    QFETCH(QStringList, ids);
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(fivePeople()));
    QCOMPARE(idsOf(desk, asked(filter)), ids);
    QStringList onBoard;
    for (const StatusPeople &column :
         peopleByStatus(*desk.reader, asked(filter)).value_or(QVector<StatusPeople> {})) {
        onBoard << idsOf(*desk.reader, column.rids);
    }
    QCOMPARE(QSet<QString>(onBoard.begin(), onBoard.end()), QSet<QString>(ids.begin(), ids.end()));
    QCOMPARE(onBoard.size(), ids.size());
    const auto counts = peopleCounts(*desk.reader, asked(filter));
    VERIFY_OK(counts);
    QCOMPARE(counts->shown, ids.size());
    PeopleFilter due = filter;
    due.due = true;
    QCOMPARE(counts->due, idsOf(desk, asked(due)).size());
    PeopleFilter unread = filter;
    unread.unreadReply = true;
    QCOMPARE(counts->unreadReply, idsOf(desk, asked(unread)).size());
    PeopleFilter addressless = filter;
    addressless.withoutEmail = true;
    QCOMPARE(counts->withoutEmail, idsOf(desk, asked(addressless)).size());
    QCOMPARE(filter.restricts(), ids.size() != 5);
}

void PeopleTest::sortsByEverything_data()
{
    QTest::addColumn<PeopleSort>("sort");
    QTest::addColumn<QStringList>("up");
    QTest::newRow("company, whatever the case")
            << PeopleSort::company << QStringList {u"ada"_s, u"eve"_s, u"ben"_s};
    QTest::newRow("pipeline") << PeopleSort::status
                              << QStringList {u"ben"_s, u"eve"_s, u"nameless"_s, u"ada"_s, u"fay"_s};
    QTest::newRow("last name") << PeopleSort::lastName << QStringList {u"ada"_s, u"ben"_s, u"eve"_s};
    QTest::newRow("phone") << PeopleSort::phone << QStringList {u"ada"_s};
    QTest::newRow("degree") << PeopleSort::degree << QStringList {u"eve"_s};
    QTest::newRow("city") << PeopleSort::city << QStringList {u"ben"_s};
    QTest::newRow("due") << PeopleSort::dueDate << QStringList {u"ada"_s, u"ben"_s};
    QTest::newRow("notes") << PeopleSort::notes << QStringList {u"fay"_s};
}

void PeopleTest::sortsByEverything()
{
    QFETCH(PeopleSort, sort);
    QFETCH(QStringList, up);
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(fivePeople()));
    const QStringList rising = idsOf(desk, asked({}, sort));
    QCOMPARE(rising.size(), 5);
    QCOMPARE(rising.first(up.size()), up);
    // Empty values stand last in both directions.
    const QStringList falling = idsOf(desk, asked({}, sort, true));
    QCOMPARE(QSet<QString>(falling.begin(), falling.begin() + up.size()),
             QSet<QString>(up.begin(), up.end()));
    QCOMPARE(falling.first(), sort == PeopleSort::company ? u"ben"_s : falling.first());
}

void PeopleTest::everySortGivesEveryone()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(fivePeople()));
    for (int sort = 0; sort <= static_cast<int>(PeopleSort::added); ++sort) {
        for (const bool descending : {false, true}) {
            QCOMPARE(idsOf(desk, asked({}, static_cast<PeopleSort>(sort), descending)).size(), 5);
        }
    }
}

void PeopleTest::valuesAreCounted_data()
{
    QTest::addColumn<Facet>("facet");
    QTest::addColumn<QString>("search");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("companies") << Facet::company << QString()
                               << QStringList {u"Acme 1"_s, u"Zeta \"Z\" Ltd 1"_s, u"acme 1"_s};
    QTest::newRow("the beginning of a later word")
            << Facet::company << u"lt"_s << QStringList {u"Zeta \"Z\" Ltd 1"_s};
    QTest::newRow("not inside a word") << Facet::company << u"eta"_s << QStringList {};
    QTest::newRow("tags one by one") << Facet::tag << QString()
                                     << QStringList {u"alum 1"_s, u"alumna 1"_s, u"warm, very 1"_s};
    QTest::newRow("schools") << Facet::school << u"mit"_s << QStringList {u"MIT 1"_s};
    QTest::newRow("runs that are gone still count")
            << Facet::run << QString() << QStringList {u"run1 1"_s, u"run2 1"_s};
}

void PeopleTest::valuesAreCounted()
{
    QFETCH(Facet, facet);
    QFETCH(QString, search);
    QFETCH(QStringList, words);
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(fivePeople()));
    QCOMPARE(wordsOf(facetValues(*desk.reader, asked(), facet, search, 100)), words);
}

void PeopleTest::pickedValuesStandFirst()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(fivePeople()));
    PeopleFilter filter;
    filter.companies = QStringList {u"acme"_s, u"Gone & Sons"_s};
    filter.statuses = QStringList {u"Met"_s};
    // Counted under the rest of the filter, without what is picked here.
    QCOMPARE(wordsOf(facetValues(*desk.reader, asked(filter), Facet::company, {}, 100)),
             (QStringList {u"acme 0"_s, u"Gone & Sons 0"_s, u"Acme 1"_s}));
    QCOMPARE(facetValues(*desk.reader, asked(), Facet::company, {}, 2)->size(), 2);
}

void PeopleTest::nameIsFoundByItsBeginning()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(fivePeople()));
    const auto named = [&](const QString &typed, const PeopleFilter &filter = {}) {
        return idsOf(*desk.reader,
                     {firstNamed(*desk.reader, asked(filter, PeopleSort::company, true), typed).value_or(-1)})
                .value(0);
    };
    QCOMPARE(named(u"e"_s), u"eve"_s); // accents and case are no hindrance
    QCOMPARE(named(u"BE"_s), u"ben"_s);
    QCOMPARE(named(u"zz"_s), QString());
    PeopleFilter sampleOnly;
    sampleOnly.sample = PeopleFilter::Sample::only;
    QCOMPARE(named(u"be"_s, sampleOnly), QString());
}

void PeopleTest::detailsSayWhereSomeoneCameFrom()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(fivePeople()));
    VERIFY_OK(desk.apply(patching(Kind::contact, u"ada"_s, {{u"city"_s, Json("Rome")}})));
    const auto rids = peopleRowIds(*desk.reader, asked());
    VERIFY_OK(rids);
    const auto people = peopleDetails(*desk.reader, *rids + QVector<qint64> {999});
    VERIFY_OK(people);
    QCOMPARE(people->size(), 5);
    QCOMPARE(people->first().contact.city, u"Rome"_s);
    QCOMPARE(people->first().source, u"Import of five"_s); // not the edit
}

void PeopleTest::filtersAreSavedUnderNames()
{
    Desk desk;
    VERIFY_OK(desk.open());
    PeopleFilter filter;
    filter.text = u"acme"_s;
    filter.statuses = QStringList {u"Met"_s, u"Replied"_s};
    filter.companies = QStringList {u"Zeta \"Z\" Ltd"_s};
    filter.schools = QStringList {u"MIT"_s};
    filter.tags = QStringList {u"warm, very"_s};
    filter.runs = QStringList {u"run1"_s};
    filter.due = filter.unreadReply = filter.withoutEmail = true;
    filter.sample = PeopleFilter::Sample::hide;
    const SavedFilter all {u"Alles 🎉"_s, filter};
    const SavedFilter plain {u"🎉"_s, {}};
    VERIFY_OK(desk.apply(keepingFilter(all)));
    VERIFY_OK(desk.apply(keepingFilter(plain)));
    desk.close();
    VERIFY_OK(desk.open());
    QCOMPARE(*savedFilters(*desk.reader), (QVector<SavedFilter> {all, plain}));
    VERIFY_OK(desk.apply(renamingFilter(all, u"Zuletzt"_s)));
    VERIFY_OK(desk.apply(forgettingFilter(plain.name)));
    QCOMPARE(*savedFilters(*desk.reader), (QVector<SavedFilter> {{u"Zuletzt"_s, filter}}));
    VERIFY_OK(desk.apply(renamingFilter({u"Zuletzt"_s, filter}, u"Zuletzt"_s)));
    QCOMPARE(savedFilters(*desk.reader)->size(), 1);
}

void PeopleTest::stoppedChangeOfManyLeavesNothing()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.applyBulk(importing(u"p"_s, 2500)));
    const Snapshot before = snapshotOf(desk.reader->connection());
    const qint64 operations = desk.number("SELECT count(*) FROM operation");
    Operation change;
    for (int i = 0; i < 2500; ++i) {
        change.patches.push_back({Kind::contact, u"p%1"_s.arg(i), {{u"city"_s, Json("Rome")}}, {}});
    }
    change.setState(Kind::contact, u"p7"_s, u"trashed"_s);
    desk.store.reset();
    {
        auto session = WriteSession::open(desk.path(), emailKeys, desk.clock, desk.ids);
        VERIFY_OK(session);
        size_t asks = 0;
        const auto stopped = (*session)->apply(change, [&asks](size_t done, size_t) -> Result<> {
            return asks++ == done && done < 2500 ? Result<> {} : failure(ErrorKind::cancelled, u"stopped"_s);
        });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, ErrorKind::cancelled);
        QCOMPARE(asks, size_t {2501}); // every record was asked about, the last one said no
        QCOMPARE(difference(before, snapshotOf((*session)->connection())), QByteArray());
        QCOMPARE(desk.number("SELECT count(*) FROM operation"), operations);
        VERIFY_OK((*session)->apply(change)); // and the session goes on
    }
    QCOMPARE(desk.number("SELECT count(*) FROM contact WHERE state='trashed'"), 1);
}

void PeopleTest::changeOfManyTellsHowFarItIs()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.applyBulk(importing(u"p"_s, 600)));
    Operation change;
    for (int i = 0; i < 600; ++i) {
        change.patches.push_back({Kind::contact, u"p%1"_s.arg(i), {{u"city"_s, Json("Rome")}}, {}});
    }
    QVector<std::pair<int, int>> reports;
    VERIFY_OK(test::await(desk.store->applyBulk(
            change, [&](int done, int total) { reports << std::pair(done, total); }, {})));
    QCOMPARE(reports, (QVector<std::pair<int, int>> {{200, 600}, {400, 600}, {600, 600}}));
    std::stop_source stop;
    stop.request_stop();
    change.patches.front().edits.front().value = Json("Oslo");
    const auto stopped = test::await(desk.store->applyBulk(change, {}, stop.get_token()));
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().kind, ErrorKind::cancelled);
    VERIFY_OK(desk.undo()); // one step for all of it
    QCOMPARE(desk.reader->contact(u"p0"_s)->city, QString());
    QCOMPARE(desk.reader->contact(u"p599"_s)->city, QString());
}

void PeopleTest::earlierWorkspacesGetTheirColumns()
{
    Desk desk;
    {
        const auto steps = migrationSteps();
        const auto connection = Connection::open(desk.path(), Access::readWrite);
        VERIFY_OK(connection);
        VERIFY_OK(migrateThrough(**connection, {steps.begin(), steps.begin() + 1}));
        VERIFY_OK((*connection)
                          ->run("INSERT INTO operation(id,label,origin,at) "
                                "VALUES('o','Import','import','2026')"));
        const char *insert =
                "INSERT INTO contact(id,schema,state,dirty,stamp,device,op,status,sort_name,body) "
                "VALUES(?1,1,'live',0,1,1,1,'Met',?1,?2)";
        Statement statement(**connection, insert);
        for (const auto &[id, body] :
             {std::pair("run", R"({"runId":"r1"})"), std::pair("unread", R"({"hasUnreadReply":true})"),
              std::pair("read", R"({"hasUnreadReply":false,"runId":7})"),
              std::pair("broken", R"({"runId":"r1")")}) {
            VERIFY_OK(statement.bind(1, QString::fromLatin1(id)).bind(2, QString::fromLatin1(body)).run());
        }
    }
    VERIFY_OK(desk.open());
    PeopleFilter filter;
    filter.runs = QStringList {u"r1"_s};
    QCOMPARE(idsOf(desk, asked(filter)), QStringList {u"run"_s});
    filter = {};
    filter.unreadReply = true;
    QCOMPARE(idsOf(desk, asked(filter)), QStringList {u"unread"_s});
}
