// SPDX-License-Identifier: GPL-3.0-or-later
// What a paid search asks the vendor for.
#include "find/vendorplace.h"
#include "find/vendorquery.h"
#include "find/vendortitle.h"
#include "support/support.h"
#include "tests.h"

using namespace crema;
using namespace crema::find;
using namespace Qt::StringLiterals;

namespace {

QByteArray queryText(const VendorTargets &targets, Breadth breadth = Breadth::asked)
{
    return toBytes(vendorQuery(targets, breadth, {}));
}

VendorPlace place(const char *locality, const char *region, const char *country, const char *metro = "",
                  const char *widerMetro = "")
{
    return {QString::fromUtf8(metro), QString::fromUtf8(widerMetro), QString::fromUtf8(locality),
            QString::fromUtf8(region), QString::fromUtf8(country)};
}

std::optional<pdl::CleanLocation> answer(const char *locality, const char *region, const char *country)
{
    return pdl::CleanLocation {
            u"x"_s, QString::fromUtf8(locality), QString::fromUtf8(region), QString::fromUtf8(country), {}};
}

} // namespace

using Cleaned = std::optional<pdl::CleanLocation>;

void VendorQueryTest::initTestCase()
{
    Result<truth::DirectoryKnowledge> knowledge = truth::loadKnowledge();
    VERIFY_OK(knowledge);
    m_knowledge = std::move(*knowledge);
}

void VendorQueryTest::titles_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("spelt");
    QTest::addColumn<QString>("core");
    QTest::addColumn<QStringList>("levels");
    const auto row = [](const char *typed, const QStringList &spelt, const QString &core,
                        const QStringList &levels) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << spelt << core << levels;
    };
    row("Sales Manager", {u"sales manager"_s}, u"sales"_s, {u"manager"_s});
    row("VP of Finance", {u"vp of finance"_s, u"vice president of finance"_s, u"vice president finance"_s},
        u"finance"_s, {u"vp"_s});
    row("CEO", {u"ceo"_s, u"chief executive officer"_s}, {}, {u"cxo"_s});
    row("Chief Financial Officer", {u"chief financial officer"_s, u"cfo"_s}, {}, {u"cxo"_s});
    row("Head of Growth", {u"head of growth"_s}, u"growth"_s, {u"director"_s});
    row("Director, Product Management", {u"director, product management"_s}, u"product management"_s,
        {u"director"_s});
    row("Sr. Software Engineer II", {u"sr. software engineer ii"_s, u"senior software engineer ii"_s},
        u"software engineer"_s, {u"senior"_s});
    row("Operations Intern", {u"operations intern"_s}, u"operations"_s, {u"training"_s});
    row("HR Business Partner", {u"hr business partner"_s}, u"human resources business partner"_s, {});
    row("Product Owner", {u"product owner"_s}, u"product owner"_s, {});
    row("Chief of Staff", {u"chief of staff"_s}, u"chief of staff"_s, {});
    row("Administrative Assistant", {u"administrative assistant"_s}, u"administrative assistant"_s, {});
    row("Assistant to the CEO", {u"assistant to the ceo"_s}, {}, {});
    row("Managing Director", {u"managing director"_s}, {}, {u"director"_s});
    row("V.P. Sales", {u"v.p. sales"_s, u"vp sales"_s, u"vice president sales"_s}, u"sales"_s, {u"vp"_s});
}

void VendorQueryTest::titles()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, spelt);
    QFETCH(QString, core);
    QFETCH(QStringList, levels);
    const VendorTitle title = vendorTitle(typed, m_knowledge.titles);
    for (const QString &spelling : std::as_const(spelt)) {
        QVERIFY2(title.spellings.contains(spelling), qPrintable(title.spellings.join(u'|')));
    }
    QCOMPARE(title.spellings.constFirst(), spelt.constFirst());
    QCOMPARE(title.core, core);
    QCOMPARE(title.levels, levels);
}

void VendorQueryTest::wideningTakesTheRankBeforeTheWork()
{
    VendorTargets targets;
    targets.titles = {u"sales manager"_s};
    targets.levels = {u"manager"_s};
    targets.titleCore = u"sales"_s;
    const QByteArray asked = queryText(targets);
    QVERIFY(!asked.contains("job_title_levels"));
    const QByteArray rank = queryText(targets, Breadth::titleRank);
    QVERIFY2(
            rank.contains(
                    R"({"match_phrase":{"job_title":"sales manager"}},{"bool":{"must":[)"
                    R"({"match_phrase":{"job_title":"sales"}},{"terms":{"job_title_levels":["manager"]}}]}})"),
            rank.constData());
    const QByteArray work = queryText(targets, Breadth::titleLevels);
    QVERIFY(work.contains(R"({"match_phrase":{"job_title":"sales"}})") && !work.contains("job_title_levels"));
    targets.titleCore.clear();
    QVERIFY(!canWiden(targets, Breadth::titleRank) && !canWiden(targets, Breadth::titleLevels));
}

void VendorQueryTest::places_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<Cleaned>("cleaned");
    QTest::addColumn<VendorPlace>("expected");
    const auto row = [](const char *name, const char *typed, const Cleaned &cleaned,
                        const VendorPlace &expected) {
        QTest::newRow(name) << QString::fromUtf8(typed) << cleaned << expected;
    };
    row("an area of the US", "Chicago", {},
        place("chicago", "illinois", "united states", "chicago, illinois"));
    row("no areas elsewhere", "London", answer("london", "england", "united kingdom"),
        place("london", "england", "united kingdom"));
    row("elsewhere, unanswered", "Munich, Germany", {}, place("munich", "bavaria", "germany"));
    row("a namesake: the cleaner's", "Portland", answer("portland", "oregon", "united states"),
        place("portland", "oregon", "united states", "portland, oregon"));
    row("the other namesake", "Portland", answer("portland", "maine", "united states"),
        place("portland", "maine", "united states", "portland, maine"));
    row("a namesake, unanswered", "Portland", {}, place("portland", "", ""));
    row("the country does not tell", "Portland, USA", answer("portland", "oregon", "united states"),
        place("portland", "oregon", "united states", "portland, oregon"));
    row("no foreign area around it", "Richmond", answer("richmond", "virginia", "united states"),
        place("richmond", "virginia", "united states"));
    row("a small town, unanswered", "Boulder, CO", {},
        place("boulder", "colorado", "united states", "", "denver, colorado"));
    row("a namesake with its state", "Springfield, Illinois", {},
        place("springfield", "illinois", "united states"));
    row("the vendor knows the country", "Batumi, Georgia", answer("batumi", "adjara", "georgia"),
        place("batumi", "adjara", "georgia"));
    row("we know the town", "Cambridge, MA", answer("cambridge", "england", "united kingdom"),
        place("cambridge", "massachusetts", "united states", "", "boston, massachusetts"));
    row("spelt in another way", "Prague, Czech Republic", answer("prague", "prague", "czech republic"),
        place("prague", "prague", "czech republic"));
    row("not all of the state", "Boulder, CO", answer("", "colorado", "united states"),
        place("boulder", "colorado", "united states", "", "denver, colorado"));
    row("a state", "Texas", answer("", "texas", "united states"), place("", "texas", "united states"));
    row("a continent", "Europe", answer("", "", ""), {});
    row("nobody knows it", "Xyzzyville", {}, {});
}

void VendorQueryTest::places()
{
    QFETCH(QString, typed);
    QFETCH(Cleaned, cleaned);
    QFETCH(VendorPlace, expected);
    const VendorPlace found = placeFrom(typed, cleaned, m_knowledge.places);
    const auto text = [](const VendorPlace &place) {
        return QStringList {place.locality, place.region, place.country, place.metro, place.widerMetro}.join(
                u'|');
    };
    QCOMPARE(text(found), text(expected));
}

void VendorQueryTest::noForeignAreas_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *town : {"London", "Manchester", "Toronto", "Munich", "Greater London", "Portland",
                             "Richmond", "Portland, USA"}) {
        QTest::newRow(town) << QString::fromUtf8(town);
    }
}

void VendorQueryTest::noForeignAreas()
{
    QFETCH(QString, typed);
    const VendorPlace found = placeFromTables(typed, m_knowledge.places);
    QCOMPARE(found.metro, QString());
    QCOMPARE(found.widerMetro, QString());
}
