// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "tests.h"

#include "flows/contactflow.h"

#include <algorithm>
#include <csignal>
#include <sys/resource.h>

using namespace crema;
using namespace crema::flows;
using namespace Qt::StringLiterals;

namespace {

QByteArray manyPeople(int count)
{
    QByteArray csv = "First name,Last name,Email\n";
    for (int i = 0; i < count; ++i) {
        const QByteArray number = QByteArray::number(i);
        csv += "First" + number + ",Last" + number + ",p" + number + "@many.example\n";
    }
    return csv;
}

/// A disk that is full: while it lives no file grows beyond `bytes`.
class FullDisk final
{
public:
    explicit FullDisk(qint64 bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit less = m_before;
        less.rlim_cur = static_cast<rlim_t>(bytes);
        setrlimit(RLIMIT_FSIZE, &less);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before {};
};

} // namespace

void ImportTest::linkedInAndTheSameFileAgain()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString path = test::fixture(u"exchange/linkedin_Connections.csv"_s);
    const auto first = desk.import(path);
    VERIFY_OK(first);
    QCOMPARE(first->format, u"linkedin"_s);
    QCOMPARE(first->created, 3);
    QCOMPARE(first->invalid.size(), 1);
    QCOMPARE(first->invalid.constFirst().row, 8);
    QVERIFY(!first->invalid.constFirst().reason.isEmpty());
    QVERIFY(!first->operationId.isEmpty());
    QCOMPARE(desk.contacts().size(), 3);
    const qint64 operations = desk.operations();
    const auto again = desk.import(path);
    VERIFY_OK(again);
    QCOMPARE(again->created, 0);
    QCOMPARE(again->updated, 0);
    QCOMPARE(again->skipped, 3);
    QCOMPARE(again->operationId, QString());
    QCOMPARE(desk.operations(), operations);
    QCOMPARE(desk.contacts().size(), 3);
    QCOMPARE(desk.unsound(), QString());
}

void ImportTest::aDryRunSaysTheSameAndChangesNothing()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString path = desk.file(
            u"people.csv"_s, "fname;surname;e-mail\nAna;Márquez;ana@hollis.example\n;;\nBo;Oh;no address\n");
    const auto dry = desk.import(path, true);
    VERIFY_OK(dry);
    QCOMPARE(dry->operationId, QString());
    QCOMPARE(desk.contacts().size(), 0);
    QCOMPARE(desk.operations(), 0);
    const auto wet = desk.import(path);
    VERIFY_OK(wet);
    QCOMPARE(wet->created, dry->created);
    QCOMPARE(wet->invalid.size(), dry->invalid.size());
    QCOMPARE(wet->warnings.size(), dry->warnings.size());
    QCOMPARE(desk.contacts().size(), dry->created);
}

void ImportTest::theMappingCanBeCorrected()
{
    Desk desk;
    VERIFY_OK(desk.open());
    ImportRequest request;
    request.path = desk.file(u"odd.csv"_s,
                             "Alpha,Beta,Gamma,Name\nHollis & Crane,Analyst,secret,Ana Márquez\n");
    auto preview = test::await(previewImport(request.path, desk.deployment));
    VERIFY_OK(preview);
    QCOMPARE(preview->headers, QStringList({u"Alpha"_s, u"Beta"_s, u"Gamma"_s, u"Name"_s}));
    QCOMPARE(preview->rows.size(), 1);
    request.mapping = preview->mapping;
    request.mapping->columns[0].field = exchange::Field::company;
    request.mapping->columns[1].field = exchange::Field::jobTitle;
    request.mapping->columns[2].field = exchange::Field::ignored;
    VERIFY_OK(test::await(importPeople(desk.services.get(), request, {}, {})));
    QCOMPARE(desk.contacts().size(), 1);
    const Contact ana = desk.contacts().constFirst();
    QCOMPARE(ana.name(), u"Ana Márquez"_s);
    QCOMPARE(ana.company(), u"Hollis & Crane"_s);
    QCOMPARE(ana.jobTitle(), u"Analyst"_s);
    QVERIFY(!QString::fromUtf8(toBytes(toBody(ana))).contains(u"secret"_s));
}

void ImportTest::oneImportIsOneUndo()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const auto mine = test::await(addContact(desk.services.get(),
                                             {{u"firstName"_s, u"Ana"_s},
                                              {u"lastName"_s, u"Márquez"_s},
                                              {u"email"_s, u"ana@hollis.example"_s},
                                              {u"notes"_s, u"met at the fair"_s}}));
    VERIFY_OK(mine);
    const QString path = desk.file(u"p.csv"_s,
                                   "Name,Email,Company\nAna Márquez,ANA@hollis.example,Hollis\n"
                                   "Bo Oh,bo@oh.example,Oh & Co\nCy Ng,cy@ng.example,Ng\n");
    const auto imported = desk.import(path);
    VERIFY_OK(imported);
    QCOMPARE(imported->created, 2);
    QCOMPARE(imported->updated, 1);
    QCOMPARE(desk.reader->contact(mine->id)->company(), u"Hollis"_s);
    QCOMPARE(desk.reader->contact(mine->id)->notes, u"met at the fair"_s);
    const auto undone = desk.undo();
    VERIFY_OK(undone);
    QCOMPARE(undone->operationId, imported->operationId);
    QVERIFY(undone->conflicts.empty());
    QCOMPARE(desk.contacts().size(), 1);
    QCOMPARE(toBytes(toBody(desk.contacts().constFirst())), toBytes(toBody(*mine)));
    VERIFY_OK(test::await(desk.store->redo()));
    QCOMPARE(desk.contacts().size(), 3);
    QCOMPARE(desk.unsound(), QString());
}

void ImportTest::twoWhoShareANameStayTwo()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString path = desk.file(u"twins.csv"_s,
                                   "Name,Company,Title,Email\nJo Kim,Hollis,Analyst,jo@a.example\n"
                                   "Jo Kim,Hollis,Counsel,jo@b.example\n");
    const auto imported = desk.import(path);
    VERIFY_OK(imported);
    QCOMPARE(imported->created, 2);
    QCOMPARE(imported->possibleDuplicates.size(), 1);
    const PossibleDuplicate pair = imported->possibleDuplicates.constFirst();
    QCOMPARE(pair.name, u"Jo Kim"_s);
    QCOMPARE(pair.otherName, u"Jo Kim"_s);
    QVERIFY(!pair.reason.isEmpty());
    QCOMPARE(desk.contacts().size(), 2);
}

void ImportTest::oneIdTwiceInAFileOfOurs()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString path = desk.file(u"c.json"_s, R"([{"id": "same", "firstName": "Ana", "lastName": "Márquez"},
        {"id": "same", "firstName": "Bo", "lastName": "Oh"}, {"id": "", "firstName": "Cy", "lastName": "Ng"}])");
    const auto imported = desk.import(path);
    VERIFY_OK(imported);
    QCOMPARE(imported->created, 3);
    QCOMPARE(desk.contacts().size(), 3);
}

void ImportTest::cancelledInTheMiddleLeavesTheStoreAsItWas()
{
    Desk desk;
    VERIFY_OK(desk.open());
    ImportRequest request;
    request.path = desk.file(u"many.csv"_s, manyPeople(3000));
    std::stop_source stop;
    int reports = 0;
    const auto progress = [&](int done, int total) {
        QCOMPARE(total, 3000);
        reports += done > 0 ? 1 : 0;
        if (done > 0) {
            stop.request_stop();
        }
    };
    const auto cancelled = test::await(
            importPeople(desk.services.get(), request, progress, stop.get_token()));
    QCOMPARE(cancelled.error().kind, ErrorKind::cancelled);
    QVERIFY(reports >= 1);
    QCOMPARE(desk.contacts().size(), 0);
    QCOMPARE(desk.operations(), 0);
    QCOMPARE(desk.number("SELECT count(*) FROM contact"), 0);
    QCOMPARE(desk.number("SELECT count(*) FROM lookup"), 0);
    QCOMPARE(desk.unsound(), QString());
    const auto whole = test::await(importPeople(desk.services.get(), request, {}, {}));
    VERIFY_OK(whole);
    QCOMPARE(whole->created, 3000);
    QCOMPARE(desk.number("SELECT count(*) FROM contact"), 3000);
}

void ImportTest::cancelledBeforeItBegan()
{
    Desk desk;
    VERIFY_OK(desk.open());
    std::stop_source stop;
    stop.request_stop();
    ImportRequest request;
    request.path = desk.file(u"p.csv"_s, "Name\nAna Márquez\n");
    const auto cancelled = test::await(importPeople(desk.services.get(), request, {}, stop.get_token()));
    QCOMPARE(cancelled.error().kind, ErrorKind::cancelled);
    QCOMPARE(desk.operations(), 0);
    VERIFY_OK(desk.import(request.path)); // nobody holds the turn any more
}

void ImportTest::refused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << u"empty.csv"_s << QByteArray();
    QTest::newRow("no column that names people") << u"x.csv"_s << QByteArray("Colour,Size\nred,9\n");
    QTest::newRow("a picture") << u"x.png"_s << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\0IHDR", 16);
    QTest::newRow("a PDF") << u"x.pdf"_s << QByteArray("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n");
}

void ImportTest::refused()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    Desk desk;
    VERIFY_OK(desk.open());
    const auto imported = desk.import(desk.file(name, content));
    QVERIFY(!imported);
    QCOMPARE(imported.error().kind, ErrorKind::rejectedInput);
    QVERIFY2(imported.error().text.contains(name), qPrintable(imported.error().text));
    QCOMPARE(desk.operations(), 0);
    const QString gone = desk.ownFolder.filePath(u"gone.csv"_s);
    const auto missing = desk.import(gone);
    QCOMPARE(missing.error().kind, ErrorKind::rejectedInput);
    QVERIFY(missing.error().text.contains(gone));
}

void ImportTest::twoAtOnceAddEverybodyOnce()
{
    Desk desk;
    VERIFY_OK(desk.open());
    ImportRequest request;
    request.path = test::fixture(u"exchange/linkedin_Connections.csv"_s);
    Together<ImportOutcome> both;
    both.launch(importPeople(desk.services.get(), request, {}, {}));
    both.launch(importPeople(desk.services.get(), request, {}, {}));
    QVERIFY(both.wait());
    VERIFY_OK(*both.results[0]);
    VERIFY_OK(*both.results[1]);
    QCOMPARE((*both.results[0])->created, 3);
    QCOMPARE((*both.results[1])->skipped, 3);
    QCOMPARE(desk.contacts().size(), 3);
}

void ImportTest::aFullDiskLeavesTheStoreAsItWas()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.import(test::fixture(u"exchange/linkedin_Connections.csv"_s)));
    const qint64 operations = desk.operations();
    const QString path = desk.file(u"many.csv"_s, manyPeople(3000));
    {
        const FullDisk full(600'000);
        const auto imported = desk.import(path);
        QVERIFY(!imported);
        QCOMPARE(imported.error().kind, ErrorKind::storage);
        QCOMPARE(desk.contacts().size(), 3);
    }
    QCOMPARE(desk.operations() - desk.number("SELECT count(*) FROM staging"), operations);
    desk.close();
    VERIFY_OK(desk.open()); // whatever could not be cleared away on a full disk goes now
    QCOMPARE(desk.operations(), operations);
    QCOMPARE(desk.contacts().size(), 3);
    QCOMPARE(desk.unsound(), QString());
    const auto later = desk.import(path);
    VERIFY_OK(later);
    QCOMPARE(later->created, 3000);
}

/// What somebody took out stays out, what an undo took away comes back with the file.
void ImportTest::whoCannotBeReadStopsTheImport_data()
{
    QTest::addColumn<int>("before"); ///< new people above the one who is there
    QTest::newRow("at once") << 0;
    QTest::newRow("when others were given out") << 3000;
}

/// Nobody is added a second time because the record of the first cannot be compared with.
void ImportTest::whoCannotBeReadStopsTheImport()
{
    QFETCH(int, before);
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.import(desk.file(u"ann.csv"_s, "Name,Email\nAnn Lee,ann@x.example\n")));
    const qint64 operations = desk.operations();
    {
        const auto other = store::Connection::open(desk.workspace->databasePath(), store::Access::readWrite);
        VERIFY_OK(other);
        VERIFY_OK((*other)->run("UPDATE contact SET body='{'"));
    }
    const QString path = desk.file(u"many.csv"_s, manyPeople(before) + "Ann,Lee,ann@x.example\n");
    for (const bool dryRun : {true, false}) {
        const auto imported = desk.import(path, dryRun);
        QVERIFY(!imported);
        QCOMPARE(imported.error().kind, ErrorKind::storage);
        QCOMPARE(desk.number("SELECT count(*) FROM contact"), 1);
        QCOMPARE(desk.operations(), operations);
    }
}

void ImportTest::notesThatWereThereOnce()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const auto file = [&desk](const QByteArray &notes) {
        return desk.file(u"notes.csv"_s, "Name,Email,Notes\nAnn Lee,ann@x.example," + notes + "\n");
    };
    const auto notes = [&desk] { return desk.contacts().value(0).notes; };
    const auto type = [&desk](const QString &text) {
        const Contact before = desk.contacts().value(0);
        Contact after = before;
        after.notes = text;
        return test::await(saveContact(desk.services.get(), before, after)).has_value();
    };
    VERIFY_OK(desk.import(file("met in Bern")));
    VERIFY_OK(desk.import(file("prefers tea")));
    QCOMPARE(notes(), u"met in Bern\n\nprefers tea"_s);
    VERIFY_OK(test::await(desk.services->store.undo()));
    QCOMPARE(notes(), u"met in Bern"_s);
    VERIFY_OK(desk.import(file("prefers tea")));
    QCOMPARE(notes(), u"met in Bern\n\nprefers tea"_s);

    QVERIFY(type(u"met in Bern"_s));
    const auto takenOut = desk.import(file("prefers tea"));
    VERIFY_OK(takenOut);
    QCOMPARE(notes(), u"met in Bern"_s);
    QCOMPARE(takenOut->warnings.size(), 1);
    QVERIFY(type({}));
    VERIFY_OK(desk.import(file("met in Bern")));
    QCOMPARE(notes(), QString());
    VERIFY_OK(desk.import(file("met"))); // a part of what was there is something else
    QCOMPARE(notes(), u"met"_s);
}
