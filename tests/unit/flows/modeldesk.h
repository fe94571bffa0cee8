// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"

#include "flows/modelserver.h"
#include "support/modelserver.h"

namespace crema::flows {

/// A workspace whose emails a language model writes: the stand-in, on this computer, so without a key.
struct ModelDesk
{
    explicit ModelDesk(test::ModelServer &server) : model(server) { }

    [[nodiscard]] bool open(const QString &name) { return desk.open() && desk.sender() && choose(name); }
    [[nodiscard]] bool choose(const QString &name)
    {
        return test::await(setModelServer(desk.services.get(), model.baseUrl().toString(), name)).has_value();
    }

    test::ModelServer &model;
    Desk desk;
};

} // namespace crema::flows
