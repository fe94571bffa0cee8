// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "composition/session.h"
#include "flows/followupflow.h"
#include "support/spin.h"
#include "support/support.h"

#include <QSettings>
#include <QTemporaryDir>

#include <memory>

/// A workspace on disk, opened as the window opens it.
class Desk
{
public:
    Desk();
    [[nodiscard]] bool open();
    [[nodiscard]] crema::flows::Services &services() { return m_session->services(); }
    [[nodiscard]] QSettings &settings() { return m_settings; }
    [[nodiscard]] QDate today() { return crema::flows::today(services()); }
    /// Adds someone whose follow-up is due `days` from today; returns the id.
    QString add(const QString &name, int days, const QString &what = {}, const QString &company = {});
    [[nodiscard]] crema::Contact contact(const QString &id);

private:
    QTemporaryDir m_folder;
    std::unique_ptr<crema::app::Session> m_session;
    QSettings m_settings;
};

/// Writes pictures of Home with many, few and no follow-ups, and of the settings, into a folder.
int drawPictures(const QString &folder);
