// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/parse.h"
#include "support/support.h"
#include "tests.h"

#include <QTest>

using namespace crema;
using namespace crema::mail;
using namespace Qt::StringLiterals;

void ParseTest::readsForeignMessages_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("attachments");
    const QByteArray head =
            "From: =?ISO-8859-1?Q?Zo=EB_M=FCller?= <zoe@example.com>\r\nTo: ana@example.org\r\n"
            "Date: Tue, 4 Mar 2025 10:11:12 +0100\r\n";
    QTest::newRow("Latin-1 subject and text") << head
                    + "Subject: =?ISO-8859-1?B?Wm/r?=\r\nContent-Type: text/plain; "
                      "charset=iso-8859-1\r\n\r\nGr\xfc\xdf"
                      "e\r\n" << u"Zoë"_s << u"Grüße"_s
                                              << QStringList();
    QTest::newRow("several padded base64 words")
            << head + "Subject: =?UTF-8?B?YQ==?= =?utf-8?b?YmM=?=\r\n =?UTF-8?Q?_d?= e\r\n\r\nx"
            << u"abc d e"_s << u"x"_s << QStringList();
    QTest::newRow("character split between words")
            << head + "Subject: =?UTF-8?B?5pel5g==?= =?UTF-8?B?nKw=?=\r\n\r\nx" << u"日本"_s << u"x"_s
            << QStringList();
    QTest::newRow("encoded words as a file name, as Outlook writes it") << head
                    + "Subject: o\r\nContent-Type: application/pdf; name=\"=?utf-8?B?YQ==?= "
                      "=?utf-8?B?YmM=?=\"\r\n"
                      "Content-Disposition: attachment; filename=\"=?utf-8?B?YQ==?= "
                      "=?utf-8?B?YmM=?=\"\r\n\r\nx" << u"o"_s << QString()
                                                                        << QStringList {u"abc"_s};
    QTest::newRow("Shift JIS") << head
                    + "Subject: x\r\nContent-Type: text/plain; charset=Shift_JIS\r\n\r\n\x93\xfa\x96\x7b\r\n"
                               << u"x"_s << u"日本"_s << QStringList();
    QTest::newRow("bare line feeds, no MIME headers")
            << QByteArray("From: a@b.example\nSubject: plain\n\nhello\nthere\n") << u"plain"_s
            << u"hello\nthere"_s << QStringList();
    QTest::newRow("raw UTF-8 in the subject") << head + "Subject: Zoë\r\n\r\nx\r\n"
                                              << u"Zoë"_s << u"x"_s << QStringList();
    QTest::newRow("folded subject") << head + "Subject: one\r\n two\r\n\tthree\r\n\r\nx"
                                    << u"one two\tthree"_s << u"x"_s << QStringList();
    QTest::newRow("HTML only") << head + "Subject: h\r\nContent-Type: text/html\r\n\r\n<p>hi</p>" << u"h"_s
                               << QString() << QStringList();
    QTest::newRow("text around a picture, as Apple Mail sends it")
            << head
                    + "Subject: m\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\nContent-Type: "
                      "text/plain\r\n\r\n"
                      "above\r\n--B\r\nContent-Type: image/png; name=\"a "
                      "b.png\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                      "AAAA\r\n--B\r\nContent-Type: text/plain\r\n\r\nbelow\r\n--B--\r\n"
            << u"m"_s << u"above\nbelow"_s << QStringList {u"a b.png"_s};
    QTest::newRow("forwarded message stays outside the text")
            << head
                    + "Subject: f\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n\r\nsee "
                      "below\r\n--B\r\n"
                      "Content-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\nsecret\r\n--B--\r\n"
            << u"f"_s << u"see below"_s << QStringList {u"message/rfc822"_s};
    QTest::newRow("attached text is no body") << head
                    + "Subject: t\r\nContent-Type: multipart/mixed; "
                      "boundary=B\r\n\r\n--B\r\n\r\nbody\r\n--B\r\n"
                      "Content-Type: text/plain\r\nContent-Disposition: attachment; "
                      "filename*=utf-8''%E5%B1%A5.txt\r\n\r\n"
                      "file\r\n--B--\r\n" << u"t"_s
                                              << u"body"_s << QStringList {u"履.txt"_s};
    QTest::newRow("unknown charset") << head
                    + "Subject: u\r\nContent-Type: text/plain; charset=x-none\r\n\r\nplain words"
                                     << u"u"_s << u"plain words"_s << QStringList();
}

void ParseTest::readsForeignMessages()
{
    QFETCH(const QByteArray, bytes);
    const auto mail = parseMessage(bytes);
    VERIFY_OK(mail);
    QTEST(mail->subject, "subject");
    QTEST(mail->textBody, "text");
    QTEST(mail->attachmentNames, "attachments");
    if (bytes.contains("Zo=EB")) {
        QCOMPARE(mail->from, (QVector<Mailbox> {{u"Zoë Müller"_s, u"zoe@example.com"_s}}));
        QCOMPARE(mail->to, (QVector<Mailbox> {{QString(), u"ana@example.org"_s}}));
        QCOMPARE(mail->date.toString(Qt::ISODate), u"2025-03-04T10:11:12+01:00"_s);
    }
    QVERIFY(!mail->unsent);
}

void ParseTest::refusesWhatIsNoEmail_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("blank lines") << QByteArray("\r\n\r\n\r\n");
    QTest::newRow("a PDF") << QByteArray("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n");
    QTest::newRow("a page") << QByteArray("<!DOCTYPE html>\n<html><body>From: x</body></html>\n");
    QTest::newRow("a table") << QByteArray("First Name,Last Name\nZo\xc3\xab,M\xc3\xbcller\n");
    QTest::newRow("zeros") << QByteArray(5000, '\0');
}

void ParseTest::refusesWhatIsNoEmail()
{
    QFETCH(const QByteArray, bytes);
    const auto mail = parseMessage(bytes);
    QVERIFY(!mail.has_value());
    QCOMPARE(mail.error().kind, ErrorKind::rejectedInput);
}

/// Cut anywhere, a message is read as far as it goes or refused; the sanitizers watch.
void ParseTest::survivesCutMessages()
{
    OutgoingMail mail = soundMail();
    mail.subject = u"山田さん ☕"_s;
    mail.attachments = {{u"履歴書.pdf"_s, u"application/pdf"_s, "bytes"}};
    const QByteArray whole = buildMessage(mail).value_or(QByteArray());
    QVERIFY(whole.size() > 500);
    int readable = 0;
    for (qsizetype length = 0; length <= whole.size(); ++length) {
        const auto parsed = parseMessage(whole.left(length));
        readable += parsed ? 1 : 0;
    }
    QVERIFY(readable > whole.size() / 2);
    QVERIFY(readable < whole.size());
}

void ParseTest::survivesDeepNesting()
{
    QByteArray message = "From: a@b.example\r\nSubject: deep\r\n";
    for (int level = 0; level < 3000; ++level) {
        const QByteArray boundary = "b" + QByteArray::number(level);
        message += "Content-Type: multipart/mixed; boundary=" + boundary + "\r\n\r\n--" + boundary + "\r\n";
    }
    message += "\r\nat the bottom\r\n";
    const auto parsed = parseMessage(message);
    VERIFY_OK(parsed);
    QCOMPARE(parsed->subject, u"deep"_s);
}
