// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/standin.h"

namespace crema::test {

/// The stand-in for an OpenAI-compatible server (tests/support/modelserver). The name of the model says how
/// it answers: "good", "invented", "cut" ... control() answers {requests, bodies, keys}.
class ModelServer final : public StandIn
{
public:
    ModelServer() : StandIn(QStringLiteral("modelserver/modelserver.py")) { }

    [[nodiscard]] QUrl baseUrl() const { return url(QStringLiteral("/v1")); }
    static constexpr const char *key = "test-model-key";

    [[nodiscard]] qint64 requests() { return intAt(control(), "requests"); }
};

} // namespace crema::test
