// SPDX-License-Identifier: GPL-3.0-or-later
#include "fullpage.h"
#include "spreadsheettests.h"

#include "flows/importflow.h"
#include "support/support.h"
#include "ui/contacts/boardlist.h"
#include "ui/contacts/changewords.h"
#include "ui/contacts/contactboard.h"
#include "ui/contacts/importdialog.h"
#include "ui/contacts/noteview.h"

#include <QAbstractButton>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

void TestContactsTold::boardShowsTheBeginning()
{
    Desk desk;
    QVERIFY(desk.open());
    auto people = manyPeople(120);
    for (Contact &person : people) {
        person.status = u"Met"_s;
    }
    desk.add(people);
    desk.show();
    QVERIFY(desk.waitForRows(120));
    desk.page().showAs(ContactsLayout::board);
    auto *board = desk.child<ContactBoard>(u"contacts.board"_s);
    QVERIFY(spinUntil([&] {
        return board->column(u"Met"_s) != nullptr
                && board->column(u"Met"_s)->list().contacts().rowCount() == 120;
    }));
    BoardList &met = board->column(u"Met"_s)->list();
    met.scrollToBottom();
    QVERIFY(met.verticalScrollBar()->value() > 0);
    const QString word = desk.contact(people.front().id).company().section(u' ', 0, 0);
    desk.page().presenter().setText(word);
    QVERIFY(spinUntil([&] {
        const int rows = met.contacts().rowCount();
        return rows > 0 && rows < 120;
    }));
    QTRY_COMPARE(met.verticalScrollBar()->value(), 0);
}

void TestContactsTold::theFieldFollowsTheFilter()
{
    Full full;
    QVERIFY(full.open());
    auto *field = full.desk.child<QLineEdit>(u"contacts.filter.text"_s);
    QSignalSpy changed(field, &QLineEdit::textChanged); // which the cross in it follows
    full.desk.page().presenter().setText(u"priya"_s);
    QVERIFY(full.desk.waitForRows(1));
    QTRY_COMPARE(field->text(), u"priya"_s);
    QCOMPARE(changed.count(), 1);
    full.desk.page().presenter().clearFilters();
    QVERIFY(full.desk.waitForRows(everyone));
    QCOMPARE(field->text(), QString());
    QCOMPARE(changed.count(), 2);
}

void TestContactsTold::theFormHasRoomForItsErrors()
{
    Full full;
    QVERIFY(full.open());
    full.desk.actions().find(u"contacts.add"_s)->trigger();
    QDialog *dialog = dialogNamed(u"contacts.addDialog"_s);
    QVERIFY(dialog != nullptr);
    auto *accept = dialog->findChild<QPushButton *>(u"form.accept"_s);
    accept->click();
    QVERIFY(spinUntil([&] { return accept->isEnabled(); }));
    const auto banner = [&]() -> QWidget * {
        for (auto *widget : dialog->findChildren<QWidget *>()) {
            if (widget->inherits("crema::ui::Banner") && widget->isVisible()) {
                return widget;
            }
        }
        return nullptr;
    };
    QVERIFY(banner() != nullptr);
    for (const QLabel *label : banner()->findChildren<QLabel *>()) {
        QTRY_VERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
    }
    dialog->findChild<QLineEdit *>(u"form.email"_s)->setText(u"bad@"_s);
    accept->click();
    QVERIFY(banner() == nullptr); // what it said is no longer what is wrong
    dialog->findChild<QLineEdit *>(u"form.email"_s)->clear();
    dialog->close();
}

void TestContactsTold::typedLinesStayLines_data()
{
    QTest::addColumn<QString>("note");
    QTest::addColumn<QString>("read"); // what the view shows, a line each
    const auto row = [](const char *what, const QString &note, const QString &read) {
        QTest::newRow(what) << note << read;
    };
    row("two lines", u"line A\nline B"_s, u"line A\nline B"_s);
    row("a paragraph after", u"line A\nline B\n\nline C"_s, u"line A\nline B\nline C"_s);
    row("an address at the end of a line", u"see https://a.example/x\nand call"_s,
        u"see https://a.example/x\nand call"_s);
    row("bold over the end", u"**one\ntwo** three"_s, u"one\ntwo three"_s);
    row("a list", u"to do:\n- one\n- two\nand more"_s, u"to do:\none\ntwo\nand more"_s);
    row("a heading", u"# Title\ntext\nmore"_s, u"Title\ntext\nmore"_s);
    row("code", u"```\na b\nc d\n```\nafter\nit"_s, u"a b\nc d\nafter\nit"_s);
    row("a heading that is underlined", u"Title\n=====\ntext"_s, u"Title\ntext"_s);
    row("numbers", u"1. one\n2. two"_s, u"one\ntwo"_s);
}

void TestContactsTold::typedLinesStayLines()
{
    QFETCH(QString, note);
    NoteView view;
    view.resize(400, 300);
    view.showNote(note);
    QString read = view.toPlainText();
    read.replace(QChar(QChar::LineSeparator), u'\n');
    QTEST(read, "read");
    QTextCursor cursor(view.document());
    if (cursor.document()->find(u"https://a.example/x"_s).hasSelection()) {
        QCOMPARE(cursor.document()->find(u"https://a.example/x"_s).charFormat().anchorHref(),
                 u"https://a.example/x"_s);
    }
}

void TestContactsTold::longTitlesAreCut()
{
    Full full;
    QVERIFY(full.open());
    const QString title = QString(u"Senior "_s).repeated(120) + u"Engineer"_s;
    VERIFY_OK(test::await(flows::setContactFields(&full.desk.services(), u"p4"_s, {{u"jobTitle"_s, title}})));
    full.desk.page().showContact(u"p4"_s);
    const auto *role = full.desk.child<QLabel>(u"contacts.pane.role"_s);
    QVERIFY(spinUntil([&] { return role->text().startsWith(u"Senior Senior"_s); }));
    QVERIFY(role->text().size() < 200);
    QVERIFY(role->toolTip().contains(u"Engineer"_s));
}

void TestContactsTold::changesAreToldInWords_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("words");
    QTest::newRow("not the same person") << u"distinctFrom/sFtAhviKfrTSaUkmN86e"_s
                                         << u"Said to be another person than a possible duplicate"_s;
    QTest::newRow("a field without words of its own") << u"favouriteTea"_s << u"Favourite tea: x"_s;
}

void TestContactsTold::changesAreToldInWords()
{
    QFETCH(QString, field);
    store::FieldStep step;
    step.field = field;
    step.after = Json("x");
    QTEST(changeWords(Kind::contact, step), "words");
}

namespace {

QString writeTable(const Desk &desk, const QByteArray &csv)
{
    const QString path = desk.file(u"people.csv"_s);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(csv) == csv.size() ? path : QString();
}

} // namespace

void TestContactsTold::theImportCountsExactly()
{
    Desk desk;
    QVERIFY(desk.open());
    QByteArray csv("first,last,mail\n" + QByteArray("Long").repeated(2000) + ",Row,long@firm.example\n");
    for (int i = 0; i < 2000; ++i) {
        const QByteArray n = QByteArray::number(i);
        csv += "Given" + n + ",Family" + n + ",given" + n + "@firm.example\n";
    }
    const QString path = writeTable(desk, csv);
    QString uncounted;
    ImportDialog dialog(desk.services());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    const auto *facts = dialog.findChild<QLabel *>(u"import.facts"_s);
    connect(&dialog.presenter(), &ImportPresenter::trying, &dialog,
            [&uncounted, facts] { uncounted = facts->text(); }); // the counting begins: it may be over soon
    dialog.openFile(path);
    QVERIFY(spinUntil([&] { return dialog.presenter().trial().has_value(); }));
    QVERIFY2(uncounted.contains(u"about"_s), qPrintable(uncounted)); // as long as nobody has counted
    QVERIFY2(facts->text().endsWith(u"  %1 rows"_s.arg(QLocale().toString(2001))), qPrintable(facts->text()));

    dialog.presenter().import(); // and one button stops it
    int cancels = 0;
    for (const auto *button : dialog.findChildren<QAbstractButton *>()) {
        cancels += button->isVisible() && button->text() == "Cancel"_L1 ? 1 : 0;
    }
    QCOMPARE(cancels, 1);
    dialog.findChild<QPushButton *>(u"import.close"_s)->click();
    QVERIFY(!dialog.findChild<QPushButton *>(u"import.close"_s)->isEnabled()); // asked for
    QVERIFY(spinUntil([&] { return dialog.presenter().stage() != ImportStage::importing; }));
}

void TestContactsTold::theImportNamesFieldsInWords()
{
    Full full;
    QVERIFY(full.open());
    VERIFY_OK(test::await(
            flows::setContactFields(&full.desk.services(), u"p4"_s, {{u"hometown"_s, u"Bern"_s}})));
    flows::ImportRequest request;
    request.path = writeTable(full.desk,
                              "First name,Last name,Email,Hometown\n"
                              "Priya,Raghunathan,priya.r@meridian.example,Delhi\n");
    request.dryRun = true;
    const auto outcome = test::await(flows::importPeople(&full.desk.services(), request, {}, {}));
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rows, 1);
    QCOMPARE(outcome->warnings.size(), 1);
    const QString words = outcome->warnings[0].reason;
    QVERIFY2(words.endsWith(u": Hometown"_s), qPrintable(words));
}
