// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QStyledItemDelegate>

namespace crema::ui {

/// Draws a contact as a card of the board: name, what they do, when the next action is due, tags.
class ContactCardDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// How high a card is with the gap below it.
    [[nodiscard]] static int cardHeight(const QFont &font);
    /// What cards lie on.
    [[nodiscard]] static QColor ground();
    /// The words of the filter, folded.
    void setMatchWords(const QStringList &words) { m_words = words; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    QStringList m_words;
};

} // namespace crema::ui
