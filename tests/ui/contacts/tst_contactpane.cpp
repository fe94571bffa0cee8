// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "desk.h"

#include "support/spin.h"
#include "support/support.h"
#include "ui/contacts/contactpane.h"
#include "ui/contacts/contactstableview.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::ui;
using test::spinUntil;

namespace {

/// The page with one contact shown in the pane.
struct Open
{
    Desk desk;

    bool open(const QString &id)
    {
        if (!desk.open()) {
            return false;
        }
        desk.add(somePeople());
        desk.show();
        return desk.waitForRows(12) && show(id);
    }

    bool show(const QString &id)
    {
        desk.page().showContact(id);
        return spinUntil([&] { return pane().contactId() == id && pane().isVisible(); });
    }

    ContactPane &pane() { return *desk.child<ContactPane>(u"contacts.pane"_s); }
    QLineEdit *field(const QString &name) { return desk.child<QLineEdit>(u"contacts.pane."_s + name); }
    QPlainTextEdit *notes() { return desk.child<QPlainTextEdit>(u"contacts.pane.notes"_s); }

    static void type(QLineEdit *line, const QString &text)
    {
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    /// Everything the pane says in labels.
    QString labels()
    {
        QStringList texts;
        for (const auto *label : pane().findChildren<QLabel *>()) {
            if (label->isVisibleTo(&pane())) {
                texts << label->text();
            }
        }
        return texts.join(u'\n');
    }
};

} // namespace

void TestContactPane::showsWhereValuesComeFrom()
{
    Open shown;
    QVERIFY(shown.open(u"p0"_s));
    QCOMPARE(shown.field(u"email"_s)->text(), u"amara.okafor@hartwell.example"_s);
    QVERIFY(shown.field(u"email"_s)->accessibleDescription().startsWith(u"Import of Connections.csv · "_s));
    QVERIFY(shown.field(u"hometown"_s)->isVisible()); // core fields can be filled in
    QVERIFY(!shown.field(u"introducedBy"_s)->isVisible());
    shown.desk.child<QPushButton>(u"contacts.pane.allFields"_s)->click();
    QVERIFY(shown.field(u"introducedBy"_s)->isVisible());
    QVERIFY(shown.labels().contains(u"Investment Banking Analyst at Hartwell & Stone"_s));
}

void TestContactPane::fieldIsSaved()
{
    Open shown;
    QVERIFY(shown.open(u"p0"_s));
    QLineEdit *date = shown.field(u"nextActionDate"_s);
    Open::type(date, u"20 May 2031"_s);
    QTest::keyClick(date, Qt::Key_Return);
    QVERIFY(spinUntil([&] { return shown.desk.contact(u"p0"_s).nextActionDate == "2031-05-20"_L1; }));
    QVERIFY(spinUntil([&] { return date->text() == "2031-05-20"_L1; })); // as the store writes it
    QVERIFY(spinUntil([&] { return date->accessibleDescription().startsWith(u"Entered by you"_s); }));
}

void TestContactPane::wrongFieldIsKeptForItsContact()
{
    Open shown;
    QVERIFY(shown.open(u"p0"_s));
    Open::type(shown.field(u"email"_s), u"amara at hartwell"_s);
    QVERIFY(shown.show(u"p1"_s)); // another contact is looked at meanwhile
    QCOMPARE(shown.field(u"email"_s)->text(), u"sofia@nordlicht.example"_s);
    QTest::qWait(0);
    QVERIFY(shown.show(u"p0"_s));
    QVERIFY(spinUntil([&] { return shown.field(u"email"_s)->text() == "amara at hartwell"_L1; }));
    QVERIFY(shown.labels().contains(u"is not an email address"_s));
    QCOMPARE(shown.desk.contact(u"p0"_s).email(), u"amara.okafor@hartwell.example"_s);
    Open::type(shown.field(u"email"_s), u"amara@hartwell.example"_s);
    QTest::keyClick(shown.field(u"email"_s), Qt::Key_Return);
    QVERIFY(spinUntil([&] { return shown.desk.contact(u"p0"_s).email() == "amara@hartwell.example"_L1; }));
    QVERIFY(spinUntil([&] { return !shown.labels().contains(u"is not an email address"_s); }));
}

void TestContactPane::notesAreSavedWhenTheFocusLeaves()
{
    Open shown;
    QVERIFY(shown.open(u"p1"_s));
    shown.notes()->setFocus();
    QTest::keyClicks(shown.notes(), u"Likes trains."_s);
    shown.desk.child<QWidget>(u"contacts.filter.text"_s)->setFocus();
    QVERIFY(spinUntil([&] { return shown.desk.contact(u"p1"_s).notes == "Likes trains."_L1; }));
}

void TestContactPane::notesAreSavedWhenThePageGoes()
{
    Open shown;
    QVERIFY(shown.open(u"p1"_s));
    shown.notes()->setPlainText(u"Typed just before closing."_s);
    shown.desk.close();
    QVERIFY(spinUntil([&] { return shown.desk.contact(u"p1"_s).notes == "Typed just before closing."_L1; }));
}

void TestContactPane::notesBeingTypedSurviveAChange()
{
    Open shown;
    QVERIFY(shown.open(u"p1"_s));
    shown.notes()->setFocus();
    shown.notes()->setPlainText(u"Half a sen"_s);
    const auto set = test::await(
            flows::setContactFields(&shown.desk.services(), u"p1"_s, {{u"hometown"_s, u"Girona"_s}}));
    VERIFY_OK(set);
    QVERIFY(spinUntil([&] { return shown.field(u"hometown"_s)->text() == "Girona"_L1; }));
    QCOMPARE(shown.notes()->toPlainText(), u"Half a sen"_s);
}

void TestContactPane::tagsAreSaved()
{
    Open shown;
    QVERIFY(shown.open(u"p1"_s));
    auto *line = shown.desk.child<QWidget>(u"contacts.pane.tags"_s)->findChild<QLineEdit *>();
    QTest::keyClicks(line, u"spring list"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(spinUntil([&] { return shown.desk.contact(u"p1"_s).tags == QStringList {u"spring list"_s}; }));
}

void TestContactPane::statusIsSetFromTheHead()
{
    Open shown;
    QVERIFY(shown.open(u"p1"_s));
    for (QAction *stage : shown.desk.child<QPushButton>(u"contacts.pane.status"_s)->menu()->actions()) {
        if (stage->text() == "Hired"_L1) {
            stage->trigger();
        }
    }
    QVERIFY(spinUntil([&] { return shown.desk.contact(u"p1"_s).status == "Hired"_L1; }));
    QVERIFY(spinUntil(
            [&] { return shown.desk.child<QPushButton>(u"contacts.pane.status"_s)->text() == "Hired"_L1; }));
}

void TestContactPane::positionsAreEdited()
{
    Open shown;
    QVERIFY(shown.open(u"p0"_s));
    for (auto *button : shown.pane().findChildren<QToolButton *>()) {
        if (button->accessibleName() == "Edit Summer Analyst"_L1) {
            button->click();
        }
    }
    QWidget *dialog = QApplication::activeModalWidget();
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->findChild<QLineEdit *>(u"form.company"_s)->text(), u"Bluewater Credit Union"_s);
    dialog->findChild<QLineEdit *>(u"form.title"_s)->setText(u"Intern"_s);
    dialog->findChild<QPushButton *>(u"form.accept"_s)->click();
    QVERIFY(spinUntil([&] { return shown.desk.contact(u"p0"_s).positions.value(1).title == "Intern"_L1; }));
    QCOMPARE(shown.desk.contact(u"p0"_s).positions.value(1).from, u"2020-06"_s);
    QVERIFY(spinUntil([&] { return shown.labels().contains(u"Intern"_s); }));
    for (auto *button : shown.pane().findChildren<QToolButton *>()) {
        if (button->accessibleName() == "Remove Intern"_L1 && button->isVisible()) {
            button->click();
        }
    }
    QVERIFY(spinUntil([&] { return shown.desk.contact(u"p0"_s).positions.size() == 1; }));
}

void TestContactPane::historyTellsWhatChanged()
{
    Open shown;
    QVERIFY(shown.open(u"p0"_s));
    QVERIFY(shown.labels().contains(u"Import of Connections.csv"_s));
    VERIFY_OK(
            test::await(flows::setContactFields(&shown.desk.services(), u"p0"_s, {{u"status"_s, u"Met"_s}})));
    QVERIFY(spinUntil([&] { return shown.labels().contains(u"Status: Replied → Met"_s); }));
}
