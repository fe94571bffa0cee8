// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/standin.h"

namespace crema::test {

/// The stand-in for People Data Labs (tests/support/pdlserver). control() sets faults, credits, plan and
/// answers {spent, remaining, requests, keyInUrl}.
class PdlVendor final : public StandIn
{
public:
    PdlVendor() : StandIn(QStringLiteral("pdlserver/pdlserver.py")) { }

    [[nodiscard]] QUrl baseUrl() const { return url(QStringLiteral("/v5")); }
    static constexpr const char *key = "test-key";

    void fault(const Json &fault) { control({{"faults", Json::array({fault})}}); }
    [[nodiscard]] qint64 spent() { return intAt(control(), "spent"); }
};

} // namespace crema::test
