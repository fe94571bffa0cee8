// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/emailcells.h"
#include "exchange/encodedwords.h"
#include "quirktests.h"
#include "words.h"

#include <array>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::exchange;

namespace {

void row(const char *what, const QString &cell, const QStringList &addresses, const QStringList &beside = {},
         const QString &name = {})
{
    QTest::newRow(what) << cell << addresses << beside << name;
}

/// Nothing in it is an address to use.
void rejected(const QString &cell)
{
    row(qPrintable(cell), cell, {}, {cell});
}

void labels()
{
    const QStringList a {u"a@x.example"_s};
    for (const QString &cell :
         {u"Personal Email a@x.example"_s, u"Work Email: a@x.example"_s, u"Email 2: a@x.example"_s,
          u"E-Mail (geschäftlich): a@x.example"_s, u"Email address: a@x.example"_s, u"a@x.example home"_s,
          u"(work) a@x.example"_s, u"Work <a@x.example>"_s, u"- a@x.example"_s, u"1. a@x.example"_s,
          u"mailto: a@x.example"_s, u"<a@x.example>"_s, u"< a@x.example >"_s, u"\"a@x.example\""_s,
          u"a@x.example<mailto:a@x.example>"_s, u"邮箱：a@x.example"_s,
          u"[a@x.example](mailto:a@x.example)"_s}) {
        row(qPrintable(cell), cell, a);
    }
    row("a label that tells something", u"Old: a@x.example"_s, a, {u"Old:"_s});
    row("a provider", u"Gmail a@x.example"_s, a, {u"Gmail"_s});
}

void remarks()
{
    const QStringList a {u"a@x.example"_s};
    row("where somebody sits", u"a@x.example room 7 floor 3"_s, a, {u"room 7 floor 3"_s});
    row("when", u"a@x.example - after 5pm"_s, a, {u"after 5pm"_s});
    row("in brackets", u"a@x.example (after 5pm only)"_s, a, {u"(after 5pm only)"_s});
    row("a kind and more", u"a@x.example (work) not on Fridays"_s, a, {u"not on Fridays"_s});
    row("between two", u"a@x.example bounced use b@x.example"_s, a, {u"bounced use b@x.example"_s});
    rejected(u"Do Not Email c@x.example"_s);
    rejected(u"Bounced: di@x.example"_s);
    rejected(u"Bounced: <di@x.example>"_s);
    rejected(u"Do not use: gus@x.example"_s);
    rejected(u"do not use (gus@x.example)"_s);
    rejected(u"Ask For Zoe zoe@x.example"_s);
    rejected(u"Assistant: Zoe Fox zoe@x.example"_s);
    rejected(u"EA Zoe Fox zoe@x.example"_s);
    rejected(u"c/o Zoe zoe@x.example"_s);
    rejected(u"Mary Ann Lee@x.example"_s);
    rejected(u"mary ann lee@x.example"_s);
}

/// What a remark behind an address says of it.
void remarksBehind()
{
    const auto listed = [](QStringView text) { return text.toString().split(u'|'); };
    for (const QString &remark :
         listed(u"(do not use)|- bounced|(bounced 5/2024)|- do not email|(DO NOT USE!)|"
                u"(no longer valid)|(not valid)|(doesn't work)|(please don't use this)|(invalid)|"
                u"[wrong address]|- nicht mehr benutzen|(ne plus utiliser)|(no usar)|(former)|"
                u"（勿用）|(opted out)|(assistant)|- my assistant|(his wife's)|(EA)|"
                u"(assistant: Zoe Fox)|- secretary|(my assistant's email)")) {
        rejected(u"a@x.example "_s + remark);
    }
    const QStringList a {u"a@x.example"_s};
    for (const QString &remark :
         listed(u"(no reply yet)|(not on Fridays)|(never replied)|"
                u"(Assistant Professor)|(assistant to the CEO)|(recruiter)|(Sales Manager)|"
                u"(not contacted yet)|(left voicemail)|(former student)|(do not call)|"
                u"(not working Fridays)|(met his wife)|(team lead)|c/o Bob Roe")) {
        row(qPrintable(u"a@x.example "_s + remark), u"a@x.example "_s + remark, a, {remark});
    }
    row("of the first of two", u"a@x.example (do not use) b@x.example"_s, {u"b@x.example"_s},
        {u"a@x.example (do not use)"_s});
    row("of the first of two, parted", u"a@x.example - bounced; b@x.example"_s, {u"b@x.example"_s},
        {u"a@x.example - bounced"_s});
    row("behind a semicolon", u"a@x.example; do not use"_s, {}, {u"a@x.example do not use"_s});
    row("among others", u"a@x.example - old, do not use"_s, {}, {u"a@x.example old, do not use"_s});
    row("in front of brackets", u"Do not use <a@x.example>"_s, {}, {u"Do not use <a@x.example>"_s});
    row("behind a name", u"Ann Lee <ann@x.example> (bounced)"_s, {}, {u"Ann Lee <ann@x.example> (bounced)"_s},
        u"Ann Lee"_s);
    row("whose name stands in front", u"Ann Lee <ann@x.example> (assistant)"_s, {u"ann@x.example"_s},
        {u"(assistant)"_s}, u"Ann Lee"_s);
}

void names()
{
    const QStringList ann {u"ann@x.example"_s};
    const QString lee = u"Ann Lee"_s;
    for (const QString &cell :
         {u"Ann Lee ann@x.example"_s, u"Ann Lee - ann@x.example"_s, u"\"Ann Lee\" ann@x.example"_s,
          u"Ann Lee (ann@x.example)"_s, u"ann@x.example (Ann Lee)"_s, u"Ann Lee <ann@x.example> (work)"_s,
          u"Ann Lee <mailto:ann@x.example>"_s}) {
        row(qPrintable(cell), cell, ann, {}, lee);
    }
    row("a first name", u"Ann (ann@x.example)"_s, ann, {}, u"Ann"_s);
    row("capitals", u"Ann Lee Ann.Lee@x.example"_s, {u"Ann.Lee@x.example"_s}, {}, lee);
    row("the mailbox of a firm", u"Ann Lee Info@x.example"_s, {u"Info@x.example"_s}, {}, lee);
    row("two side by side", u"Ann Lee <ann@x.example> Bob Roe <bob@x.example>"_s,
        {u"ann@x.example"_s, u"bob@x.example"_s}, {}, lee);
    row("encoded", u"=?UTF-8?Q?J=C3=B6rg_Bo?= <j@x.example>"_s, {u"j@x.example"_s}, {}, u"Jörg Bo"_s);
    row("encoded, with a comma", u"=?UTF-8?Q?Roe=2C_Jane?= <j@x.example>"_s, {u"j@x.example"_s}, {},
        u"Roe, Jane"_s);
    row("a broken address in brackets", u"Ann Lee <ann(at)x.example>"_s, {},
        {u"Ann Lee <ann(at)x.example>"_s}, lee);
}

void several()
{
    const QStringList both {u"a@x.example"_s, u"b@x.example"_s};
    for (const QString &cell :
         {u"a@x.example/b@x.example"_s, u"a@x.example o b@x.example"_s, u"a@x.example and b@x.example"_s,
          u"1. a@x.example 2. b@x.example"_s, u"a@x.example work b@x.example home"_s,
          u"Email 1: a@x.example; Email 2: b@x.example"_s, u"a@x.example\nb@x.example"_s}) {
        row(qPrintable(cell), cell, both);
    }
    row("telephone first", u"212-555-0100 / a@x.example"_s, {u"a@x.example"_s}, {u"212-555-0100"_s});
    row("telephone and time", u"a@x.example / 212-555-0100 / after 5"_s, {u"a@x.example"_s},
        {u"212-555-0100"_s, u"after 5"_s});
}

void ofOwner(const QString &name, const QString &cell, const QString &person, const QString &kept = {})
{
    QTest::newRow(qPrintable(name + u": "_s + cell)) << name << cell << person << kept;
}

/// Rows of people whose address stands behind their own name.
void ownNames()
{
    using Owner = std::array<QString, 3>; // name, mailbox, first and last name
    for (const auto &[name, mailbox, shown] :
         {Owner {u"Jan van der Berg"_s, u"jan"_s}, Owner {u"Ludwig von Mises"_s, u"ludwig"_s},
          Owner {u"Maria de la Cruz"_s, u"maria"_s}, Owner {u"山田 太郎"_s, u"taro"_s, u"太郎 山田"_s},
          Owner {u"李明"_s, u"liming"_s}, Owner {u"יעל כהן"_s, u"yael"_s}, Owner {u"محمد علي"_s, u"mali"_s},
          Owner {u"Иван Петров"_s, u"ipetrov"_s}, Owner {u"Amy Q Fox"_s, u"amy"_s, u"Amy Fox"_s},
          Owner {u"J. R. Roe"_s, u"jrr"_s}, Owner {u"Fiona Apple"_s, u"fiona"_s},
          Owner {u"Tim New"_s, u"tim"_s}, Owner {u"Di Casa"_s, u"di"_s}, Owner {u"Mac Work"_s, u"sales"_s},
          Owner {u"Zoë O'Neill-Ruß"_s, u"zoneill"_s}, Owner {u"Madonna"_s, u"madonna"_s}}) {
        const QString address = mailbox + u"@x.example"_s;
        const QString person = u"%1 <%2>"_s.arg(shown.isEmpty() ? name : shown, address);
        for (const QString &cell : {u"%1 %2"_s, u"%1 (%2)"_s, u"%1: %2"_s, u"%1 - %2"_s, u"%1 <%2>"_s,
                                    u"%2 (%1)"_s, u"Email: %1 <%2>"_s}) {
            ofOwner(name, cell.arg(name, address), person);
        }
        for (const QString &cell : {u"%1 %2"_s, u"%1 (%2)"_s, u"%1 <%2>"_s, u"%2 (%1)"_s}) {
            ofOwner({}, cell.arg(name, address), person);
        }
        ofOwner(name, u"%1 %2"_s.arg(name.toLower(), address), person);
    }
    ofOwner({}, u"Email: Jan van der Berg <jan@x.example>"_s, u"Jan van der Berg <jan@x.example>"_s);
    ofOwner({}, u"Jan van der Berg: jan@x.example"_s, u"Jan van der Berg <jan@x.example>"_s);
    ofOwner({}, u"HBS: Ann Lee <ann@x.example>"_s, u"Ann Lee <ann@x.example>"_s, u"HBS: Ann Lee"_s);
    ofOwner({}, u"会社 taro@x.example"_s, u"<taro@x.example>"_s);
    ofOwner({}, u"דואר אישי yael@x.example"_s, u"<yael@x.example>"_s, u"דואר אישי"_s);
    ofOwner(u"Al Fox, CFA"_s, u"Al Fox, CFA al@x.example"_s, u"Al Fox <al@x.example>"_s);
    ofOwner(u"Dr. Al Fox"_s, u"Dr. Al Fox al@x.example"_s, u"Al Fox <al@x.example>"_s);
    ofOwner(u"王小明"_s, u"xm@qq.example (王小明)"_s, u"王小明 <xm@qq.example>"_s);
}

/// Whatever stands before or behind the address of Ann Lee is kept and says nothing against it.
void unlistedLabels()
{
    for (const QString &label :
         {u"HBS:"_s, u"MIT alumni:"_s, u"Firma:"_s, u"prywatny:"_s, u"école:"_s, u"best:"_s, u"best"_s,
          u"Firma"_s, u"Old"_s, u"best one"_s, u"Mrs. Smith"_s, u"李安"_s, u"(Acme Legal)"_s}) {
        ofOwner(u"Ann Lee"_s, label + u" ann@x.example"_s, u"Ann Lee <ann@x.example>"_s, label);
    }
    ofOwner(u"Ann Lee"_s, u"Main email: ann@x.example / Alt: b@y.example"_s,
            u"Ann Lee <ann@x.example> <b@y.example>"_s);
    ofOwner(u"Ann Lee"_s, u"HBS: Ann Lee <ann@x.example>"_s, u"Ann Lee <ann@x.example>"_s, u"HBS: Ann Lee"_s);
    ofOwner(u"Ann Lee"_s, u"1. ann@x.example 2. b@y.example"_s, u"Ann Lee <ann@x.example> <b@y.example>"_s);
    ofOwner(u"Ann Lee"_s, u"ann@x.example / n/a"_s, u"Ann Lee <ann@x.example>"_s);
    ofOwner(u"Ann Lee"_s, u"lo@x.example c/o Bob Roe"_s, u"Ann Lee <lo@x.example>"_s, u"c/o Bob Roe"_s);
    ofOwner(u"Ann Lee"_s, u"HBS: alum2020@x.example"_s, u"Ann Lee <alum2020@x.example>"_s, u"HBS:"_s);
}

/// Words that speak of somebody else, and those that only seem to.
void ownersWords()
{
    const QString bob = u"Bob Roe"_s;
    const QString whole = u"Bob Roe <bob@x.example>"_s;
    for (const QString &label : {u"use"_s, u"please use"_s, u"for work:"_s, u"only:"_s, u"ask for"_s,
                                 u"owner:"_s, u"Coach"_s, u"sales:"_s}) {
        ofOwner(bob, label + u" bob@x.example"_s, whole, label);
    }
    for (const QString &cell :
         {u"wife sue@x.example"_s, u"Wife: sue@x.example"_s, u"my assistant sue@x.example"_s,
          u"assistant's email: sue@x.example"_s, u"Ask Sue sue@x.example"_s, u"c/o Sue sue@x.example"_s,
          u"not bob@x.example"_s, u"Bob's wife bob@x.example"_s}) {
        ofOwner(bob, cell, bob, cell);
    }
    ofOwner(bob, u"Bob: bob@x.example, Wife: sue@x.example"_s, whole, u"Wife: sue@x.example"_s);
    ofOwner(bob, u"Info: info@x.example"_s, u"Bob Roe <info@x.example>"_s, u"Info:"_s);
    ofOwner(bob, u"Acme Sales sales@x.example"_s, u"Bob Roe <sales@x.example>"_s, u"Acme Sales"_s);
    ofOwner({}, u"Acme Legal: legal@x.example"_s, u"<legal@x.example>"_s, u"Acme Legal:"_s);
    for (const QString &name : {u"Grace Call"_s, u"Will Ask"_s, u"Al Former"_s, u"Sue Partner"_s}) {
        const QString mailbox = name.section(u' ', 0, 0).toLower() + u"@x.example"_s;
        ofOwner(name, name + u' ' + mailbox, u"%1 <%2>"_s.arg(name, mailbox));
        ofOwner({}, name + u' ' + mailbox, u"%1 <%2>"_s.arg(name, mailbox));
    }
}

/// Another name in another script, or beside a mailbox that tells of neither.
void otherNames()
{
    ofOwner(u"山田太郎"_s, u"taro@x.example (Taro Yamada)"_s, u"山田太郎 <taro@x.example>"_s,
            u"(Taro Yamada)"_s);
    ofOwner(u"佐藤 花子"_s, u"Hanako Sato hanako@x.example"_s, u"花子 佐藤 <hanako@x.example>"_s,
            u"Hanako Sato"_s);
    ofOwner(u"Иван Петров"_s, u"ivan@x.example (Ivan Petrov)"_s, u"Иван Петров <ivan@x.example>"_s,
            u"(Ivan Petrov)"_s);
    ofOwner(u"Peggy Olson"_s, u"Margaret Draper peggy@x.example"_s, u"Peggy Olson <peggy@x.example>"_s,
            u"Margaret Draper"_s);
    ofOwner(u"Maria Lopez"_s, u"maria@x.example (Acme Legal)"_s, u"Maria Lopez <maria@x.example>"_s,
            u"(Acme Legal)"_s);
    ofOwner(u"Ann Lee"_s, u"Zoe Fox office@x.example"_s, u"Ann Lee <office@x.example>"_s, u"Zoe Fox"_s);
}

/// Names in front of "<>": only their own, a label and another script are theirs.
void namesInFront()
{
    const QString lee = u"Ann Lee"_s;
    for (const QString &cell : {u"Bob Roe <bob@y.example>"_s, u"Bob Roe <b77@y.example>"_s,
                                u"Zoe Fox <office@x.example>"_s, u"Mom <m@x.example>"_s}) {
        ofOwner(lee, cell, lee, cell);
    }
    ofOwner(lee, u"Bob Lee <bob.lee@y.example>"_s, lee, u"Bob Lee <bob.lee@y.example>"_s);
    ofOwner(lee, u"Bunny Lee <ann@x.example>"_s, u"Ann Lee <ann@x.example>"_s, u"Bunny Lee"_s);
    ofOwner(lee, u"A. Lee <a77@x.example>"_s, u"Ann Lee <a77@x.example>"_s, u"A. Lee"_s);
    ofOwner(u"Mary Ann Lee"_s, u"Ann Lee <a77@x.example>"_s, u"Mary Ann Lee <a77@x.example>"_s);
    ofOwner(u"Min-jun Kim"_s, u"Minjun Kim <m77@x.example>"_s, u"Min-jun Kim <m77@x.example>"_s,
            u"Minjun Kim"_s);
    ofOwner(u"Maria Garcia Lopez"_s, u"María García <m77@x.example>"_s,
            u"Maria Garcia Lopez <m77@x.example>"_s);
    ofOwner(lee, u"Ann Lee <a77@x.example>"_s, u"Ann Lee <a77@x.example>"_s);
    ofOwner(lee, u"Lee, Ann <a77@x.example>"_s, u"Ann Lee <a77@x.example>"_s);
    ofOwner(lee, u"Dr. Ann M. Lee <a77@x.example>"_s, u"Ann Lee <a77@x.example>"_s, u"Dr. Ann M. Lee"_s);
    ofOwner(lee, u"Ann Smith <a77@x.example>"_s, u"Ann Lee <a77@x.example>"_s, u"Ann Smith"_s);
    ofOwner(lee, u"alee <a77@x.example>"_s, u"Ann Lee <a77@x.example>"_s, u"alee"_s);
    ofOwner(lee, u"AL <a77@x.example>"_s, u"Ann Lee <a77@x.example>"_s, u"AL"_s);
    ofOwner(lee, u"Gmail <a77@x.example>"_s, u"Ann Lee <a77@x.example>"_s, u"Gmail"_s);
    ofOwner(lee, u"李安 <a77@x.example>"_s, u"Ann Lee <a77@x.example>"_s, u"李安"_s);
    ofOwner(u"Robert Roe"_s, u"Bob <b77@y.example>"_s, u"Robert Roe <b77@y.example>"_s, u"Bob"_s);
    ofOwner(u"Bob Roe"_s, u"a77@x.example (assistant)"_s, u"Bob Roe"_s, u"a77@x.example (assistant)"_s);
    ofOwner(u"Bob Roe"_s, u"bob@x.example (do not use)"_s, u"Bob Roe"_s, u"bob@x.example (do not use)"_s);
    ofOwner(u"Bob Roe"_s, u"a@x.example；b@x.example"_s, u"Bob Roe <a@x.example> <b@x.example>"_s);
}

/// Words that are titles and names where the mailbox tells so.
void tellingNames()
{
    ofOwner({}, u"Coach Di Fox di.fox@x.example"_s, u"Di Fox <di.fox@x.example>"_s, u"Coach Di Fox"_s);
    ofOwner({}, u"Coach Di Fox dfox@x.example"_s, u"Di Fox <dfox@x.example>"_s, u"Coach Di Fox"_s);
    ofOwner({}, u"Never Nguyen <never.nguyen@x.example>"_s, u"Never Nguyen <never.nguyen@x.example>"_s);
    ofOwner({}, u"Never Nguyen never.nguyen@x.example"_s, u"Never Nguyen <never.nguyen@x.example>"_s);
    ofOwner({}, u"Assistant Professor Bo Ek bo.ek@x.example"_s, u"Bo Ek <bo.ek@x.example>"_s,
            u"Assistant Professor Bo Ek"_s);
    ofOwner(u"Ann Lee"_s, u"Coach Di Fox di.fox@x.example"_s, u"Ann Lee"_s,
            u"Coach Di Fox di.fox@x.example"_s);
    ofOwner(u"Ann Lee"_s, u"Ann Lee, Bob Roe <bob@y.example>"_s, u"Ann Lee"_s, u"Bob Roe <bob@y.example>"_s);
    ofOwner({}, u"Ann Lee, Bob Roe <bob@y.example>"_s, u"Bob Roe <bob@y.example>"_s, u"Ann Lee"_s);
    ofOwner({}, u"Roe, Bob <bob.roe@y.example>"_s, u"Bob Roe <bob.roe@y.example>"_s);
}

/// Addresses under "Name": the name has none of them.
void addressesOfNames()
{
    const auto row = [](const QString &name, const QString &person, const QString &kept) {
        QTest::newRow(qPrintable(name)) << name << person << kept;
    };
    row(u"Mary Ann Lee@x.example"_s, u"Mary Ann"_s, u"Mary Ann Lee@x.example"_s);
    row(u"Ann Lee do not use ann@x.example"_s, u"Ann Lee"_s, u"Ann Lee do not use ann@x.example"_s);
    row(u"Ann Lee ann@x.example (bounced)"_s, u"Ann Lee"_s, u"Ann Lee ann@x.example (bounced)"_s);
    row(u"Ann Lee <ann@x.example>"_s, u"Ann Lee <ann@x.example>"_s, {});
    row(u"Ann Lee (ann@x.example)"_s, u"Ann Lee <ann@x.example>"_s, {});
}

} // namespace

void EmailCellsTest::emails_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QStringList>("addresses");
    QTest::addColumn<QStringList>("beside");
    QTest::addColumn<QString>("name");
    row("one", u"a@x.example"_s, {u"a@x.example"_s});
    row("Google's several", u"a@x.example ::: b@x.example"_s, {u"a@x.example"_s, u"b@x.example"_s});
    row("semicolon", u"a@x.example; b@x.example"_s, {u"a@x.example"_s, u"b@x.example"_s});
    row("blank and slash", u"a@x.example / b@x.example"_s, {u"a@x.example"_s, u"b@x.example"_s});
    row("with name", u"Jane Roe <j@x.example>"_s, {u"j@x.example"_s}, {}, u"Jane Roe"_s);
    row("with quoted name and comma", u"\"Roe, Jane\" <j@x.example>"_s, {u"j@x.example"_s}, {},
        u"Roe, Jane"_s);
    row("mailto", u"mailto:j@x.example"_s, {u"j@x.example"_s});
    row("end of a sentence", u"j@x.example."_s, {u"j@x.example"_s});
    row("half a bracket", u"j@x.example>"_s, {u"j@x.example"_s});
    row("Exchange", u"/o=ExchangeLabs/ou=Group/cn=Recipients/cn=abc"_s, {});
    row("none", u"ask her"_s, {}, {u"ask her"_s});
    row("a blank within", u"bob roe@x.example"_s, {}, {u"bob roe@x.example"_s});
    row("a label, a blank and what is behind", u"Gmail: a@x.example preferred after 5pm"_s,
        {u"a@x.example"_s}, {u"Gmail:"_s, u"preferred after 5pm"_s});
    row("a telephone", u"a@x.example / 212-555-0100"_s, {u"a@x.example"_s}, {u"212-555-0100"_s});
    row("a name", u"Di Fox di@x.example"_s, {u"di@x.example"_s}, {}, u"Di Fox"_s);
    row("kinds in brackets", u"a@x.example [work]"_s, {u"a@x.example"_s});
    row("kinds behind two", u"a@x.example (work) b@x.example (home)"_s, {u"a@x.example"_s, u"b@x.example"_s});
    row("words between", u"Work: a@x.example or b@x.example"_s, {u"a@x.example"_s, u"b@x.example"_s});
    row("one of two", u"a@x.example, b(at)x.example"_s, {u"a@x.example"_s}, {u"b(at)x.example"_s});
    labels();
    remarks();
    remarksBehind();
    names();
    several();
}

void EmailCellsTest::emails()
{
    QFETCH(QString, cell);
    const EmailCell read = emailsFrom(cell);
    QStringList addresses;
    QStringList beside;
    for (const CellAddress &found : read.addresses) {
        if (!found.isUsable()) {
            beside << found.written;
            continue;
        }
        addresses << found.address;
        if (found.name.isEmpty() && !found.words.isEmpty()) {
            beside << found.words;
        }
    }
    QTEST(addresses, "addresses");
    QTEST(beside + read.rest, "beside");
    QTEST(read.displayName(), "name");
}

void EmailCellsTest::ofRow_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("person");
    QTest::addColumn<QString>("kept"); ///< beside it
    const QString lee = u"Ann Lee"_s;
    const QString whole = u"Ann Lee <ann@x.example>"_s;
    ofOwner(lee, u"Ann Lee ann@x.example"_s, whole, {});
    ofOwner(lee, u"Lee, ann@x.example"_s, whole);
    ofOwner(lee, u"Annie Lee ann@x.example"_s, whole, u"Annie Lee"_s);
    ofOwner(lee, u"ann@x.example (Ann Lee)"_s, whole, {});
    ofOwner(lee, u"ann@x.example (After Five)"_s, whole, u"(After Five)"_s);
    ofOwner(lee, u"Rocket Girl <ann@x.example>"_s, whole, u"Rocket Girl"_s);
    ofOwner(lee, u"Zoe Fox zoe@x.example"_s, lee, u"Zoe Fox zoe@x.example"_s);
    ofOwner(lee, u"zoe@x.example (Zoe Fox)"_s, lee, u"zoe@x.example (Zoe Fox)"_s);
    ofOwner(lee, u"ann@x.example; Zoe Fox zoe@x.example"_s, whole, u"Zoe Fox zoe@x.example"_s);
    ofOwner(lee, u"Ann Lee <ann@x.example>; Bob Roe <bob@x.example>; Cy Doe <cy@x.example>"_s, whole,
            u"Bob Roe <bob@x.example>; Cy Doe <cy@x.example>"_s);
    ofOwner(lee, u"EA Zoe Fox zoe@x.example"_s, lee, u"EA Zoe Fox zoe@x.example"_s);
    ofOwner(lee, u"Do Not Email ann@x.example"_s, lee, u"Do Not Email ann@x.example"_s);
    ofOwner(u"Mary Ann Lee"_s, u"Mary Ann Lee@x.example"_s, u"Mary Ann Lee"_s, u"Mary Ann Lee@x.example"_s);
    ofOwner(u"Mary Ann Lee"_s, u"Mary Ann lee@x.example"_s, u"Mary Ann Lee"_s, u"Mary Ann lee@x.example"_s);
    ofOwner({}, u"Work Email: ann@x.example"_s, u"<ann@x.example>"_s, {});
    ofOwner({}, u"Ann Lee ann@x.example"_s, whole, {});
    ofOwner({}, u"Dr. Ann Lee <ann@x.example>"_s, whole, {});
    ofOwner({}, u"=?UTF-8?B?QW5uIExlZQ==?= <ann@x.example>"_s, whole, {});
    ofOwner({}, u"=?x-none?Q?Ann?= <ann@x.example>"_s, u"<ann@x.example>"_s, u"=?x-none?Q?Ann?="_s);
    ofOwner(u"=?UTF-8?Q?Ann_Lee?="_s, u"ann@x.example"_s, whole, {});
    ownNames();
    unlistedLabels();
    ownersWords();
    otherNames();
    namesInFront();
    tellingNames();
}

void EmailCellsTest::ofRow()
{
    QFETCH(QString, name);
    QFETCH(QString, cell);
    QFETCH(QString, kept);
    const ReadPeople read = peopleOf(u"Name;Email\n\"%1\";\"%2\"\n"_s.arg(name, cell).toUtf8());
    QCOMPARE(read.people.size(), 1U);
    const Contact &contact = read.people[0]->contact;
    QTEST(inWords(contact), "person");
    QCOMPARE(column(contact, "Email"), kept);
}

void EmailCellsTest::ofName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("person");
    QTest::addColumn<QString>("kept");
    addressesOfNames();
}

/// What is not to be used is told, in tables and in cards.
void EmailCellsTest::ofName()
{
    QFETCH(QString, name);
    QFETCH(QString, kept);
    const ReadPeople read = peopleOf(u"Name;Company\n\"%1\";\n"_s.arg(name).toUtf8());
    const ReadPeople card = peopleOf(u"BEGIN:VCARD\r\nFN:%1\r\nEND:VCARD\r\n"_s.arg(name).toUtf8());
    for (const ReadPeople *people : {&read, &card}) {
        QCOMPARE(people->people.size(), 1U);
        QTEST(inWords(people->people[0]->contact), "person");
        QCOMPARE(people->warnings.size(), kept.isEmpty() ? 0 : 1);
    }
    QCOMPARE(column(read.people[0]->contact, "Name"), kept);
    QCOMPARE(column(card.people[0]->contact, "FN"), kept);
}

void EmailCellsTest::encodedWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("decoded");
    const auto row = [](const QString &text, const QString &decoded) {
        QTest::newRow(qPrintable(text)) << text << decoded;
    };
    row(u"Ann = ? Lee"_s, u"Ann = ? Lee"_s);
    row(u"=?UTF-8?Q?J=C3=B6rg_Bo?="_s, u"Jörg Bo"_s);
    row(u"Dr. =?iso-8859-1?q?J=F6rg?= Bo"_s, u"Dr. Jörg Bo"_s);
    row(u"=?utf-8?B?Wm/Dqw==?= =?utf-8?B?UXVpbGw=?="_s, u"ZoëQuill"_s);
    row(u"=?utf-8?Q?Zo=C3?= =?utf-8?Q?=AB?="_s, u"Zoë"_s); // a letter cut in two
    row(u"=?utf-8*en?Q?Zo=C3=AB?="_s, u"Zoë"_s);
    row(u"=?ISO-2022-JP?B?GyRCOzNFRBsoQg==?="_s, u"山田"_s);
    for (const QString &bad : {u"=?utf-8?Q?J=C3rg?="_s, u"=?utf-8?Q?J=X?="_s, u"=?utf-8?B?*?="_s,
                               u"=?none-such?Q?Ann?="_s, u"=?what?="_s}) {
        row(bad, bad);
    }
}

void EmailCellsTest::encodedWords()
{
    QFETCH(QString, text);
    QTEST(decodedWords(text), "decoded");
}
