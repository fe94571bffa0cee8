// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"
#include "store/connection.h"
#include "support/mountedfolder.h"
#include "support/spin.h"
#include "tests.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QProcess>

#include <optional>
#include <unistd.h>

using namespace crema;
using namespace Qt::StringLiterals;

namespace {

QByteArray manyPeople(int count)
{
    QByteArray people("name,email,company,notes\n");
    for (int i = 0; i < count; ++i) {
        const QByteArray n = QByteArray::number(i);
        people += "Person" + n + " Name" + n + ",p" + n + "@x.example,Firm " + QByteArray::number(i % 700)
                + "," + QByteArray(60, 'n') + '\n';
    }
    return people;
}

void overwrite(const QString &path, qint64 from, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(from));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// A folder that cannot be written while this lives: by its permissions; for root, whom they do not bind, by
/// a mount.
class ReadOnlyFolder
{
public:
    explicit ReadOnlyFolder(const QString &folder) : m_folder(folder)
    {
        if (::geteuid() == 0) {
            m_mount.emplace(folder, QStringList {u"--bind"_s, folder});
            m_shut = m_mount->isMounted()
                    && QProcess::execute(u"mount"_s, {u"-o"_s, u"remount,ro,bind"_s, folder}) == 0;
        } else {
            m_shut = QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::ExeOwner);
        }
    }
    ~ReadOnlyFolder()
    {
        if (!m_mount) {
            QFile::setPermissions(m_folder,
                                  QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        }
    }
    ReadOnlyFolder(const ReadOnlyFolder &) = delete;
    ReadOnlyFolder &operator=(const ReadOnlyFolder &) = delete;
    [[nodiscard]] bool isShut() const { return m_shut; }

private:
    QString m_folder;
    std::optional<test::MountedFolder> m_mount;
    bool m_shut = false;
};

} // namespace

void WorkspaceTest::unusable_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QByteArray>("saying");
    for (const char *command : {"contacts list", "contacts add firstName=Ann", "demo"}) {
        const auto row = [command](const char *name, const QString &what, const QByteArray &saying) {
            QTest::addRow("%s, %s", name, command) << what << saying;
        };
        row("a file", u"file"_s, QByteArray("is a file"));
        row("below a file", u"below"_s, QByteArray("cannot be made"));
        row("newer version", u"newer"_s, QByteArray("newer version of Crema"));
        row("a wrong number in the header", u"damaged"_s, QByteArray("check --repair"));
        row("another database", u"foreign"_s, QByteArray("not a Crema workspace"));
    }
}

void WorkspaceTest::unusable()
{
    QFETCH(QString, what);
    QFETCH(QByteArray, saying);
    const Cli cli;
    const QStringList command = words(QString::fromUtf8(QTest::currentDataTag()).section(u", "_s, 1));
    QString place = cli.workspace();
    if (what == "file"_L1 || what == "below"_L1) {
        cli.write(u"file"_s, "precious");
        place = cli.path(what == "file"_L1 ? u"file"_s : u"file/ws"_s);
    } else if (what == "foreign"_L1) {
        QDir(cli.path(QString())).mkdir(u"ws"_s);
        cli.write(u"ws/crema.db"_s, QByteArray("Ada Byron, ").repeated(2000));
    } else {
        VERIFY_EXIT(cli.run(words(u"contacts list"_s)), 0);
        const bool isNewer = what == "newer"_L1;
        const auto database = store::Connection::open(cli.path(u"ws/crema.db"_s), store::Access::readWrite);
        VERIFY_OK(database);
        VERIFY_OK((*database)->run(isNewer ? "PRAGMA user_version=1000; CREATE TABLE later(a)"
                                           : "PRAGMA user_version=1000"));
    }
    const QByteArray before = cli.bytesOf(u"ws/crema.db"_s);
    const Answer answer = cli.run(QStringList {u"--workspace"_s, place, u"--json"_s} + command);
    VERIFY_EXIT(answer, 1);
    QVERIFY2(answer.err.contains(saying) && answer.err.contains(place.toUtf8()),
             answer.inWords().constData());
    VERIFY_FIELDS(member(answer.json(), "error"), "code:text message:text retryable:flag");
    QVERIFY(cli.bytesOf(u"ws/crema.db"_s) == before);
    QVERIFY(what != "file"_L1 || cli.bytesOf(u"file"_s) == "precious");
}

/// A workspace on a medium that cannot be written: everything can be read, nothing changed.
void WorkspaceTest::readOnly()
{
    const Cli cli;
    const QString id = cli.added({u"firstName=Ann"_s, u"company=Acme & Söhne 100%?"_s});
    const ReadOnlyFolder shut(cli.workspace());
    if (!shut.isShut()) {
        QSKIP("nothing can be made read-only here");
    }
    QCOMPARE(cli.contacts(), 1);
    for (const QStringList &arguments :
         {QStringList {u"contacts"_s, u"show"_s, id}, words(u"contacts duplicates"_s),
          words(u"export all.csv"_s), words(u"backup all.zip"_s), words(u"history"_s), words(u"check"_s)}) {
        VERIFY_EXIT(cli.run(arguments), 0);
    }
    const Answer answer = cli.run(words(u"contacts add firstName=Bob"_s));
    VERIFY_EXIT(answer, 1);
    QVERIFY2(answer.err.contains(cli.workspace().toUtf8()) && answer.err.contains("read-only"),
             answer.inWords().constData());
    QCOMPARE(cli.contacts(), 1);
}

/// What a failed import took of a small disk is given back: the next command finds room.
void WorkspaceTest::fullDiskBlocksNothing_data()
{
    QTest::addColumn<int>("kilobytes");
    for (const int kilobytes : {3'000, 6'000, 9'000, 14'000}) {
        QTest::addRow("%d KB", kilobytes) << kilobytes;
    }
}

void WorkspaceTest::fullDiskBlocksNothing()
{
    QFETCH(int, kilobytes);
    const Cli cli;
    QVERIFY(QDir().mkpath(cli.workspace()));
    const test::MountedFolder disk(cli.workspace(),
                                   {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=%1k"_s.arg(kilobytes), u"tmpfs"_s});
    if (!disk.isMounted()) {
        QSKIP("only root can mount a small disk");
    }
    (void)cli.added({u"firstName=Before"_s});
    cli.write(u"people.csv"_s, manyPeople(20'000));
    const Answer answer = cli.run(words(u"--json import people.csv"_s));
    VERIFY_EXIT(answer, 1);
    QVERIFY2(answer.err.contains("full"), answer.inWords().constData());
    VERIFY_EXIT(cli.run(words(u"contacts add firstName=After"_s)), 0);
    QCOMPARE(cli.contacts(), 2);
    VERIFY_EXIT(cli.run(words(u"undo"_s)), 0);
    QCOMPARE(cli.contacts(), 1);
    QVERIFY(boolAt(cli.json({u"check"_s}), "ok"));
    QVERIFY(QFileInfo(cli.path(u"ws/crema.db-wal"_s)).size() == 0);
}

/// Files that may not grow are what a full disk is to a program, and need no root.
void WorkspaceTest::diskThatFillsUp()
{
    const Cli cli;
    (void)cli.added({u"firstName=Before"_s});
    cli.write(u"people.csv"_s, manyPeople(20'000));
    const Answer answer = cli.shell(u"trap '' XFSZ; ulimit -f 4000; $CLI --json import people.csv"_s);
    VERIFY_EXIT(answer, 1);
    const Json &error = member(answer.json(), "error");
    QCOMPARE(textAt(error, "code"), u"storage"_s);
    QVERIFY2(textAt(error, "message").contains(cli.workspace()) && textAt(error, "message").contains(u"kept"),
             answer.inWords().constData());
    QCOMPARE(cli.contacts(), 1);
    QVERIFY(boolAt(cli.json({u"check"_s}), "ok"));
    VERIFY_EXIT(cli.run(words(u"import people.csv"_s)), 0); // once there is room again
    QCOMPARE(cli.contacts(), 20'001);
}

void WorkspaceTest::killedImportLeavesNothing()
{
    const Cli cli;
    (void)cli.added({u"firstName=Before"_s});
    cli.write(u"people.csv"_s, manyPeople(60'000));
    const QString log = cli.path(u"ws/crema.db-wal"_s);
    for (const qint64 size : {100'000, 2'000'000, 5'000'000}) {
        const QDateTime before = QFileInfo(log).lastModified(); // left by the one that was killed before
        const auto process = cli.start(words(u"import people.csv"_s));
        QVERIFY(process->waitForStarted());
        const auto isWriting = [&] {
            const QFileInfo now(log);
            return now.size() > size && now.lastModified() != before;
        };
        QVERIFY(test::spinUntil([&] { return process->state() == QProcess::NotRunning || isWriting(); },
                                std::chrono::minutes(5)));
        QVERIFY2(process->state() == QProcess::Running, "the import ended before it could be killed");
        process->kill();
        process->waitForFinished();
        QCOMPARE(cli.contacts(), 1);
        QVERIFY(boolAt(cli.json({u"check"_s}), "ok"));
        QCOMPARE(arrayAt(cli.json({u"history"_s}), "operations").size(), 1U);
    }
    // The lock of the dead process is taken over, and what it left is no hindrance.
    const Answer again = cli.run(words(u"--json import people.csv"_s));
    VERIFY_EXIT(again, 0);
    QCOMPARE(intAt(again.json(), "created"), 60'000);
    VERIFY_EXIT(cli.run({u"undo"_s}), 0);
    QCOMPARE(cli.contacts(), 1);
}

void WorkspaceTest::damaged()
{
    const Cli cli;
    cli.write(u"people.csv"_s, manyPeople(3000));
    VERIFY_EXIT(cli.run(words(u"import people.csv"_s)), 0);
    const QString database = cli.path(u"ws/crema.db"_s);
    overwrite(database, 16384 * 3, QByteArray(QFileInfo(database).size() / 2, '\x5A'));
    const Answer list = cli.run(words(u"contacts list --limit 3000"_s));
    VERIFY_EXIT(list, 1);
    QVERIFY2(list.err.contains("damaged") && list.err.contains(database.toUtf8()),
             list.inWords().constData());
    VERIFY_EXIT(cli.run({u"check"_s}), 1);
}

/// Reading waits for nobody: also what needs more than one look (export, completions) runs while another
/// holds the workspace.
void WorkspaceTest::readingNeedsNoLock()
{
    const Cli cli;
    const QString id = cli.added({u"firstName=Ann"_s, u"company=Acme"_s});
    QLockFile lock(cli.path(u"ws/lock"_s));
    lock.setStaleLockTime(0);
    QVERIFY(lock.tryLock());
    for (const QStringList &arguments :
         {words(u"contacts list"_s), QStringList {u"contacts"_s, u"show"_s, id}, words(u"export all.json"_s),
          words(u"suggest company ac"_s), words(u"history"_s), words(u"check"_s)}) {
        VERIFY_EXIT(cli.run(arguments), 0);
    }
    const Answer refused = cli.run(words(u"--json contacts add firstName=Bob"_s));
    VERIFY_EXIT(refused, 1);
    QCOMPARE(textAt(member(refused.json(), "error"), "code"), u"conflict"_s);
    QVERIFY(boolAt(member(refused.json(), "error"), "retryable"));
    QVERIFY2(refused.err.contains("in use") && refused.err.contains("Nothing was changed"),
             refused.inWords().constData());
}
