// SPDX-License-Identifier: GPL-3.0-or-later
#include "gmailtests.h"
#include "mail/gmailwire.h"

#include <QFile>
#include <QTest>

using namespace crema;
using namespace crema::mail;
using namespace crema::test;
using namespace Qt::StringLiterals;

namespace {

Json recorded(const QString &name)
{
    QFile file(fixture(u"gmail/"_s + name));
    return file.open(QIODevice::ReadOnly) ? parseJson(file.readAll()).value_or(Json()) : Json();
}

Json read(const char *text)
{
    return parseJson(text).value_or(Json());
}

QByteArray boundaryOf(const GmailBody &body)
{
    return body.contentType.split('"').value(1);
}

} // namespace

void GmailWireTest::readsTheRecordedAnswers()
{
    const GmailDraft expected {u"r-4417029938271659123"_s, u"19a0fx00000000a1"_s, u"19a0fx00000000a1"_s};
    QCOMPARE(draftFrom(recorded(u"draft_create_response.json"_s)), expected);
    const GmailThread thread = threadFrom(recorded(u"thread_metadata_with_reply.json"_s));
    QCOMPARE(thread.messages.size(), 3);
    QCOMPARE(thread.historyId, u"5551200"_s);
    QCOMPARE(thread.messages.at(1).header(u"auto-SUBMITTED"), u"auto-replied"_s);
    QCOMPARE(thread.messages.at(2).at, QDateTime(QDate(2026, 1, 2), QTime(0, 0), Qt::UTC));
    QCOMPARE(thread.messages.at(2).mediaType, u"multipart/alternative"_s);
    QVERIFY(thread.messages.at(2).labels.contains(u"UNREAD"_s));
    GmailHistory history;
    addHistory(history, recorded(u"history_list.json"_s));
    QCOMPARE(history.threadIds, QSet<QString> {u"19a0fx0000000001"_s});
    QCOMPARE(history.historyId, u"5551310"_s);
    GmailHistory empty;
    addHistory(empty, recorded(u"history_empty.json"_s));
    QVERIFY(empty.threadIds.isEmpty());
    QCOMPARE(empty.historyId, u"5551310"_s);
}

void GmailWireTest::toleratesOddTypes()
{
    const GmailMessage odd = messageFrom(read(
            R"({"id": 17, "threadId": 18446744073709551615, "labelIds": null, "snippet": 3, "historyId": {},
                "internalDate": 1767225600000, "payload": [], "raw": 7})"));
    QCOMPARE(odd.id, u"17"_s);
    QCOMPARE(odd.threadId, u"18446744073709551615"_s);
    QVERIFY(odd.labels.isEmpty() && odd.snippet.isEmpty() && odd.raw.isEmpty() && odd.historyId.isEmpty());
    QCOMPARE(odd.at, QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC));
    QVERIFY(!messageFrom(read(R"({"internalDate": "soon"})")).at.isValid());
    const GmailMessage headers = messageFrom(read(
            R"({"payload": {"headers": [null, {"name": "A"}, {"value": "b"}, {"name": "C", "value": "d"}]}})"));
    QCOMPARE(headers.headers.size(), 2);
    QCOMPARE(profileFrom(read(R"({"historyId": "18446744073709600001000"})")).historyId,
             u"18446744073709600001000"_s);
    for (const char *text :
         {"{}", "[]", "null", R"({"messages": 1, "drafts": {}, "sendAs": "x", "history": 2})"}) {
        const Json json = read(text);
        GmailHistory history;
        addHistory(history, json);
        QVERIFY(threadFrom(json).messages.isEmpty() && draftsFrom(json).isEmpty()
                && history.threadIds.isEmpty() && nextPageOf(json).isEmpty());
    }
}

void GmailWireTest::unescapesSnippets_data()
{
    QTest::addColumn<QString>("escaped");
    QTest::addColumn<QString>("plain");
    QTest::newRow("names") << u"Q&amp;A &lt;me&gt; &quot;x&quot; it&#39;s"_s << u"Q&A <me> \"x\" it's"_s;
    QTest::newRow("numbers") << u"&#8217;&#x1F600;&#X41;"_s << u"\u2019\U0001F600A"_s;
    QTest::newRow("only once") << u"&amp;lt;"_s << u"&lt;"_s;
    QTest::newRow("no entities") << u"a & b; c &unknown; &;"_s << u"a & b; c &unknown; &;"_s;
    QTest::newRow("no characters") << u"&#0;&#xD800;&#99999999;&#x;"_s << u"&#0;&#xD800;&#99999999;&#x;"_s;
    QTest::newRow("at the end") << u"a&amp"_s << u"a&amp"_s;
}

void GmailWireTest::unescapesSnippets()
{
    QFETCH(QString, escaped);
    QTEST(withoutEntities(escaped), "plain");
}

void GmailWireTest::writesBase64WithoutPadding()
{
    const QByteArray bytes = QByteArray::fromHex("fbefbe00ff");
    QCOMPARE(toBase64Url(bytes), QByteArray("----AP8"));
    for (const char *text : {"----AP8", "----AP8=", "++++AP8=", "--\r\n--AP8"}) {
        QCOMPARE(fromBase64Url(text), bytes);
    }
    QVERIFY(fromBase64Url("no base64!").isEmpty());
}

void GmailWireTest::uploadsWholeMessages()
{
    const QByteArray message = "Subject: x\r\n\r\n--crema-\r\n";
    const GmailBody body = uploadBody(message, u"t1"_s);
    QVERIFY(body.contentType.startsWith("multipart/related; boundary=\"crema-"));
    const QByteArray boundary = boundaryOf(body);
    QCOMPARE(body.bytes.count("--" + boundary), 3);
    QVERIFY(body.bytes.contains("\r\n\r\n{\"message\":{\"threadId\":\"t1\"}}\r\n"));
    QVERIFY(body.bytes.contains("Content-Type: message/rfc822\r\n\r\n" + message + "\r\n--"));
    // A content that contains the boundary gets another one.
    const GmailBody other = uploadBody(message + boundary, u"t1"_s);
    const QByteArray second = boundaryOf(other);
    QVERIFY(!(message + boundary).contains(second));
}

void GmailWireTest::foldsTheHistory()
{
    GmailHistory history;
    addHistory(history, read(R"({"history": [{"id": "5", "messages": [{"id": "m0"}]},
        {"id": "6", "messagesAdded": [{"message": {"id": "m1", "threadId": "t1", "labelIds": ["UNREAD"]}}]},
        {"id": "7", "labelsRemoved": [{"message": {"id": "m2", "threadId": "t2"}}]}], "historyId": "9"})"));
    addHistory(history, read(R"({"history": [
        {"id": "8", "messagesAdded": [{"message": {"id": "m1", "threadId": "t1", "labelIds": ["INBOX"]}}]}]})"));
    QCOMPARE(history.threadIds, (QSet<QString> {u"t1"_s, u"t2"_s})); // what was only read counts as well
    QCOMPARE(history.historyId, u"9"_s);
}

void GmailWireTest::makesLinks_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("draft")
            << gmailDraftUrl(u"sam+x@example.edu"_s, u"19a0"_s)
            << QByteArray("https://mail.google.com/mail/?authuser=sam%2Bx%40example.edu#drafts?compose=19a0");
    QTest::newRow("drafts") << gmailDraftUrl(u"sam@example.edu"_s, {})
                            << QByteArray("https://mail.google.com/mail/?authuser=sam%40example.edu#drafts");
    QTest::newRow("conversation")
            << gmailThreadUrl(u"sam&y#@example.edu"_s, u"19a0"_s)
            << QByteArray("https://mail.google.com/mail/?authuser=sam%26y%23%40example.edu#all/19a0");
}

void GmailWireTest::makesLinks()
{
    QFETCH(QUrl, url);
    QTEST(url.toEncoded(), "expected");
}
