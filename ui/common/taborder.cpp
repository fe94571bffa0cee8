// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/taborder.h"

#include <QWidget>

namespace crema::ui {

void placeInTabOrder(const QWidget &place, const QList<QWidget *> &widgets)
{
    QWidget *before = place.previousInFocusChain();
    while (before != &place && (before->focusPolicy() == Qt::NoFocus || widgets.contains(before))) {
        before = before->previousInFocusChain();
    }
    if (before == &place) {
        return; // nothing else takes the focus
    }
    for (QWidget *widget : widgets) {
        QWidget::setTabOrder(before, widget);
        before = widget;
    }
}

} // namespace crema::ui
