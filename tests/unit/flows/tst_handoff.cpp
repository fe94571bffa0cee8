// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "tests.h"

#include "base/paths.h"
#include "flows/contactflow.h"
#include "flows/handoffflow.h"
#include "flows/writeflow.h"
#include "mail/parse.h"

#include <QDir>
#include <QFile>

using namespace crema;
using namespace crema::flows;
using namespace Qt::StringLiterals;

namespace {

/// A desk with a sender, `people` and an email to each.
struct Written : Desk
{
    QStringList ids; ///< of the drafts
    QString out = ownFolder.filePath(u"out/of/here"_s);

    [[nodiscard]] Result<> prepare(int people, bool withResume = false)
    {
        const auto opened = open();
        const auto known = opened ? sender() : opened;
        const auto kept = known && withResume ? resume() : Result<QString>(QString());
        const auto again = known && kept ? sender() : known;
        if (!again || !kept) {
            return kept ? again : std::unexpected(kept.error());
        }
        WriteOrder order;
        order.contactIds = this->people(people);
        order.attachResume = withResume;
        const auto written = test::await(writeDrafts(services.get(), order, {}));
        if (!written) {
            return std::unexpected(written.error());
        }
        ids = written->draftIds;
        return {};
    }
    [[nodiscard]] Result<HandOffOutcome> handOff(const QStringList &drafts) const
    {
        return test::await(exportDrafts(services.get(), drafts, out));
    }
    [[nodiscard]] QStringList files() const { return QDir(out).entryList(QDir::Files | QDir::Hidden); }
    [[nodiscard]] Result<> setState(const QString &id, const QString &state)
    {
        const Draft before = reader->draft(id).value_or(Draft {});
        Draft after = before;
        after.state = state;
        store::Operation operation;
        operation.label = u"State"_s;
        operation.patch(Kind::draft, id, toBody(before), toBody(after));
        const auto applied = test::await(store->apply(operation));
        return applied ? Result<>() : std::unexpected(applied.error());
    }
};

Result<mail::ParsedMail> mailAt(const QString &path)
{
    const auto bytes = readFile(path, 10'000'000);
    return bytes ? mail::parseMessage(*bytes) : std::unexpected(bytes.error());
}

} // namespace

void HandOffTest::filesSayWhatTheDraftsSay()
{
    Written desk;
    VERIFY_OK(desk.prepare(10));
    QCOMPARE(desk.ids.size(), 10);
    const auto outcome = desk.handOff(desk.ids);
    VERIFY_OK(outcome);
    QVERIFY(outcome->held.isEmpty());
    QCOMPARE(outcome->paths.size(), 10);
    QCOMPARE(desk.files().size(), 10);
    for (qsizetype i = 0; i < 10; ++i) {
        const auto mail = mailAt(outcome->paths[i]);
        VERIFY_OK(mail);
        const Draft draft = *desk.reader->draft(desk.ids[i]);
        const Contact contact = *desk.reader->contact(draft.contactId);
        QCOMPARE(mail->subject, draft.subject);
        QCOMPARE(mail->textBody.trimmed(), draft.body.trimmed());
        QCOMPARE(mail->to.size(), 1);
        QCOMPARE(mail->to[0].email, contact.email());
        QCOMPARE(mail->to[0].name, contact.name());
        QCOMPARE(mail->from[0].name, u"Zoë Müller"_s);
        QVERIFY(mail->attachmentNames.isEmpty());
        QVERIFY(mail->unsent);
        QCOMPARE(draft.state, u"handed_off"_s);
        QVERIFY(!draft.handedOffAt.isEmpty());
    }
}

void HandOffTest::theResumeGoesAlong()
{
    Written desk;
    VERIFY_OK(desk.prepare(1, true));
    const auto outcome = desk.handOff(desk.ids);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->paths.size(), 1);
    QCOMPARE(mailAt(outcome->paths[0])->attachmentNames, QStringList({u"writer.pdf"_s}));
}

void HandOffTest::aResumeFileThatVanishedHoldsItsDrafts()
{
    Written desk;
    VERIFY_OK(desk.prepare(2, true));
    const Draft draft = *desk.reader->draft(desk.ids[0]);
    QVERIFY(QFile::remove(desk.workspace->filePath(desk.reader->resume(draft.resumeId)->file)));
    const auto outcome = desk.handOff(desk.ids);
    VERIFY_OK(outcome);
    QVERIFY(outcome->paths.isEmpty());
    QCOMPARE(outcome->held.size(), 2);
    QVERIFY(!outcome->held[0].reason.isEmpty());
    QVERIFY(desk.files().isEmpty());
    QCOMPARE(desk.reader->draft(desk.ids[0])->state, u"draft"_s);
}

void HandOffTest::oneDraftThatIsGoneWritesNothing()
{
    Written desk;
    VERIFY_OK(desk.prepare(3));
    VERIFY_OK(desk.trash(Kind::draft, desk.ids[2]));
    const auto outcome = desk.handOff(desk.ids);
    QCOMPARE(outcome.error().kind, ErrorKind::notFound);
    QVERIFY(desk.files().isEmpty());
    for (const Draft &draft : desk.drafts()) {
        QCOMPARE(draft.state, u"draft"_s);
    }
}

void HandOffTest::namedTwiceIsOneFile()
{
    Written desk;
    VERIFY_OK(desk.prepare(1));
    const auto outcome = desk.handOff({desk.ids[0], desk.ids[0]});
    VERIFY_OK(outcome);
    QCOMPARE(outcome->paths.size(), 1);
    const auto again = desk.handOff(desk.ids); // the same draft replaces its own file
    VERIFY_OK(again);
    QCOMPARE(again->paths, outcome->paths);
    QCOMPARE(desk.files().size(), 1);
}

void HandOffTest::whatWentFurtherStaysThere_data()
{
    QTest::addColumn<QString>("state");
    for (const char *state : {"pushed", "sending", "sent", "answered"}) {
        QTest::newRow(state) << QString::fromLatin1(state);
    }
}

void HandOffTest::whatWentFurtherStaysThere()
{
    QFETCH(QString, state);
    Written desk;
    VERIFY_OK(desk.prepare(1));
    VERIFY_OK(desk.setState(desk.ids[0], state));
    VERIFY_OK(desk.handOff(desk.ids));
    QCOMPARE(desk.reader->draft(desk.ids[0])->state, state);
    VERIFY_OK(test::await(markHandedOff(desk.services.get(), desk.ids)));
    QCOMPARE(desk.reader->draft(desk.ids[0])->state, state);
}

void HandOffTest::twoEmailsToOnePersonAreTwoFiles()
{
    Written desk;
    VERIFY_OK(desk.prepare(1));
    VERIFY_OK(test::await(markHandedOff(desk.services.get(), desk.ids)));
    WriteOrder order;
    order.contactIds = {desk.reader->draft(desk.ids[0])->contactId};
    order.kind = u"follow_up"_s;
    const auto more = test::await(writeDrafts(desk.services.get(), order, {}));
    VERIFY_OK(more);
    QCOMPARE(more->draftIds.size(), 1);
    const auto outcome = desk.handOff(desk.ids + more->draftIds);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->paths.size(), 2);
    QCOMPARE(desk.files().size(), 2);
}

void HandOffTest::aFolderThatCannotBeMade()
{
    Written desk;
    VERIFY_OK(desk.prepare(1));
    desk.out = desk.file(u"a file"_s, "x") + u"/out"_s;
    const auto outcome = desk.handOff(desk.ids);
    QCOMPARE(outcome.error().kind, ErrorKind::storage);
    QVERIFY(outcome.error().text.contains(desk.out));
    QCOMPARE(desk.reader->draft(desk.ids[0])->state, u"draft"_s);
}

void HandOffTest::theMailProgramsAddress()
{
    Written desk;
    VERIFY_OK(desk.prepare(1));
    const Draft draft = *desk.reader->draft(desk.ids[0]);
    const auto url = mailtoOf(*desk.services, draft);
    VERIFY_OK(url);
    QCOMPARE(url->scheme(), u"mailto"_s);
    QCOMPARE(url->path(), desk.reader->contact(draft.contactId)->email());
    QVERIFY(QUrl::fromPercentEncoding(url->toEncoded()).contains(draft.subject));
    VERIFY_OK(test::await(markHandedOff(desk.services.get(), desk.ids)));
    QCOMPARE(desk.reader->draft(draft.id)->state, u"handed_off"_s);
    VERIFY_OK(desk.undo());
    QCOMPARE(desk.reader->draft(draft.id)->state, u"draft"_s);
    QVERIFY(!test::await(markHandedOff(desk.services.get(), {u"no draft"_s})));
}
