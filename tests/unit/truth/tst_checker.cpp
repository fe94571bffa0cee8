// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "truth/checker.h"

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::truth;

namespace {

Source sourceOf(SourceKind kind, const QString &quote)
{
    Source source;
    source.kind = kind;
    source.quote = quote;
    return source;
}

Claim claimOf(const QString &text, const QStringList &ofRecipient, const QStringList &ofSender)
{
    Claim claim;
    claim.text = text;
    for (const QString &quote : ofRecipient) {
        claim.sources << sourceOf(SourceKind::contactField, quote);
    }
    for (const QString &quote : ofSender) {
        claim.sources << sourceOf(SourceKind::profileField, quote);
    }
    return claim;
}

} // namespace

void CheckerTest::checksClaims_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("recipient");
    QTest::addColumn<QStringList>("sender");
    QTest::addColumn<bool>("holds");
    const QStringList none;
    const QStringList spotify {u"Spotify"_s, u"Product Manager"_s};
    QTest::newRow("names as they stand")
            << u"you are a Product Manager at Spotify"_s << spotify << none << true;
    QTest::newRow("another firm") << u"you are a Product Manager at Google"_s << spotify << none << false;
    QTest::newRow("a firm that is part of a word")
            << u"you work at EY"_s << QStringList {u"Disney"_s} << none << false;
    QTest::newRow("a known alias") << u"you work at EY"_s << QStringList {u"Ernst & Young LLP"_s} << none
                                   << true;
    QTest::newRow("a school's short name")
            << u"you went to USC"_s << QStringList {u"University of Southern California"_s} << none << true;
    QTest::newRow("accents") << u"you live in Munchen"_s << QStringList {u"München"_s} << none << true;
    QTest::newRow("a possessive") << u"you know Spotify's market"_s << spotify << none << true;
    QTest::newRow("an invented number")
            << u"you have been at Spotify for 7 years"_s << spotify << none << false;
    QTest::newRow("an invented number in words")
            << u"you have been at Spotify for seven years"_s << spotify << none << false;
    QTest::newRow("a year") << u"you joined Spotify in 2019"_s << QStringList {u"Spotify"_s, u"2019-06"_s}
                            << none << true;
    QTest::newRow("words of two sources in one name")
            << u"you work at Spotify Manager"_s << spotify << none << true;
    QTest::newRow("no source") << u"you are kind"_s << none << none << false;
    QTest::newRow("about the sender from the recipient's record")
            << u"I worked at Spotify"_s << spotify << none << false;
    QTest::newRow("about the recipient from the profile")
            << u"you studied at Lund University"_s << none << QStringList {u"Lund University"_s} << false;
    QTest::newRow("shared, one side only")
            << u"we both went to Lund University"_s << none << QStringList {u"Lund University"_s} << false;
    QTest::newRow("shared, both sides")
            << u"we both went to Lund University"_s << QStringList {u"Lund University"_s}
            << QStringList {u"Lund University"_s} << true;
    QTest::newRow("the school of a part")
            << u"you studied at Harvard"_s << QStringList {u"Harvard Business School"_s} << none << true;
    QTest::newRow("a part of the school") << u"you studied at Harvard Business School"_s
                                          << QStringList {u"Harvard University"_s} << none << false;
    QTest::newRow("another name of the part")
            << u"you studied at HBS"_s << QStringList {u"Harvard Business School"_s} << none << true;
    QTest::newRow("what led somebody there")
            << u"what led you to Spotify"_s << QStringList {u"Spotify"_s} << none << true;
    QTest::newRow("what somebody led") << u"you led Spotify"_s << QStringList {u"Spotify"_s} << none << false;
    QTest::newRow("a firm called Our")
            << u"you work at Our Lady of Mercy"_s << QStringList {u"Our Lady of Mercy"_s} << none << true;
    QTest::newRow("another script") << u"you work at 日立"_s << QStringList {u"日立"_s} << none << true;
    QTest::newRow("another script, invented")
            << u"you work at 東芝"_s << QStringList {u"日立"_s} << none << false;
    QTest::newRow("a name in Chinese characters, joined")
            << u"the 王伟 at Spotify"_s << QStringList {u"伟"_s, u"王"_s, u"Spotify"_s} << none << true;
    QTest::newRow("a small-letter brand")
            << u"you work at eBay"_s << QStringList {u"Amazon"_s} << none << false;
}

void CheckerTest::checksClaims()
{
    QFETCH(QString, text);
    QFETCH(QStringList, recipient);
    QFETCH(QStringList, sender);
    QTEST(isSupported(claimOf(text, recipient, sender), &knowledge()), "holds");
}

void CheckerTest::pointsAtTheWords()
{
    const Claim claim = claimOf(u"you moved from Deloitte to Spotify"_s, {u"Spotify"_s}, {});
    const auto found = unsupportedIn(claim);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].span.of(claim.text).toString(), u"Deloitte"_s);
    QVERIFY(found[0].reason.contains(u"Deloitte"_s));
}

namespace {

Source sourceAt(SourceKind kind, const QString &field, const QString &quote)
{
    Source source = sourceOf(kind, quote);
    source.field = field;
    return source;
}

/// An analyst at Ledgerfox since 2021 who studied at Lund; the sender studies Economics at Michigan and
/// worked at Northwind.
Claim statement(const QString &text)
{
    const auto theirs = [](const QString &field, const QString &quote) {
        return sourceAt(SourceKind::contactField, field, quote);
    };
    const auto mine = [](const QString &field, const QString &quote) {
        return sourceAt(SourceKind::profileField, field, quote);
    };
    return {text,
            {theirs(u"positions/p1/title"_s, u"Data Analyst"_s),
             theirs(u"positions/p1/company"_s, u"Ledgerfox"_s),
             theirs(u"schools/s1/name"_s, u"Lund University"_s), theirs(u"city"_s, u"Chicago"_s),
             mine(u"university"_s, u"University of Michigan"_s), mine(u"major"_s, u"Economics"_s),
             mine(u"companies"_s, u"Northwind"_s)}};
}

} // namespace

// All facts are cited; what is false are the relations between them.
void CheckerTest::checksRelations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("holds");
    const std::pair<const char *, bool> rows[] {
            {"you work at Ledgerfox as a Data Analyst", true},
            {"you studied at Lund University", true},
            {"I study Economics at the University of Michigan", true},
            {"I worked at Northwind", true},
            {"I am writing because you work at Ledgerfox", true},
            {"I would like to hear how you found your way from Lund University to Ledgerfox", true},
            {"I am curious what a Data Analyst does at Ledgerfox, and would value your advice", true},
            {"I work at Ledgerfox", false},
            {"you study at the University of Michigan", false},
            {"you studied at Ledgerfox", false},
            {"you work at Lund University", false},
            {"you worked at Northwind", false},
            {"you led the team at Ledgerfox", false},
            {"you founded Ledgerfox", false},
            {"you built the data platform of Ledgerfox", false},
            {"you recently joined Ledgerfox", false},
            {"you have been at Ledgerfox for many years", false},
            {"you grew up in Chicago", false},
            {"you live in Chicago", true},
            {"we both studied at Lund University", false},
            {"as a fellow University of Michigan student", false},
            {"we both worked at Northwind", false},
            {"you were promoted at Ledgerfox", false},
            {"I was introduced to you by a friend at Ledgerfox", false},
            {"you are a renowned Data Analyst", false},
    };
    for (const auto &[text, holds] : rows) {
        QTest::newRow(text) << QString::fromUtf8(text) << holds;
    }
}

void CheckerTest::checksRelations()
{
    QFETCH(QString, text);
    const auto found = unsupportedIn(statement(text), &knowledge());
    QFETCH(bool, holds);
    QVERIFY2(found.isEmpty() == holds, found.isEmpty() ? "" : qPrintable(found.constFirst().reason));
}

void CheckerTest::seesSharedSchools()
{
    Claim claim {
            u"we both studied at Michigan, and as a fellow Michigan student I write to you"_s,
            {sourceAt(SourceKind::contactField, u"schools/s1/name"_s, u"University of Michigan"_s),
             sourceAt(SourceKind::profileField, u"university"_s, u"University of Michigan, Ann Arbor"_s)}};
    QVERIFY(isSupported(claim, &knowledge()));
    claim.sources[0].quote = u"Lund University"_s;
    QVERIFY(!isSupported(claim, &knowledge()));
}
