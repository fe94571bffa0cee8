// SPDX-License-Identifier: GPL-3.0-or-later
// keepFollowUps: what an email that left or an answer means for the follow-up of its contact.
#include "flows/followupflow.h"

#include "model/profile.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

QString tr(const char *words, int n = -1)
{
    return QCoreApplication::translate("flows", words, nullptr, n);
}

/// What an operation says of one contact.
struct News
{
    QString status; ///< the new stage; empty when it stays
    QString mailKind; ///< of an email that left
    bool mail = false;
    bool setsAction = false; ///< the operation has its own next action
    std::optional<size_t> patch; ///< where the operation changes the contact
};

const store::FieldEdit *editOf(const store::RecordPatch &patch, const QString &field)
{
    const auto it = std::ranges::find(patch.edits, field, &store::FieldEdit::field);
    return it == patch.edits.end() || !it->value ? nullptr : &*it;
}

bool hasLeft(const QString &draftState)
{
    return draftState == "handed_off"_L1 || draftState == "sent"_L1;
}

void readContactPatch(const store::RecordPatch &patch, size_t index, std::map<QString, News> &news)
{
    const store::FieldEdit *status = editOf(patch, u"status"_s);
    const bool setsAction = editOf(patch, u"nextActionDate"_s) || editOf(patch, u"nextAction"_s);
    if (status || setsAction) {
        News &own = news[patch.id];
        own.status = status ? textOf(*status->value) : own.status;
        own.setsAction = own.setsAction || setsAction;
        own.patch = index;
    }
}

Result<> readDraftPatch(const store::Reader &reader, const store::RecordPatch &patch,
                        std::map<QString, News> &news)
{
    const store::FieldEdit *state = editOf(patch, u"state"_s);
    if (!state || !hasLeft(textOf(*state->value))) {
        return {};
    }
    const auto draft = reader.draft(patch.id);
    if (!draft) {
        return std::unexpected(draft.error());
    }
    if (!hasLeft(draft->state) && !draft->contactId.isEmpty()) {
        News &own = news[draft->contactId];
        own.mail = true;
        own.mailKind = draft->kind;
    }
    return {};
}

Result<std::map<QString, News>> newsIn(const store::Reader &reader, const store::Operation &operation)
{
    std::map<QString, News> news;
    for (size_t i = 0; i < operation.patches.size(); ++i) {
        const store::RecordPatch &patch = operation.patches[i];
        if (patch.kind == Kind::contact) {
            readContactPatch(patch, i, news);
        } else if (patch.kind == Kind::draft) {
            if (const auto read = readDraftPatch(reader, patch, news); !read) {
                return std::unexpected(read.error());
            }
        }
    }
    return news;
}

/// What was done to follow-ups, for the label.
struct Outcome
{
    QStringList cancelled; ///< names
    QStringList moved;
    QStringList suggested;
    QDate next;
    enum class Reason { answer, mail, met } reason = Reason::answer; ///< of what was cancelled
};

QString cancelledWords(const Outcome &outcome)
{
    const int count = static_cast<int>(outcome.cancelled.size());
    if (outcome.reason == Outcome::Reason::mail) {
        return count == 1 ? tr("follow-up with %1 cancelled, as an email left").arg(outcome.cancelled.first())
                          : tr("%n follow-up(s) cancelled, as emails left", count);
    }
    if (outcome.reason == Outcome::Reason::met) {
        return count == 1 ? tr("follow-up with %1 cancelled, as you met").arg(outcome.cancelled.first())
                          : tr("%n follow-up(s) cancelled, as you met", count);
    }
    return count == 1
            ? tr("follow-up with %1 cancelled, as there is an answer").arg(outcome.cancelled.first())
            : tr("%n follow-up(s) cancelled, as there are answers", count);
}

QString nextWords(const Outcome &outcome)
{
    const QString day = dayWords(outcome.next);
    const int count = static_cast<int>(outcome.moved.size() + outcome.suggested.size());
    if (count > 1) {
        return tr("%n follow-up(s) on %1", count).arg(day);
    }
    return outcome.moved.isEmpty()
            ? tr("follow up with %1 on %2").arg(outcome.suggested.constFirst(), day)
            : tr("follow-up with %1 moved to %2, as an email left").arg(outcome.moved.constFirst(), day);
}

void addToLabel(store::Operation &operation, const Outcome &outcome)
{
    if (!outcome.cancelled.isEmpty()) {
        operation.label = tr("%1; %2").arg(operation.label, cancelledWords(outcome));
    }
    if (!outcome.moved.isEmpty() || !outcome.suggested.isEmpty()) {
        operation.label = tr("%1; %2").arg(operation.label, nextWords(outcome));
    }
}

/// Whether an email that leaves today does what the reminder is for: it is due, or it is one that the program
/// itself makes after an email. A later date and words for another day are the user's own plan.
bool isSettledByMail(const Contact &contact, QDate today, int days)
{
    const QDate due = contacts::reminderDay(contact.nextActionDate);
    const bool isUsual = contact.nextAction.isEmpty() || contact.nextAction == usualFollowUp();
    return due.isValid() && due <= (isUsual ? today.addDays(days) : today);
}

/// The contact with the follow-up that it has after the news.
Contact settled(const Contact &before, const News &news, QDate today, int days, Outcome &outcome)
{
    const bool had = !before.nextActionDate.isEmpty();
    const QString name = before.name().isEmpty() ? before.email() : before.name();
    Contact now = before;
    now.status = news.status.isEmpty() ? before.status : news.status;
    const bool isSettled = news.mail && (!had || isSettledByMail(before, today, days));
    if (isSettled) {
        outcome.reason = Outcome::Reason::mail;
        if (const auto next = contacts::suggestedDay(now, news.mailKind, today, days)) {
            outcome.next = *next;
            (had ? outcome.moved : outcome.suggested) << name;
            // Words of the user's own stay: only they know whether the email has settled them.
            return contacts::withReminder(
                    before, before.nextAction.isEmpty() ? usualFollowUp() : before.nextAction, *next);
        }
    }
    if (had && (isSettled || contacts::isAnswer(before.status, now.status))) {
        outcome.cancelled << name;
        if (!isSettled && now.status == "Met"_L1) {
            outcome.reason = Outcome::Reason::met;
        }
        return contacts::withReminderCalledOff(before, usualFollowUp());
    }
    return before;
}

/// As one change of the record with what the operation does to it anyway.
void addChange(store::Operation &operation, const News &news, const Contact &before, const Contact &after)
{
    if (!news.patch) {
        operation.patch(Kind::contact, before.id, toBody(before), toBody(after));
        return;
    }
    auto &edits = operation.patches[*news.patch].edits;
    for (store::FieldEdit &edit : store::editsBetween(Kind::contact, toBody(before), toBody(after))) {
        std::erase_if(edits, [&edit](const store::FieldEdit &other) { return other.field == edit.field; });
        edits.push_back(std::move(edit));
    }
}

} // namespace

Result<> keepFollowUps(const store::Reader &reader, QDate today, store::Operation &operation)
{
    const auto news = newsIn(reader, operation);
    if (!news) {
        return std::unexpected(news.error());
    }
    std::optional<int> days;
    Outcome outcome;
    for (const auto &[id, own] : *news) {
        // Of ten thousand that go to an early stage none has to be read.
        if (own.setsAction || (!own.mail && !contacts::isAnswer({}, own.status))) {
            continue;
        }
        const auto before = reader.contactValues(id);
        if (!before && before.error().kind == ErrorKind::notFound) {
            continue; // the person is in the trash; the email still is what it is
        }
        const auto profile = before && !days ? reader.profile() : Result<Profile>(Profile {});
        if (!before || !profile) {
            return std::unexpected(before ? profile.error() : before.error());
        }
        days = days ? days : contacts::followUpDays(*profile);
        const Contact after = settled(*before, own, today, *days, outcome);
        if (after.nextAction != before->nextAction || after.nextActionDate != before->nextActionDate) {
            addChange(operation, own, *before, after);
        }
    }
    addToLabel(operation, outcome);
    return {};
}

} // namespace crema::flows
