// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/prep.h"
#include "model/profile.h"
#include "prep/prepcontent.h"
#include "truth/knowledge.h"

namespace crema::test {

[[nodiscard]] Position position(const QString &title, const QString &company, const QString &from = {},
                                const QString &to = {});
[[nodiscard]] School school(const QString &name, const QString &degree = {}, const QString &field = {},
                            const QString &from = {}, const QString &to = {});
/// A person with these positions, latest first.
[[nodiscard]] Contact person(const QString &firstName, const QString &lastName,
                             const QVector<Position> &positions = {});
/// Everything a record can have.
[[nodiscard]] Contact mariaSilva();
/// A student of economics at Bocconi from Lyon who has worked at Deloitte.
[[nodiscard]] Profile studentProfile();

/// The bundled tables, read once.
[[nodiscard]] const truth::DirectoryKnowledge &knowledge();
/// 14 May 2026, 09:30 UTC.
[[nodiscard]] QDateTime someDay();
[[nodiscard]] prep::PrepInput inputFor(const Contact &contact, const Profile &profile = studentProfile());
[[nodiscard]] Prep prepFor(const Contact &contact, const Profile &profile = studentProfile());

} // namespace crema::test
