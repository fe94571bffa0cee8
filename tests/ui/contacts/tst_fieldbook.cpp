// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "ui/contacts/editablefield.h"
#include "ui/contacts/fieldbook.h"

#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::ui;

namespace {

const QString hometown = u"hometown"_s;

/// A line in a window, and what it has given out.
struct Filling
{
    QWidget window;
    FieldBook book;
    EditableField *line = book.add(hometown, u"Hometown"_s);
    QStringList given;

    Filling()
    {
        (new QVBoxLayout(&window))->addWidget(line);
        window.show();
        QObject::connect(&book, &FieldBook::fieldEdited, &window,
                         [this](const QString &, const QString &, const QString &text) { given << text; });
        show(u"p1"_s, u"stored"_s);
    }
    void show(const QString &id, const QString &stored)
    {
        ContactDetail detail;
        detail.now = QDateTime::currentDateTimeUtc();
        detail.contact.id = id;
        detail.contact.hometown = stored;
        book.setContact(detail);
        book.refresh();
    }
    void type(const QString &text)
    {
        line->edit().selectAll();
        QTest::keyClicks(&line->edit(), text);
    }
    void commit(const QString &text)
    {
        type(text);
        book.flush();
    }
    Refusal answer(const QString &problem = {}) { return book.answered(u"p1"_s, hometown, problem); }
    [[nodiscard]] QString problem() { return line->edit().accessibleDescription(); }
};

QStringList textsOf(const QVector<UnsavedEdit> &edits)
{
    QStringList texts;
    for (const UnsavedEdit &edit : edits) {
        texts << edit.text;
    }
    return texts;
}

} // namespace

void TestFieldBook::isSavedOnce()
{
    Filling filling;
    filling.commit(u"Gdynia"_s);
    filling.book.flush();
    QCOMPARE(filling.given, QStringList {u"Gdynia"_s});
    QCOMPARE(textsOf(filling.book.underWay()), filling.given);
    QCOMPARE(filling.answer(), Refusal::none);
    filling.show(u"p1"_s, u"Gdynia, Poland"_s); // as the store has it
    QCOMPARE(filling.line->text(), u"Gdynia, Poland"_s);
    filling.book.flush();
    QCOMPARE(filling.given.size(), 1);
    QVERIFY(filling.book.underWay().isEmpty() && filling.book.refused().isEmpty());
}

void TestFieldBook::typedBackIsNotSaved()
{
    Filling filling;
    filling.type(u"Gdynia"_s);
    filling.commit(u"stored"_s);
    QCOMPARE(filling.given, QStringList());
    filling.show(u"p1"_s, u"changed elsewhere"_s); // nothing is typed any more
    QCOMPARE(filling.line->text(), u"changed elsewhere"_s);
    filling.commit(u"Gdynia"_s);
    QCOMPARE(filling.answer(u"wrong"_s), Refusal::inSight);
    const QSignalSpy givenUp(&filling.book, &FieldBook::fieldGivenUp);
    filling.commit(u"changed elsewhere"_s);
    QCOMPARE(filling.given.size(), 1);
    QCOMPARE(givenUp.size(), 1);
    QVERIFY(filling.book.refused().isEmpty());
    QVERIFY(filling.problem().isEmpty());
}

void TestFieldBook::oneTextIsOnItsWayAtATime()
{
    Filling filling;
    for (const QString &text : {u"one"_s, u"two"_s, u"three"_s}) {
        filling.commit(text);
    }
    QCOMPARE(filling.given, QStringList {u"one"_s});
    QCOMPARE(textsOf(filling.book.underWay()), QStringList {u"three"_s});
    QCOMPARE(filling.answer(), Refusal::none);
    QCOMPARE(filling.given, (QStringList {u"one"_s, u"three"_s}));
    QCOMPARE(textsOf(filling.book.underWay()), QStringList {u"three"_s});
    QCOMPARE(filling.answer(), Refusal::none);
    QCOMPARE(filling.given.size(), 2);
    QVERIFY(filling.book.underWay().isEmpty());
}

void TestFieldBook::typedBackBehindAnotherIsSaved_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<int>("answers");
    QTest::newRow("one is on its way") << QStringList {u"one"_s} << 0;
    QTest::newRow("another waits") << QStringList {u"one"_s, u"two"_s} << 0;
    QTest::newRow("another that waited is on its way") << QStringList {u"one"_s, u"two"_s} << 1;
    QTest::newRow("one is saved, and not read yet") << QStringList {u"one"_s} << 1;
}

void TestFieldBook::typedBackBehindAnotherIsSaved()
{
    QFETCH(QStringList, before);
    QFETCH(int, answers);
    Filling filling;
    for (const QString &text : before) {
        filling.commit(text);
    }
    for (int i = 0; i < answers; ++i) {
        QCOMPARE(filling.answer(), Refusal::none);
    }
    filling.commit(u"stored"_s);
    while (!filling.book.underWay().isEmpty()) {
        QCOMPARE(textsOf(filling.book.underWay()), QStringList {u"stored"_s});
        QCOMPARE(filling.answer(), Refusal::none);
    }
    QCOMPARE(filling.given.constLast(), u"stored"_s);
    QCOMPARE(filling.line->text(), u"stored"_s);
}

void TestFieldBook::theNewestIsShownWhateverIsStored_data()
{
    QTest::addColumn<bool>("other");
    QTest::newRow("read again") << false;
    QTest::newRow("another contact between") << true;
}

void TestFieldBook::theNewestIsShownWhateverIsStored()
{
    QFETCH(bool, other);
    Filling filling;
    const auto read = [&](const QString &stored) {
        if (other) {
            filling.show(u"p2"_s, u"elsewhere"_s);
            QCOMPARE(filling.line->text(), u"elsewhere"_s);
        }
        filling.show(u"p1"_s, stored);
    };
    filling.commit(u"one"_s);
    read(u"stored"_s);
    QCOMPARE(filling.line->text(), u"one"_s);
    filling.commit(u"two"_s);
    QCOMPARE(filling.answer(), Refusal::none);
    read(u"one"_s);
    QCOMPARE(filling.line->text(), u"two"_s);
    QCOMPARE(filling.answer(), Refusal::none);
    read(u"Two"_s); // as the store has it
    QCOMPARE(filling.line->text(), u"Two"_s);
    QCOMPARE(filling.given, (QStringList {u"one"_s, u"two"_s}));
}

void TestFieldBook::refusedIsKeptAndShown()
{
    Filling filling;
    filling.commit(u"one"_s);
    filling.show(u"p2"_s, u"elsewhere"_s);
    QCOMPARE(filling.answer(u"wrong"_s), Refusal::unseen);
    QCOMPARE(filling.line->text(), u"elsewhere"_s);
    QVERIFY(filling.problem().isEmpty());
    QCOMPARE(textsOf(filling.book.refused()), QStringList {u"one"_s});
    filling.show(u"p1"_s, u"stored"_s);
    QCOMPARE(filling.line->text(), u"one"_s);
    QCOMPARE(filling.problem(), u"wrong"_s);
    filling.commit(u"two"_s);
    QVERIFY(filling.book.refused().isEmpty());
    QCOMPARE(filling.answer(u"wrong too"_s), Refusal::inSight);
    QCOMPARE(filling.problem(), u"wrong too"_s);
    filling.window.hide();
    filling.commit(u"three"_s);
    QCOMPARE(filling.answer(u"still wrong"_s), Refusal::unseen);
    QCOMPARE(textsOf(filling.book.refused()), QStringList {u"three"_s});
}

void TestFieldBook::refusedBehindANewerOneIsNotTold()
{
    Filling filling;
    filling.commit(u"one"_s);
    filling.commit(u"two"_s);
    QCOMPARE(filling.answer(u"wrong"_s), Refusal::none);
    QCOMPARE(filling.given, (QStringList {u"one"_s, u"two"_s}));
    QVERIFY(filling.problem().isEmpty());
    QCOMPARE(filling.answer(u"wrong too"_s), Refusal::inSight);
    QCOMPARE(textsOf(filling.book.refused()), QStringList {u"two"_s});
}

void TestFieldBook::refusedWhileTypingGoesOn()
{
    Filling filling;
    filling.commit(u"one"_s);
    filling.type(u"one two"_s);
    QCOMPARE(filling.answer(u"wrong"_s), Refusal::inSight);
    QCOMPARE(filling.line->text(), u"one two"_s);
    QCOMPARE(filling.problem(), u"wrong"_s);
    filling.book.flush();
    QCOMPARE(filling.given, (QStringList {u"one"_s, u"one two"_s}));
    QCOMPARE(filling.answer(), Refusal::none);
    QVERIFY(filling.problem().isEmpty());
}

void TestFieldBook::escapeLeavesWhatIsOnItsWay()
{
    Filling filling;
    const QSignalSpy givenUp(&filling.book, &FieldBook::fieldGivenUp);
    filling.commit(u"one"_s);
    filling.commit(u"two"_s);
    QTest::keyClick(&filling.line->edit(), Qt::Key_Escape);
    QCOMPARE(filling.line->text(), u"one"_s);
    QCOMPARE(textsOf(filling.book.underWay()), QStringList {u"one"_s});
    QCOMPARE(filling.answer(u"wrong"_s), Refusal::inSight);
    QCOMPARE(filling.given, QStringList {u"one"_s});
    QCOMPARE(givenUp.size(), 0);
    QTest::keyClick(&filling.line->edit(), Qt::Key_Escape);
    QCOMPARE(filling.line->text(), u"stored"_s);
    QCOMPARE(givenUp.size(), 1);
    QVERIFY(filling.book.refused().isEmpty());
}

void TestFieldBook::chosenTakesThePlaceOfTyped()
{
    Filling filling;
    filling.commit(u"one"_s);
    QCOMPARE(filling.answer(u"wrong"_s), Refusal::inSight);
    filling.book.write(hometown, u"chosen"_s);
    QCOMPARE(filling.line->text(), u"chosen"_s);
    QVERIFY(filling.problem().isEmpty());
    filling.book.write(hometown, u"stored"_s); // and another one
    filling.book.flush();
    QCOMPARE(filling.given, (QStringList {u"one"_s, u"chosen"_s}));
    QCOMPARE(filling.answer(), Refusal::none);
    QCOMPARE(filling.given.constLast(), u"stored"_s);
    QCOMPARE(filling.answer(), Refusal::none);
    filling.show(u"p1"_s, u"changed elsewhere"_s);
    QCOMPARE(filling.line->text(), u"changed elsewhere"_s);
}

void TestFieldBook::chosenHasNoLine()
{
    Filling filling;
    const QString status = u"status"_s;
    QVERIFY(filling.book.hasLine(hometown) && filling.book.hasLine(u"phones/one"_s));
    QVERIFY(!filling.book.hasLine(status) && !filling.book.hasLine(u"phones/one/kind"_s));
    filling.book.write(status, u"Met"_s);
    filling.book.write(status, u"Replied"_s);
    QCOMPARE(filling.given, QStringList {u"Met"_s});
    QCOMPARE(filling.book.answered(u"p1"_s, status, {}), Refusal::none);
    QCOMPARE(filling.given.constLast(), u"Replied"_s);
    QCOMPARE(filling.book.answered(u"p1"_s, status, u"wrong"_s), Refusal::unseen);
    QCOMPARE(filling.book.refused(), (QVector<UnsavedEdit> {{u"Status"_s, u"p1"_s, u"Replied"_s}}));
    filling.book.forget(u"p1"_s, status, u"Replied"_s);
    QVERIFY(filling.book.refused().isEmpty());
    QCOMPARE(FieldBook::wordsOf(u"addresses/one"_s), u"Email"_s);
    QCOMPARE(FieldBook::wordsOf(u"addresses/one/kind"_s), u"Email kind"_s);
}

void TestFieldBook::forgottenShowsWhatIsStored()
{
    Filling filling;
    filling.commit(u"one"_s);
    filling.book.forget(u"p1"_s, hometown, u"one"_s); // on its way
    QCOMPARE(filling.answer(u"wrong"_s), Refusal::inSight);
    filling.book.forget(u"p1"_s, hometown, u"older"_s);
    QCOMPARE(textsOf(filling.book.refused()), QStringList {u"one"_s});
    filling.book.forget(u"p1"_s, hometown, u"one"_s);
    QVERIFY(filling.book.refused().isEmpty());
    QCOMPARE(filling.line->text(), u"stored"_s);
    QVERIFY(filling.problem().isEmpty());
}
