// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"

namespace crema::flows {

// Tags are added by editMany (bulkedit.h). Each of these is one operation and returns how many contacts
// it changed; tags are compared without regard to case when one contact is asked, and exactly as a whole.

/// Takes a tag from these contacts.
[[nodiscard]] Task<Result<int>> untagContacts(Services *services, QStringList contactIds, QString tag);
/// Gives a tag another name everywhere; contacts that have both keep one. notFound when nobody has it.
[[nodiscard]] Task<Result<int>> renameTag(Services *services, QString tag, QString name);
/// Takes a tag from everyone; notFound when nobody has it.
[[nodiscard]] Task<Result<int>> deleteTag(Services *services, QString tag);

/// Notes as they are stored, and whether two writers had changed the same line: then the notes have both.
struct WrittenNotes
{
    QString notes;
    bool hasBoth = false;
};
/// Saves notes that somebody wrote who began with `base`. What was changed elsewhere since stays: see
/// mergedText().
[[nodiscard]] Task<Result<WrittenNotes>> writeNotesOver(Services *services, QString contactId, QString base,
                                                        QString text);
/// Adds a paragraph to the end of a contact's notes.
[[nodiscard]] Task<Result<Contact>> addNote(Services *services, QString contactId, QString text);
/// Replaces a contact's notes; an empty text removes them.
[[nodiscard]] Task<Result<Contact>> setNotes(Services *services, QString contactId, QString text);

} // namespace crema::flows
