// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "flows/contactflow.h"
#include "flows/dailybackup.h"
#include "support/spin.h"
#include "ui/settings/settingsview.h"
#include "ui/support/workdesk.h"

#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace crema;
using test::spinUntil;
using test::WorkDesk;

namespace {

/// The Settings page on a workspace with two people.
struct Backups
{
    WorkDesk desk;
    ui::SettingsView *view = nullptr;

    ~Backups() { desk.closeView(); }

    bool open()
    {
        return desk.open() && desk.add({test::somebody(0), test::somebody(1)}) && show()
                && spinUntil([this] { return desk.allText().contains(u"None yet"_s); });
    }
    bool show()
    {
        view = new ui::SettingsView(desk.services(), desk.theme());
        return desk.show(view);
    }
    /// Clicks a button that asks for a file, and chooses one.
    bool choose(const QString &button, const QString &path)
    {
        if (!desk.click(button)) {
            return false;
        }
        auto *dialog = desk.window().findChild<QFileDialog *>();
        if (dialog == nullptr || !spinUntil([dialog] { return dialog->isVisible(); })) {
            return false;
        }
        dialog->setDirectory(QFileInfo(path).path());
        dialog->selectFile(path);
        static_cast<QDialog *>(dialog)->accept();
        return spinUntil([this] { return desk.window().findChild<QFileDialog *>() == nullptr; });
    }
    bool says(const QString &words)
    {
        return spinUntil([&] { return desk.allText().contains(words); });
    }
    QMessageBox *question()
    {
        QMessageBox *box = nullptr;
        (void)spinUntil([&] {
            box = desk.window().findChild<QMessageBox *>(u"restoreQuestion"_s);
            return box != nullptr && box->isVisible();
        });
        return box;
    }
    static void answer(QMessageBox *box, QMessageBox::ButtonRole role)
    {
        for (QAbstractButton *button : box->buttons()) {
            if (box->buttonRole(button) == role) {
                button->click();
                return;
            }
        }
    }
    int people() { return static_cast<int>(desk.services().reader.countContacts({}).value_or(-1)); }
    /// A backup of the two people beside the workspace.
    QString backup(const QString &name)
    {
        const auto made = test::await(flows::backUp(desk.services().workspace, desk.file(name),
                                                    flows::DatabaseCopy::consistent, {}, {}));
        return made ? made->path : QString();
    }
};

} // namespace

void TestBackupCard::backsUpToAFile()
{
    Backups backups;
    QVERIFY(backups.open());
    const QString path = backups.desk.file(u"all of it.zip"_s);
    QVERIFY(backups.choose(u"backupNow"_s, path));
    QVERIFY(backups.says(u"Backed up and read back"_s));
    QVERIFY(backups.says(QDir::toNativeSeparators(path)));
    QVERIFY(backups.says(u"2 contacts"_s));
    QVERIFY(QFile::exists(path));
    QVERIFY(backups.desk.child<QPushButton>(u"backupNow"_s)->isEnabled());
}

void TestBackupCard::restoresAfterAQuestion()
{
    Backups backups;
    QVERIFY(backups.open());
    const QString path = backups.backup(u"before.zip"_s);
    QVERIFY(backups.desk.add({test::somebody(2)}));
    QSignalSpy reopen(backups.view, &ui::SettingsView::reopenRequested);
    QVERIFY(backups.choose(u"backupRestore"_s, path));
    QMessageBox *box = backups.question();
    QVERIFY(box != nullptr);
    QVERIFY2(box->informativeText().contains(u"2 contacts"_s), qUtf8Printable(box->informativeText()));
    QCOMPARE(backups.people(), 3);
    Backups::answer(box, QMessageBox::AcceptRole);
    QVERIFY(spinUntil([&] { return reopen.count() == 1; }));
    QVERIFY(backups.desk.reopen());
    QCOMPARE(backups.people(), 2);
    // What was there is a backup now, and can be had back.
    const auto kept = test::await(flows::packReplaced(backups.desk.services().workspace));
    QVERIFY(kept && QFile::exists(*kept));
    QVERIFY(backups.show());
    QSignalSpy again(backups.view, &ui::SettingsView::reopenRequested);
    QVERIFY(backups.choose(u"backupRestore"_s, *kept));
    box = backups.question();
    QVERIFY(box != nullptr);
    Backups::answer(box, QMessageBox::AcceptRole);
    QVERIFY(spinUntil([&] { return again.count() == 1; }));
    QVERIFY(backups.desk.reopen());
    QCOMPARE(backups.people(), 3);
}

void TestBackupCard::anAnswerOfNoChangesNothing()
{
    Backups backups;
    QVERIFY(backups.open());
    const QString path = backups.backup(u"before.zip"_s);
    QVERIFY(backups.desk.add({test::somebody(2)}));
    QSignalSpy reopen(backups.view, &ui::SettingsView::reopenRequested);
    QVERIFY(backups.choose(u"backupRestore"_s, path));
    QMessageBox *box = backups.question();
    QVERIFY(box != nullptr);
    Backups::answer(box, QMessageBox::RejectRole);
    QVERIFY(spinUntil([&] { return backups.desk.window().findChild<QMessageBox *>() == nullptr; }));
    QCOMPARE(reopen.count(), 0);
    QVERIFY(backups.desk.reopen());
    QCOMPARE(backups.people(), 3);
}

void TestBackupCard::badFilesAreRefused_data()
{
    QTest::addColumn<int>("harm");
    QTest::newRow("no archive at all") << 0;
    QTest::newRow("cut short") << 1;
    QTest::newRow("one byte is another") << 2;
}

void TestBackupCard::badFilesAreRefused()
{
    QFETCH(const int, harm);
    Backups backups;
    QVERIFY(backups.open());
    QFile file(backups.backup(u"bad.zip"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    if (harm == 0) {
        QVERIFY(file.resize(0) && file.write("this is no archive") > 0);
    } else if (harm == 1) {
        QVERIFY(file.resize(file.size() / 2));
    } else {
        QVERIFY(file.seek(file.size() / 2));
        char byte = 0;
        QVERIFY(file.getChar(&byte) && file.seek(file.size() / 2));
        QVERIFY(file.putChar(static_cast<char>(~byte)));
    }
    file.close();
    QSignalSpy reopen(backups.view, &ui::SettingsView::reopenRequested);
    QVERIFY(backups.choose(u"backupRestore"_s, file.fileName()));
    if (harm == 2) { // the list of what is in it can be read; the contents do not fit their checksums
        QMessageBox *box = backups.question();
        QVERIFY(box != nullptr);
        Backups::answer(box, QMessageBox::AcceptRole);
    }
    QVERIFY(backups.says(u"That did not work"_s));
    QVERIFY2(backups.desk.allText().contains(u"bad.zip"_s), qUtf8Printable(backups.desk.allText()));
    QCOMPARE(reopen.count(), 0);
    QVERIFY(backups.desk.child<QPushButton>(u"backupRestore"_s)->isEnabled());
    QVERIFY(backups.desk.reopen());
    QCOMPARE(backups.people(), 2);
}

void TestBackupCard::aBackupThatCannotBeWrittenIsTold()
{
    Backups backups;
    QVERIFY(backups.open());
    const QString path = backups.desk.file(u"taken.zip"_s);
    QVERIFY(QDir().mkpath(path + u"/in the way"_s)); // a folder stands where the file is to be
    const auto made = test::await(
            flows::backUp(backups.desk.services().workspace, path, flows::DatabaseCopy::consistent, {}, {}));
    QVERIFY(!made);
    auto *button = backups.desk.child<QPushButton>(u"backupNow"_s);
    button->click();
    auto *dialog = backups.desk.window().findChild<QFileDialog *>();
    QVERIFY(dialog != nullptr);
    Q_EMIT dialog->fileSelected(path); // Qt's own dialog would go into the folder
    QVERIFY(backups.says(u"That did not work"_s));
    QVERIFY(backups.desk.allText().contains(u"taken.zip"_s));
    QVERIFY(QDir(path).exists());
    QVERIFY(button->isEnabled());
}

void TestBackupCard::soundWorkspaceIsInOrder()
{
    Backups backups;
    QVERIFY(backups.open());
    QVERIFY(backups.desk.click(u"backupCheck"_s));
    QVERIFY(backups.says(u"Everything is in order"_s));
}

void TestBackupCard::damageLeadsToTheRepair()
{
    Backups backups;
    QVERIFY(backups.open());
    QVERIFY(backups.desk.runSql("UPDATE contact SET company='Other'"));
    QVERIFY(backups.desk.runSql("DROP INDEX contact_by_name"));
    QSignalSpy repair(backups.view, &ui::SettingsView::repairRequested);
    QVERIFY(backups.desk.click(u"backupCheck"_s));
    QVERIFY(backups.says(u"The workspace is damaged"_s));
    QVERIFY2(backups.desk.allText().contains(u"contact_by_name"_s), qUtf8Printable(backups.desk.allText()));
    QVERIFY(backups.desk.click(u"bannerAction"_s));
    QCOMPARE(repair.count(), 1);
}

void TestBackupCard::folderAndDailyBackupAreKept()
{
    Backups backups;
    QVERIFY(backups.open());
    auto *daily = backups.desk.child<QCheckBox>(u"backupDaily"_s);
    // The list is read by a worker; what has no height yet takes no click.
    QVERIFY(test::spinUntil([daily] { return daily->isChecked() && daily->height() > 0; }));
    QTest::mouseClick(daily, Qt::LeftButton, {}, QPoint(8, daily->height() / 2));
    QVERIFY(!flows::readBackupSettings(backups.desk.services().workspace).daily);
    const QString folder = backups.desk.file(u"other disk"_s);
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(backups.choose(u"backupFolder"_s, folder));
    QVERIFY(backups.says(QDir::toNativeSeparators(folder)));
    QCOMPARE(flows::readBackupSettings(backups.desk.services().workspace).folder, folder);
    QVERIFY(backups.show()); // another start
    QVERIFY(backups.says(QDir::toNativeSeparators(folder)));
    QVERIFY(!backups.desk.child<QCheckBox>(u"backupDaily"_s)->isChecked());
}
