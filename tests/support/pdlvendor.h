// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QProcess>
#include <QUrl>

namespace crema::test {

/// The stand-in for People Data Labs (tests/support/pdlserver), a process of its own; see its head for what
/// control() takes.
class PdlVendor final
{
public:
    PdlVendor();
    ~PdlVendor();
    Q_DISABLE_COPY_MOVE(PdlVendor)

    /// False where there is no Python: skip the test then.
    [[nodiscard]] bool isRunning() const { return m_port != 0; }
    [[nodiscard]] QUrl baseUrl() const; ///< ends in /v5
    static constexpr const char *key = "test-key";

    /// Sets faults, credits, plan; answers {spent, remaining, requests, keyInUrl}.
    Json control(const Json &change = Json::object());
    void reset() { control({{"reset", true}}); }
    void fault(const Json &fault) { control({{"faults", Json::array({fault})}}); }
    [[nodiscard]] qint64 spent() { return intAt(control(), "spent"); }

private:
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace crema::test
