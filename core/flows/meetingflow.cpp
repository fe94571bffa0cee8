// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/meetingflow.h"

#include "base/dates.h"
#include "base/text.h"
#include "contacts/statusrules.h"
#include "exchange/icalendar.h"
#include "flows/followupflow.h"
#include "store/writingout.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

std::unexpected<Error> noMoment(const QString &text)
{
    return failure(ErrorKind::rejectedInput,
                   u"\"%1\" is not a date with a time. Write 2026-12-03 15:00, 2026-12-03T15:00+01:00 or "
                   u"tomorrow 15:00."_s.arg(text));
}

/// The moment of a wall clock in a zone; the hour that is skipped in spring is none.
Result<QDateTime> onTheWall(QDate date, QTime time, const QTimeZone &zone)
{
    const QDateTime at(date, time, zone);
    if (!at.isValid() || at.date() != date || at.time() != time) {
        return failure(ErrorKind::rejectedInput,
                       u"There is no %1 on %2 in %3: the clocks are changed then."_s.arg(
                               time.toString(u"HH:mm"_s), date.toString(Qt::ISODate),
                               QString::fromLatin1(zone.id())));
    }
    return at;
}

/// Seconds east of UTC of "Z", "+01:00" or "-0530"; nothing beyond a day.
std::optional<int> offsetOf(QStringView text)
{
    if (text == u"Z") {
        return 0;
    }
    const int hours = text.mid(1, 2).toInt();
    const int minutes = text.last(2).toInt();
    if (hours > 14 || minutes > 59) {
        return std::nullopt;
    }
    return (text.startsWith(u'-') ? -60 : 60) * (hours * 60 + minutes);
}

QString summaryOf(const Contact &contact, const Profile &profile)
{
    // The file is made to be handed on, so it names both.
    return profile.name.isEmpty() ? tr("Coffee chat: %1").arg(contact.name())
                                  : tr("Coffee chat: %1 and %2").arg(contact.name(), profile.name);
}

/// A UUID (RFC 7986 5.3) made of the contact and the moment: written again, it is the same appointment.
QString uidOf(const QString &contactId, const QDateTime &start)
{
    const QUuid space = QUuid::createUuidV5(QUuid(), u"crema:meeting"_s);
    return QUuid::createUuidV5(space, contactId + u'|' + toStoredTime(start)).toString(QUuid::WithoutBraces);
}

Contact scheduled(Contact contact, const MeetingRequest &request)
{
    const QDateTime here = request.start.toLocalTime();
    const QString time = here.time().toString(u"HH:mm"_s);
    const QString what = request.where.isEmpty() ? tr("Coffee chat at %1").arg(time)
                                                 : tr("Coffee chat at %1, %2").arg(time, request.where);
    contact.status = stageAfterMeeting(contact).value_or(contact.status);
    return contacts::withReminder(std::move(contact), what, here.date());
}

} // namespace

std::optional<QString> stageAfterMeeting(const Contact &contact)
{
    return contacts::statusAfter(contact.status, contacts::SetBy::program,
                                 contacts::StageEvent::callScheduled);
}

Result<QDateTime> meetingStart(const QString &text, const QTimeZone &zone, QDate today)
{
    static const QRegularExpression form(
            u"^(.+?)[ T]+(\\d{1,2}):(\\d{2})(?::00)? ?(Z|[+-]\\d{2}:?\\d{2})?$"_s);
    const auto match = form.match(text.trimmed());
    const QTime time(match.captured(2).toInt(), match.captured(3).toInt());
    const auto date = match.hasMatch() ? contacts::dayFrom(match.captured(1), today)
                                       : Result<QDate>(noMoment(text));
    if (!date || !time.isValid()) {
        return noMoment(text);
    }
    const QString given = match.captured(4);
    if (given.isEmpty()) {
        return onTheWall(*date, time, zone);
    }
    const auto offset = offsetOf(given);
    return offset ? Result<QDateTime>(QDateTime(*date, time, Qt::OffsetFromUTC, *offset).toTimeZone(zone))
                  : noMoment(text);
}

Task<Result<MeetingOutcome>> scheduleMeeting(Services *services, MeetingRequest request)
{
    const auto before = services->reader.contact(request.contactId);
    const auto profile = services->reader.profile();
    if (!before || !profile) {
        co_return std::unexpected(before ? profile.error() : before.error());
    }
    request.where = cleanLine(request.where);
    exchange::Meeting meeting;
    meeting.uid = uidOf(before->id, request.start);
    meeting.stamp = services->clock.now();
    meeting.start = request.start;
    meeting.duration = request.duration;
    meeting.summary = summaryOf(*before, *profile);
    meeting.location = request.where;
    const auto file = exchange::toICalendar(meeting);
    const auto written = file ? store::writeOut(services->workspace, request.path, *file)
                              : Result<>(std::unexpected(file.error()));
    if (!written) {
        co_return std::unexpected(written.error());
    }
    store::Operation operation;
    const QDateTime here = request.start.toLocalTime();
    operation.label = tr("Meeting with %1 on %2, %3")
                              .arg(before->name(), dayWords(here.date()), here.time().toString(u"HH:mm"_s));
    const Contact after = scheduled(*before, request);
    operation.patch(Kind::contact, before->id, toBody(*before), toBody(after));
    const auto applied = co_await services->store.apply(std::move(operation));
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    const qint64 seconds = std::chrono::seconds(request.duration).count();
    co_return MeetingOutcome {services->reader.contact(before->id).value_or(after), meeting.uid,
                              request.start.addSecs(seconds), applied->operationId};
}

} // namespace crema::flows
