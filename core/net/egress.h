// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/task.h"
#include "base/error.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace crema::net {

/// A request that is about to leave the computer. Nothing in it is secret: the query and the body are left
/// out.
struct EgressStart
{
    qint64 id = 0; ///< unique within the process
    QDateTime at; ///< UTC
    QString host; ///< with the port when it is not the usual one
    QString method;
    QString path;
    QString service;
    QString purpose;
    QString jobId;
    QStringList personalData;
    int attempt = 1;
    qint64 bytesOut = 0; ///< of the body and the query
};

/// How it ended.
struct EgressEnd
{
    qint64 id = 0;
    QDateTime at;
    bool left = true; ///< false when it was stopped before its first byte
    int status = 0; ///< 0 when no answer came
    qint64 bytesIn = 0;
    std::optional<ErrorKind> error; ///< when no whole answer came
};

/// Where every request of this process is reported. Called on the client's thread, in this order for each id:
/// started, ended, perhaps costTold.
class EgressSink
{
public:
    EgressSink() = default;
    EgressSink(const EgressSink &) = delete;
    EgressSink &operator=(const EgressSink &) = delete;
    virtual ~EgressSink() = default;

    /// Awaited before the first byte leaves: what is reported is kept by then. With an error, which is for
    /// people, the request does not leave.
    [[nodiscard]] virtual Task<Result<>> started(EgressStart start) = 0;
    virtual void ended(const EgressEnd &end) = 0;
    /// What the service says that it charged, in its own units.
    virtual void costTold(qint64 id, double units) = 0;
};

} // namespace crema::net
