// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "support/spin.h"
#include "ui/common/banner.h"
#include "ui/contacts/contactpane.h"
#include "ui/contacts/contactspage.h"
#include "ui/contacts/contactstableview.h"
#include "ui/support/workdesk.h"
#include "window/windowcomposition.h"

#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace crema;
using test::spinUntil;

namespace {

/// The whole window on the contacts page, with one person in it.
struct Contacts
{
    test::WorkDesk desk;
    std::unique_ptr<QSettings> settings;
    std::unique_ptr<app::WindowComposition> composition;
    ui::ContactsPage *page = nullptr;
    ui::ContactsTableView *table = nullptr;
    Contact person = test::somebody(0);

    bool open()
    {
        if (!desk.open() || !desk.add({person})) {
            return false;
        }
        show();
        return spinUntil([this] { return page->presenter().model().rowCount() == 1; });
    }

    void show()
    {
        settings = std::make_unique<QSettings>(desk.file(u"view.ini"_s), QSettings::IniFormat);
        composition = std::make_unique<app::WindowComposition>(desk.services(), desk.theme(), *settings);
        composition->window().show();
        composition->start();
        composition->window().showPage(u"contacts"_s);
        page = qobject_cast<ui::ContactsPage *>(composition->window().page(u"contacts"_s));
        table = page->findChild<ui::ContactsTableView *>(u"contacts.table"_s);
    }

    ui::MainWindow &window() { return composition->window(); }
    void typeIntoCell(ui::ContactColumn column, const QString &text)
    {
        table->editCell(page->presenter().model().rowIdAt(0), column);
        auto *line = table->viewport()->findChild<QLineEdit *>(u"contacts.cell.text"_s);
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    /// As SIGTERM does.
    bool end()
    {
        QSignalSpy closing(&window(), &ui::MainWindow::closing);
        window().closeUnasked();
        return spinUntil([&] { return closing.count() == 1 && !window().isVisible(); });
    }
};

} // namespace

void TestWindowEnd::whatIsTypedIsSaved_data()
{
    QTest::addColumn<bool>("inACell");
    QTest::newRow("a note") << false;
    QTest::newRow("an open cell") << true;
}

void TestWindowEnd::whatIsTypedIsSaved()
{
    QFETCH(bool, inACell);
    Contacts shown;
    QVERIFY(shown.open());
    if (inACell) {
        shown.typeIntoCell(ui::ContactColumn::location, u"Paris"_s);
    } else {
        shown.page->showContact(shown.person.id);
        auto *notes = shown.page->findChild<QPlainTextEdit *>(u"contacts.pane.notes"_s);
        const auto *pane = shown.page->findChild<ui::ContactPane *>();
        QVERIFY(spinUntil([&] { return pane->contactId() == shown.person.id && notes->isVisible(); }));
        QTest::keyClicks(notes, u"sigterm note"_s);
    }
    QVERIFY(shown.end());
    const Contact stored = shown.desk.services().reader.contact(shown.person.id).value_or(Contact {});
    QCOMPARE(inACell ? stored.location : stored.notes, inACell ? u"Paris"_s : u"sigterm note"_s);
}

void TestWindowEnd::refusedTextIsToldAtTheNextStart()
{
    Contacts shown;
    QVERIFY(shown.open());
    shown.typeIntoCell(ui::ContactColumn::email, u"bad mail"_s);
    shown.window().close(); // asks
    QVERIFY(spinUntil(
            [&] { return shown.window().findChild<QMessageBox *>(u"unsavedQuestion"_s) != nullptr; }));
    QVERIFY(shown.end()); // does not wait for an answer
    const auto told = [&] {
        QString all;
        for (const QLabel *label : shown.window().banner().findChildren<QLabel *>()) {
            all += label->text() + u'\n';
        }
        return shown.window().banner().isVisible() ? all : QString();
    };
    shown.composition.reset();
    shown.show();
    QVERIFY2(told().contains(u"bad mail"_s) && told().contains(shown.person.name()), qPrintable(told()));
    shown.window().banner().findChild<QToolButton *>(u"bannerClose"_s)->click();
    shown.composition.reset();
    shown.show();
    QVERIFY(told().isEmpty());
}

void TestWindowEnd::aSessionThatEndsSavesWithoutClosing()
{
    Contacts shown;
    QVERIFY(shown.open());
    shown.typeIntoCell(ui::ContactColumn::location, u"Paris"_s);
    shown.window().prepareForEnd();
    QVERIFY(shown.window().isVisible());
    QVERIFY(spinUntil([&] {
        return shown.desk.services().reader.contact(shown.person.id).value_or(Contact {}).location
                == "Paris"_L1;
    }));
}

void TestWindowEnd::viewChoicesAreWrittenWhenMade()
{
    Contacts shown;
    QVERIFY(shown.open());
    QCOMPARE(shown.settings->value(u"window/page"_s).toString(), u"contacts"_s);
    shown.desk.theme().setChoice(ui::SchemeChoice::dark);
    QCOMPARE(shown.settings->value(u"appearance/scheme"_s).toString(), u"dark"_s);
    shown.desk.theme().setTextPercent(110);
    QCOMPARE(shown.settings->value(u"appearance/textPercent"_s).toInt(), 110);
}
