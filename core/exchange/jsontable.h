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
    Json ours; ///< records of our own export inside of another file, to be read as such in place of the table
};

/// The people in the JSON of another program as a table: lists of objects ("name", "work_email"), also inside
/// of others ("data", "records", "connections"), objects of people by their keys, and lists of lists.
/// Somebody who stands beside the list is one more person, the last one. Nothing for what Crema writes itself
/// and where there is no list of objects.
[[nodiscard]] std::optional<JsonTable> tableOfJson(const Json &json);

} // namespace crema::exchange
