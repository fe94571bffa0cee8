// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "contacts/identity.h"
#include "contacts/incoming.h"

#include <functional>
#include <optional>
#include <vector>

namespace crema::contacts {

/// How the planner sees the contacts that are there already. Asked once for each different key.
struct ExistingLookup
{
    /// The ids of the live contacts with the key of this hash (keyHash).
    std::function<QVector<QString>(qint64 key)> idsFor;
    /// The ids of at most so many live contacts of this name, or without one of this first address (folded):
    /// for people without any key, as "Mom" or "info@acme.example".
    std::function<QVector<QString>(const QString &name, int most)> idsNamed;
    /// The contact of this id; nullopt when there is none (any more).
    std::function<std::optional<Contact>(const QString &id)> contact;
    /// Whether somebody took this text out of the notes of a contact; nullopt when nobody can tell.
    std::function<std::optional<bool>(const QString &id, const QString &notes)> tookOutNotes;
};

/// An existing contact whose gaps the import fills.
struct PlannedUpdate
{
    QString id;
    Contact before;
    Contact after;
    int row = 0; ///< the first row that added something
};

/// A row that neither adds a person nor is the first to change one: it repeats (or completes) an earlier row,
/// or says nothing new about a contact.
struct SkippedRow
{
    int row = 0;
    int sameAsRow = 0; ///< the earlier row of the same person; 0 when it is only an existing contact
    QString id; ///< the existing contact, when it is one
    QString reason; ///< why it is that person: "the same LinkedIn profile"
};

/// A row about somebody known who keeps their own words for some fields.
struct LeftOut
{
    int row = 0;
    QString name;
    QStringList fields; ///< see contradictedFields
};

/// A row whose notes were added to those of somebody known.
struct JoinedNotes
{
    int row = 0;
    QString name;
};

/// A row that says of somebody known that they work for a firm that their record did not name. It was added
/// behind the others.
struct NewFirm
{
    int row = 0;
    QString name;
    QString firm;
    QString first; ///< the firm that stays the first one
};

/// One side of a pair: an existing contact or a row of the file.
struct PersonRef
{
    QString id;
    int row = 0;

    [[nodiscard]] bool operator==(const PersonRef &) const = default;
};

/// Two who may be one person and were kept apart.
struct PossiblePair
{
    PersonRef person; ///< the one from the file
    PersonRef other;
    QString reason;
    double score = 0;
};

/// What an import would do, as ImportPlanner finds it out: each person of the file is compared with the
/// existing contacts and with the people before them by the rules of `compare`. Somebody whom only name and
/// firm fit is left alone where the file has two whom they fit and whom it tells apart. Each row is in
/// exactly one of creates, updates and skipped, by its row number.
struct ImportPlan
{
    /// Whom the import adds, with what later rows say of them. `contact.id` is empty, or, from an export of
    /// our own, an id that is free; `keys` are there.
    People creates;
    std::vector<PlannedUpdate> updates;
    QVector<SkippedRow> skipped;
    QVector<LeftOut> leftOut;
    QVector<NewFirm> newFirms;
    QVector<JoinedNotes> joinedNotes;
    QVector<PossiblePair> possible; ///< at most three for each row, the likeliest, and some thousands in all
    qint64 possibleBeyond = 0; ///< how many more there are
};

/// What an import that was stopped ends with.
[[nodiscard]] Error importCancelled();

} // namespace crema::contacts
