// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "net/egress.h"
#include "store/operation.h"
#include "store/store.h"

#include <QHash>

namespace crema::flows {

/// Writes every request of this process into the workspace's egress log: before it leaves, and how it ended.
/// A request that cannot be written down (a full disk) does not leave: Error{storage}.
class EgressLog final : public net::EgressSink
{
public:
    /// Both outlive the log.
    EgressLog(store::Store &store, IdSource &ids);

    [[nodiscard]] Task<Result<>> started(net::EgressStart start) override;
    void ended(const net::EgressEnd &end) override;
    void costTold(qint64 id, double units) override;

private:
    void writeBehind(const store::EgressRow &row);
    void forgetOldest();

    store::Store &m_store;
    IdSource &m_ids;
    QHash<qint64, store::EgressRow> m_rows; ///< of requests whose cost may still be told, the latest of them
};

} // namespace crema::flows
