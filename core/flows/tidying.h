// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "base/deployment.h"
#include "store/store.h"

#include <QObject>
#include <QTimer>

namespace crema::flows {

/// Lets go, as long as a window is open, what is old enough: deleted things for good and what can be undone
/// (Limits). Looks some minutes after the start and every hour; the store does it once a day. `store`
/// outlives it.
class Tidying final : public QObject
{
    Q_OBJECT

public:
    Tidying(store::Store &store, const Limits &limits, QObject *parent = nullptr);

    void start();
    /// Looks now.
    void look();

Q_SIGNALS:
    /// So many deleted things were removed for good.
    void removed(int records);
    void failed(const crema::Error &error);

private:
    store::Store &m_store;
    int m_trashDays;
    int m_historyDays;
    QTimer m_timer;
    TaskScope m_scope;
};

} // namespace crema::flows
