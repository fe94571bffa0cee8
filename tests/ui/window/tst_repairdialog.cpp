// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "../../backup/shelf.h"

#include "ui/support/accessiblenames.h"
#include "window/repairdialog.h"

#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace crema;
using test::spinUntil;

namespace {

constexpr qint64 pageSize = 16384;

/// The dialog on a closed workspace with forty people.
struct Repair
{
    Shelf shelf;
    std::unique_ptr<app::RepairDialog> dialog;

    bool fill() { return shelf.fill(40).has_value(); }
    /// Opens the dialog and waits for what the check finds.
    bool show(const QString &why = {})
    {
        dialog = std::make_unique<app::RepairDialog>(shelf.workspace(), why);
        dialog->show();
        return spinUntil([this] { return button("repairRestore")->isEnabled(); });
    }
    QPushButton *button(const char *name)
    {
        return dialog->findChild<QPushButton *>(QString::fromLatin1(name));
    }
    QString state() { return dialog->findChild<QLabel *>(u"repairState"_s)->text(); }
    QString details() { return dialog->findChild<QPlainTextEdit *>(u"repairDetails"_s)->toPlainText(); }
    bool choose(const QString &path)
    {
        button("repairRestore")->click();
        auto *files = dialog->findChild<QFileDialog *>();
        if (files == nullptr) {
            return false;
        }
        files->setDirectory(QFileInfo(path).path());
        files->selectFile(path);
        static_cast<QDialog *>(files)->accept();
        return true;
    }
    int people()
    {
        const auto session = shelf.open();
        return session ? static_cast<int>((*session)->services().reader.countContacts({}).value_or(-1)) : -1;
    }
};

} // namespace

void TestRepairDialog::findsNothingWrong()
{
    Repair repair;
    QVERIFY(repair.fill());
    QVERIFY(repair.show());
    QCOMPARE(repair.state(), u"The check finds nothing wrong."_s);
    QVERIFY(!repair.button("repairNow")->isEnabled());
    repair.button("repairOpen")->click();
    QCOMPARE(repair.dialog->result(), static_cast<int>(QDialog::Accepted));
}

void TestRepairDialog::savesWhatCanBeSaved()
{
    Repair repair;
    QVERIFY(repair.fill());
    QVERIFY(overwrite(repair.shelf.database(), 3 * pageSize, QByteArray(pageSize, '\0')));
    QVERIFY(repair.show(u"The database is damaged."_s));
    QVERIFY2(repair.state().contains(u"found"_s), qUtf8Printable(repair.state()));
    QVERIFY(!repair.details().isEmpty());
    QVERIFY(!repair.button("repairOpen")->isEnabled());
    repair.button("repairNow")->click();
    QVERIFY(!repair.button("repairQuit")->isEnabled());
    QTest::keyClick(repair.dialog.get(), Qt::Key_Escape); // does not walk away from it
    QVERIFY(repair.dialog->isVisible());
    QVERIFY(spinUntil([&] { return repair.button("repairOpen")->isEnabled(); }));
    QVERIFY2(repair.state().startsWith(u"Repaired."_s), qUtf8Printable(repair.state()));
    QVERIFY(repair.details().contains(u"The damaged state is kept in "_s));
    QVERIFY(repair.button("repairQuit")->isEnabled());
    repair.button("repairOpen")->click();
    QCOMPARE(repair.dialog->result(), static_cast<int>(QDialog::Accepted));
    QVERIFY(repair.people() > 0);
    QVERIFY(repair.show());
    QCOMPARE(repair.state(), u"The check finds nothing wrong."_s);
}

void TestRepairDialog::anotherProgramKeepsTheWorkspace()
{
    Repair repair;
    QVERIFY(repair.fill());
    QVERIFY(repair.shelf.sql("DROP INDEX contact_by_name"));
    QVERIFY(repair.show());
    const QByteArray before = bytesOf(repair.shelf.database());
    const auto other = repair.shelf.workspace().lock();
    QVERIFY(other.has_value());
    repair.button("repairNow")->click();
    QVERIFY(!repair.state().isEmpty());
    QVERIFY2(!repair.state().startsWith(u"Saving"_s), qUtf8Printable(repair.state()));
    QCOMPARE(bytesOf(repair.shelf.database()), before);
    (*other)->unlock();
    repair.button("repairNow")->click();
    QVERIFY(spinUntil([&] { return repair.button("repairOpen")->isEnabled(); }));
    QCOMPARE(repair.state(), u"Repaired. Nothing was lost."_s);
}

void TestRepairDialog::restoresABackup()
{
    Repair repair;
    QVERIFY(repair.fill());
    const auto backup = repair.shelf.backUp(u"good.zip"_s);
    QVERIFY(backup.has_value());
    QVERIFY(writeBytes(repair.shelf.database(), "no database any more"));
    QVERIFY(repair.show());
    QVERIFY(repair.choose(backup->path));
    QVERIFY(spinUntil([&] { return repair.dialog->result() == QDialog::Accepted; }));
    repair.dialog.reset();
    QCOMPARE(repair.people(), 40);
}

void TestRepairDialog::aBadBackupIsRefused()
{
    Repair repair;
    QVERIFY(repair.fill());
    QVERIFY(repair.shelf.sql("DROP INDEX contact_by_name"));
    QVERIFY(repair.show());
    const QString path = repair.shelf.beside(u"bad.zip"_s);
    QVERIFY(writeBytes(path, "this is no archive"));
    const QByteArray before = bytesOf(repair.shelf.database());
    QVERIFY(repair.choose(path));
    QVERIFY(spinUntil([&] { return repair.state().contains(u"bad.zip"_s); }));
    QVERIFY(repair.dialog->isVisible());
    QVERIFY(repair.button("repairNow")->isEnabled()); // the other way is still there
    QVERIFY(repair.button("repairRestore")->isEnabled());
    QCOMPARE(bytesOf(repair.shelf.database()), before);
}

void TestRepairDialog::endsOnceTheRepairIsDone()
{
    Repair repair;
    QVERIFY(repair.fill());
    QVERIFY(repair.shelf.sql("DROP INDEX contact_by_name"));
    QVERIFY(repair.show());
    repair.button("repairNow")->click();
    repair.dialog->end(); // as on SIGTERM
    QVERIFY(repair.dialog->isVisible());
    QVERIFY(spinUntil([&] { return !repair.dialog->isVisible(); }));
    QCOMPARE(repair.dialog->result(), static_cast<int>(QDialog::Rejected));
    QCOMPARE(repair.people(), 40);
    QVERIFY(repair.show());
    QCOMPARE(repair.state(), u"The check finds nothing wrong."_s); // it was not cut short
    repair.dialog->end();
    QVERIFY(!repair.dialog->isVisible());
}

void TestRepairDialog::controlsHaveNames()
{
    Repair repair;
    QVERIFY(repair.fill());
    QVERIFY(repair.show());
    QCOMPARE(test::unnamedControls(repair.dialog.get()).join(u' '), QString());
}
