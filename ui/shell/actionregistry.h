// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/glyph.h"

#include <QHash>
#include <QKeySequence>
#include <QObject>
#include <QVector>

class QAction;

namespace crema::ui {

/// The menu an action stands in. `none`: only in the palette and wherever a view puts it.
enum class MenuPlace { none, file, edit, view, go, help };

/// What an action is, said once.
struct ActionSpec
{
    QString id {}; ///< stable, dotted: "contacts.import"
    QString text {}; ///< translated, with an ellipsis where a dialog follows
    Glyph glyph = Glyph::none;
    QKeySequence shortcut {};
    MenuPlace menu = MenuPlace::none;
    QString keywords {}; ///< other words people look for, translated; the palette finds them too
    int section = 0; ///< menus are ordered by section, with a line between two
    QString paletteText {}; ///< in the palette, where no menu stands around it; empty for `text`
};

/// Every command of the program, registered once and shared by menus, palette, buttons and keys.
class ActionRegistry final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Makes the action; the registry owns it. An id that is there already gives that action.
    QAction *add(const ActionSpec &spec);
    /// Null when there is no such id.
    [[nodiscard]] QAction *find(const QString &id) const;
    /// In the order of registration.
    [[nodiscard]] const QVector<QAction *> &actions() const { return m_actions; }
    [[nodiscard]] ActionSpec specOf(const QAction *action) const;

Q_SIGNALS:
    /// A new action stands at the end of `actions()`.
    void actionAdded(const QString &id);

private:
    QVector<QAction *> m_actions;
    QHash<QString, ActionSpec> m_specs;
};

} // namespace crema::ui
