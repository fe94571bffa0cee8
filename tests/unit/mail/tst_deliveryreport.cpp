// SPDX-License-Identifier: GPL-3.0-or-later
#include "answertests.h"
#include "mail/answers.h"

#include <QTest>

using namespace crema;
using namespace crema::mail;
using namespace Qt::StringLiterals;

namespace {

/// A report with this delivery-status part, and the message that came back, which has one of its own.
QByteArray report(const QByteArray &status, const QByteArray &partHeaders = {})
{
    return "From: MAILER-DAEMON@mx.example\r\nTo: sam.student@example.edu\r\nSubject: Undelivered\r\n"
           "Content-Type: multipart/report; report-type=delivery-status; boundary=B\r\n\r\n--B\r\n\r\n"
           "Final-Recipient: rfc822; not@this.example\r\n\r\n--B\r\nContent-Type: message/delivery-status\r\n"
            + partHeaders + "\r\n" + status
            + "\r\n--B\r\nContent-Type: message/rfc822\r\n\r\nSubject: Question\r\nContent-Type: "
              "message/delivery-status\r\n\r\nFinal-Recipient: rfc822; nor@this.example\r\nAction: failed\r\n"
              "\r\n--B--\r\n";
}

QByteArray said(const QVector<DeliveryReport> &reports)
{
    QStringList lines;
    for (const DeliveryReport &one : reports) {
        lines << QStringList {one.recipient, one.action, one.status, one.explanation}.join(u'|');
    }
    return lines.join(u'\n').toUtf8();
}

} // namespace

void DeliveryReportTest::reads_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QByteArray &message, const QByteArray &expected) {
        QTest::newRow(name) << message << expected;
    };
    row("Gmail",
        report("Reporting-MTA: dns; googlemail.com\r\nArrival-Date: Thu, 01 Jan 2026 00:00:00 -0800 "
               "(PST)\r\n\r\n"
               "Final-Recipient: rfc822; Marisol@HalvorsenPike.example\r\nAction: failed\r\nStatus: 5.1.1\r\n"
               "Remote-MTA: dns; mx.halvorsenpike.example\r\nDiagnostic-Code: smtp; 550-5.1.1 The email "
               "account\r\n"
               " that you tried to reach does not exist.\r\n\t550 5.1.1 Try again\r\n"),
        "marisol@halvorsenpike.example|failed|5.1.1|550-5.1.1 The email account that you tried to reach does "
        "not "
        "exist. 550 5.1.1 Try again");
    row("Exchange",
        report("Reporting-MTA: dns;EX01.halvorsenpike.example\r\nReceived-From-MTA: dns;out.example\r\n\r\n"
               "Original-Recipient: rfc822;marisol@halvorsenpike.example\r\n"
               "Final-Recipient: rfc822;mquandahl@internal.example\r\nAction: failed\r\nStatus: 5.1.10\r\n"
               "Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found\r\n"),
        "marisol@halvorsenpike.example|failed|5.1.10|550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found");
    row("Postfix",
        report("Reporting-MTA: dns; mx.example\r\nX-Postfix-Queue-ID: 4F2\r\n\r\nFinal-Recipient: rfc822; "
               "ana@other.example\r\nOriginal-Recipient: rfc822;ana@other.example\r\nAction: failed\r\n"
               "Status: 5.4.4\r\nDiagnostic-Code: X-Postfix; Host or domain name not found\r\n"),
        "ana@other.example|failed|5.4.4|Host or domain name not found");
    row("sendmail, delayed",
        report("Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: RFC822; <ana@other.example>\r\n"
               "Action: delayed\r\nStatus: 4.2.0 (mailbox busy)\r\nWill-Retry-Until: Fri, 2 Jan 2026\r\n"),
        "ana@other.example|delayed|4.2.0|");
    row("delivered",
        report("Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; a@b.example\r\nAction: "
               "relayed\r\n"
               "Status: 2.0.0\r\n"),
        "a@b.example|relayed|2.0.0|");
    row("bare line feeds",
        report("Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; a@b.example\nAction: "
               "Failed\nStatus: "
               "5.0.0\n"),
        "a@b.example|failed|5.0.0|");
    row("base64",
        report(QByteArray("Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822; a@b.example\nAction: "
                          "failed\nStatus: "
                          "5.2.2\n")
                       .toBase64(),
               "Content-Transfer-Encoding: base64\r\n"),
        "a@b.example|failed|5.2.2|");
    row("without the blank line behind the server's fields",
        report("Reporting-MTA: dns; x\r\nFinal-Recipient: rfc822; a@b.example\r\nAction: failed\r\nStatus: "
               "5.1.1\r\n"),
        "a@b.example|failed|5.1.1|");
    row("no action, but a final status",
        report("Reporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; a@b.example\r\nDiagnostic-Code: smtp; "
               "550 "
               "5.7.1 refused\r\n"),
        "a@b.example|failed|5.7.1|550 5.7.1 refused");
    row("no action and a passing status: nothing is claimed",
        report("Reporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; a@b.example\r\nStatus: 4.4.7\r\n"), {});
    row("no recipient: nothing is claimed", report("Reporting-MTA: dns; x\r\n\r\nAction: failed\r\n"), {});
    row("a recipient that is no address",
        report("Reporting-MTA: dns; x\r\n\r\nFinal-Recipient: x400; /C=US/\r\nAction: failed\r\n"), {});
    row("numbers that are no status",
        report("Reporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; a@b.example\r\nAction: failed\r\n"
               "Diagnostic-Code: smtp; 550 refused by 15.20.4.5.1 or 5.1.1.1\r\n"),
        "a@b.example|failed||550 refused by 15.20.4.5.1 or 5.1.1.1");
    const QByteArray qmailHead = "From: MAILER-DAEMON@mx.example\r\nTo: sam.student@example.edu\r\n"
                                 "Subject: failure notice\r\n\r\n";
    row("qmail",
        qmailHead
                + "Hi. This is the qmail-send program at mx.example.\r\nI'm afraid I wasn't able to "
                  "deliver.\r\n\r\n"
                  "<Ana@other.example>:\r\n192.0.2.1 does not like recipient.\r\nRemote host said: 550 "
                  "5.1.1 unknown\r\n\r\n--- Below this line is a copy of the "
                  "message.\r\n\r\n<no@this.example>:\r\n",
        "ana@other.example|failed|5.1.1|192.0.2.1 does not like recipient. Remote host said: 550 5.1.1 "
        "unknown");
    row("free text of others: nothing is claimed",
        qmailHead
                + "Sorry, ana@other.example could not be reached.\r\n\r\n<ana@other.example>:\r\n550 no\r\n",
        {});
    row("a human who quotes a report",
        qmailHead + "> Final-Recipient: rfc822; a@b.example\r\n> Action: failed\r\n", {});
    row("no message", "", {});
    row("bytes", QByteArray("\0\xff\xfe\r\n\r\n", 7), {});
}

void DeliveryReportTest::reads()
{
    QFETCH(QByteArray, message);
    QTEST(said(deliveryReports(message)), "expected");
}

void DeliveryReportTest::readsSeveral()
{
    const QByteArray two = report(
            "Reporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; a@b.example\r\n"
            "Action: failed\r\nStatus: 5.1.1\r\n\r\nFinal-Recipient: rfc822; c@d.example\r\n"
            "Action: delayed\r\nStatus: 4.1.1\r\nFinal-Recipient: rfc822; e@f.example\r\n"
            "Action: failed\r\nStatus: 5.2.1\r\n");
    QCOMPARE(said(deliveryReports(two)),
             QByteArray("a@b.example|failed|5.1.1|\nc@d.example|delayed|4.1.1|\ne@f.example|failed|5.2.1|"));
}

void DeliveryReportTest::survivesCutReports()
{
    const QByteArray whole = report("Reporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; a@b.example\r\n"
                                    "Action: failed\r\nStatus: 5.1.1\r\n");
    for (qsizetype length = 0; length < whole.size(); length += 3) {
        const auto reports = deliveryReports(whole.left(length));
        QVERIFY(reports.size() <= 1);
        QVERIFY(reports.isEmpty()
                || QByteArray("a@b.example").startsWith(reports.first().recipient.toUtf8()));
    }
}
