// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/searchrelay.h"

#include "async/worker.h"

namespace crema::app {

namespace {

constexpr int hitLimit = 24;

using Loaded = std::shared_ptr<store::PeopleSearch>;

Result<Loaded> loadPeople(QString databasePath)
{
    const auto reader = store::Reader::open(databasePath);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    auto people = store::PeopleSearch::load((*reader)->connection());
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
    m_stale = false;
    m_scope.launch(runOnWorker(loadPeople, m_services.workspace.databasePath()),
                   [this](Result<Loaded> people) {
                       m_loading = false;
                       const QString text = std::exchange(m_waiting, QString());
                       if (!people) {
                           Q_EMIT failed(text, people.error());
                           return;
                       }
                       if (m_stale) {
                           m_waiting = text;
                           load();
                           return;
                       }
                       m_people = *people;
                       if (!text.isEmpty()) {
                           answer(text);
                       }
                   });
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
    m_stale = true;
    if (!m_people) {
        return;
    }
    if (change.bulk) {
        m_people.reset();
        return;
    }
    for (const store::ChangedRecord &record : change.records) {
        if (record.kind == Kind::contact && !m_people->refresh(m_services.reader.connection(), record.rid)) {
            m_people.reset(); // read again at the next key
            return;
        }
    }
}

} // namespace crema::app
