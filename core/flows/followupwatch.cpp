// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/followupwatch.h"

#include <algorithm>

namespace crema::flows {

FollowUpWatch::FollowUpWatch(Services &services, QObject *parent)
    : QObject(parent), m_services(services), m_day(today(services))
{
    // Not one timer until midnight: it would sleep through a suspended night, a corrected clock and a flight.
    m_minute.setInterval(std::chrono::minutes(1));
    m_soon.setSingleShot(true);
    connect(&m_minute, &QTimer::timeout, this, &FollowUpWatch::check);
    connect(&m_soon, &QTimer::timeout, this, &FollowUpWatch::check);
    connect(&services.store, &store::Store::changed, this, [this](const store::Change &change) {
        if (m_running && std::ranges::find(change.kinds, Kind::contact) != change.kinds.end()) {
            m_soon.start();
        }
    });
}

void FollowUpWatch::start()
{
    m_running = true;
    m_minute.start();
    check();
}

void FollowUpWatch::stop()
{
    m_running = false;
    m_minute.stop();
    m_soon.stop();
}

void FollowUpWatch::check()
{
    const QDate day = today(m_services);
    if (day != m_day) {
        m_day = day;
        Q_EMIT dayChanged();
    }
    if (!m_running || m_noting) {
        return;
    }
    auto items = followUpsUntil(m_services.reader, day, day, 0);
    if (!items) {
        Q_EMIT failed(items.error());
        return;
    }
    items->removeIf([](const FollowUpItem &item) { return item.row.reminded; });
    if (!items->isEmpty()) {
        note(*items);
    }
}

void FollowUpWatch::note(const QVector<FollowUpItem> &items)
{
    store::Operation operation;
    for (const FollowUpItem &item : items) {
        operation.facts.push_back(
                {item.row.id, QLatin1String(store::remindedFact), m_day.toString(Qt::ISODate)});
    }
    m_noting = true;
    // Written down first: better one notice less after a crash than the same one at every start.
    m_scope.launch(m_services.store.apply(std::move(operation)), [this, items](Result<store::Change> noted) {
        m_noting = false;
        if (!noted) {
            Q_EMIT failed(noted.error());
            return;
        }
        Q_EMIT becameDue(items);
        m_soon.start(); // what became due meanwhile
    });
}

} // namespace crema::flows
