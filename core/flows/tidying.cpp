// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/tidying.h"

namespace crema::flows {

namespace {

constexpr auto firstLook = std::chrono::minutes(5); // after the start and the first backup
constexpr auto nextLook = std::chrono::hours(1);

} // namespace

Tidying::Tidying(store::Store &store, const Limits &limits, QObject *parent)
    : QObject(parent), m_store(store), m_trashDays(limits.trashDays), m_historyDays(limits.historyDays)
{
    connect(&m_timer, &QTimer::timeout, this, &Tidying::look);
}

void Tidying::start()
{
    QTimer::singleShot(firstLook, this, &Tidying::look);
    m_timer.start(nextLook);
}

void Tidying::look()
{
    if (m_scope.running() > 0) {
        return;
    }
    m_scope.launch(m_store.tidyWhenDue(m_trashDays, m_historyDays), [this](Result<store::Tidied> tidied) {
        if (!tidied) {
            Q_EMIT failed(tidied.error());
        } else if (tidied->records > 0) {
            Q_EMIT removed(tidied->records);
        }
    });
}

} // namespace crema::flows
