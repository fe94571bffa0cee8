// SPDX-License-Identifier: GPL-3.0-or-later
#include "composition/session.h"

#include "async/leaves.h"
#include "base/log.h"
#include "store/check.h"
#include "store/workspaceswap.h"

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {
constexpr auto shutdownLimit = std::chrono::seconds(5);
constexpr auto paidLimit = std::chrono::seconds(15); ///< for answers that are paid for
} // namespace

Session::Session(store::Workspace workspace, std::unique_ptr<QLockFile> lock, Deployment deployment)
    : m_workspace(std::move(workspace)), m_deployment(std::move(deployment)), m_lock(std::move(lock)),
      m_pdlAnswers(m_workspace.folder() + "/cache/people-data-labs"_L1, m_clock),
      m_modelAbilities(m_workspace.folder() + "/cache/language-models.json"_L1)
{
}

Result<std::unique_ptr<Session>> Session::open(const QString &folder, Deployment deployment)
{
    auto workspace = store::Workspace::at(folder);
    if (!workspace) {
        return std::unexpected(workspace.error());
    }
    auto lock = workspace->lock();
    if (!lock) {
        return std::unexpected(lock.error());
    }
    return open(std::move(*workspace), std::move(*lock), std::move(deployment));
}

Result<std::unique_ptr<Session>> Session::open(store::Workspace workspace, std::unique_ptr<QLockFile> lock,
                                               Deployment deployment)
{
    std::unique_ptr<Session> session(
            new Session(std::move(workspace), std::move(lock), std::move(deployment)));
    const auto started = session->start();
    return started ? Result<std::unique_ptr<Session>>(std::move(session)) : std::unexpected(started.error());
}

Result<> Session::start()
{
    if (const auto finished = store::finishSwap(m_workspace); !finished) {
        return std::unexpected(finished.error());
    }
    if (store::isDatabaseLost(m_workspace)) {
        return failure(
                ErrorKind::storage,
                u"The database \"%1\" is missing or empty, though the workspace was used. Nothing was "
                u"changed; restore a backup, or choose another folder."_s.arg(m_workspace.databasePath()));
    }
    auto store = store::Store::open(m_workspace.databasePath(), flows::recordKeys, m_clock, m_ids);
    if (!store) {
        return std::unexpected(store.error());
    }
    m_store = std::move(*store);
    auto reader = store::Reader::open(m_workspace.databasePath());
    if (!reader) {
        return std::unexpected(reader.error());
    }
    m_reader = std::move(*reader);
    connectServices();
    m_jobs = std::make_unique<jobs::JobEngine>(*m_store, *m_reader, m_deployment, m_clock, m_ids);
    m_services = std::make_unique<flows::Services>(
            flows::Services {*m_store, *m_reader, m_workspace, *m_jobs, m_deployment, m_knowledge, m_clock,
                             m_ids, m_keys, *m_pdl, *m_llm, *m_news, *m_http, *m_gmail, *m_mailTokens});
    flows::addJobKinds(*m_services);
    return {};
}

void Session::connectServices()
{
    m_egress = std::make_unique<flows::EgressLog>(*m_store, m_ids);
    m_http = std::make_unique<net::Client>(m_clock, *m_egress);
    m_pdl = std::make_unique<pdl::Client>(*m_http, m_deployment.pdlUrl, m_pdlKey, m_pdlAnswers,
                                          m_deployment.suggestions);
    m_llm = std::make_unique<llm::Client>(*m_http, m_modelAbilities, flows::modelKeys(m_keys));
    m_news = std::make_unique<prep::NewsClient>(*m_http, m_deployment.serpApiUrl, m_deployment.newsUrl,
                                                m_clock);
    m_gmail = std::make_unique<mail::GmailClient>(*m_http, m_deployment.google.gmailUrl);
    m_mailTokens = std::make_unique<flows::MailTokens>(*m_http, m_keys,
                                                       flows::googleClient(m_deployment.google));
}

/// What the vendor bills is kept for the next search: its answer is waited for, and nothing else leaves.
void Session::finishPaid()
{
    m_http->close();
    if (!async::drainUntil([this] { return m_http->paidUnderWay() == 0; }, paidLimit)) {
        qCWarning(logCrema)
                << "an answer that costs money did not come in time when the workspace was closed";
    }
}

Session::~Session()
{
    if (m_http) {
        finishPaid();
        m_http->abortAll();
    }
    // What is under way (a saved edit on its way to the disk) still uses the services: let it end first. Then
    // from the outside in: nothing may call a service whose parts are gone.
    if (!async::drain(shutdownLimit)) {
        qCWarning(logCrema) << "work was still under way when the workspace was closed";
    }
    m_services.reset();
    m_jobs.reset();
    m_pdl.reset();
    m_news.reset();
    m_llm.reset();
    m_gmail.reset();
    m_mailTokens.reset();
    m_http.reset();
    m_reader.reset();
    m_store.reset();
    m_egress.reset();
}

} // namespace crema::app
