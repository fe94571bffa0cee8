// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/followupcommands.h"

#include "commands/commandparts.h"
#include "flows/followupflow.h"
#include "flows/meetingflow.h"
#include "model/contactdocument.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

constexpr int usualMinutes = 30;
constexpr int longestMinutes = 24 * 60;

QDate today(const CommandContext &context)
{
    return context.services ? flows::today(*context.services) : contacts::localDay(SystemClock().now());
}

Task<Result<Reply>> listFollowUps(CommandContext *context, Arguments arguments)
{
    const QDate day = today(*context);
    const QString range = arguments.has(u"--due"_s) ? arguments.value(u"--due"_s) : u"today"_s;
    const auto last = contacts::dueHorizon(range, day);
    const auto items = last ? flows::followUpsUntil(context->reader, *last, day, 0)
                            : Result<QVector<flows::FollowUpItem>>(std::unexpected(last.error()));
    if (!items) {
        co_return std::unexpected(items.error());
    }
    Reply reply;
    reply.json = {{"total", items->size()}, {"contacts", Json::array()}};
    QVector<QStringList> table;
    for (const flows::FollowUpItem &item : *items) {
        const auto contact = context->reader.contact(item.row.id);
        if (!contact) {
            co_return std::unexpected(contact.error());
        }
        Json document = toDocument(*contact);
        document["due"] = contacts::dueWord(item.group);
        reply.json["contacts"].push_back(std::move(document));
        table << QStringList {shortId(item.row.id),
                              item.due.toString(Qt::ISODate),
                              contacts::dueWord(item.group),
                              item.row.name,
                              item.row.company,
                              item.row.nextAction};
    }
    reply.text = tableText({u"ID"_s, u"DATE"_s, u"DUE"_s, u"NAME"_s, u"COMPANY"_s, u"WHAT"_s}, table);
    reply.notes << (items->size() == 1 ? u"1 follow-up"_s : u"%1 follow-ups"_s.arg(items->size()));
    co_return reply;
}

Reply followUpReply(const Contact &contact, const QString &text)
{
    Reply reply;
    reply.json = toDocument(contact);
    reply.text = text;
    if (contact.muted && !contact.nextActionDate.isEmpty()) {
        reply.notes << u"%1 is muted, so the program will not remind you."_s.arg(contact.name());
    }
    return reply;
}

Task<Result<Reply>> setFollowUpCommand(CommandContext *context, Arguments arguments)
{
    const auto id = idOf(*context, Kind::contact, arguments.word(0));
    const auto day = contacts::dayFrom(arguments.value(u"--at"_s), today(*context));
    if (!id || !day) {
        co_return std::unexpected(id ? day.error() : id.error());
    }
    const auto contact = co_await flows::setFollowUp(context->services, *id, *day,
                                                     arguments.value(u"--what"_s));
    if (!contact) {
        co_return std::unexpected(contact.error());
    }
    co_return followUpReply(
            *contact, u"%1: %2 on %3"_s.arg(contact->name(), contact->nextAction, contact->nextActionDate));
}

/// The contact after its follow-up was changed, and by what.
Result<Reply> changedReply(const CommandContext &context, const QString &id,
                           const Result<store::Change> &change)
{
    if (!change) {
        return std::unexpected(change.error());
    }
    const auto contact = context.reader.contact(id); // may be in the trash by now; the change is made
    Reply reply;
    reply.text = change->label;
    if (contact) {
        reply = followUpReply(*contact, change->label);
    }
    reply.json["operationId"] = change->operationId;
    return reply;
}

Task<Result<Reply>> finishFollowUp(CommandContext *context, Arguments arguments)
{
    const auto id = idOf(*context, Kind::contact, arguments.word(0));
    const bool again = arguments.has(u"--next"_s);
    const auto next = again ? contacts::futureDayFrom(arguments.value(u"--next"_s), today(*context))
                            : Result<QDate>(QDate());
    if (!id || !next) {
        co_return std::unexpected(id ? next.error() : id.error());
    }
    const QStringList ids {*id};
    const auto change = co_await flows::finishFollowUps(context->services, ids, *next);
    co_return changedReply(*context, *id, change);
}

Task<Result<Reply>> snoozeFollowUp(CommandContext *context, Arguments arguments)
{
    const auto id = idOf(*context, Kind::contact, arguments.word(0));
    const auto until = contacts::futureDayFrom(arguments.value(u"--until"_s), today(*context));
    if (!id || !until) {
        co_return std::unexpected(id ? until.error() : id.error());
    }
    const QStringList ids {*id};
    const auto change = co_await flows::snoozeFollowUps(context->services, ids, *until);
    co_return changedReply(*context, *id, change);
}

/// The zone named, or the computer's.
Result<QTimeZone> zoneNamed(const QString &name)
{
    const QTimeZone zone = name.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(name.toLatin1());
    return zone.isValid() ? Result<QTimeZone>(zone)
                          : failure(ErrorKind::rejectedInput,
                                    u"\"%1\" is no time zone; write one as Europe/Berlin."_s.arg(name));
}

Result<flows::MeetingRequest> meetingRequest(const CommandContext &context, const Arguments &arguments)
{
    const auto id = idOf(context, Kind::contact, arguments.word(0));
    const auto zone = zoneNamed(arguments.value(u"--zone"_s));
    const auto minutes = arguments.number(u"--duration"_s, usualMinutes, 1, longestMinutes);
    if (!id || !zone || !minutes) {
        return std::unexpected(!id ? id.error() : !zone ? zone.error() : minutes.error());
    }
    const auto start = flows::meetingStart(arguments.value(u"--at"_s), *zone, today(context));
    if (!start) {
        return std::unexpected(start.error());
    }
    if (arguments.value(u"--out"_s).isEmpty()) {
        return failure(ErrorKind::rejectedInput, u"--out names the calendar file to write (FILE.ics)."_s);
    }
    return flows::MeetingRequest {*id, *start, std::chrono::minutes(*minutes), arguments.value(u"--where"_s),
                                  context.path(arguments.value(u"--out"_s))};
}

Task<Result<Reply>> meeting(CommandContext *context, Arguments arguments)
{
    const auto request = meetingRequest(*context, arguments);
    if (!request) {
        co_return std::unexpected(request.error());
    }
    const auto outcome = co_await flows::scheduleMeeting(context->services, *request);
    if (!outcome) {
        co_return std::unexpected(outcome.error());
    }
    Reply reply;
    reply.json = {{"contactId", request->contactId},
                  {"file", request->path},
                  {"uid", outcome->uid},
                  {"start", request->start.toString(Qt::ISODate)},
                  {"end", outcome->end.toString(Qt::ISODate)},
                  {"timeZone", QString::fromLatin1(request->start.timeZone().id())},
                  {"status", outcome->contact.status},
                  {"nextAction", outcome->contact.nextAction},
                  {"nextActionDate", outcome->contact.nextActionDate},
                  {"operationId", outcome->operationId}};
    reply.text = request->path;
    if (request->start < context->services->clock.now()) {
        reply.notes << u"That moment is in the past."_s;
    }
    co_return reply;
}

} // namespace

QVector<Command> followUpCommands()
{
    const QString listUsage = u"[--due RANGE]"_s;
    const QString listSummary = u"contacts whose next action is due: today (and overdue), week or all"_s;
    return {
            {u"followups list"_s, listUsage, listSummary, Needs::reading, 2, listFollowUps},
            {u"followups set"_s, u"CONTACT --at DATE [--what TEXT]"_s,
             u"what to do next with a contact; DATE is 2026-12-01, tomorrow, next-monday, in-a-week, "
             u"in-two-weeks or +DAYS"_s,
             Needs::writing, 2, setFollowUpCommand},
            {u"followups done"_s, u"CONTACT [--next DATE]"_s,
             u"ends a follow-up, or sets it for another time"_s, Needs::writing, 2, finishFollowUp},
            {u"followups snooze"_s, u"CONTACT --until DATE"_s, u"moves a follow-up to a later day"_s,
             Needs::writing, 2, snoozeFollowUp},
            {u"followups"_s, listUsage, listSummary, Needs::reading, 2, listFollowUps},
            {u"meeting"_s, u"CONTACT --at T [--duration M] [--where TEXT] [--zone ZONE] --out FILE"_s,
             u"writes a calendar file and schedules the call; T is 2026-12-03 15:00, M are minutes"_s,
             Needs::writing, 2, meeting},
    };
}

} // namespace crema::app
