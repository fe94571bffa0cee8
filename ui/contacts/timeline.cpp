// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/timeline.h"

#include "base/dates.h"
#include "base/text.h"
#include "flows/mailfacts.h"
#include "ui/common/chip.h"
#include "ui/contacts/changewords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <map>
#include <ranges>
#include <utility>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int mostEvents = 5000;
constexpr qint64 oneSitting = 15 * 60; // seconds: notes saved while somebody types are one entry
constexpr qsizetype noteLength = 160;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(crema::ui::Timeline)
};

bool passes(TimelineKind kind, TimelineFilter filter)
{
    using K = TimelineKind;
    switch (filter) {
    case TimelineFilter::everything:
        return true;
    case TimelineFilter::edits:
        return kind == K::edit || kind == K::trash;
    case TimelineFilter::status:
        return kind == K::status;
    case TimelineFilter::notes:
        return kind == K::note;
    case TimelineFilter::emails:
        return kind == K::email || kind == K::reply;
    case TimelineFilter::chats:
        return kind == K::chat;
    case TimelineFilter::comings:
        return kind == K::added || kind == K::merge;
    }
    return true;
}

Glyph glyphOf(TimelineKind kind, const QString &origin)
{
    switch (kind) {
    case TimelineKind::added:
        return origin == "import"_L1 ? Glyph::importFile : origin == "job"_L1 ? Glyph::find : Glyph::person;
    case TimelineKind::edit:
        return Glyph::edit;
    case TimelineKind::status:
        return Glyph::checkCircle;
    case TimelineKind::note:
        return Glyph::note;
    case TimelineKind::email:
        return Glyph::mail;
    case TimelineKind::reply:
        return Glyph::drafts;
    case TimelineKind::chat:
        return Glyph::coffee;
    case TimelineKind::merge:
        return Glyph::merge;
    case TimelineKind::trash:
        return Glyph::trash;
    }
    return Glyph::info;
}

TimelineKind kindOf(Kind kind, const store::FieldStep &step)
{
    if (kind == Kind::draft) {
        return step.field == "state"_L1 && step.after == std::optional(Json("answered"))
                ? TimelineKind::reply
                : TimelineKind::email;
    }
    if (kind == Kind::prep) {
        return TimelineKind::chat;
    }
    if (step.field == "@state"_L1) {
        const auto isMerge = [](const std::optional<Json> &state) {
            return state && textOf(*state).startsWith("merged:"_L1);
        };
        return isMerge(step.before) || isMerge(step.after) ? TimelineKind::merge : TimelineKind::trash;
    }
    return step.field == "status"_L1            ? TimelineKind::status
            : step.field == "notes"_L1          ? TimelineKind::note
            : step.field == "hasUnreadReply"_L1 ? TimelineKind::reply
                                                : TimelineKind::edit;
}

QString whoWords(const store::RecordEvent &event)
{
    const QString label = cleanLine(event.label);
    switch (event.sort) {
    case store::OperationSort::undo:
        return Words::tr("Undone: %1").arg(label);
    case store::OperationSort::redo:
        return Words::tr("Repeated: %1").arg(label);
    case store::OperationSort::plain:
        break;
    }
    // What one did oneself, to this person alone, needs no name.
    return event.origin == "user"_L1 && event.alone ? QString() : label;
}

/// Reads events newest first and puts entries together.
class Teller
{
public:
    Teller(QString contactId, TimelineFilter filter) : m_contactId(std::move(contactId)), m_filter(filter) { }

    void tell(const store::RecordEvent &event)
    {
        if (event.created) {
            tellCreated(event);
        }
        std::map<TimelineKind, TimelineEntry> groups;
        for (const store::FieldStep &step : event.steps) {
            add(groups, event, step);
        }
        for (auto &[kind, entry] : groups) {
            finish(entry, event);
            append(std::move(entry));
        }
    }

    QVector<TimelineEntry> take() { return std::move(m_entries); }

private:
    static TimelineEntry entryOf(const store::RecordEvent &event, TimelineKind kind)
    {
        TimelineEntry entry;
        entry.kind = kind;
        entry.glyph = event.sort == store::OperationSort::plain ? glyphOf(kind, event.origin) : Glyph::undo;
        entry.at = fromStoredTime(event.at);
        entry.operationId = event.operationId;
        entry.recordKind = event.kind;
        entry.recordId = event.recordId;
        entry.point = event.kind == Kind::contact;
        return entry;
    }

    void tellCreated(const store::RecordEvent &event)
    {
        const TimelineKind kind = event.kind == Kind::draft ? TimelineKind::email
                : event.kind == Kind::prep                  ? TimelineKind::chat
                                                            : TimelineKind::added;
        TimelineEntry entry = entryOf(event, kind);
        entry.title = kind == TimelineKind::email ? Words::tr("Email written: %1").arg(event.title)
                : kind == TimelineKind::chat      ? Words::tr("Coffee chat preparation started")
                                                  : cleanLine(event.label);
        entry.who = aboutWords(event);
        entry.point = entry.point && event.recordId == m_contactId;
        m_created = entry;
        m_hasCreated = true;
        append(std::move(entry));
    }

    static void add(std::map<TimelineKind, TimelineEntry> &groups, const store::RecordEvent &event,
                    const store::FieldStep &step)
    {
        const QString words = stepWords(event, step);
        if (words.isEmpty()) {
            return;
        }
        const TimelineKind kind = kindOf(event.kind, step);
        auto known = groups.find(kind);
        if (known == groups.end()) {
            known = groups.emplace(kind, entryOf(event, kind)).first;
        }
        TimelineEntry &entry = known->second;
        QString &into = entry.title.isEmpty() ? entry.title : entry.text;
        into += (into.isEmpty() ? QString() : u"\n"_s) + words;
        if (!step.field.startsWith(u'@')) {
            entry.restore.push_back({step.field, step.before});
            const QString name = recordFieldWords(event.kind, step.field);
            if (!entry.what.split(u", "_s).contains(name)) {
                entry.what += (entry.what.isEmpty() ? QString() : u", "_s) + name;
            }
        }
    }

    static QString stepWords(const store::RecordEvent &event, const store::FieldStep &step)
    {
        const bool draft = event.kind == Kind::draft;
        if (draft && step.field == "state"_L1) {
            return Words::tr("Email: %1").arg(valueWords(step.field, step.after));
        }
        if (draft && step.field == "contactId"_L1) {
            return {}; // a part of a merge, which tells it
        }
        if (event.kind == Kind::prep && step.field == "status"_L1) {
            const QString status = step.after ? textOf(*step.after) : QString();
            const bool last = status == "completed"_L1 || status == "failed"_L1;
            return last ? Words::tr("Coffee chat preparation: %1").arg(statusWords(status)) : QString();
        }
        if (event.kind == Kind::contact && step.field == "notes"_L1) {
            const QString text = step.after ? cleanLine(textOf(*step.after)) : QString();
            return text.isEmpty() ? Words::tr("Notes removed")
                                  : Words::tr("Notes: %1").arg(elided(text, noteLength));
        }
        if (step.field == "@state"_L1) {
            return stateWords(event, step);
        }
        if (step.field == "hasUnreadReply"_L1) {
            return unreadWords(event, step);
        }
        return changeWords(event.kind, step);
    }

    /// What a mailbox says of an answer is told of each answer (answerEntries).
    static QString unreadWords(const store::RecordEvent &event, const store::FieldStep &step)
    {
        const bool isUnread = step.after == std::optional(Json(true));
        if (!isUnread) {
            return Words::tr("Reply read");
        }
        return event.origin == "mailbox"_L1 ? QString() : Words::tr("Reply received");
    }

    static QString stateWords(const store::RecordEvent &event, const store::FieldStep &step)
    {
        const QString before = step.before ? textOf(*step.before) : QString();
        const QString after = step.after ? textOf(*step.after) : QString();
        const QString what = event.kind == Kind::contact ? event.title
                : event.kind == Kind::draft              ? Words::tr("Email “%1”").arg(event.title)
                                                         : recordKindWords(event.kind);
        if (after.startsWith("merged:"_L1)) {
            return Words::tr("%1 was merged into this contact").arg(what);
        }
        if (before.startsWith("merged:"_L1)) {
            return Words::tr("%1 is a contact of their own again").arg(what);
        }
        return after == "live"_L1 ? Words::tr("%1: out of the trash").arg(what)
                                  : Words::tr("%1: moved to the trash").arg(what);
    }

    /// The history of somebody who was merged into this contact says so.
    [[nodiscard]] QString aboutWords(const store::RecordEvent &event) const
    {
        const bool other = event.kind == Kind::contact && event.recordId != m_contactId;
        return other ? Words::tr("%1, before the merge").arg(event.title) : QString();
    }

    void finish(TimelineEntry &entry, const store::RecordEvent &event) const
    {
        const bool told = event.created && m_hasCreated && m_created.operationId == event.operationId;
        const bool merge = entry.kind == TimelineKind::merge;
        QStringList who {merge ? QString() : aboutWords(event), told || merge ? QString() : whoWords(event)};
        who.removeAll(QString());
        entry.who = who.join(u" · "_s);
        entry.point = entry.point && event.recordId == m_contactId;
        // A merge is one thing: its parts are not taken back one by one.
        entry.undoable = event.undoable && (event.alone || entry.kind == TimelineKind::merge);
        if (entry.kind == TimelineKind::merge || entry.kind == TimelineKind::trash) {
            entry.restore.clear();
        }
    }

    void append(TimelineEntry entry)
    {
        if (!passes(entry.kind, m_filter)) {
            return;
        }
        if (!m_entries.isEmpty() && belongTogether(m_entries.constLast(), entry)) {
            // Typed and saved in pauses: the newest text, and the oldest one to go back to.
            TimelineEntry &newer = m_entries.last();
            newer.restore = std::move(entry.restore);
            newer.undoable = false;
            return;
        }
        m_entries << std::move(entry);
    }

    static bool belongTogether(const TimelineEntry &newer, const TimelineEntry &older)
    {
        const bool typed = newer.kind == TimelineKind::note
                || (newer.kind == TimelineKind::email && newer.restore.size() == 1
                    && newer.restore.front().field == "body"_L1);
        const auto sameFields = [](const auto &a, const auto &b) {
            return std::ranges::equal(a, b, {}, &store::FieldEdit::field, &store::FieldEdit::field);
        };
        return typed && newer.kind == older.kind && newer.recordId == older.recordId && newer.who.isEmpty()
                && older.who.isEmpty() && sameFields(newer.restore, older.restore)
                && older.at.secsTo(newer.at) <= oneSitting;
    }

    QString m_contactId;
    TimelineFilter m_filter;
    QVector<TimelineEntry> m_entries;
    TimelineEntry m_created;
    bool m_hasCreated = false;
};

QString answerWords(flows::AnswerState state)
{
    switch (state) {
    case flows::AnswerState::replied:
        return Words::tr("Reply received");
    case flows::AnswerState::bounced:
        return Words::tr("An email came back");
    case flows::AnswerState::unknown:
    case flows::AnswerState::notReplied:
        break;
    }
    return {};
}

/// Answers as the mailbox told of them, each once.
QVector<TimelineEntry> answerEntries(const QVector<store::FactEntry> &facts, TimelineFilter filter)
{
    QVector<TimelineEntry> entries;
    QString known;
    for (const store::FactEntry &fact : facts | std::views::reverse) {
        const auto answer = flows::answerIn(fact.name, fact.value);
        const QString words = answer ? answerWords(answer->state) : QString();
        if (words.isEmpty() || std::exchange(known, answer->messageId) == answer->messageId
            || !passes(TimelineKind::reply, filter)) {
            continue;
        }
        TimelineEntry entry;
        entry.kind = TimelineKind::reply;
        entry.glyph = glyphOf(entry.kind, {});
        entry.title = words;
        entry.at = fromStoredTime(fact.at);
        entry.recordId = fact.recordId;
        entries << entry;
    }
    return entries;
}

} // namespace

QString timelineFilterWords(TimelineFilter filter)
{
    switch (filter) {
    case TimelineFilter::everything:
        return Words::tr("Everything");
    case TimelineFilter::edits:
        return Words::tr("Edits");
    case TimelineFilter::status:
        return Words::tr("Status");
    case TimelineFilter::notes:
        return Words::tr("Notes");
    case TimelineFilter::emails:
        return Words::tr("Emails and replies");
    case TimelineFilter::chats:
        return Words::tr("Coffee chats");
    case TimelineFilter::comings:
        return Words::tr("Imports and merges");
    }
    return {};
}

Result<Timeline> readTimeline(store::Connection &connection, const QString &contactId, TimelineFilter filter,
                              int limit)
{
    const auto facts = store::factsOf(connection, {contactId}, mostEvents);
    if (!facts) {
        return std::unexpected(facts.error());
    }
    // A filter leaves few of many: read further back until there are enough or no more.
    for (int window = 4 * limit;; window *= 4) {
        const auto events = store::contactEvents(connection, contactId, window);
        if (!events) {
            return std::unexpected(events.error());
        }
        Teller teller(contactId, filter);
        for (const store::RecordEvent &event : *events) {
            teller.tell(event);
        }
        Timeline timeline {teller.take(), false};
        for (const TimelineEntry &answer : answerEntries(*facts, filter)) {
            const auto before = std::ranges::find_if(
                    timeline.entries, [&](const TimelineEntry &entry) { return entry.at <= answer.at; });
            timeline.entries.insert(before, answer);
        }
        const bool all = events->size() < window || window > mostEvents;
        if (!all && timeline.entries.size() <= limit) {
            continue;
        }
        timeline.more = timeline.entries.size() > limit || (!all && events->size() == window);
        timeline.entries.resize(std::min<qsizetype>(timeline.entries.size(), limit));
        return timeline;
    }
}

QString dayWords(QDate day, QDate today)
{
    if (day == today) {
        return Words::tr("Today");
    }
    if (day == today.addDays(-1)) {
        return Words::tr("Yesterday");
    }
    return QLocale().toString(day, QLocale::LongFormat);
}

} // namespace crema::ui
