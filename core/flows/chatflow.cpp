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

} // namespace

Result<> keepPromises(const store::Reader &reader, const Prep &before, const Prep &after, QDate today,
                      store::Operation &operation)
{
    if (before.promises == after.promises || after.contactId.isEmpty()) {
        return {};
    }
    const auto contact = reader.contact(after.contactId);
    if (!contact) {
        return contact.error().kind == ErrorKind::notFound ? Result<>() : std::unexpected(contact.error());
    }
    const QString &action = contact->nextAction;
    const bool isFree = action.isEmpty() && contact->nextActionDate.isEmpty();
    if (!isFree && !isPromise(action, before.promises) && !isPromise(action, after.promises)) {
        return {};
    }
    const auto next = firstOpen(after.promises, today);
    const Contact changed = next ? contacts::withReminder(*contact, next->text, dueOf(*next, today))
                                 : contacts::withoutReminder(*contact);
    operation.patch(Kind::contact, contact->id, toBody(*contact), toBody(changed));
    return {};
}

QString touchAgain()
{
    return tr("Be in touch again");
}

Task<Result<Contact>> noteChat(Services *services, QString contactId, QDate next)
{
    const auto before = services->reader.contact(contactId);
    if (!before) {
        co_return before;
    }
    const QDate day = today(*services);
    Contact after = *before;
    after.status = contacts::statusAfter(before->status, contacts::SetBy::program, contacts::StageEvent::met)
                           .value_or(before->status);
    after.lastContactDate = day.toString(Qt::ISODate);
    const QDate planned = QDate::fromString(before->nextActionDate, Qt::ISODate);
    const bool isSooner = planned.isValid() && planned >= day && planned < next
            && before->nextAction != usualFollowUp();
    if (next.isValid() && !isSooner) { // what was promised for a day before stays
        after = contacts::withReminder(std::move(after), touchAgain(), next);
    }
    store::Operation operation;
    operation.label = tr("Met %1").arg(before->name());
    operation.patch(Kind::contact, contactId, toBody(*before), toBody(after));
    if (const auto kept = keepFollowUps(services->reader, day, operation); !kept) {
        co_return std::unexpected(kept.error());
    }
    const auto applied = co_await services->store.apply(std::move(operation));
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return services->reader.contact(contactId);
}

} // namespace crema::flows
