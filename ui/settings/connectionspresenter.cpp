// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/connectionspresenter.h"

namespace crema::ui {

ConnectionsPresenter::ConnectionsPresenter(flows::Services &services, QObject *parent)
    : QObject(parent), m_services(services)
{
}

void ConnectionsPresenter::load()
{
    m_states.requestStop();
    for (const secrets::Service service : flows::usedServices()) {
        m_states.launch(flows::keyState(&m_services, service),
                        [this, service](Result<flows::KeyState> state) {
                            if (state) {
                                Q_EMIT stateShown(*state);
                            } else {
                                Q_EMIT failed(service, state.error());
                            }
                        });
    }
}

void ConnectionsPresenter::save(secrets::Service service, const Secret &key, const QString &server)
{
    m_tests.requestStop(); // what it says is of the old key
    m_changes.launch(flows::setKey(&m_services, service, key, server),
                     [this, service](Result<flows::KeyState> state) {
                         if (state) {
                             Q_EMIT stateShown(*state);
                             Q_EMIT saved(*state);
                         } else {
                             Q_EMIT failed(service, state.error());
                         }
                     });
}

void ConnectionsPresenter::remove(secrets::Service service)
{
    m_tests.requestStop();
    m_changes.launch(flows::deleteKey(&m_services, service), [this, service](Result<flows::KeyState> state) {
        if (state) {
            Q_EMIT stateShown(*state);
        } else {
            Q_EMIT failed(service, state.error());
        }
    });
}

void ConnectionsPresenter::test(secrets::Service service)
{
    Q_EMIT testing(service);
    m_tests.launch(flows::testKey(&m_services, service, m_tests.stopToken()),
                   [this, service](Result<> answer) {
                       if (answer) {
                           Q_EMIT tested(service);
                       } else {
                           Q_EMIT failed(service, answer.error());
                       }
                   });
}

} // namespace crema::ui
