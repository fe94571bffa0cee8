// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/menubutton.h"

#include <QAbstractButton>
#include <QMenu>

namespace crema::ui {

QMenu *addMenu(QAbstractButton &button)
{
    auto *menu = new QMenu(&button);
    QObject::connect(&button, &QAbstractButton::clicked, menu,
                     [menu, &button] { menu->popup(button.mapToGlobal(button.rect().bottomLeft())); });
    return menu;
}

} // namespace crema::ui
