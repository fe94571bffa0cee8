// SPDX-License-Identifier: GPL-3.0-or-later
#include "answertests.h"
#include "mail/answers.h"

#include <QTest>

using namespace crema;
using namespace crema::mail;
using namespace Qt::StringLiterals;

namespace {

constexpr auto us = "Sam Student <sam.student@example.edu>";
constexpr auto them = "Marisol Quandahl <marisol@halvorsenpike.example>";

/// Headers as lines; "Labels" and "Type" are not headers but the mailbox's own words.
GmailMessage messageOf(const QByteArray &lines)
{
    GmailMessage message;
    message.labels = {u"INBOX"_s, u"UNREAD"_s};
    for (const QByteArray &line : lines.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        const QString name = QString::fromUtf8(line.left(colon));
        const QString value = QString::fromUtf8(line.mid(colon + 1).trimmed());
        if (name == "Labels"_L1) {
            message.labels = value.split(u' ');
        } else if (name == "Type"_L1) {
            message.mediaType = value;
        } else if (!name.isEmpty()) {
            message.headers.append({name, value});
        }
    }
    return message;
}

void row(const char *name, AnswerKind kind, const QByteArray &from, const QByteArray &lines)
{
    QTest::newRow(name) << QByteArray("From: " + from + '\n' + lines) << int(kind);
}

const QByteArray inThread = "In-Reply-To: <m1@mail.gmail.com>\nReferences: <m1@mail.gmail.com>\n";

} // namespace

void AnswersTest::judgesOwnAndHuman_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<int>("kind");
    row("our sent message", AnswerKind::own, us, "Labels: SENT\nSubject: Question");
    row("our draft from an alias", AnswerKind::own, "sam@alias.example",
        "Labels: DRAFT\nSubject: Re: Question");
    row("our own address in capitals", AnswerKind::own, "SAM.STUDENT@Example.EDU", "Subject: Re: Question");
    row("our second address", AnswerKind::own, "\"Student, Sam\" <sam@larkspur.example>", "Subject: more");
    row("an address that ends like ours", AnswerKind::human, "adsam.student@example.edu", inThread);
    row("an address that begins like ours", AnswerKind::human, "sam.student@example.edu.example", inThread);
    row("our address as a name", AnswerKind::human, "\"sam.student@example.edu\" <diana@other.example>",
        inThread);
    row("a plain reply", AnswerKind::human, them, inThread + "Subject: Re: Question");
    row("Auto-Submitted: no", AnswerKind::human, them,
        inThread + "Auto-Submitted: No\nSubject: Re: Question");
    row("a reply about being out of office", AnswerKind::human, them,
        inThread + "Subject: Re: out of office next week?");
    row("a person whose subject says out of office", AnswerKind::human, them,
        inThread + "Subject: Out of office: can we talk on Monday?");
    row("a new thread without references", AnswerKind::human, them, "Subject: Your question");
    row("a reply about a delivery failure", AnswerKind::human, them,
        inThread + "Subject: Re: Delivery Status Notification (Failure)");
    row("a reply with odd headers", AnswerKind::human, them,
        inThread + "X-Autoreply: no\nPrecedence: first-class\nReturn-Path: <marisol@halvorsenpike.example>");
    row("a human postmaster", AnswerKind::human, "Pat Postmaster <postmaster@smallfirm.example>",
        inThread + "Subject: Re: Question\nReturn-Path: <postmaster@smallfirm.example>");
    row("a name that looks like a daemon", AnswerKind::human, "mailer-daemon <dana@other.example>", inThread);
    row("a person at a domain like the daemon's", AnswerKind::human, "dana@mailer-daemon.example", inThread);
    row("an Outlook acceptance by hand", AnswerKind::human, them,
        inThread
                + "Subject: Accepted: Coffee chat\nContent-Type: text/calendar; method=REPLY; charset=utf-8");
    row("a signed reply", AnswerKind::human, them,
        inThread
                + "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"\nType: "
                  "multipart/signed");
    row("only a From", AnswerKind::human, them, {});
    row("no headers at all", AnswerKind::human, {}, {});
}

void AnswersTest::judgesOwnAndHuman()
{
    judge();
}

void AnswersTest::judgesMachines_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<int>("kind");
    row("Outlook, English", AnswerKind::automatic, them,
        inThread + "Subject: Automatic reply: Question\nAuto-Submitted: auto-generated");
    row("Outlook, German, encoded", AnswerKind::automatic, them,
        "Subject: =?utf-8?Q?Automatische_Antwort:_Question?=\nAuto-Submitted: auto-replied (vacation)");
    row("Outlook, French", AnswerKind::automatic, them,
        "Subject: =?iso-8859-1?Q?R=E9ponse_automatique_:_Question?=\nAuto-Submitted: auto-generated");
    row("Outlook, Japanese", AnswerKind::automatic, them,
        "Subject: 自動返信: Question\nauto-submitted: AUTO-REPLIED; owner-email=\"x\"");
    row("an old responder: its subject and no reference", AnswerKind::automatic, them,
        "Subject: Out of Office: Question");
    row("the same, encoded in Spanish", AnswerKind::automatic, them,
        "Subject: =?utf-8?B?UmVzcHVlc3RhIGF1dG9tw6F0aWNhOiBRdWVzdGlvbg==?=");
    row("Gmail's vacation responder", AnswerKind::automatic, them,
        inThread + "Precedence: bulk\nX-Autoreply: yes\nSubject: away Re: Question");
    row("X-Autorespond alone", AnswerKind::automatic, them, inThread + "X-Autorespond: Question");
    row("Precedence auto_reply", AnswerKind::automatic, them, inThread + "Precedence: AUTO_REPLY");
    row("a mailing list", AnswerKind::automatic, them,
        inThread + "List-Id: Alumni <alumni.larkspur.example>\nPrecedence: list");
    row("a ticket acknowledgement", AnswerKind::automatic, "Help Desk <help@halvorsenpike.example>",
        inThread + "Subject: [#4711] Question\nAuto-Submitted: auto-generated\nPrecedence: bulk");
    row("a ticket of noreply", AnswerKind::automatic, "Careers <no-reply@halvorsenpike.example>",
        "Subject: Thank you for your message");
    row("Google Calendar's acceptance", AnswerKind::automatic, them,
        inThread
                + "Subject: Accepted: Coffee chat\nAuto-Submitted: auto-generated\nContent-Type: "
                  "multipart/mixed");
    row("a read receipt", AnswerKind::automatic, them,
        "Content-Type: multipart/report; report-type=disposition-notification; boundary=x\nSubject: Read: "
        "Question");
    row("a null sender", AnswerKind::automatic, them, "Return-Path: < >\nSubject: We got your message");
    row("Boxbe", AnswerKind::challenge, "Boxbe <notifications@boxbe.com>",
        inThread + "Auto-Submitted: auto-replied\nSubject: Question (Action Required)");
    row("asks for confirmation", AnswerKind::challenge, them,
        inThread + "Auto-Submitted: auto-replied\nSubject: Please confirm your message");
    row("a person who asks for confirmation", AnswerKind::human, them,
        inThread + "Subject: Please confirm your message of Monday");
    row("a domain like Boxbe's", AnswerKind::human, "dana@notboxbe.com", inThread + "Subject: Question");
}

void AnswersTest::judgesMachines()
{
    judge();
}

void AnswersTest::judgesReports_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<int>("kind");
    const QByteArray report = "Content-Type: multipart/report; boundary=\"x\"; report-type=delivery-status\n"
                              "Type: multipart/report\nAuto-Submitted: auto-replied\n";
    const char *gmail = "Mail Delivery Subsystem <mailer-daemon@googlemail.com>";
    row("Gmail", AnswerKind::bounce, gmail,
        report + inThread
                + "X-Failed-Recipients: marisol@halvorsenpike.example\n"
                  "Subject: Delivery Status Notification (Failure)");
    row("Gmail, delayed", AnswerKind::delayed, gmail,
        report + inThread + "Subject: Delivery Status Notification (Delay)");
    row("Exchange", AnswerKind::bounce,
        "\"Microsoft Outlook\" <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@halvorsenpike.example>",
        report + "Subject: Undeliverable: Question");
    row("Exchange, and our own subject says delayed", AnswerKind::bounce, "postmaster@halvorsenpike.example",
        report + "Subject: Undeliverable: Delivery delayed: my application");
    row("Exchange, delayed", AnswerKind::delayed, "postmaster@halvorsenpike.example",
        report + "Subject: Delivery delayed:Question");
    row("Exchange, German, delayed", AnswerKind::delayed, "postmaster@halvorsenpike.example",
        report + "Subject: =?utf-8?Q?Zustellung_verz=C3=B6gert:_Question?=");
    row("Postfix", AnswerKind::bounce, "MAILER-DAEMON@mx.halvorsenpike.example (Mail Delivery System)",
        report + "Subject: Undelivered Mail Returned to Sender");
    row("Postfix, delayed", AnswerKind::delayed,
        "MAILER-DAEMON@mx.halvorsenpike.example (Mail Delivery System)",
        report + "Subject: Delayed Mail (still being retried)");
    row("Postfix, delivered", AnswerKind::automatic, "MAILER-DAEMON@mx.halvorsenpike.example",
        report + "Subject: Successful Mail Delivery Report");
    row("sendmail", AnswerKind::bounce, "Mail Delivery Subsystem <MAILER-DAEMON@mx.other.example>",
        report + "Subject: Returned mail: see transcript for details");
    row("sendmail, warning", AnswerKind::delayed, "Mail Delivery Subsystem <MAILER-DAEMON@mx.other.example>",
        report + "Subject: Warning: could not send message for past 4 hours");
    row("qmail", AnswerKind::bounce, "MAILER-DAEMON@mx.other.example",
        "Return-Path: <>\nSubject: failure notice");
    row("Exim", AnswerKind::bounce, "Mail Delivery System <Mailer-Daemon@mx.other.example>",
        "X-Failed-Recipients: marisol@halvorsenpike.example\nAuto-Submitted: auto-replied\n"
        "Subject: Mail delivery failed: returning message to sender");
    row("Exim, warning", AnswerKind::delayed, "Mail Delivery System <Mailer-Daemon@mx.other.example>",
        "Auto-Submitted: auto-replied\nSubject: Warning: message 1abcDE-0001 delayed 24 hours");
    row("postmaster with a null sender", AnswerKind::bounce, "postmaster@other.example",
        "Return-Path: <>\nSubject: Your message");
}

void AnswersTest::judgesReports()
{
    judge();
}

void AnswersTest::judge()
{
    QFETCH(QByteArray, lines);
    QFETCH(int, kind);
    const AnswerVerdict verdict = judgeAnswer(messageOf(lines),
                                              {u"sam.student@example.edu"_s, u"sam@larkspur.example"_s});
    QVERIFY2(int(verdict.kind) == kind, qPrintable(verdict.reason));
    QCOMPARE(verdict.reason.isEmpty(), verdict.kind == AnswerKind::human);
}

void AnswersTest::findsTheAddress_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("address");
    const auto row = [](const char *name, const QString &header, const QString &address) {
        QTest::newRow(name) << header << address;
    };
    row("bare", u"Ana@Example.org"_s, u"ana@example.org"_s);
    row("brackets only", u"<ana@example.org>"_s, u"ana@example.org"_s);
    row("a comma in quotes", u"\"Quill, Ana\" <ana@example.org>"_s, u"ana@example.org"_s);
    row("a comma without quotes", u"Quill, Ana <ana@example.org>"_s, u"ana@example.org"_s);
    row("a bracket in quotes", u"\"Ana <boss@other.example>\" <ana@example.org>"_s, u"ana@example.org"_s);
    row("quoted quotes", u"\"Ana \\\"Q\\\" Quill\" <ana@example.org>"_s, u"ana@example.org"_s);
    row("a comment", u"ana@example.org (boss@other.example)"_s, u"ana@example.org"_s);
    row("encoded words", u"=?UTF-8?Q?Zo=C3=AB_=3Cx=40y=2Ez=3E?= <zoe@example.org>"_s, u"zoe@example.org"_s);
    row("base64 words", u"=?utf-8?B?Wm/Dqw==?= =?utf-8?B?UXVpbGw=?= <zoe@example.org>"_s,
        u"zoe@example.org"_s);
    row("raw letters", u"Zoë Quill <zoe@example.org>"_s, u"zoe@example.org"_s);
    row("a group", u"Team: Ana <ana@example.org>, bo@example.org;"_s, u"ana@example.org"_s);
    row("an empty group", u"undisclosed-recipients:;"_s, QString());
    row("several", u"ana@example.org, bo@example.org"_s, u"ana@example.org"_s);
    row("blanks", u"  Ana   < ana@example.org > "_s, u"ana@example.org"_s);
    row("nothing", QString(), QString());
    row("no address", u"Ana Quill"_s, QString());
    row("half an address", u"Ana <ana@>"_s, QString());
    row("not closed", u"Ana <ana@example.org"_s, u"ana@example.org"_s);
}

void AnswersTest::findsTheAddress()
{
    QFETCH(QString, header);
    QTEST(addressOf(header), "address");
}
