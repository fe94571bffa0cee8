// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QVector>

namespace crema::contacts {

/// Which given names are forms of one name (Bob and Robert, Sasha and Alexander), which last names are
/// common, and which texts in a name or company stand for nobody and nowhere. All of it is data
/// (resources/data/nicknames.json, part of the program).
class NameForms final
{
public:
    /// The table of the program; `internal` when it is damaged.
    [[nodiscard]] static Result<NameForms> bundled();
    explicit NameForms(const Json &table);

    /// The names that this word is a form of, as numbers; `form` as formOf() gives it. Empty for a word that
    /// is not in the table.
    [[nodiscard]] QVector<int> namesOf(const QString &form) const { return m_names.value(form); }
    /// True for "LinkedIn Member", "First Last", "Unknown": nobody's name. `words` are folded.
    [[nodiscard]] bool isNobody(const QStringList &words) const;
    /// True for "self-employed", "stealth startup": two people who write it do not work together. `key` as
    /// companyKey() gives it.
    [[nodiscard]] bool isNowhere(const QString &key) const { return m_nowhere.contains(key); }

    /// True for "Smith", "Kim", "García": many people who have nothing to do with each other have this last
    /// name. `form` as formOf() gives it.
    [[nodiscard]] bool isCommonFamily(const QString &form) const { return m_families.contains(form); }

private:
    QHash<QString, QVector<int>> m_names;
    QSet<QString> m_families;
    QSet<QString> m_nobody;
    QSet<QString> m_nowhere;
};

/// A folded word in Latin letters: Cyrillic and Greek are transliterated, everything else stays.
[[nodiscard]] QString latinised(const QString &folded);

/// What the spellings of a word have in common: "mueller", "muller" and "muler" are one, and so are "yuliya",
/// "iuliia" and "julia". Never shown.
[[nodiscard]] QString formOf(const QString &latin);

} // namespace crema::contacts
