// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/paths.h"
#include "pdl/wire.h"
#include "tests.h"

using namespace crema;
using namespace crema::pdl;
using namespace crema::test;
using namespace Qt::StringLiterals;

namespace {

Json fixtureJson(const QString &name)
{
    const auto bytes = readFile(fixture(u"pdl/"_s + name), 1'000'000);
    return bytes ? parseJson(*bytes).value_or(Json()) : Json();
}

Json named(const Json &more = Json::object())
{
    Json json = {{"id", "1"}, {"first_name", "ada"}, {"last_name", "quill"}};
    json.update(more);
    return json;
}

} // namespace

void WireTest::readsAWholePerson()
{
    const auto person = personFrom(member(fixtureJson(u"person_enrich.json"_s), "data"));
    QVERIFY(person);
    QCOMPARE(person->firstName, u"Marisol"_s);
    QCOMPARE(person->lastName, u"Quandahl"_s);
    QCOMPARE(person->linkedinUrl, u"https://www.linkedin.com/in/marisol-quandahl-fx"_s);
    QCOMPARE(person->emails,
             (QVector<Email> {{u"marisol.quandahl@halvorsenpike.example"_s, u"work"_s},
                              {u"mquandahl.fx@example.com"_s, u"personal"_s}}));
    QCOMPARE(person->phones, QStringList {u"+12025550143"_s});
    QCOMPARE(person->title, u"Engagement Manager"_s);
    QCOMPARE(person->company, u"Halvorsen Pike Advisory"_s);
    QCOMPARE(person->location, u"Chicago, Illinois, United States"_s);
    QCOMPARE(person->metro, u"Chicago, Illinois"_s);
    QCOMPARE(person->jobs.size(), 3);
    QVERIFY(person->jobs[0].current);
    QCOMPARE(person->jobs[1].to, u"2023-03"_s);
    QCOMPARE(person->jobs[2].title, u"Operations Intern"_s);
    QCOMPARE(person->schools.size(), 1);
    QCOMPARE(person->schools[0].majors, QStringList {u"industrial engineering"_s});
    QCOMPARE(person->dates.value(u"positions"_s), u"2026-07-09"_s);
    QVERIFY(person->hidden.isEmpty());
}

void WireTest::readsWhatAFreePlanShows()
{
    const Page page = pageFrom(fixtureJson(u"person_search_free_plan_booleans.json"_s), 100);
    QVERIFY(!page.people.isEmpty());
    int withHidden = 0;
    for (const Person &person : page.people) {
        QVERIFY(!person.lastName.isEmpty());
        QVERIFY(person.emails.isEmpty());
        QVERIFY(person.phones.isEmpty());
        QVERIFY(!person.isReachable());
        withHidden += person.hidden.contains(u"location_locality"_s) || person.hidden.contains(u"emails"_s);
        QVERIFY(!person.city.contains("rue"_L1)); // never the text of a boolean
    }
    QVERIFY(withHidden > 0);
}

void WireTest::readsTheLastPage()
{
    const Page first = pageFrom(fixtureJson(u"person_search_pro.json"_s), 100);
    QVERIFY(!first.scrollToken.isEmpty());
    QVERIFY(first.total >= first.people.size());
    const Page last = pageFrom(fixtureJson(u"person_search_last_page.json"_s), 100);
    QVERIFY(!last.people.isEmpty());
    QVERIFY(last.scrollToken.isEmpty());
    const Page empty = pageFrom(Json {{"data", Json::array()}, {"scroll_token", "x"}}, 5);
    QVERIFY(empty.people.isEmpty() && empty.scrollToken.isEmpty());
}

void WireTest::toleratesOddTypes()
{
    // Every field in turn as each type that it should not have.
    const Json whole = member(fixtureJson(u"person_enrich.json"_s), "data");
    for (const Json &odd : {Json(), Json(true), Json(false), Json(7), Json("text"), Json::array(),
                            Json::array({nullptr, 3, "x", Json::object()}), Json::object()}) {
        for (auto it = whole.begin(); it != whole.end(); ++it) {
            Json record = whole;
            record[it.key()] = odd;
            const auto person = personFrom(record);
            QVERIFY2(person, it.key().c_str());
            for (const Email &email : person->emails) {
                QVERIFY(email.address.contains(u'@'));
            }
        }
    }
    const auto one = personFrom(named({{"skills", "sql"}, {"job_title_levels", "manager"}}));
    QCOMPARE(one->skills, QStringList {u"sql"_s});
    QCOMPARE(one->titleLevels, QStringList {u"manager"_s});
}

void WireTest::readsDates_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("read");
    QTest::newRow("year") << u"2021"_s << u"2021"_s;
    QTest::newRow("month") << u"2021-06"_s << u"2021-06"_s;
    QTest::newRow("day") << u"2021-06-30"_s << u"2021-06-30"_s;
    QTest::newRow("with time") << u"2021-06-30T00:00:00Z"_s << u"2021-06-30"_s;
    QTest::newRow("no such month") << u"2021-13"_s << QString();
    QTest::newRow("words") << u"present"_s << QString();
}

void WireTest::readsDates()
{
    QFETCH(QString, written);
    QFETCH(QString, read);
    const Json job = {{"company", {{"name", "x"}}}, {"start_date", written}};
    const auto person = personFrom(named({{"experience", Json::array({job})}}));
    QCOMPARE(person->jobs[0].from, read);
}

void WireTest::ordersAddresses()
{
    const Json record = named(
            {{"personal_emails", Json::array({"A@home.example"})},
             {"emails",
              Json::array({{{"address", "old@firm.example"}, {"type", "professional"}},
                           {{"address", "a@home.example"}, {"type", "personal"}},
                           {{"address", "x@bin.example"}, {"type", "disposable"}},
                           {{"address", "a@firm.example"}, {"type", "current_professional"}},
                           {{"address", true}, {"type", "personal"}}})}});
    const auto person = personFrom(record);
    QStringList order;
    for (const Email &email : person->emails) {
        order.append(email.kind + u':' + email.address);
    }
    QCOMPARE(order,
             (QStringList {u"work:a@firm.example"_s, u"personal:a@home.example"_s,
                           u"formerWork:old@firm.example"_s, u"disposable:x@bin.example"_s}));
    QCOMPARE(person->bestEmail()->address, u"a@firm.example"_s);
}

void WireTest::keepsWhomItCan()
{
    QVERIFY(!personFrom(Json("x")));
    QVERIFY(!personFrom(Json {{"id", "1"}}));
    const auto nameless = personFrom(Json {{"id", "1"}, {"linkedin_url", "linkedin.com/in/a"}});
    QVERIFY(nameless); // it was paid
    QVERIFY(nameless->firstName.isEmpty());
    const auto full = personFrom(Json {{"id", "1"}, {"full_name", "jan van der veldt"}});
    QCOMPARE(full->firstName, u"Jan"_s);
    QCOMPARE(full->lastName, u"van der Veldt"_s);
    QVERIFY(!full->bestEmail());
}

void WireTest::dropsDuplicatesAndSurplus()
{
    Json second = named();
    second["id"] = "2";
    const Json answer = {{"data", Json::array({named(), nullptr, named(), second, named({{"id", "3"}})})}};
    QCOMPARE(pageFrom(answer, 10).people.size(), 3);
    QCOMPARE(pageFrom(answer, 2).people.size(), 2);
}

void WireTest::demandsWhatWasAskedFor_data()
{
    QTest::addColumn<Endpoint>("endpoint");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isAnswer");
    const auto row = [](const char *name, Endpoint endpoint, const char *body, bool isAnswer) {
        QTest::newRow(name) << endpoint << QByteArray(body) << isAnswer;
    };
    row("search: nothing at all", Endpoint::search, "{}", false);
    row("search: a total only", Endpoint::search, R"({"status":200,"total":57})", false);
    row("search: null", Endpoint::search, R"({"status":200,"data":null,"total":57})", false);
    row("search: one object", Endpoint::search, R"({"status":200,"data":{}})", false);
    row("search: records that are none", Endpoint::search, R"({"data":["x",null]})", false);
    row("search: no error", Endpoint::search, R"({"data":[],"error":false})", true);
    row("search: an empty error", Endpoint::search, R"({"data":[],"error":{}})", true);
    row("search: people beside an error", Endpoint::search,
        R"({"status":500,"data":[{"id":"1","full_name":"ada quill"}],"error":{"type":"api_error"}})", true);
    row("search: nobody", Endpoint::search, R"({"status":200,"data":[],"total":0})", true);
    row("enrich: null", Endpoint::enrich, R"({"status":200,"data":null})", false);
    row("enrich: a person", Endpoint::enrich, R"({"status":200,"data":{"id":"1"}})", true);
    row("title: nothing", Endpoint::enrichTitle, R"({"status":200})", false);
    row("company without a name", Endpoint::cleanCompany,
        R"({"status":200,"name":null,"website":"x.example"})", false);
    row("school without a name", Endpoint::cleanSchool, R"({"status":200,"name":null})", false);
    row("place without anything", Endpoint::cleanLocation, R"({"status":200,"name":null})", false);
    row("a continent", Endpoint::cleanLocation, R"({"status":200,"name":"europe","type":"continent"})", true);
}

void WireTest::demandsWhatWasAskedFor()
{
    QFETCH(Endpoint, endpoint);
    QFETCH(QByteArray, body);
    QFETCH(bool, isAnswer);
    net::Response response;
    response.status = 200;
    response.body = body;
    const auto answer = answerOf(endpoint, response, {});
    QCOMPARE(answer.has_value(), isAnswer);
    if (!isAnswer) {
        QCOMPARE(answer.error().kind, ErrorKind::badAnswer);
        QCOMPARE(answer.error().httpStatus, 200);
    }
}

void WireTest::namesWhomItLeftOut()
{
    const Json answer = {{"data", Json::array({Json {{"id", "7"}}, named(), nullptr})},
                         {"scroll_token", "more"}};
    const Page page = pageFrom(answer, 10);
    QCOMPARE(page.people.size(), 1);
    QCOMPARE(page.unusableIds, QStringList {u"7"_s});
    QCOMPARE(page.scrollToken, u"more"_s);
}

void WireTest::readsTheErrors_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("kind"); // -1: no error, nothing found
    QTest::newRow("invalid_query") << u"invalid_query"_s << int(ErrorKind::rejectedInput);
    QTest::newRow("needs_query") << u"needs_query_with_scroll"_s << int(ErrorKind::rejectedInput);
    QTest::newRow("bad_key") << u"bad_key"_s << int(ErrorKind::unauthorised);
    QTest::newRow("out_of_credits") << u"out_of_credits"_s << int(ErrorKind::outOfCredits);
    QTest::newRow("no_match") << u"no_match"_s << -1;
    QTest::newRow("rate_limited") << u"rate_limited"_s << int(ErrorKind::rateLimited);
    QTest::newRow("server") << u"server"_s << int(ErrorKind::badAnswer);
}

void WireTest::readsTheErrors()
{
    QFETCH(QString, name);
    QFETCH(int, kind);
    const Json errors = fixtureJson(u"errors.json"_s);
    const Json &sample = member(errors, qPrintable(name));
    const net::Request request;
    // As its own status, and inside an answer that says 200.
    for (const int status : {int(intAt(sample, "http_status")), 200}) {
        net::Response response;
        response.status = status;
        response.at = QDateTime(QDate(2026, 1, 1), QTime(0, 0, 20), Qt::UTC);
        for (const auto &[key, value] : member(sample, "headers").items()) {
            response.headers.append({QByteArray::fromStdString(key), textOf(value).toUtf8()});
        }
        response.body = toBytes(member(sample, "body"));
        const auto answer = answerOf(Endpoint::search, response, request);
        if (kind < 0) {
            VERIFY_OK(answer);
            QVERIFY(!*answer);
            continue;
        }
        QVERIFY(!answer);
        QCOMPARE(int(answer.error().kind), kind);
        QCOMPARE(answer.error().httpStatus, int(intAt(sample, "http_status")));
        if (answer.error().kind == ErrorKind::rateLimited) {
            QVERIFY(answer.error().retryAfter == std::optional(std::chrono::milliseconds(40'000)));
        }
    }
}

void WireTest::readsCleanersAndSuggestions()
{
    QCOMPARE(companyFrom(fixtureJson(u"company_clean.json"_s)),
             (CleanCompany {u"halvorsen pike advisory"_s, u"halvorsenpike.example"_s,
                            u"management consulting"_s, u"Halvorsen Pike Advisory"_s}));
    QCOMPARE(locationFrom(fixtureJson(u"location_clean.json"_s)),
             (CleanLocation {u"chicago, illinois, united states"_s, u"chicago"_s, u"illinois"_s,
                             u"united states"_s, u"locality"_s}));
    QCOMPARE(schoolFrom(fixtureJson(u"school_clean.json"_s)).text, u"Larkspur State University"_s);
    const TitleAnswer title = titleFrom(fixtureJson(u"job_title_enrich.json"_s));
    QCOMPARE(title.title, u"engagement manager"_s);
    QCOMPARE(title.similar, (QStringList {u"project leader"_s, u"case team leader"_s}));
    const auto titles = suggestionsFrom(fixtureJson(u"autocomplete_title.json"_s), u"title"_s);
    QCOMPARE(titles.first(), (Suggestion {u"engagement manager"_s, u"Engagement Manager"_s, 31877}));
    QCOMPARE(suggestionsFrom(fixtureJson(u"autocomplete_school.json"_s), u"school"_s).size(), 2);
    QCOMPARE(suggestionsFrom(fixtureJson(u"autocomplete_company.json"_s), u"company"_s).first().text,
             u"Halvorsen Pike Advisory"_s);
}

void WireTest::makesAContact()
{
    const auto person = personFrom(member(fixtureJson(u"person_enrich.json"_s), "data"));
    const Contact contact = contactFrom(*person, u"2026-01-01T00:00:00.000Z"_s);
    QCOMPARE(contact.name(), u"Marisol Quandahl"_s);
    QCOMPARE(contact.email(), u"marisol.quandahl@halvorsenpike.example"_s);
    QCOMPARE(contact.company(), u"Halvorsen Pike Advisory"_s);
    QCOMPARE(contact.jobTitle(), u"Engagement Manager"_s);
    QCOMPARE(contact.college(), u"Larkspur State University"_s);
    QCOMPARE(contact.linkedinUrl(), person->linkedinUrl);
    QVERIFY(contact.hometown.isEmpty()); // never guessed
    QCOMPARE(contact.sources.value(u"positions"_s).at, u"2026-07-09"_s);
    QCOMPARE(contact.sources.value(u"addresses"_s).at, u"2026-01-01T00:00:00.000Z"_s);
    QCOMPARE(contact.sources.value(u"city"_s).kind, SourceKind::vendor);
}

void WireTest::keepsKindsOfAddresses()
{
    const auto person = personFrom(
            named({{"emails",
                    Json::array({{{"address", "x@bin.example"}, {"type", "disposable"}},
                                 {{"address", "a@old.example"}, {"type", "professional"}},
                                 {{"address", "a@home.example"}, {"type", "personal"}}})}}));
    const Contact contact = contactFrom(*person, u"2026-01-01T00:00:00.000Z"_s);
    QCOMPARE(contact.addresses.size(), 2);
    QCOMPARE(contact.addresses[0].value, u"a@home.example"_s);
    QCOMPARE(contact.addresses[1].value, u"a@old.example"_s);
    QCOMPARE(contact.addresses[1].kind, u"former work"_s); // never "work": it is most often dead
}

void WireTest::spellsProfilesAsTheVendor()
{
    for (const QString &url :
         {u"https://www.linkedin.com/in/Ada-Quill/"_s, u"linkedin.com/in/ada-quill"_s,
          u"http://uk.linkedin.com/in/ada-quill?trk=x"_s, u" www.linkedin.com/in/ada-quill# "_s,
          u"https://www.linkedin.com/in/ada-quill/details/experience/"_s,
          u"https://www.linkedin.com/in/ada-quill/overlay/contact-info/"_s, u"linkedin.com/in/ada-quill/en"_s,
          u"https://www.linkedin.com/comm/in/ada-quill"_s}) {
        QCOMPARE(vendorProfile(url), u"linkedin.com/in/ada-quill"_s);
    }
    QCOMPARE(vendorProfile(u"https://www.linkedin.com/in/m%C3%BCller"_s), u"linkedin.com/in/müller"_s);
    for (const QString &none :
         {u"https://linkedin.com.evil.example/in/x"_s, u"https://www.linkedin.com/in/foo/../bar"_s,
          u"https://www.linkedin.com/in/a b"_s, u"https://www.linkedin.com/in/"_s,
          u"https://www.linkedin.com/in/.."_s, u"https://www.linkedin.com/pub/john-smith/1/2/3"_s,
          u"https://www.linkedin.com/pub/john/in/4"_s, u"https://www.linkedin.com/in/me"_s,
          u"https://www.linkedin.com/company/x"_s}) {
        QCOMPARE(vendorProfile(none), QString());
    }
}
