// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/deployment.h"
#include "base/ids.h"
#include "jobs/jobengine.h"
#include "store/reader.h"
#include "store/store.h"
#include "store/workspace.h"
#include "truth/knowledge.h"

namespace crema::secrets {
class Keychain;
}
namespace crema::net {
class Client;
}
namespace crema::pdl {
class Client;
}

namespace crema::llm {
class Client;
}
namespace crema::prep {
class NewsClient;
}

namespace crema::mail {
class GmailClient;
}

namespace crema::flows {

class MailTokens;

/// What the flows of one open workspace work with; made by the composition root, outlives every flow.
struct Services
{
    store::Store &store;
    store::Reader &reader; ///< of the thread that calls the flows
    const store::Workspace &workspace;
    jobs::JobEngine &jobs;
    const Deployment &deployment;
    truth::KnowledgeRef knowledge;
    const Clock &clock;
    IdSource &ids;
    secrets::Keychain &keys;
    pdl::Client &pdl;
    llm::Client &llm;
    prep::NewsClient &news;
    net::Client &http;
    mail::GmailClient &gmail;
    MailTokens &mailTokens;
};

/// Registers the kinds of job that the flows run ("find", "write", "prep"); once, before any of them.
void addJobKinds(Services &services);

/// Keys by which contacts are recognised; what Store::open takes.
[[nodiscard]] QStringList recordKeys(Kind kind, const QString &id, const Json &body);

} // namespace crema::flows
