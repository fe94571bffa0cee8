// SPDX-License-Identifier: GPL-3.0-or-later
#include "quirktests.h"
#include "words.h"

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::exchange;

namespace {

QStringList namesOf(const ReadPeople &read)
{
    QStringList lines;
    for (const auto &person : read.people) {
        lines << inWords(person->contact);
    }
    return lines;
}

/// "first|middle|last|aside": what a name was taken apart into.
QString partsOf(const Contact &contact)
{
    return QStringList {contact.firstName, textAt(contact.extra, "middleName"), contact.lastName,
                        textAt(contact.extra, "nameAside")}
            .join(u'|');
}

} // namespace

void TableQuirksTest::people_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *what, const QByteArray &bytes, const QString &expected) {
        QTest::newRow(what) << bytes << expected;
    };
    row("formula that is a text", "Name,Email\n\"=\"\"Bo Ng\"\"\",b@x.example\n", u"Bo Ng <b@x.example>"_s);
    row("formula that is a link",
        "Name,LinkedIn\nAnn,\"=HYPERLINK(\"\"https://www.linkedin.com/in/ann-lee-1\"\",\"\"see\"\")\"\n",
        u"Ann [https://www.linkedin.com/in/ann-lee-1]"_s);
    row("name in a link",
        "Name,Email\n\"=HYPERLINK(\"\"https://x.example\"\";\"\"Ann Lee\"\")\",a@x.example\n",
        u"Ann Lee <a@x.example>"_s);
    row("Notion's relation",
        "Name,Email,Company\nAnn,a@x.example,Acme (https://www.notion.so/Acme-0123?pvs=21)\n",
        u"Ann <a@x.example>  @ Acme"_s);
    row("HubSpot's company", "Name,Email,Associated Company\nAnn,a@x.example,Acme Inc. (acme.example)\n",
        u"Ann <a@x.example>  @ Acme Inc."_s);
    row("an address with a subject", "Name,Email\nAnn,mailto:a@x.example?subject=Hi\n",
        u"Ann <a@x.example>"_s);
    row("two files one behind the other",
        "\xEF\xBB\xBFName,Email\nAnn,a@x.example\n\xEF\xBB\xBFName,Email\nBo,b@x.example\n",
        u"Ann <a@x.example> + Bo <b@x.example>"_s);
    row("separator named above", "sep=;\nVorname;Nachname;E-Mail\nAnn;Lee;a@x.example\n",
        u"Ann Lee <a@x.example>"_s);
}

void TableQuirksTest::people()
{
    QFETCH(QByteArray, bytes);
    QTEST(namesOf(peopleOf(bytes)).join(u" + "_s), "expected");
}

void TableQuirksTest::notPeople_data()
{
    QTest::addColumn<QByteArray>("last");
    for (const char *last :
         {"Total: 2,,", "Total,2,", "Grand total,,2", "Count: 2,,", "Summe:,,2", "2 records,,",
          "Number of contacts: 2,,", "Page 1 of 1,,", "Generated on 2024-01-01,,", "Exported by Some One,,",
          "(c) 2024 Acme,,", "Copyright 2024 Acme,,", "--- end ---,,", "Confidential Information,,",
          "End of report,,"}) {
        QTest::newRow(last) << QByteArray(last);
    }
}

void TableQuirksTest::notPeople()
{
    QFETCH(QByteArray, last);
    const ReadPeople read = peopleOf("Name,Email,Company\nAnn Lee,a@x.example,Acme\nTotal Recall,,Acme\n"
                                     "Sum Wong,,\nPage Turner,,\nCount Basie,,\n"
                                     + last + "\n");
    QCOMPARE(read.people.size(), 5U);
    QCOMPARE(inWords(read.invalid), QStringList {u"7: a total or a note below the table, not a person"_s});
    QVERIFY(read.warnings.isEmpty());
}

void TableQuirksTest::damaged_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QString>("phone"); ///< empty: kept beside, with a note
    QTest::newRow("rounded") << QByteArray("1.5E+10") << QString();
    QTest::newRow("rounded, comma") << QByteArray("\"4,91711E+11\"") << QString();
    QTest::newRow("error") << QByteArray("#NAME?") << QString();
    QTest::newRow("error in German") << QByteArray("#WERT!") << QString();
    QTest::newRow("too narrow") << QByteArray("########") << QString();
    QTest::newRow("formula") << QByteArray("\"=CONCATENATE(A1,B1)\"") << QString();
    QTest::newRow("reference") << QByteArray("=Sheet2!B7") << QString();
    QTest::newRow("text formula") << QByteArray("\"=\"\"+1 555\"\"\"") << u"+1 555"_s;
    QTest::newRow("apostrophe") << QByteArray("'0171 555") << u"0171 555"_s;
    QTest::newRow("apostrophe and plus") << QByteArray("'+1 555") << u"+1 555"_s;
    QTest::newRow("plain number") << QByteArray("15550100100") << u"15550100100"_s;
    QTest::newRow("extension") << QByteArray("555-0100 ext 5") << u"555-0100 ext 5"_s;
}

void TableQuirksTest::damaged()
{
    QFETCH(QByteArray, cell);
    QFETCH(QString, phone);
    const ReadPeople read = peopleOf("Name,Email,Phone\nAnn,a@x.example," + cell + "\n");
    QCOMPARE(read.people.size(), 1U);
    const Contact &contact = read.people[0]->contact;
    QCOMPARE(contact.phones.isEmpty() ? QString() : contact.phones[0].value, phone);
    QCOMPARE(read.warnings.size(), phone.isEmpty() ? 1 : 0);
    QCOMPARE(column(contact, "Phone").isEmpty(), !phone.isEmpty());
}

void TableQuirksTest::names_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QByteArray &cell, const QString &expected) {
        QTest::newRow(cell.constData()) << cell << expected;
    };
    row("🚀 Eve Star 🚀", u"Eve||Star|🚀🚀"_s);
    row("Eve (she/her) Moon", u"Eve||Moon|she/her"_s);
    row("Ann Lee [External]", u"Ann||Lee|External"_s);
    row("Robert (Bob) Roe", u"Robert||Roe|Bob"_s);
    row("“Cy Po”", u"Cy||Po|"_s);
    row("Prof. Dr. med. Cy von Po", u"Cy||von Po|"_s);
    row("Dr. rer. nat. Cy Po", u"Cy||Po|"_s);
    row("👩‍💻 Ann Lee ✨", u"Ann||Lee|👩‍💻✨"_s);
    row("山田 太郎", u"太郎||山田|"_s);
    row("محمد علي", u"محمد||علي|"_s);
    row("נועה (נוני) לוי", u"נועה||לוי|נוני"_s);
}

void TableQuirksTest::names()
{
    QFETCH(QByteArray, cell);
    const ReadPeople read = peopleOf("Name,Email\n\"" + cell + "\",a@x.example\n");
    QCOMPARE(read.people.size(), 1U);
    QTEST(partsOf(read.people[0]->contact), "expected");
    const ReadPeople columns = peopleOf("First Name,Last Name,Email\n🚀 Ann (she/her),Lee ✨,a@x.example\n");
    QCOMPARE(partsOf(columns.people.at(0)->contact), u"Ann||Lee|she/her, 🚀, ✨"_s);
}

void TableQuirksTest::dateOrder_data()
{
    QTest::addColumn<QByteArrayList>("cells");
    QTest::addColumn<QString>("first");
    QTest::addColumn<int>("warnings");
    const auto row = [](const char *what, const QByteArrayList &cells, const QString &first, int warnings) {
        QTest::newRow(what) << cells << first << warnings;
    };
    row("another is day first", {"03/04/2024", "13/04/2024"}, u"2024-04-03"_s, 0);
    row("another is month first", {"03/04/2024", "04/13/2024"}, u"2024-03-04"_s, 0);
    row("nothing tells", {"03/04/2024", "05/06/2024"}, u"2024-03-04"_s, 1);
    row("both", {"03/04/2024", "13/04/2024", "04/13/2024"}, u"2024-03-04"_s, 1);
    row("the same either way", {"04/04/2024"}, u"2024-04-04"_s, 0);
    row("dots", {"03.04.24"}, u"2024-04-03"_s, 0);
    row("days of a spreadsheet", {"45385"}, u"2024-04-03"_s, 0);
}

void TableQuirksTest::dateOrder()
{
    QFETCH(QByteArrayList, cells);
    QFETCH(int, warnings);
    QByteArray table = "Name,Email,Last Contact\n";
    for (qsizetype i = 0; i < cells.size(); ++i) {
        table += "P" + QByteArray(1, static_cast<char>('a' + i)) + ",p" + QByteArray::number(i)
                + "@x.example," + cells[i] + "\n";
    }
    const ReadPeople read = peopleOf(table);
    QCOMPARE(read.people.size(), static_cast<size_t>(cells.size()));
    QTEST(read.people[0]->contact.lastContactDate, "first");
    QCOMPARE(read.warnings.size(), warnings);
}

void TableQuirksTest::localisedOutlook_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("German") << QByteArray(
            "Anrede;Vorname;Nachname;Firma;Position;Ort "
            "geschäftlich;Land/Region geschäftlich;Telefon geschäftlich;"
            "Mobiltelefon;E-Mail-Adresse;E-Mail-Typ;E-Mail: Angezeigter "
            "Name;Kategorien;Notizen;Priorität;Privat;"
            "Vertraulichkeit;Geburtstag\n"
            "Frau;Zoë;Groß;Acme;Chefin;Köln;Land;0221 1;0171 2;z@x.example;SMTP;Zoë;"
            "Alumni;n;Normal;Aus;Normal;0.0.00\n");
    QTest::newRow("French") << QByteArray(
            "Titre,Prénom,Nom,Société,Titre1,Ville (bureau),Pays/Région (bureau),Téléphone (bureau),Tél. "
            "mobile,"
            "Adresse de messagerie,Type de messagerie,Nom complet de l'adresse de "
            "messagerie,Catégories,Notes,"
            "Priorité,Privé,Critère de diffusion\n"
            "Mme,Zoë,Groß,Acme,Chefin,Köln,Land,0221 1,0171 "
            "2,z@x.example,SMTP,Zoë,Alumni,n,Normale,Faux,Normal\n");
    QTest::newRow("Spanish") << QByteArray(
            "Tratamiento,Nombre,Apellidos,Organización,Puesto,Ciudad de trabajo,País o región del trabajo,"
            "Teléfono del trabajo,Teléfono móvil,Dirección de correo electrónico,Tipo de correo electrónico,"
            "Nombre de pantalla de correo electrónico,Categorías,Notas,Prioridad,Privado,Confidencialidad\n"
            "Sra.,Zoë,Groß,Acme,Chefin,Köln,Land,0221 1,0171 "
            "2,z@x.example,SMTP,Zoë,Alumni,n,Normal,Falso,Normal\n");
}

void TableQuirksTest::localisedOutlook()
{
    QFETCH(QByteArray, bytes);
    const ReadPeople read = peopleOf(bytes);
    QCOMPARE(formatName(read.format), u"outlook"_s);
    QCOMPARE(namesOf(read), QStringList {u"Zoë Groß <z@x.example> Chefin @ Acme"_s});
    const Contact &contact = read.people[0]->contact;
    QCOMPARE(contact.city, u"Köln"_s);
    QCOMPARE(contact.country, u"Land"_s);
    QCOMPARE(contact.tags, QStringList {u"Alumni"_s});
    QCOMPARE(contact.notes, u"n"_s);
    QCOMPARE(contact.phones.size(), 2);
    QCOMPARE(contact.phones[0].kind, u"work"_s);
    QCOMPARE(contact.phones[1].kind, u"mobile"_s);
    QVERIFY2(!contact.extra.contains("columns"), toBytes(contact.extra).constData());
}

void TableQuirksTest::linkedinInOtherLanguages_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("German") << QByteArray(
            "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am\n"
            "Ada,Quill,https://www.linkedin.com/in/ada-quill,,Acme,Boss,12 März 2024\n");
    QTest::newRow("French") << QByteArray(
            "Prénom,Nom de famille,URL,Adresse e-mail,Entreprise,Poste,Date de connexion\n"
            "Ada,Quill,https://www.linkedin.com/in/ada-quill,,Acme,Boss,12 mars 2024\n");
    QTest::newRow("German, later") << QByteArray(
            "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verknüpft am\n"
            "Ada,Quill,https://www.linkedin.com/in/ada-quill,,Acme,Boss,12. März 2024\n");
    QTest::newRow("Chinese") << QByteArray(
            "名字,姓氏,URL,邮箱地址,公司,职位,建立联系时间\n"
            "Ada,Quill,https://www.linkedin.com/in/ada-quill,,Acme,Boss,2024年3月12日\n");
    QTest::newRow("French, later") << QByteArray(
            "Prénom,Nom,URL,Adresse e-mail,Entreprise,Fonction,Connecté le\n"
            "Ada,Quill,https://www.linkedin.com/in/ada-quill,,Acme,Boss,12 mars 2024\n");
    QTest::newRow("Japanese") << QByteArray(
            "名,姓,URL,メールアドレス,会社,役職,つながった日\n"
            "Ada,Quill,https://www.linkedin.com/in/ada-quill,,Acme,Boss,2024年3月12日\n");
    QTest::newRow("Spanish") << QByteArray(
            "Nombre,Apellidos,URL,Dirección de correo,Empresa,Cargo,Conectado el\n"
            "Ada,Quill,https://www.linkedin.com/in/ada-quill,,Acme,Boss,12 mar 2024\n");
}

void TableQuirksTest::linkedinInOtherLanguages()
{
    QFETCH(QByteArray, bytes);
    const ReadPeople read = peopleOf("Notes:\n\"some of the addresses are missing\"\n\n" + bytes);
    QCOMPARE(formatName(read.format), u"linkedin"_s);
    QCOMPARE(namesOf(read), QStringList {u"Ada Quill [https://www.linkedin.com/in/ada-quill] Boss @ Acme"_s});
    QCOMPARE(read.people[0]->contact.connectedOn, u"2024-03-12"_s);
}

// Apollo, HubSpot and others name who works on a contact; that address is not the contact's.
void TableQuirksTest::othersAddresses()
{
    const ReadPeople read = peopleOf(
            "First Name,Email,Contact Owner,Account Owner,Created By,Company Email,Manager Email\n"
            "Ann,a@x.example,o1@y.example,o2@y.example,o3@y.example,info@y.example,m@y.example\n");
    QCOMPARE(namesOf(read), QStringList {u"Ann <a@x.example>"_s});
    QCOMPARE(column(read.people[0]->contact, "Account Owner"), u"o2@y.example"_s);
}

void TableQuirksTest::paddedFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray table = "Name,Email\nAnn Lee,a@x.example\n";
    QTest::newRow("zeros at the end") << table + QByteArray(512, '\0');
    QTest::newRow("end mark of DOS") << table + "\x1A";
    QTest::newRow("a zero in a cell") << QByteArray(table).replace("Ann Lee", QByteArray("Ann Lee\0", 8));
}

void TableQuirksTest::paddedFiles()
{
    QFETCH(QByteArray, bytes);
    const ReadPeople read = peopleOf(bytes);
    QCOMPARE(namesOf(read), QStringList {u"Ann Lee <a@x.example>"_s});
    QVERIFY(read.invalid.isEmpty());
}

void TableQuirksTest::foreignFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("saying");
    const auto row = [](const char *what, const QByteArray &bytes, const QString &saying) {
        QTest::newRow(what) << bytes << saying;
    };
    row("calendar", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", u"calendar"_s);
    row("SYLK", "ID;PWXL;N;E\r\nP;PGeneral\r\n", u"SYLK"_s);
    row("web archive", "MIME-Version: 1.0\r\nContent-Type: text/html\r\n", u"web archive"_s);
    row("jCard", "[\"vcard\",[[\"fn\",{},\"text\",\"Ann\"]]]", u"jCard"_s);
    row("recipients and a text",
        "To: Ann Lee <a@x.example>\nCc: Bob Roe <b@x.example>\n\nHello all,\nsee you on Friday.\n",
        u"email"_s);
    row("page with a comment first", "<!-- saved from -->\n<html></html>", u"web page"_s);
    row("Numbers", QByteArray("PK\x03\x04", 4) + "xxxx Index/Document.iwa", u"Numbers"_s);
    row("half a ZIP", QByteArray("PK\x03\x04", 4) + "xxxx Takeout/Contacts/All Contacts/All Contacts.vcf",
        u"cut off"_s);
}

void TableQuirksTest::foreignFiles()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, saying);
    ReadOptions options;
    options.fileName = u"people.csv"_s;
    const auto read = readPeople(bytes, options);
    QVERIFY(!read);
    QVERIFY2(read.error().text.contains(saying), qPrintable(read.error().text));
    QVERIFY(read.error().text.startsWith(u"people.csv"_s));
}
