// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/keyflow.h"
#include "net/client.h"
#include "pdl/client.h"
#include "secrets/keychain.h"
#include "support/egressrecord.h"

namespace crema::test {

/// The outside services of a test that uses none of them: no key is there, and nothing can be reached.
struct Unconnected
{
    explicit Unconnected(const Clock &clock, const QString &folder)
        : http(clock, egress, 1U), answers(folder, clock),
          pdl(http, QUrl(QStringLiteral("http://127.0.0.1:9/v5")), key, answers)
    {
    }

    EgressRecord egress;
    secrets::SystemStore store {QStringLiteral("crema-test")};
    secrets::Keychain keys {store, QProcessEnvironment()};
    flows::KeySource key {keys, {secrets::Service::peopleDataLabs, {}, {}}};
    net::Client http;
    pdl::FileAnswerCache answers;
    pdl::Client pdl;
};

} // namespace crema::test
