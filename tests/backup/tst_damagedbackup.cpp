// SPDX-License-Identifier: GPL-3.0-or-later
#include "shelf.h"
#include "store/pagealign.h"
#include "tests.h"

#include <QDir>
#include <QFile>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

using namespace crema;
using namespace Qt::StringLiterals;

namespace {

Result<flows::BackupFile> take(const Shelf &shelf, const QString &path)
{
    auto prepared = test::await(
            flows::prepareRestore(shelf.workspace(), path, {}, {}, flows::DamagedBackup::taken));
    const auto finished = prepared ? test::await(flows::finishRestore(shelf.workspace()))
                                   : Result<flows::KeptBefore>(std::unexpected(prepared.error()));
    return finished ? std::move(prepared) : std::unexpected(finished.error());
}

qsizetype people(const Shelf &shelf)
{
    return dumpOf(shelf.database())["contact"].size();
}

} // namespace

void DamagedBackupTest::whatCanBeReadIsTaken_data()
{
    QTest::addColumn<int>("damage");
    QTest::addColumn<QString>("words");
    QTest::newRow("a byte of the database") << 0 << u"\"crema.db\" is damaged"_s;
    QTest::newRow("a byte of a kept file") << 1 << u"kept file"_s;
    QTest::newRow("the directory is cut off") << 2 << u"manifest"_s;
    QTest::newRow("a byte of the manifest") << 3 << u"manifest"_s;
    QTest::newRow("a byte that is of no member") << 4 << QString();
}

void DamagedBackupTest::whatCanBeReadIsTaken()
{
    QFETCH(int, damage);
    QFETCH(QString, words);
    Shelf source;
    VERIFY_OK(source.fill(60));
    VERIFY_OK(source.backUp(u"a.zip"_s));
    const QString path = source.beside(u"a.zip"_s);
    QByteArray bytes = bytesOf(path);
    const qsizetype kept = bytes.indexOf("PK\3\4", 30);
    const qsizetype manifest = bytes.indexOf("manifest.json") + 20;
    const qsizetype directory = bytes.indexOf("PK\1\2");
    QVERIFY(kept > 0 && manifest > kept && directory > manifest);
    const qsizetype places[] {kept - 400, kept + 150, 0, manifest + 60, directory + 12};
    if (damage == 2) {
        bytes.truncate(manifest + 10);
    } else {
        bytes[places[damage]] = static_cast<char>(bytes[places[damage]] ^ 0x41);
    }
    QVERIFY(writeBytes(path, bytes));
    Shelf shelf;
    VERIFY_OK(shelf.fill(2));
    const Dump before = dumpOf(shelf.database());
    const auto refused = shelf.restore(path);
    QVERIFY(!refused);
    QVERIFY2(refused.error().text.contains(u"--damaged"_s), qPrintable(refused.error().text));
    QVERIFY(dumpOf(shelf.database()) == before);
    const auto taken = take(shelf, path);
    VERIFY_OK(taken);
    const QString told = taken->health.problems.join(u'\n');
    QVERIFY2(told.contains(words), qPrintable(told));
    QCOMPARE(shelf.check()->problems, QStringList());
    const qsizetype saved = people(shelf);
    QVERIFY2(damage == 0 ? saved > 20 : saved == 60, QByteArray::number(saved).constData());
    QCOMPARE(filesBelow(shelf.folder() + u"/files"_s).size(),
             size_t(2)); // both were in the workspace as well
    // What was before is kept.
    const QStringList backups = QDir(shelf.folder() + u"/backups"_s).entryList({u"before-*.zip"_s});
    QCOMPARE(backups.size(), 1);
    VERIFY_OK(shelf.restore(shelf.folder() + u"/backups/"_s + backups.first()));
    QVERIFY(dumpOf(shelf.database()) == before);
}

void DamagedBackupTest::cutDatabaseGivesItsFirstPart()
{
    Shelf source;
    VERIFY_OK(source.fill(400));
    VERIFY_OK(source.backUp(u"a.zip"_s));
    const QString path = source.beside(u"a.zip"_s);
    const QByteArray bytes = bytesOf(path);
    QVERIFY(QFile::resize(path, bytes.indexOf("PK\3\4", 30) * 3 / 4));
    const Shelf shelf;
    const auto taken = take(shelf, path);
    VERIFY_OK(taken);
    QVERIFY(taken->health.problems.join(u'\n').contains(u"\"crema.db\" is damaged"_s));
    QVERIFY(!taken->health.lost.isEmpty());
    QVERIFY2(people(shelf) > 50, QByteArray::number(people(shelf)).constData());
    QCOMPARE(shelf.check()->problems, QStringList());
}

void DamagedBackupTest::keptFileComesFromTheWorkspace()
{
    Shelf source;
    VERIFY_OK(source.fill(3));
    VERIFY_OK(source.backUp(u"a.zip"_s));
    const QString path = source.beside(u"a.zip"_s);
    const QByteArray name = "files/" + QFileInfo(source.keptFile()).fileName().left(2).toLatin1() + '/'
            + QFileInfo(source.keptFile()).fileName().toLatin1();
    QByteArray bytes = bytesOf(path);
    const qsizetype at = bytes.indexOf(name) + name.size() + 30;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x41);
    QVERIFY(writeBytes(path, bytes));
    VERIFY_OK(take(source, path));
    QVERIFY(QFileInfo::exists(source.keptFile()));
    const Shelf empty;
    const auto taken = take(empty, path);
    VERIFY_OK(taken);
    QVERIFY(taken->health.lost.join(u'\n').contains(u"file of the resume"_s));
    QCOMPARE(empty.check()->problems, QStringList());
}

void DamagedBackupTest::shiftedPagesFindTheirPlace_data()
{
    QTest::addColumn<int>("shift");
    QTest::newRow("bytes are missing") << -7;
    QTest::newRow("bytes too many") << 5;
    QTest::newRow("whole") << 0;
}

/// What a wrong byte of the packed database may do to everything behind it.
void DamagedBackupTest::shiftedPagesFindTheirPlace()
{
    QFETCH(int, shift);
    constexpr qsizetype pageSize = 16384;
    Shelf shelf;
    VERIFY_OK(shelf.fill(250));
    const QByteArray whole = bytesOf(shelf.database());
    const qsizetype damagedPage = whole.size() / pageSize / 3;
    QByteArray shifted = whole;
    const qsizetype at = damagedPage * pageSize + 9000;
    shifted = shift < 0 ? shifted.remove(at, -shift) : shifted.insert(at, QByteArray(shift, 'x'));
    QVERIFY(writeBytes(shelf.database(), shifted));
    VERIFY_OK(store::alignPages(shelf.database()));
    const QByteArray aligned = bytesOf(shelf.database());
    QCOMPARE(aligned.size(), whole.size());
    int wrong = 0;
    for (qsizetype page = 0; page < whole.size() / pageSize; ++page) {
        wrong += aligned.sliced(page * pageSize, pageSize) == whole.sliced(page * pageSize, pageSize) ? 0 : 1;
    }
    QVERIFY2(wrong <= (shift == 0 ? 0 : 1), QByteArray::number(wrong).constData());
    QVERIFY(QFile::resize(shelf.database(), at)); // one that was cut off has nothing behind
    VERIFY_OK(store::alignPages(shelf.database()));
    QCOMPARE(bytesOf(shelf.database()), aligned.first(at));
}

void DamagedBackupTest::whatIsNoBackupIsRefused()
{
    Shelf shelf;
    VERIFY_OK(shelf.fill(3));
    const auto before = filesBelow(shelf.folder());
    const QString path = shelf.beside(u"other.zip"_s);
    for (const QString &name : {u"report.txt"_s, u"../crema.db"_s, u"crema.db"_s}) {
        QFile::remove(path);
        QuaZip zip(path);
        QVERIFY(zip.open(QuaZip::mdCreate));
        QuaZipFile file(&zip);
        QVERIFY(file.open(QIODevice::WriteOnly, QuaZipNewInfo(name)));
        file.write(QByteArray("words of a report ").repeated(3000));
        file.close();
        zip.close();
        QVERIFY2(!take(shelf, path), qPrintable(name));
        QVERIFY(writeBytes(path, "no archive at all"));
        QVERIFY(!take(shelf, path));
        QVERIFY(filesBelow(shelf.folder()) == before);
    }
}
