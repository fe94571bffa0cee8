// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOption>

/// The drawing functions of CremaStyle, one a kind of element. They draw what the option says and keep no
/// state.
namespace crema::ui::paint {

/// A filled rounded rectangle with a crisp line inside its edge; invalid colours are left out.
void rounded(QPainter &painter, const QRectF &rect, qreal corner, const QColor &fill, const QColor &line,
             qreal lineWidth = 1);

// stylecontrols.cpp
void button(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget);
void buttonLabel(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget);
void toolButton(QPainter &painter, const QStyleOption &option, const QWidget *widget);
void inputFrame(QPainter &painter, const QStyleOption &option, bool focused);
void checkBox(QPainter &painter, const QStyleOption &option);
void radioButton(QPainter &painter, const QStyleOption &option);
void progressGroove(QPainter &painter, const QStyleOption &option);
void progressContents(QPainter &painter, const QStyleOptionProgressBar &option);
void chevron(QPainter &painter, const QRectF &rect, Glyph glyph, bool enabled);

// styleviews.cpp
void scrollAreaFrame(QPainter &painter, const QStyleOption &option);
void viewItem(QPainter &painter, const QStyleOptionViewItem &option, const QWidget *widget);
void headerSection(QPainter &painter, const QStyleOption &option);
void tabShape(QPainter &painter, const QStyleOptionTab &option);
void menuItem(QPainter &painter, const QStyleOptionMenuItem &option, const QStyle &style,
              const QWidget *widget);
void menuBarItem(QPainter &painter, const QStyleOptionMenuItem &option, const QStyle &style);
void scrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &slider);

} // namespace crema::ui::paint
