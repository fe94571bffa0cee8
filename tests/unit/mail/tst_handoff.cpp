// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/emlfile.h"
#include "mail/handoff.h"
#include "support/support.h"
#include "tests.h"

#include <QTest>
#include <QUrlQuery>

using namespace crema;
using namespace crema::mail;
using namespace Qt::StringLiterals;

void HandoffTest::mailtoCarriesEverything_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("body");
    QTest::newRow("plain") << u"Coffee?"_s << u"one\ntwo"_s;
    QTest::newRow("what addresses are made of") << u"a&b=c#d?e+f%20g"_s << u"1 + 1 = 2 & 100% #x ?y /z"_s;
    QTest::newRow("scripts") << u"山田さん ☕ Łódź"_s << u"שלום\n\nПривет 👩‍💻"_s;
    QTest::newRow("quotes") << u"\"Zoë\" 'x'"_s << u"<b>`$(x)`</b>\\"_s;
    QTest::newRow("a header in the text") << u"x"_s << u"&bcc=thief@example.net\r\n?to=thief@example.net"_s;
}

void HandoffTest::mailtoCarriesEverything()
{
    QFETCH(const QString, subject);
    QFETCH(const QString, body);
    OutgoingMail mail = soundMail();
    mail.toEmail = u"o'hara+x@example.com"_s;
    mail.subject = subject;
    mail.textBody = body;
    const auto url = mailtoUrl(mail);
    VERIFY_OK(url);
    QCOMPARE(url->scheme(), u"mailto"_s);
    const QByteArray address = url->toEncoded();
    QCOMPARE(address.count('&'), 1);
    QCOMPARE(address.count('?'), 1);
    QVERIFY2(!address.contains(' ') && !address.contains('+') && !address.contains('"'), address.constData());
    const QByteArray sent = address.mid(address.indexOf('?') + 1);
    QCOMPARE(QByteArray::fromPercentEncoding(address.mid(7, address.indexOf('?') - 7)),
             "o'hara+x@example.com");
    QCOMPARE(QString::fromUtf8(QByteArray::fromPercentEncoding(sent.mid(8, sent.indexOf('&') - 8))), subject);
    QString expected = body;
    expected.replace(u"\r\n"_s, u"\n"_s).replace(u"\n"_s, u"\r\n"_s);
    QCOMPARE(QString::fromUtf8(QByteArray::fromPercentEncoding(sent.mid(sent.indexOf("&body=") + 6))),
             expected);
}

void HandoffTest::mailtoRefuses_data()
{
    QTest::addColumn<QString>("toEmail");
    QTest::addColumn<int>("bodyLength");
    QTest::addColumn<bool>("works");
    QTest::newRow("no recipient: the mail program asks") << QString() << 10 << true;
    QTest::newRow("address with query") << u"a@example.com?bcc=b@example.com&x"_s << 10 << false;
    QTest::newRow("several addresses") << u"a@example.com,b@example.com"_s << 10 << false;
    QTest::newRow("too long to arrive whole") << u"a@example.com"_s << 40000 << false;
}

void HandoffTest::mailtoRefuses()
{
    QFETCH(const QString, toEmail);
    QFETCH(const int, bodyLength);
    QFETCH(const bool, works);
    OutgoingMail mail = soundMail();
    mail.toEmail = toEmail;
    mail.textBody = QString(bodyLength, u'a');
    const auto url = mailtoUrl(mail);
    QCOMPARE(url.has_value(), works);
    if (works) {
        QVERIFY(url->toEncoded().startsWith("mailto:?subject="));
    } else {
        QCOMPARE(url.error().kind, ErrorKind::rejectedInput);
    }
}

void HandoffTest::copiesAsText()
{
    OutgoingMail mail = soundMail();
    QCOMPARE(
            copyText(mail),
            u"To: Zoë Müller <zoe@example.com>\nSubject: Coffee next week?\n\nHi Zoë,\n\nmay I ask you about Łódź?\n\nAna"_s);
    mail.toEmail.clear();
    QVERIFY(copyText(mail).startsWith(u"To: Zoë Müller\n"));
    mail.toName.clear();
    QVERIFY(copyText(mail).startsWith(u"Subject: "));
}

void HandoffTest::namesTheFile_data()
{
    QTest::addColumn<QString>("firstName");
    QTest::addColumn<QString>("company");
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("name");
    QTest::newRow("name and firm") << u"Zoë"_s << u"Acme & Co."_s << QString() << u"Zoë-Acme-Co-a1B2c3.eml"_s;
    QTest::newRow("name alone") << u"山田太郎"_s << QString() << QString() << u"山田太郎-a1B2c3.eml"_s;
    QTest::newRow("address alone") << QString() << QString() << u"zoe@example.com"_s
                                   << u"zoe-example.com-a1B2c3.eml"_s;
    QTest::newRow("nothing known") << QString() << QString() << QString() << u"email-a1B2c3.eml"_s;
    QTest::newRow("climbs out of the folder")
            << u"../../x"_s << u"C:\\y"_s << QString() << u"x-C-y-a1B2c3.eml"_s;
    QTest::newRow("very long") << QString(300, u'n') << QString() << QString()
                               << QString(60, u'n') + u"-a1B2c3.eml"_s;
}

void HandoffTest::namesTheFile()
{
    QFETCH(const QString, firstName);
    QFETCH(const QString, company);
    QFETCH(const QString, email);
    Contact contact;
    contact.firstName = firstName;
    if (!company.isEmpty()) {
        addPosition(contact.positions, {{}, {}, company, {}, {}, {}});
    }
    if (!email.isEmpty()) {
        addPoint(contact.addresses, {}, email);
    }
    Draft draft;
    draft.id = u"a1B2c3D4e5F6g7H8i9J0"_s;
    QTEST(emlFileName(draft, contact), "name");
}

void HandoffTest::takesTheDraftsWords()
{
    Contact contact;
    contact.firstName = u"Zoë"_s;
    contact.lastName = u"Müller"_s;
    addPoint(contact.addresses, {}, u"zoe@example.com"_s);
    addPoint(contact.addresses, {}, u"old@example.com"_s);
    Profile profile;
    profile.name = u"Ana Lima"_s;
    profile.email = u"ana@example.org"_s;
    Draft draft;
    draft.subject = u"Coffee next week?"_s;
    draft.body = soundMail().textBody;
    const OutgoingMail mail = mailFor(draft, contact, profile, soundMail().date);
    QCOMPARE(mail.purpose, Purpose::handOff);
    const auto bytes = buildMessage(mail);
    VERIFY_OK(bytes);
    QCOMPARE(*bytes, buildMessage(soundMail()).value_or(QByteArray()));
}
