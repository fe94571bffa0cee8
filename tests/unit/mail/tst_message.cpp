// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/message.h"
#include "mail/parse.h"
#include "support/support.h"
#include "tests.h"

#include <QRegularExpression>
#include <QTest>

#include <thread>

using namespace crema;
using namespace crema::mail;
using namespace Qt::StringLiterals;

OutgoingMail soundMail()
{
    OutgoingMail mail;
    mail.fromName = u"Ana Lima"_s;
    mail.fromEmail = u"ana@example.org"_s;
    mail.toName = u"Zoë Müller"_s;
    mail.toEmail = u"zoe@example.com"_s;
    mail.subject = u"Coffee next week?"_s;
    mail.textBody = u"Hi Zoë,\n\nmay I ask you about Łódź?\n\nAna"_s;
    mail.date = QDateTime(QDate(2025, 3, 4), QTime(10, 11, 12), Qt::OffsetFromUTC, 3600);
    return mail;
}

namespace {

/// The header block's physical lines.
QByteArrayList headerLines(const QByteArray &message)
{
    QByteArrayList lines = message.left(message.indexOf("\r\n\r\n")).split('\n');
    for (QByteArray &line : lines) {
        line.chop(line.endsWith('\r') ? 1 : 0);
    }
    return lines;
}

/// RFC 5322 section 2.1.1 and RFC 5321: CRLF only, no line beyond 998 octets, 7-bit.
QString transportFault(const QByteArray &message)
{
    qsizetype lineStart = 0;
    for (qsizetype i = 0; i < message.size(); ++i) {
        const auto c = static_cast<unsigned char>(message[i]);
        if (c == 0 || c > 126) {
            return u"octet %1 at %2"_s.arg(c).arg(i);
        }
        if ((c == '\n') != (i > 0 && message[i - 1] == '\r') && c == '\n') {
            return u"bare LF at %1"_s.arg(i);
        }
        if (c == '\r' && message.mid(i + 1, 1) != "\n") {
            return u"bare CR at %1"_s.arg(i);
        }
        if (c == '\n') {
            lineStart = i + 1;
        } else if (i - lineStart >= 998) {
            return u"line of more than 998 octets at %1"_s.arg(lineStart);
        }
    }
    return {};
}

int headersNamed(const QByteArray &message, const QByteArray &name)
{
    int count = 0;
    for (const QByteArray &line : headerLines(message)) {
        count += line.toLower().startsWith(name.toLower() + ':') ? 1 : 0;
    }
    return count;
}

} // namespace

void MessageTest::headersSurvive_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << u"Coffee next week?"_s;
    QTest::newRow("accents") << u"Zoë Müller à Łódź"_s;
    QTest::newRow("decomposed accents") << u"Zoe\u0308 Mu\u0308ller"_s;
    QTest::newRow("Vietnamese") << u"Nguyễn Thị Ánh Tuyết"_s;
    QTest::newRow("Greek and Cyrillic") << u"Ελένη Παπαδοπούλου и Наталья Щербакова"_s;
    QTest::newRow("Japanese") << u"山田太郎さんとのコーヒーチャットのお願い（来週、東京で）"_s;
    QTest::newRow("Chinese without blanks, long")
            << u"關於您在臺灣大學的研究與貴公司職涯發展的一些問題"_s.repeated(4);
    QTest::newRow("Arabic") << u"محمد بن عبد الله — فنجان قهوة"_s;
    QTest::newRow("Hebrew with direction marks") << u"\u200Fשלום, אורי\u200F!"_s;
    QTest::newRow("Persian with joiner") << u"می\u200Cخواهم"_s;
    QTest::newRow("Devanagari") << u"प्रिया शर्मा क्षत्रिय"_s;
    QTest::newRow("emoji beyond the first plane")
            << u"Coffee ☕ 👩‍💻👨‍👩‍👧‍👦 🇧🇷"_s;
    QTest::newRow("quotes and specials") << uR"(O"Brien, \ (the) <first>; @work: [x])"_s;
    QTest::newRow("looks encoded already") << u"=?utf-8?Q?not_me?= and =?x?="_s;
    QTest::newRow("encoded word alone") << u"=?utf-8?B?aGVsbG8=?="_s;
    QTest::newRow("long with blanks") << u"many ordinary words "_s.repeated(30).trimmed();
    QTest::newRow("long with accents") << u"números e ações "_s.repeated(30).trimmed();
    QTest::newRow("one word of 200 letters") << QString(200, u'x');
    QTest::newRow("one word of 3000 letters") << QString(3000, u'x');
    QTest::newRow("mixed ASCII and script") << u"Re: 東京 office (Q3) – plan für Zoë"_s;
    QTest::newRow("ends like a header") << u"Subject: Bcc: someone@example.net"_s;
}

void MessageTest::headersSurvive()
{
    QFETCH(const QString, text);
    OutgoingMail mail = soundMail();
    mail.subject = text;
    mail.fromName = text;
    mail.toName = text;
    const auto bytes = buildMessage(mail);
    VERIFY_OK(bytes);
    QCOMPARE(transportFault(*bytes), QString());
    for (const QByteArray &line : headerLines(*bytes)) {
        QVERIFY2(line.size() <= 78 || !line.mid(1).contains(' '), line.constData());
        QVERIFY2(!line.trimmed().isEmpty(), "a header line of blanks only");
    }
    const auto parsed = parseMessage(*bytes);
    VERIFY_OK(parsed);
    QCOMPARE(parsed->subject, text);
    QCOMPARE(parsed->from, (QVector<Mailbox> {{text, u"ana@example.org"_s}}));
    QCOMPARE(parsed->to, (QVector<Mailbox> {{text, u"zoe@example.com"_s}}));
}

void MessageTest::bodiesSurvive_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("accents") << u"Hi Zoë,\n\nŁódź — “quoted” … naïve\n\nAna"_s;
    QTest::newRow("many scripts")
            << u"山田様\n\nשלום עולם\nمرحبا\nПривет\nनमस्ते ☕👩‍💻"_s;
    QTest::newRow("From at a line's start") << u"From here on\n>From there\nFrom "_s;
    QTest::newRow("dots at a line's start") << u"one\n.\n..two\n.three"_s;
    QTest::newRow("line of 998 octets") << QString(998, u'a');
    QTest::newRow("line of 5000 octets") << u"word "_s.repeated(1000).trimmed();
    QTest::newRow("long line of a script") << QString(2000, u'漢');
    QTest::newRow("blanks at line ends") << u"one  \ntwo\t\n three"_s;
    QTest::newRow("equals and boundaries") << u"a=b\n--=_crema_x_a--\n=3D =\n-- \nAna"_s;
    QTest::newRow("markup") << u"<b>5 & 6</b> &amp; \"x\" 'y'"_s;
    QTest::newRow("several blank lines") << u"one\n\n\n\ntwo"_s;
}

void MessageTest::bodiesSurvive()
{
    QFETCH(const QString, text);
    OutgoingMail mail = soundMail();
    mail.textBody = text;
    const auto bytes = buildMessage(mail);
    VERIFY_OK(bytes);
    QCOMPARE(transportFault(*bytes), QString());
    const auto parsed = parseMessage(*bytes);
    VERIFY_OK(parsed);
    QCOMPARE(parsed->textBody, text);
    QVERIFY(parsed->attachmentNames.isEmpty());
    for (const QString &line : text.split(u'\n')) {
        QVERIFY2(parsed->htmlBody.contains(line.toHtmlEscaped()), qPrintable(parsed->htmlBody));
    }

    mail.textBody.replace(u"\n"_s, u"\r\n"_s);
    QCOMPARE(buildMessage(mail).value_or(QByteArray()), *bytes);
}

void MessageTest::attachmentsSurvive_data()
{
    QTest::addColumn<QString>("fileName");
    QTest::addColumn<QString>("mediaType");
    QTest::addColumn<QByteArray>("bytes");
    QByteArray all;
    for (int i = 0; i < 2000; ++i) {
        all += static_cast<char>(i % 256);
    }
    QTest::newRow("PDF") << u"Resume.pdf"_s << u"application/pdf"_s << all;
    QTest::newRow("Japanese name") << u"履歴書 山田太郎（最新版）.pdf"_s << u"application/pdf"_s << all;
    QTest::newRow("Arabic name") << u"السيرة الذاتية.docx"_s << u"application/msword"_s << all;
    QTest::newRow("long name") << u"Ünïcödé "_s.repeated(20) + u".pdf"_s << u"application/pdf"_s << all;
    QTest::newRow("quotes and percent") << uR"(a "b" 100%; c='d'.pdf)"_s << QString() << all;
    QTest::newRow("text keeps its line ends")
            << u"notes.txt"_s << u"text/plain"_s << QByteArray("a\nb\r\nc\rd\n.\n");
    QTest::newRow("empty") << u"empty.bin"_s << QString() << QByteArray();
}

void MessageTest::attachmentsSurvive()
{
    QFETCH(const QString, fileName);
    QFETCH(const QString, mediaType);
    QFETCH(const QByteArray, bytes);
    OutgoingMail mail = soundMail();
    mail.attachments = {{fileName, mediaType, bytes}, {u"second.txt"_s, u"text/plain"_s, "two"}};
    const auto message = buildMessage(mail);
    VERIFY_OK(message);
    QCOMPARE(transportFault(*message), QString());
    const auto parsed = parseMessage(*message);
    VERIFY_OK(parsed);
    QCOMPARE(parsed->attachmentNames, (QStringList {fileName, u"second.txt"_s}));
    QCOMPARE(parsed->textBody, mail.textBody);
    QVERIFY(!message->contains("name=\"=?")); // RFC 2231, not encoded words inside quotes

    static const QRegularExpression encoded(
            u"base64\\r\\n(?:[A-Z][^\\r]*\\r\\n(?: [^\\r]*\\r\\n)*)*\\r\\n([A-Za-z0-9+/=\\r\\n]*)"_s);
    const auto match = encoded.match(QString::fromLatin1(*message));
    QVERIFY(match.hasMatch());
    QCOMPARE(QByteArray::fromBase64(match.captured(1).toLatin1()), bytes);
}

void MessageTest::lineEndsInFieldsMakeNoHeader_data()
{
    QTest::addColumn<QString>("lineEnd");
    QTest::newRow("CRLF") << u"\r\n"_s;
    QTest::newRow("LF") << u"\n"_s;
    QTest::newRow("CR") << u"\r"_s;
    QTest::newRow("CRLF and blank") << u"\r\n "_s;
    QTest::newRow("two line ends") << u"\r\n\r\n"_s;
    QTest::newRow("NUL") << QString(QChar(0));
    QTest::newRow("vertical tab and form feed") << u"\v\f"_s;
    QTest::newRow("next line") << QString(QChar(0x85));
    QTest::newRow("line separator") << QString(QChar(0x2028));
}

void MessageTest::lineEndsInFieldsMakeNoHeader()
{
    QFETCH(const QString, lineEnd);
    OutgoingMail mail = soundMail();
    const QString hostile = u"Zoë"_s + lineEnd + u"Bcc: thief@example.net"_s;
    mail.subject = hostile;
    mail.fromName = hostile;
    mail.toName = hostile;
    mail.attachments = {{hostile, u"text/plain"_s, "x"}};
    const auto bytes = buildMessage(mail);
    VERIFY_OK(bytes);
    QCOMPARE(transportFault(*bytes), QString());
    QCOMPARE(headersNamed(*bytes, "Bcc"), 0);
    for (const char *name :
         {"From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "X-Unsent"}) {
        QCOMPARE(headersNamed(*bytes, name), 1);
    }
    const auto parsed = parseMessage(*bytes);
    VERIFY_OK(parsed);
    QCOMPARE(parsed->subject, u"Zoë Bcc: thief@example.net"_s);
    QCOMPARE(parsed->to.first().name, parsed->subject);
    QCOMPARE(parsed->attachmentNames, QStringList {parsed->subject});

    mail = soundMail();
    mail.toEmail = u"zoe@example.com"_s + lineEnd + u"Bcc: thief@example.net"_s;
    QVERIFY(!buildMessage(mail).has_value());
    mail = soundMail();
    mail.messageId = u"a@b"_s + lineEnd + u"Bcc: thief@example.net"_s;
    QVERIFY(!buildMessage(mail).has_value());
    mail = soundMail();
    mail.attachments = {{u"a"_s, u"text/plain"_s + lineEnd + u"Bcc: thief@example.net"_s, "x"}};
    QVERIFY(!buildMessage(mail).has_value());
    mail = soundMail();
    mail.messageIdDomain = u"example.org"_s + lineEnd + u"Bcc: thief@example.net"_s;
    QVERIFY(!buildMessage(mail).has_value());
}

void MessageTest::unfitFieldsAreRefused_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::newRow("recipient without at") << u"to"_s << u"zoe.example.com"_s;
    QTest::newRow("two recipients") << u"to"_s << u"a@example.com, b@example.com"_s;
    QTest::newRow("recipient with brackets") << u"to"_s << u"<a@example.com>"_s;
    QTest::newRow("recipient with a blank") << u"to"_s << u"a b@example.com"_s;
    QTest::newRow("recipient without domain") << u"to"_s << u"a@"_s;
    QTest::newRow("letters no header carries") << u"to"_s << u"zoë@example.com"_s;
    QTest::newRow("sender that is none") << u"from"_s << u"me"_s;
    QTest::newRow("sender and comment") << u"from"_s << u"a@example.com(x)"_s;
    QTest::newRow("message id without at") << u"id"_s << u"abc"_s;
    QTest::newRow("answered id with blanks") << u"inReplyTo"_s << u"a b@c"_s;
    QTest::newRow("reference with brackets inside") << u"reference"_s << u"<a><b@c>"_s;
    QTest::newRow("media type without slash") << u"mediaType"_s << u"pdf"_s;
    QTest::newRow("media type with parameter") << u"mediaType"_s << u"text/plain; charset=x"_s;
    QTest::newRow("no text") << u"body"_s << u" \n\t\n"_s;
    QTest::newRow("no date") << u"date"_s << QString();
}

void MessageTest::unfitFieldsAreRefused()
{
    QFETCH(const QString, field);
    QFETCH(const QString, value);
    OutgoingMail mail = soundMail();
    const QHash<QString, QString *> texts {{u"to"_s, &mail.toEmail},
                                           {u"from"_s, &mail.fromEmail},
                                           {u"id"_s, &mail.messageId},
                                           {u"inReplyTo"_s, &mail.inReplyTo},
                                           {u"body"_s, &mail.textBody}};
    if (QString *text = texts.value(field)) {
        *text = value;
    } else if (field == u"reference") {
        mail.references = {value};
    } else if (field == u"mediaType") {
        mail.attachments = {{u"a.pdf"_s, value, "x"}};
    } else {
        mail.date = {};
    }
    const auto bytes = buildMessage(mail);
    QVERIFY(!bytes.has_value());
    QCOMPARE(bytes.error().kind, ErrorKind::rejectedInput);
    if (!value.trimmed().isEmpty()) {
        QVERIFY2(bytes.error().text.contains(value), qPrintable(bytes.error().text));
    }
}

void MessageTest::recipientIsNeededToSend()
{
    OutgoingMail mail = soundMail();
    mail.purpose = Purpose::send;
    VERIFY_OK(buildMessage(mail));
    mail.toEmail.clear();
    QVERIFY(!buildMessage(mail).has_value());
    mail = soundMail();
    mail.purpose = Purpose::send;
    mail.fromEmail = u"  "_s;
    QVERIFY(!buildMessage(mail).has_value());
}

void MessageTest::handOffMayLackAddresses()
{
    OutgoingMail mail = soundMail();
    mail.toEmail.clear();
    mail.fromEmail.clear();
    const auto bytes = buildMessage(mail);
    VERIFY_OK(bytes);
    QCOMPARE(headersNamed(*bytes, "To"), 0);
    QCOMPARE(headersNamed(*bytes, "From"), 0);
    const auto parsed = parseMessage(*bytes);
    VERIFY_OK(parsed);
    QVERIFY(parsed->messageId.endsWith(u"@crema.invalid"));
}

void MessageTest::handOffIsMarkedUnsent()
{
    OutgoingMail mail = soundMail();
    QCOMPARE(headersNamed(buildMessage(mail).value_or(QByteArray()), "X-Unsent"), 1);
    QVERIFY(parseMessage(buildMessage(mail).value_or(QByteArray())).value_or(ParsedMail {}).unsent);
    mail.purpose = Purpose::send;
    const auto sent = parseMessage(buildMessage(mail).value_or(QByteArray()));
    VERIFY_OK(sent);
    QVERIFY(!sent->unsent);
}

void MessageTest::threadHeadersAreKept()
{
    OutgoingMail mail = soundMail();
    mail.messageId = u"<mine@example.org>"_s;
    mail.inReplyTo = u"theirs+1@mail.example.com"_s;
    mail.references = {u"<first@example.org>"_s, u"theirs+1@mail.example.com"_s};
    const auto parsed = parseMessage(buildMessage(mail).value_or(QByteArray()));
    VERIFY_OK(parsed);
    QCOMPARE(parsed->messageId, u"mine@example.org"_s);
    QCOMPARE(parsed->inReplyTo, u"theirs+1@mail.example.com"_s);
    QCOMPARE(parsed->references, (QStringList {u"first@example.org"_s, u"theirs+1@mail.example.com"_s}));
}

void MessageTest::longThreadsFold()
{
    OutgoingMail mail = soundMail();
    for (int i = 0; i < 60; ++i) {
        mail.references += u"message-number-%1-of-a-long-conversation@mail.example.com"_s.arg(i);
    }
    const auto bytes = buildMessage(mail);
    VERIFY_OK(bytes);
    QCOMPARE(transportFault(*bytes), QString());
    const auto parsed = parseMessage(*bytes);
    VERIFY_OK(parsed);
    QCOMPARE(parsed->references, mail.references);
}

void MessageTest::dateKeepsItsOffset_data()
{
    QTest::addColumn<int>("offset");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("UTC") << 0 << QByteArray("Date: Tue, 04 Mar 2025 10:11:12 +0000");
    QTest::newRow("India") << 19800 << QByteArray("Date: Tue, 04 Mar 2025 10:11:12 +0530");
    QTest::newRow("Newfoundland") << -12600 << QByteArray("Date: Tue, 04 Mar 2025 10:11:12 -0330");
}

void MessageTest::dateKeepsItsOffset()
{
    QFETCH(const int, offset);
    QFETCH(const QByteArray, header);
    OutgoingMail mail = soundMail();
    mail.date = QDateTime(QDate(2025, 3, 4), QTime(10, 11, 12), Qt::OffsetFromUTC, offset);
    const auto bytes = buildMessage(mail);
    VERIFY_OK(bytes);
    QVERIFY2(headerLines(*bytes).contains(header), bytes->constData());
    const auto parsed = parseMessage(*bytes);
    VERIFY_OK(parsed);
    QCOMPARE(parsed->date, mail.date);
    QCOMPARE(parsed->date.offsetFromUtc(), offset);
}

void MessageTest::sameMailGivesSameBytes()
{
    OutgoingMail mail = soundMail();
    mail.attachments = {{u"a.pdf"_s, u"application/pdf"_s, "x"}};
    const QByteArray first = buildMessage(mail).value_or(QByteArray());
    QVERIFY(!first.isEmpty());
    QCOMPARE(buildMessage(mail).value_or(QByteArray()), first);
    mail.textBody += u'!';
    const auto other = parseMessage(buildMessage(mail).value_or(QByteArray()));
    VERIFY_OK(other);
    QVERIFY(parseMessage(first).value_or(ParsedMail {}).messageId != other->messageId);
}

void MessageTest::messageIdComesFromTheSendersDomain()
{
    OutgoingMail mail = soundMail();
    const auto own = parseMessage(buildMessage(mail).value_or(QByteArray()));
    VERIFY_OK(own);
    QVERIFY2(own->messageId.endsWith(u"@example.org"), qPrintable(own->messageId));
    mail.fromEmail = u"ana@müller.example"_s;
    QVERIFY(buildMessage(mail).value_or(QByteArray()).contains("<ana@xn--mller-kva.example>"));
    mail.fromEmail = u"\"ana @ home\"@example.org"_s;
    QVERIFY(buildMessage(mail).value_or(QByteArray()).contains("<\"ana @ home\"@example.org>"));
    mail.messageIdDomain = u"mail.example.net"_s;
    const auto given = parseMessage(buildMessage(mail).value_or(QByteArray()));
    VERIFY_OK(given);
    QVERIFY2(given->messageId.endsWith(u"@mail.example.net"), qPrintable(given->messageId));
}

void MessageTest::threadsMayBuildAtOnce()
{
    const QByteArray expected = buildMessage(soundMail()).value_or(QByteArray());
    QVERIFY(!expected.isEmpty());
    std::vector<std::thread> threads;
    std::vector<int> wrong(4);
    for (int &count : wrong) {
        threads.emplace_back([&count, &expected] {
            for (int i = 0; i < 50; ++i) {
                const auto bytes = buildMessage(soundMail());
                count += bytes && *bytes == expected && parseMessage(*bytes) ? 0 : 1;
            }
        });
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    QCOMPARE(wrong, std::vector<int>(4));
}
