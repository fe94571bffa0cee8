// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "exchange/peoplereader.h"

#include <QByteArray>
#include <QSet>
#include <QStringList>

#include <optional>
#include <stop_token>

namespace crema::exchange {

/// What the JSON of another program says of people.
struct JsonTable
{
    QByteArray csv; ///< with column names
    bool hasNames = false; ///< the first row are the names of the columns, whatever they look like
    QStringList unread; ///< the names of its other lists with names or addresses in them
    QString beside; ///< the name that the file has for itself or its owner beside the people
    Json ours; ///< records of our own export inside of another file, to be read as such in place of the table
    QSet<QString> ofOthers; ///< the columns that are about somebody else than the person of the row
    QSet<QString> aside; ///< these and what else is no field of a contact, whatever it looks like
    qsizetype sharing = 0; ///< how many columns there would be beside those that share one, moreColumn()
};

/// The people in the JSON of another program as a table: lists of objects ("name", "work_email"), also inside
/// of others ("data", "records", "connections"), objects of people by their keys, and lists of lists. Of
/// several lists those that surely are of people are read one after the other. Somebody who stands beside the
/// list is one more person, the last one. Nothing for what Crema writes itself and where there is no list of
/// objects. Of no use once a stop was asked for.
[[nodiscard]] std::optional<JsonTable> tableOfJson(const Json &json, const std::stop_token &stop);

/// Tells what of the file was not read as people.
void tellWhatIsLeft(ReadPeople &read, const JsonTable &table);

} // namespace crema::exchange
