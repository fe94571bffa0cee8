// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

using namespace crema;
using namespace crema::account;
using namespace crema::test;
using namespace Qt::StringLiterals;

namespace {

Reply withHeader(Reply reply, const QByteArray &name, const QByteArray &value)
{
    reply.headers.emplaceBack(name, value);
    return reply;
}

/// Nothing that is a secret of these tests.
bool isClean(const Error &error)
{
    const QString all = error.text + error.detail;
    return !all.contains(u"cl1ent") && !all.contains(u"s3cret") && !all.contains(u"1//fx-refresh");
}

} // namespace

void RefusalsTest::explainsRedirects_data()
{
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("words");
    QTest::newRow("denied") << QByteArray("access_denied") << ErrorKind::forbidden << u"was told not to"_s;
    QTest::newRow("policy") << QByteArray("admin_policy_enforced") << ErrorKind::forbidden
                            << u"organisation of this account"_s;
    QTest::newRow("internal") << QByteArray("org_internal") << ErrorKind::forbidden
                              << u"organisation of this account"_s;
    QTest::newRow("scope") << QByteArray("invalid_scope") << ErrorKind::rejectedInput << u"does not offer"_s;
    QTest::newRow("fault") << QByteArray("server_error") << ErrorKind::badAnswer << u"at the moment"_s;
    QTest::newRow("busy") << QByteArray("temporarily_unavailable") << ErrorKind::badAnswer
                          << u"at the moment"_s;
    QTest::newRow("client") << QByteArray("unauthorized_client") << ErrorKind::unauthorised
                            << u"as it is set up"_s;
    QTest::newRow("a new one") << QByteArray("moon_phase") << ErrorKind::badAnswer << u"(moon_phase)"_s;
    QTest::newRow("no word") << QByteArray("%3Cb%3Ecl1ent") << ErrorKind::badAnswer << u"does not know."_s;
}

void RefusalsTest::explainsRedirects()
{
    QFETCH(QByteArray, error);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, words);
    SignIn signIn(*http, oauthClient(), asking());
    QCOMPARE(statusOf(visit(signIn.comingBack("error=" + error + "&error_description=x"))), 200);
    const auto grant = signIn.result();
    QVERIFY(!grant);
    QCOMPARE(grant.error().kind, kind);
    QVERIFY2(grant.error().text.contains(words), qPrintable(grant.error().text));
    QVERIFY(isClean(grant.error()));
    QCOMPARE(server->received().size(), 0);
}

void RefusalsTest::refusesAnotherIssuer()
{
    SignIn signIn(*http, oauthClient(), asking());
    visit(signIn.comingBack("code=c&iss=https%3A%2F%2Fevil.example"));
    const auto grant = signIn.result();
    QVERIFY(!grant);
    QCOMPARE(grant.error().kind, ErrorKind::badAnswer);
    QCOMPARE(server->received().size(), 0); // the code went nowhere
}

void RefusalsTest::explainsTokenErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("words");
    QTest::newRow("used code") << 400
                               << QByteArray(R"({"error":"invalid_grant","error_description":"s3cret"})")
                               << ErrorKind::unauthorised << u"used already or is too old"_s;
    QTest::newRow("client") << 401 << QByteArray(R"({"error":"invalid_client"})") << ErrorKind::unauthorised
                            << u"client id or client secret is wrong"_s;
    QTest::newRow("request") << 400 << QByteArray(R"({"error":"invalid_request"})")
                             << ErrorKind::rejectedInput << u"did not accept"_s;
    QTest::newRow("error as an object") << 400 << QByteArray(R"({"error":{"code":400}})")
                                        << ErrorKind::rejectedInput << u"did not accept"_s;
    QTest::newRow("a page") << 404 << QByteArray("<html>s3cret") << ErrorKind::notFound << QString();
    QTest::newRow("fault") << 503 << QByteArray(R"({"error":"invalid_grant"})") << ErrorKind::badAnswer
                           << u"fault at the moment"_s;
    QTest::newRow("too many") << 429 << QByteArray("{}") << ErrorKind::rateLimited << QString();
}

void RefusalsTest::explainsTokenErrors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, words);
    SignIn signIn(*http, oauthClient(), asking());
    script({Reply::json(body, status)});
    visit(signIn.comingBack("code=s3cret"));
    const auto grant = signIn.result();
    QVERIFY(!grant);
    QCOMPARE(grant.error().kind, kind);
    QVERIFY2(grant.error().text.contains(words), qPrintable(grant.error().text));
    QVERIFY2(isClean(grant.error()), describe(grant.error()).constData());
    QCOMPARE(server->received().size(), 1); // a code is given in once
}

void RefusalsTest::noticesBrokenAnswers_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("closed") << QByteArray() << ErrorKind::offline;
    QTest::newRow("cut") << QByteArray("HTTP/1.1 200 X\r\nContent-Length: 99\r\n\r\n{\"access_token\":")
                         << ErrorKind::badAnswer;
    QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n") << ErrorKind::offline;
    QTest::newRow("no JSON") << QByteArray("HTTP/1.1 200 X\r\nContent-Length: 5\r\n\r\nhello")
                             << ErrorKind::badAnswer;
    QTest::newRow("redirect") << QByteArray("HTTP/1.1 307 X\r\nLocation: http://127.0.0.1:9/steal\r\n"
                                            "Content-Length: 0\r\n\r\n")
                              << ErrorKind::badAnswer;
}

void RefusalsTest::noticesBrokenAnswers()
{
    QFETCH(QByteArray, raw);
    QFETCH(ErrorKind, kind);
    SignIn signIn(*http, oauthClient(), asking());
    Reply reply;
    reply.status = 0;
    reply.raw = raw;
    reply.close = true;
    script({reply});
    visit(signIn.comingBack("code=s3cret"));
    const auto grant = signIn.result();
    QVERIFY(!grant);
    QCOMPARE(grant.error().kind, kind);
    QVERIFY2(isClean(grant.error()), describe(grant.error()).constData());
    QCOMPARE(egress->starts.size(), 1);
}

void RefusalsTest::explainsRenewals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("words");
    QTest::newRow("dead") << 400 << QByteArray(R"({"error":"invalid_grant","error_description":"revoked"})")
                          << ErrorKind::unauthorised << u"Connect the account again"_s;
    QTest::newRow("client") << 401 << QByteArray(R"({"error":"invalid_client"})") << ErrorKind::unauthorised
                            << u"does not mend this"_s;
    QTest::newRow("fault") << 503 << QByteArray("{}") << ErrorKind::badAnswer << QString();
}

void RefusalsTest::explainsRenewals()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, words);
    script({withHeader(Reply::json(body, status), "Retry-After", "0")});
    const auto grant = await(renew(http.get(), oauthClient(), Secret(u"1//fx-refresh"_s), std::stop_token()));
    QVERIFY(!grant);
    QCOMPARE(grant.error().kind, kind);
    QVERIFY2(grant.error().text.contains(words), qPrintable(grant.error().text));
    QVERIFY(isClean(grant.error()));
    QCOMPARE(form(0).value(u"grant_type"_s), u"refresh_token"_s);
    QCOMPARE(form(0).value(u"refresh_token"_s), u"1//fx-refresh"_s);
    QCOMPARE(server->received().size(), status == 503 ? net::Client::maxAttempts : 1);
}

void RefusalsTest::revokes_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isDone");
    QTest::newRow("done") << 200 << QByteArray() << true;
    QTest::newRow("dead already") << 400 << QByteArray(R"({"error":"invalid_token"})") << true;
    QTest::newRow("refused") << 400 << QByteArray(R"({"error":"invalid_request"})") << false;
    QTest::newRow("fault") << 500 << QByteArray() << false;
}

void RefusalsTest::revokes()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, isDone);
    script({withHeader(Reply::json(body, status), "Retry-After", "0")});
    const auto done = await(revoke(http.get(), oauthClient(), Secret(u"1//fx-refresh"_s), std::stop_token()));
    QCOMPARE(done.has_value(), isDone);
    QCOMPARE(server->received().first().target, QByteArray("/revoke"));
    QCOMPARE(form(0).value(u"token"_s), u"1//fx-refresh"_s);
}
