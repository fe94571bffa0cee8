// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema::app {

// Ids of the window's pages.
inline const QString homePage = QStringLiteral("home");
inline const QString findPage = QStringLiteral("find");
inline const QString contactsPage = QStringLiteral("contacts");
inline const QString draftsPage = QStringLiteral("drafts");
inline const QString chatsPage = QStringLiteral("chats");
inline const QString accountPage = QStringLiteral("account");
inline const QString settingsPage = QStringLiteral("settings");

} // namespace crema::app
