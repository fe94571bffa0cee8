// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/keyflow.h"

#include <QObject>

namespace crema::ui {

/// What the Connections section of the settings shows and does: the keys of the services.
class ConnectionsPresenter final : public QObject
{
    Q_OBJECT

public:
    /// `services` outlives it.
    explicit ConnectionsPresenter(flows::Services &services, QObject *parent = nullptr);

    /// Asks how every service stands; told by stateShown().
    void load();
    /// `server` is the one the row shows the key for.
    void save(secrets::Service service, const Secret &key, const QString &server);
    void remove(secrets::Service service);
    /// Asks the service whether it takes the key.
    void test(secrets::Service service);

Q_SIGNALS:
    void stateShown(const crema::flows::KeyState &state);
    void saved(const crema::flows::KeyState &state);
    void testing(crema::secrets::Service service);
    void tested(crema::secrets::Service service);
    /// A test or a change that did not work.
    void failed(crema::secrets::Service service, const crema::Error &error);

private:
    flows::Services &m_services;
    TaskScope m_states;
    TaskScope m_changes;
    TaskScope m_tests;
};

} // namespace crema::ui
