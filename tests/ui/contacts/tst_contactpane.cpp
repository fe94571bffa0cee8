// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "desk.h"

#include "flows/contactflow.h"
#include "flows/mergeflow.h"
#include "model/contactitems.h"
#include "support/spin.h"
#include "support/support.h"
#include "ui/contacts/contactpane.h"
#include "ui/contacts/contactpicker.h"
#include "ui/contacts/contactstableview.h"
#include "ui/contacts/noteview.h"
#include "ui/shell/resultlist.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
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

    /// What was chosen is stored and shown again.
    bool answered()
    {
        return spinUntil([&] { return !desk.page().awaitsAnswer(); });
    }

    ContactPane &pane() { return *desk.child<ContactPane>(u"contacts.pane"_s); }
    QLineEdit *field(const QString &name) { return desk.child<QLineEdit>(u"contacts.pane."_s + name); }
    /// The line of the contact's first address.
    QLineEdit *email() { return field(u"addresses/"_s + pane().contact().addresses.value(0).id); }
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
    QCOMPARE(shown.email()->text(), u"amara.okafor@hartwell.example"_s);
    QVERIFY(shown.email()->accessibleDescription().startsWith(u"Import of Connections.csv · "_s));
    QVERIFY(shown.email()->toolTip().contains(u"Source: Import of Connections.csv\nSince: "_s));
    // Quiet until asked for.
    QVERIFY(!shown.labels().contains(u"Import of Connections.csv · "_s));
    shown.desk.child<QToolButton>(u"contacts.pane.sources"_s)->click();
    QVERIFY(shown.labels().contains(u"Import of Connections.csv · "_s));
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
    Open::type(shown.email(), u"amara at hartwell"_s);
    QVERIFY(shown.show(u"p1"_s)); // another contact is looked at meanwhile
    QCOMPARE(shown.email()->text(), u"sofia@nordlicht.example"_s);
    QVERIFY(spinUntil([&] { return !shown.desk.page().awaitsAnswer(); }));
    QVERIFY(shown.show(u"p0"_s));
    QVERIFY(spinUntil([&] { return shown.email()->text() == "amara at hartwell"_L1; }));
    QVERIFY(spinUntil([&] { return shown.labels().contains(u"is not an email address"_s); }));
    QCOMPARE(shown.desk.contact(u"p0"_s).email(), u"amara.okafor@hartwell.example"_s);
    Open::type(shown.email(), u"amara@hartwell.example"_s);
    QTest::keyClick(shown.email(), Qt::Key_Return);
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
        if (button->accessibleName() == "More for Intern"_L1) {
            button->findChild<QMenu *>()->actions().constLast()->trigger(); // Remove
        }
    }
    QVERIFY(spinUntil([&] { return shown.desk.contact(u"p0"_s).positions.size() == 1; }));
}

void TestContactPane::itemsAreReordered()
{
    Open shown;
    QVERIFY(shown.open(u"p0"_s));
    // The earlier job becomes the current one.
    auto *positions = shown.desk.child<QWidget>(u"contacts.pane.positions"_s);
    for (auto *button : positions->findChildren<QToolButton *>()) {
        if (button->accessibleName() == "More for Summer Analyst"_L1) {
            button->findChild<QMenu *>()->actions().constFirst()->trigger();
        }
    }
    QVERIFY(spinUntil([&] { return shown.desk.contact(u"p0"_s).jobTitle() == "Summer Analyst"_L1; }));
    QCOMPARE(shown.desk.contact(u"p0"_s).positions.size(), 2);
    VERIFY_OK(test::await(shown.desk.services().store.undo()));
    QVERIFY(spinUntil(
            [&] { return shown.desk.contact(u"p0"_s).jobTitle() == "Investment Banking Analyst"_L1; }));
}

void TestContactPane::addressesAreAListOfTheirOwn()
{
    Open shown;
    QVERIFY(shown.open(u"p0"_s));
    QVERIFY(shown.field(u"addresses/+"_s) == nullptr); // one is there: no empty line without asking
    shown.desk.child<QPushButton>(u"contacts.pane.addPoint"_s)
            ->findChild<QMenu *>()
            ->actions()
            .constFirst()
            ->trigger();
    QVERIFY(shown.field(u"addresses/+"_s) != nullptr);
    Open::type(shown.field(u"addresses/+"_s), u"not an address"_s);
    QTest::keyClick(shown.field(u"addresses/+"_s), Qt::Key_Return);
    QVERIFY(spinUntil([&] { return shown.labels().contains(u"is not an email address"_s); }));
    QVERIFY(shown.show(u"p1"_s));
    QVERIFY(!shown.labels().contains(u"is not an email address"_s));
    QVERIFY(shown.show(u"p0"_s)); // what was typed is still there
    QCOMPARE(shown.field(u"addresses/+"_s)->text(), u"not an address"_s);
    Open::type(shown.field(u"addresses/+"_s), u"amara@home.example"_s);
    QTest::keyClick(shown.field(u"addresses/+"_s), Qt::Key_Return);
    QVERIFY(spinUntil([&] { return shown.desk.contact(u"p0"_s).addresses.size() == 2; }));
    const ContactPoint added = shown.desk.contact(u"p0"_s).addresses.value(1);
    const QString path = u"addresses/"_s + added.id;
    QVERIFY(spinUntil([&] { return shown.field(path) != nullptr; }));
    QVERIFY(spinUntil([&] { return shown.field(u"addresses/+"_s) == nullptr; }));
    auto *menu = shown.desk.child<QToolButton>(u"contacts.pane."_s + path + u".more"_s)->findChild<QMenu *>();
    Q_EMIT menu->aboutToShow();
    for (QAction *action : menu->actions()) {
        if (action->text() == "Make preferred"_L1) {
            action->trigger();
        }
    }
    QVERIFY(spinUntil([&] { return shown.desk.contact(u"p0"_s).email() == "amara@home.example"_L1; }));
    // An emptied line removes the item.
    Open::type(shown.field(path), u" "_s);
    QTest::keyClick(shown.field(path), Qt::Key_Return);
    QVERIFY(spinUntil(
            [&] { return shown.desk.contact(u"p0"_s).email() == "amara.okafor@hartwell.example"_L1; }));
}

void TestContactPane::escapeGivesTypedTextUp()
{
    Open shown;
    QVERIFY(shown.open(u"p0"_s));
    Open::type(shown.field(u"hometown"_s), u"Lagos"_s);
    QTest::keyClick(shown.field(u"hometown"_s), Qt::Key_Escape);
    QCOMPARE(shown.field(u"hometown"_s)->text(), QString());
    shown.pane().flush();
    VERIFY_OK(
            test::await(flows::setContactFields(&shown.desk.services(), u"p0"_s, {{u"city"_s, u"Bern"_s}})));
    QCOMPARE(shown.desk.contact(u"p0"_s).hometown, QString());
}

void TestContactPane::notesAreSavedWithoutLeavingThem()
{
    Open shown;
    QVERIFY(shown.open(u"p1"_s));
    shown.notes()->setFocus();
    QTest::keyClicks(shown.notes(), u"Half a line "_s);
    QVERIFY(spinUntil([&] { return shown.desk.contact(u"p1"_s).notes == "Half a line"_L1; }));
    QVERIFY(spinUntil([&] { return shown.pane().contact().notes == "Half a line"_L1; }));
    QCOMPARE(shown.notes()->toPlainText(), u"Half a line "_s); // the blank being typed stays
    QTest::keyClicks(shown.notes(), u"goes on"_s);
    shown.pane().flush();
    QVERIFY(spinUntil([&] { return shown.desk.contact(u"p1"_s).notes == "Half a line goes on"_L1; }));
    // Taken back from outside: the editor follows, also while the cursor stands in it.
    VERIFY_OK(test::await(shown.desk.services().store.undo()));
    QVERIFY(spinUntil([&] { return shown.notes()->toPlainText() == "Half a line"_L1; }));
}

void TestContactPane::notesThatCannotBeSavedAreKept()
{
    Open shown;
    QVERIFY(shown.open(u"p1"_s));
    shown.notes()->setPlainText(u"Words that must not be lost."_s);
    // The contact goes to the trash at the same moment: saving is refused.
    VERIFY_OK(test::await(flows::trashRecords(&shown.desk.services(), Kind::contact, {u"p1"_s})));
    shown.pane().flush();
    QVERIFY(shown.show(u"p0"_s));
    QVERIFY(spinUntil([&] { return !shown.desk.page().awaitsAnswer(); }));
    VERIFY_OK(test::await(flows::restoreRecords(&shown.desk.services(), Kind::contact, {u"p1"_s})));
    QVERIFY(shown.desk.waitForRows(12));
    QVERIFY(shown.show(u"p1"_s));
    QCOMPARE(shown.notes()->toPlainText(), u"Words that must not be lost."_s);
    shown.pane().flush();
    QVERIFY(spinUntil(
            [&] { return shown.desk.contact(u"p1"_s).notes == "Words that must not be lost."_L1; }));
}

void TestContactPane::notesAreShownAsTheyRead()
{
    Open shown;
    QVERIFY(shown.open(u"p1"_s));
    const QString text = u"# Spring mixer\n\n- knows **M&A**\n- see [their talk](https://talks.example/1)\n\n"
                         "![chart](https://tracker.example/pixel.png) ![](//host/share/x.png)\n\n"
                         "<img src='https://tracker.example/2.png'> <script>alert(1)</script>\n"_s;
    VERIFY_OK(test::await(flows::setContactFields(&shown.desk.services(), u"p1"_s, {{u"notes"_s, text}})));
    QVERIFY(shown.show(u"p0"_s));
    QVERIFY(shown.show(u"p1"_s));
    auto *view = shown.desk.child<NoteView>(u"contacts.pane.notes.view"_s);
    QVERIFY(view->isVisible());
    QVERIFY(!shown.notes()->isVisible());
    const QString read = view->toPlainText();
    QVERIFY(read.contains(u"Spring mixer"_s) && !read.contains(u"**"_s));
    // Nothing is fetched: pictures are words, HTML is text.
    QVERIFY(read.contains(u"[picture: chart]"_s));
    QVERIFY(read.contains(u"<script>"_s));
    QVERIFY(!view->toHtml().contains(u"<img"_s));
    QSignalSpy link(&shown.pane(), &ContactPane::linkRequested);
    Q_EMIT view->anchorClicked(QUrl(u"https://talks.example/1"_s));
    QCOMPARE(link.value(0).value(0).toString(), u"https://talks.example/1"_s);
    QVERIFY(view->source().isEmpty()); // it did not go there itself
    shown.desk.child<QToolButton>(u"contacts.pane.notes.mode"_s)->click();
    QVERIFY(shown.notes()->isVisible());
    QCOMPARE(shown.notes()->toPlainText(), text.trimmed());
}

void TestContactPane::nextStepIsSetAndDone()
{
    Open shown;
    QVERIFY(shown.open(u"p0"_s));
    QVERIFY(shown.labels().contains(u"late"_s)); // 2 March 2026 is over
    auto *dates = shown.desk.child<QToolButton>(u"contacts.pane.dates"_s)->findChild<QMenu *>();
    dates->actions().value(3)->trigger(); // in a week
    const QString week = shown.desk.services().clock.now().toLocalTime().date().addDays(7).toString(
            Qt::ISODate);
    QVERIFY(spinUntil([&] { return shown.desk.contact(u"p0"_s).nextActionDate == week; }));
    QVERIFY(spinUntil([&] { return shown.labels().contains(u"In 7 days"_s); }));
    shown.desk.child<QToolButton>(u"contacts.pane.stepDone"_s)->click();
    QVERIFY(spinUntil([&] { return shown.desk.contact(u"p0"_s).nextActionDate.isEmpty(); }));
    QVERIFY(shown.answered());
    QCOMPARE(shown.desk.contact(u"p0"_s).nextAction, QString());
    auto *muted = shown.desk.child<QCheckBox>(u"contacts.pane.muted"_s);
    muted->click();
    QVERIFY(shown.answered());
    QVERIFY(shown.desk.contact(u"p0"_s).muted);
    muted->click();
    QVERIFY(shown.answered());
    QVERIFY(!shown.desk.contact(u"p0"_s).muted);
}

void TestContactPane::introducersAreOtherContacts()
{
    Open shown;
    QVERIFY(shown.open(u"p0"_s));
    shown.desk.child<QPushButton>(u"contacts.pane.addIntroducer"_s)->click();
    auto *picker = qobject_cast<ContactPicker *>(QApplication::activeModalWidget());
    QVERIFY(picker != nullptr);
    auto *list = picker->findChild<ResultList *>(u"contacts.picker.list"_s);
    QVERIFY(spinUntil([&] { return list->rows().size() == 11; })); // everyone but themselves
    auto *text = picker->findChild<QLineEdit *>(u"contacts.picker.text"_s);
    QTest::keyClicks(text, u"han sto"_s);
    QVERIFY(spinUntil([&] { return list->rows().size() == 1; }));
    QTest::keyClick(text, Qt::Key_Return);
    QVERIFY(spinUntil([&] { return introducersOf(shown.desk.contact(u"p0"_s)) == QStringList {u"p11"_s}; }));
    const auto link = [&] { return shown.desk.child<QPushButton>(u"contacts.pane.introducer"_s); };
    QVERIFY(spinUntil([&] { return link() != nullptr && link()->text() == "Hannah Stone"_L1; }));
    // They are merged into somebody: the link follows.
    VERIFY_OK(test::await(flows::mergeContacts(&shown.desk.services(), u"p4"_s, u"p11"_s, {})));
    QVERIFY(spinUntil([&] { return link() != nullptr && link()->text() == "Priya Raghunathan"_L1; }));
    link()->click();
    QVERIFY(spinUntil([&] { return shown.pane().contactId() == "p4"_L1; }));
}

void TestContactPane::tagsInUseAreOffered()
{
    Open shown;
    QVERIFY(shown.open(u"p1"_s));
    auto *line = shown.desk.child<QWidget>(u"contacts.pane.tags"_s)->findChild<QLineEdit *>();
    shown.desk.page().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&shown.desk.page()));
    line->setFocus();
    QVERIFY(spinUntil([&] { return line->completer() != nullptr; }));
    line->completer()->setCompletionPrefix(u"ban"_s);
    QCOMPARE(line->completer()->currentCompletion(), u"banking"_s);
}

void TestContactPane::historyTellsWhatChanged()
{
    Open shown;
    QVERIFY(shown.open(u"p0"_s));
    QVERIFY(spinUntil([&] { return shown.labels().contains(u"Import of Connections.csv"_s); }));
    VERIFY_OK(
            test::await(flows::setContactFields(&shown.desk.services(), u"p0"_s, {{u"status"_s, u"Met"_s}})));
    QVERIFY(spinUntil([&] { return shown.labels().contains(u"Status: Replied → Met"_s); }));
}

void TestContactPane::valuesAreRestoredFromTheHistory()
{
    Open shown;
    QVERIFY(shown.open(u"p0"_s));
    VERIFY_OK(
            test::await(flows::setContactFields(&shown.desk.services(), u"p0"_s, {{u"status"_s, u"Met"_s}})));
    VERIFY_OK(test::await(
            flows::setContactFields(&shown.desk.services(), u"p0"_s, {{u"status"_s, u"Hired"_s}})));
    VERIFY_OK(
            test::await(flows::setContactFields(&shown.desk.services(), u"p0"_s, {{u"city"_s, u"Bern"_s}})));
    QVERIFY(spinUntil([&] { return shown.labels().contains(u"City: Bern"_s); }));
    const auto act = [&](const QString &row, const QString &action) {
        for (auto *entry :
             shown.desk.child<QWidget>(u"contacts.pane.timeline"_s)->findChildren<QWidget *>()) {
            if (!entry->isHidden() && entry->accessibleName().startsWith(row)) {
                for (auto *choice : entry->findChild<QMenu *>()->actions()) {
                    if (choice->text() == action) {
                        choice->trigger();
                        return true;
                    }
                }
            }
        }
        return false;
    };
    // The value before a change, whatever came after it.
    QVERIFY(act(u"Status: Replied → Met"_s, u"Restore the value before"_s));
    QVERIFY(spinUntil([&] { return shown.desk.contact(u"p0"_s).status == "Replied"_L1; }));
    QCOMPARE(shown.desk.contact(u"p0"_s).city, u"Bern"_s);
    QVERIFY(spinUntil([&] { return shown.labels().contains(u"Status: Hired → Replied"_s); }));
    // The whole contact as it was right after it came.
    QVERIFY(act(u"Import of Connections.csv"_s, u"Bring this contact back to this point"_s));
    QVERIFY(spinUntil([&] { return shown.desk.contact(u"p0"_s).city.isEmpty(); }));
    VERIFY_OK(test::await(shown.desk.services().store.undo()));
    QCOMPARE(shown.desk.contact(u"p0"_s).city, u"Bern"_s);
}

void TestContactPane::timelineIsFilteredAndPaged()
{
    Open shown;
    QVERIFY(shown.open(u"p0"_s));
    Draft draft;
    draft.id = u"d1"_s;
    draft.contactId = u"p0"_s;
    draft.subject = u"A question about M&A"_s;
    draft.state = u"draft"_s;
    store::Operation writing;
    writing.label = u"Write 1 email"_s;
    writing.create(Kind::draft, draft.id, toBody(draft));
    VERIFY_OK(test::await(shown.desk.services().store.apply(writing)));
    for (int i = 0; i < 60; ++i) {
        VERIFY_OK(test::await(flows::setContactFields(&shown.desk.services(), u"p0"_s,
                                                      {{u"city"_s, u"City %1"_s.arg(i)}})));
    }
    auto *more = shown.desk.child<QPushButton>(u"contacts.pane.timeline.more"_s);
    QVERIFY(spinUntil([&] { return more->isVisible() && shown.labels().contains(u"City 59"_s); }));
    QVERIFY(!shown.labels().contains(u"City 20"_s));
    more->click();
    QVERIFY(spinUntil([&] { return shown.labels().contains(u"City 20"_s); }));
    auto *filter = shown.desk.child<QComboBox>(u"contacts.pane.timeline.filter"_s);
    filter->setCurrentIndex(static_cast<int>(TimelineFilter::emails)); // far back, behind all the edits
    QVERIFY(spinUntil([&] { return shown.labels().contains(u"Email written: A question about M&A"_s); }));
    QVERIFY(!shown.labels().contains(u"City 59"_s));
    QVERIFY(!more->isVisible());
    filter->setCurrentIndex(static_cast<int>(TimelineFilter::chats));
    QVERIFY(spinUntil([&] { return shown.labels().contains(u"Nothing of this kind"_s); }));
}
