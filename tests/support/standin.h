// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QProcess>
#include <QUrl>

namespace crema::test {

/// A stand-in for an outside service: a Python program of tests/support, a process of its own. See its head
/// for what control() takes.
class StandIn
{
public:
    /// `script` is relative to tests/support.
    explicit StandIn(const QString &script);
    ~StandIn();
    Q_DISABLE_COPY_MOVE(StandIn)

    /// False where there is no Python: skip the test then.
    [[nodiscard]] bool isRunning() const { return m_port != 0; }
    [[nodiscard]] QUrl url(const QString &path) const;
    Json control(const Json &change = Json::object());
    void reset() { control({{"reset", true}}); }

private:
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace crema::test
