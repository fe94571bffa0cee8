// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "tests.h"

#include "flows/profileflow.h"
#include "flows/resumeflow.h"

#include <QFile>

using namespace crema;
using namespace crema::flows;
using namespace Qt::StringLiterals;

namespace {

Result<Resume> read(const Desk &desk, const QString &name, const QString &password = {})
{
    return test::await(setResume(desk.services.get(), test::fixture(u"resume/"_s + name), password));
}

Result<Profile> set(const Desk &desk, const FieldValues &values)
{
    return test::await(setProfile(desk.services.get(), values));
}

const QString pdf = u"files/writer.pdf"_s;
const QString text = u"facts/engineer_title_above_company.txt"_s;

} // namespace

void ProfileTest::aResumeFillsTheProfile()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const auto resume = read(desk, pdf);
    VERIFY_OK(resume);
    const Profile profile = *desk.reader->profile();
    QCOMPARE(profile.university, u"Trinity College Dublin"_s);
    QCOMPARE(profile.graduationYear, u"2019"_s);
    QCOMPARE(profile.companies.size(), 2);
    QVERIFY(profile.companies[0].line > 0);
    QCOMPARE(profile.sources[u"university"_s].recordId, resume->id);
    QCOMPARE(desk.reader->defaultResume()->value_or(Resume {}).id, resume->id);
    VERIFY_OK(desk.workspace->keptFile(resume->file));
    VERIFY_OK(desk.undo());
    QVERIFY(desk.reader->resumes()->isEmpty());
    QVERIFY(desk.reader->profile()->university.isEmpty());
}

void ProfileTest::correctionsByHandSurviveEveryReading()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(read(desk, pdf));
    VERIFY_OK(set(desk, {{u"university"_s, u"UCD Dublin"_s}, {u"phone"_s, QString()}}));
    const Profile before = *desk.reader->profile();
    Profile after = before;
    after.companies.removeFirst();
    VERIFY_OK(test::await(saveProfile(desk.services.get(), before, after)));
    for (const QString &file : {pdf, text, pdf}) {
        const auto resume = read(desk, file);
        VERIFY_OK(resume);
        const Profile profile = *desk.reader->profile();
        QCOMPARE(profile.university, u"UCD Dublin"_s);
        QCOMPARE(profile.phone, QString()); // cleared by hand, and it stays cleared
        QCOMPARE(profile.companies, after.companies);
        QCOMPARE(profile.major, resume->facts.major.text); // nobody decided about it
        QCOMPARE(desk.reader->defaultResume()->value_or(Resume {}).id, resume->id);
    }
    int defaults = 0;
    for (const Resume &resume : *desk.reader->resumes()) {
        defaults += resume.isDefault;
    }
    QCOMPARE(defaults, 1);
}

void ProfileTest::nothingIsSetWhenOneFieldIsWrong()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const auto wrong = set(desk, {{u"name"_s, u"Zoë"_s}, {u"email"_s, u"nonsense"_s}});
    QCOMPARE(wrong.error().kind, ErrorKind::rejectedInput);
    QVERIFY(desk.reader->profile()->name.isEmpty());
    QCOMPARE(set(desk, {{u"shoeSize"_s, u"44"_s}}).error().kind, ErrorKind::rejectedInput);
    QCOMPARE(desk.operations(), 0);
}

void ProfileTest::whatIsSetAfterAnUndoneFirstEditIsThere()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(set(desk, {{u"name"_s, u"Zoë Müller"_s}, {u"hometown"_s, u"Kiel"_s}}));
    VERIFY_OK(desk.undo());
    QVERIFY(desk.reader->profile()->name.isEmpty());
    VERIFY_OK(set(desk, {{u"name"_s, u"Robin Sample"_s}}));
    QCOMPARE(desk.reader->profile()->name, u"Robin Sample"_s);
    QVERIFY(desk.reader->profile()->hometown.isEmpty()); // what was undone does not come back with it
    VERIFY_OK(read(desk, pdf));
    QCOMPARE(desk.reader->profile()->name, u"Robin Sample"_s);
    QCOMPARE(desk.reader->profile()->university, u"Trinity College Dublin"_s);
}

void ProfileTest::refusedFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("a password nobody gave") << u"files/password.pdf"_s;
    QTest::newRow("a scan without text") << u"files/scan.pdf"_s;
    QTest::newRow("no file at all") << u"files/gone.pdf"_s;
    QTest::newRow("a folder") << u"files"_s;
}

void ProfileTest::refusedFiles()
{
    QFETCH(QString, name);
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(read(desk, pdf));
    const qint64 operations = desk.operations();
    const Profile before = *desk.reader->profile();
    const auto resume = read(desk, name);
    QVERIFY(!resume);
    QCOMPARE(resume.error().kind, ErrorKind::rejectedInput);
    QVERIFY2(resume.error().text.contains(name.section(u'/', -1)), qPrintable(resume.error().text));
    QCOMPARE(desk.operations(), operations);
    QCOMPARE(*desk.reader->profile(), before);
}

void ProfileTest::aFileThatCannotBeKeptChangesNothing()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const FilesBlocked blocked(desk);
    QCOMPARE(read(desk, pdf).error().kind, ErrorKind::storage);
    QCOMPARE(desk.operations(), 0);
}
