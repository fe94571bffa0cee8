// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/rows.h"

#include <QLayout>
#include <QWidget>

namespace crema::ui {

void clearRows(QLayout &rows)
{
    while (QLayoutItem *old = rows.takeAt(0)) {
        if (QWidget *widget = old->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete old;
    }
}

} // namespace crema::ui
