// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/pkce.h"
#include "account/scopes.h"
#include "account/tokenwire.h"
#include "tests.h"

#include <QRegularExpression>

using namespace crema;
using namespace crema::account;
using namespace Qt::StringLiterals;

namespace {

const QDateTime noon(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);

Result<Grant> read(const QByteArray &body)
{
    net::Response response;
    response.status = 200;
    response.body = body;
    OAuthClient client;
    client.name = u"Google"_s;
    return grantOf(response, client, {u"asked"_s}, noon);
}

} // namespace

void WireTest::makesTheChallengeOfTheStandard()
{
    // RFC 7636, appendix B
    QCOMPARE(challengeOf("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
             QByteArray("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
}

void WireTest::makesVerifiersThatFit()
{
    const QRegularExpression allowed(u"^[A-Za-z0-9_-]{64}$"_s);
    const QByteArray verifier = newVerifier();
    QVERIFY2(allowed.match(QString::fromLatin1(verifier)).hasMatch(), verifier.constData());
    QVERIFY(verifier != newVerifier());
    QCOMPARE(unguessable(32).size(), 43);
}

void WireTest::comparesSecrets()
{
    QVERIFY(isSameSecret("abc", "abc"));
    QVERIFY(!isSameSecret("abc", "abd"));
    QVERIFY(!isSameSecret("abc", "ab"));
    QVERIFY(!isSameSecret("", "a"));
}

void WireTest::encodesForms()
{
    QCOMPARE(formBody({{"code", "4/0A+b=&c d"}, {"client_secret", ""}, {"uri", "http://127.0.0.1:1/x"}}),
             QByteArray("code=4%2F0A%2Bb%3D%26c%20d&uri=http%3A%2F%2F127.0.0.1%3A1%2Fx"));
}

void WireTest::readsGrants_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QStringList>("scopes");
    const QStringList asked {u"asked"_s};
    QTest::newRow("number") << QByteArray(R"({"access_token":"t","expires_in":60})") << qint64(60) << asked;
    QTest::newRow("text") << QByteArray(R"({"access_token":"t","expires_in":"60"})") << qint64(60) << asked;
    QTest::newRow("fraction") << QByteArray(R"({"access_token":"t","expires_in":60.0})") << qint64(60)
                              << asked;
    QTest::newRow("none") << QByteArray(R"({"access_token":"t"})") << qint64(3600) << asked;
    QTest::newRow("null") << QByteArray(R"({"access_token":"t","expires_in":null})") << qint64(3600) << asked;
    QTest::newRow("negative") << QByteArray(R"({"access_token":"t","expires_in":-5})") << qint64(0) << asked;
    QTest::newRow("huge") << QByteArray(R"({"access_token":"t","expires_in":1e300})") << qint64(2592000)
                          << asked;
    QTest::newRow("scopes") << QByteArray(
            R"({"access_token":"t","expires_in":60,"token_type":"bearer","scope":"openid https://www.googleapis.com/auth/userinfo.email https://www.googleapis.com/auth/gmail.compose"})")
                            << qint64(60)
                            << QStringList {u"openid"_s, u"email"_s,
                                            u"https://www.googleapis.com/auth/gmail.compose"_s};
    QTest::newRow("scopes as a list")
            << QByteArray(R"({"access_token":"t","expires_in":60,"scope":["a","b","a"]})") << qint64(60)
            << QStringList {u"a"_s, u"b"_s};
}

void WireTest::readsGrants()
{
    QFETCH(QByteArray, body);
    QFETCH(qint64, seconds);
    QFETCH(QStringList, scopes);
    const auto grant = read(body);
    VERIFY_OK(grant);
    QCOMPARE(grant->accessToken.reveal(), QByteArray("t"));
    QCOMPARE(grant->expiresAt, noon.addSecs(seconds));
    QCOMPARE(grant->scopes, scopes);
    QVERIFY(grant->refreshToken.isEmpty());
}

void WireTest::refusesGrants_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a page") << QByteArray("<html>");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("no token") << QByteArray(R"({"expires_in":60})");
    QTest::newRow("an empty token") << QByteArray(R"({"access_token":""})");
    QTest::newRow("a number") << QByteArray(R"({"access_token":5})");
    QTest::newRow("a token that breaks a header") << QByteArray(R"({"access_token":"a\r\nX: b"})");
    QTest::newRow("another type") << QByteArray(R"({"access_token":"t","token_type":"mac"})");
}

void WireTest::refusesGrants()
{
    QFETCH(QByteArray, body);
    const auto grant = read(body);
    QVERIFY(!grant);
    QCOMPARE(grant.error().kind, ErrorKind::badAnswer);
}

void WireTest::knowsScopesByEitherName()
{
    Grant grant;
    grant.scopes = {u"openid"_s, u"email"_s, u"x"_s};
    QVERIFY(hasScopes(grant, {u"https://www.googleapis.com/auth/userinfo.email"_s, u"x"_s}));
    QVERIFY(hasScopes(grant, {}));
    QVERIFY(!hasScopes(grant, {u"x"_s, u"profile"_s}));
}
