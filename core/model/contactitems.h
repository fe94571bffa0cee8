// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"
#include "model/order.h"

#include <algorithm>

namespace crema {

/// Sets what the flat fields of `setDocumentField` do not reach, from text as a user typed it; nullopt when
/// `field` is none of these:
/// - "addresses/<id>", "phones/<id>", "links/<id>": the value of an item; empty text removes it
/// - "addresses/<id>/kind" ...: its kind
/// - "addresses/+", "phones/+", "links/+": adds an item at the end
/// - "notificationsMuted": yes or no
/// - "introducerIds": ids of contacts, with commas between them
[[nodiscard]] std::optional<Result<>> setContactItem(Contact &contact, const QString &field,
                                                     const QString &value);

/// The text of such a field as it stands; empty when there is none.
[[nodiscard]] QString contactItem(const Contact &contact, const QString &field);

/// The list behind "addresses", "phones" or "links"; null for another name.
[[nodiscard]] QVector<ContactPoint> Contact::*pointListNamed(QStringView list);

/// Ids of contacts who could introduce the user to this one: the field "introducerIds", a set.
[[nodiscard]] QStringList introducersOf(const Contact &contact);
void setIntroducers(Contact &contact, const QStringList &ids);

/// Puts the item with this id at `place` (0 = preferred); its neighbours keep their positions.
template <typename Item>
void moveItem(QVector<Item> &items, const QString &id, qsizetype place)
{
    const auto found = std::ranges::find(items, id, &Item::id);
    if (found == items.end()) {
        return;
    }
    const Item item = *found;
    items.erase(found);
    const qsizetype at = std::clamp<qsizetype>(place, 0, items.size());
    items.insert(at, item);
    items[at].pos = positionBetween(at == 0 ? QString() : items[at - 1].pos,
                                    at + 1 == items.size() ? QString() : items[at + 1].pos);
}

} // namespace crema
