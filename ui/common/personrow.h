// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QPainter;
class QSize;
class QStyleOptionViewItem;

namespace crema::ui {

/// What a row of a list of people's things (drafts, preps) shows.
struct PersonRow
{
    QString name;
    QString seed; ///< the contact's id: keeps the colour of the disc
    QString beside; ///< muted, after the name
    QString below;
    QString status; ///< shown as a chip; empty for none
};

/// Draws the disc with initials, the name, two muted texts and the chip, with the row's selection and hover.
void paintPersonRow(QPainter &painter, const QStyleOptionViewItem &option, const PersonRow &row);
[[nodiscard]] QSize personRowSize(const QStyleOptionViewItem &option);

} // namespace crema::ui
