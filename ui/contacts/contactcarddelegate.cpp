// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactcarddelegate.h"

#include "ui/common/avatar.h"
#include "ui/common/chip.h"
#include "ui/contacts/contacttablemodel.h"
#include "ui/contacts/markedtext.h"
#include "ui/theme/glyph.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

using Role = ContactTableModel::Role;
using Due = ContactTableModel::Due;

constexpr int avatarSide = 28;
constexpr int clock = 13;

QVariant valueOf(const QModelIndex &index, Role role)
{
    return index.data(static_cast<int>(role));
}

Tone toneOf(Due due)
{
    return due == Due::overdue ? Tone::bad : due == Due::today ? Tone::warn : Tone::muted;
}

/// A card on its column's ground, without what stands on it.
void paintGround(QPainter &painter, const QRect &card, const QStyleOptionViewItem &option)
{
    const Colours &c = colours();
    const bool selected = option.state & QStyle::State_Selected;
    const bool current = option.state & QStyle::State_HasFocus;
    const bool hovered = option.state & QStyle::State_MouseOver;
    painter.setPen(QPen(current || selected ? c.accent : hovered ? c.outline : c.line, current ? 1.5 : 1));
    painter.setBrush(selected ? c.selected : c.surface);
    painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), radius::control + 2,
                            radius::control + 2);
}

} // namespace

int ContactCardDelegate::cardHeight(const QFont &font)
{
    return 3 * QFontMetrics(font).height() + 2 * gap::small + 2 * gap::tiny + gap::hair;
}

QColor ContactCardDelegate::ground()
{
    return mix(colours().line, colours().ground, 0.35);
}

void ContactCardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const Colours &c = colours();
    painter->save();
    painter->fillRect(option.rect, ground()); // the line and the selection of a table's row are not for cards
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect card = option.rect.adjusted(gap::small, 0, -gap::small, -gap::small);
    paintGround(*painter, card, option);
    const QString name = index.data().toString();
    const int line = option.fontMetrics.height() + gap::hair;
    QRect row(card.left() + gap::small, card.top() + gap::small - gap::hair, card.width() - 2 * gap::small,
              line);
    const auto mirrored = [&](const QRect &r) { return QStyle::visualRect(option.direction, card, r); };
    paintAvatar(*painter, mirrored(QRect(row.left(), row.top() + gap::hair, avatarSide, avatarSide)), name,
                valueOf(index, Role::contactId).toString(), option.font);
    row.setLeft(row.left() + avatarSide + gap::small);
    QFont strong = option.font;
    strong.setWeight(QFont::Medium);
    drawMarked(*painter, mirrored(row), {name, strong, c.text, m_words, option.direction});
    if (const QString title = valueOf(index, Role::title).toString(); !title.isEmpty()) {
        row.translate(0, line);
        drawMarked(*painter, mirrored(row),
                   {title, option.font, mix(c.text, c.muted, 0.35), m_words, option.direction});
    }
    row.translate(0, line);
    const QString due = valueOf(index, Role::dueText).toString();
    if (!due.isEmpty()) {
        const QColor ink = c.of(toneOf(static_cast<Due>(valueOf(index, Role::due).toInt())));
        paintGlyph(*painter, mirrored(QRect(row.left(), row.center().y() - clock / 2, clock, clock)),
                   Glyph::clock, ink);
        const int width = option.fontMetrics.horizontalAdvance(due);
        drawMarked(*painter, mirrored(QRect(row.left() + clock + gap::tiny, row.top(), width + 1, line)),
                   {due, option.font, ink, {}, option.direction});
        row.setLeft(row.left() + clock + gap::tiny + width + gap::small);
    }
    const QString tags = valueOf(index, Role::tags).toString();
    const QString rest = valueOf(index, Role::sample).toBool() ? tr("Sample") : QString();
    drawMarked(*painter, mirrored(row),
               {tags.isEmpty() || rest.isEmpty() ? tags + rest : rest + u" · "_s + tags, option.font, c.muted,
                m_words, option.direction});
    painter->restore();
}

} // namespace crema::ui
