// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/sendqueue.h"

#include "async/worker.h"
#include "base/dates.h"
#include "flows/handoffflow.h"
#include "flows/mailboxsteps.h"
#include "flows/sendchecks.h"
#include "flows/sendtimes.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

constexpr auto longestSleep = std::chrono::seconds(30); ///< a clock that is set, a computer that wakes
constexpr int retrySeconds = 120; ///< no network: tried again

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("flows", text, nullptr, n);
}

/// Why an email cannot be queued, or nothing.
Result<QString> notQueueable(const Services &services, const DraftsBeside &beside, const Draft &draft)
{
    const auto mark = sendMarkOf(services.reader, draft.id);
    if (!mark) {
        return std::unexpected(mark.error());
    }
    if (mark->state == SendState::sent) {
        return tr("The email to %1 was sent already.").arg(draft.subject);
    }
    const auto contact = services.reader.contact(draft.contactId);
    if (!contact) {
        return contact.error().text;
    }
    if (contact->email().isEmpty()) {
        return tr("%1 has no email address.").arg(contact->name());
    }
    return heldBecause(services, beside, draft);
}

struct Ready
{
    Draft draft;
    QTimeZone zone;
};

Result<QVector<Ready>> readyDrafts(const Services &services, const DraftsBeside &beside,
                                   const QStringList &ids)
{
    QVector<Ready> ready;
    for (const QString &id : ids) {
        const auto draft = services.reader.draft(id);
        if (!draft) {
            return std::unexpected(draft.error());
        }
        const auto refusal = notQueueable(services, beside, *draft);
        if (!refusal) {
            return std::unexpected(refusal.error());
        }
        if (!refusal->isEmpty()) {
            return failure(ErrorKind::rejectedInput, *refusal);
        }
        const auto contact = services.reader.contact(draft->contactId);
        ready << Ready {*draft, contact ? zoneOf(*contact) : QTimeZone()};
    }
    return ready;
}

} // namespace

Task<Result<QVector<Scheduled>>> scheduleSends(Services *services, QStringList draftIds, QString account,
                                               QDateTime due, bool atOnce)
{
    draftIds.removeDuplicates();
    const QDateTime now = services->clock.now();
    const Sending &sending = services->deployment.sending;
    if (due.isValid() && due < now) {
        co_return failure(ErrorKind::rejectedInput,
                          tr("%1 is over already.").arg(localTimeWords(toStoredTime(due))));
    }
    const auto chosen = gmailAccount(services->reader, account);
    if (!chosen) {
        co_return std::unexpected(chosen.error());
    }
    // All drafts there are: for a worker.
    auto reading = runOnWorker(DraftsBeside::readAt, services->workspace.databasePath());
    const auto beside = co_await reading;
    if (!beside) {
        co_return std::unexpected(beside.error());
    }
    const auto ready = readyDrafts(*services, *beside, draftIds);
    if (!ready) {
        co_return std::unexpected(ready.error());
    }
    QVector<Scheduled> scheduled;
    store::Operation operation;
    QDateTime next = due.isValid() ? due.toUTC() : now.addSecs(sending.undoSeconds);
    for (const Ready &one : *ready) {
        const QDateTime at = atOnce ? next : afterQuiet(next, one.zone, sending);
        scheduled << Scheduled {one.draft.id, at, at != next};
        note(operation, one.draft.id, QueueEntry {toStoredTime(at), chosen->email, atOnce, {}});
        next = next.addSecs(sending.secondsBetween);
    }
    auto applying = services->store.apply(std::move(operation));
    const auto applied = co_await applying;
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return scheduled;
}

Task<Result<int>> cancelSends(Services *services, QStringList draftIds)
{
    const std::stop_token never;
    int count = 0;
    for (const QString &id : std::as_const(draftIds)) {
        // What is being sent right now is waited for: nobody is told that it was taken back.
        auto waiting = services->jobs.turns().take(mailboxTurn(id), never);
        const auto turn = co_await waiting;
        const auto entry = queueEntryOf(services->reader, id);
        if (!turn || !entry) {
            co_return std::unexpected(turn ? entry.error() : turn.error());
        }
        if (!entry->isQueued()) {
            continue;
        }
        store::Operation operation;
        note(operation, id, QueueEntry {});
        auto applying = services->store.apply(std::move(operation));
        const auto applied = co_await applying;
        if (!applied) {
            co_return std::unexpected(applied.error());
        }
        ++count;
    }
    co_return count;
}

SendQueue::SendQueue(Services &services, QObject *parent) : QObject(parent), m_services(services)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SendQueue::check);
}

void SendQueue::start()
{
    m_running = true;
    m_awakeAt = {};
    check();
}

void SendQueue::stop()
{
    m_running = false;
    m_timer.stop();
}

void SendQueue::wakeAt(const QDateTime &due)
{
    const auto wait = std::chrono::milliseconds(std::max<qint64>(0, m_services.clock.now().msecsTo(due)));
    m_timer.start(std::min<std::chrono::milliseconds>(wait, longestSleep));
}

void SendQueue::check()
{
    if (!m_running || m_sending) {
        return;
    }
    const auto queued = allQueued(m_services.reader);
    if (!queued) {
        Q_EMIT failed(queued.error());
        return;
    }
    const QDateTime now = m_services.clock.now();
    // Whoever was here all the time and is late only waits for their turn.
    const bool wasAway = !m_awakeAt.isValid() || m_awakeAt.secsTo(now) > missedAfterSeconds;
    m_awakeAt = now;
    QStringList late;
    QString first;
    for (const auto &[id, entry] : queued->asKeyValueRange()) {
        const QDateTime due = fromStoredTime(entry.due);
        if (!entry.held.isEmpty()) {
            continue;
        }
        if (wasAway && due.secsTo(now) > missedAfterSeconds) {
            late << id;
        } else if (first.isEmpty() || due < fromStoredTime(queued->value(first).due)) {
            first = id;
        }
    }
    if (!late.isEmpty()) {
        hold(late, tr("It was due while Crema was closed or the computer slept."));
        return;
    }
    if (first.isEmpty()) {
        m_timer.start(longestSleep); // a command may put something in
        return;
    }
    const QueueEntry entry = queued->value(first);
    const QDateTime due = std::max(fromStoredTime(entry.due), m_notBefore);
    if (due > now) {
        wakeAt(due);
    } else {
        sendNext(first, entry);
    }
}

void SendQueue::sendNext(const QString &draftId, const QueueEntry &entry)
{
    m_sending = true;
    m_scope.launch(sendDraft(&m_services, {draftId, entry.account, false, true}, m_scope.stopToken()),
                   [this, draftId, entry](Result<SendResult> result) {
                       m_sending = false;
                       settle(draftId, entry, result);
                   });
}

void SendQueue::settle(const QString &draftId, const QueueEntry &entry, const Result<SendResult> &result)
{
    const QDateTime now = m_services.clock.now();
    m_awakeAt = now; // sending may have taken a while
    if (!result && result.error().kind == ErrorKind::cancelled) {
        check(); // it was taken back
        return;
    }
    m_notBefore = now.addSecs(m_services.deployment.sending.secondsBetween);
    if (!result
        && (result.error().kind == ErrorKind::offline || result.error().kind == ErrorKind::timeout
            || result.error().kind == ErrorKind::badAnswer
            || result.error().kind == ErrorKind::rateLimited)) {
        // It passes; the email keeps its place.
        const auto wait = result.error().retryAfter.value_or(std::chrono::seconds(retrySeconds));
        QueueEntry later = entry;
        later.due = toStoredTime(now.addMSecs(wait.count()));
        put(draftId, later);
        Q_EMIT failed(result.error());
        return;
    }
    if (result && result->end == SendEnd::sent) { // it left the queue with its mark
        Q_EMIT sent(*result);
        Q_EMIT changed();
        check();
        return;
    }
    if (result && result->end == SendEnd::full) {
        const auto next = nextFreeSend(m_services, entry.account);
        QueueEntry later = entry;
        later.due = toStoredTime(next ? *next : now.addDays(1));
        put(draftId, later);
        Q_EMIT stayed(*result);
        return;
    }
    const SendResult stays = result ? *result
                                    : SendResult {draftId, SendEnd::notSent, result.error().text, {}};
    QueueEntry held = entry;
    held.held = stays.reason;
    put(draftId, held);
    Q_EMIT stayed(stays);
}

void SendQueue::put(const QString &draftId, const QueueEntry &entry)
{
    store::Operation operation;
    note(operation, draftId, entry);
    m_scope.launch(m_services.store.apply(std::move(operation)), [this](Result<store::Change> applied) {
        if (!applied) {
            Q_EMIT failed(applied.error());
        }
        Q_EMIT changed();
        check();
    });
}

void SendQueue::hold(const QStringList &draftIds, const QString &why)
{
    store::Operation operation;
    for (const QString &id : draftIds) {
        const auto entry = queueEntryOf(m_services.reader, id);
        if (!entry) {
            Q_EMIT failed(entry.error());
            return;
        }
        QueueEntry held = *entry;
        held.held = why;
        note(operation, id, held);
    }
    m_scope.launch(m_services.store.apply(std::move(operation)),
                   [this, draftIds](Result<store::Change> applied) {
                       if (!applied) {
                           Q_EMIT failed(applied.error());
                           return;
                       }
                       Q_EMIT missed(draftIds);
                       Q_EMIT changed();
                       check();
                   });
}

} // namespace crema::flows
