// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

namespace crema::write {

/// A variable that templates may use, in words for people.
struct VariableInfo
{
    QString name; ///< "school", as it stands between {{ and }}
    QString meaning; ///< "The recipient's school", with an example
};

/// All of them, in the order in which one looks for them: the recipient, the sender, what both share, the
/// rest.
[[nodiscard]] const QVector<VariableInfo> &variableList();
[[nodiscard]] const QStringList &variableNames();

/// Why a variable is unknown, as a whole sentence: "There is no school on record for Zoë Müller."
[[nodiscard]] QString whyUnknown(const QString &variable, const QString &recipient);

} // namespace crema::write
