// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

using namespace Qt::StringLiterals;
using namespace crema;

bool Desk::open()
{
    auto opened = app::Session::open(folder.filePath(u"workspace"_s), {});
    if (opened) {
        session = std::move(*opened);
    }
    return session != nullptr;
}

Contact Desk::contact(const QString &id)
{
    return services().reader.contact(id).value_or(Contact {});
}

QByteArray Desk::stored(Kind kind, const QString &id)
{
    const auto record = services().reader.record(kind, id);
    return record ? record->state.toUtf8() + ' ' + toBytes(record->body) : QByteArray("gone");
}

Snapshot Desk::snapshot()
{
    Snapshot snapshot;
    for (const auto &[kind, table] : {std::pair(Kind::contact, "contact"), std::pair(Kind::draft, "draft"),
                                      std::pair(Kind::prep, "prep"), std::pair(Kind::run, "run")}) {
        store::Statement ids(services().reader.connection(), QByteArray("SELECT id FROM ") + table);
        while (ids.step()) {
            snapshot[QByteArray(table) + ' ' + ids.text(0).toUtf8()] = stored(kind, ids.text(0));
        }
    }
    return snapshot;
}

store::Change Desk::apply(store::Operation operation)
{
    auto applied = test::await(services().store.apply(std::move(operation)));
    if (!applied) {
        qFatal("%s", qUtf8Printable(applied.error().text));
    }
    return *applied;
}

void Desk::add(const Contact &contact)
{
    store::Operation operation;
    operation.label = u"Import of people.csv"_s;
    operation.origin = store::Origin::import;
    operation.create(Kind::contact, contact.id, toBody(contact));
    apply(std::move(operation));
}

void Desk::addDraft(const QString &id, const QString &contactId)
{
    Draft draft;
    draft.id = id;
    draft.contactId = contactId;
    draft.subject = u"Hello from "_s + id;
    store::Operation operation;
    operation.label = u"Write"_s;
    operation.create(Kind::draft, id, toBody(draft));
    apply(std::move(operation));
}

void Desk::addPrep(const QString &id, const QString &contactId)
{
    Prep prep;
    prep.id = id;
    prep.contactId = contactId;
    prep.status = u"completed"_s;
    store::Operation operation;
    operation.label = u"Prepare"_s;
    operation.create(Kind::prep, id, toBody(prep));
    apply(std::move(operation));
}

void Desk::edit(const QString &contactId, const std::function<void(Contact &)> &change)
{
    const Contact before = contact(contactId);
    Contact after = before;
    change(after);
    store::Operation operation;
    operation.label = u"Edit"_s;
    operation.patch(Kind::contact, contactId, toBody(before), toBody(after));
    apply(std::move(operation));
}

QString Desk::ownerOf(Kind kind, const QString &id)
{
    const auto record = services().reader.record(kind, id);
    return record ? textAt(record->body, "contactId") : QString();
}

Result<flows::MergeOutcome> Desk::merge(const QString &keep, const QString &other,
                                        const contacts::MergeChoices &choices)
{
    return test::await(flows::mergeContacts(&services(), keep, other, choices));
}

Result<flows::UnmergeOutcome> Desk::unmerge(const QString &id)
{
    return test::await(flows::unmergeContact(&services(), id));
}

Result<contacts::DuplicateReport> Desk::duplicates()
{
    return test::await(flows::findDuplicates(&services(), {}, {}));
}

Result<store::UndoOutcome> Desk::undo()
{
    return test::await(services().store.undo());
}

Contact somebody(const QString &id, const QString &first, const QString &last, const QString &company)
{
    Contact contact;
    contact.id = id;
    contact.firstName = first;
    contact.lastName = last;
    addPosition(contact.positions, {{}, {}, company, u"Analyst"_s, u"2021"_s, {}});
    addPoint(contact.addresses, u"work"_s, u"%1@%2.example"_s.arg(first.toLower(), company.toLower()));
    contact.tags = {u"at "_s + company};
    contact.notes = u"Note about "_s + id;
    contact.createdAt = u"2026-03-01T09:00:00.000Z"_s;
    return contact;
}

namespace {

/// The members of two stored records that are not the same.
QByteArray membersApart(const QByteArray &then, const QByteArray &now)
{
    const auto bodyOf = [](const QByteArray &stored) {
        return parseJson(stored.mid(stored.indexOf(' ') + 1)).value_or(Json::object());
    };
    const Json old = bodyOf(then);
    const Json present = bodyOf(now);
    Json apart = {{"states",
                   {then.left(then.indexOf(' ')).toStdString(), now.left(now.indexOf(' ')).toStdString()}}};
    for (const Json *body : {&old, &present}) {
        for (const auto &[key, value] : body->items()) {
            if (member(old, key.c_str()) != member(present, key.c_str())) {
                apart[key] = {{"then", member(old, key.c_str())}, {"now", member(present, key.c_str())}};
            }
        }
    }
    return toBytes(apart);
}

} // namespace

QByteArray difference(const Snapshot &then, const Snapshot &now)
{
    QByteArray text;
    for (const auto &[key, value] : then) {
        const auto found = now.find(key);
        const QByteArray present = found == now.end() ? "gone" : found->second;
        if (present != value) {
            text += key + ": " + membersApart(value, present) + '\n';
        }
    }
    return text;
}
