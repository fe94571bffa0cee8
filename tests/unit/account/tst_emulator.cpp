// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/scopes.h"
#include "support/emulator.h"
#include "tests.h"

using namespace crema;
using namespace crema::account;
using namespace crema::test;
using namespace Qt::StringLiterals;

namespace {

const QString seed = uR"(
google:
  users:
    - { email: Sam.Student@example.edu, name: Sam Student }
    - { email: ada+work@example.org, name: Ada Second }
)"_s;

OAuthClient clientOf(const Emulator &emulator)
{
    OAuthClient client;
    client.id = u"crema-test"_s;
    client.secret = Secret(u"public by nature"_s);
    client.authUrl = emulator.url(u"/o/oauth2/v2/auth"_s);
    client.tokenUrl = emulator.url(u"/oauth2/token"_s);
    client.revokeUrl = emulator.url(u"/oauth2/revoke"_s);
    client.name = u"Google"_s;
    return client;
}

/// The net with the computer's own clock: the emulator has no other.
struct Net
{
    SystemClock clock;
    EgressRecord egress;
    net::Client http {clock, egress};
};

const QStringList scopes {u"openid"_s, u"email"_s, u"profile"_s,
                          u"https://www.googleapis.com/auth/gmail.compose"_s};

} // namespace

void EmulatorTest::connectsRenewsAndRevokes()
{
    Emulator emulator(seed);
    NEEDS_EMULATOR(emulator);
    Net net;
    const OAuthClient client = clientOf(emulator);
    SignIn signIn(net.http, client, {scopes, {}, false});
    const QUrl back = emulator.consent(signIn.opened(), u"Sam.Student@example.edu"_s);
    QVERIFY(back.isValid());
    QCOMPARE(statusOf(visit(back)), 200);
    const auto grant = signIn.result();
    VERIFY_OK(grant);
    QCOMPARE(grant->email, u"sam.student@example.edu"_s);
    QCOMPARE(grant->name, u"Sam Student"_s);
    QVERIFY(hasScopes(*grant, scopes));
    QVERIFY(!Visitor(back).isConnected());

    // The token is good for the mailbox, and the refresh token brings another.
    const auto threads = emulator.request("GET", u"/gmail/v1/users/me/threads"_s,
                                          grant->accessToken.reveal());
    QCOMPARE(threads.status, 200);
    const auto renewed = await(renew(&net.http, client, grant->refreshToken, std::stop_token()));
    VERIFY_OK(renewed);
    QVERIFY(!(renewed->accessToken == grant->accessToken));
    QVERIFY(renewed->refreshToken.isEmpty());

    VERIFY_OK(await(revoke(&net.http, client, grant->refreshToken, std::stop_token())));
    const auto dead = await(renew(&net.http, client, grant->refreshToken, std::stop_token()));
    QVERIFY(!dead);
    QCOMPARE(dead.error().kind, ErrorKind::unauthorised);
}

void EmulatorTest::connectsTwoAccounts()
{
    Emulator emulator(seed);
    NEEDS_EMULATOR(emulator);
    Net net;
    SignIn one(net.http, clientOf(emulator), {scopes, {}, false});
    SignIn two(net.http, clientOf(emulator), {scopes, u"ada+work@example.org"_s, true});
    const QUrl backTwo = emulator.consent(two.opened(), u"ada+work@example.org"_s);
    const QUrl backOne = emulator.consent(one.opened(), u"Sam.Student@example.edu"_s);
    QCOMPARE(statusOf(visit(backTwo)), 200);
    QCOMPARE(statusOf(visit(backOne)), 200);
    const auto first = one.result();
    const auto second = two.result();
    VERIFY_OK(first);
    VERIFY_OK(second);
    QCOMPARE(first->email, u"sam.student@example.edu"_s);
    QCOMPARE(second->email, u"ada+work@example.org"_s);
}
