// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/source.h"
#include "store/jobrow.h"
#include "store/patch.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace crema::store {

/// Who asked for an operation. Sync is neither undoable nor marked dirty; migration is not undoable, nor is
/// what happened in a mailbox.
enum class Origin { user, job, import, sync, migration, mailbox };

[[nodiscard]] QString originName(Origin origin);

/// A new user record. `sources` names fields whose source differs from the operation's.
struct RecordCreate
{
    Kind kind = Kind::contact;
    QString id;
    Json body = Json::object();
    QMap<QString, Source> sources;
    std::optional<QStringList> keys; ///< what KeysOf gives, where the caller has worked it out already
};

/// Changed fields of a record that is there. `source` says who knew it; none means the operation itself.
struct RecordPatch
{
    Kind kind = Kind::contact;
    QString id;
    std::vector<FieldEdit> edits;
    std::optional<Source> source;
};

/// "live", "trashed" or "merged:<id>".
struct StateChange
{
    Kind kind = Kind::contact;
    QString id;
    QString state;
};

/// One side of a double entry: the amounts of one `posting` sum to zero.
struct LedgerEntry
{
    QString posting;
    QString account; ///< "granted", "available", "reserved:<job id>", "spent"
    int amount = 0; ///< credits
    QString jobId;
    QString note;
};

/// What a job reserved, charged and gave back, in credits.
struct Receipt
{
    QString jobId;
    QString kind;
    QString what; ///< for people
    int reserved = 0;
    int charged = 0;
    int released = 0;
    QString at;

    [[nodiscard]] bool operator==(const Receipt &) const = default;
};

/// A forward-only fact of a record: a sent mark, a mail id, a reply state.
struct Fact
{
    QString recordId;
    QString name;
    QString value;
};

/// A request that left the computer: noted before it goes, again when it has ended (by its key). Nothing in
/// it is secret.
struct EgressRow
{
    QString key; ///< unique
    QString at; ///< when it left, ISO 8601 UTC
    QString service; ///< for people: "People Data Labs"
    QString host;
    QString request; ///< "POST /v5/person/search"
    QString why; ///< for people: "Search for people"
    QString jobId;
    QString personal; ///< kinds of personal data in it: "name, email"
    qint64 bytesOut = 0;
    qint64 bytesIn = 0;
    double cost = 0; ///< what the service said it took, in its own units
    int status = 0; ///< of the answer; 0 when none came
    QString outcome; ///< "under way", "answered", "interrupted" by the end of the program, or why no answer
                     ///< came

    [[nodiscard]] bool operator==(const EgressRow &) const = default;
};

/// One thing done to the store as a whole: all of it or nothing.
struct Operation
{
    QString label; ///< for people, translated: "Import of Connections.csv"
    Origin origin = Origin::user;
    bool keepForGood = false; ///< merges; other history ends after 180 days
    std::vector<RecordCreate> creates;
    std::vector<RecordPatch> patches;
    std::vector<StateChange> states;
    std::vector<LedgerEntry> ledger;
    std::vector<Receipt> receipts;
    std::vector<Fact> facts;
    std::vector<EgressRow> egress;
    std::vector<JobRow> jobs;

    void create(Kind kind, const QString &id, Json body)
    {
        creates.push_back({kind, id, std::move(body), {}, {}});
    }
    void patch(Kind kind, const QString &id, const Json &before, const Json &after)
    {
        auto edits = editsBetween(kind, before, after);
        if (!edits.empty()) {
            patches.push_back({kind, id, std::move(edits), {}});
        }
    }
    /// Adds a paragraph to the end of what a long text holds when it is written.
    void append(Kind kind, const QString &id, const QString &field, const QString &paragraph)
    {
        patches.push_back({kind, id, {{field, Json(paragraph), {}, true}}, {}});
    }
    void setState(Kind kind, const QString &id, const QString &state) { states.push_back({kind, id, state}); }
};

/// A record that an operation touched.
struct ChangedRecord
{
    enum class How { created, changed, removed };
    Kind kind = Kind::contact;
    QString id;
    qint64 rid = 0;
    How how = How::changed;

    [[nodiscard]] bool operator==(const ChangedRecord &) const = default;
};

/// A field that was left alone because it was changed again since (by undo) or meanwhile (by an import);
/// "@state" when the record was trashed, restored or merged since, purgedField() when it was deleted for
/// good.
struct UndoConflict
{
    Kind kind = Kind::contact;
    QString id;
    QString field;

    [[nodiscard]] bool operator==(const UndoConflict &) const = default;
};

/// What an operation did. `operationId` is empty when no user record changed. Of more than a thousand records
/// only the kinds are named (`bulk`).
struct Change
{
    QString operationId;
    QString label;
    std::vector<ChangedRecord> records;
    std::vector<Kind> kinds;
    std::vector<UndoConflict> kept; ///< fields that an import found changed since it was planned
    bool bulk = false;
    bool jobsChanged = false;
    bool creditsChanged = false;
    bool undoChanged = false;
};

[[nodiscard]] QString purgedField();

/// What was removed for its age.
struct Tidied
{
    int records = 0; ///< that were in the trash
    int operations = 0; ///< that cannot be undone any more
    Change change;
};

/// Asked between the records of a large change: how many are done, of how many. An error takes back all of
/// it.
using Step = std::function<Result<>(size_t done, size_t total)>;

struct UndoOutcome
{
    QString operationId; ///< of the operation that was undone or redone
    QString label;
    std::vector<UndoConflict> conflicts;
    Change change;
};

} // namespace crema::store
