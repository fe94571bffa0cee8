// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "shelf.h"
#include "tests.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QProcess>
#include <QSysInfo>

#include <array>

#include <fcntl.h>
#include <sys/stat.h>

using namespace crema;
using namespace Qt::StringLiterals;

namespace {

struct Answer
{
    int exitCode = -1;
    Json json;
    QString errors;
};

Answer run(const Shelf &shelf, const QStringList &words)
{
    QProcess program;
    program.start(QStringLiteral(CREMA_CLI),
                  QStringList {u"--workspace"_s, shelf.folder(), u"--json"_s} + words);
    program.waitForFinished(60'000);
    const auto json = parseJson(program.readAllStandardOutput());
    return {program.exitCode(), json.value_or(Json()), QString::fromUtf8(program.readAllStandardError())};
}

} // namespace

void BackupCliTest::backupRestoreCheck()
{
    Shelf shelf;
    VERIFY_OK(shelf.fill(12));
    const Answer sound = run(shelf, {u"check"_s});
    QCOMPARE(sound.exitCode, 0);
    QVERIFY(boolAt(sound.json, "ok"));
    QVERIFY(arrayAt(sound.json, "problems").empty());
    const QString zip = shelf.beside(u"a.zip"_s);
    const Answer made = run(shelf, {u"backup"_s, zip});
    QCOMPARE(made.exitCode, 0);
    QCOMPARE(intAt(member(made.json, "counts"), "contact"), 12);
    QCOMPARE(intAt(made.json, "bytes"), QFileInfo(zip).size());
    const Dump then = dumpOf(shelf.database());
    VERIFY_OK(shelf.add(u"later"_s));
    const Answer restored = run(shelf, {u"restore"_s, zip});
    QCOMPARE(restored.exitCode, 0);
    QVERIFY(dumpOf(shelf.database()) == then);
    QVERIFY(QFileInfo::exists(textAt(restored.json, "keptAt")));
    QCOMPARE(run(shelf, {u"backup"_s, shelf.database()}).exitCode, 1); // never over the database
    QCOMPARE(run(shelf, {u"backup"_s}).exitCode, 2);
    QCOMPARE(run(shelf, {u"restore"_s, shelf.beside(u"none.zip"_s)}).exitCode, 1);
    QVERIFY(dumpOf(shelf.database()) == then);
}

void BackupCliTest::damagedWorkspaceSaysWhatToDo()
{
    Shelf shelf;
    VERIFY_OK(shelf.fill(200));
    QVERIFY(overwrite(shelf.database(), 0, QByteArray(100, '\0')));
    const QByteArray damaged = bytesOf(shelf.database());
    for (const QStringList &words : {QStringList {u"contacts"_s, u"list"_s}, QStringList {u"undo"_s}}) {
        const Answer refused = run(shelf, words);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY(textAt(member(refused.json, "error"), "message").contains(u"check --repair"_s));
        QVERIFY(bytesOf(shelf.database()) == damaged);
    }
    const Answer found = run(shelf, {u"check"_s});
    QCOMPARE(found.exitCode, 1);
    QVERIFY(!boolAt(found.json, "ok", true));
    QVERIFY(!arrayAt(found.json, "problems").empty());
    QCOMPARE(run(shelf, {u"backup"_s, shelf.beside(u"damaged.zip"_s)}).exitCode,
             6); // as it is, and it says so
    const Answer repaired = run(shelf, {u"check"_s, u"--repair"_s});
    QCOMPARE(repaired.exitCode, 0);
    QVERIFY(boolAt(repaired.json, "ok"));
    QVERIFY(QFileInfo::exists(textAt(repaired.json, "backup")));
    QCOMPARE(run(shelf, {u"check"_s}).exitCode, 0);
    QCOMPARE(intAt(run(shelf, {u"contacts"_s, u"list"_s}).json, "total"), 200);
}

void BackupCliTest::lostDatabaseIsNotBegunAnew_data()
{
    QTest::addColumn<bool>("emptied");
    QTest::newRow("the file is gone") << false;
    QTest::newRow("the file has no bytes") << true;
}

void BackupCliTest::lostDatabaseIsNotBegunAnew()
{
    QFETCH(bool, emptied);
    Shelf shelf;
    VERIFY_OK(shelf.fill(5));
    VERIFY_OK(shelf.backUp(u"a.zip"_s));
    QVERIFY(QDir().mkpath(shelf.folder() + u"/backups"_s));
    QVERIFY(QFile::copy(shelf.beside(u"a.zip"_s), shelf.folder() + u"/backups/a.zip"_s));
    QVERIFY(emptied ? QFile::resize(shelf.database(), 0) : QFile::remove(shelf.database()));
    for (const QStringList &command :
         {QStringList {u"contacts"_s, u"list"_s}, QStringList {u"contacts"_s, u"add"_s, u"firstName=A"_s},
          QStringList {u"check"_s}, QStringList {u"backup"_s, shelf.beside(u"b.zip"_s)}}) {
        QCOMPARE(run(shelf, command).exitCode, 1);
    }
    const Answer repaired = run(shelf, {u"check"_s, u"--repair"_s});
    QCOMPARE(repaired.exitCode, 1);
    QVERIFY2(repaired.errors.contains("a.zip"_L1), qPrintable(repaired.errors));
    QCOMPARE(QFileInfo(shelf.database()).size(), 0);
    QCOMPARE(run(shelf, {u"restore"_s, shelf.beside(u"a.zip"_s)}).exitCode, 0);
    QCOMPARE(intAt(run(shelf, {u"contacts"_s, u"list"_s}).json, "total"), 5);
}

/// What an interrupted backup left is told and goes; what another one works with stays.
void BackupCliTest::leftCopiesGo()
{
    Shelf shelf;
    VERIFY_OK(shelf.fill(2));
    const QString dead = shelf.folder() + u"/copying-AbCdEf"_s;
    const QString used = shelf.folder() + u"/copying-GhIjKl"_s;
    const QString begun = shelf.folder() + u"/copying-MnOpQr"_s;
    const QString elsewhere = shelf.folder() + u"/copying-StUvWx"_s;
    const QString longAgo = shelf.folder() + u"/copying-YzAbCd"_s; // and elsewhere
    for (const QString &folder : {dead, used, begun, elsewhere, longAgo}) {
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(writeBytes(folder + u"/crema.db"_s, "a copy"));
    }
    QProcess ended;
    ended.start(u"true"_s, {});
    const qint64 pid = ended.processId();
    QVERIFY(ended.waitForFinished());
    QVERIFY(writeBytes(dead + u"/lock"_s,
                       QByteArray::number(pid) + "\ncrema-cli\n" + QSysInfo::machineHostName().toUtf8()
                               + '\n'));
    QLockFile lock(used + u"/lock"_s);
    QVERIFY(lock.tryLock());
    for (const QString &folder : {elsewhere, longAgo}) {
        QVERIFY(writeBytes(folder + u"/lock"_s, "1\ncrema-cli\nanother.computer\n"));
    }
    constexpr std::array old {timespec {1'000'000'000, 0}, timespec {1'000'000'000, 0}};
    QCOMPARE(::utimensat(AT_FDCWD, QFile::encodeName(longAgo).constData(), old.data(), 0), 0);
    const Answer checked = run(shelf, {u"check"_s});
    QCOMPARE(checked.exitCode, 0);
    QVERIFY2(checked.errors.contains(dead), qPrintable(checked.errors));
    QCOMPARE(run(shelf, {u"backup"_s, shelf.beside(u"a.zip"_s)}).exitCode, 0);
    QVERIFY(!QFileInfo::exists(dead) && !QFileInfo::exists(longAgo));
    QVERIFY(QFileInfo::exists(elsewhere + u"/crema.db"_s));
    QVERIFY(QFileInfo::exists(used + u"/crema.db"_s) && QFileInfo::exists(begun + u"/crema.db"_s));
}

void BackupCliTest::restoreIntoNothingKeepsNothing_data()
{
    QTest::addColumn<QByteArrayList>("made");
    QTest::newRow("no folder") << QByteArrayList();
    QTest::newRow("an empty folder") << QByteArrayList {"ws"};
    QTest::newRow("empty parts") << QByteArrayList {"ws", "ws/files", "ws/crema.db"};
}

void BackupCliTest::restoreIntoNothingKeepsNothing()
{
    QFETCH(QByteArrayList, made);
    Shelf full;
    VERIFY_OK(full.fill(3));
    VERIFY_OK(full.backUp(u"a.zip"_s));
    const Shelf shelf;
    for (const QByteArray &name : made) {
        const QString path = shelf.beside(QString::fromUtf8(name));
        QVERIFY(name.endsWith(".db") ? writeBytes(path, {}) : QDir().mkpath(path));
    }
    const Answer restored = run(shelf, {u"restore"_s, full.beside(u"a.zip"_s)});
    QCOMPARE(restored.exitCode, 0);
    QCOMPARE(textAt(restored.json, "keptAt"), QString());
    QVERIFY(!QFileInfo::exists(shelf.folder() + u"/replaced"_s));
    QCOMPARE(intAt(run(shelf, {u"contacts"_s, u"list"_s}).json, "total"), 3);
}
