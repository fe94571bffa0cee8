// SPDX-License-Identifier: GPL-3.0-or-later
// Tables whose rows tell of several people side by side.
#include "quirktests.h"
#include "words.h"

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::exchange;

namespace {

QString linesOf(const ReadPeople &read)
{
    QStringList lines;
    for (const auto &person : read.people) {
        lines << inWords(person->contact);
    }
    return lines.join(u" + "_s);
}

} // namespace

void RowPeopleTest::people_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *what, const QByteArray &bytes, const QString &expected) {
        QTest::newRow(what) << bytes << expected;
    };
    row("by numbers",
        "Company,Name 1,Title 1,Email 1,LinkedIn 1,Name 2,Title 2,Email 2\n"
        "Bain,Ann Lee,VP,a@x.example,linkedin.com/in/ann-lee,Bob Roe,MD,b@x.example\n",
        u"Ann Lee <a@x.example> [https://linkedin.com/in/ann-lee] VP @ Bain + Bob Roe <b@x.example> MD @ Bain"_s);
    row("the second is missing",
        "Company,Contact 1,Email 1,Contact 2,Email 2\nBain,Ann Lee,a@x.example,Bob Roe,b@x.example\n"
        "BCG,Cy Doe,c@x.example,,\n",
        u"Ann Lee <a@x.example>  @ Bain + Bob Roe <b@x.example>  @ Bain + Cy Doe <c@x.example>  @ BCG"_s);
    row("by rank",
        "Primary Contact,Primary Email,Secondary Contact,Secondary Email\n"
        "Ann Lee,a@x.example,Bob Roe,b@x.example\n",
        u"Ann Lee <a@x.example> + Bob Roe <b@x.example>"_s);
    row("by role",
        "Student Name,Student Email,Alumni Name,Alumni Email,Alumni Company,Alumni LinkedIn\n"
        "Ann Lee,a@x.example,Bob Roe,b@x.example,Acme,linkedin.com/in/bob-roe\n",
        u"Ann Lee <a@x.example> + Bob Roe <b@x.example> [https://linkedin.com/in/bob-roe]  @ Acme"_s);
    row("by role in brackets",
        "First Name (Student),Last Name (Student),Email (Student),First Name (Alum),Last Name (Alum),"
        "Email (Alum)\nAnn,Lee,a@x.example,Bob,Roe,b@x.example\n",
        u"Ann Lee <a@x.example> + Bob Roe <b@x.example>"_s);
    row("by role and number",
        "Attendee 1 Name,Attendee 1 Email,Attendee 2 Name,Attendee 2 Email\n"
        "Ann Lee,a@x.example,Bob Roe,b@x.example\n",
        u"Ann Lee <a@x.example> + Bob Roe <b@x.example>"_s);
    row("the role is the name",
        "Applicant,Applicant Email,Lead,Lead Email\nAnn Lee,a@x.example,Bob Roe,b@x.example\n",
        u"Ann Lee <a@x.example> + Bob Roe <b@x.example>"_s);
    row("nobody knows whose address",
        "Name 1,Phone 1,Name 2,Phone 2,Email\nAnn Lee,+1 202 555 0101,Bob Roe,+1 202 555 0102,x@x.example\n",
        u"Ann Lee + Bob Roe"_s);
    row("several addresses of one",
        "Name,Email 1,Email 2,Primary Email\nAnn Lee,a@x.example,b@x.example,c@x.example\n",
        u"Ann Lee <a@x.example> <b@x.example> <c@x.example>"_s);
    row("two surnames",
        "Nombre,Apellido 1,Apellido 2,E-mail 1,E-mail 2\nAnn,Lee,Roe,a@x.example,b@x.example\n",
        u"Ann Lee <a@x.example> <b@x.example>"_s);
    row("the same name twice",
        "Name,Email,Attendee Name,Attendee Email\nAnn Lee,a@x.example,Ann Lee,a@y.example\n",
        u"Ann Lee <a@x.example> <a@y.example>"_s);
    const QString ann = u"Ann Lee <a@x.example>  @ Acme"_s;
    row("a primary address beside a primary contact",
        "First Name,Last Name,Company,Primary Email,Primary Contact\nAnn,Lee,Acme,a@x.example,Bob Roe\n",
        ann);
    row("two addresses beside a secondary contact",
        "Name,Company,Primary Email,Secondary Email,Secondary Contact\n"
        "Ann Lee,Acme,a@x.example,a@y.example,Bob Roe\n",
        u"Ann Lee <a@x.example> <a@y.example>  @ Acme"_s);
    row("the secondary contact's own",
        "Name,Email,Secondary Contact,Secondary Contact Email\nAnn Lee,a@x.example,Bob Roe,b@x.example\n",
        u"Ann Lee <a@x.example> + Bob Roe <b@x.example>"_s);
    row("a second one by a rank",
        "Name,Email,Secondary Name,Secondary Email\nAnn Lee,a@x.example,Bob Roe,b@x.example\n",
        u"Ann Lee <a@x.example> + Bob Roe <b@x.example>"_s);
    row("a contact person beside a person",
        "Name,Title,Contact Email,Contact Person\nAnn Lee,VP,a@x.example,Bob Roe\n",
        u"Ann Lee <a@x.example> VP @"_s);
    row("a contact person beside a person with a number",
        "Name,Title,Phone,Contact Email,Contact Person\nAnn Lee,VP,202 555 0101,a@x.example,Bob Roe\n",
        u"Ann Lee <a@x.example> VP @"_s);
    row("a contact person with a number of their own",
        "Name,Title,Phone,Contact Person,Contact Phone\nAnn Lee,VP,202 555 0101,Bob Roe,202 555 0102\n",
        u"Ann Lee VP @ + Bob Roe"_s);
    row("a contact person with an address of their own",
        "Name,Title,Email,Contact Person,Contact Email\nAnn Lee,VP,a@x.example,Bob Roe,b@x.example\n",
        u"Ann Lee <a@x.example> VP @ + Bob Roe <b@x.example>"_s);
    row("a member's address", "Name,Company,Member Email,Member\nAnn Lee,Acme,a@x.example,Bob Roe\n", ann);
    row("the address of a student",
        "Name,Company,Student Name,Student Email\nAnn Lee,Acme,Bob Roe,b@x.example\n",
        u"Ann Lee  @ Acme + Bob Roe <b@x.example>"_s);
    row("a primary contact alone",
        "Company,Primary Contact,Primary Contact Email\nAcme,Ann Lee,a@x.example\n", ann);
    row("an account and its contact",
        "Name,Email,Website,Contact Name,Contact Email\nAcme,info@acme.example,acme.example,Ann "
        "Lee,a@x.example\n",
        ann);
    row("an account whose name is two words",
        "Name,Phone,Contact Name,Contact Email\nAcme Foods,+1 202 555 0101,Ann Lee,a@acme.example\n",
        u"Ann Lee <a@acme.example>  @ Acme Foods"_s);
    row("a person beside a contact",
        "Name,Phone,Contact Name,Contact Email\nCy Doe,+1 202 555 0101,Ann Lee,a@x.example\n",
        u"Cy Doe + Ann Lee <a@x.example>"_s);
    row("a short name and a contact, both of a firm",
        "Name,Company,Contact Name,Contact Email\nCy,Acme,Ann Lee,a@x.example\n",
        u"Cy  @ Acme + Ann Lee <a@x.example>"_s);
    row("first names and contacts",
        "Name,Email,Contact Name,Contact Email\nCy,cy@y.example,Ann Lee,a@x.example\n",
        u"Cy <cy@y.example> + Ann Lee <a@x.example>"_s);
    row("one word, which is no firm's name for that",
        "Name,Contact Name,Contact Email\nMadonna,Bob Roe,bob@agency.example\n",
        u"Madonna <bob@agency.example>"_s);
    row("an account without a name",
        "Name,Contact Name,Contact Email\n,Ann Lee,a@x.example\nAcme Bank,Bob Roe,b@acmebank.example\n",
        u"Ann Lee <a@x.example> + Bob Roe <b@acmebank.example>  @ Acme Bank"_s);
    row("an attendee who has a name of their own",
        "Name,Company,Attendee Name,Attendee Email\nAnn Lee,Acme,Bob Roe,b@x.example\n",
        u"Ann Lee  @ Acme + Bob Roe <b@x.example>"_s);
    row("names and numbers side by side",
        "Name 1,Name 2,Phone 1,Phone 2\nAnn Lee,Bob Roe,+1 202 555 0101,+1 202 555 0102\n",
        u"Ann Lee + Bob Roe"_s);
    row("one of two people once more",
        "Name 1,Email 1,Name 2,Email 2,Attendee Name,Attendee Email\n"
        "Ann Lee,a@x.example,Bob Roe,b@x.example,Ann Lee,a@y.example\n",
        u"Ann Lee <a@x.example> <a@y.example> + Bob Roe <b@x.example>"_s);
    row("one name in parts and as a whole",
        "First Name,Last Name,Email,Member Name,Guest Email,Student Name,Student Email\n"
        "Ann,Lee,a@x.example,Ann Lee,g@x.example,Bob Roe,b@x.example\n",
        u"Ann Lee <a@x.example> + Bob Roe <b@x.example>"_s);
    row("first names with addresses", "Name 1,Email 1,Name 2,Email 2\nAnn,a@x.example,Bob,b@x.example\n",
        u"Ann <a@x.example> + Bob <b@x.example>"_s);
    row("another name and a second address",
        "Name,Name 2,Email,Email 2\nAnn Lee,Ann Smith,a@x.example,a@y.example\nBob "
        "Roe,,b@x.example,b@y.example\n",
        u"Ann Lee <a@x.example> <a@y.example> + Bob Roe <b@x.example> <b@y.example>"_s);
    row("SAP's lines of a name",
        "Name 1;Name 2;Telefon 1;Telefon 2;E-Mail\n"
        "Autohaus Meier;Inh. Karl Meier;+41 31 555 01 01;+41 31 555 01 02;info@meier.example\n",
        u"Autohaus Meier <info@meier.example>"_s);
    row("a firm of two lines",
        "Name 1,Name 2,Phone 1,Phone 2,Email\nAcme,Sales,+1 202 555 0101,+1 202 555 0102,x@x.example\n",
        u"Acme <x@x.example>"_s);
}

void RowPeopleTest::people()
{
    QFETCH(QByteArray, bytes);
    QTEST(linesOf(peopleOf(bytes)), "expected");
}

void RowPeopleTest::told()
{
    const ReadPeople read = peopleOf("Name 1,Email 1,Name 2,Email 2,Title 2\nAnn Lee,a@x.example,,,MD\n");
    QCOMPARE(inWords(read), QStringList {u"2: Ann Lee <a@x.example>"_s});
    QCOMPARE(read.warnings.size(), 1);
    QVERIFY(read.warnings.constFirst().reason.contains(u"2 people side by side"_s));
    QCOMPARE(inWords(read.invalid), QStringList {u"2: no name, no email address and no LinkedIn URL"_s});
    const ReadPeople open = peopleOf(
            "Name 1,Phone 1,Name 2,Phone 2,Email\nAnn Lee,202 555 0101,Bob Roe,202 555 0102,x@x.example\n");
    QCOMPARE(open.people.size(), 2U);
    QVERIFY(open.warnings.value(1).reason.contains(u"no column tells whose this is"_s));
    QCOMPARE(column(open.people.front()->contact, "Email"), u"x@x.example"_s);
}
