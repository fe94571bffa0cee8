// SPDX-License-Identifier: GPL-3.0-or-later
#include "gmailtests.h"
#include "mail/answers.h"
#include "mail/gmailwire.h"

#include <QTest>

using namespace crema;
using namespace crema::mail;
using namespace crema::test;
using namespace Qt::StringLiterals;

// What the emulator does otherwise than Gmail: updating keeps the message id, sending keeps it too and
// records no new message, there is no profile, and From is the bare address.

namespace {

const QString seed =
        u"tokens:\n  test-token:\n    login: sam.student@example.edu\n    scopes: []\ngoogle:\n  users:\n"
        "    - email: sam.student@example.edu\n      name: Sam Student\n"_s;
constexpr auto mailbox = "/gmail/v1/users/me";

} // namespace

void GmailEmulatorTest::initTestCase()
{
    emulator = std::make_unique<Emulator>(seed);
    NEEDS_EMULATOR(*emulator);
}

void GmailEmulatorTest::keepsSendsAndDeletesDrafts()
{
    GmailDesk desk(emulator->url());
    const QByteArray first = mailTo("marisol@halvorsenpike.example", "Question", "Hello");
    const auto made = await(desk.client.createDraft(desk.access(), first, {}, {}));
    VERIFY_OK(made);
    const auto changed = await(desk.client.updateDraft(
            desk.access(), made->id, mailTo("marisol@halvorsenpike.example", "Question", "Changed"), {}, {}));
    VERIFY_OK(changed);
    QCOMPARE(changed->id, made->id);
    const auto known = await(desk.client.draft(desk.access(), made->id, {}));
    VERIFY_OK(known);
    QCOMPARE(known->messageId, changed->messageId);
    const auto newest = await(desk.client.newestDrafts(desk.access(), 5, {}));
    VERIFY_OK(newest);
    QCOMPARE(newest->size(), 1);
    QCOMPARE(newest->first().second.header(u"Subject"), u"Question"_s);
    const auto raw = await(desk.client.rawMessage(desk.access(), changed->messageId, {}));
    VERIFY_OK(raw);
    QVERIFY(raw->raw.contains("Changed"));

    const auto sent = await(desk.client.sendDraft(desk.access(), made->id, {}));
    VERIFY_OK(sent);
    QCOMPARE(sent->threadId, made->threadId);
    const auto gone = await(desk.client.draft(desk.access(), made->id, {}));
    QVERIFY(!gone);
    QCOMPARE(gone.error().kind, ErrorKind::notFound);
}

void GmailEmulatorTest::seesAReply()
{
    GmailDesk desk(emulator->url());
    const auto made = await(desk.client.createDraft(
            desk.access(),
            mailTo("dana@other.example", "Coffee", "Hello", "Message-ID: <c1@example.edu>\r\n"), {}, {}));
    VERIFY_OK(made);
    VERIFY_OK(await(desk.client.sendDraft(desk.access(), made->id, {})));
    const auto before = await(desk.client.thread(desk.access(), made->threadId, {}));
    VERIFY_OK(before);
    QCOMPARE(before->messages.size(), 1);
    const QString messageId = before->messages.first().header(u"Message-ID");
    QVERIFY(!messageId.isEmpty());
    // The emulator's own history ids are beyond 64 bits.
    QVERIFY(before->historyId.size() > 19);

    const QByteArray reply = "From: Dana Dunmore <dana@other.example>\r\nTo: sam.student@example.edu\r\n"
                             "Subject: Re: Coffee\r\nMessage-ID: <r1@other.example>\r\nIn-Reply-To: "
            + messageId.toUtf8() + "\r\nReferences: " + messageId.toUtf8() + "\r\n\r\nGladly.\r\n";
    const QByteArray body = toBytes(Json {{"raw", QString::fromLatin1(toBase64Url(reply))},
                                          {"threadId", made->threadId},
                                          {"labelIds", Json::array({"INBOX", "UNREAD"})}});
    const EmulatorAnswer inserted = emulator->request("POST", QString::fromLatin1(mailbox) + u"/messages"_s,
                                                      GmailServer::token, body);
    QCOMPARE(inserted.status, 200);

    const auto history = await(desk.client.historySince(desk.access(), before->historyId, {}));
    VERIFY_OK(history);
    QCOMPARE(history->threadIds, QSet<QString> {made->threadId});
    const auto after = await(desk.client.thread(desk.access(), made->threadId, {}));
    VERIFY_OK(after);
    QCOMPARE(after->messages.size(), 2);
    const QStringList us {QString::fromLatin1(GmailServer::account)};
    QCOMPARE(judgeAnswer(after->messages.first(), us).kind, AnswerKind::own);
    QCOMPARE(judgeAnswer(after->messages.last(), us).kind, AnswerKind::human);
    QCOMPARE(addressOf(after->messages.last().header(u"From")), u"dana@other.example"_s);
}
