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
}
