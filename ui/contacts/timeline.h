// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/recordevents.h"
#include "ui/theme/glyph.h"

#include <QDateTime>

namespace crema::ui {

/// What an entry of the timeline is about.
enum class TimelineKind { added, edit, status, note, email, reply, chat, merge, trash };

/// What the timeline shows.
enum class TimelineFilter { everything, edits, status, notes, emails, chats, comings };
inline constexpr int timelineFilters = 7;
[[nodiscard]] QString timelineFilterWords(TimelineFilter filter);

/// One thing that happened with a contact.
struct TimelineEntry
{
    TimelineKind kind = TimelineKind::edit;
    Glyph glyph = Glyph::edit;
    QString title; ///< "Status: Contacted → Replied", "Import of Connections.csv"
    QString text; ///< more lines; empty when the title says it all
    QString who; ///< "Import", "Entered by you"; empty when it goes without saying
    QDateTime at; ///< UTC
    QString operationId; ///< empty for what was no operation
    Kind recordKind = Kind::contact;
    QString recordId;
    QString what; ///< the names of the fields that `restore` puts back
    std::vector<store::FieldEdit> restore; ///< the values before; empty when there are none
    bool undoable = false; ///< the whole operation can be taken back from here
    bool point = false; ///< the contact can be brought back to right after it

    [[nodiscard]] bool operator==(const TimelineEntry &) const = default;
};

struct Timeline
{
    QVector<TimelineEntry> entries; ///< newest first
    bool more = false; ///< there are older ones
};

/// The newest `limit` entries of a contact that pass the filter.
[[nodiscard]] Result<Timeline> readTimeline(store::Connection &connection, const QString &contactId,
                                            TimelineFilter filter, int limit);

/// "Today", "Yesterday", "Monday, 2 March 2026", of a local date.
[[nodiscard]] QString dayWords(QDate day, QDate today);

} // namespace crema::ui
