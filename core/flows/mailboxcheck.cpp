// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/mailboxcheck.h"

#include "flows/answersflow.h"
#include "flows/mailthread.h"
#include "flows/sendchecks.h"
#include "flows/sendflow.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

QString tr(const char *words, int n = -1)
{
    return QCoreApplication::translate("flows", words, nullptr, n);
}

QString nameOf(const Services &services, const QString &contactId)
{
    const auto contact = services.reader.contact(contactId);
    if (!contact) {
        return tr("a deleted contact");
    }
    return contact->name().isEmpty() ? contact->email() : contact->name();
}

/// The conversations of one account, and whom they are with.
QStringList contactsOf(const QHash<QString, QVector<ThreadPlace>> &threads, MailboxCheck &check)
{
    QStringList contacts;
    for (const auto &[contact, places] : threads.asKeyValueRange()) {
        for (const ThreadPlace &place : places) {
            if (place.account != check.account) {
                continue;
            }
            ++check.conversations;
            contacts << contact;
            check.from = check.from.isEmpty() ? place.at : std::min(check.from, place.at);
            check.to = std::max(check.to, place.at);
        }
    }
    contacts.removeDuplicates();
    return contacts;
}

void take(const Services &services, const AnswersOutcome &outcome,
          const QHash<QString, QVector<ThreadPlace>> &threads, MailboxCheck &check)
{
    for (const auto &[contact, answer] : outcome.answers.asKeyValueRange()) {
        const auto count = std::ranges::count(threads.value(contact), check.account, &ThreadPlace::account);
        if (answer.state == AnswerState::unknown) {
            check.gone << nameOf(services, contact);
        } else {
            check.looked += static_cast<int>(count);
        }
    }
    check.newAnswers = static_cast<int>(outcome.news.size());
    check.sentThere = static_cast<int>(outcome.sentThere.size());
    if (outcome.error && outcome.error->kind != ErrorKind::notFound) {
        check.reason = outcome.error->text;
        check.gone.clear(); // they were not looked at
    }
}

} // namespace

Task<Result<QVector<MailboxCheck>>> checkMailboxes(Services *services,
                                                   std::function<void(int done, int total)> told,
                                                   std::stop_token stop)
{
    const auto accounts = gmailAccounts(services->reader);
    auto settling = settleSends(services, stop);
    const auto open = co_await settling;
    if (!accounts || !open) {
        co_return std::unexpected(accounts ? open.error() : accounts.error());
    }
    QVector<MailboxCheck> checks;
    for (const GmailAccount &account : *accounts) {
        const auto threads = threadsByContact(services->reader);
        if (!threads) {
            co_return std::unexpected(threads.error());
        }
        MailboxCheck check;
        check.account = account.email;
        check.open = *open;
        const QStringList contacts = contactsOf(*threads, check);
        if (!account.canRead()) {
            check.reason = tr("%1 was connected without the permission to read.").arg(account.email);
        } else if (!contacts.isEmpty()) {
            auto checking = checkAnswers(services, contacts, told, stop);
            const auto outcome = co_await checking;
            if (!outcome) {
                co_return std::unexpected(outcome.error());
            }
            take(*services, *outcome, *threads, check);
        }
        checks << check;
    }
    co_return checks;
}

QString checkInWords(const MailboxCheck &check)
{
    QStringList words;
    if (check.conversations == 0) {
        words << tr("%1: no email went through it yet, so there is nothing to compare.").arg(check.account);
    } else {
        words << tr("%1: %2 of %3 conversations between %4 and %5 were read.")
                         .arg(check.account)
                         .arg(check.looked)
                         .arg(check.conversations)
                         .arg(localTimeWords(check.from), localTimeWords(check.to));
    }
    if (check.newAnswers > 0) {
        words << tr("%n answer(s) were not known here and are now.", check.newAnswers);
    }
    if (check.sentThere > 0) {
        words << tr("%n draft(s) had been sent from the mailbox itself.", check.sentThere);
    }
    if (!check.gone.isEmpty()) {
        words << tr("No longer in the mailbox: the conversations with %1.").arg(check.gone.join(u", "_s));
    }
    if (check.open > 0) {
        words << tr("Of %n email(s) nobody knows whether they were sent; open them to say it.", check.open);
    }
    if (!check.reason.isEmpty()) {
        words << tr("Not looked at whole: %1").arg(check.reason);
    } else if (check.isWhole() && check.conversations > 0) {
        words << tr("Nothing is missing.");
    }
    return words.join(u' ');
}

} // namespace crema::flows
