// SPDX-License-Identifier: GPL-3.0-or-later
#include "shelf.h"
#include "support/mountedfolder.h"
#include "tests.h"

#include <QDir>
#include <QFile>
#include <QProcess>

using namespace crema;
using namespace Qt::StringLiterals;

namespace {

/// A workspace on a small disk of its own.
class SmallDisk
{
public:
    SmallDisk()
    {
        QDir().mkpath(m_shelf.folder());
        m_disk = std::make_unique<test::MountedFolder>(
                m_shelf.folder(), QStringList {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=12m"_s, u"tmpfs"_s});
    }
    [[nodiscard]] bool isThere() const { return m_disk->isMounted(); }
    [[nodiscard]] Shelf &shelf() { return m_shelf; }

    /// Nothing but `left` bytes is free then.
    [[nodiscard]] bool fillUp(qint64 left) const
    {
        const QString path = m_shelf.folder() + u"/fill"_s;
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
            return false;
        }
        const QByteArray block(4096, 'x');
        while (file.write(block) == block.size()) { }
        return file.resize(file.size() - left);
    }

private:
    Shelf m_shelf;
    std::unique_ptr<test::MountedFolder> m_disk;
};

Result<flows::BackupFile> backUp(const Shelf &shelf)
{
    return test::await(flows::backUp(shelf.workspace(), shelf.beside(u"a.zip"_s),
                                     flows::DatabaseCopy::consistentOrBytes, {}, {}));
}

/// Where temporary files go, for a while.
class TemporaryPlace
{
public:
    explicit TemporaryPlace(const QString &folder) : m_before(qgetenv("TMPDIR"))
    {
        qputenv("TMPDIR", QFile::encodeName(folder));
    }
    ~TemporaryPlace() { m_before.isEmpty() ? (void)qunsetenv("TMPDIR") : (void)qputenv("TMPDIR", m_before); }
    Q_DISABLE_COPY_MOVE(TemporaryPlace)

private:
    QByteArray m_before;
};

} // namespace

void FullDiskTest::backupGoesElsewhere_data()
{
    QTest::addColumn<int>("left");
    QTest::newRow("no room at all") << 0;
    QTest::newRow("room for a lock") << 4096;
    QTest::newRow("room for half a copy") << 300'000;
}

void FullDiskTest::backupGoesElsewhere()
{
    QFETCH(int, left);
    SmallDisk disk;
    if (!disk.isThere()) {
        QSKIP("only root can mount a small disk");
    }
    VERIFY_OK(disk.shelf().fill(400));
    QVERIFY(disk.fillUp(left));
    const auto made = backUp(disk.shelf());
    VERIFY_OK(made);
    QVERIFY(!made->manifest.damaged);
    QCOMPARE(made->manifest.problems, QStringList());
    Shelf other;
    VERIFY_OK(other.restore(disk.shelf().beside(u"a.zip"_s)));
    QVERIFY(dumpOf(other.database()) == dumpOf(disk.shelf().database()));
}

void FullDiskTest::noRoomIsNoDamage()
{
    SmallDisk disk;
    if (!disk.isThere()) {
        QSKIP("only root can mount a small disk");
    }
    VERIFY_OK(disk.shelf().fill(400));
    const QString place = disk.shelf().folder() + u"/tmp"_s;
    QVERIFY(QDir().mkpath(place));
    for (const qint64 left : {0, 300'000}) {
        const TemporaryPlace temporary(place);
        QVERIFY(disk.fillUp(left));
        const auto refused = backUp(disk.shelf());
        QVERIFY(!refused);
        QVERIFY2(refused.error().text.contains(u"disk is full"_s), qPrintable(refused.error().text));
        QVERIFY(!QFileInfo::exists(disk.shelf().beside(u"a.zip"_s)));
        QVERIFY(QDir(place).isEmpty());
    }
    QVERIFY(QFile::remove(disk.shelf().folder() + u"/fill"_s));
    VERIFY_OK(backUp(disk.shelf()));
}

void FullDiskTest::writingSaysSo()
{
    SmallDisk disk;
    if (!disk.isThere()) {
        QSKIP("only root can mount a small disk");
    }
    VERIFY_OK(disk.shelf().fill(5));
    QVERIFY(disk.fillUp(0));
    for (const QStringList &words :
         {QStringList {u"contacts"_s, u"add"_s, u"firstName=A"_s}, QStringList {u"undo"_s},
          QStringList {u"trash"_s, u"empty"_s}, QStringList {u"check"_s, u"--repair"_s}}) {
        QProcess program;
        program.start(QStringLiteral(CREMA_CLI),
                      QStringList {u"--workspace"_s, disk.shelf().folder()} + words);
        QVERIFY(program.waitForFinished(60'000));
        const QByteArray said = program.readAllStandardError();
        QCOMPARE(program.exitCode(), 1);
        QVERIFY2(said.contains("disk is full") && !said.contains("--repair"), said.constData());
    }
    QVERIFY(QFile::remove(disk.shelf().folder() + u"/fill"_s));
    VERIFY_OK(disk.shelf().add(u"later"_s));
    QCOMPARE(disk.shelf().check()->problems, QStringList());
}
