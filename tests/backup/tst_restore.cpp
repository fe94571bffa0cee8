// SPDX-License-Identifier: GPL-3.0-or-later
#include "shelf.h"
#include "store/workspaceswap.h"
#include "tests.h"

#include <QDir>
#include <QFile>
#include <QProcess>

#include <algorithm>

#include <unistd.h>

using namespace crema;
using namespace Qt::StringLiterals;

void RestoreTest::restoreGivesBackTheSameAndCanBeTakenBack()
{
    Shelf shelf;
    VERIFY_OK(shelf.fill(300));
    const Dump then = dumpOf(shelf.database());
    const auto files = filesBelow(shelf.folder() + u"/files"_s);
    QCOMPARE(files.size(), size_t(2));
    VERIFY_OK(shelf.backUp(u"a.zip"_s));
    VERIFY_OK(shelf.add(u"later"_s));
    VERIFY_OK(shelf.workspace().keepFile("kept later"));
    const Dump later = dumpOf(shelf.database());
    QVERIFY(later != then);
    const auto kept = shelf.restore(shelf.beside(u"a.zip"_s));
    VERIFY_OK(kept);
    QVERIFY(dumpOf(shelf.database()) == then);
    QVERIFY(filesBelow(shelf.folder() + u"/files"_s) == files);
    QCOMPARE(shelf.check()->problems, QStringList());
    QVERIFY(kept->startsWith(shelf.folder() + u"/backups/before-"_s));
    VERIFY_OK(shelf.restore(*kept));
    QVERIFY(dumpOf(shelf.database()) == later);
    QCOMPARE(filesBelow(shelf.folder() + u"/files"_s).size(), size_t(3));
    QCOMPARE(QDir(shelf.folder()).entryList({u"incoming*"_s, u"replaced*"_s, u"copying*"_s}, QDir::Dirs),
             QStringList());
}

void RestoreTest::backupOfARunningImportIsAllOrNothing()
{
    Shelf shelf;
    VERIFY_OK(shelf.fill(10));
    auto session = shelf.open();
    VERIFY_OK(session);
    store::Operation import;
    import.label = u"Import"_s;
    import.origin = store::Origin::import;
    for (int i = 0; i < 20'000; ++i) {
        import.create(Kind::contact, u"i%1"_s.arg(i), {{"firstName", "I"}, {"lastName", std::to_string(i)}});
    }
    TaskScope scope;
    bool imported = false;
    scope.launch((*session)->services().store.applyBulk(import, {}, {}),
                 [&](Result<store::Change> change) { imported = change.has_value(); });
    int made = 0;
    while (!imported) {
        VERIFY_OK(shelf.backUp(u"while-%1.zip"_s.arg(made++)));
    }
    session->reset();
    VERIFY_OK(shelf.backUp(u"while-%1.zip"_s.arg(made++)));
    for (int i = 0; i < made; ++i) {
        Shelf other;
        VERIFY_OK(other.restore(shelf.beside(u"while-%1.zip"_s.arg(i))));
        const auto opened = other.open();
        VERIFY_OK(opened);
        const qint64 people = (*opened)->services().reader.countContacts({}).value_or(-1);
        QVERIFY2(people == 10 || people == 20'010, QByteArray::number(people).constData());
        if (i + 1 == made) {
            QCOMPARE(people, 20'010);
        }
    }
}

void RestoreTest::crashAtAnyMomentLeavesOldOrNew_data()
{
    QTest::addColumn<int>("moves");
    QTest::addColumn<bool>("filesFirst"); // earlier versions moved them last
    for (int moves = -1; moves <= 5; ++moves) {
        QTest::addRow("after %d moves", moves) << moves << true;
        QTest::addRow("after %d moves of an earlier version", moves) << moves << false;
    }
}

void RestoreTest::crashAtAnyMomentLeavesOldOrNew()
{
    QFETCH(int, moves); // -1: before it was decided
    QFETCH(bool, filesFirst);
    Shelf shelf;
    VERIFY_OK(shelf.fill(20));
    const Dump then = dumpOf(shelf.database());
    VERIFY_OK(shelf.backUp(u"a.zip"_s));
    VERIFY_OK(shelf.add(u"later"_s));
    const Dump later = dumpOf(shelf.database());
    QVERIFY(writeBytes(shelf.database() + u"-wal"_s, {})); // an old log that must not meet the new database
    const QString folder = shelf.folder();
    VERIFY_OK(test::await(flows::prepareRestore(shelf.workspace(), shelf.beside(u"a.zip"_s), {}, {})));
    if (moves < 0) {
        QVERIFY(QFile::rename(folder + u"/incoming"_s, folder + u"/incoming.part"_s));
    }
    const QString aside = folder + u"/replaced/"_s
            + QString::fromUtf8(bytesOf(folder + u"/incoming/aside"_s));
    std::pair<QString, QString> order[] {{folder + u"/crema.db-wal"_s, aside + u"/crema.db-wal"_s},
                                         {folder + u"/crema.db"_s, aside + u"/crema.db"_s},
                                         {folder + u"/files"_s, aside + u"/files"_s},
                                         {folder + u"/incoming/files"_s, folder + u"/files"_s},
                                         {folder + u"/incoming/crema.db"_s, folder + u"/crema.db"_s}};
    if (filesFirst) {
        std::rotate(order, order + 2, order + 4);
    }
    for (int i = 0; i < moves; ++i) {
        QVERIFY(QDir().mkpath(aside));
        QVERIFY(QFile::rename(order[i].first, order[i].second));
    }
    // The next start, as a window does it.
    {
        const auto session = shelf.open();
        VERIFY_OK(session);
        QCOMPARE((*session)->services().reader.contact(u"later"_s).has_value(), moves < 0);
    }
    QVERIFY(dumpOf(shelf.database()).at("contact") == (moves < 0 ? later : then).at("contact"));
    QCOMPARE(filesBelow(folder + u"/files"_s).size(), size_t(2));
    QCOMPARE(shelf.check()->problems, QStringList());
    if (moves >= 0) {
        const QStringList kept = store::statesKeptAside(shelf.workspace());
        QCOMPARE(kept.size(), 1);
        QVERIFY(dumpOf(kept.first() + u"/crema.db"_s) == later);
        QCOMPARE(filesBelow(kept.first() + u"/files"_s).size(), size_t(2));
        VERIFY_OK(shelf.restore(*test::await(flows::packReplaced(shelf.workspace()))));
        QVERIFY(dumpOf(shelf.database()) == later);
    }
}

void RestoreTest::refusedRestoreChangesNothing_data()
{
    QTest::addColumn<int>("damage");
    QTest::newRow("cut off") << 0;
    QTest::newRow("a flipped byte") << 1;
    QTest::newRow("not there") << 2;
    QTest::newRow("a database of a newer version") << 3;
    QTest::newRow("another program's database") << 4;
    QTest::newRow("damaged before it was packed") << 5;
}

void RestoreTest::refusedRestoreChangesNothing()
{
    QFETCH(int, damage);
    Shelf shelf;
    VERIFY_OK(shelf.fill(20));
    Shelf source;
    VERIFY_OK(source.fill(5));
    QVERIFY(damage != 3 || source.sql("PRAGMA user_version=99; CREATE TABLE later(a)"));
    QVERIFY(damage != 5 || source.sql("UPDATE contact SET body=substr(body,2) WHERE rid=2"));
    const QString path = source.beside(u"a.zip"_s);
    if (damage == 4) {
        QVERIFY(QFile::remove(source.database()));
        QVERIFY(source.sql("CREATE TABLE song(title TEXT); INSERT INTO song VALUES('Coffee')"));
        exchange::ArchiveManifest head;
        head.program = u"crema 0.1.0"_s;
        VERIFY_OK(exchange::writeArchive(path, head, {{u"crema.db"_s, source.database()}}, {}, {}));
    } else {
        VERIFY_OK(source.backUp(u"a.zip"_s));
    }
    const QByteArray bytes = bytesOf(path);
    QVERIFY(damage != 0 || QFile::resize(path, bytes.size() - 40));
    QVERIFY(damage != 1 || overwrite(path, bytes.size() / 3, "!!"));
    QVERIFY(damage != 2 || QFile::remove(path));
    const auto before = filesBelow(shelf.folder());
    const auto refused = shelf.restore(path);
    QVERIFY(!refused);
    QVERIFY(refused.error().text.contains(path));
    QVERIFY(filesBelow(shelf.folder()) == before);
    QVERIFY(!QFileInfo::exists(shelf.folder() + u"/incoming.part"_s));
    // Who has nothing better may take what can be read; never what is not of this program.
    const auto taken = test::await(
            flows::prepareRestore(shelf.workspace(), path, {}, {}, flows::DamagedBackup::taken));
    const bool isEarly = damage == 1; // a byte so near the beginning that hardly anything is left
    QVERIFY(isEarly || taken.has_value() == (damage == 0 || damage == 5));
}

void RestoreTest::stoppedAfterUnpackingChangesNothing_data()
{
    QTest::addColumn<flows::DamagedBackup>("damaged");
    QTest::newRow("a backup that must be sound") << flows::DamagedBackup::refused;
    QTest::newRow("any") << flows::DamagedBackup::taken;
}

void RestoreTest::stoppedAfterUnpackingChangesNothing()
{
    QFETCH(flows::DamagedBackup, damaged);
    Shelf shelf;
    VERIFY_OK(shelf.fill(20));
    VERIFY_OK(shelf.backUp(u"a.zip"_s));
    VERIFY_OK(shelf.add(u"later"_s));
    const auto before = filesBelow(shelf.folder());
    std::stop_source stop;
    const auto stopAtTheEnd = [&stop](qint64 done, qint64 total) {
        if (done == total) {
            stop.request_stop();
        }
    };
    const auto stopped = test::await(flows::prepareRestore(shelf.workspace(), shelf.beside(u"a.zip"_s),
                                                           stopAtTheEnd, stop.get_token(), damaged));
    QVERIFY(stop.stop_requested());
    QVERIFY(!stopped && stopped.error().kind == ErrorKind::cancelled);
    VERIFY_OK(test::await(flows::finishRestore(shelf.workspace())));
    QVERIFY(filesBelow(shelf.folder()) == before);
}

namespace {

/// An ordinary user, whom permissions bind; root becomes one for a while.
class OrdinaryUser
{
public:
    explicit OrdinaryUser(const QString &ownFolder)
    {
        constexpr uid_t nobody = 65'534;
        if (::geteuid() == 0) {
            QProcess::execute(u"chown"_s, {u"-R"_s, u"65534"_s, ownFolder});
            m_changed = ::seteuid(nobody) == 0;
        }
    }
    ~OrdinaryUser()
    {
        if (m_changed) {
            (void)::seteuid(0);
        }
    }
    Q_DISABLE_COPY_MOVE(OrdinaryUser)

private:
    bool m_changed = false;
};

} // namespace

void RestoreTest::whatCannotBeMovedLeavesAllAsItWas()
{
    Shelf shelf;
    VERIFY_OK(shelf.fill(5));
    VERIFY_OK(shelf.backUp(u"a.zip"_s));
    VERIFY_OK(shelf.add(u"later"_s));
    const Dump before = dumpOf(shelf.database());
    const OrdinaryUser user(QFileInfo(shelf.folder()).path());
    const QString files = shelf.folder() + u"/files"_s;
    QVERIFY(QFile::setPermissions(files, QFile::ReadOwner | QFile::ExeOwner));
    const auto refused = shelf.restore(shelf.beside(u"a.zip"_s));
    QVERIFY(QFile::setPermissions(files, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(!refused);
    QVERIFY2(refused.error().text.contains(u"as it was"_s), qPrintable(refused.error().text));
    QVERIFY(dumpOf(shelf.database()) == before);
    QCOMPARE(filesBelow(files).size(), size_t(2));
    QCOMPARE(QDir(shelf.folder()).entryList({u"incoming*"_s, u"replaced*"_s}, QDir::Dirs), QStringList());
    VERIFY_OK(shelf.restore(shelf.beside(u"a.zip"_s)));
    QVERIFY(dumpOf(shelf.database()) != before);
}

void RestoreTest::damagedWorkspaceIsRestoredOver()
{
    Shelf shelf;
    VERIFY_OK(shelf.fill(50));
    const Dump then = dumpOf(shelf.database());
    VERIFY_OK(shelf.backUp(u"a.zip"_s));
    QVERIFY(overwrite(shelf.database(), 0, QByteArray(4000, 'x')));
    const QByteArray damaged = bytesOf(shelf.database());
    QVERIFY(!shelf.open());
    const auto kept = shelf.restore(shelf.beside(u"a.zip"_s));
    VERIFY_OK(kept);
    QVERIFY(dumpOf(shelf.database()) == then);
    // Even the damaged state can be had back, byte for byte.
    VERIFY_OK(shelf.restore(*kept));
    QVERIFY(bytesOf(shelf.database()) == damaged);
}

void RestoreTest::whatElseIsKeptAsideIsToldOnce()
{
    Shelf shelf;
    VERIFY_OK(shelf.fill(2));
    const QString aside = shelf.folder() + u"/replaced/20260101T000000"_s;
    QVERIFY(QDir().mkpath(aside));
    QVERIFY(writeBytes(aside + u"/note.txt"_s, "not ours"));
    const auto told = test::await(flows::packReplaced(shelf.workspace()));
    VERIFY_OK(told);
    QCOMPARE(bytesOf(*told + u"/note.txt"_s), QByteArray("not ours"));
    const auto again = test::await(flows::packReplaced(shelf.workspace()));
    VERIFY_OK(again);
    QCOMPARE(*again, QString());
}
