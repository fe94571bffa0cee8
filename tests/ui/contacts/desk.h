// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "composition/session.h"
#include "ui/contacts/contactspage.h"
#include "ui/shell/actionregistry.h"

#include <QSettings>
#include <QTemporaryDir>

#include <memory>

/// A workspace on disk with the contacts page on it.
class Desk
{
public:
    Desk();
    ~Desk();

    /// Opens the workspace; false when that failed.
    [[nodiscard]] bool open();
    /// Makes the page and shows it.
    crema::ui::ContactsPage &show();
    void close() { m_page.reset(); }
    /// What the window does when the page asks for it.
    bool undo(const QString &operationId);
    /// Another owner deletes the page.
    void release() { (void)m_page.release(); }

    [[nodiscard]] crema::flows::Services &services() { return m_session->services(); }
    [[nodiscard]] crema::ui::ContactsPage &page() { return *m_page; }
    [[nodiscard]] crema::ui::ContactTableModel &model() { return m_page->presenter().model(); }
    [[nodiscard]] crema::ui::ActionRegistry &actions() { return m_actions; }
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }

    /// Adds people in one operation; their ids are "p0", "p1" ...
    void add(const std::vector<crema::Contact> &people);
    [[nodiscard]] crema::Contact contact(const QString &id);
    /// Waits until the list shows so many rows and nothing is under way.
    [[nodiscard]] bool waitForRows(int count);

    template <typename T>
    T *child(const QString &name)
    {
        return m_page->findChild<T *>(name);
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<crema::app::Session> m_session;
    QSettings m_settings;
    crema::ui::ActionRegistry m_actions;
    std::unique_ptr<crema::ui::ContactsPage> m_page;
};

/// A handful of people in several scripts, with every status among them.
[[nodiscard]] std::vector<crema::Contact> somePeople();
/// `count` made-up people; the same every time.
[[nodiscard]] std::vector<crema::Contact> manyPeople(int count);

/// Writes pictures of the page into a folder, light and dark.
int drawPictures(const QString &folder);
/// The same of the detail pane and the history.
int drawPanePictures(const QString &folder);
/// The same of the merge studio.
int drawMergePictures(const QString &folder);
