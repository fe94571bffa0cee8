// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "composition/session.h"
#include "ui/theme/theme.h"

#include <QTemporaryDir>
#include <QWidget>

#include <memory>
#include <optional>

class QAbstractButton;
class QAction;

namespace crema::test {

/// A workspace on disk with everything that works on it, and a window that shows one view under the header
/// with its buttons, as the program does.
class WorkDesk
{
public:
    WorkDesk();
    ~WorkDesk();

    /// Opens the workspace; false when that failed.
    [[nodiscard]] bool open();
    /// The same with what an operator sets: prices, the address of the vendor's stand-in.
    [[nodiscard]] bool open(const Deployment &deployment);
    /// Closes view and workspace and opens the workspace again, as the program does after a restore.
    [[nodiscard]] bool reopen();
    [[nodiscard]] flows::Services &services() { return m_session->services(); }
    [[nodiscard]] ui::Theme &theme() { return m_theme; }
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }

    /// Takes the view over and shows it; false when the window did not become active.
    [[nodiscard]] bool show(QWidget *view, const QSize &size = {1100, 760});
    /// Destroys the view, as closing the window does.
    void closeView() { m_window.reset(); }
    [[nodiscard]] QWidget &window() { return *m_window; }

    /// A child of the window by object name; null when it is not there or hidden for good.
    template <typename T>
    [[nodiscard]] T *child(const QString &name)
    {
        return m_window->findChild<T *>(name);
    }
    /// Scrolls to a widget, as a person does before they click it.
    static void bringIntoView(QWidget *widget);
    /// Clicks a visible, enabled child with the mouse; false when there is none.
    [[nodiscard]] bool click(const QString &name);
    /// Whether a child can be seen.
    [[nodiscard]] bool isShown(const QString &name);
    /// Waits until a child can be seen.
    [[nodiscard]] bool waitShown(const QString &name);
    /// The text of a visible label.
    [[nodiscard]] QString text(const QString &name);
    /// All text of the visible labels, a line each.
    [[nodiscard]] QString allText();
    [[nodiscard]] QAction *action(const QString &name) { return child<QAction>(name); }

    /// Adds people in one operation.
    [[nodiscard]] bool add(const std::vector<Contact> &people);
    /// Makes the sender known: name, address, school.
    [[nodiscard]] bool setSender();
    /// Writes a first email to each; the drafts' ids.
    [[nodiscard]] QStringList write(const QStringList &contactIds);
    /// Makes a prep; its id, empty when that failed.
    [[nodiscard]] QString prepare(const QString &contactId);

    /// From now on every write to the database fails, as on a full disk; or no longer.
    [[nodiscard]] bool breakWrites();
    [[nodiscard]] bool mendWrites();

    /// Changes the open database behind the program's back.
    [[nodiscard]] bool runSql(const char *sql);

private:
    /// Visible and enabled; null when there is none.
    [[nodiscard]] QAbstractButton *clickable(const QString &name);

    QTemporaryDir m_folder;
    ui::Theme m_theme {ui::SchemeChoice::light};
    Deployment m_deployment;
    std::unique_ptr<app::Session> m_session;
    std::unique_ptr<QWidget> m_window;
};

/// A person with everything an email and a prep can use; `number` makes them differ.
[[nodiscard]] Contact somebody(int number);

} // namespace crema::test
