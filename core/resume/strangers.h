// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace crema::resume {

/// Somebody whom a line introduces with a label: "Landlord: Joy Finney".
struct LabelledPerson
{
    qsizetype start = 0; ///< of the label
    qsizetype value = 0; ///< behind the label
    QString name;
};

/// The first labelled person in the line from `from` on who is not the owner, whatever the label; none where
/// the owner is not known.
[[nodiscard]] std::optional<LabelledPerson> strangerIn(const QString &line, qsizetype from,
                                                       const QString &owner);

/// Whether the email address in the text is made of the person's name.
[[nodiscard]] bool spellsPerson(const QString &text, const QString &name);

} // namespace crema::resume
