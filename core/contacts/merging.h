// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"

#include <functional>

namespace crema::contacts {

/// A contact after gaps were filled.
struct Filled
{
    Contact contact;
    bool changed = false; ///< whether anything was added
};

/// `existing` with what `incoming` knows and it does not: empty fields are filled, further addresses, phones,
/// links, positions, schools and tags go to the end of their lists, unknown fields to `extra`. Nothing is
/// overwritten, moved or removed, so the status, notes and current job of `existing` stay. Place fields are
/// only filled when the two places do not contradict each other: a city of one and a country of the other
/// would be nobody's address.
[[nodiscard]] Filled filled(Contact existing, const Contact &incoming);

/// Both notes, one below the other; one of them when it holds the other.
[[nodiscard]] QString joinedNotes(const QString &keep, const QString &other);
/// Whether one of the two may be the other as somebody changed it: half of the words of the longer one are in
/// the other.
[[nodiscard]] bool isAnotherWording(const QString &a, const QString &b);

/// Somebody known as a row of a file completes them.
struct Completed
{
    Filled filled;
    QStringList leftOut; ///< the fields that keep what is there, or nothing; see contradictedFields
    bool joinedNotes = false; ///< beside notes that were there
};
/// `filled`, with the notes of both where `mayBringNotes`; asked when `incoming` has notes that `existing`
/// has not.
[[nodiscard]] Completed completed(const Contact &existing, const Contact &incoming,
                                  const std::function<bool()> &mayBringNotes);

/// Adds a telephone unless it is there in another spelling ("(212) 555-0100", "+1 212 555 0100"): then its
/// kind may be new, and the spelling with the country is kept.
void addPhone(QVector<ContactPoint> &phones, const QString &kind, const QString &number);

/// The fields in which `incoming` says something else than `existing`, which keeps its own: "notes", "city".
/// Status and what the program itself notes do not count.
[[nodiscard]] QStringList contradictedFields(const Contact &existing, const Contact &incoming);

} // namespace crema::contacts
