// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"
#include "model/profile.h"

#include <QVector>

/// Made-up people of all kinds, the same on every run: names in many scripts, one-word names, missing fields,
/// very long firms, careers with and without dates.
[[nodiscard]] QVector<crema::Contact> mixedPeople(int count, quint32 seed);

/// Senders by what is known about them: everything, a graduate, only a name, nothing.
[[nodiscard]] crema::Profile studentProfile();
[[nodiscard]] crema::Profile graduateProfile();
[[nodiscard]] crema::Profile nameOnlyProfile();
