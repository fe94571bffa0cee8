// SPDX-License-Identifier: GPL-3.0-or-later
#include "gmailtests.h"
#include "mail/answers.h"

#include <QTest>

using namespace crema;
using namespace crema::mail;
using namespace crema::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray marisol = "Marisol Quandahl <marisol@halvorsenpike.example>";

QByteArray question(const QByteArray &text = "Hello & hi")
{
    return mailTo(marisol, "Question", text, "Message-ID: <m1@example.edu>\r\n");
}

} // namespace

void GmailClientTest::initTestCase()
{
    server = std::make_unique<GmailServer>();
    if (!server->isRunning()) {
        QSKIP("There is no /usr/bin/python3 for the stand-in of Gmail.");
    }
}

void GmailClientTest::init()
{
    server->reset();
    desk = std::make_unique<GmailDesk>(server->baseUrl());
}

void GmailClientTest::cleanup()
{
    desk.reset();
}

void GmailClientTest::keepsADraftUpToDate()
{
    const auto made = await(desk->client.createDraft(desk->access(), question(), {}, {}));
    VERIFY_OK(made);
    QVERIFY(!made->id.isEmpty() && !made->messageId.isEmpty() && !made->threadId.isEmpty());
    const auto changed = await(
            desk->client.updateDraft(desk->access(), made->id, question("Changed"), {}, {}));
    VERIFY_OK(changed);
    QCOMPARE(changed->id, made->id);
    QVERIFY(changed->messageId != made->messageId);
    const auto known = await(desk->client.draft(desk->access(), made->id, {}));
    VERIFY_OK(known);
    QCOMPARE(*known, *changed);
    const Json drafts = arrayAt(server->control(), "drafts");
    QCOMPARE(drafts.size(), size_t(1));
    QCOMPARE(textAt(drafts.front(), "text").trimmed(), u"Changed"_s);
    server->control({{"deleteDraft", made->id}});
    for (const auto &gone : {await(desk->client.draft(desk->access(), made->id, {})),
                             await(desk->client.updateDraft(desk->access(), made->id, question(), {}, {}))}) {
        QVERIFY(!gone);
        QCOMPARE(gone.error().kind, ErrorKind::notFound);
    }
    QCOMPARE(desk->egress.starts.first().purpose, u"Put a draft into your mailbox"_s);
    QCOMPARE(desk->egress.starts.first().service, u"Gmail"_s);
    QVERIFY(!desk->egress.starts.first().personalData.isEmpty());
}

void GmailClientTest::uploadsWhatIsLarge()
{
    const QByteArray large = question(QByteArray(int(GmailClient::uploadBytes), 'x'));
    const auto made = await(desk->client.createDraft(desk->access(), large, {}, {}));
    VERIFY_OK(made);
    const auto changed = await(
            desk->client.updateDraft(desk->access(), made->id, large + "more\r\n", {}, {}));
    VERIFY_OK(changed);
    const Json state = server->control();
    QCOMPARE(intAt(arrayAt(state, "drafts").front(), "size"), large.size() + 6);
    QCOMPARE(textAt(arrayAt(state, "requests").front(), "path"), u"/upload/gmail/v1/users/me/drafts"_s);
    const auto raw = await(desk->client.rawMessage(desk->access(), changed->messageId, {}));
    VERIFY_OK(raw);
    QCOMPARE(raw->raw.size(), large.size() + 6);
    QVERIFY(raw->raw == large + "more\r\n");
}

void GmailClientTest::refusesWhatIsTooLarge()
{
    const QByteArray huge(int(GmailClient::maxMessageBytes) + 1, 'x');
    for (const auto &draft : {await(desk->client.createDraft(desk->access(), huge, {}, {})),
                              await(desk->client.updateDraft(desk->access(), u"r-1"_s, huge, {}, {}))}) {
        QVERIFY(!draft);
        QCOMPARE(draft.error().kind, ErrorKind::rejectedInput);
        QVERIFY(draft.error().text.contains("25 MB"_L1));
    }
    QVERIFY(desk->egress.starts.isEmpty());
}

void GmailClientTest::sendsOnce()
{
    const auto made = await(desk->client.createDraft(desk->access(), question(), {}, {}));
    VERIFY_OK(made);
    const auto sent = await(desk->client.sendDraft(desk->access(), made->id, {}));
    VERIFY_OK(sent);
    QCOMPARE(sent->threadId, made->threadId);
    QVERIFY(sent->labels.contains(u"SENT"_s));
    const auto again = await(desk->client.sendDraft(desk->access(), made->id, {}));
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::notFound);
    QVERIFY(!mayHaveArrived(again.error()));
    QCOMPARE(server->sent().size(), size_t(1));
    const auto thread = await(desk->client.thread(desk->access(), sent->threadId, {}));
    VERIFY_OK(thread);
    QCOMPARE(thread->messages.size(), 1);
    QCOMPARE(thread->messages.first().header(u"message-id"), u"<m1@example.edu>"_s);
    QCOMPARE(thread->messages.first().snippet, u"Hello & hi"_s);
}

void GmailClientTest::knowsWhenASendingIsUnsure_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("unsure");
    QTest::addColumn<int>("sent");
    const auto row = [](const char *kind, int status, bool unsure, int sent) {
        QTest::addRow("%s %d", kind, status) << QByteArray(kind) << status << unsure << sent;
    };
    row("done-drop", 0, true, 1);
    row("done-half", 0, true, 1);
    row("done-status", 500, true, 1);
    row("done-status", 503, true, 1);
    row("done-status", 504, true, 1);
    row("garbage", 0, true, 0);
    row("drop", 0, true, 0);
    row("status", 500, true, 0);
    row("status", 400, false, 0);
    row("status", 403, false, 0);
    row("status", 404, false, 0);
    row("status", 409, false, 0);
    row("status", 413, false, 0);
}

void GmailClientTest::knowsWhenASendingIsUnsure()
{
    QFETCH(QByteArray, kind);
    QFETCH(int, status);
    QFETCH(bool, unsure);
    QFETCH(int, sent);
    const auto made = await(desk->client.createDraft(desk->access(), question(), {}, {}));
    VERIFY_OK(made);
    server->fault({{"path", "/drafts/send"}, {"kind", kind.toStdString()}, {"status", status}});
    const auto answer = await(desk->client.sendDraft(desk->access(), made->id, {}));
    QVERIFY(!answer);
    QCOMPARE(mayHaveArrived(answer.error()), unsure);
    QCOMPARE(answer.error().text.contains("not known"_L1), unsure);
    QVERIFY(answer.error().text.contains("sam.student@example.edu"_L1));
    QCOMPARE(server->calls("POST /drafts/send"), 1); // whatever came, it is not sent a second time
    QCOMPARE(int(server->sent().size()), sent);
}

void GmailClientTest::carriesASendingThrough()
{
    const auto made = await(desk->client.createDraft(desk->access(), question(), {}, {}));
    VERIFY_OK(made);
    server->fault({{"path", "/drafts/send"}, {"kind", "slow"}, {"ms", 300}});
    std::stop_source stop;
    TaskScope scope;
    std::optional<Result<GmailMessage>> sent;
    scope.launch(desk->client.sendDraft(desk->access(), made->id, stop.get_token()),
                 [&sent](Result<GmailMessage> result) { sent = std::move(result); });
    QVERIFY(spinUntil(
            [this] { return desk->http.paidUnderWay() > 0 && server->calls("POST /drafts/send") > 0; }));
    stop.request_stop();
    QVERIFY(spinUntil([&sent] { return sent.has_value(); }));
    VERIFY_OK(*sent); // it was sent, and whoever stopped knows
    QCOMPARE(server->sent().size(), size_t(1));
    std::stop_source before;
    before.request_stop();
    const auto none = await(desk->client.sendDraft(desk->access(), made->id, before.get_token()));
    QVERIFY(!none);
    QVERIFY(!mayHaveArrived(none.error()));
    QCOMPARE(server->calls("POST /drafts/send"), 1);
}

void GmailClientTest::givesUpWaiting()
{
    const auto made = await(desk->client.createDraft(desk->access(), question(), {}, {}));
    VERIFY_OK(made);
    net::Timeouts brief;
    brief.idle = 300ms;
    GmailDesk own(server->baseUrl(), {u"test-token"_s}, brief);
    server->fault({{"path", "/drafts/send"}, {"kind", "done-stall"}, {"ms", 3000}});
    const auto sent = await(own.client.sendDraft(own.access(), made->id, {}));
    QVERIFY(!sent);
    QCOMPARE(sent.error().kind, ErrorKind::timeout);
    QVERIFY(mayHaveArrived(sent.error()));
    QCOMPARE(server->calls("POST /drafts/send"), 1);
    QCOMPARE(server->sent().size(), size_t(1));
    server->fault({{"path", "/profile"}, {"kind", "stall"}, {"ms", 3000}});
    VERIFY_OK(await(own.client.profile(own.access(), {}))); // reading is tried again
    QCOMPARE(server->calls("GET /profile"), 2);
}

void GmailClientTest::saysWhenThereIsNoNetwork()
{
    GmailDesk offline(QUrl(u"http://127.0.0.1:1"_s));
    const auto sent = await(offline.client.sendDraft(offline.access(), u"r-1"_s, {}));
    QVERIFY(!sent);
    QCOMPARE(sent.error().kind, ErrorKind::offline);
    QVERIFY(!mayHaveArrived(sent.error()));
    QVERIFY(sent.error().text.contains(QLatin1StringView(GmailServer::account)));
    QVERIFY(sent.error().text.contains("was not sent"_L1));
}

void GmailClientTest::seesAnswers()
{
    const auto made = await(desk->client.createDraft(desk->access(), question(), {}, {}));
    VERIFY_OK(made);
    VERIFY_OK(await(desk->client.sendDraft(desk->access(), made->id, {})));
    const auto profile = await(desk->client.profile(desk->access(), {}));
    VERIFY_OK(profile);
    QCOMPARE(profile->email, QString::fromLatin1(GmailServer::account));
    const std::string threadId = made->threadId.toStdString();
    for (const char *kind : {"auto", "delayed", "bounce", "human"}) {
        QVERIFY(!server->inject({{"threadId", threadId}, {"kind", kind}}).isEmpty());
    }
    const auto history = await(desk->client.historySince(desk->access(), profile->historyId, {}));
    VERIFY_OK(history);
    QCOMPARE(history->threadIds, QSet<QString> {made->threadId});
    const auto answers = await(desk->client.thread(desk->access(), made->threadId, {}));
    VERIFY_OK(answers);
    QVector<AnswerKind> kinds;
    for (const GmailMessage &message : answers->messages) {
        kinds.append(judgeAnswer(message, {profile->email}).kind);
    }
    const QVector<AnswerKind> expected {AnswerKind::own, AnswerKind::automatic, AnswerKind::delayed,
                                        AnswerKind::bounce, AnswerKind::human};
    QCOMPARE(kinds, expected);
    const auto raw = await(desk->client.rawMessage(desk->access(), answers->messages.at(3).id, {}));
    VERIFY_OK(raw);
    const QVector<DeliveryReport> reports = deliveryReports(raw->raw);
    QCOMPARE(reports.size(), 1);
    QCOMPARE(reports.first().recipient, u"marisol@halvorsenpike.example"_s);
    QCOMPARE(reports.first().status, u"5.1.1"_s);
}

void GmailClientTest::findsDrafts()
{
    for (const char *subject : {"one", "two", "three"}) {
        VERIFY_OK(await(desk->client.createDraft(desk->access(), mailTo(marisol, subject, "x"), {}, {})));
    }
    const auto newest = await(desk->client.newestDrafts(desk->access(), 2, {}));
    VERIFY_OK(newest);
    QCOMPARE(newest->size(), 2);
    QCOMPARE(newest->first().second.header(u"Subject"), u"three"_s);
    QCOMPARE(newest->last().second.header(u"Subject"), u"two"_s);
    QCOMPARE(newest->first().first.messageId, newest->first().second.id);
    server->fault({{"path", "/drafts/*"}, {"kind", "status"}, {"status", 404}, {"reason", "notFound"}});
    const auto vanished = await(desk->client.newestDrafts(desk->access(), 3, {}));
    VERIFY_OK(vanished);
    QCOMPARE(vanished->size(), 2);
    server->fault({{"path", "/drafts/*"}, {"kind", "status"}, {"status", 403}});
    QVERIFY(!await(desk->client.newestDrafts(desk->access(), 3, {})));
    VERIFY_OK(await(desk->client.newestDrafts(desk->access(), 0, {})));
}

void GmailClientTest::pagesTheHistory()
{
    const auto start = await(desk->client.profile(desk->access(), {}));
    VERIFY_OK(start);
    HttpServer pages;
    pages.setAnswer([](const Received &request) {
        const bool second = request.target.contains("pageToken=p2");
        return Reply::json(
                second ? R"({"historyId":"30","history":[{"id":"22","labelsRemoved":[{"message":{"id":"b","threadId":"u"}},
                                        {"message":{"id":"a","threadId":"t"}}]}]})"
                       : R"({"historyId":"29","nextPageToken":"p2","history":[{"id":"21",
                                        "messagesAdded":[{"message":{"id":"a","threadId":"t"}}]}]})");
    });
    GmailDesk own(pages.url());
    const auto history = await(own.client.historySince(own.access(), u"20"_s, {}));
    VERIFY_OK(history);
    QCOMPARE(history->threadIds, (QSet<QString> {u"t"_s, u"u"_s}));
    QCOMPARE(history->historyId, u"30"_s);
    // One that never ends is left after some pages, and the next time goes on where this one ended.
    pages.setAnswer([](const Received &) {
        return Reply::json(R"({"historyId":"99","nextPageToken":"again","history":[{"id":"21",
                               "messagesAdded":[{"message":{"id":"a","threadId":"t"}}]}]})");
    });
    const auto endless = await(own.client.historySince(own.access(), u"20"_s, {}));
    VERIFY_OK(endless);
    QCOMPARE(endless->historyId, u"21"_s);
    QVERIFY(pages.received().size() <= 52);
}

void GmailClientTest::forgetsOldHistory()
{
    const auto start = await(desk->client.profile(desk->access(), {}));
    VERIFY_OK(start);
    const auto empty = await(desk->client.historySince(desk->access(), start->historyId, {}));
    VERIFY_OK(empty);
    QVERIFY(empty->threadIds.isEmpty());
    server->control({{"forgetHistory", true}});
    const auto old = await(desk->client.historySince(desk->access(), start->historyId, {}));
    QVERIFY(!old);
    QCOMPARE(old.error().kind, ErrorKind::notFound);
}

void GmailClientTest::keepsToItsPermissions()
{
    server->control({{"token", {{"value", "compose"}, {"scopes", {"gmail.compose"}}}}});
    GmailDesk own(server->baseUrl(), {u"compose"_s});
    VERIFY_OK(await(own.client.createDraft(own.access(), question(), {}, {})));
    const auto refused = await(own.client.thread(own.access(), u"t1"_s, {}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::forbidden);
    QVERIFY(isMissingScope(refused.error()));
    QVERIFY(!isDailyLimit(refused.error()));
    QVERIFY(own.tokens->refusals.isEmpty()); // another token would not have it either
}

void GmailClientTest::renewsAnOldToken()
{
    server->control({{"token", {{"value", "old"}, {"scopes", {"gmail.compose"}}}}, {"expireTokens", true}});
    server->control({{"token", {{"value", "new"}, {"scopes", {"gmail.compose"}}}}});
    GmailDesk own(server->baseUrl(), {u"old"_s, u"new"_s});
    const auto made = await(own.client.createDraft(own.access(), question(), {}, {}));
    VERIFY_OK(made);
    QCOMPARE(own.tokens->refusals, QByteArrayList {"old"});
    QCOMPARE(arrayAt(server->control(), "drafts").size(), size_t(1));
}

void GmailClientTest::stopsAtTheDailyLimit()
{
    server->control({{"dailyLimit", 0}});
    const auto made = await(desk->client.createDraft(desk->access(), question(), {}, {}));
    VERIFY_OK(made);
    const auto sent = await(desk->client.sendDraft(desk->access(), made->id, {}));
    QVERIFY(!sent);
    QCOMPARE(sent.error().kind, ErrorKind::rateLimited);
    QVERIFY(isDailyLimit(sent.error()));
    QVERIFY(!mayHaveArrived(sent.error()));
    QCOMPARE(server->calls("POST /drafts/send"), 1);
    QCOMPARE(arrayAt(server->control(), "drafts").size(), size_t(1));
}
