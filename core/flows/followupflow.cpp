// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/followupflow.h"

#include "flows/replied.h"

#include "base/dates.h"
#include "base/text.h"
#include "contacts/statusrules.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

constexpr const char *replyFact = "reply";

QString tr(const char *words, int n = -1)
{
    return QCoreApplication::translate("flows", words, nullptr, n);
}

QString nameOf(const Contact &contact)
{
    return contact.name().isEmpty() ? contact.email() : contact.name();
}

/// Those of the contacts that have a follow-up, as they are.
Result<QVector<Contact>> withFollowUp(const store::Reader &reader, const QStringList &ids)
{
    QVector<Contact> contacts;
    for (const QString &id : ids) {
        auto contact = reader.contact(id);
        if (!contact) {
            return std::unexpected(contact.error());
        }
        if (!contact->nextActionDate.isEmpty()) {
            contacts << std::move(*contact);
        }
    }
    if (contacts.isEmpty()) {
        return failure(ErrorKind::notFound,
                       tr("There is no follow-up with a date here. Nothing was changed."));
    }
    return contacts;
}

/// Gives each contact its next reminder, or none when `day` is invalid.
void moveAll(store::Operation &operation, const QVector<Contact> &contacts, QDate day)
{
    for (const Contact &before : contacts) {
        const Contact after = day.isValid() ? contacts::withReminder(before, before.nextAction, day)
                                            : contacts::withoutReminder(before);
        operation.patch(Kind::contact, before.id, toBody(before), toBody(after));
    }
}

/// Whether the follow-up is something the user planned, in their own words, after that moment.
bool isOwnPlanSince(const Contact &contact, const QDateTime &moment)
{
    const auto source = contact.sources.constFind(u"nextActionDate"_s);
    return moment.isValid() && !contact.nextAction.isEmpty() && contact.nextAction != usualFollowUp()
            && source != contact.sources.constEnd() && fromStoredTime(source->at) > moment;
}

QString doneLabel(const QVector<Contact> &contacts, QDate next)
{
    const int count = static_cast<int>(contacts.size());
    const QString name = nameOf(contacts.constFirst());
    if (next.isValid()) {
        return count == 1 ? tr("Follow-up with %1 done, next on %2").arg(name, dayWords(next))
                          : tr("%n follow-up(s) done, next on %1", count).arg(dayWords(next));
    }
    return count == 1 ? tr("Follow-up with %1 done").arg(name) : tr("%n follow-up(s) done", count);
}

QString snoozeLabel(const QVector<Contact> &contacts, QDate until)
{
    const int count = static_cast<int>(contacts.size());
    return count == 1
            ? tr("Follow-up with %1 snoozed until %2").arg(nameOf(contacts.constFirst()), dayWords(until))
            : tr("%n follow-up(s) snoozed until %1", count).arg(dayWords(until));
}

} // namespace

QDate today(const Services &services)
{
    return contacts::localDay(services.clock.now());
}

QString usualFollowUp()
{
    return tr("Follow up");
}

QString dayWords(QDate day)
{
    return QLocale().toString(day, u"d MMM yyyy"_s);
}

Result<QVector<FollowUpItem>> followUpsUntil(const store::Reader &reader, QDate lastDay, QDate today,
                                             int limit)
{
    const auto rows = store::followUpRows(reader.connection(), lastDay.toString(Qt::ISODate),
                                          today.toString(Qt::ISODate), limit);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    QVector<FollowUpItem> items;
    for (const store::FollowUpRow &row : *rows) {
        const QDate due = contacts::reminderDay(row.nextActionDate);
        if (due.isValid()) {
            items << FollowUpItem {row, due, contacts::dueGroup(due, today)};
        }
    }
    return items;
}

Task<Result<Contact>> setFollowUp(Services *services, QString contactId, QDate day, QString what)
{
    const auto before = services->reader.contact(contactId);
    if (!before) {
        co_return before;
    }
    QString words = cleanLine(what);
    if (words.isEmpty()) {
        words = before->nextAction.isEmpty() ? usualFollowUp() : before->nextAction;
    }
    store::Operation operation;
    operation.label = tr("Follow up with %1 on %2").arg(nameOf(*before), dayWords(day));
    const Contact after = contacts::withReminder(*before, words, day);
    operation.patch(Kind::contact, contactId, toBody(*before), toBody(after));
    const auto applied = co_await services->store.apply(std::move(operation));
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return services->reader.contact(contactId).value_or(after);
}

Task<Result<store::Change>> finishFollowUps(Services *services, QStringList contactIds, QDate next)
{
    const auto contacts = withFollowUp(services->reader, contactIds);
    if (!contacts) {
        co_return std::unexpected(contacts.error());
    }
    store::Operation operation;
    operation.label = doneLabel(*contacts, next);
    moveAll(operation, *contacts, next);
    co_return co_await services->store.apply(std::move(operation));
}

Task<Result<store::Change>> snoozeFollowUps(Services *services, QStringList contactIds, QDate until)
{
    const auto contacts = withFollowUp(services->reader, contactIds);
    if (!contacts) {
        co_return std::unexpected(contacts.error());
    }
    store::Operation operation;
    operation.label = snoozeLabel(*contacts, until);
    moveAll(operation, *contacts, until);
    co_return co_await services->store.apply(std::move(operation));
}

Contact replied(const Contact &before, QString &label, const QDateTime &at)
{
    Contact after = before;
    after.status = contacts::statusAfter(before.status, contacts::stageSetBy(before),
                                         contacts::StageEvent::replyReceived)
                           .value_or(before.status);
    label = tr("%1 replied").arg(nameOf(before));
    if (!before.nextActionDate.isEmpty() && !isOwnPlanSince(before, at)) {
        // Also when the stage is as far already: the reminder waited for this very answer.
        after = contacts::withReminderCalledOff(std::move(after), usualFollowUp());
        label = tr("%1 replied, follow-up cancelled").arg(nameOf(before));
    }
    return after;
}

Task<Result<Contact>> noteReply(Services *services, QString contactId, QDateTime at)
{
    const auto before = services->reader.contact(contactId);
    if (!before) {
        co_return before;
    }
    store::Operation operation;
    operation.origin = store::Origin::job;
    const Contact after = replied(*before, operation.label, at);
    operation.patch(Kind::contact, contactId, toBody(*before), toBody(after));
    operation.facts.push_back({contactId, QLatin1String(replyFact), toStoredTime(at)});
    const auto applied = co_await services->store.apply(std::move(operation));
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return services->reader.contact(contactId).value_or(after);
}

} // namespace crema::flows
