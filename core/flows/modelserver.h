// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"
#include "llm/server.h"
#include "secrets/keychain.h"

namespace crema::flows {

/// The language model that writes: what the user chose in this workspace, else what the deployment file (or
/// OPENAI_BASE_URL) says. rejectedInput when that is no address.
[[nodiscard]] Result<llm::Server> modelServer(const store::Reader &reader, const Deployment &deployment);

/// Chooses a server and model; empty words go back to the deployment's. Nothing is asked of the server.
[[nodiscard]] Task<Result<llm::Server>> setModelServer(Services *services, QString address, QString model);

/// Who writes emails when nobody says otherwise: "template", or "llm" once the user wants that.
[[nodiscard]] QString preferredWriter(const store::Reader &reader);
[[nodiscard]] Task<Result<>> setPreferredWriter(Services *services, QString writer);

/// Under what name the key of this server is kept: one a server, so that no key goes to another.
[[nodiscard]] secrets::KeyName modelKey(const llm::Server &server);

/// Whether emails can be written with it: a server on this computer, or one there is a key for.
[[nodiscard]] Task<Result<bool>> isModelReady(Services *services);
/// The chosen server; unauthorised, saying what to do, when its key is missing.
[[nodiscard]] Task<Result<llm::Server>> needModel(Services *services);

} // namespace crema::flows
