// SPDX-License-Identifier: GPL-3.0-or-later
#include "shownwindow.h"
#include "tests.h"

#include "ui/contacts/contactpane.h"
#include "ui/settings/settingsview.h"
#include "ui/shell/standingnotices.h"

#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>

namespace {

QString idOf(int index)
{
    return test::somebody(index).id;
}

Contact stored(ShownWindow &shown)
{
    return shown.desk.services().reader.contact(idOf(0)).value_or(Contact {});
}

/// What the dialog at the start tells of; empty when there is none.
QString left(ShownWindow &shown)
{
    const auto *dialog = shown.window().findChild<QDialog *>(u"leftTexts"_s);
    return dialog != nullptr && dialog->isVisible() ? dialog->findChild<QPlainTextEdit *>()->toPlainText()
                                                    : QString();
}

QPushButton *buttonOf(ShownWindow &shown, const QString &text)
{
    for (auto *button : shown.window().findChild<QDialog *>(u"leftTexts"_s)->findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == text) {
            return button;
        }
    }
    return nullptr;
}

/// Ends the program with a text that is refused.
bool endWithBadMail(ShownWindow &shown, const QString &text)
{
    shown.typeIntoCell(ui::ContactColumn::email, text);
    return shown.end();
}

bool typeNotes(ShownWindow &shown, const QString &text)
{
    shown.page->showContact(idOf(0));
    auto *notes = shown.page->findChild<QPlainTextEdit *>(u"contacts.pane.notes"_s);
    const auto *pane = shown.page->findChild<ui::ContactPane *>();
    const bool isShown = spinUntil([&] { return pane->contactId() == idOf(0) && notes->isVisible(); });
    QTest::keyClicks(notes, text);
    return isShown;
}

void inACellOrAsANote()
{
    QTest::addColumn<bool>("inACell");
    QTest::newRow("a note") << false;
    QTest::newRow("an open cell") << true;
}

bool typeAt(ShownWindow &shown, bool inACell, const QString &text)
{
    if (!inACell) {
        return typeNotes(shown, text);
    }
    shown.typeIntoCell(ui::ContactColumn::location, text);
    return true;
}

} // namespace

void TestWindowEnd::whatIsTypedIsSaved_data()
{
    inACellOrAsANote();
}

void TestWindowEnd::whatIsTypedIsSaved()
{
    QFETCH(bool, inACell);
    ShownWindow shown;
    QVERIFY(shown.open(1));
    QVERIFY(typeAt(shown, inACell, u"Paris"_s));
    QVERIFY(shown.end());
    QCOMPARE(inACell ? stored(shown).location : stored(shown).notes, u"Paris"_s);
}

void TestWindowEnd::refusedTextIsToldAtTheNextStart()
{
    ShownWindow shown;
    QVERIFY(shown.open(1));
    shown.typeIntoCell(ui::ContactColumn::email, u"bad mail"_s);
    shown.window().close(); // asks
    QVERIFY(spinUntil(
            [&] { return shown.window().findChild<QMessageBox *>(u"unsavedQuestion"_s) != nullptr; }));
    QVERIFY(shown.end()); // does not wait for an answer
    shown.show();
    QVERIFY2(left(shown).contains(u"bad mail"_s) && left(shown).contains(test::somebody(0).name()),
             qPrintable(left(shown)));
    buttonOf(shown, u"Copy all"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), left(shown));
    buttonOf(shown, u"Done"_s)->click();
    shown.show();
    QVERIFY(left(shown).isEmpty());
}

void TestWindowEnd::whatIsOpenedAgainKeepsRefusedTexts()
{
    ShownWindow shown;
    QVERIFY(shown.open(1));
    shown.typeIntoCell(ui::ContactColumn::email, u"bad mail"_s);
    shown.window().showPage(u"settings"_s);
    auto *settings = qobject_cast<ui::SettingsView *>(shown.window().page(u"settings"_s));
    QVERIFY(settings != nullptr);
    Q_EMIT settings->reopenRequested();
    QVERIFY(spinUntil([&] { return !shown.window().isVisible(); }));
    QCOMPARE(shown.composition->exitCode(), app::reopenExit);
    shown.show();
    QVERIFY2(left(shown).contains(u"bad mail"_s), qPrintable(left(shown)));
}

void TestWindowEnd::toldTextsStayUntilTheyAreDealtWith()
{
    ShownWindow shown;
    QVERIFY(shown.open(1));
    QVERIFY(endWithBadMail(shown, u"bad mail"_s));
    shown.show();
    buttonOf(shown, u"Close"_s)->click(); // later
    shown.window().notices().show(u"other"_s, {.heading = u"Something else"_s, .text = {}});
    QVERIFY(endWithBadMail(shown, u"worse mail"_s));
    shown.show();
    QVERIFY2(left(shown).contains(u"bad mail"_s) && left(shown).contains(u"worse mail"_s),
             qPrintable(left(shown)));
}

void TestWindowEnd::toldTextsBelongToTheirWorkspace()
{
    ShownWindow shown;
    QVERIFY(shown.open(1));
    QVERIFY(endWithBadMail(shown, u"bad mail"_s));
    shown.composition.reset();
    test::WorkDesk other;
    QVERIFY(other.open());
    {
        app::WindowComposition composition(other.services(), other.theme(), *shown.settings);
        composition.window().show();
        composition.start();
        QVERIFY(composition.window().findChild<QDialog *>(u"leftTexts"_s) == nullptr);
        composition.window().closeUnasked();
        QVERIFY(spinUntil([&] { return !composition.window().isVisible(); }));
    }
    shown.show();
    QVERIFY2(left(shown).contains(u"bad mail"_s), qPrintable(left(shown)));
}

void TestWindowEnd::aSessionThatEndsSavesWithoutClosing()
{
    ShownWindow shown;
    QVERIFY(shown.open(1));
    shown.typeIntoCell(ui::ContactColumn::location, u"Paris"_s);
    shown.window().prepareForEnd();
    QVERIFY(shown.window().isVisible());
    QVERIFY(spinUntil([&] { return stored(shown).location == "Paris"_L1; }));
}

void TestWindowEnd::whatIsNotAnsweredIsTold_data()
{
    inACellOrAsANote();
}

void TestWindowEnd::whatIsNotAnsweredIsTold()
{
    QFETCH(bool, inACell);
    ShownWindow shown;
    QVERIFY(shown.open(1));
    QVERIFY(typeAt(shown, inACell, u"Paris"_s));
    QSignalSpy told(&shown.window(), &ui::MainWindow::leftUnsaved);
    shown.window().prepareForEnd();
    QCOMPARE(told.count(), 1);
    const QStringList texts = told[0][0].toStringList();
    QVERIFY2(texts.size() == 1 && texts[0].contains(u"Paris"_s), qPrintable(texts.join(u'|')));
    QVERIFY(spinUntil([&] { return told.constLast()[0].toStringList().isEmpty(); })); // saved meanwhile
    shown.show();
    QVERIFY(left(shown).isEmpty());
}

void TestWindowEnd::viewChoicesAreWrittenWhenMade()
{
    ShownWindow shown;
    QVERIFY(shown.open(1));
    QCOMPARE(shown.settings->value(u"window/page"_s).toString(), u"contacts"_s);
    shown.desk.theme().setChoice(ui::SchemeChoice::dark);
    QCOMPARE(shown.settings->value(u"appearance/scheme"_s).toString(), u"dark"_s);
    shown.desk.theme().setTextPercent(110);
    QCOMPARE(shown.settings->value(u"appearance/textPercent"_s).toInt(), 110);
}
