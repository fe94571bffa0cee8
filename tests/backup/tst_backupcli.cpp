// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "shelf.h"
#include "tests.h"

#include <QDir>
#include <QFile>
#include <QProcess>

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

void BackupCliTest::lostDatabaseIsNotBegunAnew()
{
    Shelf shelf;
    VERIFY_OK(shelf.fill(5));
    VERIFY_OK(shelf.backUp(u"a.zip"_s));
    QVERIFY(QFile::remove(shelf.database()));
    QCOMPARE(run(shelf, {u"contacts"_s, u"list"_s}).exitCode, 1);
    QCOMPARE(run(shelf, {u"check"_s}).exitCode, 1);
    QCOMPARE(run(shelf, {u"check"_s, u"--repair"_s}).exitCode, 1);
    QVERIFY(!QFileInfo::exists(shelf.database()));
    QCOMPARE(run(shelf, {u"restore"_s, shelf.beside(u"a.zip"_s)}).exitCode, 0);
    QCOMPARE(intAt(run(shelf, {u"contacts"_s, u"list"_s}).json, "total"), 5);
}
