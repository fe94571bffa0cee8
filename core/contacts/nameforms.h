// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QVector>

namespace crema::contacts {

/// Which given names are forms of one name (Bob and Robert, Sasha and Alexander), and which last names are
/// common: data (resources/data/nicknames.json, part of the program).
class NameForms final
{
public:
    /// The table of the program; `internal` when it is damaged.
    [[nodiscard]] static Result<NameForms> bundled();
    explicit NameForms(const Json &table);

    /// The names that this word is a form of, as numbers; `form` as formOf() gives it. Empty for a word that
    /// is not in the table.
    [[nodiscard]] QVector<int> namesOf(const QString &form) const { return m_names.value(form); }

    /// True for "Smith", "Kim", "García": many people who have nothing to do with each other have this last
    /// name. `form` as formOf() gives it.
    [[nodiscard]] bool isCommonFamily(const QString &form) const { return m_families.contains(form); }

private:
    QHash<QString, QVector<int>> m_names;
    QSet<QString> m_families;
};

/// True for "jr", "senior", "iii": part of a name that tells father and son apart. `word` is folded.
[[nodiscard]] bool isGeneration(QStringView word);

/// A folded word in Latin letters: Cyrillic and Greek are transliterated, everything else stays.
[[nodiscard]] QString latinised(const QString &folded);

/// What the spellings of a word have in common: "mueller", "muller" and "muler" are one, and so are "yuliya",
/// "iuliia" and "julia". Never shown.
[[nodiscard]] QString formOf(const QString &latin);

} // namespace crema::contacts
