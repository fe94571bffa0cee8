// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/stylepaint.h"

#include <QAbstractButton>
#include <QPainterPath>

#include <algorithm>

namespace crema::ui::paint {

namespace {

struct ButtonLook
{
    QColor fill;
    QColor line;
};

ButtonLook lookOf(ButtonKind kind, bool hovered, bool down)
{
    const Colours &c = colours();
    switch (kind) {
    case ButtonKind::primary: {
        const QColor fill = down ? c.accentPressed : hovered ? c.accentHover : c.accent;
        return {fill, fill};
    }
    case ButtonKind::quiet:
        return {down ? c.pressed : hovered ? c.hover : QColor(), QColor()};
    case ButtonKind::danger:
        return {down || hovered ? c.tint(Tone::bad) : c.surface, mix(c.bad, c.outline, hovered ? 0.8 : 0.4)};
    case ButtonKind::normal:
        return {down ? c.pressed : hovered ? c.hover : c.surface, c.outline};
    }
    return {};
}

// Only one button is loud: the default of a dialog is, unless the dialog has named its primary one.
bool hasPrimary(const QWidget *button)
{
    const auto others = button == nullptr ? QList<QAbstractButton *>()
                                          : button->window()->findChildren<QAbstractButton *>();
    return std::ranges::any_of(others,
                               [](const QWidget *other) { return buttonKind(other) == ButtonKind::primary; });
}

// What the caller asked for, or what a dialog's default and flat buttons amount to.
ButtonKind kindOf(const QStyleOptionButton &option, const QWidget *widget)
{
    const ButtonKind kind = buttonKind(widget);
    if (kind == ButtonKind::normal && option.features & QStyleOptionButton::DefaultButton
        && !hasPrimary(widget)) {
        return ButtonKind::primary;
    }
    return kind == ButtonKind::normal && option.features & QStyleOptionButton::Flat ? ButtonKind::quiet
                                                                                    : kind;
}

// The mark of a box: white on the accent, muted when it cannot be used.
void boxMark(QPainter &painter, const QRectF &box, bool partial, const QColor &colour)
{
    QPen pen(colour, 1.8);
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const auto at = [&box](qreal x, qreal y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    if (partial) {
        painter.drawLine(at(0.28, 0.5), at(0.72, 0.5));
        return;
    }
    QPainterPath path(at(0.26, 0.52));
    path.lineTo(at(0.43, 0.69));
    path.lineTo(at(0.75, 0.33));
    painter.drawPath(path);
}

QRectF centredSquare(const QRect &rect)
{
    const qreal side = std::min(rect.width(), rect.height());
    return QRectF(rect.center().x() + 0.5 - side / 2, rect.center().y() + 0.5 - side / 2, side, side);
}

} // namespace

void rounded(QPainter &painter, const QRectF &rect, qreal corner, const QColor &fill, const QColor &line,
             qreal lineWidth)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(line.isValid() ? QPen(line, lineWidth) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const qreal inset = line.isValid() ? lineWidth / 2 : 0;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), corner - inset, corner - inset);
    painter.restore();
}

void button(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget)
{
    const Colours &c = colours();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool down = option.state & (QStyle::State_Sunken | QStyle::State_On);
    const ButtonKind kind = kindOf(option, widget);
    ButtonLook look = lookOf(kind, option.state & QStyle::State_MouseOver, down);
    if (!enabled) {
        look = kind == ButtonKind::quiet ? ButtonLook {} : ButtonLook {mix(c.line, c.ground, 0.5), c.line};
    }
    rounded(painter, option.rect, radius::control, look.fill, look.line);
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange) {
        rounded(painter, option.rect, radius::control, {}, kind == ButtonKind::primary ? c.text : c.accent,
                2);
    }
}

void buttonLabel(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget)
{
    const int iconSide = scaled(18);
    constexpr int between = 7;
    const Colours &c = colours();
    const bool enabled = option.state & QStyle::State_Enabled;
    const ButtonKind kind = kindOf(option, widget);
    QColor ink = option.palette.color(QPalette::ButtonText);
    QIcon picture = option.icon;
    if (enabled && kind == ButtonKind::primary) {
        ink = c.onAccent;
        picture = retoned(picture, Tone::onAccent);
    } else if (enabled && kind == ButtonKind::danger) {
        ink = c.bad;
        picture = retoned(picture, Tone::bad);
    }
    const int arrow = option.features & QStyleOptionButton::HasMenu ? 18 : 0;
    const QRect room = option.rect.adjusted(gap::tiny, 0, -gap::tiny - arrow, 0);
    const int side = picture.isNull() ? 0 : iconSide;
    const int glyph = side + (side > 0 && !option.text.isEmpty() ? between : 0);
    const QString text = option.fontMetrics.elidedText(option.text, Qt::ElideRight, room.width() - glyph,
                                                       Qt::TextShowMnemonic);
    const int wanted = option.fontMetrics.size(Qt::TextShowMnemonic, text).width() + glyph;
    const int left = room.left() + std::max(0, (room.width() - wanted) / 2);
    const QRect iconArea(left, room.center().y() - side / 2 + 1, side, side);
    if (side > 0) {
        const QIcon::State on = option.state & QStyle::State_On ? QIcon::On : QIcon::Off;
        picture.paint(&painter, QStyle::visualRect(option.direction, room, iconArea), Qt::AlignCenter,
                      enabled ? QIcon::Normal : QIcon::Disabled, on);
    }
    painter.setPen(enabled ? ink : c.disabled);
    const QRect words(left + glyph, room.top(), room.right() - left - glyph + 1, room.height());
    painter.drawText(QStyle::visualRect(option.direction, room, words),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic | Qt::TextSingleLine, text);
}

void toolButton(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const Colours &c = colours();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & QStyle::State_On;
    const bool down = option.state & QStyle::State_Sunken;
    const bool hovered = enabled && option.state & QStyle::State_MouseOver;
    QColor fill = down ? c.pressed : on ? c.selected : hovered ? c.hover : QColor();
    QColor line;
    if (buttonKind(widget) == ButtonKind::primary && enabled) {
        fill = down ? c.accentPressed : hovered ? c.accentHover : c.accent;
    }
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange) {
        line = c.accent;
    }
    rounded(painter, option.rect, radius::control, fill, line, 2);
}

void inputFrame(QPainter &painter, const QStyleOption &option, bool focused)
{
    const Colours &c = colours();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool hovered = option.state & QStyle::State_MouseOver;
    const QColor fill = enabled ? option.palette.color(QPalette::Base) : mix(c.line, c.ground, 0.5);
    const QColor line = !enabled ? c.line : hovered ? mix(c.muted, c.outline, 0.6) : c.outline;
    rounded(painter, option.rect, radius::control, fill, focused && enabled ? c.accent : line,
            focused ? 2 : 1);
}

void checkBox(QPainter &painter, const QStyleOption &option)
{
    const Colours &c = colours();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool partial = option.state & QStyle::State_NoChange;
    const bool marked = partial || option.state & QStyle::State_On;
    const QRectF box = centredSquare(option.rect);
    const QColor edge = mix(c.muted, c.line, 0.7);
    if (!marked) {
        const bool hovered = option.state & QStyle::State_MouseOver;
        rounded(painter, box, 4, c.surface, !enabled ? c.line : hovered ? c.accent : edge, 1.2);
        return;
    }
    rounded(painter, box, 4, enabled ? c.accent : c.line, {});
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    boxMark(painter, box, partial, enabled ? c.onAccent : c.disabled);
    painter.restore();
}

void radioButton(QPainter &painter, const QStyleOption &option)
{
    const Colours &c = colours();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool hovered = option.state & QStyle::State_MouseOver;
    const QRectF box = centredSquare(option.rect);
    if (option.state & QStyle::State_On) {
        rounded(painter, box, box.width() / 2, enabled ? c.accent : c.line, {});
        const QRectF dot = box.adjusted(5.5, 5.5, -5.5, -5.5);
        rounded(painter, dot, dot.width() / 2, enabled ? c.onAccent : c.disabled, {});
        return;
    }
    const QColor edge = !enabled ? c.line : hovered ? c.accent : mix(c.muted, c.line, 0.7);
    rounded(painter, box, box.width() / 2, c.surface, edge, 1.2);
}

void progressGroove(QPainter &painter, const QStyleOption &option)
{
    const qreal height = std::min(6, option.rect.height());
    const QRectF bar(option.rect.left(), option.rect.center().y() + 0.5 - height / 2, option.rect.width(),
                     height);
    rounded(painter, bar, height / 2, colours().line, {});
}

void progressContents(QPainter &painter, const QStyleOptionProgressBar &option)
{
    const qreal height = std::min(6, option.rect.height());
    QRectF bar(option.rect.left(), option.rect.center().y() + 0.5 - height / 2, option.rect.width(), height);
    const bool busy = option.maximum <= option.minimum;
    const qreal share = busy ? 0.3
                             : qreal(option.progress - option.minimum) / (option.maximum - option.minimum);
    if (share <= 0) {
        return;
    }
    bar.setWidth(std::max(height, bar.width() * std::min(share, 1.0)));
    if (option.direction == Qt::RightToLeft) {
        bar.moveRight(option.rect.right() + 1);
    }
    rounded(painter, bar, height / 2, colours().accent, {});
}

void chevron(QPainter &painter, const QRectF &rect, Glyph glyph, bool enabled)
{
    const qreal side = std::min({rect.width(), rect.height(), qreal(scaled(16))});
    QRectF square(0, 0, side, side);
    square.moveCenter(rect.center());
    paintGlyph(painter, square, glyph, enabled ? colours().muted : colours().disabled);
}

} // namespace crema::ui::paint
