// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/cremastyle.h"

#include "ui/theme/stylepaint.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitterHandle>
#include <QStyleFactory>
#include <QTabBar>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int arrowWidth = 26; // the part of a combo or spin box with the arrows
constexpr int smallestHandle = 36; // of a scroll bar
constexpr int inputPadding = 8; // left and right of the text in an input
constexpr int itemPadding = 12; // above and below the text of a row, together

int controlHeight(const QStyleOption *option)
{
    return std::max(32, option->fontMetrics.height() + 14);
}

bool isViewFrame(const QWidget *widget)
{
    return qobject_cast<const QAbstractScrollArea *>(widget) != nullptr;
}

bool isTurnedByWheel(const QWidget *widget)
{
    return qobject_cast<const QComboBox *>(widget) != nullptr
            || qobject_cast<const QAbstractSpinBox *>(widget) != nullptr;
}

// A popup's list touches its border; a view on a page keeps its rounded corners free.
bool isInPopup(const QWidget *widget)
{
    return widget != nullptr && widget->window()->windowType() == Qt::Popup;
}

QSize buttonSize(const QStyleOption *option, const QSize &contents)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const int height = controlHeight(option);
    if (button != nullptr && button->text.isEmpty()) {
        return {height, height};
    }
    const int glyphGap = button != nullptr && !button->icon.isNull() ? gap::tiny : 0;
    return {contents.width() + 28 + glyphGap, std::max(height, contents.height() + gap::small)};
}

// The arrow of a menu stands beside a lone icon, not over it.
int arrowRoom(const QStyleOption *option)
{
    const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    const bool isLone = tool != nullptr && tool->features & QStyleOptionToolButton::HasMenu
            && (tool->toolButtonStyle == Qt::ToolButtonIconOnly || tool->text.isEmpty());
    return isLone ? scaled(12) : 0;
}

std::optional<QRect> comboBoxPart(const QRect &whole, QStyle::SubControl part)
{
    switch (part) {
    case QStyle::SC_ComboBoxArrow:
        return QRect(whole.right() - arrowWidth + 1, whole.top(), arrowWidth, whole.height());
    case QStyle::SC_ComboBoxEditField:
        return whole.adjusted(inputPadding, 2, -arrowWidth, -2);
    default:
        return std::nullopt;
    }
}

std::optional<QRect> spinBoxPart(const QRect &whole, QStyle::SubControl part)
{
    const int left = whole.right() - arrowWidth + 1;
    const int half = whole.height() / 2;
    switch (part) {
    case QStyle::SC_SpinBoxUp:
        return QRect(left, whole.top() + 2, arrowWidth - 2, half - 2);
    case QStyle::SC_SpinBoxDown:
        return QRect(left, whole.top() + half, arrowWidth - 2, whole.height() - half - 2);
    case QStyle::SC_SpinBoxEditField:
        return whole.adjusted(inputPadding - 2, 2, -arrowWidth, -2);
    default:
        return std::nullopt;
    }
}

// A handle on an empty groove, without buttons at the ends.
QRect scrollBarPart(const QStyleOptionSlider &bar, QStyle::SubControl part)
{
    const QRect &whole = bar.rect;
    const bool upright = bar.orientation == Qt::Vertical;
    const int length = upright ? whole.height() : whole.width();
    const int range = bar.maximum - bar.minimum;
    int handle = length;
    if (range > 0) {
        const double share = double(bar.pageStep) / (double(range) + bar.pageStep);
        handle = std::min(length, std::max(smallestHandle, static_cast<int>(share * length)));
    }
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                      length - handle, bar.upsideDown);
    const auto piece = [&](int from, int size) {
        return upright ? QRect(whole.left(), whole.top() + from, whole.width(), size)
                       : QRect(whole.left() + from, whole.top(), size, whole.height());
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return piece(start, handle);
    case QStyle::SC_ScrollBarSubPage:
        return piece(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return piece(start + handle, length - start - handle);
    case QStyle::SC_ScrollBarGroove:
        return whole;
    default:
        return {};
    }
}

} // namespace

CremaStyle::CremaStyle() : QProxyStyle(QStyleFactory::create(u"Fusion"_s)) { }

void CremaStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    applyRoles(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QAbstractSpinBox *>(widget) || qobject_cast<QLineEdit *>(widget)
        || qobject_cast<QSplitterHandle *>(widget) || qobject_cast<QTabBar *>(widget)) {
        widget->setAttribute(Qt::WA_Hover);
    }
    if (auto *header = qobject_cast<QHeaderView *>(widget)) {
        QFont font = QApplication::font();
        font.setPointSizeF(font.pointSizeF() * 0.92);
        font.setWeight(QFont::DemiBold);
        header->setFont(font);
        QPalette palette;
        palette.setColor(QPalette::ButtonText, colours().muted);
        header->setPalette(palette);
        header->viewport()->setAttribute(Qt::WA_Hover);
    }
    if (isTurnedByWheel(widget)) {
        if (widget->focusPolicy() == Qt::WheelFocus) {
            widget->setFocusPolicy(Qt::StrongFocus); // the wheel itself does not bring it
        }
        widget->installEventFilter(this);
    }
}

void CremaStyle::unpolish(QWidget *widget)
{
    if (isTurnedByWheel(widget)) {
        widget->removeEventFilter(this);
    }
    QProxyStyle::unpolish(widget);
}

bool CremaStyle::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel && !static_cast<QWidget *>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    return QProxyStyle::eventFilter(watched, event);
}

int CremaStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth:
        return isViewFrame(widget) && !isInPopup(widget) ? gap::tiny : 1;
    case PM_ComboBoxFrameWidth:
    case PM_SpinBoxFrameWidth:
        return 2;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return scaled(18);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return gap::small;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return smallestHandle;
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_MenuButtonIndicator: // 6 px of it are air around the chevron
        return scaled(18);
    case PM_LineEditIconSize:
        return scaled(17);
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_TabBarIconSize:
        return scaled(18);
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuHMargin:
        return 0;
    case PM_MenuVMargin:
        return gap::tiny;
    case PM_MenuBarHMargin:
        return gap::tiny;
    case PM_MenuBarItemSpacing:
        return 0;
    case PM_MenuBarPanelWidth:
        return 0;
    case PM_SplitterWidth:
        return gap::small + 1;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return gap::small;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return widget != nullptr && widget->isWindow() ? gap::medium : gap::small;
    case PM_HeaderMargin:
        return gap::small;
    case PM_HeaderMarkSize:
        return 14;
    case PM_FocusFrameHMargin:
        return gap::tiny;
    case PM_TabBarTabHSpace:
        return gap::large;
    case PM_TabBarTabVSpace:
        return gap::medium;
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_ToolTipLabelFrameWidth:
        return 6;
    case PM_TextCursorWidth:
        return 1;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int CremaStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_EtchDisabledText:
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_TitleBar_NoBorder:
        return 0;
    case SH_UnderlineShortcut:
        return qobject_cast<const QMenu *>(widget) != nullptr ? 1 : 0;
    case SH_FormLayoutLabelAlignment:
        return Qt::AlignLeft | Qt::AlignVCenter;
    case SH_FormLayoutFieldGrowthPolicy:
        return 1; // ExpandingFieldsGrow
    case SH_Table_GridLineColor:
        return static_cast<int>(colours().line.rgba());
    case SH_ToolTip_WakeUpDelay:
        return 500;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

// Text of several lines: as wide as subElementRect leaves it, and as far from its lines as one line is.
std::optional<QSize> CremaStyle::wrappedItemSize(const QStyleOption *option, const QSize &size,
                                                 const QWidget *widget) const
{
    const auto *given = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (given == nullptr || !given->rect.isValid() || !(given->features & QStyleOptionViewItem::WrapText)) {
        return std::nullopt;
    }
    QStyleOptionViewItem item = *given;
    item.rect.adjust(gap::tiny, 0, -gap::tiny, 0);
    return QProxyStyle::sizeFromContents(CT_ItemViewItem, &item, size, widget) + QSize(0, itemPadding);
}

QSize CremaStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                   const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        return buttonSize(option, size);
    case CT_LineEdit:
        result.setHeight(std::max(size.height(), controlHeight(option)));
        return result;
    case CT_ComboBox:
        result = QSize(size.width() + inputPadding * 2 + arrowWidth,
                       std::max(size.height(), controlHeight(option)));
        return result;
    case CT_SpinBox:
        return QSize(size.width() + inputPadding + arrowWidth, controlHeight(option));
    case CT_MenuBarItem:
        return QSize(size.width() + 18, option->fontMetrics.height() + 14);
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item != nullptr && item->menuItemType == QStyleOptionMenuItem::Separator) {
            return QSize(size.width(), 9);
        }
        return QSize(result.width() + 48, option->fontMetrics.height() + 14);
    }
    case CT_HeaderSection:
        result.setHeight(option->fontMetrics.height() + 18);
        return result;
    case CT_ItemViewItem:
        return wrappedItemSize(option, size, widget)
                .value_or(QSize(result.width(),
                                std::max(result.height(), option->fontMetrics.height() + itemPadding)));
    case CT_ToolButton:
        return QSize(size.width() + 10 + arrowRoom(option), std::max(size.height() + 10, 30));
    case CT_ProgressBar:
        result.setHeight(std::max(8, size.height()));
        return result;
    default:
        return result;
    }
}

QRect CremaStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame != nullptr && frame->lineWidth > 0) {
            return option->rect.adjusted(inputPadding - 2, 2, -inputPadding + 2, -2);
        }
    }
    if (element == SE_ProgressBarGroove || element == SE_ProgressBarContents) {
        const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
        if (bar != nullptr && !bar->textVisible) {
            return option->rect;
        }
    }
    if (element == SE_ItemViewItemText || element == SE_ItemViewItemDecoration) {
        // Text does not stick to the edge of its cell.
        QStyleOptionViewItem item;
        if (const auto *given = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            item = *given;
            item.rect.adjust(gap::tiny, 0, -gap::tiny, 0);
            return QProxyStyle::subElementRect(element, &item, widget);
        }
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect CremaStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                 SubControl subControl, const QWidget *widget) const
{
    std::optional<QRect> place;
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ComboBox) {
        place = comboBoxPart(option->rect, subControl);
    } else if (control == CC_SpinBox) {
        place = spinBoxPart(option->rect, subControl);
    } else if (control == CC_ScrollBar && slider != nullptr) {
        place = scrollBarPart(*slider, subControl);
    }
    return place ? visualRect(option->direction, option->rect, *place)
                 : QProxyStyle::subControlRect(control, option, subControl, widget);
}

} // namespace crema::ui
