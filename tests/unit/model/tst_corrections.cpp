// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "model/profile.h"
#include "support/support.h"

#include <algorithm>

using namespace crema;
using namespace Qt::StringLiterals;

namespace {

Resume sample()
{
    Resume resume;
    resume.id = u"r"_s;
    resume.fileName = u"cv.pdf"_s;
    resume.read.name = {u"Robin Sample"_s, 1};
    resume.read.university = {u"Universitv of Michigan"_s, 4};
    resume.read.companies = {{u"Harbour Bank"_s, 7}, {u"Table of contents"_s, 9}, {u"Northwind"_s, 11}};
    resume.read.experience = {{u"Counted boxes"_s, 12}, {u"Counted boxes"_s, 15}};
    applyCorrections(resume);
    return resume;
}

ShownFact shown(const Resume &resume, const QString &field, int which = 0)
{
    for (const ShownFact &fact : shownFacts(resume)) {
        if (fact.field == field && which-- == 0) {
            return fact;
        }
    }
    return {};
}

QStringList employers(const Resume &resume)
{
    QStringList names;
    for (const ResumeLine &company : resume.facts.companies) {
        names << company.text;
    }
    return names;
}

} // namespace

void CorrectionsTest::whatIsPutRightHolds()
{
    Resume resume = sample();
    QCOMPARE(resume.facts, resume.read);
    VERIFY_OK(correctFact(resume, shown(resume, u"university"_s), u" University of Michigan "_s));
    QCOMPARE(resume.facts.university, (ResumeLine {u"University of Michigan"_s, 0})); // it stands in no line
    QCOMPARE(shown(resume, u"university"_s),
             (ShownFact {
                     u"university"_s, {u"Universitv of Michigan"_s, 4}, u"University of Michigan"_s, true}));
    VERIFY_OK(correctFact(resume, shown(resume, u"university"_s), u"Michigan"_s)); // and once more
    QCOMPARE(resume.corrections.size(), 1);
    VERIFY_OK(correctFact(resume, shown(resume, u"name"_s), QString())); // there is no such fact
    QVERIFY(resume.facts.name.text.isEmpty());
    VERIFY_OK(correctFact(resume, shown(resume, u"hometown"_s), u"Kiel"_s)); // nothing was read
    QCOMPARE(resume.facts.hometown.text, u"Kiel"_s);
    revertFact(resume, shown(resume, u"university"_s));
    QCOMPARE(resume.facts.university, resume.read.university);
    QCOMPARE(resume.facts.hometown.text, u"Kiel"_s); // one by one
    VERIFY_OK(correctFact(resume, shown(resume, u"name"_s), u"Robin Sample"_s)); // as it was read
    QCOMPARE(resume.corrections.size(), 1);
}

void CorrectionsTest::listsItemByItem()
{
    Resume resume = sample();
    VERIFY_OK(correctFact(resume, shown(resume, u"companies"_s, 1), QString()));
    VERIFY_OK(correctFact(resume, shown(resume, u"companies"_s, 2), u"Northwind Traders"_s));
    VERIFY_OK(correctFact(resume, ShownFact {u"companies"_s, {}, {}, false}, u"Contoso"_s));
    VERIFY_OK(correctFact(resume, ShownFact {u"companies"_s, {}, {}, false}, u"Fabrikam"_s));
    QCOMPARE(employers(resume),
             (QStringList {u"Harbour Bank"_s, u"Northwind Traders"_s, u"Contoso"_s, u"Fabrikam"_s}));
    VERIFY_OK(correctFact(resume, shown(resume, u"companies"_s, 3), u"Contoso Ltd"_s)); // an added one
    QCOMPARE(shown(resume, u"companies"_s, 3).text, u"Contoso Ltd"_s);
    VERIFY_OK(correctFact(resume, shown(resume, u"companies"_s, 4), QString())); // and away again
    QCOMPARE(employers(resume), (QStringList {u"Harbour Bank"_s, u"Northwind Traders"_s, u"Contoso Ltd"_s}));
    QVERIFY(shown(resume, u"companies"_s, 1).corrected); // what was removed can be seen and taken back
    revertFact(resume, shown(resume, u"companies"_s, 1));
    QCOMPARE(employers(resume).value(1), u"Table of contents"_s);
    VERIFY_OK(
            correctFact(resume, shown(resume, u"experience"_s, 1), u"Counted crates"_s)); // one of two alike
    QCOMPARE(resume.facts.experience[0].text, u"Counted boxes"_s);
    QCOMPARE(resume.facts.experience[1].text, u"Counted crates"_s);
}

void CorrectionsTest::readAgainTheyHold()
{
    Resume resume = sample();
    VERIFY_OK(correctFact(resume, shown(resume, u"university"_s), u"University of Michigan"_s));
    VERIFY_OK(correctFact(resume, shown(resume, u"companies"_s, 1), QString()));
    VERIFY_OK(correctFact(resume, shown(resume, u"companies"_s, 2), u"Northwind Traders"_s));
    VERIFY_OK(correctFact(resume, shown(resume, u"experience"_s, 1), u"Counted crates"_s));
    // Other rules: lines moved, one employer is not read any more, one is read that was not.
    resume.read.university = {u"Univ of Mich"_s, 5};
    resume.read.companies = {{u"Contoso"_s, 6}, {u"Harbour Bank"_s, 8}, {u"Table of contents"_s, 10}};
    resume.read.experience = {{u"Counted boxes"_s, 13}, {u"Counted boxes"_s, 16}};
    applyCorrections(resume);
    QCOMPARE(resume.facts.university.text, u"University of Michigan"_s);
    QCOMPARE(employers(resume), (QStringList {u"Contoso"_s, u"Harbour Bank"_s, u"Northwind Traders"_s}));
    QCOMPARE(resume.facts.experience.size(), 2);
    // Read rightly at last: it is not there twice.
    resume.read.companies << ResumeLine {u"Northwind Traders"_s, 12};
    applyCorrections(resume);
    QCOMPARE(employers(resume).count(u"Northwind Traders"_s), 1);
}

void CorrectionsTest::theyAreStoredBesideWhatWasRead()
{
    Resume resume = sample();
    VERIFY_OK(correctFact(resume, shown(resume, u"university"_s), u"University of Michigan"_s));
    VERIFY_OK(correctFact(resume, shown(resume, u"companies"_s, 1), QString()));
    resume.places = {{1, 0, QRectF(10.5, 20, 100, 12)}, {4, 1, QRectF(0, 3, 7, 9.9)}};
    resume.textOrigin = TextOrigin::recognised;
    resume.label = u"For banks"_s;
    resume.extra["another"] = "client's";
    const Json body = toBody(resume);
    QCOMPARE(textAt(member(member(body, "facts"), "university"), "text"), u"Universitv of Michigan"_s);
    QCOMPARE(resumeFrom(u"r"_s, body), resume);
    const Json old {{"fileName", "cv.txt"}, {"facts", {{"name", {{"text", "Ann"}, {"line", 2}}}}}};
    const Resume before = resumeFrom(u"o"_s, old); // as earlier versions wrote it
    QCOMPARE(before.facts.name, (ResumeLine {u"Ann"_s, 2}));
    QVERIFY(before.places.isEmpty() && before.textOrigin == TextOrigin::file);
}

void CorrectionsTest::whatCannotBeIsRefused()
{
    Resume resume = sample();
    const Resume before = resume;
    QVERIFY(!correctFact(resume, shown(resume, u"email"_s), u"robin at home"_s));
    QVERIFY(!correctFact(resume, shown(resume, u"graduationYear"_s), u"soon"_s));
    QVERIFY(!correctFact(resume, ShownFact {u"shoeSize"_s, {}, {}, false}, u"44"_s));
    QCOMPARE(resume, before);
    VERIFY_OK(correctFact(resume, ShownFact {u"companies"_s, {}, {}, false}, u"  "_s)); // nothing added
    QCOMPARE(resume, before);
}

void CorrectionsTest::aNewerResumeTakesThemOver()
{
    Resume former = sample();
    VERIFY_OK(correctFact(former, shown(former, u"university"_s), u"University of Michigan"_s));
    VERIFY_OK(correctFact(former, shown(former, u"companies"_s, 1), QString()));
    VERIFY_OK(correctFact(former, ShownFact {u"companies"_s, {}, {}, false}, u"Contoso"_s));
    Resume newer;
    newer.read = former.read;
    newer.read.university = {u"Trinity College Dublin"_s, 3}; // something else now
    inheritCorrections(newer, former);
    QCOMPARE(newer.facts.university.text, u"Trinity College Dublin"_s);
    QCOMPARE(employers(newer), (QStringList {u"Harbour Bank"_s, u"Northwind"_s}));
}

void CorrectionsTest::theProfileSaysWhoKnew()
{
    Resume resume = sample();
    VERIFY_OK(correctFact(resume, shown(resume, u"university"_s), u"University of Michigan"_s));
    Profile profile;
    fillFromResume(profile, resume);
    QCOMPARE(profile.university, u"University of Michigan"_s);
    QCOMPARE(profile.sources[u"university"_s].field, u"corrected by you"_s);
    QCOMPARE(profile.sources[u"name"_s].field, u"line 1"_s);
    revertFact(resume, shown(resume, u"university"_s));
    fillFromResume(profile, resume); // it is the resume's still, not frozen in the profile
    QCOMPARE(profile.university, u"Universitv of Michigan"_s);
}
