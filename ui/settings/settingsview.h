// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"
#include "truth/gate.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace crema::ui {

class ConnectionsCard;
class EgressCard;
class GmailCard;
class ScrollPage;
class TemplatesCard;
class WritingCard;

/// The Settings page: appearance, keys of services, the rules of the quality gate, what left this computer,
/// where the data is.
class SettingsView final : public QWidget
{
    Q_OBJECT

public:
    SettingsView(flows::Services &services, Theme &theme, QWidget *parent = nullptr);

    /// Puts a card of settings after the appearance; it becomes a child.
    void addCard(QWidget *card);
    /// Scrolls to the keys of services and puts the cursor there.
    void showConnections();
    /// Brings the Gmail accounts into view.
    void showGmail();
    /// Scrolls to what left this computer.
    void showPrivacy();
    /// Scrolls to how emails are written, and to the user's templates.
    void showWriting();
    void showTemplates();
    /// Scrolls to the news for preps.
    void showNews();

Q_SIGNALS:
    void toast(const QString &text, const QString &operationId = {});
    /// The workspace was exchanged for a backup: close it and open it again.
    void reopenRequested();
    /// Close the workspace and repair it.
    void repairRequested();

private:
    void addAppearance(QVBoxLayout *column);
    void addWriting(QVBoxLayout *column);
    void addRules(QVBoxLayout *column);
    void addData(QVBoxLayout *column);
    void addBackup(QVBoxLayout *column);

    flows::Services &m_services;
    Theme &m_theme;
    void scrollTo(QWidget *card);

    ScrollPage *m_page = nullptr;
    GmailCard *m_gmail = nullptr;
    ConnectionsCard *m_connections = nullptr;
    EgressCard *m_privacy = nullptr;
    QWidget *m_news = nullptr;
    WritingCard *m_writing = nullptr;
    TemplatesCard *m_templates = nullptr;
    QVBoxLayout *m_column = nullptr;
    int m_cards = 1; ///< how many stand before the next one
};

} // namespace crema::ui
