// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "ui/contacts/noteseditor.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace crema::ui;

namespace {

/// What an editor has given out.
struct Given
{
    QString id;
    QString base;
    QString text;

    [[nodiscard]] bool operator==(const Given &) const = default;
};

struct Writing
{
    NotesEditor editor;
    QVector<Given> given;

    Writing()
    {
        QObject::connect(&editor, &NotesEditor::notesEdited, &editor,
                         [this](const QString &id, const QString &base, const QString &text) {
                             given << Given {id, base, text};
                         });
        editor.showNotes(u"p1"_s, u"before"_s);
    }
    void type(const QString &text)
    {
        editor.setPlainText(text);
        editor.flush();
    }
};

} // namespace

void TestNotesEditor::lookingWritesNothing_data()
{
    QTest::addColumn<QString>("notes");
    QTest::newRow("no-break space") << u"Bonjour\u00a0!"_s;
    QTest::newRow("lines of other programs") << u"one\r\ntwo\u2028three"_s;
}

void TestNotesEditor::lookingWritesNothing()
{
    QFETCH(QString, notes);
    Writing writing;
    writing.editor.showNotes(u"p2"_s, notes);
    writing.editor.flush();
    writing.editor.showNotes(u"p3"_s, u"other"_s);
    QCOMPARE(writing.given, QVector<Given>());
    writing.editor.showNotes(u"p2"_s, notes);
    QTest::keyClicks(&writing.editor, u"a "_s);
    writing.editor.flush();
    QCOMPARE(writing.given.size(), 1);
    QCOMPARE(writing.given[0].base, notes);
    QVERIFY(writing.given[0].text.startsWith(u"a "_s));
    QCOMPARE(writing.given[0].text.count(QChar::Nbsp), notes.count(QChar::Nbsp));
}

void TestNotesEditor::oneTextIsOnItsWayAtATime()
{
    Writing writing;
    writing.type(u"before one"_s);
    writing.type(u"before one two"_s);
    writing.type(u"before one two three"_s);
    const QVector<Given> first {{u"p1"_s, u"before"_s, u"before one"_s}};
    QCOMPARE(writing.given, first);
    QCOMPARE(writing.editor.underWay().size(), 1);
    QCOMPARE(writing.editor.underWay()[0].text, u"before one two three"_s);
    writing.editor.accepted(u"p1"_s);
    const QVector<Given> both = first
            + QVector<Given> {{u"p1"_s, u"before one"_s, u"before one two three"_s}};
    QCOMPARE(writing.given, both);
    writing.editor.accepted(u"p1"_s);
    QCOMPARE(writing.given, both);
    QVERIFY(writing.editor.underWay().isEmpty());
    writing.editor.showNotes(u"p1"_s, u"undone elsewhere"_s); // nothing is typed any more
    QCOMPARE(writing.editor.toPlainText(), u"undone elsewhere"_s);
}

void TestNotesEditor::refusedTextGoesAgainFromWhereItBegan()
{
    Writing writing;
    writing.type(u"before one"_s);
    writing.type(u"before one two"_s);
    writing.editor.rejected(u"p1"_s);
    QCOMPARE(writing.editor.refused().size(), 1);
    QCOMPARE(writing.editor.refused()[0].text, u"before one two"_s);
    writing.editor.showNotes(u"p1"_s, u"changed elsewhere"_s);
    QCOMPARE(writing.editor.toPlainText(), u"before one two"_s);
    writing.editor.flush();
    QCOMPARE(writing.given.constLast(), (Given {u"p1"_s, u"before"_s, u"before one two"_s}));
    writing.editor.accepted(u"p1"_s);
    QVERIFY(writing.editor.refused().isEmpty());
}

void TestNotesEditor::whoIsLeftIsSavedToo()
{
    Writing writing;
    writing.type(u"before one"_s);
    writing.editor.setPlainText(u"before one two"_s);
    writing.editor.showNotes(u"p2"_s, u"another"_s); // while the first text is on its way
    QCOMPARE(writing.given.size(), 1);
    QCOMPARE(writing.editor.toPlainText(), u"another"_s);
    writing.editor.accepted(u"p1"_s);
    QCOMPARE(writing.given.constLast(), (Given {u"p1"_s, u"before one"_s, u"before one two"_s}));
    writing.editor.showNotes(u"p1"_s, u"before one"_s); // not stored yet
    QCOMPARE(writing.editor.toPlainText(), u"before one two"_s);
    writing.editor.accepted(u"p1"_s);
    QCOMPARE(writing.given.size(), 2);
}

void TestNotesEditor::whatWaitsIsNotTakenForStored()
{
    Writing writing;
    writing.type(u"before one"_s);
    writing.type(u"before one two"_s); // as when the page goes
    QCOMPARE(writing.given.size(), 1);
    QCOMPARE(writing.editor.underWay()[0].text, u"before one two"_s); // the window tells of it
    QCOMPARE(writing.editor.rejected(u"p1"_s), u"before one two"_s);
    writing.editor.flush();
    QCOMPARE(writing.given.constLast(), (Given {u"p1"_s, u"before"_s, u"before one two"_s}));
}
