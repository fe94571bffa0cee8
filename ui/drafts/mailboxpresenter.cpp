// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/mailboxpresenter.h"

#include "base/dates.h"
#include "flows/mailwatch.h"
#include "flows/sendchecks.h"
#include "flows/sendtimes.h"

#include <QDesktopServices>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr int patienceSeconds = 2 * 60; ///< for Gmail to say what became of an email
}

MailboxPresenter::MailboxPresenter(flows::Services &services, DraftsPresenter &drafts, QObject *parent)
    : QObject(parent), m_services(services), m_drafts(drafts)
{
    connect(&services.jobs, &jobs::JobEngine::progressed, this, [this](const jobs::JobProgress &progress) {
        if (m_pushing > 0 && progress.stage == "pushing"_L1) {
            Q_EMIT working(progress.title, progress.total > 0 ? progress.done * 100 / progress.total : -1);
        }
    });
    connect(&services.store, &store::Store::changed, this, [this](const store::Change &change) {
        const bool concerns = change.bulk || std::ranges::any_of(change.kinds, [](Kind kind) {
                                  return kind == Kind::draft || kind == Kind::contact;
                              });
        if (concerns) {
            Q_EMIT changed();
        }
    });
}

QVector<flows::GmailAccount> MailboxPresenter::accounts() const
{
    return flows::gmailAccounts(m_services.reader).value_or(QVector<flows::GmailAccount>());
}

bool MailboxPresenter::isConnected() const
{
    return !accounts().isEmpty();
}

QString MailboxPresenter::recipient(const QString &draftId) const
{
    const auto draft = m_services.reader.draft(draftId);
    const auto contact = draft ? m_services.reader.contact(draft->contactId)
                               : Result<Contact>(std::unexpected(draft.error()));
    if (!contact) {
        return tr("a deleted contact");
    }
    return contact->name().isEmpty() ? contact->email() : contact->name();
}

QStringList MailboxPresenter::asleep(const QStringList &draftIds, const QDateTime &at) const
{
    QStringList names;
    for (const QString &id : draftIds) {
        const auto draft = m_services.reader.draft(id);
        const auto contact = draft ? m_services.reader.contact(draft->contactId)
                                   : Result<Contact>(std::unexpected(draft.error()));
        if (contact && flows::isQuiet(at, flows::zoneOf(*contact), m_services.deployment.sending)) {
            names << recipient(id);
        }
    }
    return names;
}

MailLine MailboxPresenter::queueLine(const flows::QueueEntry &entry) const
{
    if (!entry.held.isEmpty()) {
        return {tr("Not sent: %1").arg(entry.held),
                Tone::warn,
                {MailStep::sendNow, MailStep::anotherTime, MailStep::takeBack}};
    }
    const bool soon = now().secsTo(fromStoredTime(entry.due)) <= m_services.deployment.sending.undoSeconds;
    const QString words = soon ? tr("Goes out in a moment, from %1").arg(entry.account)
                               : tr("Goes out on %1, from %2, while Crema is open")
                                         .arg(flows::localTimeWords(entry.due), entry.account);
    return {words, Tone::info, {MailStep::takeBack}};
}

MailLine MailboxPresenter::sentLine(const flows::SendMark &mark, const QString &contactId) const
{
    MailLine line;
    line.tone = Tone::good;
    line.words = mark.byUser
            ? tr("Sent on %1 from the mailbox %2").arg(flows::localTimeWords(mark.at), mark.account)
            : tr("Sent on %1 from %2").arg(flows::localTimeWords(mark.at), mark.account);
    const auto answer = flows::answerOf(m_services.reader, contactId);
    if (answer && answer->state == flows::AnswerState::replied) {
        line.words += u". "_s + tr("Answered on %1.").arg(flows::localTimeWords(answer->at));
        line.steps << MailStep::readAnswer;
    } else if (answer && answer->state == flows::AnswerState::bounced) {
        line.words += u". "_s + answer->reason;
        line.tone = Tone::bad;
        line.steps << MailStep::readAnswer;
    } else if (answer && !answer->asOf.isEmpty()) {
        line.words += u". "_s
                + tr("No answer as of %1.")
                          .arg(flows::localTimeWords(
                                  std::max(answer->asOf, flows::lastLook(m_services.reader, mark.account))));
        if (answer->automatic) {
            line.words += u' ' + answer->reason;
        }
    } else {
        line.words += u". "_s + tr("Whether there is an answer is not known yet.");
    }
    line.steps << MailStep::showInGmail;
    return line;
}

/// Who has lost the mailbox for good has to be able to say it themselves.
MailLine MailboxPresenter::sendingLine(const flows::SendMark &mark) const
{
    MailLine line {tr("Being sent; Gmail has not said yet that it was."), Tone::info, {MailStep::lookAgain}};
    if (fromStoredTime(mark.at).secsTo(now()) > patienceSeconds) {
        line.steps << MailStep::wasSent << MailStep::wasNotSent;
    }
    return line;
}

MailLine MailboxPresenter::lineOf(const QString &draftId) const
{
    const auto draft = m_services.reader.draft(draftId);
    const auto entry = flows::queueEntryOf(m_services.reader, draftId);
    const auto mark = flows::sendMarkOf(m_services.reader, draftId);
    const auto place = flows::placeOf(m_services.reader, draftId);
    if (!draft || !entry || !mark || !place) {
        return {};
    }
    switch (mark->state) {
    case flows::SendState::sent:
        return sentLine(*mark, draft->contactId);
    case flows::SendState::unknown:
        return {mark->reason, Tone::warn, {MailStep::lookAgain, MailStep::wasSent, MailStep::wasNotSent}};
    case flows::SendState::sending:
        return sendingLine(*mark);
    case flows::SendState::none:
        break;
    }
    if (entry->isQueued()) {
        return queueLine(*entry);
    }
    if (place->exists()) {
        return {tr("Among the drafts of %1").arg(place->account), Tone::info, {MailStep::showInGmail}};
    }
    return {};
}

void MailboxPresenter::push(const QStringList &draftIds)
{
    m_drafts.whenSaved(draftIds, [this, draftIds] {
        ++m_pushing;
        Q_EMIT working(tr("Putting emails into Gmail"), -1);
        m_scope.launch(flows::pushDrafts(&m_services, draftIds, {}, m_scope.stopToken()),
                       [this](const Result<flows::PushOutcome> &outcome) {
                           --m_pushing;
                           Q_EMIT ended();
                           if (!outcome) {
                               Q_EMIT failed(outcome.error());
                               return;
                           }
                           if (outcome->there() > 0) {
                               Q_EMIT toast(
                                       tr("%n email(s) among your Gmail drafts", nullptr, outcome->there()));
                           }
                           if (!outcome->others().isEmpty()) {
                               Q_EMIT leftOut(outcome->others(), outcome->there());
                           }
                           Q_EMIT changed();
                       });
    });
}

void MailboxPresenter::tellScheduled(const QVector<flows::Scheduled> &scheduled, const QDateTime &due)
{
    QStringList ids;
    for (const flows::Scheduled &one : scheduled) {
        ids << one.draftId;
    }
    const int count = static_cast<int>(scheduled.size());
    const bool isShifted = std::ranges::any_of(scheduled, &flows::Scheduled::isShifted);
    const QString first = flows::localTimeWords(toStoredTime(scheduled.constFirst().due));
    QString words = due.isValid() || isShifted
            ? tr("%n email(s) go out from %1 on", nullptr, count).arg(first)
            : tr("Sending %n email(s)", nullptr, count);
    Q_EMIT takeBackOffered(words, ids);
}

void MailboxPresenter::send(const SendChoice &choice)
{
    m_drafts.whenSaved(choice.draftIds, [this, choice] {
        m_scope.launch(flows::scheduleSends(&m_services, choice.draftIds, choice.account, choice.due,
                                            choice.atNight),
                       [this, due = choice.due](const Result<QVector<flows::Scheduled>> &scheduled) {
                           if (!scheduled) {
                               Q_EMIT failed(scheduled.error());
                               return;
                           }
                           Q_EMIT changed();
                           Q_EMIT queued();
                           if (!scheduled->isEmpty()) {
                               tellScheduled(*scheduled, due);
                           }
                       });
    });
}

void MailboxPresenter::sendNow(const QString &draftId)
{
    send({{draftId}, {}, {}, true});
}

void MailboxPresenter::takeBack(const QStringList &draftIds)
{
    m_scope.launch(flows::cancelSends(&m_services, draftIds), [this](const Result<int> &count) {
        if (!count) {
            Q_EMIT failed(count.error());
            return;
        }
        Q_EMIT toast(*count > 0 ? tr("Taken back: %n email(s) are not sent", nullptr, *count)
                                : tr("Too late: it is on its way"));
        Q_EMIT changed();
    });
}

void MailboxPresenter::settle(const QString &draftId, std::optional<bool> wasSent)
{
    auto settling = wasSent ? flows::settleByHand(&m_services, draftId, *wasSent)
                            : flows::settleSend(&m_services, draftId, m_scope.stopToken());
    m_scope.launch(std::move(settling), [this](const Result<flows::SendMark> &mark) {
        if (!mark) {
            Q_EMIT failed(mark.error());
        } else if (mark->state == flows::SendState::none) {
            Q_EMIT toast(tr("It was not sent. You can send it now."));
        }
        Q_EMIT changed();
    });
}

void MailboxPresenter::showInGmail(const QString &draftId)
{
    const auto mark = flows::sendMarkOf(m_services.reader, draftId);
    const auto place = flows::placeOf(m_services.reader, draftId);
    if (!mark || !place) {
        return;
    }
    QDesktopServices::openUrl(mark->state == flows::SendState::sent
                                      ? mail::gmailThreadUrl(mark->account, mark->threadId)
                                      : mail::gmailDraftUrl(place->account, place->draft.messageId));
}

QString stepWords(MailStep step)
{
    switch (step) {
    case MailStep::takeBack:
        return MailboxPresenter::tr("Take back");
    case MailStep::sendNow:
        return MailboxPresenter::tr("Send now");
    case MailStep::anotherTime:
        return MailboxPresenter::tr("Another time…");
    case MailStep::wasSent:
        return MailboxPresenter::tr("It was sent");
    case MailStep::wasNotSent:
        return MailboxPresenter::tr("It was not sent");
    case MailStep::lookAgain:
        return MailboxPresenter::tr("Look again");
    case MailStep::showInGmail:
        return MailboxPresenter::tr("Open in Gmail");
    case MailStep::readAnswer:
        return MailboxPresenter::tr("Read the conversation");
    }
    return {};
}

} // namespace crema::ui
