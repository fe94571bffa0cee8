// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

#include "store/bulkstep.h"
#include "store/check.h"
#include "store/schema.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace crema::store {

Contact person(const QString &id, const QString &first, const QString &last, const QString &company)
{
    Contact contact;
    contact.id = id;
    contact.firstName = first;
    contact.lastName = last;
    Position position;
    position.company = company;
    addPosition(contact.positions, position);
    addPoint(contact.addresses, u"work"_s, first.toLower() + u"@example.com"_s);
    return contact;
}

QStringList emailKeys(Kind kind, const QString &, const Json &body)
{
    QStringList keys;
    for (const Json &address : arrayAt(body, kind == Kind::contact ? "addresses" : "-")) {
        keys << u"email:"_s + textAt(address, "value");
    }
    return keys;
}

Operation creating(const Contact &contact)
{
    Operation operation;
    operation.label = u"Add "_s + contact.name();
    operation.create(Kind::contact, contact.id, toBody(contact));
    return operation;
}

Operation patching(Kind kind, const QString &id, std::vector<FieldEdit> edits)
{
    Operation operation;
    operation.label = u"Edit "_s + id;
    operation.patches.push_back({kind, id, std::move(edits), {}});
    return operation;
}

Operation moving(Kind kind, const QString &id, const QString &state)
{
    Operation operation;
    operation.label = u"Move "_s + id;
    operation.setState(kind, id, state);
    return operation;
}

Operation importing(const QString &prefix, int count)
{
    Operation operation;
    operation.label = u"Import "_s + prefix;
    operation.origin = Origin::import;
    for (int i = 0; i < count; ++i) {
        const Contact contact = person(prefix + QString::number(i), u"First%1"_s.arg(i), u"Last"_s,
                                       u"Firm %1"_s.arg(i % 10));
        operation.create(Kind::contact, contact.id, toBody(contact));
    }
    return operation;
}

int stepsOfImport(int count)
{
    int steps = 0;
    for (size_t rows = 0; rows < static_cast<size_t>(count); rows += rowsOfStep(rows)) {
        ++steps;
    }
    return steps;
}

quint32 Desk::nextSeed()
{
    static quint32 seed = 0;
    return ++seed;
}

Result<> Desk::open()
{
    auto opened = Store::open(path(), emailKeys, clock, ids);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    store = std::move(*opened);
    auto read = Reader::open(path());
    if (!read) {
        return std::unexpected(read.error());
    }
    reader = std::move(*read);
    return {};
}

void Desk::close()
{
    reader.reset();
    store.reset();
}

Result<Change> Desk::apply(const Operation &operation)
{
    return test::await(store->apply(operation));
}

Result<Change> Desk::applyBulk(const Operation &operation)
{
    return test::await(store->applyBulk(operation, {}, {}));
}

Result<UndoOutcome> Desk::undo()
{
    return test::await(store->undo());
}

Result<UndoOutcome> Desk::redo()
{
    return test::await(store->redo());
}

bool Desk::waitForIndex()
{
    return test::spinUntil([this] { return number("SELECT count(*) FROM unindexed") == 0; });
}

qint64 Desk::number(const char *sql) const
{
    Statement statement(reader->connection(), sql);
    return statement.step() ? statement.integer(0) : -1;
}

QStringList Desk::problems() const
{
    const auto workspace = Workspace::at(folder.path());
    return workspace ? checkWorkspace(*workspace).value_or(QStringList {u"the check failed"_s})
                     : QStringList {workspace.error().text};
}

Snapshot snapshotOf(Connection &connection)
{
    Snapshot snapshot;
    for (const Kind kind : allKinds) {
        const QByteArray table = tableOf(kind).name;
        Statement select(connection, "SELECT id, state, body FROM " + table);
        while (select.step()) {
            snapshot[table + '/' + select.bytes(0)] = select.bytes(1) + ' ' + select.bytes(2);
        }
    }
    return snapshot;
}

QByteArray difference(const Snapshot &then, const Snapshot &now)
{
    for (const auto &[record, content] : then) {
        const auto it = now.find(record);
        if (it == now.end()) {
            return record + " is gone";
        }
        if (it->second != content) {
            return record + " was " + content.first(qMin<qsizetype>(content.size(), 2000)) + "\nand is "
                    + it->second.first(qMin<qsizetype>(it->second.size(), 2000));
        }
    }
    for (const auto &[record, content] : now) {
        if (!then.contains(record) && !content.startsWith("trashed ")) {
            return record + " is there: " + content.first(qMin<qsizetype>(content.size(), 200));
        }
    }
    return {};
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

bool overwrite(const QString &path, qint64 offset, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.seek(offset) && file.write(bytes) == bytes.size();
}

} // namespace crema::store
