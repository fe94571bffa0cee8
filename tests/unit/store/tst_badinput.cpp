// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "store/check.h"
#include "store/peoplesearch.h"
#include "store/rebuild.h"
#include "store/writesession.h"
#include "tests.h"

#include <QDir>

#include <csignal>

#include <sqlite3.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace crema;
using namespace crema::store;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<WriteSession> sessionOf(Desk &desk)
{
    auto session = WriteSession::open(desk.path(), emailKeys, desk.clock, desk.ids);
    return session ? std::move(*session) : nullptr;
}

qint64 numberOf(WriteSession &session, const char *sql)
{
    Statement statement(session.connection(), sql);
    return statement.step() ? statement.integer(0) : -1;
}

void limitPages(WriteSession &session, qint64 more)
{
    const qint64 pages = numberOf(session, "PRAGMA page_count") + more;
    (void)numberOf(session, ("PRAGMA max_page_count=" + QByteArray::number(pages)).constData());
}

/// Files of this process cannot grow beyond `bytes` while it lives: what a full disk does to them.
class FileLimit
{
public:
    explicit FileLimit(rlim_t bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit lower = m_before;
        lower.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &lower);
    }
    ~FileLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        (void)std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(FileLimit)

private:
    rlimit m_before {};
    void (*m_handler)(int) = nullptr;
};

} // namespace

void BadInputTest::unusableFolder_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("a file") << u"%1/file"_s << ErrorKind::rejectedInput;
    QTest::newRow("below a file") << u"%1/file/workspace"_s << ErrorKind::storage;
    QTest::newRow("where nothing can be made") << u"/proc/crema-%1"_s << ErrorKind::storage;
}

void BadInputTest::unusableFolder()
{
    QFETCH(QString, folder);
    QFETCH(ErrorKind, kind);
    const QTemporaryDir parent;
    QVERIFY(overwrite(parent.filePath(u"file"_s), 0, "precious"));
    const QString path = folder.startsWith("/proc"_L1) ? u"/proc/crema-test"_s : folder.arg(parent.path());
    const auto workspace = Workspace::at(path);
    QCOMPARE(errorOf(workspace), kind);
    QVERIFY(workspace.error().text.contains(path));
    QCOMPARE(bytesOf(parent.filePath(u"file"_s)), QByteArray("precious"));
    const FixedClock clock(QDateTime::currentDateTimeUtc());
    IdSource ids(1);
    const auto store = Store::open(path + u"/crema.db"_s, emailKeys, clock, ids);
    QCOMPARE(errorOf(store), ErrorKind::storage);
    QVERIFY(store.error().text.contains(path));
}

void BadInputTest::readOnlyWorkspace()
{
    if (::geteuid() == 0) {
        QSKIP("permissions do not bind root");
    }
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s))));
    desk.close();
    QFile::setPermissions(desk.path(), QFileDevice::ReadOwner);
    QFile::setPermissions(desk.folder.path(), QFileDevice::ReadOwner | QFileDevice::ExeOwner);
    const QByteArray before = bytesOf(desk.path());
    const auto workspace = Workspace::at(desk.folder.path());
    VERIFY_OK(workspace);
    QCOMPARE(errorOf(workspace->lock()), ErrorKind::storage);
    const auto store = Store::open(desk.path(), emailKeys, desk.clock, desk.ids);
    QCOMPARE(errorOf(store), ErrorKind::storage);
    QVERIFY(store.error().text.contains(u"permission"_s));
    QFile::setPermissions(desk.folder.path(),
                          QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    QVERIFY(bytesOf(desk.path()) == before);
}

void BadInputTest::notADatabase_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("a text") << QByteArray("First Name,Last Name\nAda,Byron\n");
    QTest::newRow("a long text") << QByteArray("Ada Byron, ").repeated(10'000);
    QTest::newRow("one byte") << QByteArray("x");
    QTest::newRow("a cut header") << QByteArray("SQLite format 3\0", 16);
    QTest::newRow("zeros") << QByteArray(40'000, '\0');
    QByteArray foreign;
    {
        const QTemporaryDir folder;
        sqlite3 *database = nullptr;
        sqlite3_open(folder.filePath(u"other.db"_s).toUtf8().constData(), &database);
        sqlite3_exec(database, "CREATE TABLE contact(a); INSERT INTO contact VALUES(1)", nullptr, nullptr,
                     nullptr);
        sqlite3_close(database);
        foreign = bytesOf(folder.filePath(u"other.db"_s));
    }
    QTest::newRow("another program's database") << foreign;
}

void BadInputTest::notADatabase()
{
    QFETCH(QByteArray, content);
    Desk desk;
    QVERIFY(overwrite(desk.path(), 0, content));
    const auto store = Store::open(desk.path(), emailKeys, desk.clock, desk.ids);
    QCOMPARE(errorOf(store), ErrorKind::storage);
    QVERIFY(store.error().text.contains(desk.path()));
    QVERIFY(store.error().text.contains(u"not touched"_s));
    QCOMPARE(errorOf(Reader::open(desk.path())), ErrorKind::storage);
    QCOMPARE(desk.problems().size(), 1);
    QVERIFY(bytesOf(desk.path()) == content);
    QCOMPARE(QDir(desk.folder.path()).entryList(QDir::Files), QStringList {u"crema.db"_s});
}

void BadInputTest::damagedDatabase()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.applyBulk(importing(u"p"_s, 3000)));
    QVERIFY(desk.waitForIndex());
    desk.close();
    const qint64 size = QFileInfo(desk.path()).size();
    QVERIFY(overwrite(desk.path(), size / 3, QByteArray(200'000, char(0x5a))));
    const QStringList problems = desk.problems();
    QVERIFY(!problems.isEmpty());
    QCOMPARE(desk.problems(), problems); // looking changes nothing
    // It may open, since SQLite reads page by page; nothing may crash, and what cannot be read is an error.
    const auto opened = desk.open();
    if (!opened) {
        QCOMPARE(opened.error().kind, ErrorKind::storage);
        QVERIFY(opened.error().text.contains(desk.path()));
        return;
    }
    int seen = 0;
    const auto read = desk.reader->forEachContact([&](const Contact &) { return ++seen > 0; });
    QCOMPARE(errorOf(read), ErrorKind::storage);
    QVERIFY(seen < 3000);
    const auto undone = desk.undo();
    QVERIFY2(!undone || undone->conflicts.empty(), "half an undo");
    const auto people = PeopleSearch::load(desk.reader->connection());
    QVERIFY(people || people.error().kind == ErrorKind::storage);
}

void BadInputTest::halfADatabase()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.applyBulk(importing(u"p"_s, 3000)));
    QVERIFY(desk.waitForIndex());
    desk.close();
    const QByteArray whole = bytesOf(desk.path());
    for (const qint64 size : {qint64(whole.size() / 2), qint64(16384), qint64(5000), qint64(120)}) {
        QVERIFY(QFile::resize(desk.path(), size));
        const QByteArray half = bytesOf(desk.path());
        const auto opened = Store::open(desk.path(), emailKeys, desk.clock, desk.ids);
        QVERIFY2(!opened, "half a database opened");
        QCOMPARE(opened.error().kind, ErrorKind::storage);
        QVERIFY(opened.error().text.contains(desk.path()));
        QVERIFY(bytesOf(desk.path()) == half);
        QVERIFY(!desk.problems().isEmpty());
    }
    QVERIFY(overwrite(desk.path(), 0, whole));
    VERIFY_OK(desk.open());
    QCOMPARE(desk.reader->countContacts({}).value_or(-1), 3000);
}

void BadInputTest::truncatedLog()
{
    Desk desk;
    VERIFY_OK(desk.open());
    constexpr int people = 30;
    for (int i = 0; i < people; ++i) {
        VERIFY_OK(
                desk.apply(creating(person(u"p%1"_s.arg(i, 2, 10, QChar(u'0')), u"P"_s, u"Q"_s, u"Acme"_s))));
    }
    const QByteArray database = bytesOf(desk.path());
    const QByteArray log = bytesOf(desk.path() + u"-wal"_s);
    QVERIFY(log.size() > people * 1000);
    // As after a power cut: the database and the beginning of its log.
    qint64 last = people + 1;
    for (int cut = 0; cut < 12; ++cut) {
        Desk after;
        QVERIFY(overwrite(after.path(), 0, database));
        QVERIFY(overwrite(after.path() + u"-wal"_s, 0,
                          log.left(log.size() - cut * log.size() / 12 - cut % 3)));
        VERIFY_OK(after.open());
        const qint64 there = after.number("SELECT count(*) FROM contact");
        QVERIFY(there <= last);
        last = there;
        // What is there is the first so many operations, each whole.
        QCOMPARE(after.number("SELECT count(*) FROM operation"), there);
        QCOMPARE(after.number("SELECT count(*) FROM contact_words"), there);
        QCOMPARE(after.number("SELECT coalesce(max(cast(substr(id,2) AS INTEGER))+1,0) FROM contact"), there);
        QCOMPARE(after.problems(), QStringList());
        VERIFY_OK(after.apply(creating(person(u"new"_s, u"P"_s, u"Q"_s, u"Acme"_s))));
    }
    QVERIFY(last < people);
}

void BadInputTest::fullDisk()
{
    Desk desk;
    const auto session = sessionOf(desk);
    QVERIFY(session);
    VERIFY_OK(session->apply(importing(u"p"_s, 50)));
    const Snapshot before = snapshotOf(session->connection());
    limitPages(*session, 2);
    const auto refused = session->apply(importing(u"q"_s, 2000));
    QCOMPARE(errorOf(refused), ErrorKind::storage);
    QVERIFY(refused.error().text.contains(u"full"_s));
    QVERIFY(refused.error().text.contains(desk.path()));
    QVERIFY(snapshotOf(session->connection()) == before);
    // Small changes still fit, and with room again everything goes on.
    VERIFY_OK(session->apply(patching(Kind::contact, u"p1"_s, {{u"city"_s, Json("Bern")}})));
    limitPages(*session, 100'000);
    VERIFY_OK(session->apply(importing(u"q"_s, 2000)));
    VERIFY_OK(session->undo());
    QCOMPARE(numberOf(*session, "SELECT count(*) FROM contact WHERE state='live'"), 50);
    QCOMPARE(desk.problems(), QStringList());
}

void BadInputTest::fullDiskDuringBulk()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.applyBulk(importing(u"p"_s, 50)));
    QVERIFY(desk.waitForIndex());
    {
        const FileLimit full(6'000'000);
        const auto refused = test::await(desk.store->applyBulk(importing(u"q"_s, 20'000), {}, {}),
                                         std::chrono::minutes(2));
        QCOMPARE(errorOf(refused), ErrorKind::storage);
        QVERIFY(refused.error().text.contains(desk.path()));
        QCOMPARE(desk.reader->countContacts({}).value_or(-1), 50);
    }
    VERIFY_OK(desk.apply(patching(Kind::contact, u"p1"_s, {{u"city"_s, Json("Bern")}})));
    desk.close();
    VERIFY_OK(desk.open());
    QCOMPARE(desk.number("SELECT count(*) FROM contact"), 50);
    QCOMPARE(desk.number("SELECT count(*) FROM staging"), 0);
    QCOMPARE(desk.problems(), QStringList());
    VERIFY_OK(desk.applyBulk(importing(u"q"_s, 100)));
}

void BadInputTest::fullDiskOnKeptFile()
{
    const QTemporaryDir folder;
    const auto workspace = Workspace::at(folder.path());
    VERIFY_OK(workspace);
    const QByteArray resume(300'000, 'r');
    {
        const FileLimit full(100'000);
        const auto refused = workspace->keepFile(resume);
        QCOMPARE(errorOf(refused), ErrorKind::storage);
        QVERIFY(refused.error().text.contains(folder.path()));
    }
    QStringList left;
    for (const QFileInfo &info :
         QDir(workspace->filesFolder()).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        left << QDir(info.filePath()).entryList(QDir::Files);
    }
    QCOMPARE(left, QStringList()); // no half file
    const auto kept = workspace->keepFile(resume);
    VERIFY_OK(kept);
    QCOMPARE(workspace->keptFile(*kept).value_or(QByteArray()), resume);
}

void BadInputTest::secondWriter()
{
    Desk desk;
    const auto workspace = Workspace::at(desk.folder.path());
    VERIFY_OK(workspace);
    auto first = workspace->lock();
    VERIFY_OK(first);
    const auto again = Workspace::at(desk.folder.path() + u"/../"_s + QDir(desk.folder.path()).dirName());
    VERIFY_OK(again);
    QCOMPARE(again->socketName(), workspace->socketName());
    const auto second = again->lock();
    QCOMPARE(errorOf(second), ErrorKind::conflict);
    QVERIFY(second.error().text.contains(workspace->folder()));
    first->reset();
    VERIFY_OK(again->lock());
}

void BadInputTest::databaseLockedByAnotherProgram()
{
    Desk desk;
    const auto session = sessionOf(desk);
    QVERIFY(session);
    VERIFY_OK(session->apply(importing(u"p"_s, 5)));
    VERIFY_OK(session->connection().run("PRAGMA busy_timeout=20"));
    {
        const auto other = Connection::open(desk.path(), Access::readWrite);
        VERIFY_OK(other);
        const Transaction held(**other);
        VERIFY_OK(held.begun());
        const auto refused = session->apply(importing(u"q"_s, 5));
        QCOMPARE(errorOf(refused), ErrorKind::conflict);
        QVERIFY(refused.error().text.contains(desk.path()));
    }
    VERIFY_OK(session->apply(importing(u"q"_s, 5)));
    QCOMPARE(numberOf(*session, "SELECT count(*) FROM contact"), 10);
}

void BadInputTest::keptFileMissingOrAltered()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const auto workspace = Workspace::at(desk.folder.path());
    VERIFY_OK(workspace);
    const auto hash = workspace->keepFile("a resume");
    VERIFY_OK(hash);
    QCOMPARE(workspace->keepFile("a resume").value_or(QString()), *hash);
    Resume resume;
    resume.id = u"r"_s;
    resume.file = *hash;
    Operation operation;
    operation.create(Kind::resume, u"r"_s, toBody(resume));
    VERIFY_OK(desk.apply(operation));
    QCOMPARE(desk.problems(), QStringList());
    QVERIFY(overwrite(workspace->filePath(*hash), 0, "A"));
    const auto altered = workspace->keptFile(*hash);
    QCOMPARE(errorOf(altered), ErrorKind::storage);
    QVERIFY(altered.error().text.contains(workspace->filePath(*hash)));
    QCOMPARE(desk.problems().size(), 1);
    QCOMPARE(workspace->keepFile("a resume").value_or(QString()), *hash); // heals what it finds damaged
    QCOMPARE(desk.problems(), QStringList());
    QVERIFY(QFile::remove(workspace->filePath(*hash)));
    QCOMPARE(errorOf(workspace->keptFile(*hash)), ErrorKind::storage);
    QCOMPARE(desk.problems().size(), 1);
}

void BadInputTest::repairMendsImpossibleStates()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.applyBulk(importing(u"p"_s, 4)));
    VERIFY_OK(desk.apply(moving(Kind::contact, u"p1"_s, u"trashed"_s)));
    VERIFY_OK(desk.apply(moving(Kind::contact, u"p2"_s, u"merged:p3"_s)));
    const Snapshot before = snapshotOf(desk.reader->connection());
    desk.close();
    {
        const auto connection = Connection::open(desk.path(), Access::readWrite);
        VERIFY_OK(connection);
        VERIFY_OK((*connection)->run("UPDATE contact SET state='zz' WHERE id<>'p3'"));
    }
    QVERIFY(!desk.problems().isEmpty());
    const QString target = desk.folder.filePath(u"mended.db"_s);
    const auto report = rebuildDatabase(desk.path(), target, emailKeys, desk.folder.filePath(u"q"_s),
                                        u"2026-03-01T09:00:00.000Z"_s);
    VERIFY_OK(report);
    QCOMPARE(report->lost, QStringList());
    QCOMPARE(report->saved.filter(u"state"_s).size(), 3);
    QVERIFY(QFile::remove(desk.path()) && QFile::rename(target, desk.path()));
    QCOMPARE(desk.problems(), QStringList());
    VERIFY_OK(desk.open());
    QCOMPARE(snapshotOf(desk.reader->connection()), before);
}
