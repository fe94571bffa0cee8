// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/dailybackup.h"

#include "base/dates.h"
#include "shelf.h"
#include "tests.h"

#include <QDir>
#include <QFile>

#include <array>

#include <fcntl.h>
#include <quazip/quazip.h>
#include <sys/stat.h>

using namespace crema;
using namespace Qt::StringLiterals;

namespace {

/// True when one was made.
bool look(const Shelf &shelf, const QDateTime &now)
{
    const auto made = test::await(flows::backUpWhenDue(shelf.workspace(), now, {}));
    if (!made) {
        qWarning("%s", qPrintable(made.error().text));
    }
    return made && made->has_value();
}

QStringList names(const Shelf &shelf)
{
    return QDir(shelf.folder() + u"/backups"_s).entryList(QDir::Files, QDir::Name);
}

} // namespace

void DailyBackupTest::onceADayWhenSomethingChanged()
{
    Shelf shelf;
    VERIFY_OK(shelf.fill(5));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QVERIFY(look(shelf, now));
    QVERIFY(!look(shelf, now.addSecs(3600)));
    QVERIFY(!look(shelf, now.addDays(1))); // nothing changed
    VERIFY_OK(shelf.add(u"a"_s));
    QVERIFY(!look(shelf, now.addSecs(3600))); // not a day old
    QVERIFY(look(shelf, now.addDays(1)));
    QCOMPARE(names(shelf).size(), 2);
    const auto backups = flows::automaticBackups(shelf.workspace());
    QCOMPARE(backups.size(), size_t(2));
    QCOMPARE(backups.front().manifest.counts.value(u"contact"_s), 6);
    // A CLI that adds the next one, the window's own backup is whole.
    VERIFY_OK(exchange::verifyArchive(backups.front().path, {}, {}));
}

void DailyBackupTest::sevenAreKept()
{
    Shelf shelf;
    VERIFY_OK(shelf.fill(2));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QVERIFY(QDir().mkpath(shelf.folder() + u"/backups"_s));
    QVERIFY(writeBytes(shelf.folder() + u"/backups/mine.zip"_s, "not ours"));
    for (int day = 0; day < 10; ++day) {
        VERIFY_OK(shelf.add(u"day%1"_s.arg(day)));
        QVERIFY(look(shelf, now.addDays(day + 1)));
        if (day == 4) { // one goes bad: it does not count, and nothing good goes for it
            QVERIFY(overwrite(shelf.folder() + u"/backups/"_s + names(shelf).first(), 0,
                              QByteArray(100, 'x')));
            QVERIFY(QFile::resize(shelf.folder() + u"/backups/"_s + names(shelf).first(), 200));
        }
    }
    const QStringList left = names(shelf);
    QVERIFY(left.contains(u"mine.zip"_s));
    const auto backups = flows::automaticBackups(shelf.workspace());
    QCOMPARE(backups.size(), size_t(7));
    for (size_t i = 0; i < backups.size(); ++i) {
        QCOMPARE(backups[i].manifest.counts.value(u"contact"_s), qint64(12 - i));
    }
}

void DailyBackupTest::wrongClockWipesNothing()
{
    Shelf shelf;
    VERIFY_OK(shelf.fill(2));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (int day = 0; day < 7; ++day) {
        VERIFY_OK(shelf.add(u"day%1"_s.arg(day)));
        QVERIFY(look(shelf, now.addDays(day + 1)));
    }
    const QStringList seven = names(shelf);
    // Nothing changed: whatever the clock says, nothing is made and nothing goes.
    for (const int days : {-40'000, -365, 365, 4000, 20'000}) {
        QVERIFY(!look(shelf, now.addDays(days)));
        QCOMPARE(names(shelf), seven);
    }
    // One change costs at most one of the seven, also when the clock jumps back and forth.
    VERIFY_OK(shelf.add(u"odd"_s));
    QVERIFY(look(shelf, now.addYears(50)));
    for (const int days : {-40'000, 1, 20'000, 3}) {
        QVERIFY(!look(shelf, now.addDays(days)));
    }
    QCOMPARE(names(shelf).size(), 7);
    QCOMPARE(names(shelf).first(6), seven.last(6));
    // The clock is right again: the next change is backed up as ever, as the newest.
    VERIFY_OK(shelf.add(u"next"_s));
    QVERIFY(look(shelf, now.addDays(1)));
    QCOMPARE(flows::automaticBackups(shelf.workspace()).front().manifest.counts.value(u"contact"_s), 11);
}

void DailyBackupTest::damagedWorkspaceRemovesNothing()
{
    Shelf shelf;
    VERIFY_OK(shelf.fill(200));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (int day = 0; day < 7; ++day) {
        VERIFY_OK(shelf.add(u"day%1"_s.arg(day)));
        QVERIFY(look(shelf, now.addDays(day + 1)));
    }
    const QStringList seven = names(shelf);
    VERIFY_OK(shelf.add(u"more"_s));
    QVERIFY(overwrite(shelf.database(), 600'000, QByteArray(60'000, 'x')));
    const auto made = test::await(flows::backUpWhenDue(shelf.workspace(), now.addDays(9), {}));
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::storage);
    QCOMPARE(names(shelf), seven);
}

void DailyBackupTest::settingsAreKept()
{
    Shelf shelf;
    VERIFY_OK(shelf.fill(2));
    const QString elsewhere = shelf.beside(u"elsewhere"_s);
    VERIFY_OK(flows::writeBackupSettings(shelf.workspace(), {false, elsewhere}));
    QVERIFY(flows::readBackupSettings(shelf.workspace()) == (flows::BackupSettings {false, elsewhere}));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QVERIFY(!look(shelf, now)); // switched off
    VERIFY_OK(flows::writeBackupSettings(shelf.workspace(), {true, elsewhere}));
    QVERIFY(look(shelf, now));
    QCOMPARE(QDir(elsewhere).entryList(QDir::Files).size(), 1);
    QVERIFY(writeBytes(shelf.folder() + u"/backup.json"_s, "{broken"));
    QVERIFY(flows::readBackupSettings(shelf.workspace()) == flows::BackupSettings {});
}

void DailyBackupTest::leftCopiesGoAlsoWhenSwitchedOff()
{
    Shelf shelf;
    VERIFY_OK(shelf.fill(2));
    VERIFY_OK(flows::writeBackupSettings(shelf.workspace(), {false, {}}));
    const QString left = shelf.folder() + u"/copying-AbCdEf"_s;
    QVERIFY(QDir().mkpath(left));
    QVERIFY(writeBytes(left + u"/crema.db"_s, "a copy"));
    constexpr std::array longAgo {timespec {1'000'000'000, 0}, timespec {1'000'000'000, 0}};
    QCOMPARE(::utimensat(AT_FDCWD, QFile::encodeName(left).constData(), longAgo.data(), 0), 0);
    QVERIFY(!look(shelf, QDateTime::currentDateTimeUtc()));
    QVERIFY(!QFileInfo::exists(left));
}
