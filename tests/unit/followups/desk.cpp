// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

#include "store/historyreader.h"

using namespace Qt::StringLiterals;
using namespace crema;

Result<> Desk::open()
{
    auto workspace = store::Workspace::at(m_folder.filePath(u"workspace"_s));
    if (!workspace) {
        return std::unexpected(workspace.error());
    }
    m_workspace = std::make_unique<store::Workspace>(*workspace);
    auto store = store::Store::open(m_workspace->databasePath(), flows::recordKeys, m_clock, m_ids);
    if (!store) {
        return std::unexpected(store.error());
    }
    m_store = std::move(*store);
    auto reader = store::Reader::open(m_workspace->databasePath());
    if (!reader) {
        return std::unexpected(reader.error());
    }
    m_reader = std::move(*reader);
    m_jobs = std::make_unique<jobs::JobEngine>(*m_store, *m_reader, m_deployment, m_clock, m_ids);
    m_outside = std::make_unique<test::Outside>(*m_store, m_ids, m_clock, m_workspace->folder());
    m_services = std::make_unique<flows::Services>(
            flows::Services {*m_store, *m_reader, *m_workspace, *m_jobs, m_deployment, m_knowledge, m_clock,
                             m_ids, m_outside->keys, m_outside->pdl, m_outside->llm, m_outside->news, m_outside->http,
                             m_outside->gmail, m_outside->mailTokens});
    return {};
}

Result<> Desk::reopen()
{
    m_services.reset();
    m_outside.reset();
    m_jobs.reset();
    m_reader.reset();
    m_store.reset();
    return open();
}

QString Desk::add(const QString &firstName, const QString &status)
{
    Contact contact;
    contact.id = m_ids.next();
    contact.firstName = firstName;
    contact.lastName = u"Okafor"_s;
    contact.status = status;
    addPoint(contact.addresses, u"work"_s, firstName.toLower() + u"@example.com"_s);
    store::Operation operation;
    operation.label = u"Add "_s + firstName;
    operation.create(Kind::contact, contact.id, toBody(contact));
    if (const auto added = test::await(m_store->apply(std::move(operation))); !added) {
        qFatal("%s", test::describe(added.error()).constData());
    }
    return contact.id;
}

void Desk::edit(const QString &id, const std::function<void(Contact &)> &change)
{
    const Contact before = contact(id);
    Contact after = before;
    change(after);
    store::Operation operation;
    operation.label = u"Edit"_s;
    operation.patch(Kind::contact, id, toBody(before), toBody(after));
    if (const auto edited = test::await(m_store->apply(std::move(operation))); !edited) {
        qFatal("%s", test::describe(edited.error()).constData());
    }
}

Contact Desk::contact(const QString &id)
{
    return m_reader->contact(id).value_or(Contact {});
}

QString Desk::addDraft(const QString &contactId, const QString &kind)
{
    Draft draft;
    draft.id = m_ids.next();
    draft.contactId = contactId;
    draft.kind = kind;
    draft.state = u"draft"_s;
    draft.subject = u"A question about your work"_s;
    draft.body = u"Hello"_s;
    draft.overrideReason = u"test"_s;
    draft.createdAt = u"2026-11-28T09:00:00.000Z"_s;
    store::Operation operation;
    operation.label = u"Write"_s;
    operation.create(Kind::draft, draft.id, toBody(draft));
    if (const auto added = test::await(m_store->apply(std::move(operation))); !added) {
        qFatal("%s", test::describe(added.error()).constData());
    }
    return draft.id;
}

QString Desk::lastLabel()
{
    const auto entries = store::operations(m_reader->connection(), 1);
    return entries && !entries->isEmpty() ? entries->constFirst().label : QString();
}

QStringList Desk::due(QDate lastDay)
{
    const auto items = flows::followUpsUntil(*m_reader, lastDay, today(), 0);
    QStringList names;
    for (const flows::FollowUpItem &item : items.value_or(QVector<flows::FollowUpItem> {})) {
        names << item.row.name.section(u' ', 0, 0);
    }
    return names;
}
