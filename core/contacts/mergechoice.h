// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "model/contact.h"

#include <QMap>

namespace crema::contacts {

/// Whose value a merged contact has. `both`: the other's items after the kept one's.
enum class MergeChoice { keep, other, both };

/// By field of mergeFields(); a field that is not named has its suggestion.
using MergeChoices = QMap<QString, MergeChoice>;

/// One thing to decide when two contacts become one: what each says and what is suggested.
struct MergeField
{
    QString key; ///< "name", "addresses", "place", "notes" ...
    QStringList keep; ///< the values of the contact that stays, as people read them; empty when it has none
    QStringList other;
    bool canBoth = false;
    bool same = false; ///< both say the same: nothing to decide
    MergeChoice suggested = MergeChoice::keep;

    [[nodiscard]] bool operator==(const MergeField &) const = default;
};

/// Every field that one of them has, in display order.
[[nodiscard]] QVector<MergeField> mergeFields(const Contact &keep, const Contact &other);
/// The values of one field of a contact, as mergeFields() shows them.
[[nodiscard]] QStringList mergeValues(const QString &key, const Contact &contact);

/// `keep` with what was chosen. Nothing is invented and nothing is lost by a suggestion: lists and notes are
/// joined, gaps filled, the further status, the earlier first and the later last date win. What needs no
/// choice: the earlier creation date, the search that brought them, and who they are not (distinctFrom).
[[nodiscard]] Contact merged(const Contact &keep, const Contact &other, const MergeChoices &choices = {});

/// Refuses fields that do not exist and `both` where there is only one value.
[[nodiscard]] Result<> checkChoices(const MergeChoices &choices);

/// True when `a` is the better one to keep: more is known of it, or the same and it is older.
[[nodiscard]] bool isFuller(const Contact &a, const Contact &b);

} // namespace crema::contacts
