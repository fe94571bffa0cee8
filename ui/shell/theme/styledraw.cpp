// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/cremastyle.h"

#include "ui/theme/stylepaint.h"

#include <QAbstractScrollArea>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

namespace crema::ui {

namespace {

bool hasKeyboardFocus(const QStyleOption *option)
{
    return option->state & QStyle::State_HasFocus && option->state & QStyle::State_KeyboardFocusChange;
}

Glyph arrowGlyph(QStyle::PrimitiveElement element)
{
    switch (element) {
    case QStyle::PE_IndicatorArrowUp:
    case QStyle::PE_IndicatorSpinUp:
        return Glyph::chevronUp;
    case QStyle::PE_IndicatorArrowLeft:
        return Glyph::chevronLeft;
    case QStyle::PE_IndicatorArrowRight:
        return Glyph::chevronRight;
    default:
        return Glyph::chevronDown;
    }
}

// Ascending (Qt calls it down) points up, in the middle of the header's height.
void drawHeaderArrow(const QStyleOption &option, QPainter &painter, const QWidget *widget)
{
    if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(&option)) {
        const bool ascending = header->sortIndicator == QStyleOptionHeader::SortDown;
        QRectF area = option.rect;
        if (widget != nullptr && header->orientation == Qt::Horizontal) {
            area = QRectF(area.left(), 0, area.width(), widget->height());
        }
        paint::chevron(painter, area, ascending ? Glyph::chevronUp : Glyph::chevronDown, true);
    }
}

void drawLineEdit(const QStyleOption &option, QPainter &painter, const QWidget *widget)
{
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(&option);
    if (frame != nullptr && frame->lineWidth > 0) {
        paint::inputFrame(painter, option, option.state & QStyle::State_HasFocus);
    } else if (widget != nullptr && widget->autoFillBackground()) {
        painter.fillRect(option.rect, option.palette.base());
    }
}

bool drawsOwnRing(const QWidget *widget)
{
    return qobject_cast<const QPushButton *>(widget) != nullptr
            || qobject_cast<const QToolButton *>(widget) != nullptr;
}

// Where an arrow stands. Qt puts that of a button with a menu into its lower corner; beside the words it is
// read.
QRect besideWords(const QStyleOption &option, const QWidget *widget)
{
    QRect place = option.rect;
    if (qobject_cast<const QToolButton *>(widget) != nullptr) {
        place.moveTop(widget->rect().center().y() - place.height() / 2);
    }
    return place;
}

// Marks, arrows and branches. False when the element is none of them.
bool drawIndicator(QStyle::PrimitiveElement element, const QStyleOption &option, QPainter &painter,
                   const QWidget *widget)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    switch (element) {
    case QStyle::PE_IndicatorCheckBox:
    case QStyle::PE_IndicatorItemViewItemCheck:
        paint::checkBox(painter, option);
        return true;
    case QStyle::PE_IndicatorRadioButton:
        paint::radioButton(painter, option);
        return true;
    case QStyle::PE_IndicatorArrowUp:
    case QStyle::PE_IndicatorArrowDown:
    case QStyle::PE_IndicatorArrowLeft:
    case QStyle::PE_IndicatorArrowRight:
    case QStyle::PE_IndicatorSpinUp:
    case QStyle::PE_IndicatorSpinDown:
        paint::chevron(painter, besideWords(option, widget), arrowGlyph(element), enabled);
        return true;
    case QStyle::PE_IndicatorHeaderArrow:
        drawHeaderArrow(option, painter, widget);
        return true;
    case QStyle::PE_IndicatorBranch:
        if (option.state & QStyle::State_Children) {
            const bool mirrored = option.direction == Qt::RightToLeft;
            const Glyph closed = mirrored ? Glyph::chevronLeft : Glyph::chevronRight;
            paint::chevron(painter, option.rect,
                           option.state & QStyle::State_Open ? Glyph::chevronDown : closed, enabled);
        }
        return true;
    default:
        return false;
    }
}

// Borders and the grounds of inputs, menus and tips. False when the element is none of them.
bool drawFrame(QStyle::PrimitiveElement element, const QStyleOption &option, QPainter &painter,
               const QWidget *widget)
{
    const Colours &c = colours();
    switch (element) {
    case QStyle::PE_FrameDefaultButton:
    case QStyle::PE_FrameButtonTool:
    case QStyle::PE_FrameStatusBarItem:
    case QStyle::PE_PanelMenuBar:
    case QStyle::PE_FrameTabWidget:
    case QStyle::PE_FrameLineEdit:
    case QStyle::PE_FrameWindow:
        return true;
    case QStyle::PE_PanelLineEdit:
        drawLineEdit(option, painter, widget);
        return true;
    case QStyle::PE_Frame:
        if (qobject_cast<const QAbstractScrollArea *>(widget) != nullptr) {
            paint::scrollAreaFrame(painter, option);
        } else {
            paint::rounded(painter, option.rect, radius::control, {}, c.line);
        }
        return true;
    case QStyle::PE_FrameGroupBox:
        paint::rounded(painter, option.rect, radius::card, {}, c.line);
        return true;
    case QStyle::PE_FrameFocusRect:
        if (hasKeyboardFocus(&option) && !drawsOwnRing(widget)) {
            paint::rounded(painter, option.rect, 4, {}, c.accent, 1.5);
        }
        return true;
    case QStyle::PE_PanelMenu:
        painter.fillRect(option.rect, c.surface);
        return true;
    case QStyle::PE_FrameMenu:
        paint::rounded(painter, option.rect, 0, {}, c.outline);
        return true;
    case QStyle::PE_PanelTipLabel:
        painter.fillRect(option.rect, option.palette.toolTipBase());
        return true;
    default:
        return false;
    }
}

} // namespace

QIcon CremaStyle::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    switch (which) {
    case SP_LineEditClearButton:
    case SP_DialogCloseButton:
    case SP_TitleBarCloseButton:
        return icon(Glyph::close, Tone::muted);
    case SP_MessageBoxInformation:
        return icon(Glyph::info, Tone::info);
    case SP_MessageBoxWarning:
        return icon(Glyph::warning, Tone::warn);
    case SP_MessageBoxCritical:
        return icon(Glyph::error, Tone::bad);
    case SP_MessageBoxQuestion:
        return icon(Glyph::info, Tone::accent);
    default:
        return QProxyStyle::standardIcon(which, option, widget);
    }
}

void CremaStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (drawIndicator(element, *option, *painter, widget) || drawFrame(element, *option, *painter, widget)) {
        return;
    }
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (element == PE_PanelButtonCommand && button != nullptr) {
        paint::button(*painter, *button, widget);
    } else if (element == PE_PanelButtonTool) {
        paint::toolButton(*painter, *option, widget);
    } else if (element == PE_PanelItemViewItem && item != nullptr) {
        paint::viewItem(*painter, *item, widget);
    } else {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        if (element == PE_PanelItemViewRow && qobject_cast<const QTableView *>(widget) != nullptr) {
            const QRect &row = option->rect;
            painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), colours().line);
        }
    }
}

void CremaStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    const Colours &c = colours();
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            paint::buttonLabel(*painter, *button, widget);
        }
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        paint::headerSection(*painter, *option);
        return;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            paint::tabShape(*painter, *tab);
        }
        return;
    case CE_ProgressBarGroove:
        paint::progressGroove(*painter, *option);
        return;
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option)) {
            paint::progressContents(*painter, *bar);
        }
        return;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            paint::menuItem(*painter, *item, *this, widget);
        }
        return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            paint::menuBarItem(*painter, *item, *this);
        }
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, c.ground);
        return;
    case CE_Splitter:
        if (option->state & State_MouseOver) {
            const bool upright = option->state & State_Horizontal;
            const QRect &r = option->rect;
            painter->fillRect(upright ? QRect(r.center().x(), r.top(), 2, r.height())
                                      : QRect(r.left(), r.center().y(), r.width(), 2),
                              c.accent);
        }
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void CremaStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                    QPainter *painter, const QWidget *widget) const
{
    const bool enabled = option->state & State_Enabled;
    if (control == CC_ComboBox) {
        paint::inputFrame(*painter, *option, option->state & State_HasFocus);
        paint::chevron(*painter, subControlRect(control, option, SC_ComboBoxArrow, widget),
                       Glyph::chevronDown, enabled);
        return;
    }
    if (control == CC_SpinBox) {
        paint::inputFrame(*painter, *option, option->state & State_HasFocus);
        const QRect up = subControlRect(control, option, SC_SpinBoxUp, widget);
        const QRect down = subControlRect(control, option, SC_SpinBoxDown, widget);
        paint::chevron(*painter, QRectF(up).adjusted(0, 1, 0, 1), Glyph::chevronUp, enabled);
        paint::chevron(*painter, QRectF(down).adjusted(0, -1, 0, -1), Glyph::chevronDown, enabled);
        return;
    }
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            paint::scrollBar(*painter, *bar, subControlRect(control, option, SC_ScrollBarSlider, widget));
        }
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_ToolButton && hasKeyboardFocus(option)) { // a flat one has no panel to carry the ring
        paint::rounded(*painter, option->rect, radius::control, {}, colours().accent, 2);
    }
}

} // namespace crema::ui
