// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace crema::exchange {

/// What the JSON of another program says of people.
struct JsonTable
{
    QByteArray csv; ///< with column names
    QStringList unread; ///< the names of its other lists with names or addresses in them
    QString beside; ///< the name that the file has for itself or its owner beside the people
};

/// The people in the JSON of another program as a table: lists of objects ("name", "work_email"), also inside
/// of others ("data", "records", "connections"), and lists of lists. A member of a member is called by both
/// ("organization 1 title"). Nothing for what Crema writes itself and where there is no list of objects.
[[nodiscard]] std::optional<JsonTable> tableOfJson(const Json &json);

} // namespace crema::exchange
