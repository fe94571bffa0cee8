// SPDX-License-Identifier: GPL-3.0-or-later
#include "contacts/identity.h"
#include "people.h"
#include "tests.h"

using namespace Qt::StringLiterals;
using namespace crema;

void IdentityTest::linkedinSlug_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("slug");
    QTest::newRow("plain") << u"https://www.linkedin.com/in/ann-lee"_s << u"ann-lee"_s;
    QTest::newRow("upper case, slash, query")
            << u"http://www.LinkedIn.com/IN/Ann-Lee/?trk=1"_s << u"ann-lee"_s;
    QTest::newRow("country host") << u"https://de.linkedin.com/in/ann-lee"_s << u"ann-lee"_s;
    QTest::newRow("no scheme") << u"linkedin.com/in/ann-lee"_s << u"ann-lee"_s;
    QTest::newRow("language behind") << u"https://www.linkedin.com/in/ann-lee/de"_s << u"ann-lee"_s;
    QTest::newRow("fragment") << u"https://www.linkedin.com/in/ann-lee#top"_s << u"ann-lee"_s;
    QTest::newRow("mobile") << u"https://www.linkedin.com/mwlite/in/ann-lee"_s << u"ann-lee"_s;
    QTest::newRow("percent encoded") << u"https://www.linkedin.com/in/zo%C3%AB-odb"_s << u"zoë-odb"_s;
    QTest::newRow("the same decoded") << u"https://www.linkedin.com/in/Zoë-odb"_s << u"zoë-odb"_s;
    QTest::newRow("old public address")
            << u"http://www.linkedin.com/pub/ann-lee/1/2a/3b4"_s << u"pub/ann-lee/1/2a/3b4"_s;
    QTest::newRow("old one with an \"in\"")
            << u"http://www.linkedin.com/pub/ann/in/3b4"_s << u"pub/ann/in/3b4"_s;
    QTest::newRow("climbs") << u"https://www.linkedin.com/in/ann-lee/%2E%2e/bob"_s << QString();
    QTest::newRow("company page") << u"https://www.linkedin.com/company/acme"_s << QString();
    QTest::newRow("another site") << u"https://www.notlinkedin.com/in/ann-lee"_s << QString();
    QTest::newRow("site in the path") << u"https://evil.example/linkedin.com/in/ann"_s << QString();
    QTest::newRow("another site behind a name")
            << u"https://linkedin.com:x@evil.example/in/ann-lee"_s << QString();
    QTest::newRow("my own profile") << u"https://www.linkedin.com/in/me/"_s << QString();
    QTest::newRow("no slug") << u"https://www.linkedin.com/in/"_s << QString();
    QTest::newRow("placeholder") << u"https://www.linkedin.com/in/null"_s << QString();
    QTest::newRow("text") << u"Not available"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void IdentityTest::linkedinSlug()
{
    QFETCH(QString, url);
    QTEST(contacts::linkedinSlug(url), "slug");
}

void IdentityTest::normalisedEmail_data()
{
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("normalised");
    QTest::newRow("case and blanks") << u" Ann.Lee@Example.COM "_s << u"ann.lee@example.com"_s;
    QTest::newRow("gmail dots and tag") << u"Ann.Lee+jobs@gmail.com"_s << u"annlee@gmail.com"_s;
    QTest::newRow("googlemail is gmail") << u"ann.lee@googlemail.com"_s << u"annlee@gmail.com"_s;
    QTest::newRow("others keep dots and tag")
            << u"ann.lee+jobs@example.com"_s << u"ann.lee+jobs@example.com"_s;
    QTest::newRow("mailto") << u"mailto:ann@example.com"_s << u"ann@example.com"_s;
    QTest::newRow("none") << u"Not available"_s << QString();
    QTest::newRow("two at signs") << u"a@b@c.example"_s << QString();
}

void IdentityTest::normalisedEmail()
{
    QFETCH(QString, email);
    QTEST(contacts::normalisedEmail(email), "normalised");
}

void IdentityTest::sharedMailbox_data()
{
    QTest::addColumn<QString>("email");
    QTest::addColumn<bool>("shared");
    for (const QString &desk :
         {u"info@x.example"_s, u"Hello@x.example"_s, u"no-reply@x.example"_s, u"noreply2@x.example"_s,
          u"careers@x.example"_s, u"human-resources@x.example"_s, u"info.de@x.example"_s,
          u"hr+apply@x.example"_s, u"mailer-daemon@x.example"_s}) {
        QTest::newRow(qPrintable(desk)) << desk << true;
    }
    for (const QString &own : {u"ann@x.example"_s, u"infante@x.example"_s, u"jobs.steve@x.example"_s,
                               u"salesky@x.example"_s, u"teamer@x.example"_s}) {
        QTest::newRow(qPrintable(own)) << own << false;
    }
}

void IdentityTest::sharedMailbox()
{
    QFETCH(QString, email);
    QTEST(contacts::isSharedMailbox(email), "shared");
}

void IdentityTest::companyKey_data()
{
    QTest::addColumn<QString>("company");
    QTest::addColumn<QString>("key");
    QTest::newRow("legal form with comma")
            << u"Halvorsen Pike Advisory, LLC"_s << u"halvorsen pike advisory"_s;
    QTest::newRow("dotted form") << u"Société Générale S.A."_s << u"societe generale"_s;
    QTest::newRow("two forms") << u"Müller & Co. KG"_s << u"muller"_s;
    QTest::newRow("and") << u"Procter and Gamble Inc"_s << u"procter gamble"_s;
    QTest::newRow("ampersand") << u"Procter & Gamble"_s << u"procter gamble"_s;
    QTest::newRow("article") << u"The Acme Company"_s << u"acme"_s;
    QTest::newRow("a form alone is a name") << u"Co"_s << u"co"_s;
    QTest::newRow("different firms stay different") << u"Acme Labs"_s << u"acme labs"_s;
    QTest::newRow("another script") << u"株式会社ソニー"_s << u"株式会社ソニー"_s;
    QTest::newRow("nothing") << u" - "_s << QString();
}

void IdentityTest::companyKey()
{
    QFETCH(QString, company);
    QTEST(contacts::companyKey(company), "key");
}

void IdentityTest::keysOfAContact()
{
    using contacts::IdentityType;
    const Contact zoe = person(
            u"Zoë Müller | company=Acme GmbH | email=zoe@acme.example | email=info@acme.example | linkedin=Zoe-M/"_s);
    const QVector<contacts::IdentityKey> expected {
            {IdentityType::linkedin, u"zoe-m"_s},
            {IdentityType::email, u"zoe@acme.example"_s},
            {IdentityType::nameCompany, u"zoe muller\nacme"_s},
            {IdentityType::name, u"zoe muller"_s},
    };
    QCOMPARE(contacts::identityKeys(zoe), expected);
}

void IdentityTest::placeholdersAndLoneNamesAreNoIdentity()
{
    QVERIFY(contacts::identityKeys(person(u"Maria | company=Acme"_s)).isEmpty());
    Contact nobody = person(u"Maria | company=Acme | email=info@acme.example"_s);
    addPoint(nobody.addresses, {}, u"Not available"_s);
    addPoint(nobody.links, u"linkedin"_s, u"Not available"_s);
    QVERIFY(contacts::identityKeys(nobody).isEmpty());
    QCOMPARE(contacts::identityKeys(person(u"王小明 | company=Acme"_s)).size(), 2);
}
