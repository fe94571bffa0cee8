// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "tests.h"

#include "base/paths.h"
#include "flows/contactflow.h"
#include "flows/exportflow.h"
#include "flows/findflow.h"

using namespace crema;
using namespace crema::flows;
using namespace Qt::StringLiterals;

namespace {

/// People from every kind of file and one who was typed in with everything that a format may trip over.
Result<> fill(Desk &desk)
{
    for (const char *name :
         {"linkedin_Connections.csv", "google_contacts.csv", "outlook_contacts.csv", "contacts_v4.vcf"}) {
        const auto imported = desk.import(test::fixture(u"exchange/"_s + QLatin1StringView(name)));
        if (!imported) {
            return std::unexpected(imported.error());
        }
    }
    const FieldValues values {{u"firstName"_s, u"李"_s},
                              {u"lastName"_s, u"=cmd|' /C calc'!A0"_s},
                              {u"email"_s, u"li@example.cn"_s},
                              {u"company"_s, u"Quote \"Q\", Comma; Semi\tTab"_s},
                              {u"notes"_s, u"first line\nsecond, \"quoted\" line\n'leading apostrophe"_s},
                              {u"tags"_s, u"alumni, übung"_s},
                              {u"status"_s, u"Call Scheduled"_s},
                              {u"nextActionDate"_s, u"2026-04-01"_s}};
    const auto added = test::await(addContact(desk.services.get(), values));
    return added ? Result<>() : std::unexpected(added.error());
}

Result<QByteArray> exported(Desk &desk, const QString &name, bool raw)
{
    ExportRequest request;
    request.path = desk.ownFolder.filePath(name);
    request.raw = raw;
    const auto written = test::await(exportPeople(desk.services.get(), request));
    return written ? readFile(request.path, 10'000'000) : std::unexpected(written.error());
}

} // namespace

void ExportTest::comesBackWithoutADifference_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("raw CSV") << u"people.csv"_s;
    QTest::newRow("JSON") << u"people.json"_s;
}

void ExportTest::comesBackWithoutADifference()
{
    QFETCH(QString, name);
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(fill(desk));
    const auto first = exported(desk, name, true);
    VERIFY_OK(first);
    Desk other;
    VERIFY_OK(other.open());
    const auto imported = other.import(desk.ownFolder.filePath(name));
    VERIFY_OK(imported);
    QCOMPARE(imported->created, desk.contacts().size());
    QVERIFY(imported->invalid.isEmpty());
    QVERIFY(imported->warnings.isEmpty());
    QMap<QString, Contact> before;
    for (Contact contact : desk.contacts()) {
        contact.sources.clear();
        before.insert(contact.id, contact);
    }
    for (Contact contact : other.contacts()) {
        contact.sources.clear();
        QVERIFY2(before.contains(contact.id), qPrintable(contact.name()));
        QCOMPARE(toBytes(toBody(contact)), toBytes(toBody(before[contact.id])));
    }
    const auto second = exported(other, u"again-"_s + name, true);
    VERIFY_OK(second);
    QCOMPARE(*second, *first);
    const auto again = other.import(desk.ownFolder.filePath(name)); // read in twice it adds nothing
    VERIFY_OK(again);
    QCOMPARE(again->created + again->updated, 0);
}

void ExportTest::spreadsheetsRunNothing()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(fill(desk));
    const auto csv = exported(desk, u"safe.csv"_s, false);
    VERIFY_OK(csv);
    QVERIFY(!csv->contains(",=cmd") && !csv->contains("\"=cmd"));
    QVERIFY(csv->contains("'=cmd"));
    Desk other;
    VERIFY_OK(other.open());
    VERIFY_OK(other.import(desk.ownFolder.filePath(u"safe.csv"_s)));
    QVERIFY(std::ranges::any_of(other.contacts(), [](const Contact &contact) {
        return contact.lastName == "=cmd|' /C calc'!A0"_L1;
    }));
}

void ExportTest::onlyTheseOrThoseOfARun()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QStringList ids = desk.people(5);
    ExportRequest request;
    request.path = desk.ownFolder.filePath(u"some.json"_s);
    request.contactIds = {ids[1], ids[3]};
    QCOMPARE(test::await(exportPeople(desk.services.get(), request)).value_or(-1), 2);
    VERIFY_OK(desk.trash(Kind::contact, ids[3]));
    QCOMPARE(test::await(exportPeople(desk.services.get(), request)).error().kind, ErrorKind::notFound);
    Criteria criteria;
    criteria.title = u"analyst"_s;
    criteria.limit = 7;
    const auto run = test::await(findPeople(desk.services.get(), criteria, u"local"_s, {}));
    VERIFY_OK(run);
    request.contactIds.clear();
    request.runId = run->id;
    for (const char *ending : {"csv", "vcf", "json"}) {
        request.path = desk.ownFolder.filePath(u"run."_s + QLatin1StringView(ending));
        QCOMPARE(test::await(exportPeople(desk.services.get(), request)).value_or(-1), run->people.size());
    }
}

void ExportTest::cancelledItWritesNothing()
{
    Desk desk;
    VERIFY_OK(desk.open());
    QCOMPARE(desk.people(1).size(), 1);
    ExportRequest request;
    request.path = desk.ownFolder.filePath(u"exported.csv"_s);
    std::stop_source stop;
    stop.request_stop();
    const auto written = test::await(
            exportPeopleFrom(desk.workspace->databasePath(), request, stop.get_token()));
    QVERIFY(!written && written.error().kind == ErrorKind::cancelled);
    QVERIFY(!QFileInfo::exists(request.path));
}

void ExportTest::refusedTargets()
{
    Desk desk;
    VERIFY_OK(desk.open());
    QCOMPARE(desk.people(1).size(), 1);
    ExportRequest request;
    request.path = desk.ownFolder.filePath(u"people.docx"_s);
    QCOMPARE(test::await(exportPeople(desk.services.get(), request)).error().kind, ErrorKind::rejectedInput);
    request.path = desk.ownFolder.filePath(u"no/such/folder/people.csv"_s);
    QCOMPARE(test::await(exportPeople(desk.services.get(), request)).error().kind, ErrorKind::storage);
    request.runId = u"no run"_s;
    QCOMPARE(test::await(exportPeople(desk.services.get(), request)).error().kind, ErrorKind::notFound);
}
