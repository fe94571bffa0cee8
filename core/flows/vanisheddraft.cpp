// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/vanisheddraft.h"

#include "base/dates.h"
#include "flows/mailboxsteps.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

} // namespace

Task<Result<VanishedDraft>> whatBecameOf(Services *services, GmailAccount account, mail::GmailDraft draft,
                                         QStringList before, std::stop_token stop)
{
    VanishedDraft vanished;
    if (!account.canRead()) {
        vanished.reason = tr(
                "The draft is no longer in Gmail: it was deleted or sent there. Crema was not given "
                "the permission to read, so it cannot tell which. Look into the mailbox, then say "
                "here whether it was sent.");
        co_return vanished;
    }
    auto reading = readThread(services, account, draft.threadId, std::move(stop));
    const auto thread = co_await reading;
    if (!thread && thread.error().kind != ErrorKind::notFound) {
        co_return std::unexpected(thread.error());
    }
    vanished.how = Vanished::deleted;
    if (!thread) {
        co_return vanished;
    }
    for (const JudgedMessage &judged : thread->messages) {
        if (judged.isSent() && !before.contains(judged.message.id)) {
            vanished.how = Vanished::sent;
            vanished.messageId = judged.message.id;
            vanished.threadId = thread->id;
            vanished.at = toStoredTime(judged.message.at);
        }
    }
    co_return vanished;
}

Task<Result<SendMark>> noteVanished(Services *services, QString draftId, VanishedDraft vanished)
{
    const auto draft = services->reader.draft(draftId);
    const auto place = placeOf(services->reader, draftId);
    if (!draft || !place) {
        co_return std::unexpected(draft ? place.error() : draft.error());
    }
    SendMark mark;
    mark.account = place->account;
    mark.draft = place->draft;
    mark.at = vanished.at.isEmpty() ? toStoredTime(services->clock.now()) : vanished.at;
    const QString name = recipientName(*services, *draft);
    store::Operation operation = mailboxOperation(tr("The draft to %1 was deleted in Gmail").arg(name));
    if (vanished.how == Vanished::sent) {
        operation.label = tr("The email to %1 was sent from Gmail").arg(name);
        mark.state = SendState::sent;
        mark.byUser = true;
        mark.messageId = vanished.messageId;
        mark.threadId = vanished.threadId;
        if (const auto added = addSent(*services, *draft, mark, operation); !added) {
            co_return std::unexpected(added.error());
        }
    } else if (vanished.how == Vanished::deleted) {
        note(operation, draftId, MailboxPlace {});
        addState(operation, *draft, u"draft"_s);
    } else {
        operation.label = tr("The draft to %1 is no longer in Gmail").arg(name);
        mark.state = SendState::unknown;
        mark.reason = vanished.reason;
        note(operation, draftId, mark);
        addState(operation, *draft, u"sending"_s);
    }
    auto applying = services->store.apply(std::move(operation));
    const auto applied = co_await applying;
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return mark;
}

Task<Result<VanishedDraft>> settleVanished(Services *services, QString draftId, GmailAccount account,
                                           std::stop_token stop)
{
    const auto place = placeOf(services->reader, draftId);
    if (!place) {
        co_return std::unexpected(place.error());
    }
    auto looking = whatBecameOf(services, std::move(account), place->draft, place->sentBefore,
                                std::move(stop));
    const auto vanished = co_await looking;
    if (!vanished) {
        co_return std::unexpected(vanished.error());
    }
    auto noting = noteVanished(services, draftId, *vanished);
    const auto noted = co_await noting;
    if (!noted) {
        co_return std::unexpected(noted.error());
    }
    co_return *vanished;
}

} // namespace crema::flows
