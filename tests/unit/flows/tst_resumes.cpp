// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "tests.h"

#include "flows/profileflow.h"
#include "flows/resumeflow.h"
#include "resume/textextraction.h"
#include "resume/textrecognition.h"
#include "scannedpdf.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace crema;
using namespace crema::flows;
using namespace Qt::StringLiterals;

namespace {

const QByteArray firstText =
        "Robin Sample\nrobin@students.example\n\nEDUCATION\nUniversity of Michigan, BA Economics, "
        "2023 - 2027\n\nEXPERIENCE\nHarbour Bank, Analyst, 2024 - 2025\n- Built a model of "
        "ferry prices\nNorthwind Traders, Intern, 2023\n- Counted boxes\n";
const QByteArray secondText =
        "Robin Sample\n\nEDUCATION\nTrinity College Dublin, BA History, 2015 - 2019\n\n"
        "EXPERIENCE\nHarbour Bank, Analyst, 2024 - 2025\n- Built a model of ferry prices\n";

Result<Resume> read(const Desk &desk, const QString &path, const QString &password = {})
{
    return test::await(setResume(desk.services.get(), path, password));
}

Result<Resume> read(const Desk &desk, const ResumeOrder &order, std::stop_token stop = {})
{
    return test::await(setResume(desk.services.get(), order, {}, stop));
}

Result<Resume> correct(const Desk &desk, const Resume &resume, const QString &field, const QString &text,
                       int which = 0)
{
    for (const ShownFact &fact : shownFacts(resume)) {
        if (fact.field == field && which-- == 0) {
            return test::await(correctResume(desk.services.get(), resume.id, {{fact, text}}));
        }
    }
    return failure(ErrorKind::internal, u"no such fact"_s);
}

QStringList employers(const Desk &desk)
{
    QStringList names;
    for (const ResumeLine &company : desk.reader->profile()->companies) {
        names << company.text;
    }
    return names;
}

int defaults(const Desk &desk)
{
    return static_cast<int>(std::ranges::count(*desk.reader->resumes(), true, &Resume::isDefault));
}

/// A program called tesseract that does what a script says, first on the path.
struct FakeRecogniser
{
    QByteArray before = qgetenv("PATH");
    QTemporaryDir folder;

    explicit FakeRecogniser(const QByteArray &script)
    {
        QFile file(folder.filePath(u"tesseract"_s));
        const bool made = file.open(QIODevice::WriteOnly)
                && file.write("#!/bin/sh\nif [ \"$1\" = --list-langs ]; then printf 'List of languages "
                              "(2):\\neng\\nosd\\n'; exit 0; fi\n"
                              + script)
                        > 0;
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        if (made) {
            qputenv("PATH", folder.path().toLocal8Bit() + ':' + before);
        }
    }
    ~FakeRecogniser() { qputenv("PATH", before); }
    Q_DISABLE_COPY_MOVE(FakeRecogniser)
};

} // namespace

void ResumesTest::severalAreKeptAndOneIsTheDefault()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const auto first = read(desk, desk.file(u"first.txt"_s, firstText));
    const auto second = read(desk, desk.file(u"second.txt"_s, secondText));
    VERIFY_OK(first);
    VERIFY_OK(second);
    QCOMPARE(desk.reader->resumes()->size(), 2);
    QCOMPARE(desk.reader->profile()->university, u"Trinity College Dublin"_s);
    VERIFY_OK(test::await(makeDefaultResume(desk.services.get(), first->id)));
    QCOMPARE(desk.reader->defaultResume()->value_or(Resume {}).id, first->id);
    QCOMPARE(desk.reader->profile()->university, u"University of Michigan"_s);
    QCOMPARE(defaults(desk), 1);
    VERIFY_OK(desk.undo());
    QCOMPARE(desk.reader->defaultResume()->value_or(Resume {}).id, second->id);
    QCOMPARE(desk.reader->profile()->university, u"Trinity College Dublin"_s);
    VERIFY_OK(test::await(renameResume(desk.services.get(), first->id, u" For banks "_s)));
    QCOMPARE(desk.reader->resume(first->id)->name(), u"For banks"_s);
    VERIFY_OK(read(desk, desk.file(u"again.txt"_s, firstText))); // the same file is not kept twice
    QCOMPARE(desk.reader->resumes()->size(), 2);
    QCOMPARE(desk.reader->defaultResume()->value_or(Resume {}).id, first->id);
}

void ResumesTest::theNextOneFollowsOneRemoved()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const auto first = read(desk, desk.file(u"first.txt"_s, firstText));
    const auto second = read(desk, desk.file(u"second.txt"_s, secondText));
    VERIFY_OK(test::await(trashResumes(desk.services.get(), {second->id})));
    QCOMPARE(desk.reader->defaultResume()->value_or(Resume {}).id, first->id);
    QCOMPARE(desk.reader->profile()->university, u"University of Michigan"_s);
    VERIFY_OK(desk.undo());
    QCOMPARE(desk.reader->defaultResume()->value_or(Resume {}).id, second->id);
    QCOMPARE(defaults(desk), 1);
    VERIFY_OK(test::await(trashResumes(desk.services.get(), {first->id, second->id})));
    QVERIFY(!desk.reader->defaultResume()->has_value());
    QCOMPARE(desk.reader->profile()->university, u"Trinity College Dublin"_s); // what is known stays
    QVERIFY(!test::await(trashResumes(desk.services.get(), {first->id})));
}

void ResumesTest::correctionsReachTheProfileAndCanBeUndone()
{
    Desk desk;
    VERIFY_OK(desk.open());
    auto resume = read(desk, desk.file(u"first.txt"_s, firstText));
    VERIFY_OK(resume);
    resume = correct(desk, *resume, u"university"_s, u"UMich"_s);
    VERIFY_OK(resume);
    QCOMPARE(desk.reader->profile()->university, u"UMich"_s);
    resume = correct(desk, *resume, u"companies"_s, QString(), 0);
    VERIFY_OK(resume);
    QCOMPARE(employers(desk), QStringList {u"Northwind Traders"_s});
    const qint64 operations = desk.operations();
    QVERIFY(!correct(desk, *resume, u"email"_s, u"nonsense"_s));
    QCOMPARE(desk.operations(), operations);
    const auto again = test::await(readResumeAgain(desk.services.get(), resume->id, QString()));
    VERIFY_OK(again);
    QCOMPARE(again->corrections, resume->corrections);
    QCOMPARE(again->facts, resume->facts);
    QCOMPARE(desk.reader->profile()->university, u"UMich"_s);
    VERIFY_OK(read(desk, desk.file(u"first.txt"_s, firstText))); // chosen once more
    QCOMPARE(employers(desk), QStringList {u"Northwind Traders"_s});
    VERIFY_OK(desk.undo());
    resume = correct(desk, *resume, u"hometown"_s, u"Kiel"_s);
    VERIFY_OK(resume);
    QCOMPARE(desk.reader->profile()->hometown, u"Kiel"_s);
    VERIFY_OK(desk.undo());
    QVERIFY(desk.reader->profile()->hometown.isEmpty());
    QVERIFY(desk.reader->resume(resume->id)->facts.hometown.text.isEmpty());
}

void ResumesTest::correctionsOfAnotherThanTheDefaultWait()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const auto first = read(desk, desk.file(u"first.txt"_s, firstText));
    VERIFY_OK(read(desk, desk.file(u"second.txt"_s, secondText)));
    VERIFY_OK(correct(desk, *first, u"university"_s, u"UMich"_s));
    QCOMPARE(desk.reader->profile()->university, u"Trinity College Dublin"_s);
    VERIFY_OK(test::await(makeDefaultResume(desk.services.get(), first->id)));
    QCOMPARE(desk.reader->profile()->university, u"UMich"_s);
}

void ResumesTest::whatEarlierVersionsRemovedStaysRemoved()
{
    Desk desk;
    VERIFY_OK(desk.open());
    auto resume = read(desk, desk.file(u"first.txt"_s, firstText));
    const Profile before = *desk.reader->profile();
    Profile after = before;
    after.companies.removeFirst(); // as the Account page did
    VERIFY_OK(test::await(saveProfile(desk.services.get(), before, after)));
    resume = correct(desk, *resume, u"companies"_s, u"Northwind Ltd"_s, 1);
    VERIFY_OK(resume);
    QCOMPARE(employers(desk), QStringList {u"Northwind Ltd"_s});
    QCOMPARE(resume->corrections.size(), 2); // it is among the corrections now and can be taken back there
}

void ResumesTest::aProtectedFileStaysProtected()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString path = test::fixture(u"resume/files/password.pdf"_s);
    QVERIFY(resume::needsPassword(read(desk, path).error()));
    QVERIFY(resume::needsPassword(read(desk, path, u"wrong"_s).error()));
    const auto resume = read(desk, path, u"lisboa"_s);
    VERIFY_OK(resume);
    QVERIFY(resume->isProtected);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(*desk.workspace->keptFile(resume->file), file.readAll());
    const QString database = desk.workspace->databasePath();
    for (const QString &name : {database, database + u"-wal"_s}) {
        QFile stored(name);
        QVERIFY(!stored.open(QIODevice::ReadOnly) || !stored.readAll().contains("lisboa"));
    }
    const auto locked = test::await(readResumeAgain(desk.services.get(), resume->id, QString()));
    QVERIFY(!locked && resume::needsPassword(locked.error()));
    const auto again = test::await(readResumeAgain(desk.services.get(), resume->id, u"lisboa"_s));
    VERIFY_OK(again);
    QCOMPARE(*again, *resume);
}

void ResumesTest::aScanTakesTypedText()
{
    Desk desk;
    VERIFY_OK(desk.open());
    ResumeOrder order;
    order.path = test::fixture(u"resume/files/scan.pdf"_s);
    QVERIFY(resume::hasNoText(read(desk, order).error()));
    order.typedText = QString::fromUtf8(firstText);
    const auto typed = read(desk, order);
    VERIFY_OK(typed);
    QCOMPARE(typed->textOrigin, TextOrigin::typed);
    QCOMPARE(typed->mediaType, u"application/pdf"_s);
    QCOMPARE(desk.reader->profile()->university, u"University of Michigan"_s);
    VERIFY_OK(desk.workspace->keptFile(typed->file));
    auto corrected = correct(desk, *typed, u"university"_s, u"UMich"_s);
    VERIFY_OK(corrected);
    const auto edited = test::await(
            setResumeText(desk.services.get(), typed->id, QString::fromUtf8(secondText)));
    VERIFY_OK(edited);
    QCOMPARE(edited->facts.major.text, u"History"_s);
    QCOMPARE(edited->facts.university.text, u"UMich"_s);
    const auto again = test::await(readResumeAgain(desk.services.get(), typed->id, QString()));
    VERIFY_OK(again);
    QCOMPARE(again->text, edited->text); // its text is the user's
    QVERIFY(!test::await(setResumeText(desk.services.get(), typed->id, u" \n "_s)));
}

void ResumesTest::aScanIsRecognised()
{
    if (!resume::canRecogniseText()) {
        QSKIP("tesseract, which recognises the text, is not installed");
    }
    Desk desk;
    VERIFY_OK(desk.open());
    ResumeOrder order;
    order.path = desk.file(u"scan.pdf"_s, test::scannedPdf(test::fixture(u"resume/files/writer.pdf"_s)));
    QVERIFY(resume::hasNoText(read(desk, order).error()));
    order.recognise = true;
    const auto recognised = read(desk, order);
    VERIFY_OK(recognised);
    QCOMPARE(recognised->textOrigin, TextOrigin::recognised);
    const auto read = test::await(
            setResume(desk.services.get(), test::fixture(u"resume/files/writer.pdf"_s), {}));
    VERIFY_OK(read);
    QCOMPARE(recognised->facts.university.text, read->facts.university.text);
    QCOMPARE(recognised->facts.graduationYear.text, read->facts.graduationYear.text);
    QVERIFY(!recognised->places.isEmpty());
    const auto again = test::await(readResumeAgain(desk.services.get(), recognised->id, QString()));
    VERIFY_OK(again);
    QCOMPARE(again->textOrigin, TextOrigin::recognised);
    QCOMPARE(again->text, recognised->text);
    order.languages = u"xxx"_s;
    const auto unknown = test::await(setResume(desk.services.get(), order, {}, {}));
    QVERIFY(!unknown && unknown.error().text.contains(u"xxx"_s));
}

void ResumesTest::recognitionThatFailsChangesNothing_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::newRow("it ends at once") << QByteArray("exit 3\n");
    QTest::newRow("it dies while it is fed") << QByteArray("kill -9 $$\n");
    QTest::newRow("it finds nothing") << QByteArray("cat >/dev/null; exit 0\n");
    QTest::newRow("it says nonsense") << QByteArray("cat >/dev/null; printf '5\\t1\\t1\\nx\\n'\n");
}

void ResumesTest::recognitionThatFailsChangesNothing()
{
    QFETCH(QByteArray, script);
    const FakeRecogniser fake(script);
    Desk desk;
    VERIFY_OK(desk.open());
    ResumeOrder order;
    order.path = test::fixture(u"resume/files/scan.pdf"_s);
    order.recognise = true;
    const auto recognised = read(desk, order);
    QVERIFY(!recognised);
    QVERIFY2(!recognised.error().text.isEmpty(), qUtf8Printable(recognised.error().text));
    QCOMPARE(desk.operations(), 0);
    QVERIFY(!QFileInfo::exists(desk.workspace->filesFolder())
            || QDir(desk.workspace->filesFolder()).isEmpty());
}

void ResumesTest::recognitionCanBeCancelled()
{
    const FakeRecogniser fake("exec sleep 600\n");
    Desk desk;
    VERIFY_OK(desk.open());
    ResumeOrder order;
    order.path = test::fixture(u"resume/files/scan.pdf"_s);
    order.recognise = true;
    std::stop_source stop;
    Together<Resume> work;
    bool began = false;
    const auto progress = [&began](int, int) { began = true; };
    work.launch(setResume(desk.services.get(), order, progress, stop.get_token()));
    QVERIFY(test::spinUntil([&] { return began; }));
    stop.request_stop();
    QVERIFY(work.wait());
    QCOMPARE(work.results[0]->error().kind, ErrorKind::cancelled);
    QCOMPARE(desk.operations(), 0);
}

void ResumesTest::namesThatLie_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("saying"); ///< empty: it is read all the same
    QFile docx(test::fixture(u"resume/files/writer.docx"_s));
    QVERIFY(docx.open(QIODevice::ReadOnly));
    QTest::newRow("a DOCX called PDF") << u"cv.pdf"_s << docx.readAll() << QString();
    QTest::newRow("text called DOCX") << u"cv.docx"_s << firstText << QString();
    QTest::newRow("nothing in it") << u"cv.pdf"_s << QByteArray() << u"is empty"_s;
    QTest::newRow("too large") << u"cv.pdf"_s << QByteArray(20'000'001, 'x') << u"too large"_s;
    QTest::newRow("a picture called PDF")
            << u"cv.pdf"_s << QByteArray("\x89PNG\r\n\x1a\n") + QByteArray(64, '\1') << u"a PNG image"_s;
    QTest::newRow("a zip of something else")
            << u"cv.pdf"_s << QByteArray("PK\x03\x04") + QByteArray(64, '\2') << u"cv.pdf"_s;
}

void ResumesTest::namesThatLie()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, saying);
    Desk desk;
    VERIFY_OK(desk.open());
    const auto former = read(desk, desk.file(u"former.txt"_s, secondText));
    VERIFY_OK(former);
    const auto resume = read(desk, desk.file(name, bytes));
    if (saying.isEmpty()) {
        VERIFY_OK(resume);
        QVERIFY(!resume->facts.university.text.isEmpty());
        return;
    }
    QVERIFY(!resume);
    QVERIFY2(resume.error().text.contains(saying) && resume.error().text.contains(name),
             qUtf8Printable(resume.error().text));
    QCOMPARE(desk.reader->defaultResume()->value_or(Resume {}), *former);
}
