// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/chatflow.h"

#include "base/dates.h"
#include "contacts/followups.h"
#include "contacts/statusrules.h"
#include "flows/followupflow.h"
#include "store/reader.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

QDate dueOf(const Promise &promise, QDate today)
{
    const QDate due = QDate::fromString(promise.due, Qt::ISODate);
    return due.isValid() ? due : today.addDays(1);
}

std::optional<Promise> firstOpen(const QVector<Promise> &promises, QDate today)
{
    std::optional<Promise> first;
    for (const Promise &promise : promises) {
        if (!promise.kept && !promise.text.isEmpty()
            && (!first || dueOf(promise, today) < dueOf(*first, today))) {
            first = promise;
        }
    }
    return first;
}

bool isPromise(const QString &words, const QVector<Promise> &promises)
{
    return std::ranges::find(promises, words, &Promise::text) != promises.end();
}

bool isMeeting(const Prep &before, const Prep &after)
{
    return !metOn(after).isEmpty() && metOn(after) != metOn(before);
}

/// The day to be in touch again that was said together with "we met"; invalid when none was.
QDate dayOfTouch(const Prep &before, const Prep &after)
{
    const Promise last = after.promises.isEmpty() ? Promise() : after.promises.constLast();
    const bool isNew = isMeeting(before, after) && after.promises.size() > before.promises.size();
    return isNew && last.text == touchAgain() ? QDate::fromString(last.due, Qt::ISODate) : QDate();
}

/// Whether a promise may stand in the place of what is planned with the contact.
bool givesWay(const Contact &contact, const Prep &before, const Prep &after, QDate today)
{
    const QString &action = contact.nextAction;
    if ((action.isEmpty() && contact.nextActionDate.isEmpty()) || action == usualFollowUp()
        || isPromise(action, before.promises) || isPromise(action, after.promises)) {
        return true;
    }
    const QDate planned = QDate::fromString(contact.nextActionDate, Qt::ISODate);
    const QDate touch = dayOfTouch(before, after);
    return touch.isValid() && !(planned.isValid() && planned >= today && planned < touch);
}

Contact withPromises(const Contact &contact, const Prep &before, const Prep &after, QDate today)
{
    const auto next = firstOpen(after.promises, today);
    if (next) {
        return givesWay(contact, before, after, today)
                ? contacts::withReminder(contact, next->text, dueOf(*next, today))
                : contact;
    }
    const bool wasOne = isPromise(contact.nextAction, before.promises)
            || isPromise(contact.nextAction, after.promises);
    return wasOne ? contacts::withoutReminder(contact) : contact;
}

} // namespace

QString metOn(const Prep &prep)
{
    return textAt(prep.extra, metOnField.data());
}

void setMetOn(Prep &prep, const QString &day)
{
    prep.extra[metOnField.data()] = day.toStdString(); // also an empty one: it was asked for
}

void dropMetOn(Prep &prep)
{
    prep.extra.erase(metOnField.data());
}

void takeMeetingOf(Prep &prep, const Prep &edited)
{
    if (const QString day = metOn(edited); !day.isEmpty()) {
        setMetOn(prep, day);
    }
    setChatMinutes(prep, edited.chatMinutes);
}

void setChatMinutes(Prep &prep, int minutes)
{
    if (prep.chatMinutes == 0 && minutes > 0) {
        setMetOn(prep, metOn(prep));
    }
    prep.chatMinutes = minutes;
}

bool wasHeld(const Prep &prep)
{
    // Before the user was asked, a clock that had run was all that told of a meeting.
    const bool wasTold = prep.chatMinutes > 0 && !prep.extra.contains(metOnField.data());
    return !metOn(prep).isEmpty() || !prep.outcome.isEmpty() || wasTold;
}

Result<> keepChat(const store::Reader &reader, const Prep &before, const Prep &after, QDate today,
                  store::Operation &operation)
{
    const bool met = isMeeting(before, after);
    if (after.contactId.isEmpty() || (before.promises == after.promises && !met)) {
        return {};
    }
    const auto contact = reader.contact(after.contactId);
    if (!contact) {
        return contact.error().kind == ErrorKind::notFound ? Result<>() : std::unexpected(contact.error());
    }
    Contact changed = *contact;
    if (met) {
        operation.label = tr("Met %1").arg(contact->name());
        changed.status = contacts::statusAfter(contact->status, contacts::SetBy::program,
                                               contacts::StageEvent::met)
                                 .value_or(contact->status);
        changed.lastContactDate = today.toString(Qt::ISODate);
    }
    if (before.promises != after.promises) {
        changed = withPromises(changed, before, after, today);
    }
    operation.patch(Kind::contact, contact->id, toBody(*contact), toBody(changed));
    return met ? keepFollowUps(reader, today, operation) : Result<>();
}

QString touchAgain()
{
    return tr("Be in touch again");
}

} // namespace crema::flows
