// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/connectionspresenter.h"
#include "ui/theme/tokens.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace crema::ui {

/// One service: its key, where that is kept, and a test of it.
class ConnectionRow final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionRow(secrets::Service service, QWidget *parent = nullptr);

    void showState(const flows::KeyState &state);
    void showTesting();
    void showResult(Tone tone, const QString &words);
    /// Takes what was typed out of the field.
    void clearKey();
    void beginTyping();

Q_SIGNALS:
    void saveRequested(const crema::Secret &key, const QString &server);
    void testRequested();
    void deleteRequested();

private:
    void build();
    void save();
    void followState();
    [[nodiscard]] QString name(const QString &part) const;

    secrets::Service m_service;
    flows::KeyState m_state;
    QLabel *m_heading = nullptr;
    QLabel *m_words = nullptr;
    QLineEdit *m_key = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_test = nullptr;
    QPushButton *m_delete = nullptr;
    QLabel *m_result = nullptr;
    bool m_isTesting = false;
};

/// The Connections section of the settings: one row a service.
class ConnectionsCard final : public QWidget
{
    Q_OBJECT

public:
    /// `services` outlives it.
    explicit ConnectionsCard(flows::Services &services, QWidget *parent = nullptr);

    /// Puts the cursor where the first key is typed.
    void begin();
    /// Asks anew how every service stands.
    void reload() { m_presenter.load(); }

private:
    void connectRow(secrets::Service service, ConnectionRow *row);
    void connectPresenter();
    void showEvent(QShowEvent *event) override;

    ConnectionsPresenter m_presenter;
    QHash<int, ConnectionRow *> m_rows; ///< by service
};

} // namespace crema::ui
