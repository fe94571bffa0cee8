// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/kind.h"
#include "store/recordevents.h"

#include <QString>

namespace crema::ui {

/// What a kind of record is called: "Contact", "Email".
[[nodiscard]] QString recordKindWords(Kind kind);

/// What a field of a record is called, for people; the field as it is when it is none of ours.
[[nodiscard]] QString recordFieldWords(Kind kind, const QString &field);

/// A value of a field in a few words; empty when there is none.
[[nodiscard]] QString valueWords(const QString &field, const std::optional<Json> &value);

/// What changed: "Status: Contacted → Replied", "Tag added: alumni". Empty for what tells people nothing.
[[nodiscard]] QString changeWords(Kind kind, const store::FieldStep &step);

} // namespace crema::ui
