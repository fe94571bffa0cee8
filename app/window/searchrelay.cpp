// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/searchrelay.h"

#include "async/worker.h"
#include "base/memory.h"

namespace crema::app {

namespace {

constexpr int hitLimit = 24;

using Loaded = std::shared_ptr<store::PeopleSearch>;

Result<Loaded> loadPeople(QString databasePath)
{
    auto reader = store::Reader::open(databasePath);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    auto people = store::PeopleSearch::load((*reader)->connection());
    // What building the index and the reader's pages took is as much as the index itself.
    reader->reset();
    giveBackFreeMemory();
    return people ? Result<Loaded>(std::make_shared<store::PeopleSearch>(std::move(*people)))
                  : std::unexpected(people.error());
}

} // namespace

SearchRelay::SearchRelay(flows::Services &services, QObject *parent) : QObject(parent), m_services(services)
{
    connect(&services.store, &store::Store::changed, this, &SearchRelay::follow);
}

void SearchRelay::search(const QString &text)
{
    if (m_people) {
        answer(text);
        return;
    }
    m_waiting = text;
    load();
}

void SearchRelay::load()
{
    if (m_loading) {
        return;
    }
    m_loading = true;
    m_scope.launch(runOnWorker(loadPeople, m_services.workspace.databasePath()),
                   [this](Result<Loaded> people) { take(std::move(people)); });
}

void SearchRelay::take(Result<Loaded> people)
{
    m_loading = false;
    const auto missed = std::exchange(m_missed, {});
    if (std::exchange(m_missedBulk, false)) {
        load();
        return;
    }
    const QString text = std::exchange(m_waiting, QString());
    if (people) {
        m_people = std::move(*people);
        refresh(missed);
    } else {
        Q_EMIT failed(text, people.error());
        return;
    }
    if (!text.isEmpty()) {
        search(text);
    }
}

void SearchRelay::refresh(const QVector<qint64> &rids)
{
    for (const qint64 rid : rids) {
        if (!m_people->refresh(m_services.reader.connection(), rid)) {
            m_people.reset(); // read again at the next key
            return;
        }
    }
}

void SearchRelay::answer(const QString &text)
{
    const auto hits = store::searchEverything(m_services.reader, *m_people, text, hitLimit);
    if (hits) {
        Q_EMIT answered(text, *hits);
    } else {
        Q_EMIT failed(text, hits.error());
    }
}

void SearchRelay::follow(const store::Change &change)
{
    QVector<qint64> contacts;
    for (const store::ChangedRecord &record : change.records) {
        if (record.kind == Kind::contact) {
            contacts << record.rid;
        }
    }
    if (m_loading) {
        m_missed << contacts;
        m_missedBulk |= change.bulk;
    }
    if (change.bulk) {
        m_people.reset();
    } else if (m_people) {
        refresh(contacts);
    }
    if (m_people && m_people->isWorn()) {
        load();
    }
}

} // namespace crema::app
