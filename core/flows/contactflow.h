// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"
#include "model/contactdocument.h"

#include <QMap>

namespace crema::flows {

using FieldValues =
        QVector<std::pair<QString, QString>>; ///< flat field name (documentFields()) and text as typed

/// The name under which edits of one contact take turns that read it first.
[[nodiscard]] QString editOf(const QString &contactId);
/// Adds a person by hand; needs a name, an email or a LinkedIn URL.
[[nodiscard]] Task<Result<Contact>> addContact(Services *services, FieldValues values);
/// Sets flat fields; nothing is written when one of them is wrong.
[[nodiscard]] Task<Result<Contact>> setContactFields(Services *services, QString contactId,
                                                     FieldValues values);
/// Writes an edited contact; only what differs from `before` is changed. What became of it meanwhile: see
/// store::settle.
[[nodiscard]] Task<Result<>> saveContact(Services *services, Contact before, Contact after);
/// Moves records of a kind to the trash, in one operation, and back.
[[nodiscard]] Task<Result<store::Change>> trashRecords(Services *services, Kind kind, QStringList ids);
[[nodiscard]] Task<Result<store::Change>> restoreRecords(Services *services, Kind kind, QStringList ids);

} // namespace crema::flows
