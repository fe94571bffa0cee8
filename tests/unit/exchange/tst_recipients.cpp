// SPDX-License-Identifier: GPL-3.0-or-later
#include "quirktests.h"
#include "words.h"

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::exchange;

namespace {

const QString ann = u"Ann Lee <ann@x.example>"_s;
const QString bob = u"Bob Roe <bob@y.example>"_s;
const QString cy = u"Cy Doe <cy@z.example>"_s;

/// "no name, no LinkedIn URL, and ... is no email address", told of the row.
QString notRead(int row, const QString &text)
{
    return u"%1: no name, no LinkedIn URL, and \"%2\" is no email address"_s.arg(row).arg(text);
}

void row(const char *what, const QString &text, const QStringList &people, const QStringList &told = {})
{
    QTest::newRow(what) << text << people << told;
}

void oddEntries()
{
    row("one odd entry among people",
        u"Ann Lee <ann@x.example>, Bob Roe <bob@y.example>, something odd, Cy Doe <cy@z.example>"_s,
        {ann, bob, cy}, {notRead(4, u"something odd"_s)});
    row("an odd entry among addresses",
        u"ann@x.example; bob@y.example; undisclosed; cy@z.example; di@z.example"_s,
        {u"<ann@x.example>"_s, u"<bob@y.example>"_s, u"<cy@z.example>"_s, u"<di@z.example>"_s},
        {notRead(4, u"undisclosed"_s)});
    row("a broken address", u"Ann Lee <ann@x.example>; Bob Roe <bob(at)y.example>; Cy Doe <cy@z.example>"_s,
        {ann, u"Bob Roe"_s, cy},
        {u"3: \"Bob Roe <bob(at)y.example>\" is no email address; it was kept as an extra field"_s});
    row("a bracket that never closes",
        u"Ann Lee <ann@x.example>, Bob Roe <bob@y.example, Cy Doe <cy@z.example>"_s, {ann, bob, cy});
    row("a quotation mark that never closes",
        u"Ann Lee <ann@x.example>, Bob \"Roe <bob@y.example>, Cy Doe <cy@z.example>"_s, {ann, bob, cy});
    row("an odd line", u"Ann Lee <ann@x.example>\nBob Roe <bob@y.example>\nsomething odd\n"_s, {ann, bob},
        {notRead(4, u"something odd"_s)});
    row("odd lines among addresses", u"ann@x.example\nbob@y.example\nthe others\ncy@z.example\n"_s,
        {u"<ann@x.example>"_s, u"<bob@y.example>"_s, u"<cy@z.example>"_s}, {notRead(4, u"the others"_s)});
    row("a heading", u"Met at the fair:\nAnn Lee <ann@x.example>, Bob Roe <bob@y.example>\n"_s, {ann, bob},
        {notRead(2, u"Met at the fair:"_s)});
}

void remarks()
{
    row("not to be used", u"Ann Lee <ann@x.example> (do not use), Bob Roe <bob@y.example>"_s,
        {u"Ann Lee"_s, bob},
        {u"2: \"Ann Lee <ann@x.example> (do not use)\" warns against its address; it was kept as an extra field"_s});
    row("bounced", u"ann@x.example - bounced; Bob Roe <bob@y.example>"_s, {bob},
        {notRead(2, u"ann@x.example - bounced"_s)});
    row("somebody's assistant", u"zoe@x.example (my assistant); Bob Roe <bob@y.example>"_s, {bob},
        {notRead(2, u"zoe@x.example (my assistant)"_s)});
    row("an assistant with a name", u"Ann Lee <ann@x.example> (assistant); Bob Roe <bob@y.example>"_s,
        {ann, bob});
    row("any other remark", u"Ann Lee <ann@x.example> (after 5pm); Bob Roe <bob@y.example>"_s, {ann, bob});
}

void addresses()
{
    const QStringList three {u"<a@x.example>"_s, u"<b@y.example>"_s, u"<c@z.example>"_s};
    row("one line of addresses", u"a@x.example, b@y.example; c@z.example"_s, three);
    row("several lines of addresses", u"a@x.example, b@y.example,\nc@z.example\n"_s, three);
    row("addresses parted by blanks", u"a@x.example b@y.example c@z.example"_s, three);
    row("one a line", u"a@x.example\nb@y.example\nc@z.example\n"_s, three);
    row("in brackets", u"<a@x.example>, <b@y.example>, <c@z.example>"_s, three);
    row("names without brackets", u"Ann Lee ann@x.example, Bob Roe bob@y.example"_s, {ann, bob});
    row("one person with two", u"Ann Lee,ann@x.example,ann@y.example\n"_s,
        {u"Ann Lee <ann@x.example> <ann@y.example>"_s});
    row("cells of people", u"Ann Lee,Acme,ann@x.example\nBob Roe,Bolt,bob@y.example\n"_s,
        {u"Ann Lee <ann@x.example>"_s, u"Bob Roe <bob@y.example>"_s});
    row("cells of people, address first", u"ann@x.example,Ann Lee\nbob@y.example,Bob Roe\n"_s, {ann, bob});
    row("cells with names in brackets",
        u"Ann Lee <ann@x.example>,Acme Inc\nBob Roe <bob@y.example>,Bolt Inc\n"_s,
        {u"Ann Lee <ann@x.example>  @ Acme Inc"_s, u"Bob Roe <bob@y.example>  @ Bolt Inc"_s});
    row("cells with a second address",
        u"Ann Lee <ann@x.example>,ann@y.example,Acme Inc\nBob Roe "
        "<bob@y.example>,bob@z.example,Bolt Inc\n"_s,
        {u"Ann Lee <ann@x.example> <ann@y.example>  @ Acme Inc"_s,
         u"Bob Roe <bob@y.example> <bob@z.example>  @ Bolt Inc"_s});
    row("a table", u"Email,Name\nann@x.example,Ann Lee\nbob@y.example,Bob Roe\n"_s, {ann, bob});
}

void commas()
{
    row("an entry without an address", u"Ann Lee, Bob Roe <bob@y.example>"_s, {bob},
        {notRead(2, u"Ann Lee"_s)});
    row("one family", u"Ann Roe, Bob Roe <bob.roe@y.example>"_s, {u"Bob Roe <bob.roe@y.example>"_s},
        {notRead(2, u"Ann Roe"_s)});
    row("the last name first", u"Roe, Bob <bob.roe@y.example>"_s, {u"Bob Roe <bob.roe@y.example>"_s});
    row("the last name first, another mailbox", u"Roe, Bob <bob@y.example>"_s, {bob});
    row("last names first and commas between", u"Roe, Bob <bob.roe@y.example>, Lee, Ann <ann@x.example>"_s,
        {u"Bob Roe <bob.roe@y.example>"_s, ann});
    row("two family names", u"Garcia Lopez, Maria Jose <maria.garcia@x.example>"_s,
        {u"Maria Jose Garcia Lopez <maria.garcia@x.example>"_s});
    row("particles", u"van den Berg, Jan Peter <jp@x.example>"_s,
        {u"Jan Peter van den Berg <jp@x.example>"_s});
    row("an initial", u"Lee Smith, Bob J. <bob@y.example>"_s, {u"Bob Lee Smith <bob@y.example>"_s});
    row("a degree", u"Ann Lee, MBA <ann@x.example>; Roe, Bob, PhD <bob@y.example>"_s, {ann, bob});
    row("names of Chinese people", u"王小明, 李明 <liming@x.example>"_s, {u"李明 <liming@x.example>"_s},
        {notRead(2, u"王小明"_s)});
    row("a Japanese name with a comma", u"山田, 太郎 <taro@x.example>"_s, {u"太郎 山田 <taro@x.example>"_s});
}

void scripts()
{
    for (const QString &sign : {u"；"_s, u"，"_s, u"、"_s, u"、 "_s, u"،"_s, u"؛"_s}) {
        row(qPrintable(u"parted by "_s + sign),
            u"Ann Lee <ann@x.example>%1Bob Roe <bob@y.example>"_s.arg(sign), {ann, bob});
        row(qPrintable(u"addresses parted by "_s + sign), u"ann@x.example%1bob@y.example"_s.arg(sign),
            {u"<ann@x.example>"_s, u"<bob@y.example>"_s});
    }
    const QString both = u"%1 Ann Lee <ann@x.example>; Bob Roe <bob@y.example>\n%2 cy@z.example\n"_s;
    for (const auto &[to, cc] :
         {std::pair {u"Do:"_s, u"DW:"_s}, std::pair {u"Para:"_s, u"CCO:"_s}, std::pair {u"À :"_s, u"Cci :"_s},
          std::pair {u"An:"_s, u"Kopie:"_s}, std::pair {u"Til:"_s, u"Kopi:"_s},
          std::pair {u"Till:"_s, u"Kopia:"_s}, std::pair {u"Aan:"_s, u"CC:"_s},
          std::pair {u"Komu:"_s, u"Kopie:"_s}, std::pair {u"A:"_s, u"Ccn:"_s},
          std::pair {u"Кому:"_s, u"Копия:"_s}, std::pair {u"宛先："_s, u"CC："_s},
          std::pair {u"收件人："_s, u"抄送："_s}, std::pair {u"받는 사람:"_s, u"참조:"_s}}) {
        row(qPrintable(u"headers "_s + to), both.arg(to, cc), {ann, bob, u"<cy@z.example>"_s});
    }
    for (const auto &[to, subject] :
         {std::pair {u"Do:"_s, u"Temat:"_s}, std::pair {u"Para:"_s, u"Asunto:"_s},
          std::pair {u"À :"_s, u"Objet :"_s}, std::pair {u"An:"_s, u"Betreff:"_s},
          std::pair {u"Til:"_s, u"Emne:"_s}, std::pair {u"Till:"_s, u"Ämne:"_s},
          std::pair {u"Aan:"_s, u"Onderwerp:"_s}, std::pair {u"Komu:"_s, u"Předmět:"_s},
          std::pair {u"A:"_s, u"Oggetto:"_s}}) {
        row(qPrintable(u"header and subject "_s + subject),
            u"%1 ann@x.example, bob@y.example\n%2 Mixer\n"_s.arg(to, subject),
            {u"<ann@x.example>"_s, u"<bob@y.example>"_s}, {notRead(4, subject + u" Mixer"_s)});
    }
}

} // namespace

void RecipientsTest::people_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("people");
    QTest::addColumn<QStringList>("told");
    oddEntries();
    remarks();
    addresses();
    commas();
    scripts();
}

void RecipientsTest::people()
{
    QFETCH(QString, text);
    const ReadPeople read = peopleOf(text.toUtf8());
    QStringList people;
    for (const auto &person : read.people) {
        people << inWords(person->contact);
    }
    QTEST(people, "people");
    QTEST(inWords(read.invalid) + inWords(read.warnings), "told");
}

void RecipientsTest::remarksAreKept()
{
    const ReadPeople read = peopleOf(
            "Ann Lee <ann@x.example> (after 5pm); Bob Roe <bob@y.example> (bounced)\n");
    QCOMPARE(read.people.size(), 2U);
    QCOMPARE(read.people[0]->contact.notes, u"(after 5pm)"_s);
    QCOMPARE(column(read.people[1]->contact, "Email"), u"Bob Roe <bob@y.example> (bounced)"_s);
}

/// Long lists are read as short ones, in a time that grows with their length.
void RecipientsTest::longLists()
{
    constexpr int count = 12'000; // some 400 KB
    for (const QByteArray &between :
         {QByteArray(", "), QByteArray("; "), QByteArray("\n"), QByteArray(",\n")}) {
        QByteArray named;
        QByteArray bare;
        for (int i = 0; i < count; ++i) {
            const QByteArray number = QByteArray::number(i);
            named += "Ann Lee" + number + " <ann" + number + "@x.example>" + between;
            bare += "ann" + number + "@a-long-name-of-a-host.example" + between;
        }
        for (const QByteArray &list : {named, bare}) {
            const ReadPeople read = peopleOf(list);
            QCOMPARE(read.people.size(), size_t {count});
            QCOMPARE(read.people[count - 1]->contact.addresses.size(), 1);
            QCOMPARE(inWords(read.invalid) + inWords(read.warnings), QStringList());
        }
    }
}
