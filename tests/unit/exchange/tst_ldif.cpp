// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ldifreader.h"
#include "filekindtests.h"
#include "words.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::exchange;

namespace {

QString linesOf(const QByteArray &bytes)
{
    return inWords(peopleOf(bytes)).join(u" + "_s);
}

QByteArray inBase64(const char *text)
{
    return QByteArray(text).toBase64();
}

/// What is kept of the first person, "name=value | name=value".
QString keptOf(const ReadPeople &read)
{
    QStringList kept;
    if (!read.people.empty()) {
        const Json columns = member(read.people.front()->contact.extra, "columns");
        for (const auto &[name, value] : columns.items()) {
            kept << QString::fromStdString(name) + u'=' + textOf(value);
        }
    }
    return kept.join(u" | "_s);
}

} // namespace

void LdifTest::people_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *what, const QByteArray &bytes, const QString &expected) {
        QTest::newRow(what) << bytes << expected;
    };
    row("one entry", "dn: cn=Ann Lee,mail=a@x.example\ncn: Ann Lee\nmail: a@x.example\n",
        u"1: Ann Lee <a@x.example>"_s);
    row("a version above", "version: 1\n\ndn: cn=x\ncn: Ann Lee\n", u"3: Ann Lee"_s);
    row("a version right above", "version: 1\ndn: cn=x\ncn: Ann Lee\n", u"2: Ann Lee"_s);
    row("comments, also folded, as ldapsearch writes",
        "# extended LDIF\n#\n# base <dc=x> with\n  scope subtree\n#\n\n# ann, people\ndn: uid=ann,dc=x\nsn: "
        "Lee\n"
        "# between\ngivenName: Ann\n\n# search result\nsearch: 2\nresult: 0 Success\n\n# numResponses: 2\n",
        u"8: Ann Lee"_s);
    row("line ends of Windows",
        "dn: cn=x\r\ncn: Ann Lee\r\nmail: a@x.example\r\n\r\ndn: cn=y\r\ncn: Bo Roe\r\n",
        u"1: Ann Lee <a@x.example> + 5: Bo Roe"_s);
    row("folded lines", "dn: cn=x,\n dc=y\ncn: Ann \n Lee\nmail: a@\n x.exa\n mple\n",
        u"1: Ann Lee <a@x.example>"_s);
    row("base64", "dn:: " + inBase64("cn=Zoë Großmann,dc=x") + "\ncn:: " + inBase64("Zoë Großmann") + "\n",
        u"1: Zoë Großmann"_s);
    row("folded base64",
        "dn: cn=x\ncn:: " + inBase64("王小明").first(5) + "\n " + inBase64("王小明").sliced(5) + "\n",
        u"1: 王小明"_s);
    row("no blank behind the colon", "dn:cn=x\ncn:Ann Lee\nmail:a@x.example\n",
        u"1: Ann Lee <a@x.example>"_s);
    row("names in capitals", "DN: cn=x\nCN: Ann Lee\nMAIL: a@x.example\n", u"1: Ann Lee <a@x.example>"_s);
    row("no empty line between", "dn: cn=x\ncn: Ann Lee\ndn: cn=y\ncn: Bo Roe\n",
        u"1: Ann Lee + 3: Bo Roe"_s);
    row("the shown name rather than the common one",
        "dn: cn=alee\ncn: alee\ndisplayName: Ann Lee\nobjectClass: person\n", u"1: Ann Lee"_s);
    row("first and last name", "dn: cn=x\ncn: Lee, Ann\nsn: Lee\ngivenName: Ann\n", u"1: Ann Lee"_s);
    row("only the name of the entry", "dn: cn=Ann Lee,ou=People,dc=x\nmail: a@x.example\n",
        u"1: Ann Lee <a@x.example>"_s);
    row("the same with signs", "dn: cn=Lee\\, Zo\\C3\\AB+mail=z@x.example,dc=x\nmail: z@x.example\n",
        u"1: Zoë Lee <z@x.example>"_s);
    row("an account is no name", "dn: uid=ann,ou=People\nmail: a@x.example\n", u"1: <a@x.example>"_s);
    row("several addresses",
        "dn: cn=x\ncn: Ann Lee\nmail: a@x.example\nmail: b@x.example\nmozillaSecondEmail: c@x.example\n",
        u"1: Ann Lee <a@x.example> <b@x.example> <c@x.example>"_s);
    row("with a language", "dn: cn=x\ncn;lang-de: Anna Lee\ncn: Ann Lee\nmail;lang-de: a@x.example\n",
        u"1: Ann Lee <a@x.example>"_s);
    row("only with a language", "dn: cn=x\ncn;lang-ja: 山田太郎\n", u"1: 山田太郎"_s);
    row("a job", "dn: cn=x\ncn: Ann Lee\no: Acme, Inc.\nou: Sales\ntitle: Analyst; Europe\n",
        u"1: Ann Lee Analyst; Europe @ Acme, Inc."_s);
    row("Active Directory",
        "dn: CN=Ann Lee,OU=Users,DC=x,DC=example\nchangetype: add\nobjectClass: top\nobjectClass: person\n"
        "objectClass: organizationalPerson\nobjectClass: user\ncn: Ann Lee\nsn: Lee\ngivenName: Ann\n"
        "displayName: Ann Lee\nname: Ann Lee\nobjectGUID:: AQIDBAUGBwgJCgsMDQ4PEA==\ncompany: Acme\n"
        "title: Analyst\nmail: a@x.example\n",
        u"1: Ann Lee <a@x.example> Analyst @ Acme"_s);
    row("profile", "dn: cn=x\ncn: Ann Lee\nlabeledURI: https://www.linkedin.com/in/ann-lee My profile\n",
        u"1: Ann Lee [https://www.linkedin.com/in/ann-lee]"_s);
    row("particles", "dn: cn=x\ncn: Jan van den Berg\nsn: van den Berg\ngivenName: Jan\n",
        u"1: Jan van den Berg"_s);
    QByteArray wide = QByteArray::fromHex("fffe");
    for (const char c : QByteArray("dn: cn=x\ncn: Ann\n")) {
        wide += c;
        wide += '\0';
    }
    row("UTF-16", wide, u"1: Ann"_s);
}

void LdifTest::people()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    QCOMPARE(linesOf(bytes), expected);
    const ReadPeople read = peopleOf(bytes);
    QCOMPARE(read.format, Format::ldif);
    QVERIFY2(read.invalid.isEmpty(), qPrintable(inWords(read.invalid).join(u'\n')));
    QVERIFY2(read.warnings.isEmpty() || bytes.contains("objectGUID"),
             qPrintable(inWords(read.warnings).join(u'\n')));
    const auto shown = preview(bytes);
    QVERIFY(shown);
    QCOMPARE(shown->rowCount, static_cast<qint64>(read.people.size()));
}

void LdifTest::kept_data()
{
    QTest::addColumn<QByteArray>("attributes");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *what, const QByteArray &attributes, const QString &expected) {
        QTest::newRow(what) << attributes << expected;
    };
    row("a department", "ou: Sales\n", u"Department=Sales"_s);
    row("what we do not know", "employeeNumber: 17\ncarLicense: X 1\ncarLicense: X 2\n",
        u"carLicense=X 1\nX 2 | employeeNumber=17"_s);
    row("own fields", "mozillaCustom1: blue\nmozillaCustom4: green\n", u"Custom 1=blue | Custom 4=green"_s);
    row("a nickname", "mozillaNickname: Annie\n", u"NICKNAME=Annie"_s);
    row("a birthday", "birthyear: 1980\nbirthmonth: 5\nbirthday: 1\n", u"BDAY=1980-05-01"_s);
    row("a day without its year", "birthmonth: 12\nbirthday: 24\n", u"BDAY=--12-24"_s);
    row("a year alone", "birthyear: 1980\n", u"BDAY=1980"_s);
    row("a day alone", "birthday: 24\n", u"BDAY=24"_s);
    row("a street", "street: Main St 1\nmozillaWorkStreet2: Floor 2\npostalCode: 10115\nl: Berlin\nc: DE\n",
        u"Postal code=10115 | Street=Main St 1, Floor 2"_s);
    row("two places", "l: Berlin\nmozillaHomeStreet: Lane 2\nmozillaHomeLocalityName: Potsdam\n",
        u"Address=Lane 2, Potsdam"_s);
    row("another name", "cn: Ann Lee\ncn: Annie of Sales\n", u"cn=Annie of Sales"_s);
    row("another language", "cn;lang-ja: 山田\n", u"cn=山田"_s);
    row("an address of the web", "labeledURI: https://x.example Ann at home\n",
        u"labeledURI=https://x.example Ann at home"_s);
    row("no address", "mail: ask Bob\n", u"EMAIL=ask Bob"_s);
    row("nothing of the directory's own",
        "objectClass: top\nmodifytimestamp: 0\nmozillaUseHtmlMail: true\nentryUUID: 12\n", QString());
    row("signs of nothing", "employeeNumber: -\nroomNumber: n/a\n", QString());
}

void LdifTest::kept()
{
    QFETCH(QByteArray, attributes);
    QFETCH(QString, expected);
    const ReadPeople read = peopleOf("dn: cn=x\nsn: Lee\ngivenName: Ann\n" + attributes);
    QCOMPARE(inWords(read), QStringList {u"1: Ann Lee"_s});
    QCOMPARE(keptOf(read), expected);
}

void LdifTest::told_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("invalid");
    QTest::addColumn<QString>("warnings");
    const auto row = [](const char *what, const QByteArray &bytes, const QString &invalid,
                        const QString &warnings) { QTest::newRow(what) << bytes << invalid << warnings; };
    row("a mailing list",
        "dn: cn=Friends\nobjectclass: top\nobjectclass: groupOfNames\ncn: Friends\nmember: cn=Ann\n"
        "member: cn=Bo\n",
        u"1: a list (Friends, members: 2), not a person; only the members with entries of their own are read"_s,
        {});
    row("units and things",
        "dn: dc=x\nobjectClass: dcObject\nobjectClass: organization\n\ndn: ou=People\nobjectClass: "
        "organizationalUnit\nou: People\n\ndn: cn=pc\nobjectClass: user\nobjectClass: computer\ncn: pc\n\n"
        "dn: cn=admin\nobjectClass: organizationalRole\ncn: admin\n",
        u"1: an organisation, not a person | 5: a unit of the directory, not a person | 9: a computer, not a "
        "person | 14: a role, not a person"_s,
        {});
    row("changes",
        "dn: cn=a\nchangetype: modify\nreplace: mail\nmail: b@x.example\n-\n\ndn: cn=b\nchangetype: "
        "delete\n\n"
        "dn: cn=c\nchangetype: modrdn\nnewrdn: cn=d\ndeleteoldrdn: 1\n",
        u"1: a change (modify) of cn=a, not an entry | 7: a change (delete) of cn=b, not an entry | 10: a "
        u"change "
        "(modrdn) of cn=c, not an entry"_s,
        {});
    row("nobody", "dn: uid=1\ndescription: nothing\n", u"1: no name, no email address and no LinkedIn URL"_s,
        {});
    row("no entry", "dn: cn=x\ncn: Ann Lee\n\ncn: Bo Roe\nmail: b@x.example\n",
        u"4: lines that belong to no entry"_s, {});
    row("secrets and pictures, once",
        "dn: cn=x\ncn: Ann Lee\nuserPassword:: " + inBase64("{SSHA}x")
                + "\njpegPhoto:: /9j/4AAQ\n\ndn: cn=y\n"
                  "cn: Bo Roe\nuserPassword: secret\nuserCertificate;binary:: MIIB\n",
        {},
        u"1: pictures, certificates, passwords and other data that is no text are not kept: userPassword, "
        "jpegPhoto, userCertificate;binary"_s);
    row("binary data", "dn: cn=x\ncn: Ann Lee\nnetbootGUID:: AAECAwQ=\n", {},
        u"1: pictures, certificates, passwords and other data that is no text are not kept: netbootGUID"_s);
    row("elsewhere", "dn: cn=x\ncn: Ann Lee\ndescription:< file:///etc/passwd\n", {},
        u"1: description stands in another file or on the web, which was not read; its address was kept: "
        "file:///etc/passwd"_s);
    row("a line that is none", "dn: cn=x\ncn: Ann Lee\nhello there\n", {},
        u"1: \"hello there\" is no attribute; it was kept as an extra field"_s);
    row("old letters in base64", "dn: cn=x\ncn:: " + inBase64("J\xF6rg M\xFCller") + "\n", {},
        u"1: some values are not UTF-8, as they should be, and were read as Windows-1252; if letters look "
        "wrong, import the file again with the encoding that it has (--encoding)"_s);
}

void LdifTest::told()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, invalid);
    QFETCH(QString, warnings);
    const ReadPeople read = peopleOf(bytes);
    QCOMPARE(inWords(read.invalid).join(u" | "_s), invalid);
    QCOMPARE(inWords(read.warnings).join(u" | "_s), warnings);
    for (const auto &person : read.people) {
        const QString all = QString::fromUtf8(toBytes(person->contact.extra));
        QVERIFY2(!all.contains(u"secret"_s) && !all.contains(u"SSHA"_s), qPrintable(all));
    }
}

void LdifTest::notLdif_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a table") << QByteArray("dn,cn\nAnn Lee,x\n");
    QTest::newRow("blocks of people") << QByteArray("Name: Ann Lee\nEmail: a@x.example\n\nName: Bo Roe\n");
    QTest::newRow("a version of something else") << QByteArray("version: 1\nName: Ann Lee\n");
    QTest::newRow("a line below") << QByteArray("Name,Note\nAnn Lee,\"\ndn: cn=x\n\"\n");
}

void LdifTest::notLdif()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!isLdif({bytes.constData(), static_cast<size_t>(bytes.size())}));
}

void LdifTest::thunderbird()
{
    const ReadPeople read = peopleOf(
            "dn: cn=Ann Lee,mail=a@x.example\nobjectclass: top\nobjectclass: person\n"
            "objectclass: organizationalPerson\nobjectclass: inetOrgPerson\nobjectclass: "
            "mozillaAbPersonAlpha\n"
            "givenName: Ann\nsn: Lee\ncn: Ann Lee\nmozillaNickname: Annie\nmail: a@x.example\n"
            "mozillaSecondEmail: ann@home.example\nmodifytimestamp: 1700000000\ntelephoneNumber: +49 30 "
            "1111\n"
            "homePhone: +49 30 2222\nfacsimiletelephonenumber: +49 30 3333\npager: +49 30 4444\n"
            "mobile: +49 170 5555\nmozillaHomeLocalityName: Potsdam\nl: Berlin\nst: BE\nc: Germany\n"
            "title: Analyst\nou: Research\no: Acme\nmozillaWorkUrl: https://acme.example\n"
            "description:: "
            + inBase64("Zeile 1\nZeile 2") + "\n");
    QCOMPARE(inWords(read), QStringList {u"1: Ann Lee <a@x.example> <ann@home.example> Analyst @ Acme"_s});
    const Contact &ann = read.people.front()->contact;
    QStringList phones;
    for (const ContactPoint &phone : ann.phones) {
        phones << phone.kind + u' ' + phone.value;
    }
    QCOMPARE(
            phones.join(u", "_s),
            u"work +49 30 1111, home +49 30 2222, pager +49 30 4444, mobile +49 170 5555, fax +49 30 3333"_s);
    QCOMPARE(ann.city + u'/' + ann.state + u'/' + ann.country, u"Berlin/BE/Germany"_s);
    QCOMPARE(ann.notes, u"Zeile 1\nZeile 2"_s);
    QCOMPARE(ann.links.value(0).value, u"https://acme.example"_s);
    QVERIFY2(read.warnings.isEmpty(), qPrintable(inWords(read.warnings).join(u'\n')));
}

void LdifTest::oldLetters()
{
    ReadOptions options;
    options.encoding = u"Windows-1250"_s;
    const ReadPeople read = peopleOf("dn: cn=x\ncn:: " + inBase64("\x8Axastn\xFD") + "\n", options);
    QCOMPARE(inWords(read), QStringList {u"1: Šxastný"_s});
    QCOMPARE(linesOf("dn: cn=x\nsn: M\xFCller\ngivenName: J\xF6rg\nl: K\xF6ln\n"), u"1: Jörg Müller"_s);
}

void LdifTest::largeFiles()
{
    constexpr qsizetype size = 5'000'000;
    const auto repeated = [](const QByteArray &what) { return what.repeated(size / what.size()); };
    QElapsedTimer timer;
    timer.start();
    (void)readPeople("dn: cn=x\ncn: Ann Lee\n" + repeated("description: one more\n"));
    (void)readPeople("dn: cn=x\ncn: Ann Lee\n" + repeated("hello there\n"));
    (void)readPeople("dn: cn=x\ncn: Ann Lee\ndescription: " + repeated("x\n "));
    (void)readPeople("dn: cn=x\ncn: Ann Lee\nfoo: " + repeated("x"));
    (void)readPeople("dn: cn=x\n" + repeated("#\n "));
    (void)readPeople(QByteArray("dn: cn=x\n").repeated(20'000));
    (void)readPeople(QByteArray("dn:\n\n").repeated(20'000));
    QVERIFY(timer.elapsed() < 120'000); // quadratic would be hours
}

void LdifTest::stops()
{
    std::stop_source stop;
    stop.request_stop();
    ReadOptions options;
    options.stop = stop.get_token();
    const auto read = readPeople("dn: cn=x\ncn: Ann Lee\n", options);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::cancelled);
    qint64 reported = 0;
    options = {};
    options.progress = [&](qint64 done, qint64) { reported = done; };
    QVERIFY(readPeople(QByteArray("dn: cn=x\ncn: Ann Lee\n\n").repeated(1000), options));
    QVERIFY(reported > 0);
}
