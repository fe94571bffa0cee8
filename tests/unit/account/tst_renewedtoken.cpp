// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

using namespace crema;
using namespace crema::account;
using namespace crema::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

std::unique_ptr<RenewedToken> RenewedTokenTest::source()
{
    kept = Secret(u"1//old"_s);
    writes.clear();
    canWrite = true;
    RefreshTokenPlace place;
    // Coroutines may not capture: what they need is a member of this test.
    place.read = [this] {
        return [](RenewedTokenTest *test) -> Task<Result<std::optional<Secret>>> {
            std::optional<Secret> copy = test->kept; // QCoro moves out of what is returned
            co_return copy;
        }(this);
    };
    place.write = [this](Secret secret) {
        return [](RenewedTokenTest *test, Secret fresh) -> Task<Result<>> {
            if (!test->canWrite) {
                co_return failure(ErrorKind::storage, u"The keychain is locked."_s);
            }
            test->kept = fresh;
            test->writes << QString::fromLatin1(fresh.reveal());
            co_return Result<> {};
        }(this, std::move(secret));
    };
    return std::make_unique<RenewedToken>(*http, oauthClient(), std::move(place), u"sam@example.edu"_s);
}

Reply RenewedTokenTest::access(const QString &token, const QString &refresh)
{
    Json json {{"access_token", token}, {"expires_in", 3600}};
    putText(json, "refresh_token", refresh);
    return Reply::json(toBytes(json));
}

Result<QString> RenewedTokenTest::ask(RenewedToken &tokens)
{
    const auto secret = await(tokens.token(std::stop_token()));
    if (!secret) {
        return std::unexpected(secret.error());
    }
    return QString::fromLatin1(secret->reveal());
}

void RenewedTokenTest::asksOnceForMany()
{
    const auto tokens = source();
    script({access(u"one"_s), access(u"two"_s)});
    QStringList got;
    TaskScope scope;
    for (int i = 0; i < 20; ++i) {
        scope.launch(tokens->token(std::stop_token()), [&got](Result<Secret> secret) {
            got << (secret ? QString::fromLatin1(secret->reveal()) : secret.error().text);
        });
    }
    QVERIFY(spinUntil([&got] { return got.size() == 20; }));
    QCOMPARE(got.count(u"one"_s), 20);
    QCOMPARE(ask(*tokens), Result<QString>(u"one"_s));
    QCOMPARE(server->received().size(), 1);
    QCOMPARE(form(0).value(u"refresh_token"_s), u"1//old"_s);
}

void RenewedTokenTest::renewsAMinuteBeforeTheEnd()
{
    const auto tokens = source();
    script({access(u"one"_s), access(u"two"_s)});
    QCOMPARE(ask(*tokens), Result<QString>(u"one"_s));
    clock.advance(3539s);
    QCOMPARE(ask(*tokens), Result<QString>(u"one"_s));
    clock.advance(1s);
    QCOMPARE(ask(*tokens), Result<QString>(u"two"_s));
}

void RenewedTokenTest::whoIsStoppedDoesNotSpoilTheOthers()
{
    const auto tokens = source();
    Reply late = access(u"one"_s);
    late.afterMs = 50;
    script({late});
    std::stop_source stop;
    std::optional<Result<Secret>> first;
    std::optional<Result<Secret>> second;
    TaskScope scope;
    scope.launch(tokens->token(stop.get_token()), [&first](Result<Secret> secret) { first = secret; });
    scope.launch(tokens->token(std::stop_token()), [&second](Result<Secret> secret) { second = secret; });
    QVERIFY(spinUntil([this] { return !server->received().isEmpty(); }));
    stop.request_stop();
    QVERIFY(spinUntil([&first] { return first.has_value(); }));
    QCOMPARE(first->error().kind, ErrorKind::cancelled);
    QVERIFY(!second.has_value());
    QVERIFY(spinUntil([&second] { return second.has_value(); }));
    VERIFY_OK(*second);
    QCOMPARE(server->received().size(), 1);
}

void RenewedTokenTest::aDeadTokenIsNotTriedAgain()
{
    const auto tokens = source();
    script({Reply::json(R"({"error":"invalid_grant"})", 400), access(u"new"_s)});
    for (int i = 0; i < 3; ++i) {
        const auto secret = ask(*tokens);
        QVERIFY(!secret);
        QCOMPARE(secret.error().kind, ErrorKind::unauthorised);
        QVERIFY(secret.error().text.contains(u"sam@example.edu has to be connected with Google again"));
    }
    QVERIFY(tokens->isDead());
    QCOMPARE(server->received().size(), 1);

    Grant grant;
    grant.accessToken = Secret(u"granted"_s);
    grant.expiresAt = clock.now().addSecs(3600);
    tokens->connectedAgain(grant);
    QVERIFY(!tokens->isDead());
    QCOMPARE(ask(*tokens), Result<QString>(u"granted"_s));
    clock.advance(1h);
    QCOMPARE(ask(*tokens), Result<QString>(u"new"_s));
}

void RenewedTokenTest::otherErrorsPass_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("client") << 401 << QByteArray(R"({"error":"invalid_client"})") << ErrorKind::unauthorised;
    QTest::newRow("too many") << 429 << QByteArray("{}") << ErrorKind::rateLimited;
    QTest::newRow("no JSON") << 200 << QByteArray("hello") << ErrorKind::badAnswer;
}

void RenewedTokenTest::otherErrorsPass()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(ErrorKind, kind);
    const auto tokens = source();
    Reply refusal = Reply::json(body, status);
    refusal.headers.emplaceBack("Retry-After", "3600"); // longer than the client waits by itself
    script({refusal, access(u"one"_s)});
    const auto secret = ask(*tokens);
    QVERIFY(!secret);
    QCOMPARE(secret.error().kind, kind);
    QVERIFY(!tokens->isDead());
    QCOMPARE(ask(*tokens), Result<QString>(u"one"_s));
}

void RenewedTokenTest::dropsARefusedToken()
{
    const auto tokens = source();
    script({access(u"one"_s), access(u"two"_s)});
    QCOMPARE(ask(*tokens), Result<QString>(u"one"_s));
    tokens->refused(Secret(u"older"_s));
    QCOMPARE(ask(*tokens), Result<QString>(u"one"_s));
    tokens->refused(Secret(u"one"_s));
    QCOMPARE(ask(*tokens), Result<QString>(u"two"_s));
    tokens->refused(Secret(u"one"_s)); // a slow request with the old one
    QCOMPARE(ask(*tokens), Result<QString>(u"two"_s));
    QCOMPARE(server->received().size(), 2);
}

void RenewedTokenTest::doesNotLoopOnRefusals()
{
    const auto tokens = source();
    script({access(u"one"_s), access(u"two"_s), access(u"three"_s)});
    QCOMPARE(ask(*tokens), Result<QString>(u"one"_s));
    tokens->refused(Secret(u"one"_s));
    QCOMPARE(ask(*tokens), Result<QString>(u"two"_s));
    tokens->refused(Secret(u"two"_s));
    QVERIFY(tokens->isDead());
    QCOMPARE(ask(*tokens).error().kind, ErrorKind::unauthorised);
    QCOMPARE(server->received().size(), 2);

    // One that served for a while was good: its end is another story.
    const auto others = source();
    server->clear();
    script({access(u"one"_s), access(u"two"_s), access(u"three"_s)});
    QCOMPARE(ask(*others), Result<QString>(u"one"_s));
    others->refused(Secret(u"one"_s));
    QCOMPARE(ask(*others), Result<QString>(u"two"_s));
    clock.advance(10min);
    others->refused(Secret(u"two"_s));
    QCOMPARE(ask(*others), Result<QString>(u"three"_s));
}

void RenewedTokenTest::keepsANewRefreshTokenFirst()
{
    const auto tokens = source();
    script({access(u"one"_s, u"1//new"_s), access(u"two"_s, u"1//new"_s)});
    QCOMPARE(ask(*tokens), Result<QString>(u"one"_s));
    QCOMPARE(writes, QStringList {u"1//new"_s});
    clock.advance(1h);
    QCOMPARE(ask(*tokens), Result<QString>(u"two"_s));
    QCOMPARE(form(1).value(u"refresh_token"_s), u"1//new"_s);
    QCOMPARE(writes.size(), 1); // the same again is not written again
}

void RenewedTokenTest::saysWhenItCannotBeKept()
{
    const auto tokens = source();
    canWrite = false;
    script({access(u"one"_s, u"1//new"_s)});
    const auto secret = ask(*tokens);
    QVERIFY(!secret);
    QCOMPARE(secret.error().kind, ErrorKind::storage);
}

void RenewedTokenTest::saysWhenNothingIsConnected()
{
    const auto tokens = source();
    kept.reset();
    const auto secret = ask(*tokens);
    QVERIFY(!secret);
    QCOMPARE(secret.error().kind, ErrorKind::unauthorised);
    QVERIFY(secret.error().text.contains(u"is not connected"));
    QCOMPARE(server->received().size(), 0);
    kept = Secret(u"1//old"_s);
    script({access(u"one"_s)});
    QCOMPARE(ask(*tokens), Result<QString>(u"one"_s));
}

void RenewedTokenTest::forgettingEndsARenewal()
{
    const auto tokens = source();
    Reply late = access(u"one"_s, u"1//new"_s);
    late.afterMs = 30;
    script({late});
    std::optional<Result<Secret>> got;
    TaskScope scope;
    scope.launch(tokens->token(std::stop_token()), [&got](Result<Secret> secret) { got = secret; });
    QVERIFY(spinUntil([this] { return !server->received().isEmpty(); }));
    tokens->forget();
    kept.reset();
    QVERIFY(spinUntil([&got] { return got.has_value(); }));
    QCOMPARE(got->error().kind, ErrorKind::unauthorised);
    QVERIFY(spinUntil([] { return async::pendingLeaves() == 0; }));
    QVERIFY(writes.isEmpty()); // what the user disconnected stays disconnected
    QVERIFY(!kept);
}

void RenewedTokenTest::connectingAgainEndsARenewal()
{
    const auto tokens = source();
    Reply late = Reply::json(R"({"error":"invalid_grant"})", 400);
    late.afterMs = 30;
    script({late});
    std::optional<Result<Secret>> got;
    TaskScope scope;
    scope.launch(tokens->token(std::stop_token()), [&got](Result<Secret> secret) { got = secret; });
    QVERIFY(spinUntil([this] { return !server->received().isEmpty(); }));
    Grant grant;
    grant.accessToken = Secret(u"granted"_s);
    grant.expiresAt = clock.now().addSecs(3600);
    tokens->connectedAgain(grant);
    QVERIFY(spinUntil([&got] { return got.has_value(); }));
    VERIFY_OK(*got);
    QCOMPARE((*got)->reveal(), QByteArray("granted"));
    QVERIFY(spinUntil([] { return async::pendingLeaves() == 0; }));
    QVERIFY(!tokens->isDead()); // the old token's end says nothing about the new one
}

void RenewedTokenTest::whoWaitsHearsOfTheEnd()
{
    auto tokens = source();
    Reply silence;
    silence.status = 0;
    script({silence});
    std::optional<Result<Secret>> got;
    TaskScope scope;
    scope.launch(tokens->token(std::stop_token()), [&got](Result<Secret> secret) { got = secret; });
    QVERIFY(spinUntil([this] { return !server->received().isEmpty(); }));
    tokens.reset();
    QVERIFY(spinUntil([&got] { return got.has_value(); }));
    QCOMPARE(got->error().kind, ErrorKind::cancelled);
}
