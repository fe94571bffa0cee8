// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace crema::net {

/// What the network says to people: `Words::tr("%1 took too long.")`.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(crema::net)
};

} // namespace crema::net
