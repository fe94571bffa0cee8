// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "fullpage.h"

#include "support/spin.h"
#include "support/support.h"
#include "support/workbooks.h"
#include "ui/contacts/importdialog.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::ui;
using test::spinUntil;

namespace {

struct Importing
{
    Desk desk;
    QPointer<ImportDialog> dialog;

    bool open()
    {
        if (!desk.open()) {
            return false;
        }
        desk.show();
        dialog = new ImportDialog(desk.services(), &desk.page());
        dialog->open();
        return true;
    }

    QString file(const QString &name, const QByteArray &bytes)
    {
        QFile out(desk.file(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size()) {
            qFatal("cannot write %s", qUtf8Printable(name));
        }
        return desk.file(name);
    }

    /// Opens a file and waits for the trial.
    bool look(const QString &path)
    {
        dialog->openFile(path);
        return tried();
    }
    bool tried()
    {
        return spinUntil([this] { return dialog->presenter().trial().has_value(); },
                         std::chrono::minutes(1)); // twenty thousand rows on a busy machine
    }
    bool go()
    {
        dialog->findChild<QPushButton *>(u"import.go"_s)->click();
        return spinUntil([this] { return dialog->presenter().stage() == ImportStage::done; });
    }
    [[nodiscard]] QString outcome() const { return dialog->findChild<QLabel *>(u"import.outcome"_s)->text(); }
    /// What the dialog's banner says; empty when it is hidden.
    [[nodiscard]] QString problem() const
    {
        QStringList words;
        const auto banners = dialog->findChildren<QWidget *>();
        for (const QWidget *widget : banners) {
            if (widget->inherits("crema::ui::Banner") && widget->isVisible()) {
                words << widget->accessibleName();
            }
        }
        return words.join(u' ');
    }
};

const QByteArray threePeople(
        "first,last,mail,firm\nAna,Silva,ana@a.example,Alpha\nBo,Lind,bo@b.example,Beta\n"
        "Cy,Twombly,cy@c.example,Gamma\n");

} // namespace

void TestImportDialog::showsWhatWouldHappen()
{
    Importing import;
    QVERIFY(import.open());
    QVERIFY(import.look(test::fixture(u"exchange/linkedin_Connections.csv"_s)));
    const auto &preview = import.dialog->presenter().preview();
    QCOMPARE(preview.format, exchange::Format::linkedin);
    QVERIFY(import.dialog->findChild<QLabel *>(u"import.facts"_s)
                    ->text()
                    .startsWith(u"LinkedIn connections"_s));
    QVERIFY(import.dialog->presenter().trial()->created > 0);
    QVERIFY(import.outcome().contains(u" new"_s));
    QCOMPARE(import.desk.services().reader.countContacts({}).value_or(-1), 0); // looking writes nothing
    auto *first = import.dialog->findChild<QComboBox *>(u"import.column.0"_s);
    QVERIFY(first != nullptr);
    QCOMPARE(first->currentData().toInt(), static_cast<int>(exchange::Field::firstName));
}

void TestImportDialog::returnImports()
{
    Importing import;
    QVERIFY(import.open());
    QVERIFY(import.look(import.file(u"three.csv"_s, threePeople)));
    QVERIFY(import.dialog->findChild<QPushButton *>(u"import.go"_s)->isDefault());
    QWidget *focused = import.dialog->focusWidget();
    QTest::keyClick(focused != nullptr ? focused : import.dialog.data(), Qt::Key_Return);
    QVERIFY(spinUntil([&] { return import.dialog->presenter().stage() == ImportStage::done; }));
    QCOMPARE(import.desk.services().reader.countContacts({}).value_or(-1), 3);
}

void TestImportDialog::importsAndTakesBack()
{
    Importing import;
    QVERIFY(import.open());
    QVERIFY(import.look(import.file(u"three.csv"_s, threePeople)));
    QVERIFY(import.go());
    QVERIFY(import.desk.waitForRows(3));
    QString operation;
    connect(import.dialog, &ImportDialog::undoRequested, this, [&](const QString &id) { operation = id; });
    for (auto *button : import.dialog->findChildren<QPushButton *>()) {
        if (button->text() == "Undo import"_L1) {
            button->click();
        }
    }
    QVERIFY(!operation.isEmpty());
    VERIFY_OK(test::await(import.desk.services().store.undoOperation(operation)));
    QVERIFY(import.desk.waitForRows(0));
}

void TestImportDialog::correctedColumnsCount()
{
    Importing import;
    QVERIFY(import.open());
    QVERIFY(import.look(
            import.file(u"odd.csv"_s, "Ana,likes tea,ana@a.example\nBo,likes rain,bo@b.example\n")));
    auto *second = import.dialog->findChild<QComboBox *>(u"import.column.1"_s);
    QVERIFY(second != nullptr);
    second->setCurrentIndex(second->findData(static_cast<int>(exchange::Field::notes)));
    auto *first = import.dialog->findChild<QComboBox *>(u"import.column.0"_s);
    first->setCurrentIndex(first->findData(static_cast<int>(exchange::Field::lastName)));
    QVERIFY(import.tried());
    QVERIFY(import.go());
    QVERIFY(import.desk.waitForRows(2));
    const auto row = import.desk.model().contactAt(0);
    QVERIFY(row.has_value());
    const Contact ana = import.desk.contact(row->id);
    QCOMPARE(ana.lastName, u"Ana"_s);
    QCOMPARE(ana.notes, u"likes tea"_s);
}

void TestImportDialog::headerRowCanBeChosen()
{
    Importing import;
    QVERIFY(import.open());
    QVERIFY(import.look(import.file(u"named.csv"_s, threePeople)));
    auto *row = import.dialog->findChild<QSpinBox *>(u"import.headerRow"_s);
    QCOMPARE(row->value(), 1);
    QCOMPARE(import.dialog->presenter().trial()->created, 3);
    row->setValue(0); // the names are then a row like the others
    QVERIFY(spinUntil([&] { return import.dialog->presenter().preview().mapping.headerRow == 0; }));
    QVERIFY(import.tried());
    QCOMPARE(import.dialog->presenter().preview().rows.constFirst().constFirst(), u"first"_s);
    row->setValue(1);
    QVERIFY(spinUntil([&] { return import.dialog->presenter().preview().mapping.headerRow == 1; }));
    QVERIFY(import.tried());
    QCOMPARE(import.dialog->presenter().trial()->created, 3);
}

void TestImportDialog::encodingCanBeChosen()
{
    Importing import;
    QVERIFY(import.open());
    QVERIFY(import.look(
            import.file(u"czech.csv"_s, "first,last,mail\nJi\xF8\xED,Dvo\xF8\xE1k,j@a.example\n")));
    auto *encoding = import.dialog->findChild<QComboBox *>(u"import.encoding"_s);
    QCOMPARE(encoding->currentData().toString(), u"Windows-1252"_s);
    QCOMPARE(import.dialog->findChild<QComboBox *>(u"import.delimiter"_s)->currentText(), u"comma"_s);
    const auto *facts = import.dialog->findChild<QLabel *>(u"import.facts"_s);
    QVERIFY2(facts->text().contains(u"look at the letters"_s), qPrintable(facts->text()));
    // What the file cannot be is said, and what is in force stays.
    encoding->setCurrentIndex(encoding->findData(u"UTF-8"_s));
    Q_EMIT encoding->activated(encoding->currentIndex());
    QVERIFY(spinUntil([&] { return import.problem().contains(u"UTF-8"_s); }));
    QCOMPARE(encoding->currentData().toString(), u"Windows-1252"_s);
    encoding->setCurrentIndex(encoding->findData(u"Windows-1250"_s));
    Q_EMIT encoding->activated(encoding->currentIndex());
    const auto &preview = import.dialog->presenter().preview();
    QVERIFY(spinUntil([&] { return preview.encoding == "Windows-1250"_L1; }));
    QVERIFY(!facts->text().contains(u"look at the letters"_s));
    QVERIFY(import.tried());
    QVERIFY(import.go());
    QVERIFY(import.desk.waitForRows(1));
    QCOMPARE(import.desk.model().contactAt(0)->name, u"Jiří Dvořák"_s);
}

void TestImportDialog::sheetsCanBeChosen()
{
    Importing import;
    QVERIFY(import.open());
    const auto sheet = [](const QString &name, const QString &person) {
        return TestSheet {
                name, inlineRow({u"Name"_s, u"Email"_s}) + inlineRow({person, u"x@x.example"_s}), {}};
    };
    const QString path = import.file(
            u"people.xlsx"_s, xlsx({sheet(u"Work"_s, u"Ana Silva"_s), sheet(u"Alumni"_s, u"Bo Lind"_s)}));
    QVERIFY(import.look(path));
    auto *chooser = import.dialog->findChild<QComboBox *>(u"import.sheet"_s);
    QVERIFY(chooser->isVisible());
    QCOMPARE(chooser->count(), 2);
    QCOMPARE(chooser->currentText(), u"Work"_s);
    QVERIFY(!import.dialog->findChild<QComboBox *>(u"import.encoding"_s)->isVisible());
    QVERIFY(!import.dialog->findChild<QComboBox *>(u"import.delimiter"_s)->isVisible());
    QVERIFY(import.dialog->findChild<QSpinBox *>(u"import.headerRow"_s)->isVisible());
    QVERIFY(import.dialog->findChild<QLabel *>(u"import.facts"_s)->text().startsWith(u"Table (workbook)"_s));
    QCOMPARE(import.dialog->presenter().trial()->warnings.size(), 1); // of the other sheet
    chooser->setCurrentText(u"Alumni"_s);
    Q_EMIT chooser->textActivated(u"Alumni"_s);
    QVERIFY(spinUntil([&] { return import.dialog->presenter().preview().sheet == "Alumni"_L1; }));
    QCOMPARE(chooser->currentText(), u"Alumni"_s);
    QVERIFY(import.tried());
    QVERIFY(import.dialog->presenter().trial()->warnings.isEmpty());
    import.dialog->presenter().setHeaderRow(0); // the sheet stays
    QVERIFY(spinUntil([&] { return import.dialog->presenter().preview().mapping.headerRow == 0; }));
    QCOMPARE(import.dialog->presenter().preview().sheet, u"Alumni"_s);
    import.dialog->presenter().setHeaderRow(1);
    QVERIFY(spinUntil([&] { return import.dialog->presenter().preview().mapping.headerRow == 1; }));
    QVERIFY(import.tried());
    QVERIFY(import.go());
    QVERIFY(import.desk.waitForRows(1));
    QCOMPARE(import.desk.model().contactAt(0)->name, u"Bo Lind"_s);
}

void TestImportDialog::oneSheetNeedsNoChoice()
{
    Importing import;
    QVERIFY(import.open());
    QVERIFY(import.look(
            import.file(u"people.ods"_s,
                        ods(odsRow({u"Name"_s, u"Email"_s}) + odsRow({u"Bo Lind"_s, u"b@b.example"_s})))));
    QVERIFY(!import.dialog->findChild<QComboBox *>(u"import.sheet"_s)->isVisible());
    QVERIFY(import.look(import.file(u"people.csv"_s, threePeople))); // the choosers of texts are there again
    QVERIFY(!import.dialog->findChild<QComboBox *>(u"import.sheet"_s)->isVisible());
    QVERIFY(import.dialog->findChild<QComboBox *>(u"import.encoding"_s)->isVisible());
    QVERIFY(import.dialog->findChild<QComboBox *>(u"import.delimiter"_s)->isVisible());
}

void TestImportDialog::vcardsNeedNoColumns()
{
    Importing import;
    QVERIFY(import.open());
    QVERIFY(import.look(test::fixture(u"exchange/contacts_v4.vcf"_s)));
    QVERIFY(!import.dialog->findChild<QSpinBox *>(u"import.headerRow"_s)->isVisible());
    QVERIFY(import.dialog->findChild<QComboBox *>(u"import.encoding"_s)->isVisible());
    QVERIFY(import.dialog->findChild<QComboBox *>(u"import.column.0"_s) == nullptr);
    QVERIFY(import.go());
    QVERIFY(spinUntil([&] { return import.desk.services().reader.countContacts({}).value_or(0) > 0; }));
}

void TestImportDialog::wrongFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("an empty file") << QByteArray();
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\0\0\0\0\0", 16);
    QTest::newRow("a spreadsheet") << QByteArray("PK\x03\x04\x14\0\0\0\x08\0", 10) + QByteArray(200, '\0');
    QTest::newRow("a PDF") << QByteArray("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n");
}

void TestImportDialog::wrongFilesAreRefused()
{
    QFETCH(QByteArray, bytes);
    Importing import;
    QVERIFY(import.open());
    import.dialog->openFile(import.file(u"people.csv"_s, bytes));
    QVERIFY(spinUntil([&] { return !import.problem().isEmpty(); }));
    QVERIFY2(import.problem().contains(u"people.csv"_s), qUtf8Printable(import.problem()));
    QCOMPARE(import.dialog->presenter().stage(), ImportStage::choosing);
    QVERIFY(import.look(import.file(u"good.csv"_s, threePeople))); // and another file goes on
    QCOMPARE(import.problem(), QString());
}

void TestImportDialog::tellsUnusableRowsAndDuplicates()
{
    Importing import;
    QVERIFY(import.open());
    import.desk.add(somePeople());
    QVERIFY(import.desk.waitForRows(12));
    QVERIFY(import.look(
            import.file(u"mixed.csv"_s, threePeople + ",,,Nobody Ltd\nHannah,Stone,,Unknown Firm\n")));
    const auto &trial = *import.dialog->presenter().trial();
    QCOMPARE(trial.invalid.size(), 1);
    QCOMPARE(trial.invalid.constFirst().row, 5);
    QTabWidget *report = nullptr;
    for (auto *tabs : import.dialog->findChildren<QTabWidget *>()) {
        report = tabs->isVisible() ? tabs : report;
    }
    QVERIFY(report != nullptr);
    QCOMPARE(report->tabText(1), u"Cannot be used (1)"_s);
    const auto *list = qobject_cast<QTreeWidget *>(report->widget(1));
    QCOMPARE(list->topLevelItem(0)->text(0), u"5"_s);
    QVERIFY(!list->topLevelItem(0)->text(1).isEmpty());
    QCOMPARE(report->count(), trial.possibleDuplicates.isEmpty() ? 2 : 3);
}

void TestImportDialog::cancelLeavesNothing()
{
    Importing import;
    QVERIFY(import.open());
    QByteArray csv("first,last,mail\n");
    for (int i = 0; i < 20000; ++i) {
        const QByteArray n = QByteArray::number(i);
        csv += "Given" + n + ",Family" + n + ",given" + n + "@firm.example\n";
    }
    QVERIFY(import.look(import.file(u"many.csv"_s, csv)));
    import.dialog->presenter().import();
    QCOMPARE(import.dialog->presenter().stage(), ImportStage::importing);
    import.dialog->reject(); // Escape during the import stops it first
    QVERIFY(import.dialog->isVisible());
    QVERIFY(spinUntil([&] { return import.dialog->presenter().stage() == ImportStage::checking; }));
    QCOMPARE(import.desk.services().reader.countContacts({}).value_or(-1), 0);
}

void TestImportDialog::pastedPeopleAreShownAfterwards()
{
    Full full;
    QVERIFY(full.open());
    full.table->clearSelection();
    full.desk.page().openImportText(u"First name\tLast name\tEmail\nInês\tPaz\tines@paz.example\n"
                                    "Aino\tNurmi\taino@nurmi.example\n"_s);
    auto *dialog = qobject_cast<ImportDialog *>(dialogNamed(u"contacts.importDialog"_s));
    QVERIFY(dialog != nullptr);
    QVERIFY(spinUntil([&] { return dialog->presenter().trial().has_value(); }));
    QCOMPARE(dialog->presenter().fileName(), u"Pasted table"_s);
    auto *go = dialog->findChild<QPushButton *>(u"import.go"_s);
    go->click();
    QVERIFY(spinUntil([&] { return dialog->presenter().stage() == ImportStage::done; }));
    QVERIFY(go->width() < dialog->width() / 2);
    go->click();
    QVERIFY(spinUntil([&] { return full.table->selectedRowIds().size() == 2; }));
    QStringList names;
    for (const qint64 rid : full.table->selectedRowIds()) {
        names << full.desk.model().contactAt(full.desk.model().rowOf(rid))->name;
    }
    names.sort();
    QCOMPARE(names, (QStringList {u"Aino Nurmi"_s, u"Inês Paz"_s}));
}
