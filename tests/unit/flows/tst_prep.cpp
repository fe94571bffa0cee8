// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "tests.h"

#include "flows/chatflow.h"
#include "flows/contactflow.h"
#include "flows/newschoice.h"
#include "flows/prepflow.h"
#include "prep/news.h"
#include "support/httpserver.h"

#include <QBuffer>
#include <QFile>
#include <QLocale>
#include <QPdfDocument>
#include <QScopeGuard>

using namespace crema;
using namespace crema::flows;
using namespace Qt::StringLiterals;

namespace {

/// A desk with a sender and one person of whom a good deal is known.
struct PrepDesk : Desk
{
    QString person;

    [[nodiscard]] Result<> prepare()
    {
        const auto opened = open();
        const auto known = opened ? sender() : opened;
        if (!known) {
            return known;
        }
        person = people(1).value(0);
        return person.isEmpty() ? failure(ErrorKind::internal, u"nobody"_s) : Result<>();
    }
    [[nodiscard]] Result<Prep> make() const { return test::await(makePrep(services.get(), {person}, {})); }
    [[nodiscard]] Result<Prep> remake(const QString &id) const
    {
        return test::await(remakePrep(services.get(), id, {}));
    }
    [[nodiscard]] Result<Prep> note(const Prep &before, const QString &words) const
    {
        Prep after = before;
        after.notes = words;
        return test::await(editPrep(services.get(), before, after));
    }
    [[nodiscard]] QString text(const Prep &prep) const
    {
        return pdfText(prepPdf(*workspace, prep).value_or(QByteArray()));
    }
};

constexpr QSize a4(595, 842);
constexpr QSize letter(612, 792);

/// Of the first page, in points as it stands in the PDF.
QSize pageSize(const PrepDesk &desk, const Prep &prep)
{
    QByteArray bytes = prepPdf(*desk.workspace, prep).value_or(QByteArray());
    QBuffer buffer(&bytes);
    QPdfDocument document;
    if (buffer.open(QIODevice::ReadOnly)) {
        document.load(&buffer);
    }
    return document.pagePointSize(0).toSize();
}

/// Does `work` once, when the engine reports that a stage begins.
void once(const Desk &desk, const QString &stage, const std::function<void()> &work)
{
    QObject::connect(desk.engine.get(), &jobs::JobEngine::progressed, desk.engine.get(),
                     [stage, work, done = false](const jobs::JobProgress &progress) mutable {
                         if (progress.stage == stage && !std::exchange(done, true)) {
                             work();
                         }
                     });
}

} // namespace

void PrepTest::aPrepHasAPdf()
{
    PrepDesk desk;
    VERIFY_OK(desk.prepare());
    const auto prep = desk.make();
    VERIFY_OK(prep);
    QCOMPARE(prep->status, u"completed"_s);
    QCOMPARE(prep->contactId, desk.person);
    QVERIFY(!prep->brief.isEmpty());
    QVERIFY(!prep->questions.isEmpty());
    const auto pdf = prepPdf(*desk.workspace, *prep);
    VERIFY_OK(pdf);
    QVERIFY(pdf->startsWith("%PDF-"));
    QVERIFY2(desk.text(*prep).contains(prep->person.lastName), qPrintable(desk.text(*prep)));
    QVERIFY(prepFileName(*prep).endsWith(u".pdf"_s));
    QCOMPARE(desk.reader->receipts()->constFirst().charged, 0);
    QCOMPARE(desk.jobs().constFirst().done, 4);
    const QString left = QString::fromUtf8(toBytes(desk.jobs().constFirst().results));
    QVERIFY2(!left.contains(prep->person.lastName), "the job's row keeps a copy of the person");
    QCOMPARE(desk.unsound(), QString());
}

void PrepTest::onePrepIsOneUndo()
{
    PrepDesk desk;
    VERIFY_OK(desk.prepare());
    const qint64 operations = desk.operations();
    VERIFY_OK(desk.make());
    QCOMPARE(desk.operations(), operations + 1);
    VERIFY_OK(desk.undo());
    QVERIFY(desk.preps().isEmpty());
    VERIFY_OK(test::await(desk.store->redo()));
    QCOMPARE(desk.preps().size(), 1);
    QCOMPARE(desk.unsound(), QString());
}

void PrepTest::editsRenderThePdfAgain()
{
    PrepDesk desk;
    VERIFY_OK(desk.prepare());
    const auto prep = desk.make();
    VERIFY_OK(prep);
    const auto edited = desk.note(*prep, u"Loves sailing in Brest"_s);
    VERIFY_OK(edited);
    QVERIFY(edited->pdfFile != prep->pdfFile);
    QVERIFY2(desk.text(*edited).contains(u"Loves sailing in Brest"_s), qPrintable(desk.text(*edited)));
    VERIFY_OK(desk.undo());
    QCOMPARE(*desk.reader->prep(prep->id), *prep);
}

void PrepTest::twoEditsAtOnceAreBothInThePdf()
{
    PrepDesk desk;
    VERIFY_OK(desk.prepare());
    const auto prep = desk.make();
    VERIFY_OK(prep);
    Prep noted = *prep;
    noted.notes = u"Loves sailing in Brest"_s;
    Prep answered = *prep;
    answered.questions[0].asked = true;
    answered.questions[0].answer = u"By the old harbour"_s;
    Together<Prep> both;
    both.launch(editPrep(desk.services.get(), *prep, noted));
    both.launch(editPrep(desk.services.get(), *prep, answered));
    QVERIFY(both.wait());
    VERIFY_OK(*both.results[0]);
    VERIFY_OK(*both.results[1]);
    const Prep now = *desk.reader->prep(prep->id);
    QCOMPARE(now.notes, noted.notes);
    QCOMPARE(now.questions[0].answer, answered.questions[0].answer);
    const QString text = desk.text(now);
    QVERIFY2(text.contains(noted.notes) && text.contains(answered.questions[0].answer), qPrintable(text));
}

void PrepTest::whatIsWrittenWhileItIsMadeAgainStays()
{
    PrepDesk desk;
    VERIFY_OK(desk.prepare());
    const auto prep = desk.make();
    VERIFY_OK(prep);
    Prep noted = *prep;
    noted.notes = u"Loves sailing in Brest"_s;
    Together<Prep> making;
    Together<Prep> editing;
    once(desk, u"generating_pdf"_s, [&] { editing.launch(editPrep(desk.services.get(), *prep, noted)); });
    making.launch(remakePrep(desk.services.get(), prep->id, {}));
    QVERIFY(making.wait() && editing.wait());
    VERIFY_OK(*making.results[0]);
    VERIFY_OK(*editing.results[0]);
    const Prep now = *desk.reader->prep(prep->id);
    QCOMPARE(now.notes, noted.notes);
    QCOMPARE(now.status, u"completed"_s);
    QCOMPARE(desk.preps().size(), 1);
}

void PrepTest::madeAgainItKnowsWhatIsNewAndKeepsWhatIsYours()
{
    PrepDesk desk;
    VERIFY_OK(desk.prepare());
    const auto prep = desk.make();
    VERIFY_OK(prep);
    Prep mine = *prep;
    mine.notes = u"Loves sailing in Brest"_s;
    mine.questions[0].asked = true;
    mine.extra["otherClient"] = "kept";
    VERIFY_OK(test::await(editPrep(desk.services.get(), *prep, mine)));
    VERIFY_OK(test::await(
            setContactFields(desk.services.get(), desk.person, {{u"jobTitle"_s, u"Harbour Master"_s}})));
    const auto again = desk.remake(prep->id);
    VERIFY_OK(again);
    QCOMPARE(again->id, prep->id);
    QCOMPARE(again->notes, mine.notes);
    QVERIFY(again->questions.contains(mine.questions[0]));
    QCOMPARE(textAt(again->extra, "otherClient"), u"kept"_s);
    const QString text = desk.text(*again);
    QVERIFY2(text.contains(u"Harbour Master"_s) && text.contains(mine.notes), qPrintable(text));
    QCOMPARE(desk.preps().size(), 1);
}

void PrepTest::aFailureKeepsItsReasonAndCanBeTriedAgain()
{
    PrepDesk desk;
    VERIFY_OK(desk.prepare());
    {
        const FilesBlocked blocked(desk);
        const auto prep = desk.make();
        QCOMPARE(prep.error().kind, ErrorKind::storage);
        QCOMPARE(desk.preps().size(), 1);
        QCOMPARE(desk.preps()[0].status, u"failed"_s);
        QCOMPARE(desk.preps()[0].error, prep.error().text);
        QCOMPARE(desk.jobs().constFirst().state, u"failed"_s);
        QCOMPARE(prepPdf(*desk.workspace, desk.preps()[0]).error().kind, ErrorKind::notFound);
    }
    const auto again = desk.remake(desk.preps()[0].id);
    VERIFY_OK(again);
    QCOMPARE(again->status, u"completed"_s);
    QVERIFY(again->error.isEmpty());
    QCOMPARE(desk.preps().size(), 1);
    QCOMPARE(desk.unsound(), QString());
}

void PrepTest::anEditIsSavedEvenWhenThePdfCannotBe()
{
    PrepDesk desk;
    VERIFY_OK(desk.prepare());
    const auto prep = desk.make();
    VERIFY_OK(prep);
    {
        const FilesBlocked blocked(desk);
        const auto edited = desk.note(*prep, u"Loves sailing in Brest"_s);
        QCOMPARE(edited.error().kind, ErrorKind::storage);
        QVERIFY2(edited.error().text.contains(u"saved"_s), qPrintable(edited.error().text));
    }
    const Prep now = *desk.reader->prep(prep->id);
    QCOMPARE(now.notes, u"Loves sailing in Brest"_s);
    QCOMPARE(now.pdfFile, prep->pdfFile);
    const auto again = desk.remake(prep->id);
    VERIFY_OK(again);
    QVERIFY(desk.text(*again).contains(u"Loves sailing in Brest"_s));
}

void PrepTest::cancelledAtEachStage_data()
{
    QTest::addColumn<QString>("stage");
    for (const char *stage : {"enriching_profile", "fetching_news", "generating_content", "generating_pdf"}) {
        QTest::newRow(stage) << QString::fromLatin1(stage);
    }
}

void PrepTest::cancelledAtEachStage()
{
    QFETCH(QString, stage);
    PrepDesk desk;
    VERIFY_OK(desk.prepare());
    std::stop_source stop;
    // A stop during the last stage may come too late: the one before it is always in time.
    once(desk, stage, [&] { stop.request_stop(); });
    const auto prep = test::await(makePrep(desk.services.get(), {desk.person}, stop.get_token()));
    QCOMPARE(desk.preps().size(), 1);
    if (prep) {
        QCOMPARE(stage, u"generating_pdf"_s);
        QCOMPARE(desk.preps()[0].status, u"completed"_s);
    } else {
        QCOMPARE(prep.error().kind, ErrorKind::cancelled);
        QCOMPARE(desk.preps()[0].status, u"failed"_s);
        QCOMPARE(desk.preps()[0].error, u"Cancelled."_s);
        QCOMPARE(desk.jobs().constFirst().state, u"cancelled"_s);
        VERIFY_OK(desk.remake(desk.preps()[0].id));
    }
    QCOMPARE(desk.unsound(), QString());
}

void PrepTest::aSecondTryThatIsCancelledLeavesAGoodPrepAlone()
{
    PrepDesk desk;
    VERIFY_OK(desk.prepare());
    const auto prep = desk.make();
    VERIFY_OK(prep);
    std::stop_source stop;
    once(desk, u"generating_content"_s, [&] { stop.request_stop(); });
    const auto again = test::await(remakePrep(desk.services.get(), prep->id, stop.get_token()));
    QCOMPARE(again.error().kind, ErrorKind::cancelled);
    QCOMPARE(*desk.reader->prep(prep->id), *prep);
}

void PrepTest::whoIsGoneIsNotPrepared()
{
    PrepDesk desk;
    VERIFY_OK(desk.prepare());
    const auto prep = desk.make();
    VERIFY_OK(prep);
    once(desk, u"generating_content"_s, [&] {
        store::Operation operation;
        operation.setState(Kind::prep, prep->id, u"trashed"_s);
        const auto trashed = test::await(desk.store->apply(operation));
        QVERIFY(trashed);
    });
    const auto gone = desk.remake(prep->id); // deleted while it was made again
    QCOMPARE(gone.error().kind, ErrorKind::notFound);
    QVERIFY(desk.preps().isEmpty());
    QCOMPARE(desk.reader->record(Kind::prep, prep->id)->state, u"trashed"_s);
    VERIFY_OK(desk.trash(Kind::contact, desk.person));
    QCOMPARE(desk.make().error().kind, ErrorKind::notFound);
    QVERIFY(desk.preps().isEmpty());
    QCOMPARE(desk.remake(u"no prep"_s).error().kind, ErrorKind::notFound);
}

void PrepTest::aPdfThatVanishedIsMadeAgain()
{
    PrepDesk desk;
    VERIFY_OK(desk.prepare());
    const auto prep = desk.make();
    VERIFY_OK(prep);
    QVERIFY(QFile::remove(desk.workspace->filePath(prep->pdfFile)));
    QCOMPARE(prepPdf(*desk.workspace, *prep).error().kind, ErrorKind::storage);
    const auto again = desk.remake(prep->id);
    VERIFY_OK(again);
    VERIFY_OK(prepPdf(*desk.workspace, *again));
}

void PrepTest::earlierPdfsAreKept()
{
    PrepDesk desk;
    VERIFY_OK(desk.prepare());
    const auto first = desk.make();
    VERIFY_OK(first);
    const auto noted = desk.note(*first, u"Loves sailing"_s);
    VERIFY_OK(noted);
    QCOMPARE(noted->versions.size(), 1);
    QCOMPARE(noted->versions[0].file, first->pdfFile);
    desk.clock.advance(std::chrono::minutes(1));
    const auto typing = desk.note(*noted, u"Loves sailing and tea"_s);
    VERIFY_OK(typing);
    QCOMPARE(typing->versions, noted->versions); // of the same sitting
    desk.clock.advance(std::chrono::hours(1));
    const auto later = desk.note(*typing, u"Loves tea"_s);
    VERIFY_OK(later);
    QCOMPARE(later->versions.size(), 2);
    QCOMPARE(later->versions[0].file, typing->pdfFile);
    const auto old = prepVersionPdf(*desk.workspace, later->versions[0]);
    VERIFY_OK(old);
    QVERIFY(pdfText(*old).contains(u"Loves sailing and tea"_s));
    QCOMPARE(desk.unsound(), QString());
}

void PrepTest::thePaperIsWhatWasChosen()
{
    PrepDesk desk;
    VERIFY_OK(desk.prepare());
    const QLocale before;
    const auto restore = qScopeGuard([&] { QLocale::setDefault(before); });
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(paperChoice(desk.services->reader), PaperChoice::automatic);
    const auto american = desk.make();
    VERIFY_OK(american);
    QCOMPARE(pageSize(desk, *american), letter);
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    VERIFY_OK(desk.remake(american->id));
    QCOMPARE(pageSize(desk, *desk.services->reader.prep(american->id)), a4);

    VERIFY_OK(test::await(setPaperChoice(desk.services.get(), PaperChoice::letter)));
    QCOMPARE(paperChoice(desk.services->reader), PaperChoice::letter);
    const auto chosen = desk.note(*desk.services->reader.prep(american->id), u"Loves sailing"_s);
    VERIFY_OK(chosen);
    QCOMPARE(pageSize(desk, *chosen), letter);

    // One asked for on a paper of its own stays on it, edited or made again.
    PrepOrder order {desk.person};
    order.paper = PaperChoice::a4;
    const auto own = test::await(makePrep(desk.services.get(), order, {}));
    VERIFY_OK(own);
    QCOMPARE(pageSize(desk, *own), a4);
    const auto edited = desk.note(*own, u"Loves tea"_s);
    VERIFY_OK(edited);
    QCOMPARE(pageSize(desk, *edited), a4);
    const auto again = desk.remake(own->id);
    VERIFY_OK(again);
    QCOMPARE(pageSize(desk, *again), a4);
    VERIFY_OK(test::await(setPaperChoice(desk.services.get(), PaperChoice::automatic)));
    QCOMPARE(paperChoice(desk.services->reader), PaperChoice::automatic);
}

void PrepTest::newsThatWasFoundStays_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("the service is down") << u"down"_s << true;
    QTest::newRow("news is switched off") << u"off"_s << true;
    QTest::newRow("nothing is found any more") << u"empty"_s << false;
    QTest::newRow("they work at another firm") << u"firm"_s << false;
}

void PrepTest::newsThatWasFoundStays()
{
    QFETCH(QString, change);
    QFETCH(bool, isKept);
    PrepDesk desk;
    VERIFY_OK(desk.prepare());
    const auto contact = desk.reader->contact(desk.person);
    VERIFY_OK(contact);
    const QByteArray empty = "<rss><channel><title>Ledger</title></channel></rss>";
    const QByteArray item = "<rss><channel><title>Ledger</title><item><title>" + contact->company().toUtf8()
            + " plants trees</title><link>https://b.example/1</link><pubDate>Sun, 01 Mar 2026 07:00:00 GMT"
              "</pubDate></item></channel></rss>";
    test::Reply reply;
    reply.body = item;
    test::HttpServer server;
    server.setAnswer([&reply](const test::Received &) { return reply; });
    prep::NewsChoice choice {true, {server.url(u"/feed"_s).toString()}};
    VERIFY_OK(test::await(setNewsChoice(desk.services.get(), choice)));
    const auto prep = desk.make();
    VERIFY_OK(prep);
    QCOMPARE(prep->news.size(), 1);
    desk.clock.advance(std::chrono::days(1)); // what a source said is no longer kept
    reply = change == "down"_L1 ? test::Reply::json("{}", 503) : reply;
    reply.body = change == "down"_L1 ? QByteArray("{}") : empty;
    choice.isOn = change != "off"_L1;
    VERIFY_OK(test::await(setNewsChoice(desk.services.get(), choice)));
    if (change == "firm"_L1) {
        reply = test::Reply::json("{}", 503);
        VERIFY_OK(test::await(
                setContactFields(desk.services.get(), desk.person, {{u"company"_s, u"Nightingale Tea"_s}})));
    }
    auto again = desk.remake(prep->id);
    VERIFY_OK(again);
    QCOMPARE(again->news, isKept ? prep->news : QVector<NewsItem>());
    if (isKept) {
        QVERIFY2(again->newsNote.endsWith(u"Articles found on 2026-03-02 are kept."_s),
                 qPrintable(again->newsNote));
        desk.clock.advance(std::chrono::days(1));
        again = desk.remake(prep->id); // a second time as well, and with the day of the first
        VERIFY_OK(again);
        QCOMPARE(again->news, prep->news);
        QVERIFY2(again->newsNote.endsWith(u"Articles found on 2026-03-02 are kept."_s),
                 qPrintable(again->newsNote));
    }
}

void PrepTest::whichChatsWereHeld()
{
    Prep prep;
    prep.chatMinutes = 30; // told by an earlier version, which did not ask
    QVERIFY(wasHeld(prep));
    setMetOn(prep, {});
    QVERIFY(!wasHeld(prep));
    Prep timed;
    setChatMinutes(timed, 30);
    QVERIFY(!wasHeld(timed));
    Prep stored;
    takeMeetingOf(stored, timed);
    QVERIFY(!wasHeld(stored));
    setMetOn(timed, u"2026-12-04"_s);
    QVERIFY(wasHeld(timed));
}
