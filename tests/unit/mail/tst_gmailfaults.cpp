// SPDX-License-Identifier: GPL-3.0-or-later
#include "gmailtests.h"

#include <QFile>
#include <QTest>

using namespace crema;
using namespace crema::mail;
using namespace crema::test;
using namespace Qt::StringLiterals;

namespace {

template <typename T>
std::optional<Error> errorOf(Task<Result<T>> task)
{
    const auto result = await(std::move(task));
    return result ? std::nullopt : std::optional(result.error());
}

/// A call, its error if there is one, and whether it changes something.
struct NamedCall
{
    const char *name;
    std::function<std::optional<Error>(GmailDesk &)> run;
    bool sends = false; ///< never a second time once it left
    bool changes = false;
};

const std::vector<NamedCall> &allCalls()
{
    static const QByteArray mail = mailTo("a@b.example", "x", "y");
    static const std::vector<NamedCall> calls {
            {"createDraft",
             [](GmailDesk &d) { return errorOf(d.client.createDraft(d.access(), mail, {}, {})); }, true,
             true},
            {"updateDraft",
             [](GmailDesk &d) { return errorOf(d.client.updateDraft(d.access(), u"r-1"_s, mail, {}, {})); },
             false, true},
            {"draft", [](GmailDesk &d) { return errorOf(d.client.draft(d.access(), u"r-1"_s, {})); }},
            {"newestDrafts", [](GmailDesk &d) { return errorOf(d.client.newestDrafts(d.access(), 3, {})); }},
            {"sendDraft", [](GmailDesk &d) { return errorOf(d.client.sendDraft(d.access(), u"r-1"_s, {})); },
             true, true},
            {"profile", [](GmailDesk &d) { return errorOf(d.client.profile(d.access(), {})); }},
            {"thread", [](GmailDesk &d) { return errorOf(d.client.thread(d.access(), u"t1"_s, {})); }},
            {"rawMessage",
             [](GmailDesk &d) { return errorOf(d.client.rawMessage(d.access(), u"m1"_s, {})); }},
            {"historySince",
             [](GmailDesk &d) { return errorOf(d.client.historySince(d.access(), u"7"_s, {})); }},
    };
    return calls;
}

struct Refusal
{
    const char *name;
    int status;
    QByteArray body;
    ErrorKind kind;
    const char *words;
    bool missingScope = false;
    bool dailyLimit = false;
};

QByteArray body(const char *reason, const char *message)
{
    return toBytes(Json {{"error", {{"errors", Json::array({{{"reason", reason}}})}, {"message", message}}}});
}

QByteArray recorded(const char *name)
{
    QFile file(fixture(u"gmail/google_errors.json"_s));
    const Json all = file.open(QIODevice::ReadOnly) ? parseJson(file.readAll()).value_or(Json()) : Json();
    return toBytes(member(member(all, name), "body"));
}

const std::vector<Refusal> &allRefusals()
{
    static const std::vector<Refusal> refusals {
            {"bad raw", 400, recorded("gmail_bad_raw"), ErrorKind::rejectedInput, "did not accept"},
            {"no mailbox", 400, body("failedPrecondition", "Mail service not enabled"), ErrorKind::forbidden,
             "no mailbox"},
            {"no draft any more", 400, body("invalidArgument", "Message not a draft"), ErrorKind::notFound,
             "elsewhere"},
            {"sign-in", 401, recorded("gmail_unauthenticated"), ErrorKind::unauthorised,
             "Connect the account again"},
            {"scope", 403, recorded("gmail_scope"), ErrorKind::forbidden, "permission", true},
            {"metadata", 403, recorded("gmail_metadata_q"), ErrorKind::forbidden, "permission", true},
            {"rate of old", 403, recorded("gmail_user_rate_legacy_403"), ErrorKind::rateLimited,
             "at the moment"},
            {"daily quota", 403, body("dailyLimitExceeded", "x"), ErrorKind::rateLimited, "at the moment"},
            {"no API", 403, body("accessNotConfigured", "x"), ErrorKind::forbidden,
             "switched the Gmail API on"},
            {"policy", 403, body("domainPolicy", "x"), ErrorKind::forbidden, "administrator"},
            {"forbidden", 403, body("forbidden", "x"), ErrorKind::forbidden, "does not allow"},
            {"forbidden without words", 403, "<html>", ErrorKind::forbidden, "does not allow"},
            {"gone", 404, recorded("gmail_history_too_old"), ErrorKind::notFound, "elsewhere"},
            {"conflict", 409, body("conflict", "x"), ErrorKind::conflict, "same time"},
            {"precondition", 412, body("conditionNotMet", "x"), ErrorKind::conflict, "same time"},
            {"large", 413, "", ErrorKind::rejectedInput, "larger"},
            {"odd", 418, "[]", ErrorKind::rejectedInput, "did not accept"},
            {"mail sending", 429, body("rateLimitExceeded", "User-rate limit exceeded.  (Mail sending)"),
             ErrorKind::rateLimited, "today", false, true},
            {"OAuth's form", 403, R"({"error":"access_denied"})", ErrorKind::forbidden, "does not allow"},
    };
    return refusals;
}

void callColumns()
{
    QTest::addColumn<int>("call");
    for (size_t i = 0; i < allCalls().size(); ++i) {
        QTest::newRow(allCalls()[i].name) << int(i);
    }
}

} // namespace

void GmailFaultsTest::eachCallKnowsEachRefusal_data()
{
    callColumns();
}

void GmailFaultsTest::eachCallKnowsEachRefusal()
{
    QFETCH(int, call);
    const NamedCall &named = allCalls().at(size_t(call));
    HttpServer server;
    GmailDesk desk(server.url(), QStringList(60, u"secret-token"_s));
    for (const Refusal &refusal : allRefusals()) {
        server.clear();
        server.setAnswer([&refusal](const Received &) {
            Reply reply = Reply::json(refusal.body, refusal.status);
            reply.headers.append(
                    std::pair<QByteArray, QByteArray>("Retry-After", "60")); // longer than a request waits
            return reply;
        });
        const std::optional<Error> error = named.run(desk);
        QVERIFY2(error, refusal.name);
        const QByteArray shown = QByteArray(refusal.name) + ": " + describe(*error);
        QVERIFY2(error->kind == refusal.kind, shown.constData());
        QVERIFY2(error->text.contains(QLatin1StringView(refusal.words)), shown.constData());
        QVERIFY2(error->text.contains(QLatin1StringView(GmailServer::account)), shown.constData());
        QVERIFY2(!(error->text + error->detail).contains("secret-token"_L1), shown.constData());
        QCOMPARE(error->httpStatus, refusal.status);
        QCOMPARE(isMissingScope(*error), refusal.missingScope);
        QCOMPARE(isDailyLimit(*error), refusal.dailyLimit);
        QVERIFY2(!mayHaveArrived(*error), shown.constData());
        QCOMPARE(server.received().size(), refusal.status == 401 ? 2 : 1);
    }
}

void GmailFaultsTest::eachCallSurvives_data()
{
    callColumns();
}

void GmailFaultsTest::eachCallSurvives()
{
    QFETCH(int, call);
    const NamedCall &named = allCalls().at(size_t(call));
    const bool deletes = qstrcmp(named.name, "deleteDraft") == 0;
    HttpServer server;
    GmailDesk desk(server.url());
    struct Fault
    {
        const char *name;
        Reply reply;
    };
    Reply cut = Reply::json(R"({"id":"x","message":)");
    cut.announced = 5000;
    cut.close = true;
    Reply moved = Reply::json("{}", 302);
    moved.headers.append(std::pair<QByteArray, QByteArray>("Location", "http://127.0.0.1:9/x"));
    Reply huge = Reply::json(QByteArray(11'000'000, ' ') + "{}");
    std::vector<Fault> faults {{"garbage", Reply::json("<html>hello")},
                               {"no object", Reply::json("[1]")},
                               {"cut", cut},
                               {"a redirect", moved}};
    if (qstrcmp(named.name, "thread") == 0 || qstrcmp(named.name, "sendDraft") == 0) { // the two are enough
        faults.push_back({"huge", huge});
    }
    for (const Fault &fault : faults) {
        server.clear();
        server.setAnswer([&fault](const Received &) { return fault.reply; });
        const std::optional<Error> error = named.run(desk);
        if (deletes && !error) { // its answer has no content that could be wrong
            QVERIFY(fault.reply.status == 200);
            continue;
        }
        QVERIFY2(error, fault.name);
        const QByteArray shown = QByteArray(fault.name) + ": " + describe(*error);
        QVERIFY2(error->kind == ErrorKind::badAnswer, shown.constData());
        QVERIFY2(error->text.contains(QLatin1StringView(GmailServer::account)), shown.constData());
        QVERIFY2(!named.changes || fault.reply.status != 200 || mayHaveArrived(*error), shown.constData());
        QVERIFY2(server.received().size() == 1, shown.constData());
    }
    // An object that is another one than was asked for.
    server.setAnswer([](const Received &) { return Reply::json("{}"); });
    const std::optional<Error> error = named.run(desk);
    const bool isList = QByteArrayView(named.name) == "newestDrafts";
    QCOMPARE(error.has_value(), !isList);
}

void GmailFaultsTest::renewsOnce_data()
{
    callColumns();
}

void GmailFaultsTest::renewsOnce()
{
    QFETCH(int, call);
    const NamedCall &named = allCalls().at(size_t(call));
    HttpServer server;
    QByteArrayList seen;
    server.setAnswer([&seen](const Received &request) {
        const QByteArray token = request.headers.value("authorization");
        seen.append(token);
        return token == "Bearer good" ? Reply::json("{}")
                                      : Reply::json(recorded("gmail_unauthenticated"), 401);
    });
    GmailDesk once(server.url(), {u"old"_s, u"good"_s});
    const std::optional<Error> error = named.run(once);
    QVERIFY(!error || error->kind == ErrorKind::badAnswer); // {} is no answer of most
    QCOMPARE(seen, (QByteArrayList {"Bearer old", "Bearer good"}));
    seen.clear();
    GmailDesk twice(server.url(), {u"old"_s, u"older"_s, u"good"_s});
    const std::optional<Error> refused = named.run(twice);
    QVERIFY(refused);
    QCOMPARE(refused->kind, ErrorKind::unauthorised);
    QCOMPARE(seen, (QByteArrayList {"Bearer old", "Bearer older"}));
    seen.clear();
    GmailDesk none(server.url(), {u"old"_s});
    const std::optional<Error> dead = named.run(none);
    QVERIFY(dead);
    QCOMPARE(dead->kind, ErrorKind::unauthorised);
    QCOMPARE(seen.size(), 1);
}

void GmailFaultsTest::repeatsOnlyWhatItMay_data()
{
    callColumns();
}

void GmailFaultsTest::repeatsOnlyWhatItMay()
{
    QFETCH(int, call);
    const NamedCall &named = allCalls().at(size_t(call));
    HttpServer server;
    GmailDesk desk(server.url());
    const auto soon = [](int status, const char *name) {
        Reply reply = Reply::json(recorded(name), status);
        reply.headers.append(std::pair<QByteArray, QByteArray>("retry-after-ms", "5"));
        return reply;
    };
    server.setAnswer([&soon](const Received &) { return soon(500, "gmail_backend"); });
    const std::optional<Error> fault = named.run(desk);
    QVERIFY(fault);
    QCOMPARE(fault->kind, ErrorKind::badAnswer);
    QCOMPARE(server.received().size(), named.sends ? 1 : 3);
    QCOMPARE(mayHaveArrived(*fault), named.changes);
    server.clear();
    server.setAnswer([&soon](const Received &) { return soon(429, "gmail_user_rate"); });
    const std::optional<Error> rate = named.run(desk);
    QVERIFY(rate);
    QCOMPARE(rate->kind, ErrorKind::rateLimited);
    QVERIFY(!isDailyLimit(*rate));
    QVERIFY(rate->retryAfter.has_value());
    QCOMPARE(server.received().size(), 3); // refused, so nothing was done
}

void GmailFaultsTest::nothingLeavesWithoutAnId()
{
    HttpServer server;
    GmailDesk desk(server.url());
    GmailClient &client = desk.client;
    for (const auto &error :
         {errorOf(client.updateDraft(desk.access(), {}, "x", {}, {})),
          errorOf(client.draft(desk.access(), {}, {})), errorOf(client.sendDraft(desk.access(), {}, {})),
          errorOf(client.thread(desk.access(), {}, {})), errorOf(client.rawMessage(desk.access(), {}, {})),
          errorOf(client.historySince(desk.access(), {}, {}))}) {
        QVERIFY(error);
        QCOMPARE(error->kind, ErrorKind::notFound);
    }
    QVERIFY(server.received().isEmpty());
    // An id stays within its place.
    server.setAnswer([](const Received &) { return Reply::json("{}"); });
    (void)errorOf(client.draft(desk.access(), u"a/../b?c#d"_s, {}));
    QVERIFY(server.received().first().target.startsWith("/gmail/v1/users/me/drafts/a%2F..%2Fb%3Fc%23d?"));
}
