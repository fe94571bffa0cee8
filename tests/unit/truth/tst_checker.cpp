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
