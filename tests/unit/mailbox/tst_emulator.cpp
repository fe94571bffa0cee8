// SPDX-License-Identifier: GPL-3.0-or-later
// The whole way against the emulator of Google's services.
#include "maildesk.h"
#include "tests.h"

#include "base/json.h"
#include "support/emulator.h"

using namespace crema;
using namespace crema::flows;

namespace {

const QString seed = uR"(google:
  users:
    - { email: sam.student@example.edu, name: Sam Student, picture: "https://example.org/p.png" }
)"_s;

GoogleClient clientOf(const test::Emulator &emulator)
{
    return {u"crema-test"_s,
            {},
            emulator.url(u"/o/oauth2/v2/auth"_s),
            emulator.url(u"/oauth2/token"_s),
            emulator.url(u"/oauth2/revoke"_s),
            emulator.url()};
}

/// As the mailbox of another program sees it.
Json mailbox(const test::Emulator &emulator, const QString &path, const QByteArray &method = "GET",
             const Json &body = {})
{
    const test::PlainReply reply = test::plainRequest(method, emulator.url(u"/gmail/v1/users/me"_s + path),
                                                      body.is_null() ? QByteArray() : toBytes(body),
                                                      "application/json", "any");
    return parseJson(reply.body).value_or(Json());
}

} // namespace

void EmulatorTest::theWholeWay()
{
    const test::Emulator emulator(seed);
    NEEDS_EMULATOR(emulator);
    MailDesk desk(clientOf(emulator));
    VERIFY_OK(desk.prepare(2));
    const auto browser = [&emulator](const QUrl &url) {
        QTimer::singleShot(0, qApp, [&emulator, url] {
            (void)test::plainRequest("GET", emulator.consent(url, u"sam.student@example.edu"_s));
        });
        return true;
    };
    const auto connected = test::await(connectGmail(desk.services.get(), {}, browser, {}));
    VERIFY_OK(connected);
    QCOMPARE(connected->account.email, u"sam.student@example.edu"_s);

    const auto pushed = desk.push({desk.ids[0]});
    VERIFY_OK(pushed);
    QCOMPARE(pushed->there(), 1);
    QCOMPARE(arrayAt(mailbox(emulator, u"/drafts"_s), "drafts").size(), 1U);

    VERIFY_OK(desk.edit(0, u"A few words about your work"_s));
    QCOMPARE(desk.push({desk.ids[0]})->results[0].end, PushEnd::updated);
    QCOMPARE(arrayAt(mailbox(emulator, u"/drafts"_s), "drafts").size(), 1U);

    for (const QString &id : desk.ids) {
        const auto sent = desk.send(id);
        VERIFY_OK(sent);
        QCOMPARE(sent->end, SendEnd::sent);
    }
    QCOMPARE(arrayAt(mailbox(emulator, u"/drafts"_s), "drafts").size(), 0U);

    auto looked = desk.look();
    VERIFY_OK(looked);
    QCOMPARE(looked->news.size(), 0);
    const Json thread = mailbox(emulator, u"/threads/"_s + desk.mark(0).threadId);
    QCOMPARE(arrayAt(thread, "messages").size(), 1U);
    QString messageId;
    for (const Json &header : arrayAt(member(arrayAt(thread, "messages").front(), "payload"), "headers")) {
        if (textAt(header, "name").compare(u"Message-ID"_s, Qt::CaseInsensitive) == 0) {
            messageId = textAt(header, "value");
        }
    }
    QVERIFY(!messageId.isEmpty());
    const QByteArray raw =
            u"From: Ana <%1>\r\nTo: sam.student@example.edu\r\nSubject: Re: A few words about your "
            u"work\r\nMessage-ID: <r1@firm.example>\r\nIn-Reply-To: %2\r\nReferences: %2\r\n\r\nGladly."_s
                    .arg(desk.contact(0).email(), messageId)
                    .toUtf8();
    mailbox(emulator, u"/messages/import"_s, "POST",
            {{"raw", raw.toBase64(QByteArray::Base64UrlEncoding).toStdString()},
             {"labelIds", {"INBOX", "UNREAD"}},
             {"threadId", desk.mark(0).threadId.toStdString()}});
    looked = desk.look();
    VERIFY_OK(looked);
    QCOMPARE(looked->news.size(), 1);
    QCOMPARE(looked->news[0].contactId, desk.contact(0).id);
    QVERIFY(looked->news[0].answer.unread);

    VERIFY_OK(test::await(disconnectGmail(desk.services.get(), {}, {})));
    QVERIFY(!gmailAccount(*desk.reader).has_value());
}
