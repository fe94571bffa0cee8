// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/egresslog.h"
#include "flows/keyflow.h"
#include "flows/mailtokens.h"
#include "flows/services.h"
#include "llm/client.h"
#include "mail/gmail.h"
#include "net/client.h"
#include "pdl/client.h"
#include "prep/news.h"
#include "secrets/keychain.h"
#include "truth/knowledge.h"

#include <QLockFile>

#include <memory>

namespace crema::app {

/// One workspace opened for writing, with every service that works on it: the composition root. The only
/// place that makes services. Closing it waits a little for answers that are paid for, finishes what was
/// asked of the store, then gives the lock back.
class Session final
{
public:
    /// conflict when another process holds the workspace.
    [[nodiscard]] static Result<std::unique_ptr<Session>> open(const QString &folder, Deployment deployment);
    /// The same with the workspace's lock already taken: a conflict is then never another process, but a
    /// workspace that this program does not understand.
    [[nodiscard]] static Result<std::unique_ptr<Session>> open(store::Workspace workspace,
                                                               std::unique_ptr<QLockFile> lock,
                                                               Deployment deployment);
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    [[nodiscard]] flows::Services &services() { return *m_services; }

private:
    Session(store::Workspace workspace, std::unique_ptr<QLockFile> lock, Deployment deployment);
    [[nodiscard]] Result<> start();
    void connectServices();
    void finishPaid();

    store::Workspace m_workspace;
    Deployment m_deployment;
    truth::BundledKnowledge m_knowledge;
    SystemClock m_clock;
    IdSource m_ids;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<store::Reader> m_reader;
    secrets::SystemStore m_secretStore;
    secrets::Keychain m_keys {m_secretStore};
    std::unique_ptr<flows::EgressLog> m_egress;
    std::unique_ptr<net::Client> m_http;
    flows::KeySource m_pdlKey {m_keys, {secrets::Service::peopleDataLabs, {}, {}}};
    pdl::FileAnswerCache m_pdlAnswers;
    std::unique_ptr<pdl::Client> m_pdl;
    llm::AbilityMemory m_modelAbilities;
    std::unique_ptr<llm::Client> m_llm;
    std::unique_ptr<prep::NewsClient> m_news;
    std::unique_ptr<mail::GmailClient> m_gmail;
    std::unique_ptr<flows::MailTokens> m_mailTokens;
    std::unique_ptr<jobs::JobEngine> m_jobs;
    std::unique_ptr<flows::Services> m_services;
};

} // namespace crema::app
