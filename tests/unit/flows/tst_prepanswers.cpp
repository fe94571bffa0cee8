// SPDX-License-Identifier: GPL-3.0-or-later
// An answer of the vendor is paid for once, and used only when it is about who was asked for.
#include "paidprepdesk.h"
#include "tests.h"

#include "flows/contactflow.h"

#include <algorithm>

using namespace crema;
using namespace crema::flows;
using namespace Qt::StringLiterals;

void PaidPrepTest::anAnswerIsPaidForOnce()
{
    WITH_VENDOR(vendor);
    PaidPrepDesk desk(vendor);
    VERIFY_OK(desk.prepare());
    const QString url = desk.somebody.linkedinUrl();
    const auto first = desk.lookUp(url);
    VERIFY_OK(first);
    QCOMPARE(first->cost, 5);
    for (const QString &spelling : {url, url.toUpper() + u'/', url + u"/details/experience/?trk=x"_s}) {
        const auto again = desk.lookUp(spelling);
        VERIFY_OK(again);
        QCOMPARE(again->cost, 0);
        QVERIFY(!again->vendorProfile.empty());
    }
    PrepOrder wishes;
    wishes.lookUp = true;
    const auto deepened = test::await(deepenPrep(desk.services.get(), first->id, wishes, {}));
    VERIFY_OK(deepened);
    QCOMPARE(deepened->cost, 5); // what it has cost, not what it costs again
    QCOMPARE(desk.balance(), desk.afterFinding - 5);
    QCOMPARE(desk.chargedForPreps(), 5);
    QCOMPARE(desk.lookUps(vendor), 1);
    QCOMPARE(desk.unsound(), QString());
}

void PaidPrepTest::twoAtOnceAreOnePurchase()
{
    WITH_VENDOR(vendor);
    PaidPrepDesk desk(vendor);
    VERIFY_OK(desk.prepare());
    Together<Prep> both;
    both.launch(makePrep(desk.services.get(), {{}, desk.somebody.linkedinUrl(), true}, {}));
    both.launch(makePrep(desk.services.get(), {{}, desk.somebody.linkedinUrl(), true}, {}));
    QVERIFY(both.wait());
    VERIFY_OK(*both.results[0]);
    VERIFY_OK(*both.results[1]);
    QCOMPARE(desk.balance(), desk.afterFinding - 5);
    QCOMPARE(desk.lookUps(vendor), 1);
    QCOMPARE(desk.contacts().size(), 1);
}

void PaidPrepTest::anAnswerThatWasGivenBackIsPaidForOnce()
{
    WITH_VENDOR(vendor);
    PaidPrepDesk desk(vendor);
    VERIFY_OK(desk.prepare());
    const QString url = desk.somebody.linkedinUrl();
    {
        const FilesBlocked blocked(desk);
        QCOMPARE(desk.lookUp(url).error().kind, ErrorKind::storage);
    }
    QVERIFY(desk.isFree());
    const QString failed = desk.preps()[0].id;
    const auto jobs = desk.jobs();
    const auto job = std::ranges::find(jobs, u"failed"_s, &store::JobRow::state);
    QVERIFY(job != jobs.end());
    VERIFY_OK(desk.lookUp(url)); // delivered now
    QCOMPARE(desk.balance(), desk.afterFinding - 5);
    VERIFY_OK(test::await(desk.engine->repeat(job->id, {}))); // the job that failed goes on as well
    QCOMPARE(desk.balance(), desk.afterFinding - 5);
    QVERIFY(desk.reader->prep(failed));
    QCOMPARE(desk.lookUps(vendor), 1);
}

void PaidPrepTest::whatIsBoughtAgainIsPaidAgain()
{
    WITH_VENDOR(vendor);
    PaidPrepDesk desk(vendor);
    VERIFY_OK(desk.prepare());
    const auto first = desk.lookUp(desk.somebody.linkedinUrl());
    VERIFY_OK(first);
    desk.clock.advance(std::chrono::days(29));
    VERIFY_OK(desk.lookUp(desk.somebody.linkedinUrl()));
    QCOMPARE(desk.chargedForPreps(), 5);
    desk.clock.advance(std::chrono::days(2)); // the answer is no longer kept
    PrepOrder wishes;
    wishes.lookUp = true;
    const auto deepened = test::await(deepenPrep(desk.services.get(), first->id, wishes, {}));
    VERIFY_OK(deepened);
    QCOMPARE(deepened->cost, 10);
    QCOMPARE(desk.chargedForPreps(), 10);
    QCOMPARE(desk.lookUps(vendor), 2);
}

void PaidPrepTest::aRetryKeepsWhatTheVendorSaid()
{
    WITH_VENDOR(vendor);
    PaidPrepDesk desk(vendor);
    VERIFY_OK(desk.prepare());
    const auto first = desk.lookUp(desk.somebody.linkedinUrl());
    VERIFY_OK(first);
    desk.clock.advance(std::chrono::days(3));
    const auto again = desk.again(first->id);
    VERIFY_OK(again);
    QCOMPARE(again->cost, 5);
    QCOMPARE(again->profileNote, u"Profile looked up at People Data Labs on 2026-03-02."_s);
    QCOMPARE(again->vendorProfile, first->vendorProfile);
    QCOMPARE(desk.balance(), desk.afterFinding - 5);
}

void PaidPrepTest::whoAnswersIsWhoWasAsked_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("isUsed");
    const QString names =
            u"\"first_name\":\"peter\",\"last_name\":\"otherman\",\"full_name\":\"peter otherman\""_s;
    const auto row = [&](const char *words, const QString &asked, int likelihood, const QString &more,
                         bool isUsed) {
        QTest::newRow(words) << asked
                             << u"{\"likelihood\":%1,\"data\":{%2,%3}}"_s.arg(likelihood).arg(names, more)
                             << isUsed;
    };
    const QString other =
            u"\"linkedin_url\":\"linkedin.com/in/peter-otherman\",\"linkedin_username\":\"peter-otherman\""_s;
    const QString alone = other
            + u",\"profiles\":[{\"network\":\"linkedin\",\"url\":\"linkedin.com/in/peter-otherman\"}]"_s;
    const QString renamed = other
            + u",\"profiles\":[{\"network\":\"linkedin\",\"url\":\"linkedin.com/in/anna-asked\"}]"_s;
    const QString none = u"\"linkedin_url\":null,\"linkedin_username\":null,\"profiles\":[]"_s;
    const QString elsewhere = other
            + u",\"profiles\":[{\"network\":\"github\",\"username\":\"anna-asked\"}]"_s;
    row("somebody else, hardly likely", u"anna-asked"_s, 2, alone, false);
    row("somebody else, likely", u"anna-asked"_s, 9, alone, false);
    row("the name at another network", u"anna-asked"_s, 9, elsewhere, false);
    row("renamed, by an earlier address", u"anna-asked"_s, 9, renamed, true);
    row("renamed, hardly likely all the same", u"anna-asked"_s, 2, renamed, true);
    row("by the number", u"12345"_s, 9, alone + u",\"linkedin_id\":\"12345\""_s, true);
    row("an earlier address with the name in it", u"peter-otherman-7b12"_s, 9, alone, true);
    row("the same, hardly likely", u"peter-otherman-7b12"_s, 3, alone, false);
    row("no address in the answer, likely", u"anna-asked"_s, 8, none, true);
    row("no address in the answer, hardly likely", u"anna-asked"_s, 2, none, false);
    row("with percent signs", u"m%C3%BCller"_s, 9, u"\"linkedin_url\":\"linkedin.com/in/müller\""_s, true);
}

void PaidPrepTest::whoAnswersIsWhoWasAsked()
{
    QFETCH(QString, asked);
    QFETCH(QString, answer);
    QFETCH(bool, isUsed);
    WITH_VENDOR(vendor);
    PaidPrepDesk desk(vendor);
    VERIFY_OK(desk.prepare());
    vendor.control({{"enrichAs", *parseJson(answer.toUtf8())}});
    const auto prep = desk.lookUp(u"https://www.linkedin.com/in/"_s + asked);
    QCOMPARE(prep.has_value(), isUsed);
    QCOMPARE(desk.contacts().size(), isUsed ? 1 : 0);
    QCOMPARE(desk.balance(), desk.afterFinding - (isUsed ? 5 : 0));
    if (isUsed) { // it is known by the address that was asked for, whatever the person's own is by now
        const auto again = desk.again(prep->id);
        VERIFY_OK(again);
        QVERIFY(!again->vendorProfile.empty());
    } else {
        QCOMPARE(prep.error().kind, ErrorKind::notFound);
        QVERIFY2(prep.error().text.contains(u"Peter Otherman"_s), qPrintable(prep.error().text));
        QCOMPARE(desk.reserved(), 0);
    }
}

void PaidPrepTest::anotherAnswerLeavesOnesOwnData()
{
    WITH_VENDOR(vendor);
    PaidPrepDesk desk(vendor);
    VERIFY_OK(desk.prepare());
    const auto own = test::await(
            addContact(desk.services.get(),
                       {{u"firstName"_s, u"Anna"_s},
                        {u"lastName"_s, u"Asked"_s},
                        {u"linkedinUrl"_s, u"https://www.linkedin.com/in/anna-asked"_s}}));
    VERIFY_OK(own);
    vendor.control({{"enrichAs",
                     {{"likelihood", 2},
                      {"data",
                       {{"first_name", "anna"},
                        {"last_name", "asked"},
                        {"linkedin_url", "linkedin.com/in/anna-asked-2"},
                        {"profiles", Json::array()}}}}}});
    const auto prep = test::await(makePrep(desk.services.get(), {own->id, {}, true}, {}));
    VERIFY_OK(prep);
    QCOMPARE(prep->cost, 0);
    QVERIFY2(prep->profileNote.contains(u"was not used"_s), qPrintable(prep->profileNote));
    QVERIFY(prep->vendorProfile.empty());
    QVERIFY(prep->person.positions.isEmpty());
    QVERIFY(desk.isFree());
}

void PaidPrepTest::triesThatFailLeaveOnePrep()
{
    WITH_VENDOR(vendor);
    PaidPrepDesk desk(vendor);
    VERIFY_OK(desk.prepare());
    const QString typed = u"https://www.linkedin.com/in/m%C3%BCller-nobody?trk=x"_s;
    for (const QString &spelling : {typed, typed, u"linkedin.com/in/M%C3%BCller-nobody/en"_s}) {
        QCOMPARE(desk.lookUp(spelling).error().kind, ErrorKind::notFound);
    }
    QCOMPARE(desk.preps().size(), 1);
    QCOMPARE(desk.preps()[0].title(), u"müller-nobody"_s);
    // One of before, as it was typed.
    Prep old;
    old.linkedinUrl = typed;
    QCOMPARE(old.title(), u"müller-nobody"_s);
    for (const QString &none :
         {u"https://www.linkedin.com/pub/john-smith/1/2/3"_s, u"https://www.linkedin.com/in/foo/../bar"_s,
          u"https://www.linkedin.com/in/a b"_s}) {
        QCOMPARE(desk.lookUp(none).error().kind, ErrorKind::rejectedInput);
    }
    QCOMPARE(desk.preps().size(), 1);
    // Somebody else's is another one; what was made before is never taken up.
    VERIFY_OK(desk.lookUp(desk.somebody.linkedinUrl()));
    VERIFY_OK(desk.lookUp(desk.somebody.linkedinUrl()));
    QCOMPARE(desk.preps().size(), 3);
}
