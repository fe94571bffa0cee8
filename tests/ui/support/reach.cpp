// SPDX-License-Identifier: GPL-3.0-or-later
#include "reach.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QButtonGroup>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::test {

namespace {

QString labelOf(const QObject *object)
{
    return u"%1(%2)"_s.arg(QString::fromLatin1(object->metaObject()->className()), object->objectName());
}

bool isPartOfAnother(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    return widget->objectName().startsWith("qt_"_L1) || qobject_cast<const QHeaderView *>(widget) != nullptr
            || qobject_cast<const QAbstractSpinBox *>(parent) != nullptr
            || qobject_cast<const QLineEdit *>(parent) != nullptr; // the button that clears it
}

bool isControl(const QWidget *widget)
{
    if (!widget->isVisible() || !widget->isEnabled() || isPartOfAnother(widget)) {
        return false;
    }
    if (qobject_cast<const QAbstractButton *>(widget) != nullptr) {
        return true;
    }
    const auto *label = qobject_cast<const QLabel *>(widget);
    return qobject_cast<const QLineEdit *>(widget) != nullptr
            || qobject_cast<const QAbstractSpinBox *>(widget) != nullptr
            || qobject_cast<const QAbstractItemView *>(widget) != nullptr
            || qobject_cast<const QPlainTextEdit *>(widget) != nullptr
            || (label != nullptr && label->textInteractionFlags().testFlag(Qt::LinksAccessibleByMouse)
                && label->text().contains("<a "_L1));
}

bool isActive(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::PushButton:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::EditableText:
    case QAccessible::SpinBox:
    case QAccessible::ComboBox:
    case QAccessible::List:
    case QAccessible::Table:
    case QAccessible::Tree:
    case QAccessible::Link:
    case QAccessible::ListItem:
    case QAccessible::ButtonMenu:
        return true;
    default:
        return false;
    }
}

void collectNameless(QAccessibleInterface *face, QStringList &found, int depth)
{
    if (face == nullptr || !face->isValid() || depth > 40 || face->state().invisible) {
        return;
    }
    const QObject *object = face->object();
    const auto *widget = qobject_cast<const QWidget *>(object);
    const bool inner = widget != nullptr && isPartOfAnother(widget);
    if (!inner && isActive(face->role()) && face->text(QAccessible::Name).trimmed().isEmpty()) {
        found << (object != nullptr ? labelOf(object) : u"role %1"_s.arg(face->role()));
    }
    // A table of thousands of cells is walked by its first rows.
    for (int i = 0; i < std::min(face->childCount(), 60); ++i) {
        collectNameless(face->child(i), found, depth + 1);
    }
}

} // namespace

namespace {

bool isMet(const QWidget *widget, const QSet<const QWidget *> &met)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    if (button != nullptr && button->group() != nullptr && button->group()->exclusive()) {
        return std::ranges::any_of(button->group()->buttons(),
                                   [&](const QAbstractButton *one) { return met.contains(one); });
    }
    return met.contains(widget->focusProxy() != nullptr ? widget->focusProxy() : widget);
}

} // namespace

QStringList unreachedByTab(QWidget *window)
{
    window->activateWindow(); // a dialog may have been the active one
    if (!QTest::qWaitForWindowActive(window)) {
        return {u"the window is not active"_s};
    }
    QSet<const QWidget *> met;
    const QWidget *start = nullptr;
    for (int step = 0; step < 400; ++step) {
        QWidget *now = QApplication::focusWidget();
        QTest::keyClick(now != nullptr ? now : window, Qt::Key_Tab);
        now = QApplication::focusWidget();
        if (now == nullptr || (met.contains(now) && now == start)) {
            break;
        }
        start = start == nullptr ? now : start;
        met.insert(now);
    }
    QStringList missed;
    for (const QWidget *widget : window->findChildren<QWidget *>()) {
        if (isControl(widget) && !isMet(widget, met)) {
            missed << labelOf(widget);
        }
    }
    return missed;
}

QStringList namelessFaces(QWidget *root)
{
    QStringList found;
    collectNameless(QAccessible::queryAccessibleInterface(root), found, 0);
    return found;
}

} // namespace crema::test
