// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/pkce.h"
#include "tests.h"

#include <QUrlQuery>

using namespace crema;
using namespace crema::account;
using namespace crema::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

void AccountTest::init()
{
    server = std::make_unique<HttpServer>();
    egress = std::make_unique<EgressRecord>();
    http = std::make_unique<net::Client>(clock, *egress, 7U);
}

void AccountTest::cleanup()
{
    QVERIFY(spinUntil([] { return async::pendingLeaves() == 0; }));
    http.reset();
    server.reset();
}

OAuthClient AccountTest::oauthClient() const
{
    OAuthClient client;
    client.id = u"crema-test"_s;
    client.secret = Secret(u"cl1ent+secret"_s);
    client.authUrl = server->url(u"/auth"_s);
    client.tokenUrl = server->url(u"/token"_s);
    client.revokeUrl = server->url(u"/revoke"_s);
    client.name = u"Google"_s;
    return client;
}

Asking AccountTest::asking()
{
    return {{u"openid"_s, u"email"_s, u"https://www.googleapis.com/auth/gmail.compose"_s},
            u"sam+mail@example.edu"_s,
            false};
}

Json AccountTest::identity(const SignIn &signIn) const
{
    return {{"iss", server->url().toString()},
            {"aud", "crema-test"},
            {"exp", clock.now().addSecs(3600).toSecsSinceEpoch()},
            {"nonce", signIn.parameter(u"nonce"_s)},
            {"email", "Sam.Student@Example.edu"},
            {"email_verified", true},
            {"name", "Sam Student"}};
}

QByteArray AccountTest::idToken(const Json &payload)
{
    const auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    return QByteArray(R"({"alg":"RS256"})").toBase64(options) + '.' + toBytes(payload).toBase64(options)
            + ".c2ln";
}

void AccountTest::script(QVector<Reply> replies)
{
    server->setAnswer([replies = std::move(replies), at = qsizetype(0)](const Received &) mutable {
        return replies[std::min(at++, replies.size() - 1)];
    });
}

Json AccountTest::tokens()
{
    return {{"access_token", "ya29.fx-access"},
            {"expires_in", 3599},
            {"refresh_token", "1//fx-refresh"},
            {"scope", "openid https://www.googleapis.com/auth/userinfo.email"},
            {"token_type", "Bearer"}};
}

QHash<QString, QString> AccountTest::form(qsizetype at) const
{
    QHash<QString, QString> values;
    const QUrlQuery query(QString::fromLatin1(server->received().value(at).body));
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded)) {
        values.insert(name, value);
    }
    return values;
}

void OAuthTest::asksAndGetsAGrant()
{
    SignIn signIn(*http, oauthClient(), asking());
    const QString asked = signIn.opened().toString(QUrl::FullyEncoded);
    QVERIFY2(asked.startsWith(server->url(u"/auth?"_s).toString()), qPrintable(asked));
    QVERIFY2(asked.contains(u"login_hint=sam%2Bmail%40example.edu"), qPrintable(asked));
    QVERIFY(asked.contains(
            u"scope=openid%20email%20https%3A%2F%2Fwww.googleapis.com%2Fauth%2Fgmail.compose"));
    QVERIFY(!asked.contains(u"secret"));
    QCOMPARE(signIn.parameter(u"client_id"_s), u"crema-test"_s);
    QCOMPARE(signIn.parameter(u"response_type"_s), u"code"_s);
    QCOMPARE(signIn.parameter(u"code_challenge_method"_s), u"S256"_s);
    QCOMPARE(signIn.parameter(u"prompt"_s), QString());
    QCOMPARE(signIn.parameter(u"state"_s).size(), 43);
    QCOMPARE(signIn.parameter(u"nonce"_s).size(), 43);

    Json answer = tokens();
    answer["id_token"] = QString::fromLatin1(idToken(identity(signIn)));
    script({Reply::json(toBytes(answer))});
    QCOMPARE(statusOf(visit(signIn.comingBack("code=4%2F0Ab%2Bc"))), 200);
    const auto grant = signIn.result();
    VERIFY_OK(grant);
    QCOMPARE(grant->accessToken.reveal(), QByteArray("ya29.fx-access"));
    QCOMPARE(grant->refreshToken.reveal(), QByteArray("1//fx-refresh"));
    QCOMPARE(grant->expiresAt, clock.now().addSecs(3599));
    QCOMPARE(grant->scopes, (QStringList {u"openid"_s, u"email"_s}));
    QCOMPARE(grant->email, u"sam.student@example.edu"_s);
    QCOMPARE(grant->name, u"Sam Student"_s);

    QCOMPARE(server->received().size(), 1);
    QCOMPARE(server->received().first().target, QByteArray("/token"));
    QVERIFY(server->received().first().body.contains("code=4%2F0Ab%2Bc&"));
    const auto sent = form(0);
    QCOMPARE(sent.value(u"grant_type"_s), u"authorization_code"_s);
    QCOMPARE(sent.value(u"client_secret"_s), u"cl1ent+secret"_s);
    QCOMPARE(sent.value(u"redirect_uri"_s), signIn.parameter(u"redirect_uri"_s));
    QCOMPARE(QString::fromLatin1(challengeOf(sent.value(u"code_verifier"_s).toLatin1())),
             signIn.parameter(u"code_challenge"_s));
    QCOMPARE(egress->starts.first().service, u"Google"_s);
    QCOMPARE(egress->starts.first().purpose, u"Connect the account"_s);
}

void OAuthTest::leavesOutWhatIsNotThere()
{
    OAuthClient client = oauthClient();
    client.secret = Secret();
    client.authUrl = server->url(u"/auth?tenant=a%26b"_s);
    Asking little;
    little.scopes = {u"mail"_s};
    SignIn signIn(*http, client, little);
    QVERIFY(signIn.opened().toString(QUrl::FullyEncoded).contains(u"/auth?tenant=a%26b&client_id="));
    QVERIFY(!signIn.opened().toString().contains(u"login_hint"));
    QVERIFY(!signIn.opened().toString().contains(u"nonce"));
    script({Reply::json(R"({"access_token":"a","refresh_token":"r"})")});
    visit(signIn.comingBack("code=c"));
    const auto grant = signIn.result();
    VERIFY_OK(grant);
    QCOMPARE(grant->scopes, QStringList {u"mail"_s});
    QCOMPARE(grant->email, QString());
    QVERIFY(!form(0).contains(u"client_secret"_s));
}

void OAuthTest::asksForConsentAgain()
{
    Asking again = asking();
    again.askAgain = true;
    SignIn signIn(*http, oauthClient(), again);
    QCOMPARE(signIn.parameter(u"prompt"_s), u"consent"_s);
    signIn.cancel();
    QVERIFY(!signIn.result());
}

void OAuthTest::takesIdTokens_data()
{
    QTest::addColumn<QByteArray>("change"); // merged into a good one
    QTest::addColumn<QString>("email");
    const QString email = u"sam.student@example.edu"_s;
    QTest::newRow("as it is") << QByteArray("{}") << email;
    QTest::newRow("several audiences")
            << QByteArray(R"({"aud":["other","crema-test"],"azp":"crema-test"})") << email;
    QTest::newRow("localhost") << QByteArray(R"({"iss":"http://localhost:PORT"})") << email;
    QTest::newRow("issuer with a path") << QByteArray(R"({"iss":"http://127.0.0.1:PORT/realm"})") << email;
    QTest::newRow("expired a moment ago") << QByteArray(R"({"exp":1767225500})") << email;
    QTest::newRow("expiry as text") << QByteArray(R"({"exp":"1767229000"})") << email;
    QTest::newRow("not verified") << QByteArray(R"({"email_verified":false})") << QString();
    QTest::newRow("not verified, as text") << QByteArray(R"({"email_verified":"false"})") << QString();
    QTest::newRow("verified, as text") << QByteArray(R"({"email_verified":"true"})") << email;
    QTest::newRow("no email") << QByteArray(R"({"email":null})") << QString();
}

void OAuthTest::takesIdTokens()
{
    QFETCH(QByteArray, change);
    QFETCH(QString, email);
    SignIn signIn(*http, oauthClient(), asking());
    Json payload = identity(signIn);
    change.replace("PORT", QByteArray::number(server->url().port()));
    payload.update(parseJson(change).value_or(Json()));
    Json answer = tokens();
    answer["id_token"] = QString::fromLatin1(idToken(payload));
    script({Reply::json(toBytes(answer))});
    visit(signIn.comingBack("code=c"));
    const auto grant = signIn.result();
    VERIFY_OK(grant);
    QCOMPARE(grant->email, email);
}

void OAuthTest::refusesIdTokens_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::newRow("another issuer") << QByteArray(R"({"iss":"https://accounts.google.com"})");
    QTest::newRow("another port") << QByteArray(R"({"iss":"http://127.0.0.1:1"})");
    QTest::newRow("no issuer") << QByteArray(R"({"iss":null})");
    QTest::newRow("another audience") << QByteArray(R"({"aud":"other"})");
    QTest::newRow("another party") << QByteArray(R"({"aud":["other","crema-test"],"azp":"other"})");
    QTest::newRow("expired") << QByteArray(R"({"exp":1767225300})");
    QTest::newRow("no expiry") << QByteArray(R"({"exp":null})");
    QTest::newRow("another nonce") << QByteArray(R"({"nonce":"other"})");
    QTest::newRow("no nonce") << QByteArray(R"({"nonce":null})");
    QTest::newRow("unreadable") << QByteArray();
}

void OAuthTest::refusesIdTokens()
{
    QFETCH(QByteArray, change);
    SignIn signIn(*http, oauthClient(), asking());
    Json payload = identity(signIn);
    payload.update(parseJson(change).value_or(Json::object()));
    Json answer = tokens();
    answer["id_token"] = change.isEmpty() ? u"eyJhbGciOiJSUzI1NiJ9.e30"_s
                                          : QString::fromLatin1(idToken(payload));
    script({Reply::json(toBytes(answer))});
    visit(signIn.comingBack("code=c"));
    const auto grant = signIn.result();
    QVERIFY(!grant);
    QCOMPARE(grant.error().kind, ErrorKind::badAnswer);
    QVERIFY2(grant.error().text.contains(u"does not fit"), qPrintable(grant.error().text));
}

void OAuthTest::needsARefreshToken()
{
    SignIn signIn(*http, oauthClient(), asking());
    Json answer = tokens();
    answer.erase("refresh_token");
    script({Reply::json(toBytes(answer))});
    visit(signIn.comingBack("code=c"));
    const auto grant = signIn.result();
    QVERIFY(!grant);
    QCOMPARE(grant.error().kind, ErrorKind::badAnswer);
    QVERIFY(grant.error().text.contains(u"Remove Crema from the programs connected"));
}

void OAuthTest::saysWhenTheClockIsWrong()
{
    SignIn signIn(*http, oauthClient(), asking());
    Json payload = identity(signIn);
    payload["exp"] = 1767000000;
    Json answer = tokens();
    answer["id_token"] = QString::fromLatin1(idToken(payload));
    Reply reply = Reply::json(toBytes(answer));
    reply.headers.emplaceBack("Date", "Mon, 29 Dec 2025 08:20:00 GMT");
    script({reply});
    visit(signIn.comingBack("code=c"));
    const auto grant = signIn.result();
    QVERIFY(!grant);
    QVERIFY2(grant.error().text.contains(u"date and time of this computer"), qPrintable(grant.error().text));
}

void OAuthTest::twoAtOnceDoNotMix()
{
    SignIn one(*http, oauthClient(), asking());
    SignIn two(*http, oauthClient(), asking());
    QVERIFY(one.parameter(u"redirect_uri"_s) != two.parameter(u"redirect_uri"_s));
    QVERIFY(one.parameter(u"state"_s) != two.parameter(u"state"_s));
    // One's answer at the other's door is turned away.
    QUrl astray = one.comingBack("code=c");
    astray.setPort(QUrl(two.parameter(u"redirect_uri"_s)).port());
    QCOMPARE(statusOf(visit(astray)), 400);

    server->setAnswer([](const Received &request) {
        const QByteArray name = request.body.contains("code=first") ? "first" : "second";
        return Reply::json(R"({"access_token":")" + name + R"(","refresh_token":"r"})");
    });
    visit(two.comingBack("code=second"));
    visit(one.comingBack("code=first"));
    const auto first = one.result();
    const auto second = two.result();
    VERIFY_OK(first);
    VERIFY_OK(second);
    QCOMPARE(first->accessToken.reveal(), QByteArray("first"));
    QCOMPARE(second->accessToken.reveal(), QByteArray("second"));
}

void OAuthTest::isCancelledWhileWaiting()
{
    SignIn signIn(*http, oauthClient(), asking());
    signIn.cancel();
    const auto grant = signIn.result();
    QVERIFY(!grant);
    QCOMPARE(grant.error().kind, ErrorKind::cancelled);
    QVERIFY(!Visitor(signIn.comingBack("code=c")).isConnected());
    QCOMPARE(server->received().size(), 0);
}

void OAuthTest::isCancelledWhileExchanging()
{
    SignIn signIn(*http, oauthClient(), asking());
    Reply silence;
    silence.status = 0;
    script({silence});
    visit(signIn.comingBack("code=c"));
    QVERIFY(spinUntil([this] { return !server->received().isEmpty(); }));
    signIn.cancel();
    const auto grant = signIn.result();
    QVERIFY(!grant);
    QCOMPARE(grant.error().kind, ErrorKind::cancelled);
}

void OAuthTest::endsWhenNobodyComes()
{
    SignIn signIn(*http, oauthClient(), asking(), 30ms);
    const auto grant = signIn.result();
    QVERIFY(!grant);
    QCOMPARE(grant.error().kind, ErrorKind::timeout);
    QVERIFY(!Visitor(signIn.comingBack("code=c")).isConnected());
}

void OAuthTest::saysWhenThereIsNoBrowser()
{
    SignIn signIn(*http, oauthClient(), asking(), 1min, false);
    const auto grant = signIn.result();
    QVERIFY(!grant);
    QCOMPARE(grant.error().kind, ErrorKind::internal);
    QVERIFY(grant.error().text.contains(signIn.opened().toString(QUrl::FullyEncoded)));
}

void OAuthTest::needsAClient()
{
    SignIn signIn(*http, {}, asking());
    const auto grant = signIn.result();
    QVERIFY(!grant);
    QCOMPARE(grant.error().kind, ErrorKind::internal);
    QVERIFY(signIn.opened().isEmpty());
}
