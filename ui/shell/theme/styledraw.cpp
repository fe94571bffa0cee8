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
    const Colours &c = colours();
    const bool enabled = option->state & State_Enabled;
    switch (element) {
    case PE_PanelButtonCommand:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            paint::button(*painter, *button, widget);
        }
        return;
    case PE_PanelButtonTool:
        paint::toolButton(*painter, *option, widget);
        return;
    case PE_FrameDefaultButton:
    case PE_FrameButtonTool:
    case PE_FrameStatusBarItem:
    case PE_PanelMenuBar:
    case PE_FrameTabWidget:
    case PE_FrameWindow:
        return;
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame != nullptr && frame->lineWidth > 0) {
            paint::inputFrame(*painter, *option, option->state & State_HasFocus);
        } else if (widget != nullptr && widget->autoFillBackground()) {
            painter->fillRect(option->rect, option->palette.base());
        }
        return;
    }
    case PE_FrameLineEdit:
        return;
    case PE_Frame:
        if (qobject_cast<const QAbstractScrollArea *>(widget) != nullptr) {
            paint::scrollAreaFrame(*painter, *option);
        } else {
            paint::rounded(*painter, option->rect, radius::control, {}, c.line);
        }
        return;
    case PE_FrameGroupBox:
        paint::rounded(*painter, option->rect, radius::card, {}, c.line);
        return;
    case PE_FrameFocusRect:
        // Buttons draw their own ring.
        if (hasKeyboardFocus(option) && qobject_cast<const QPushButton *>(widget) == nullptr
            && qobject_cast<const QToolButton *>(widget) == nullptr) {
            paint::rounded(*painter, option->rect, 4, {}, c.accent, 1.5);
        }
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paint::checkBox(*painter, *option);
        return;
    case PE_IndicatorRadioButton:
        paint::radioButton(*painter, *option);
        return;
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight:
    case PE_IndicatorSpinUp:
    case PE_IndicatorSpinDown:
        paint::chevron(*painter, option->rect, arrowGlyph(element), enabled);
        return;
    case PE_IndicatorHeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            // Ascending (Qt calls it down) points up, in the middle of the header's height.
            const bool ascending = header->sortIndicator == QStyleOptionHeader::SortDown;
            QRectF area = option->rect;
            if (widget != nullptr && header->orientation == Qt::Horizontal) {
                area = QRectF(area.left(), 0, area.width(), widget->height());
            }
            paint::chevron(*painter, area, ascending ? Glyph::chevronUp : Glyph::chevronDown, true);
        }
        return;
    case PE_IndicatorBranch:
        if (option->state & State_Children) {
            const Glyph glyph = option->state & State_Open ? Glyph::chevronDown
                    : option->direction == Qt::RightToLeft ? Glyph::chevronLeft
                                                           : Glyph::chevronRight;
            paint::chevron(*painter, option->rect, glyph, enabled);
        }
        return;
    case PE_PanelMenu:
        painter->fillRect(option->rect, c.surface);
        return;
    case PE_FrameMenu:
        paint::rounded(*painter, option->rect, 0, {}, c.outline);
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, option->palette.toolTipBase());
        return;
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            paint::viewItem(*painter, *item, widget);
        }
        return;
    case PE_PanelItemViewRow:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        if (qobject_cast<const QTableView *>(widget) != nullptr) {
            painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                              c.line);
        }
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
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
}

} // namespace crema::ui
