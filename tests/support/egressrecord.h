// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/egress.h"

#include <QVector>

namespace crema::test {

/// Keeps what was reported, for tests.
class EgressRecord final : public net::EgressSink
{
public:
    [[nodiscard]] Task<Result<>> started(net::EgressStart start) override
    {
        starts.append(start);
        co_return Result<> {};
    }
    void ended(const net::EgressEnd &end) override { ends.append(end); }
    void costTold(qint64 id, double units) override { costs.append({id, units}); }

    QVector<net::EgressStart> starts;
    QVector<net::EgressEnd> ends;
    QVector<std::pair<qint64, double>> costs;
};

} // namespace crema::test
