// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/task.h"
#include "base/error.h"
#include "find/answer.h"

#include <stop_token>

namespace crema::find {

/// A source of people: the local directory, or a vendor. Failure is an error, never an empty answer;
/// `cancelled` when `stop` was asked for.
class Provider
{
public:
    Provider() = default;
    Provider(const Provider &) = delete;
    Provider &operator=(const Provider &) = delete;
    virtual ~Provider() = default;

    /// The word that is stored in the run: "local", "pdl".
    [[nodiscard]] virtual QString name() const = 0;
    /// At most `criteria.limit` people, each with the reasons; in `person.sources` who says what and when.
    [[nodiscard]] virtual Task<Result<FindAnswer>> find(Criteria criteria, std::stop_token stop) = 0;
};

} // namespace crema::find
