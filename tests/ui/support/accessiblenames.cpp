// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessiblenames.h"

#include <QAccessible>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace crema::test {

QStringList unnamedControls(QWidget *root)
{
    QStringList found;
    QList<QWidget *> widgets = root->findChildren<QWidget *>();
    widgets.prepend(root);
    for (QWidget *widget : widgets) {
        const bool inner = widget->objectName().startsWith("qt_"_L1)
                || (widget->parentWidget() != nullptr
                    && widget->parentWidget()->objectName().startsWith("qt_"_L1));
        // A button that is put away has no text yet; what lies on a page that is not shown is looked at all
        // the same.
        const bool putAway = widget != root && widget->isHidden();
        if (inner || putAway || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy() != nullptr) {
            continue;
        }
        const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        if (face == nullptr || face->text(QAccessible::Name).trimmed().isEmpty()) {
            found.append(u"%1(%2)"_s.arg(QString::fromLatin1(widget->metaObject()->className()),
                                         widget->objectName()));
        }
    }
    return found;
}

} // namespace crema::test
