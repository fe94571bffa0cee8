// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/contactitems.h"

#include "model/contactdocument.h"
#include "support/support.h"
#include "tests.h"

using namespace Qt::StringLiterals;
using namespace crema;

namespace {

/// Two addresses with the ids "one" and "two", and a profile.
Contact somebody()
{
    Contact contact;
    contact.id = u"me"_s;
    contact.firstName = u"Ada"_s;
    contact.addresses = {{u"one"_s, u"i"_s, u"work"_s, u"ada@acme.example"_s},
                         {u"two"_s, u"j"_s, {}, u"ada@home.example"_s}};
    contact.links = {{u"l"_s, u"i"_s, u"linkedin"_s, u"https://www.linkedin.com/in/ada"_s}};
    return contact;
}

QString valuesOf(const QVector<ContactPoint> &points)
{
    QStringList values;
    for (const ContactPoint &point : points) {
        values << point.kind + u':' + point.value;
    }
    return values.join(u' ');
}

} // namespace

void ContactItemsTest::fieldsAreSetFromText_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("stored");
    QTest::addRow("a value") << u"addresses/two"_s << u" ada@new.example "_s << u"ada@new.example"_s;
    QTest::addRow("emptied: removed") << u"addresses/two"_s << u" "_s << QString();
    QTest::addRow("a kind") << u"addresses/two/kind"_s << u"personal"_s << u"personal"_s;
    QTest::addRow("no kind") << u"addresses/one/kind"_s << QString() << QString();
    QTest::addRow("a link without its scheme")
            << u"links/l"_s << u"ada.example/me"_s << u"https://ada.example/me"_s;
    QTest::addRow("muted") << u"notificationsMuted"_s << u"Yes"_s << u"yes"_s;
    QTest::addRow("not muted") << u"notificationsMuted"_s << u"no"_s << QString();
    QTest::addRow("introducers") << u"introducerIds"_s << u"b, a, b"_s << u"b,a"_s;
    QTest::addRow("the same value again")
            << u"addresses/one"_s << u"Ada@Acme.example"_s << u"Ada@Acme.example"_s;
}

void ContactItemsTest::fieldsAreSetFromText()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    Contact contact = somebody();
    VERIFY_OK(setDocumentField(contact, field, text)); // the one door for what was typed
    QTEST(contactItem(contact, field), "stored");
}

void ContactItemsTest::wrongTextIsRefused_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addRow("no address") << u"addresses/one"_s << u"ada at acme"_s;
    QTest::addRow("no new address") << u"addresses/+"_s << u"ada at acme"_s;
    QTest::addRow("there already") << u"addresses/+"_s << u"ADA@home.example"_s;
    QTest::addRow("as another item") << u"addresses/one"_s << u"ada@home.example"_s;
    QTest::addRow("an item that is gone") << u"addresses/three"_s << u"a@b.example"_s;
    QTest::addRow("a program as link") << u"links/+"_s << u"file:///usr/bin/true"_s;
    QTest::addRow("a script as link") << u"links/+"_s << u"javascript:alert(1)"_s;
    QTest::addRow("a link that leads elsewhere")
            << u"links/+"_s << u"https://www.linkedin.com@evil.example/in/a"_s;
    QTest::addRow("a profile that leads elsewhere")
            << u"linkedinUrl"_s << u"https://www.linkedin.com@evil.example/in/ada"_s;
    QTest::addRow("a profile with a password") << u"linkedinUrl"_s << u"https://me:pw@linkedin.com/in/ada"_s;
    QTest::addRow("a program as profile") << u"linkedinUrl"_s << u"ftp://linkedin.com/in/ada"_s;
    QTest::addRow("neither yes nor no") << u"notificationsMuted"_s << u"perhaps"_s;
    QTest::addRow("themselves") << u"introducerIds"_s << u"x,me"_s;
    QTest::addRow("an unknown list") << u"pets/+"_s << u"Rex"_s;
    QTest::addRow("an unknown part") << u"addresses/one/colour"_s << u"red"_s;
}

void ContactItemsTest::wrongTextIsRefused()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    Contact contact = somebody();
    const auto set = setDocumentField(contact, field, text);
    QVERIFY(!set);
    QCOMPARE(set.error().kind, ErrorKind::rejectedInput);
    QCOMPARE(contact, somebody());
}

void ContactItemsTest::itemsMoveWithoutTheirNeighbours()
{
    Contact contact = somebody();
    VERIFY_OK(setDocumentField(contact, u"addresses/+"_s, u"ada@school.example"_s));
    VERIFY_OK(setDocumentField(contact, u"links/+"_s, u"uk.linkedin.com/in/ada-2"_s));
    QCOMPARE(valuesOf(contact.links),
             u"linkedin:https://www.linkedin.com/in/ada linkedin:https://uk.linkedin.com/in/ada-2"_s);
    const QVector<ContactPoint> before = contact.addresses;
    moveItem(contact.addresses, before[2].id, 1);
    moveItem(contact.addresses, u"one"_s, 99);
    QCOMPARE(valuesOf(contact.addresses), u":ada@school.example :ada@home.example work:ada@acme.example"_s);
    QCOMPARE(contact.addresses[1], before[1]); // who did not move keeps its position
    moveItem(contact.addresses, u"nobody"_s, 0);
    // Read again, the order is the same.
    QCOMPARE(contactFrom(contact.id, toBody(contact)).addresses, contact.addresses);
}

void ContactItemsTest::introducersSurviveABody()
{
    Contact contact = somebody();
    setIntroducers(contact, {u"p"_s, u"q"_s});
    const Contact again = contactFrom(contact.id, toBody(contact));
    QCOMPARE(introducersOf(again), (QStringList {u"p"_s, u"q"_s}));
    QCOMPARE(introducersOf(contactFromDocument(toFullDocument(contact))), introducersOf(contact));
    setIntroducers(contact, {});
    QVERIFY(!toBody(contact).contains("introducerIds"));
}

void ContactItemsTest::addresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isAddress");
    const auto row = [](const QString &text, bool isAddress) {
        QTest::addRow("%s", qPrintable(text)) << text << isAddress;
    };
    row(u"ann@x.example"_s, true);
    row(u"ann.o'lee+work=1@mail.x-y.example"_s, true);
    row(u"zoë@müller.example"_s, true);
    row(u"\"ann lee\"@x.example"_s, true);
    row(u"\"ann@home\"@x.example"_s, true);
    row(u"\"a\\\"b\"@x.example"_s, true);
    row(u"ann-@x--y.example"_s, true);
    row(u"ann..lee@x.example"_s, true); // Japanese carriers gave out such
    row(u".ann@x.example"_s, false);
    row(u"ann.@x.example"_s, true);
    row(u"ann@-x.example"_s, false);
    row(u"ann@x-.example"_s, false);
    row(u"ann@x.example-"_s, false);
    row(u"\"\"@x.example"_s, false);
    row(u"\"ann@x.example"_s, false);
    row(u"\"ann\"lee@x.example"_s, false);
    row(u"\"ann\nlee\"@x.example"_s, false);
    row(QString(), false);
    row(u"ann"_s, false);
    row(u"ann@x"_s, false);
    row(u"@x.example"_s, false);
    row(u"ann@.example"_s, false);
    row(u"ann@x.example."_s, false);
    row(u"ann@x..example"_s, false);
    row(u"ann@lee@x.example"_s, false);
    row(u"ann lee@x.example"_s, false);
    row(u"ann@x.example\n"_s, false);
    row(u"ann\t@x.example"_s, false);
    row(u"<ann@x.example>"_s, false);
    row(u"ann@x.example,ben@x.example"_s, false);
    row(u"ann@x.example:25"_s, false);
    row(u"\"ann\"@x.example"_s, true);
    const QString longest = QString(u'a').repeated(64);
    row(longest + u"@x.example"_s, true);
    row(longest + u"a@x.example"_s, false);
    const QString domain = (QString(u'b').repeated(59) + u'.').repeated(3); // 180
    row(longest + u'@' + domain + u"example.x"_s, true); // 254 characters
    row(longest + u'@' + domain + u"examples.x"_s, false);
}

void ContactItemsTest::addresses()
{
    QFETCH(QString, text);
    QFETCH(bool, isAddress);
    QCOMPARE(isEmailAddress(text), isAddress);
}
