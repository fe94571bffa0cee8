// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "tests.h"

#include "flows/contactflow.h"
#include "flows/tagflow.h"

using namespace Qt::StringLiterals;
using namespace crema;

namespace {

QString tagsOf(Desk &desk)
{
    const auto counts = store::tagCounts(desk.services().reader.connection());
    QStringList words;
    for (const store::TagCount &count : counts.value_or(QVector<store::TagCount> {})) {
        words << u"%1:%2"_s.arg(count.tag).arg(count.contacts);
    }
    return words.join(u' ');
}

QString addTagged(Desk &desk, const QString &name, const QStringList &tags)
{
    const QString id = desk.add(name);
    desk.edit(id, [&](Contact &contact) { contact.tags = tags; });
    return id;
}

} // namespace

void TestTags::countsEveryTag()
{
    Desk desk;
    VERIFY_OK(desk.open());
    addTagged(desk, u"Ada"_s, {u"mentor"_s, u"東京"_s});
    addTagged(desk, u"Ben"_s, {u"mentor"_s, u"Alumni"_s});
    const QString gone = addTagged(desk, u"Cyn"_s, {u"mentor"_s});
    VERIFY_OK(test::await(flows::trashRecords(&desk.services(), Kind::contact, {gone})));
    desk.add(u"Dan"_s);
    QCOMPARE(tagsOf(desk), u"Alumni:1 mentor:2 東京:1"_s);
}

void TestTags::renamesEverywhere()
{
    Desk desk;
    VERIFY_OK(desk.open());
    addTagged(desk, u"Ada"_s, {u"mentor"_s});
    addTagged(desk, u"Ben"_s, {u"mentor"_s, u"Guide"_s});
    addTagged(desk, u"Cyn"_s, {u"mentors"_s});
    QCOMPARE(test::await(flows::renameTag(&desk.services(), u"mentor"_s, u" guide "_s)).value_or(-1), 2);
    QCOMPARE(tagsOf(desk), u"Guide:1 guide:1 mentors:1"_s); // Ben keeps the one he had
    VERIFY_OK(test::await(desk.services().store.undo()));
    QCOMPARE(tagsOf(desk), u"Guide:1 mentor:2 mentors:1"_s);
    QVERIFY(!test::await(flows::renameTag(&desk.services(), u"mentor"_s, u"a, b"_s)));
    const auto unknown = test::await(flows::renameTag(&desk.services(), u"nobody"_s, u"x"_s));
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().kind, ErrorKind::notFound);
}

void TestTags::deletesEverywhere()
{
    Desk desk;
    VERIFY_OK(desk.open());
    addTagged(desk, u"Ada"_s, {u"mentor"_s});
    addTagged(desk, u"Ben"_s, {u"mentor"_s, u"alumni"_s});
    QCOMPARE(test::await(flows::deleteTag(&desk.services(), u"mentor"_s)).value_or(-1), 2);
    QCOMPARE(tagsOf(desk), u"alumni:1"_s);
    QCOMPARE(desk.lastLabel(), u"Delete the tag mentor"_s);
    VERIFY_OK(test::await(desk.services().store.undo()));
    QCOMPARE(tagsOf(desk), u"alumni:1 mentor:2"_s);
}

void TestTags::takesFromSome()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString ada = addTagged(desk, u"Ada"_s, {u"Mentor"_s});
    const QString ben = addTagged(desk, u"Ben"_s, {u"alumni"_s});
    QCOMPARE(test::await(flows::untagContacts(&desk.services(), {ada, ben}, u"mentor"_s)).value_or(-1), 1);
    QCOMPARE(tagsOf(desk), u"alumni:1"_s);
}

void TestTags::notesOfTwoWritersAreBothKept()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString ada = desk.add(u"Ada"_s);
    VERIFY_OK(test::await(flows::setNotes(&desk.services(), ada, u"One"_s)));
    VERIFY_OK(test::await(flows::addNote(&desk.services(), ada, u"From elsewhere"_s)));
    const auto merged = test::await(
            flows::writeNotesOver(&desk.services(), ada, u"One "_s, u"One and more "_s));
    VERIFY_OK(merged);
    QCOMPARE(desk.contact(ada).notes, u"One and more\n\nFrom elsewhere"_s);
    QCOMPARE(merged->notes, desk.contact(ada).notes);
    QVERIFY(!merged->hasBoth);
}

void TestTags::notesGrowAtTheEnd()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString ada = desk.add(u"Ada"_s);
    VERIFY_OK(test::await(flows::addNote(&desk.services(), ada, u"Met at the fair\r\nlikes 緑茶\n"_s)));
    VERIFY_OK(test::await(flows::addNote(&desk.services(), ada, u"Second"_s)));
    QCOMPARE(desk.contact(ada).notes, u"Met at the fair\nlikes 緑茶\n\nSecond"_s);
    const auto empty = test::await(flows::addNote(&desk.services(), ada, u" \n "_s));
    QVERIFY(!empty);
    VERIFY_OK(test::await(flows::setNotes(&desk.services(), ada, u"Anew"_s)));
    QCOMPARE(desk.contact(ada).notes, u"Anew"_s);
    VERIFY_OK(test::await(flows::setNotes(&desk.services(), ada, {})));
    QCOMPARE(desk.contact(ada).notes, QString());
    VERIFY_OK(test::await(desk.services().store.undo()));
    QCOMPARE(desk.contact(ada).notes, u"Anew"_s);
}
