// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "store/historyreader.h"
#include "store/workspace.h"
#include "tests.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRandomGenerator>

#include <cstdio>

using namespace crema;
using namespace crema::store;
using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 15;
constexpr int peoplePerBulk = 4500; // three steps of staging

void say(const QByteArray &line)
{
    std::fputs((line + '\n').constData(), stdout);
    std::fflush(stdout);
}

/// One operation after the other, each told on standard output once it is finished.
class Writer
{
public:
    Writer(Store &store, quint32 seed) : m_store(store), m_seed(seed), m_random(seed) { }

    [[nodiscard]] bool writeOne()
    {
        const QString id = u"%1x%2x"_s.arg(m_seed).arg(++m_count);
        switch (m_random.bounded(5)) {
        case 0:
            return tell("one", m_store.apply(creating(person(id, u"One"_s, u"Person"_s, u"Acme"_s))), id);
        case 1:
            return patch();
        case 2:
            return createAndUndo(id);
        default:
            return tell("bulk", m_store.applyBulk(importing(id, peoplePerBulk), {}, {}), id);
        }
    }

    [[nodiscard]] bool begin()
    {
        const QString id = u"counter%1"_s.arg(m_seed);
        return tell("one", m_store.apply(creating(person(id, u"Count"_s, u"Er"_s, u"Acme"_s))), id);
    }

private:
    [[nodiscard]] bool tell(const QByteArray &what, Task<Result<Change>> task, const QString &id)
    {
        const auto done = test::await(std::move(task));
        if (done) {
            say(what + ' ' + done->operationId.toUtf8() + ' ' + id.toUtf8());
        }
        return done.has_value();
    }

    [[nodiscard]] bool patch()
    {
        const QString number = QString::number(++m_patches);
        return tell(
                "patch",
                m_store.apply(patching(Kind::contact, u"counter%1"_s.arg(m_seed),
                                       {{u"notes"_s, Json(number)}, {u"tags/"_s + number, Json(number)}})),
                number);
    }

    [[nodiscard]] bool createAndUndo(const QString &id)
    {
        if (!tell("undone-or-one", m_store.apply(creating(person(id, u"Un"_s, u"Done"_s, u"Acme"_s))), id)) {
            return false;
        }
        const auto undone = test::await(m_store.undo());
        if (undone) {
            say("undone " + undone->operationId.toUtf8() + ' ' + id.toUtf8());
        }
        return undone.has_value();
    }

    Store &m_store;
    quint32 m_seed;
    QRandomGenerator m_random;
    int m_count = 0;
    int m_patches = 0;
};

/// Starts the writer on the folder, kills it after a random while; what it said.
QList<QByteArrayList> writeAndKill(const QString &folder, quint32 seed, int milliseconds)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(),
                  {u"--write-until-killed"_s, folder, QString::number(seed)});
    process.waitForFinished(milliseconds);
    process.kill();
    process.waitForFinished();
    const QByteArray said = process.readAllStandardOutput();
    QList<QByteArrayList> lines;
    for (const QByteArray &line : said.left(said.lastIndexOf('\n') + 1).split('\n')) {
        if (!line.isEmpty()) {
            lines << line.split(' ');
        }
    }
    return lines;
}

/// What the workspace must hold after these lines were said.
QByteArray missing(const Desk &desk, const QList<QByteArrayList> &lines, quint32 seed)
{
    int patched = 0;
    for (const QByteArrayList &line : lines) {
        const QString id = QString::fromUtf8(line[2]);
        const auto count = [&](const char *condition) {
            return desk.number(QByteArray("SELECT count(*) FROM contact WHERE id LIKE '" + line[2] + "%' AND "
                                          + condition)
                                       .constData());
        };
        if (desk.number(("SELECT count(*) FROM operation WHERE id='" + line[1] + "'").constData()) != 1) {
            return "operation " + line.join(' ') + " is not in the history";
        }
        if (line[0] == "one" && !desk.reader->contact(id)) {
            return line.join(' ') + " is not there";
        }
        if (line[0] == "undone-or-one" && !desk.reader->record(Kind::contact, id)) {
            return line.join(' ') + " is not there";
        }
        if (line[0] == "undone" && count("state='trashed'") != 1) {
            return line.join(' ') + " is not undone";
        }
        if (line[0] == "bulk" && count("state='live'") != peoplePerBulk) {
            return line.join(' ') + " is not whole";
        }
        if (line[0] == "patch") {
            patched = line[2].toInt();
        }
    }
    if (patched > 0) {
        const auto counter = desk.reader->contact(u"counter%1"_s.arg(seed));
        if (!counter || counter->notes.toInt() < patched || counter->tags.size() != counter->notes.toInt()) {
            return "patch " + QByteArray::number(patched) + " is not there";
        }
    }
    return {};
}

} // namespace

int writeUntilKilled(const QString &folder, quint32 seed)
{
    const auto workspace = Workspace::at(folder);
    const auto lock = workspace ? workspace->lock() : std::unexpected(workspace.error());
    const SystemClock clock;
    IdSource ids;
    auto store = lock ? Store::open(workspace->databasePath(), emailKeys, clock, ids)
                      : std::unexpected(lock.error());
    if (!store) {
        qCritical().noquote() << store.error().text << store.error().detail;
        return 1;
    }
    Writer writer(**store, seed);
    bool going = writer.begin();
    while (going) {
        going = writer.writeOne();
    }
    return 2;
}

void KillTest::everyFinishedOperationSurvives()
{
    Desk desk;
    QRandomGenerator random(4711);
    qsizetype said = 0;
    int cutBulks = 0;
    for (quint32 round = 1; round <= rounds; ++round) {
        const auto lines = writeAndKill(desk.folder.path(), round, static_cast<int>(random.bounded(20, 900)));
        said += lines.size();
        const auto workspace = Workspace::at(desk.folder.path());
        VERIFY_OK(workspace);
        VERIFY_OK(workspace->lock()); // the dead writer's lock is taken over
        if (const auto left = Connection::open(desk.path(), Access::readOnly); left) {
            Statement staged(**left, "SELECT count(*) FROM staging");
            cutBulks += staged.step() && staged.integer(0) > 0;
        }
        VERIFY_OK(desk.open());
        const QByteArray lost = missing(desk, lines, round);
        QVERIFY2(lost.isEmpty(), lost.constData());
        QCOMPARE(desk.number("SELECT count(*) FROM staging"), 0);
        const QByteArray halves =
                "SELECT count(*) FROM (SELECT op FROM contact GROUP BY op HAVING count(*) NOT "
                "IN (1,"
                + QByteArray::number(peoplePerBulk) + "))";
        QCOMPARE(desk.number(halves.constData()), 0);
        QCOMPARE(desk.problems(), QStringList());
        if (const auto state = undoState(desk.reader->connection()); state && !state->undoLabel.isEmpty()) {
            const Snapshot before = snapshotOf(desk.reader->connection());
            VERIFY_OK(desk.undo());
            QVERIFY(!difference(before, snapshotOf(desk.reader->connection())).isEmpty());
            VERIFY_OK(desk.redo());
            QCOMPARE(difference(before, snapshotOf(desk.reader->connection())), QByteArray());
        }
        QVERIFY(desk.waitForIndex());
        desk.close();
    }
    QVERIFY2(said > 0, "no round got far enough to write anything");
    qInfo() << said << "operations finished;" << cutBulks << "of" << rounds << "kills hit a bulk operation";
}
