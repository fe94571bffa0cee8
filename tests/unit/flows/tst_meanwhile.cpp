// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "tests.h"

#include "flows/contactflow.h"
#include "flows/followupflow.h"
#include "flows/tagflow.h"
#include "flows/tidying.h"

#include <QSignalSpy>

using namespace crema;
using namespace crema::flows;
using namespace Qt::StringLiterals;

namespace {

Result<Contact> addAda(Desk &desk)
{
    return test::await(addContact(
            desk.services.get(),
            {{u"firstName"_s, u"Ada"_s}, {u"lastName"_s, u"Byron"_s}, {u"email"_s, u"ada@x.example"_s}}));
}

QByteArray fileOfAdaAndOthers(int others)
{
    QByteArray csv = "First name,Last name,Email,City,Headline,Notes\n"
                     "Ada,Byron,ada@x.example,File city,File headline,file note\n";
    for (int i = 0; i < others; ++i) {
        const QByteArray number = QByteArray::number(i);
        csv += "First" + number + ",Last" + number + ",p" + number + "@many.example,,,\n";
    }
    return csv;
}

/// Deletes a record as another would, in the moment after the next change of the store.
void deleteAfterTheNextChange(Desk &desk, const QString &contactId)
{
    const auto remove = [&desk, contactId] {
        const auto other = store::Connection::open(desk.workspace->databasePath(), store::Access::readWrite);
        const QByteArray sql = "UPDATE contact SET state='trashed' WHERE id='" + contactId.toUtf8() + "'";
        if (!other || !(*other)->run(sql.constData())) {
            qFatal("the contact cannot be deleted");
        }
    };
    QObject::connect(desk.store.get(), &store::Store::changed, desk.store.get(), remove,
                     Qt::SingleShotConnection);
}

} // namespace

void MeanwhileTest::whoIsEditedDuringAnImportKeepsTheirWords()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const auto ada = addAda(desk);
    VERIFY_OK(ada);
    ImportRequest request;
    request.path = desk.file(u"more.csv"_s, fileOfAdaAndOthers(5000));
    Together<Contact> edits;
    const auto progress = [&](int, int) {
        if (edits.results.empty()) { // planned, and not yet published
            edits.launch(setContactFields(desk.services.get(), ada->id, {{u"city"_s, u"My city"_s}}));
            edits.launch(addNote(desk.services.get(), ada->id, u"my note"_s));
        }
    };
    const auto imported = test::await(importPeople(desk.services.get(), request, progress, {}));
    VERIFY_OK(imported);
    QVERIFY(edits.wait());
    QCOMPARE(edits.results.size(), size_t {2});
    for (const auto &edit : edits.results) {
        QVERIFY(edit && *edit);
    }
    const auto now = desk.reader->contact(ada->id);
    VERIFY_OK(now);
    QCOMPARE(now->city, u"My city"_s);
    QCOMPARE(now->notes, u"my note"_s);
    QCOMPARE(now->headline, u"File headline"_s);
    QCOMPARE(imported->created, 5000);
    QCOMPARE(imported->updated, 1);
    QCOMPARE(imported->warnings.size(), 1);
    QCOMPARE(imported->warnings.constFirst().row, 2);
    QVERIFY(imported->warnings.constFirst().reason.contains(u"Ada Byron"_s));
    QVERIFY(imported->warnings.constFirst().reason.contains(u"City, Notes"_s));
    QCOMPARE(desk.unsound(), QString());
}

void MeanwhileTest::everyNoteIsKept()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const auto ada = addAda(desk);
    VERIFY_OK(ada);
    Together<Contact> notes;
    for (int i = 0; i < 12; ++i) {
        notes.launch(addNote(desk.services.get(), ada->id, u"note %1."_s.arg(i)));
    }
    QVERIFY(notes.wait());
    const QString text = desk.reader->contact(ada->id).value_or(Contact {}).notes;
    QCOMPARE(text.split(u"\n\n"_s).size(), 12);
    for (int i = 0; i < 12; ++i) {
        QVERIFY(text.contains(u"note %1."_s.arg(i)));
    }
}

void MeanwhileTest::textsTypedOneAfterTheOther()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const auto ada = addAda(desk);
    VERIFY_OK(ada);
    Together<Contact> typed;
    for (const QString &text : {u"a"_s, u"a\nhe"_s, u"a\nhello"_s}) {
        typed.launch(setContactFields(desk.services.get(), ada->id, {{u"notes"_s, text}}));
    }
    typed.launch(setNotes(desk.services.get(), ada->id, u"a\nhello\nworld"_s));
    QVERIFY(typed.wait());
    for (const auto &one : typed.results) {
        QVERIFY(one && *one);
    }
    QCOMPARE(desk.reader->contact(ada->id).value_or(Contact {}).notes, u"a\nhello\nworld"_s);
}

void MeanwhileTest::aChangeIsToldThoughItsRecordIsGone()
{
    const std::vector<std::function<Task<Result<Contact>>(Services *, const QString &)>> changes {
            [](Services *services, const QString &id) {
                return setContactFields(services, id, {{u"city"_s, u"Bern"_s}});
            },
            [](Services *services, const QString &id) { return addNote(services, id, u"a note"_s); },
            [](Services *services, const QString &id) { return setNotes(services, id, u"a note"_s); },
            [](Services *services, const QString &id) {
                return setFollowUp(services, id, QDate(2026, 4, 1), {});
            }};
    for (const auto &change : changes) {
        Desk desk;
        VERIFY_OK(desk.open());
        const auto ada = addAda(desk);
        VERIFY_OK(ada);
        deleteAfterTheNextChange(desk, ada->id);
        const auto changed = test::await(change(desk.services.get(), ada->id));
        VERIFY_OK(changed);
        QVERIFY(!desk.reader->contact(ada->id));
        const auto record = desk.reader->record(Kind::contact, ada->id);
        VERIFY_OK(record);
        QCOMPARE(toBytes(toBody(*changed)), toBytes(toBody(contactFrom(ada->id, record->body))));
    }
}

void MeanwhileTest::oldThingsGoOnceADay()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const auto ada = addAda(desk);
    VERIFY_OK(ada);
    VERIFY_OK(desk.trash(Kind::contact, ada->id));
    Tidying tidying(*desk.store, desk.deployment.limits);
    QSignalSpy removed(&tidying, &Tidying::removed);
    for (int day = 0; day < 29; ++day) {
        tidying.look();
        QVERIFY(desk.reader->trash());
        (void)test::await(desk.store->apply({}));
        desk.clock.advance(24h);
    }
    QCOMPARE(desk.reader->trash().value_or(QVector<store::TrashedRecord> {}).size(), 1);
    for (int day = 0; day < 3; ++day) {
        QCoreApplication::processEvents();
        tidying.look();
        (void)test::await(desk.store->apply({}));
        desk.clock.advance(24h);
    }
    QVERIFY(test::spinUntil([&] { return removed.size() == 1; }));
    QCOMPARE(removed.constFirst().constFirst().toInt(), 1);
    QCOMPARE(desk.reader->trash().value_or(QVector<store::TrashedRecord> {}).size(), 0);
}
