// SPDX-License-Identifier: GPL-3.0-or-later
#include "maildesk.h"

#include "flows/writeflow.h"

namespace crema::flows {

MailDesk::MailDesk(const GoogleClient &google, const QString &path) : Desk(path)
{
    deployment.google = google;
    deployment.sending.secondsBetween = 0;
}

Result<> MailDesk::prepare(int people)
{
    const auto opened = open();
    const auto known = opened ? sender() : opened;
    if (!known) {
        return known;
    }
    WriteOrder order;
    order.contactIds = this->people(people);
    const auto written = test::await(writeDrafts(services.get(), order, {}));
    if (!written) {
        return std::unexpected(written.error());
    }
    ids = written->draftIds;
    return {};
}

Result<Connected> MailDesk::connect(const ConnectWish &wish)
{
    const auto browser = [](const QUrl &url) {
        // The browser is another program: it comes back while the flow waits.
        QTimer::singleShot(0, qApp, [url] {
            const test::PlainReply there = test::plainRequest("GET", url);
            (void)test::plainRequest("GET", there.location);
        });
        return true;
    };
    return test::await(connectGmail(services.get(), wish, browser, {}));
}

Result<> MailDesk::begin(int people, bool readsAnswers)
{
    if (const auto prepared = prepare(people); !prepared) {
        return prepared;
    }
    ConnectWish wish;
    wish.readsAnswers = readsAnswers;
    const auto connected = connect(wish);
    return connected ? Result<>() : std::unexpected(connected.error());
}

Result<PushOutcome> MailDesk::push(const QStringList &drafts)
{
    return test::await(pushDrafts(services.get(), drafts, {}, {}));
}

Result<SendResult> MailDesk::send(const QString &draft, bool evenIfAnswered)
{
    return test::await(sendDraft(services.get(), {draft, {}, evenIfAnswered}, {}), std::chrono::seconds(60));
}

Result<AnswersOutcome> MailDesk::look(const QStringList &contacts)
{
    return test::await(checkAnswers(services.get(), contacts, {}, {}));
}

Result<> MailDesk::edit(int i, const QString &subject)
{
    Draft after = draft(i);
    after.subject = subject;
    const auto edited = test::await(editDraft(services.get(), draft(i), after));
    return edited ? Result<>() : std::unexpected(edited.error());
}

Result<QString> MailDesk::followUp(int i)
{
    WriteOrder order;
    order.contactIds = {draft(i).contactId};
    order.kind = u"follow_up"_s;
    const auto written = test::await(writeDrafts(services.get(), order, {}));
    if (!written) {
        return std::unexpected(written.error());
    }
    return written->draftIds.value(0);
}

Result<QString> MailDesk::followUpInConversation()
{
    const auto begun = begin(1);
    const auto sent = begun ? send(ids[0]) : Result<SendResult>(std::unexpected(begun.error()));
    return sent ? followUp(0) : Result<QString>(std::unexpected(sent.error()));
}

Result<> MailDesk::reopen()
{
    // The keychain of the test lives with the desk; the one of a user does not go with the program.
    const auto kept = outside->secrets.all();
    close();
    const auto opened = open();
    outside->secrets.setAll(kept);
    return opened;
}

} // namespace crema::flows
