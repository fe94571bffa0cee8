// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

namespace crema::store {

/// The durable record of a job: written before each stage and after it, in the transaction of the stage's
/// results.
struct JobRow
{
    QString id;
    QString kind; ///< "find", "write", "prep"
    QString title; ///< for people
    QString state; ///< "queued", "running", "done", "failed", "cancelled"
    QString stage; ///< the stage being worked on, or the last one
    Json input = Json::object();
    Json results = Json::object(); ///< by stage
    QString error; ///< for people, when failed
    int done = 0;
    int total = 0;
    bool paid = false; ///< may cost credits or vendor money: never resumed without asking
    QString createdAt;
    QString updatedAt;

    [[nodiscard]] bool isOpen() const
    {
        return state == QLatin1StringView("queued") || state == QLatin1StringView("running");
    }
};

} // namespace crema::store
