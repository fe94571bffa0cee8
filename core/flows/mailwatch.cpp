// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/mailwatch.h"

#include "base/dates.h"
#include "flows/mailfacts.h"
#include "flows/sendflow.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

const QString owner = u"settings"_s;
constexpr auto firstLook = std::chrono::seconds(5);
constexpr int keptSeconds = 60 * 60;
constexpr int mostPatience = 8; ///< times the usual pause while nothing answers

QString historyFact(const QString &account)
{
    return u"gmail.history/"_s + account;
}

/// Where to go on, and when that was so.
struct HistoryMark
{
    QString id;
    QString at;
};

HistoryMark markOf(const store::Reader &reader, const QString &account)
{
    const auto kept = reader.fact(owner, historyFact(account));
    return kept ? HistoryMark {kept->section(u' ', 0, 0), kept->section(u' ', 1, 1)} : HistoryMark {};
}

/// Facts are kept for good: an id is worth one when it led to something, or now and then.
bool isWorthKeeping(const Services &services, const QString &account, const MailboxNews &news)
{
    const HistoryMark before = markOf(services.reader, account);
    const bool isOld = fromStoredTime(before.at).secsTo(services.clock.now()) > keptSeconds;
    return !news.historyId.isEmpty() && (news.isNew || before.id.isEmpty() || isOld);
}

Task<Result<>> keepHistory(Services *services, QString account, QString historyId)
{
    store::Operation operation;
    const QString mark = historyId + u' ' + toStoredTime(services->clock.now());
    operation.facts = {{owner, historyFact(account), mark}};
    auto applying = services->store.apply(std::move(operation));
    const auto applied = co_await applying;
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return Result<> {};
}

/// Contacts by conversation of this account.
QHash<QString, QString> contactsByThread(const QHash<QString, QVector<ThreadPlace>> &threads,
                                         const QString &account)
{
    QHash<QString, QString> contacts;
    for (const auto &[contact, places] : threads.asKeyValueRange()) {
        for (const ThreadPlace &place : places) {
            if (place.account == account) {
                contacts.insert(place.threadId, contact);
            }
        }
    }
    return contacts;
}

/// Where to go on from: taken before the conversations are read, so that nothing falls between.
Task<Result<QString>> presentHistory(Services *services, GmailAccount account,
                                     QHash<QString, QString> contacts, std::stop_token stop)
{
    const mail::GmailAccess access = accessTo(*services, account.email);
    auto asking = services->gmail.profile(access, stop);
    const auto profile = co_await asking;
    if (profile) {
        co_return profile->historyId;
    }
    if (profile.error().kind != ErrorKind::notFound || contacts.isEmpty()) {
        co_return std::unexpected(profile.error());
    }
    // A mailbox without a profile: any conversation says how far its history is.
    const QString threadId = contacts.constBegin().key();
    auto reading = readThread(services, account, threadId, stop);
    const auto thread = co_await reading;
    if (!thread) {
        co_return std::unexpected(thread.error());
    }
    co_return thread->historyId;
}

} // namespace

QString lastLook(const store::Reader &reader, const QString &account)
{
    return markOf(reader, account).at;
}

Task<Result<MailboxNews>> newsOf(Services *services, GmailAccount account, std::stop_token stop)
{
    const auto threads = threadsByContact(services->reader);
    if (!threads) {
        co_return std::unexpected(threads.error());
    }
    const HistoryMark kept = markOf(services->reader, account.email);
    const QHash<QString, QString> contacts = contactsByThread(*threads, account.email);
    MailboxNews news;
    if (contacts.isEmpty()) {
        co_return news;
    }
    if (!kept.id.isEmpty()) {
        const mail::GmailAccess access = accessTo(*services, account.email);
        auto asking = services->gmail.historySince(access, kept.id, stop);
        const auto history = co_await asking;
        if (history) {
            news.historyId = history->historyId;
            for (const QString &threadId : history->threadIds) {
                news.contactIds << contacts.value(threadId);
            }
            news.contactIds.removeAll(QString());
            news.contactIds.removeDuplicates();
            news.isNew = !news.contactIds.isEmpty();
            co_return news;
        }
        if (history.error().kind != ErrorKind::notFound) {
            co_return std::unexpected(history.error());
        }
    }
    auto asking = presentHistory(services, account, contacts, stop);
    const auto present = co_await asking;
    if (!present) {
        co_return std::unexpected(present.error());
    }
    news.everything = true;
    news.isNew = true;
    news.historyId = *present;
    news.contactIds = contacts.values();
    news.contactIds.removeDuplicates();
    co_return news;
}

Task<Result<WatchRound>> watchOnce(Services *services, std::stop_token stop)
{
    WatchRound round;
    const auto accounts = gmailAccounts(services->reader);
    if (!accounts) {
        co_return std::unexpected(accounts.error());
    }
    auto settling = settleSends(services, stop);
    const auto settled = co_await settling;
    if (!settled) {
        co_return std::unexpected(settled.error());
    }
    for (const GmailAccount &account : *accounts) {
        if (!account.canRead() || !account.problem.isEmpty()) {
            continue;
        }
        round.looked = true;
        auto asking = newsOf(services, account, stop);
        const auto news = co_await asking;
        if (!news) {
            auto noting = noteTrouble(services, account.email, news.error());
            round.outcome.error = co_await noting;
            continue;
        }
        if (!news->contactIds.isEmpty()) {
            auto checking = checkAnswers(services, news->contactIds, {}, stop);
            auto outcome = co_await checking;
            if (!outcome) {
                co_return std::unexpected(outcome.error());
            }
            round.outcome.news << outcome->news;
            round.outcome.sentThere << outcome->sentThere;
            if (outcome->error) { // the same news again the next time
                round.outcome.error = outcome->error;
                continue;
            }
        }
        if (isWorthKeeping(*services, account.email, *news)) {
            auto keeping = keepHistory(services, account.email, news->historyId);
            const auto keptHistory = co_await keeping;
            if (!keptHistory) {
                co_return std::unexpected(keptHistory.error());
            }
        }
    }
    co_return round;
}

MailWatch::MailWatch(Services &services, QObject *parent) : QObject(parent), m_services(services)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &MailWatch::check);
}

void MailWatch::start()
{
    m_running = true;
    m_timer.start(firstLook);
}

void MailWatch::stop()
{
    m_running = false;
    m_timer.stop();
    m_scope.requestStop();
    m_looking = false;
}

void MailWatch::check()
{
    if (m_looking) {
        return;
    }
    m_looking = true;
    m_timer.stop();
    m_scope.launch(watchOnce(&m_services, m_scope.stopToken()),
                   [this](Result<WatchRound> round) { finish(round); });
}

void MailWatch::finish(const Result<WatchRound> &round)
{
    m_looking = false;
    const std::optional<Error> error = round ? round->outcome.error : std::optional(round.error());
    m_failures = error ? std::min(m_failures + 1, mostPatience) : 0;
    if (m_running) {
        const int pause = std::max(1, m_services.deployment.sending.pollSeconds);
        m_timer.start(std::chrono::seconds(pause * std::max(1, m_failures)));
    }
    if (round && round->looked && !error) {
        m_lastLook = m_services.clock.now();
    }
    if (round && !round->outcome.news.isEmpty()) {
        Q_EMIT answersCame(round->outcome.news);
    }
    if (round && !round->outcome.sentThere.isEmpty()) {
        Q_EMIT sentElsewhere(round->outcome.sentThere);
    }
    Q_EMIT looked(error);
}

} // namespace crema::flows
