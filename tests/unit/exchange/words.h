// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/peoplereader.h"

/// "Ann Lee <a@x.example> [profile] Analyst @ Acme": enough of a contact to compare in one line.
[[nodiscard]] QString inWords(const crema::Contact &contact);
/// One line a person, "2: Ann Lee".
[[nodiscard]] QStringList inWords(const crema::exchange::ReadPeople &read);
[[nodiscard]] QStringList inWords(const QVector<crema::exchange::RowNote> &notes);
/// The people of a file; none, and a warning, when it cannot be read.
[[nodiscard]] crema::exchange::ReadPeople peopleOf(const QByteArray &bytes,
                                                   const crema::exchange::ReadOptions &options = {});
/// A column kept in `extra`.
[[nodiscard]] QString column(const crema::Contact &contact, const char *name);
