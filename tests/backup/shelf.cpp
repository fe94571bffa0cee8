// SPDX-License-Identifier: GPL-3.0-or-later
#include "shelf.h"

#include "model/contact.h"
#include "store/check.h"
#include "store/salvage.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace crema;

namespace {

/// A net for broken code only: the disk of a busy machine may take its time over many syncs.
constexpr auto longest = std::chrono::minutes(3);

Contact person(const QString &id)
{
    Contact contact;
    contact.id = id;
    contact.firstName = u"Zoë "_s + id;
    contact.lastName = u"Müller"_s;
    contact.notes = u"Met "_s + id + u" at the fair; talked about "_s + QString(200, u'x');
    addPosition(contact.positions, {{}, {}, u"Firm "_s + id, u"Analyst"_s, {}, {}});
    addPoint(contact.addresses, u"work"_s, id + u"@example.com"_s);
    return contact;
}

store::Operation everything(const QString &pdf, const QString &resumeFile, int people)
{
    store::Operation operation;
    operation.label = u"Fill"_s;
    for (int i = 0; i < people; ++i) {
        const Contact contact = person(u"p%1"_s.arg(i));
        operation.create(Kind::contact, contact.id, toBody(contact));
    }
    operation.create(Kind::draft, u"d1"_s,
                     {{"subject", "Hello"}, {"body", "A long email about coffee"}, {"contactId", "p0"}});
    operation.create(Kind::prep, u"k1"_s,
                     {{"contactId", "p0"}, {"pdfFile", pdf.toStdString()}, {"notes", "Ask about the fair"}});
    operation.create(Kind::resume, u"r1"_s,
                     {{"fileName", "cv.pdf"}, {"file", resumeFile.toStdString()}, {"text", "Lines"}});
    operation.create(Kind::run, u"s1"_s, {{"provider", "local"}, {"people", Json::array()}});
    operation.ledger = {{u"g"_s, u"granted"_s, -150, {}, u"period"_s},
                        {u"g"_s, u"available"_s, 150, {}, u"period"_s},
                        {u"v"_s, u"available"_s, -15, u"j1"_s, u"reserve"_s},
                        {u"v"_s, u"reserved:j1"_s, 15, u"j1"_s, u"reserve"_s}};
    store::JobRow job;
    job.id = u"j1"_s;
    job.kind = u"find"_s;
    job.title = u"Find"_s;
    job.state = u"running"_s;
    job.stage = u"search"_s;
    operation.jobs.push_back(job);
    operation.facts.push_back({u"d1"_s, u"sent"_s, u"yes"_s});
    return operation;
}

} // namespace

Result<> Shelf::fill(int people)
{
    auto session = open();
    if (!session) {
        return std::unexpected(session.error());
    }
    const auto pdf = workspace().keepFile("%PDF a prep");
    const auto resume = workspace().keepFile(QByteArray("a resume ").repeated(5000));
    if (!pdf || !resume) {
        return std::unexpected(pdf ? resume.error() : pdf.error());
    }
    m_keptFile = workspace().filePath(*resume);
    const auto applied = test::await((*session)->services().store.apply(everything(*pdf, *resume, people)));
    if (!applied) {
        return std::unexpected(applied.error());
    }
    store::Operation edit;
    edit.label = u"Edit"_s;
    edit.patches.push_back({Kind::contact, u"p1"_s, {{u"city"_s, Json("Bern")}}, Source {}});
    const auto edited = test::await((*session)->services().store.apply(edit));
    return edited ? Result<> {} : std::unexpected(edited.error());
}

Result<std::unique_ptr<app::Session>> Shelf::open() const
{
    return app::Session::open(folder(), {});
}

Result<> Shelf::add(const QString &id) const
{
    auto session = open();
    if (!session) {
        return std::unexpected(session.error());
    }
    store::Operation operation;
    operation.label = u"Add"_s;
    operation.create(Kind::contact, id, toBody(person(id)));
    const auto added = test::await((*session)->services().store.apply(operation));
    return added ? Result<> {} : std::unexpected(added.error());
}

bool Shelf::sql(const QByteArray &statements) const
{
    sqlite3 *handle = nullptr;
    sqlite3_open(QFile::encodeName(database()).constData(), &handle);
    const int code = sqlite3_exec(handle, statements.constData(), nullptr, nullptr, nullptr);
    sqlite3_close(handle);
    return code == SQLITE_OK;
}

store::Workspace Shelf::workspace() const
{
    return *store::Workspace::at(folder());
}

Result<flows::HealthReport> Shelf::check() const
{
    return test::await(flows::checkHealth(workspace()), longest);
}

Result<flows::HealthReport> Shelf::repair() const
{
    return test::await(flows::repairWorkspace(workspace(), u"2026-03-01T09:00:00.000Z"_s), longest);
}

Result<flows::BackupFile> Shelf::backUp(const QString &name) const
{
    return test::await(flows::backUp(workspace(), beside(name), flows::DatabaseCopy::consistent, {}, {}),
                       longest);
}

Result<QString> Shelf::restore(const QString &path) const
{
    const auto prepared = test::await(flows::prepareRestore(workspace(), path, {}, {}), longest);
    const auto finished = prepared ? test::await(flows::finishRestore(workspace()), longest)
                                   : Result<flows::KeptBefore>(std::unexpected(prepared.error()));
    return finished ? Result<QString>(finished->path) : std::unexpected(finished.error());
}

Dump dumpOf(const QString &databasePath)
{
    Dump dump;
    const auto connection = store::Connection::open(databasePath, store::Access::readOnly);
    const auto tables = connection ? store::tablesToSave(**connection)
                                   : Result<std::vector<store::TableShape>> {};
    for (const store::TableShape &table : tables.value_or(std::vector<store::TableShape> {})) {
        store::Statement rows(**connection, "SELECT * FROM \"" + table.name + "\" ORDER BY 1, 2");
        while (rows.step()) {
            QByteArray line;
            for (int column = 0; column < static_cast<int>(table.columns.size()); ++column) {
                line += rows.isNull(column) ? QByteArray("NULL\x1f") : rows.bytes(column) + '\x1f';
            }
            dump[table.name] << line;
        }
    }
    return dump;
}

std::map<QString, QByteArray> filesBelow(const QString &folder)
{
    std::map<QString, QByteArray> files;
    QDirIterator entries(folder, QDir::Files, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString path = entries.next();
        files[QDir(folder).relativeFilePath(path)] = bytesOf(path);
    }
    return files;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

bool writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

bool overwrite(const QString &path, qint64 offset, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.seek(offset) && file.write(bytes) == bytes.size();
}
