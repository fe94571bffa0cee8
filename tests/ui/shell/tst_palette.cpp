// SPDX-License-Identifier: GPL-3.0-or-later
#include "framed.h"
#include "tests.h"

#include "ui/shell/commandpalette.h"
#include "ui/shell/fuzzy.h"
#include "ui/shell/resultlist.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace crema::ui;

namespace {

QStringList titles(const CommandPalette &palette)
{
    QStringList found;
    for (const ResultRow &row : palette.findChild<ResultList *>()->rows()) {
        found.append(row.title);
    }
    return found;
}

QLineEdit *fieldOf(const CommandPalette &palette)
{
    return palette.findChild<QLineEdit *>();
}

} // namespace

void TestPalette::fits_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    QTest::newRow("nothing typed") << QString() << u"Import people"_s << true;
    QTest::newRow("a beginning") << u"imp"_s << u"Import people"_s << true;
    QTest::newRow("first letters of words") << u"ip"_s << u"Import people"_s << true;
    QTest::newRow("blanks do not matter") << u"import  people"_s << u"Import people"_s << true;
    QTest::newRow("accents do not matter") << u"resume"_s << u"Résumé öffnen"_s << true;
    QTest::newRow("accents in what was typed") << u"ÖFFN"_s << u"Résumé öffnen"_s << true;
    QTest::newRow("other script") << u"импорт"_s << u"Импорт людей"_s << true;
    QTest::newRow("wrong order") << u"pi"_s << u"ip"_s << false;
    QTest::newRow("a letter too many") << u"importt"_s << u"Import"_s << false;
    QTest::newRow("empty text") << u"a"_s << QString() << false;
}

void TestPalette::fits()
{
    QFETCH(QString, typed);
    QFETCH(QString, text);
    QFETCH(bool, expected);
    QCOMPARE(fuzzyMatch(typed, text).has_value(), expected);
}

void TestPalette::ranks_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("a run before scattered letters") << u"exp"_s << u"Export"_s << u"Edit example"_s;
    QTest::newRow("start of words before their middle") << u"ip"_s << u"Import people"_s << u"Skip"_s;
    QTest::newRow("short before long") << u"find"_s << u"Find"_s << u"Find people in the local directory"_s;
    QTest::newRow("start before the end") << u"set"_s << u"Settings"_s << u"Reset"_s;
}

void TestPalette::ranks()
{
    QFETCH(QString, typed);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    const auto first = fuzzyMatch(typed, better);
    const auto second = fuzzyMatch(typed, worse);
    QVERIFY(first.has_value());
    QVERIFY(!second.has_value() || first->score > second->score);
}

void TestPalette::emphasisPointsAtTheLetters()
{
    QCOMPARE(fuzzyMatch(u"ip", u"Import people")->positions, (QVector<int> {0, 7}));
    QCOMPARE(fuzzyMatch(u"port", u"Import people")->positions, (QVector<int> {2, 3, 4, 5}));
    QVERIFY(fuzzyMatch(u"", u"Import people")->positions.isEmpty());
}

void TestPalette::opensFiltersAndRuns()
{
    Framed framed;
    QAction *import = framed.actions.add({u"contacts.import"_s, u"Import people..."_s, Glyph::importFile});
    QSignalSpy triggered(import, &QAction::triggered);
    QVERIFY(framed.isActive());
    QTest::keyClick(&framed.window, Qt::Key_K, Qt::ControlModifier);
    CommandPalette &palette = framed.window.palette();
    QVERIFY(palette.isVisible());
    QVERIFY(fieldOf(palette)->hasFocus());
    const qsizetype all = titles(palette).size();
    QTest::keyClicks(fieldOf(palette), u"imp"_s);
    QVERIFY(titles(palette).size() < all);
    QCOMPARE(titles(palette).constFirst(), u"Import people..."_s);
    QTest::keyClick(fieldOf(palette), Qt::Key_Return);
    QCOMPARE(triggered.size(), 1);
    QVERIFY(!palette.isVisible());
    // What was used last stands first.
    palette.open();
    QCOMPARE(titles(palette).constFirst(), u"Import people..."_s);
    QTest::keyClicks(fieldOf(palette), u"zzzz"_s);
    QVERIFY(titles(palette).isEmpty());
    QTest::keyClick(fieldOf(palette), Qt::Key_Return);
    QTest::keyClick(fieldOf(palette), Qt::Key_Down);
    QCOMPARE(triggered.size(), 1);
}

void TestPalette::leavesOutWhatCannotBeUsed()
{
    Framed framed;
    CommandPalette &palette = framed.window.palette();
    palette.open();
    QVERIFY(!titles(palette).contains(u"Undo"_s));
    QVERIFY(titles(palette).contains(u"Go to Mail"_s));
    palette.hide();
    framed.actions.find(u"edit.undo"_s)->setEnabled(true);
    framed.actions.find(u"edit.undo"_s)->setText(u"&Undo import of 120 people"_s);
    palette.open();
    QVERIFY(titles(palette).contains(u"Undo import of 120 people"_s));
}

void TestPalette::givesTheFocusBack()
{
    Framed framed;
    QVERIFY(framed.isActive());
    auto *field = framed.window.page(u"people"_s)->findChild<QLineEdit *>();
    field->setFocus();
    framed.window.palette().open();
    QVERIFY(!field->hasFocus());
    QTest::keyClick(fieldOf(framed.window.palette()), Qt::Key_Escape);
    QVERIFY(!framed.window.palette().isVisible());
    QVERIFY(field->hasFocus());
    // A click beside it closes it too.
    framed.window.palette().open();
    QTest::mouseClick(field, Qt::LeftButton);
    QVERIFY(!framed.window.palette().isVisible());
}

void TestPalette::findsByKeyword()
{
    Framed framed;
    CommandPalette &palette = framed.window.palette();
    palette.open();
    QTest::keyClicks(fieldOf(palette), u"sidebar"_s);
    QCOMPARE(titles(palette), QStringList {u"Fold the navigation"_s});
}
