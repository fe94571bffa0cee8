// SPDX-License-Identifier: GPL-3.0-or-later
#include "contacts/statusrules.h"

#include "model/status.h"

using namespace Qt::StringLiterals;

namespace crema::contacts {

namespace {

QString stageOf(StageEvent event)
{
    switch (event) {
    case StageEvent::mailSent:
        return u"Contacted"_s;
    case StageEvent::followUpSent:
        return u"Followed Up"_s;
    case StageEvent::replyReceived:
        return u"Replied"_s;
    case StageEvent::callScheduled:
        return u"Call Scheduled"_s;
    case StageEvent::met:
        return u"Met"_s;
    }
    return {};
}

} // namespace

SetBy stageSetBy(const Contact &contact)
{
    const auto source = contact.sources.constFind(u"status"_s);
    const bool byHand = source != contact.sources.constEnd() && source->kind == SourceKind::hand;
    return byHand ? SetBy::hand : SetBy::program;
}

std::optional<QString> statusAfter(const QString &status, SetBy setBy, StageEvent event)
{
    if (setBy == SetBy::hand) {
        return std::nullopt;
    }
    const QStringList &stages = contactStatuses();
    const auto now = stages.indexOf(normalisedStatus(status));
    const auto lastOpen = stages.indexOf(u"Met"_s);
    if (now < 0 || now > lastOpen) {
        return std::nullopt;
    }
    const QString next = stageOf(event);
    return stages.indexOf(next) > now ? std::optional(next) : std::nullopt;
}

} // namespace crema::contacts
