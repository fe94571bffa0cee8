// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/draftsbeside.h"
#include "flows/services.h"
#include "mail/message.h"
#include "model/draft.h"

#include <QUrl>

namespace crema::flows {

/// A draft that was not handed off, because the gate holds it or its file could not be made, and why.
struct HeldDraft
{
    QString draftId;
    QString reason;
};

struct HandOffOutcome
{
    QStringList paths; ///< the files written, in the order of the drafts
    QVector<HeldDraft> held;
};

/// Why a draft must not leave, as one line; empty when it may.
[[nodiscard]] Result<QString> heldBecause(const Services &services, const DraftsBeside &beside,
                                          const Draft &draft);

/// The draft as an email with its addresses and the resume attached when chosen, before it is MIME.
[[nodiscard]] Result<mail::OutgoingMail> mailOf(const Services &services, const Draft &draft);

/// The draft as a complete message (RFC 5322) for a mail program: text and HTML, resume attached when chosen.
[[nodiscard]] Result<QByteArray> messageOf(const Services &services, const Draft &draft);

/// Writes drafts as .eml files into a folder (made when missing; files of the same name are replaced only
/// when they hold the same draft) and marks them as handed off. Drafts that the gate holds are listed, not
/// written, unless the user overrode it.
[[nodiscard]] Task<Result<HandOffOutcome>> exportDrafts(Services *services, QStringList draftIds,
                                                        QString folder);

/// A mailto: URL for the system's mail program; too long for some programs when the body is.
[[nodiscard]] Result<QUrl> mailtoOf(const Services &services, const Draft &draft);
/// Marks a draft as handed off after it was opened in a mail program or copied.
[[nodiscard]] Task<Result<>> markHandedOff(Services *services, QStringList draftIds);

} // namespace crema::flows
