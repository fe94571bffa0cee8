// SPDX-License-Identifier: GPL-3.0-or-later
// A paid search against a server that answers what a case needs.
#include "async/leaves.h"
#include "find/vendorresolver.h"
#include "find/vendorsearch.h"
#include "support/egressrecord.h"
#include "support/httpserver.h"
#include "support/spin.h"
#include "support/support.h"
#include "tests.h"

#include <QTemporaryDir>

#include <algorithm>

using namespace crema;
using namespace crema::find;
using namespace Qt::StringLiterals;

namespace {

/// The vendor, as far as a case needs it: what is not set is "not found".
struct Vendor
{
    Vendor()
    {
        server.setAnswer([this](const test::Received &request) {
            const QByteArray path = request.target.split('?').constFirst().mid(3);
            QVector<test::Reply> &replies = answers[path];
            if (replies.isEmpty()) {
                return test::Reply::json(R"({"status":404,"error":{"type":"not_found","message":"x"}})", 404);
            }
            return replies.size() > 1 ? replies.takeFirst() : replies.constFirst();
        });
    }
    ~Vendor()
    {
        (void)test::spinUntil([] { return async::pendingLeaves() == 0; });
    }

    void answer(const QByteArray &path, const QByteArray &json, int status = 200)
    {
        answers[path] << test::Reply::json(json, status);
    }
    [[nodiscard]] Result<VendorTargets> resolve(const Criteria &criteria,
                                                const truth::DirectoryKnowledge &knowledge)
    {
        return test::await(resolveTargets(&client, &knowledge, criteria, {}, {}));
    }
    [[nodiscard]] qsizetype searches() const
    {
        return std::ranges::count_if(server.received(), [](const test::Received &request) {
            return request.target.contains("/person/search");
        });
    }

    QHash<QByteArray, QVector<test::Reply>> answers; ///< the last one again and again
    test::HttpServer server;
    QTemporaryDir folder;
    FixedClock clock {QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC)};
    test::EgressRecord egress;
    net::Client http {clock, egress, 7U};
    net::FixedToken token {Secret(u"key"_s)};
    pdl::FileAnswerCache cache {folder.path(), clock};
    pdl::Client client {http, server.url(u"/v5"_s), token, cache};
};

QByteArray queryText(const VendorTargets &targets)
{
    return toBytes(vendorQuery(targets, Breadth::asked, {}));
}

QByteArray person(const char *id, const char *name, const char *more = "")
{
    return QByteArray(R"({"id":")") + id + R"(","full_name":")" + name + '"' + more + '}';
}

QByteArray page(const QList<QByteArray> &people, const char *scroll = "")
{
    return R"({"status":200,"total":9,"data":[)" + people.join(',') + R"(],"scroll_token":")" + scroll
            + R"("})";
}

} // namespace

void VendorResolverTest::initTestCase()
{
    Result<truth::DirectoryKnowledge> knowledge = truth::loadKnowledge();
    VERIFY_OK(knowledge);
    m_knowledge = std::move(*knowledge);
}

void VendorResolverTest::aContinentIsStillAPlace()
{
    Vendor vendor;
    vendor.answer("/location/clean",
                  R"({"status":200,"name":"europe","continent":"europe","type":"continent"})");
    Criteria criteria;
    criteria.title = u"Sales Manager"_s;
    criteria.location = u"Europe"_s;
    const auto targets = vendor.resolve(criteria, m_knowledge);
    VERIFY_OK(targets);
    QCOMPARE(targets->placeText, u"europe"_s);
    const QByteArray query = queryText(*targets);
    for (const char *clause :
         {R"({"term":{"location_continent":"europe"}})", R"({"term":{"location_locality":"europe"}})",
          R"({"prefix":{"location_name":"europe,"}})"}) {
        QVERIFY2(query.contains(clause), query.constData());
    }
}

void VendorResolverTest::everyCriterionHasAClause()
{
    Criteria criteria;
    criteria.title = u"Sales Manager"_s;
    criteria.location = u"Europe"_s;
    VendorTargets targets;
    targets.titles = {u"sales manager"_s};
    const auto sound = checkTargets(criteria, targets);
    QVERIFY(!sound);
    QCOMPARE(sound.error().kind, ErrorKind::rejectedInput);
    QVERIFY(sound.error().text.contains("Europe"_L1));
    QVERIFY(!checkTargets({}, {}));
    Vendor vendor;
    VendorSearchRequest request;
    request.criteria = criteria;
    request.targets = targets; // as an older version may have left them
    QVERIFY(!test::await(VendorSearch(vendor.client, m_knowledge, request).run({})));
    QCOMPARE(vendor.searches(), 0);
}

void VendorResolverTest::namelessAnswersAreNotTaken()
{
    Vendor vendor;
    vendor.answer("/company/clean", R"({"status":200,"name":null,"website":"other.example"})");
    vendor.answer("/school/clean", R"({"status":200,"name":null})");
    Criteria criteria;
    criteria.company = u"Larkmoor Software Inc."_s;
    criteria.school = u"Ashgrove College"_s;
    const auto targets = vendor.resolve(criteria, m_knowledge);
    VERIFY_OK(targets);
    QCOMPARE(targets->company, u"larkmoor software inc."_s);
    QCOMPARE(targets->companyNames, QStringList {u"larkmoor software"_s});
    QCOMPARE(targets->companyWebsite, QString());
    QCOMPARE(targets->school, u"ashgrove college"_s);
    QCOMPARE(targets->notes.size(), 2);
}

void VendorResolverTest::guessedFirms_data()
{
    QTest::addColumn<QByteArray>("answered");
    QTest::addColumn<QString>("company");
    QTest::addColumn<int>("notes");
    QTest::newRow("another firm") << QByteArray(
            R"({"name":"pikeville bank","website":"pv.example","fuzzy_match":true})")
                                  << u"halvorsen pike"_s << 0;
    QTest::newRow("the same firm") << QByteArray(R"({"name":"halvorsen pike advisory","fuzzy_match":true})")
                                   << u"halvorsen pike advisory"_s << 1;
    QTest::newRow("certain") << QByteArray(R"({"name":"hp advisory","fuzzy_match":false})")
                             << u"hp advisory"_s << 1;
    QTest::newRow("as typed") << QByteArray(R"({"name":"halvorsen pike","fuzzy_match":false})")
                              << u"halvorsen pike"_s << 0;
}

void VendorResolverTest::guessedFirms()
{
    QFETCH(QByteArray, answered);
    QFETCH(QString, company);
    QFETCH(int, notes);
    Vendor vendor;
    vendor.answer("/company/clean", answered);
    Criteria criteria;
    criteria.company = u"Halvorsen Pike"_s;
    const auto targets = vendor.resolve(criteria, m_knowledge);
    VERIFY_OK(targets);
    QCOMPARE(targets->company, company);
    QCOMPARE(targets->notes.size(), notes);
    QCOMPARE(vendorTargetsFrom(toJson(*targets)), *targets);
}

void VendorResolverTest::ourNamesOfAFirm()
{
    Vendor vendor;
    Criteria criteria;
    criteria.company = u"EY"_s;
    const auto targets = vendor.resolve(criteria, m_knowledge);
    VERIFY_OK(targets);
    QCOMPARE(targets->company, u"ey"_s);
    QVERIFY(targets->companyNames.contains(u"ernst young"_s));
    QVERIFY(queryText(*targets).contains(R"({"match_phrase":{"job_company_name":"ernst young"}})"));
}

void VendorResolverTest::schools_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("answered");
    QTest::addColumn<QStringList>("contains");
    QTest::addColumn<QString>("domain");
    QTest::newRow("a short name")
            << u"USC"_s << QByteArray(R"({"name":"university of southern california","domain":"usc.edu"})")
            << QStringList {u"university of southern california"_s} << u"usc.edu"_s;
    QTest::newRow("another school") << u"USC"_s
                                    << QByteArray(R"({"name":"ashgrove college","domain":"a.edu"})")
                                    << QStringList {u"university of southern california"_s} << QString();
    QTest::newRow("a part") << u"Wharton"_s
                            << QByteArray(R"({"name":"university of pennsylvania","domain":"upenn.edu"})")
                            << QStringList {u"wharton"_s} << QString();
    QTest::newRow("unknown to us") << u"Larkspur St"_s
                                   << QByteArray(
                                              R"({"name":"larkspur state university","domain":"l.example"})")
                                   << QStringList {u"larkspur state university"_s} << u"l.example"_s;
}

void VendorResolverTest::schools()
{
    QFETCH(QString, typed);
    QFETCH(QByteArray, answered);
    QFETCH(QStringList, contains);
    QFETCH(QString, domain);
    Vendor vendor;
    vendor.answer("/school/clean", answered);
    Criteria criteria;
    criteria.school = typed;
    const auto targets = vendor.resolve(criteria, m_knowledge);
    VERIFY_OK(targets);
    const QStringList names = QStringList {targets->school} + targets->schoolNames;
    for (const QString &name : std::as_const(contains)) {
        QVERIFY2(names.contains(name), qPrintable(names.join(u'|')));
    }
    QVERIFY(contains.contains(u"university of pennsylvania"_s)
            || !names.contains(u"university of pennsylvania"_s));
    QCOMPARE(targets->schoolDomain, domain);
}

void VendorResolverTest::aShortNameOfManySchools()
{
    Vendor vendor;
    Criteria criteria;
    criteria.school = u"OSU"_s;
    const auto targets = vendor.resolve(criteria, m_knowledge);
    VERIFY_OK(targets);
    const QByteArray query = queryText(*targets);
    QVERIFY2(query.contains("ohio state university") && query.contains("oregon state university"),
             query.constData());
    QVERIFY(!query.contains(R"("osu")"));
}

void VendorResolverTest::failedHelpers_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("goesOn");
    for (const char *path : {"/company/clean", "/location/clean", "/school/clean"}) {
        for (const int status : {402, 403, 429, 500}) {
            QTest::addRow("%s %d", path, status) << QByteArray(path) << status << (status < 429);
        }
    }
    for (const int status : {402, 403, 429, 500}) {
        QTest::addRow("title %d", status) << QByteArray("/job_title/enrich") << status << true;
    }
}

void VendorResolverTest::failedHelpers()
{
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    QFETCH(bool, goesOn);
    Vendor vendor;
    test::Reply reply = test::Reply::json(R"({"status":1,"error":{"type":"x","message":"no"}})", status);
    reply.headers << std::pair<QByteArray, QByteArray>("x-ratelimit-reset", "2099-01-01T00:00:00Z");
    vendor.answers[path] << reply;
    Criteria criteria;
    criteria.title = u"Sales Manager"_s;
    criteria.company = u"Halvorsen Pike"_s;
    criteria.location = u"Reading, England"_s;
    criteria.school = u"Ashgrove College"_s;
    const auto targets = vendor.resolve(criteria, m_knowledge);
    QCOMPARE(targets.has_value(), goesOn);
    if (!goesOn) {
        QVERIFY(isRetryable(targets.error().kind));
        return;
    }
    QCOMPARE(targets->notes.size(), 1);
    vendor.answer(
            "/person/search",
            page({person("1", "ada quill", R"(,"education":[{"school":{"name":"ashgrove college"}}])")}));
    VendorSearchRequest request;
    request.criteria = criteria;
    request.criteria.limit = 1;
    request.targets = *targets;
    const auto found = test::await(VendorSearch(vendor.client, m_knowledge, request).run({}));
    VERIFY_OK(found);
    QCOMPARE(found->people.size(), 1);
    QCOMPARE(found->widened, targets->notes); // the run says so
}

void VendorResolverTest::nobodyComesTwice()
{
    Vendor vendor;
    const char *profile = R"(,"linkedin_url":"linkedin.com/in/ada-quill")";
    vendor.answer("/person/search",
                  page({person("1", "ada quill", profile),
                        person("", "bo reyes", R"(,"job_company_name":"larkmoor")"),
                        person("", "cy vale", R"(,"job_company_name":"larkmoor")")},
                       "more"));
    vendor.answer("/person/search",
                  page({person("2", "ada quill", R"(,"linkedin_url":"linkedin.com/in/Ada-Quill/")"),
                        person("", "bo reyes", R"(,"job_company_name":"larkmoor")"),
                        person("3", "di moss", R"(,"personal_emails":["di@home.example"])"),
                        person("4", "diane moss", R"(,"personal_emails":["DI@home.example"])")}));
    VendorSearchRequest request;
    request.criteria.title = u"Sales Manager"_s;
    request.criteria.limit = 7;
    request.targets.titles = {u"sales manager"_s};
    const auto found = test::await(VendorSearch(vendor.client, m_knowledge, request).run({}));
    VERIFY_OK(found);
    QStringList names;
    for (const FoundPerson &one : found->people) {
        names << one.person.name();
    }
    names.sort();
    QCOMPARE(names, (QStringList {u"Ada Quill"_s, u"Bo Reyes"_s, u"Cy Vale"_s, u"Di Moss"_s}));
}

void VendorResolverTest::aPageThatComesAgainIsTheEnd()
{
    Vendor vendor;
    vendor.answer("/person/search", page({person("1", "ada quill"), person("2", "bo reyes")}, "more"));
    VendorSearchRequest request;
    request.criteria.title = u"Sales Manager"_s;
    request.criteria.limit = 4;
    request.targets.titles = {u"sales manager"_s};
    const auto found = test::await(VendorSearch(vendor.client, m_knowledge, request).run({}));
    VERIFY_OK(found);
    QCOMPARE(found->people.size(), 2);
    QCOMPARE(vendor.searches(), 2); // the same page once more, and no third time
}

void VendorResolverTest::aPageOfNobodiesIsNoEnd()
{
    Vendor vendor;
    vendor.answer("/person/search", page({R"({"id":"n1"})", R"({"id":"n2"})"}, "more"));
    vendor.answer("/person/search", page({person("1", "ada quill")}));
    VendorSearchRequest request;
    request.criteria.title = u"Sales Manager"_s;
    request.criteria.limit = 4;
    request.targets.titles = {u"sales manager"_s};
    request.targets.titleCore = u"sales"_s;
    const auto found = test::await(VendorSearch(vendor.client, m_knowledge, request).run({}));
    VERIFY_OK(found);
    QCOMPARE(found->people.size(), 1);
    const QByteArray widened = vendor.server.received().constLast().body;
    QVERIFY2(widened.contains(R"("id":["n1","n2","1"])") || widened.contains(R"("id":["1","n1","n2"])"),
             widened.constData());
}

void VendorResolverTest::onlyAlumniOfThePart()
{
    Vendor vendor;
    vendor.answer(
            "/person/search",
            page({person("1", "ada quill",
                         R"(,"education":[{"school":{"name":"university of pennsylvania"}}])"),
                  person("2", "bo reyes", R"(,"education":[{"school":{"name":"the wharton school"}}])")}));
    VendorSearchRequest request;
    request.criteria.school = u"Wharton"_s;
    request.criteria.limit = 2;
    request.targets.school = u"university of pennsylvania"_s; // as an older version left it
    const auto found = test::await(VendorSearch(vendor.client, m_knowledge, request).run({}));
    VERIFY_OK(found);
    QCOMPARE(found->people.size(), 1);
    QCOMPARE(found->people.constFirst().person.name(), u"Bo Reyes"_s);
}
