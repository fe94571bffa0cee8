// SPDX-License-Identifier: GPL-3.0-or-later
#include "fullpage.h"
#include "tests.h"

#include "ui/common/busybar.h"
#include "ui/contacts/celltext.h"
#include "ui/contacts/columndialog.h"
#include "ui/contacts/filterchip.h"
#include "ui/contacts/importdialog.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

namespace {

QClipboard &clipboard()
{
    return *QApplication::clipboard();
}

void show(Full &full, ContactColumn column)
{
    full.table->setColumnHidden(static_cast<int>(column), false);
}

qint64 ridOf(Full &full, const QString &id)
{
    return full.desk.services().reader.record(Kind::contact, id)->rid;
}

FilterChip *chip(Full &full, const QString &name)
{
    return full.desk.child<FilterChip>(u"contacts.filter."_s + name);
}

} // namespace

void TestContactsViews::everyColumnIsEdited_data()
{
    QTest::addColumn<ContactColumn>("column");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("stored");
    const auto row = [](const char *name, ContactColumn column, const QString &typed,
                        const QString &stored = {}) {
        QTest::newRow(name) << column << typed << (stored.isEmpty() ? typed : stored);
    };
    row("first name", ContactColumn::firstName, u"Priyanka"_s);
    row("last name", ContactColumn::lastName, u"Rao"_s);
    row("phone", ContactColumn::phone, u"+44 20 7946 0000"_s);
    row("linkedin", ContactColumn::linkedin, u"linkedin.com/in/priya"_s, u"https://linkedin.com/in/priya"_s);
    row("headline", ContactColumn::headline, u"Banker"_s);
    row("industry", ContactColumn::industry, u"Banking"_s);
    row("degree", ContactColumn::degree, u"MA"_s);
    row("field of study", ContactColumn::studyField, u"History"_s);
    row("city", ContactColumn::city, u"Leeds"_s);
    row("state", ContactColumn::state, u"Yorkshire"_s);
    row("country", ContactColumn::country, u"UK"_s);
    row("hometown", ContactColumn::hometown, u"Pune"_s);
    row("tags", ContactColumn::tags, u"warm, alumni"_s, u"alumni, warm"_s);
    row("next action", ContactColumn::nextAction, u"Call back"_s);
    row("due", ContactColumn::due, u"20 May 2031"_s, u"2031-05-20"_s);
    row("first contact", ContactColumn::firstContact, u"1 Mar 2026"_s, u"2026-03-01"_s);
    row("last contact", ContactColumn::lastContact, u"2026-03-02"_s);
    row("connected on", ContactColumn::connectedOn, u"2026-03-03"_s);
    row("how you met", ContactColumn::howMet, u"At the fair"_s);
    row("introduced by", ContactColumn::introducedBy, u"Grace"_s);
}

void TestContactsViews::everyColumnIsEdited()
{
    QFETCH(ContactColumn, column);
    QFETCH(QString, typed);
    QFETCH(QString, stored);
    Full full;
    QVERIFY(full.open());
    show(full, column);
    full.table->editCell(ridOf(full, u"p6"_s), column);
    auto *line = qobject_cast<QLineEdit *>(full.editor("contacts.cell.text"));
    QVERIFY(line != nullptr);
    line->setText(typed);
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(spinUntil([&] { return full.desk.model().storedText(full.rowOf(u"p6"_s), column) == stored; }));
}

void TestContactsViews::notesKeepTheirLines()
{
    Full full;
    QVERIFY(full.open());
    show(full, ContactColumn::notes);
    full.table->editCell(ridOf(full, u"p6"_s), ContactColumn::notes);
    auto *notes = qobject_cast<QPlainTextEdit *>(full.editor("contacts.cell.notes"));
    QVERIFY(notes != nullptr);
    QTest::keyClicks(notes, u"First line"_s);
    QTest::keyClick(notes, Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(notes, u"second"_s);
    QTest::keyClick(notes, Qt::Key_Return);
    QVERIFY(spinUntil([&] { return full.desk.contact(u"p6"_s).notes == "First line\nsecond"_L1; }));
    const QModelIndex cell = full.cell(u"p6"_s, ContactColumn::notes);
    QVERIFY(spinUntil([&] { return cell.data().toString() == "First line"_L1; })); // one line in a row
}

void TestContactsViews::wrongValuesSayWhatIsWrong_data()
{
    QTest::addColumn<ContactColumn>("column");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("words");
    QTest::newRow("email") << ContactColumn::email << u"priya at meridian"_s << u"not an email address"_s;
    QTest::newRow("link") << ContactColumn::linkedin << u"priya"_s << u"not a web address"_s;
    QTest::newRow("date") << ContactColumn::due << u"soonish"_s << u"not a date"_s;
}

void TestContactsViews::wrongValuesSayWhatIsWrong()
{
    QFETCH(ContactColumn, column);
    QFETCH(QString, typed);
    QFETCH(QString, words);
    Full full;
    QVERIFY(full.open());
    show(full, column);
    full.table->editCell(ridOf(full, u"p4"_s), column);
    auto *line = qobject_cast<QLineEdit *>(full.editor("contacts.cell.text"));
    QVERIFY(line != nullptr);
    line->setText(typed);
    QTest::keyClick(line, Qt::Key_Tab); // does not leave a wrong value behind
    QVERIFY(line->isVisible());
    QCOMPARE(line->text(), typed);
    QVERIFY2(line->accessibleDescription().contains(words), qUtf8Printable(line->accessibleDescription()));
}

void TestContactsViews::everyColumnSorts_data()
{
    QTest::addColumn<int>("column");
    for (int column = 0; column < contactColumnCount; ++column) {
        QTest::newRow(qUtf8Printable(specOf(contactColumnAt(column)).title)) << column;
    }
}

/// A value for a field that comes at `place` in the order of that field.
static QString ranked(const QString &field, int place)
{
    const QString letter = QString(QChar(u'b' + 2 * place));
    if (field == "email"_L1) {
        return letter + u"@sorted.example"_s;
    }
    if (field == "linkedinUrl"_L1) {
        return u"https://www.linkedin.com/in/"_s + letter;
    }
    if (field == "status"_L1) {
        return QStringList {u"Contacted"_s, u"Followed Up"_s, u"Replied"_s}[place];
    }
    if (field == "phone"_L1) {
        return u"+1 555 010 000%1"_s.arg(place);
    }
    return field.endsWith("Date"_L1) || field == "connectedOn"_L1 ? u"2026-03-0%1"_s.arg(place + 1)
                                                                  : letter + u" words"_s;
}

void TestContactsViews::everyColumnSorts()
{
    QFETCH(const int, column);
    const ContactColumnSpec &spec = specOf(contactColumnAt(column));
    Desk desk;
    QVERIFY(desk.open());
    for (const int place : {1, 2, 0}) { // neither way round
        Contact contact;
        contact.id = u"s%1"_s.arg(place);
        contact.lastName = u"Same"_s;
        contact.createdAt = u"2026-03-0%1T09:00:00.000Z"_s.arg(place + 1);
        const QString field = spec.column == ContactColumn::name ? u"lastName"_s : spec.field;
        if (field == "degree"_L1 || field == "studyField"_L1) {
            School school {{}, {}, u"Ashgrove College"_s, {}, {}, {}, {}};
            (field == "degree"_L1 ? school.degree : school.field) = ranked(field, place);
            addSchool(contact.schools, school);
        } else {
            QVERIFY(field.isEmpty() || setDocumentField(contact, field, ranked(field, place)));
        }
        desk.add({contact});
    }
    desk.show();
    QVERIFY(desk.waitForRows(3));
    auto *table = desk.child<ContactsTableView>(u"contacts.table"_s);
    table->setColumnHidden(column, false);
    const auto order = [&] {
        QStringList ids;
        for (int row = 0; row < 3; ++row) {
            const auto contact = desk.model().contactAt(row);
            ids << (contact ? contact->id : QString());
        }
        return ids;
    };
    QStringList upwards {u"s0"_s, u"s1"_s, u"s2"_s};
    QStringList downwards {u"s2"_s, u"s1"_s, u"s0"_s};
    if (spec.column == ContactColumn::source) { // all come from the same file
        return;
    }
    table->sortByColumn(column, Qt::DescendingOrder);
    QVERIFY2(spinUntil([&] { return order() == downwards; }), qUtf8Printable(order().join(u' ')));
    table->sortByColumn(column, Qt::AscendingOrder);
    QVERIFY2(spinUntil([&] { return order() == upwards; }), qUtf8Printable(order().join(u' ')));
}

void TestContactsViews::tabGoesToTheNextCell()
{
    Full full;
    QVERIFY(full.open());
    full.table->setColumnHidden(static_cast<int>(ContactColumn::company), true);
    const int row = full.rowOf(u"p4"_s);
    full.table->editCell(ridOf(full, u"p4"_s), ContactColumn::title);
    auto *line = qobject_cast<QLineEdit *>(full.editor("contacts.cell.text"));
    QVERIFY(line != nullptr);
    line->setText(u"Partner"_s);
    QTest::keyClick(line, Qt::Key_Tab);
    QCOMPARE(full.table->currentIndex(),
             full.desk.model().index(row, static_cast<int>(ContactColumn::email)));
    QVERIFY(spinUntil([&] { return full.desk.contact(u"p4"_s).jobTitle() == "Partner"_L1; }));
    // Behind the last column that can be edited comes the next row.
    full.table->editCell(ridOf(full, u"p4"_s), ContactColumn::due);
    QLineEdit *last = nullptr;
    for (auto *candidate : full.table->viewport()->findChildren<QLineEdit *>(u"contacts.cell.text"_s)) {
        last = candidate->isVisible() ? candidate : last;
    }
    QVERIFY(last != nullptr);
    QTest::keyClick(last, Qt::Key_Tab);
    QCOMPARE(full.table->currentIndex(),
             full.desk.model().index(row + 1, static_cast<int>(ContactColumn::name)));
}

void TestContactsViews::cellBeingTypedIsSavedWhenThePageGoes()
{
    Full full;
    QVERIFY(full.open());
    full.table->editCell(ridOf(full, u"p4"_s), ContactColumn::title);
    auto *line = qobject_cast<QLineEdit *>(full.editor("contacts.cell.text"));
    QVERIFY(line != nullptr);
    line->setText(u"Typed just before closing"_s);
    full.tester.reset();
    full.desk.close();
    QVERIFY(spinUntil(
            [&] { return full.desk.contact(u"p4"_s).jobTitle() == "Typed just before closing"_L1; }));
}

void TestContactsViews::keysMoveAndSelect()
{
    Full full;
    QVERIFY(full.open());
    full.table->selectContact(full.desk.model().rowIdAt(3));
    QTest::keyClick(full.table, Qt::Key_End);
    QCOMPARE(full.table->currentIndex().row(), everyone - 1);
    QCOMPARE(full.table->selectedRowIds().size(), 1);
    QTest::keyClick(full.table, Qt::Key_Home, Qt::ShiftModifier);
    QCOMPARE(full.table->selectedRowIds().size(), everyone);
    QTest::keyClick(full.table, Qt::Key_Home);
    QTest::keyClick(full.table, Qt::Key_Space);
    QCOMPARE(full.table->selectedRowIds().size(), 0);
    QTest::keyClick(full.table, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(full.table->selectedRowIds().size(), everyone);
    QTest::keyClick(full.table, Qt::Key_K); // Kwame
    QVERIFY(spinUntil([&] { return full.table->currentRowId() == ridOf(full, u"p7"_s); }));
}

void TestContactsViews::columnsAreChosenInADialog()
{
    Full full;
    QVERIFY(full.open());
    full.table->chooseColumns();
    QDialog *dialog = dialogNamed(u"contacts.columnDialog"_s);
    QVERIFY(dialog != nullptr);
    auto *list = dialog->findChild<QListWidget *>(u"columns.list"_s);
    QCOMPARE(list->count(), contactColumnCount);
    QVERIFY(!(list->item(0)->flags() & Qt::ItemIsUserCheckable)); // a row must say who it is
    QListWidgetItem *phone = list->findItems(u"Phone"_s, Qt::MatchExactly).value(0);
    QVERIFY(phone != nullptr);
    phone->setCheckState(Qt::Checked);
    list->setCurrentItem(phone);
    for (int row = list->row(phone); row > 1; --row) {
        dialog->findChild<QPushButton *>(u"columns.up"_s)->click();
    }
    list->findItems(u"School"_s, Qt::MatchExactly).value(0)->setCheckState(Qt::Unchecked);
    dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
    QVERIFY(!full.table->isColumnHidden(static_cast<int>(ContactColumn::phone)));
    QVERIFY(full.table->isColumnHidden(static_cast<int>(ContactColumn::school)));
    QCOMPARE(full.table->horizontalHeader()->visualIndex(static_cast<int>(ContactColumn::phone)), 1);
}

void TestContactsViews::tablesComeAndGoAsText_data()
{
    using Table = QVector<QStringList>;
    QTest::addColumn<Table>("cells");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << Table {{u"a"_s, u"b"_s}, {u"c"_s, u""_s}} << u"a\tb\nc\t\n"_s;
    QTest::newRow("lines, tabs and quotes in cells") << Table {{u"two\nlines"_s, u"a\ttab"_s, u"say \"x\""_s}}
                                                     << u"\"two\nlines\"\t\"a\ttab\"\t\"say \"\"x\"\"\"\n"_s;
    QTest::newRow("what a spreadsheet would run")
            << Table {{u"=1+1"_s, u"+1 555"_s}} << u"'=1+1\t'+1 555\n"_s;
}

void TestContactsViews::tablesComeAndGoAsText()
{
    QFETCH(QVector<QStringList>, cells);
    QFETCH(QString, text);
    QCOMPARE(asTable(cells), text);
    QCOMPARE(tableIn(text), cells);
    QCOMPARE(tableIn(QString(text).replace(u"\n"_s, u"\r\n"_s)).size(), cells.size());
}

void TestContactsViews::tableIsPastedOntoCells()
{
    Full full;
    QVERIFY(full.open());
    QSignalSpy told(&full.desk.page(), &ContactsPage::toast);
    const qint64 below = full.desk.model().rowIdAt(full.rowOf(u"p4"_s) + 1);
    const QString belowId = full.desk.model().contactAt(full.rowOf(u"p4"_s) + 1)->id;
    full.table->setCurrentIndex(full.cell(u"p4"_s, ContactColumn::title));
    full.select({u"p4"_s});
    clipboard().setText(u"Partner\tNew Firm\r\nCounsel\tOther Firm\r\n"_s);
    QTest::keySequence(full.table, QKeySequence::Paste);
    QVERIFY(spinUntil([&] { return full.desk.contact(u"p4"_s).company() == "New Firm"_L1; }));
    QCOMPARE(full.desk.contact(u"p4"_s).jobTitle(), u"Partner"_s);
    QCOMPARE(full.desk.model().rowIdAt(full.desk.model().rowOf(below)), below);
    QCOMPARE(full.desk.contact(belowId).company(), u"Other Firm"_s);
    QVERIFY(spinUntil([&] { return told.count() == 1; }));
    QVERIFY(full.desk.undo(told[0][1].toString())); // one operation
    QVERIFY(spinUntil([&] { return full.desk.contact(u"p4"_s).company() == "Meridian Capital"_L1; }));
    QVERIFY(full.desk.contact(belowId).company() != "Other Firm"_L1);
}

void TestContactsViews::oneRowIsPastedOntoAllSelected()
{
    Full full;
    QVERIFY(full.open());
    full.table->setCurrentIndex(full.cell(u"p1"_s, ContactColumn::company));
    full.select({u"p1"_s, u"p2"_s, u"p3"_s});
    clipboard().setText(u"One Firm"_s);
    QTest::keySequence(full.table, QKeySequence::Paste);
    for (const QString &id : {u"p1"_s, u"p2"_s, u"p3"_s}) {
        QVERIFY(spinUntil([&] { return full.desk.contact(id).company() == "One Firm"_L1; }));
    }
}

void TestContactsViews::wrongCellsAreShownBeforePasting()
{
    Full full;
    QVERIFY(full.open());
    full.table->setCurrentIndex(full.cell(u"p4"_s, ContactColumn::name));
    full.select({u"p4"_s});
    // A header says where the cells go, wherever one stands.
    clipboard().setText(u"Email\tCompany\nnot an address\tNew Firm\n"_s);
    QTest::keySequence(full.table, QKeySequence::Paste);
    QDialog *dialog = dialogNamed(u"contacts.pasteDialog"_s);
    QVERIFY(dialog != nullptr);
    auto *problems = dialog->findChild<QTreeWidget *>(u"paste.problems"_s);
    QCOMPARE(problems->topLevelItemCount(), 1);
    QCOMPARE(problems->topLevelItem(0)->text(0), u"Priya Raghunathan"_s);
    QCOMPARE(problems->topLevelItem(0)->text(2), u"not an address"_s);
    QCOMPARE(full.desk.contact(u"p4"_s).company(), u"Meridian Capital"_s); // nothing yet
    dialog->findChild<QPushButton *>(u"paste.accept"_s)->click();
    QVERIFY(spinUntil([&] { return full.desk.contact(u"p4"_s).company() == "New Firm"_L1; }));
    QCOMPARE(full.desk.contact(u"p4"_s).email(), u"priya.r@meridian.example"_s);
}

void TestContactsViews::newPeopleGoToTheImport()
{
    Full full;
    QVERIFY(full.open());
    full.table->clearSelection();
    clipboard().setText(u"First name\tLast name\tEmail\nInês\tPaz\tines@paz.example\n"_s);
    QTest::keySequence(full.table, QKeySequence::Paste);
    auto *dialog = qobject_cast<ImportDialog *>(dialogNamed(u"contacts.importDialog"_s));
    QVERIFY(dialog != nullptr);
    QVERIFY(spinUntil([&] { return dialog->presenter().trial().has_value(); }));
    QCOMPARE(dialog->presenter().trial()->created, 1);
}

void TestContactsViews::aTableOfPeopleIsNotPastedUnasked()
{
    Full full;
    QVERIFY(full.open());
    full.table->setCurrentIndex(full.cell(u"p4"_s, ContactColumn::name));
    full.select({u"p4"_s});
    clipboard().setText(u"Name\tEmail\nInês Paz\tines@paz.example\n"_s);
    QTest::keySequence(full.table, QKeySequence::Paste);
    QDialog *dialog = dialogNamed(u"contacts.pasteDialog"_s);
    QVERIFY(dialog != nullptr);
    QCOMPARE(full.desk.contact(u"p4"_s).lastName, u"Raghunathan"_s);
    dialog->findChild<QPushButton *>(u"paste.new"_s)->click();
    ImportDialog *import = nullptr;
    QVERIFY(spinUntil([&] {
        import = qobject_cast<ImportDialog *>(dialogNamed(u"contacts.importDialog"_s));
        return import != nullptr && import->presenter().trial().has_value();
    }));
    QCOMPARE(import->presenter().trial()->created, 1);
    QCOMPARE(full.desk.contact(u"p4"_s).lastName, u"Raghunathan"_s);
}

void TestContactsViews::cutEmptiesTheCell()
{
    Full full;
    QVERIFY(full.open());
    full.table->setCurrentIndex(full.cell(u"p4"_s, ContactColumn::email));
    full.select({u"p4"_s});
    QTest::keySequence(full.table, QKeySequence::Cut);
    QVERIFY(spinUntil([&] { return full.desk.contact(u"p4"_s).email().isEmpty(); }));
    QCOMPARE(clipboard().text(), u"priya.r@meridian.example"_s);
}

void TestContactsViews::stoppedChangeLeavesEveryoneAsBefore()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.add(manyPeople(3000));
    desk.show();
    QVERIFY(desk.waitForRows(3000));
    QVERIFY(spinUntil([&] { return desk.page().presenter().counts().all == 3000; }));
    const auto before = store::peopleCounts(desk.services().reader, {});
    desk.child<ContactsTableView>(u"contacts.table"_s)->selectAll();
    QSignalSpy told(&desk.page(), &ContactsPage::toast);
    for (QAction *choice : desk.actions().find(u"contacts.status"_s)->menu<QMenu *>()->actions()) {
        if (choice->text() == "Met"_L1) {
            choice->trigger();
        }
    }
    // The button is pressed before the first contact is written: the worker has to read three thousand first.
    Q_EMIT desk.child<BusyBar>(u"contacts.busy"_s)->cancelRequested();
    QVERIFY(spinUntil([&] { return told.count() == 1; }));
    QCOMPARE(told[0][0].toString(), u"Cancelled. Nothing was changed."_s);
    QCOMPARE(store::peopleCounts(desk.services().reader, {})->byStatus, before->byStatus);
}

void TestContactsViews::filtersCombine()
{
    Full full;
    QVERIFY(full.open());
    QCOMPARE(chip(full, u"due"_s)->accessibleName(), u"Follow-up due: 1"_s);
    QCOMPARE(chip(full, u"withoutEmail"_s)->accessibleName(), u"Without email: 9"_s);
    chip(full, u"withoutEmail"_s)->click();
    QVERIFY(full.desk.waitForRows(9));
    chip(full, u"company"_s)->click();
    auto *list = full.desk.child<QListWidget>(u"contacts.facet.list"_s);
    QVERIFY(list != nullptr);
    QVERIFY(spinUntil([&] { return list->count() > 0; }));
    auto *search = full.desk.child<QLineEdit>(u"contacts.facet.search"_s);
    QTest::keyClicks(search, u"aeg"_s);
    QVERIFY(spinUntil([&] { return list->count() == 1; }));
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(full.desk.waitForRows(2));
    QCOMPARE(full.desk.page().presenter().query().filter.companies, QStringList {u"Aegean Studio"_s});
    chip(full, u"withoutEmail"_s)->click();
    QVERIFY(spinUntil([&] { return !full.desk.page().presenter().query().filter.withoutEmail; }));
    full.desk.child<QWidget>(u"contacts.facet"_s)->close();
    full.desk.child<QPushButton>(u"contacts.filter.clear"_s)->click();
    QVERIFY(full.desk.waitForRows(everyone));
}

void TestContactsViews::filtersAreKeptUnderAName()
{
    Full full;
    QVERIFY(full.open());
    chip(full, u"withoutEmail"_s)->click();
    QVERIFY(full.desk.waitForRows(9));
    full.desk.actions().find(u"contacts.saveFilter"_s)->trigger();
    QDialog *dialog = dialogNamed(u"contacts.saveFilterDialog"_s);
    QVERIFY(dialog != nullptr);
    dialog->findChild<QLineEdit *>(u"form.name"_s)->setText(u"To look up"_s);
    dialog->findChild<QPushButton *>(u"form.accept"_s)->click();
    auto *saved = full.desk.child<QToolButton>(u"contacts.filter.saved"_s);
    QVERIFY(spinUntil([&] { return saved->text() == "To look up"_L1; }));
    full.tester.reset();
    full.desk.close(); // another start
    full.desk.show();
    QVERIFY(full.desk.waitForRows(everyone));
    QMenu *menu = full.desk.child<QToolButton>(u"contacts.filter.saved"_s)->menu();
    QCOMPARE(menu->actions().first()->text(), u"To look up"_s);
    menu->actions().first()->trigger();
    QVERIFY(full.desk.waitForRows(9));
    QVERIFY(full.desk.page().presenter().query().filter.withoutEmail);
}
