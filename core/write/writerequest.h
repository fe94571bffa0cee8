// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"
#include "model/draft.h"
#include "model/profile.h"

#include <QMap>

#include <optional>

namespace crema::write {

class BatchMemory;

enum class MailKind { first, followUp, thankYou };

/// The word a draft carries: "first", "follow_up", "thank_you".
[[nodiscard]] QString mailKindName(MailKind kind);
[[nodiscard]] std::optional<MailKind> mailKindFrom(const QString &name);

/// What was learned from how the user changes emails, as far as it can be done exactly (voice rules).
struct LearnedVoice
{
    QString signOff; ///< without its comma; empty when nothing was learned
    QMap<QString, QString> greetings; ///< "Hi" → "Hello": the word the user puts in place of ours
    QStringList dropped; ///< whole sentences that the user takes out

    [[nodiscard]] bool operator==(const LearnedVoice &) const = default;
};

/// Everything one email is written from. The same request gives the same email.
struct WriteRequest
{
    Contact contact;
    Profile profile;
    MailKind kind = MailKind::first;
    QString resumeId; ///< the resume that will be attached; then, and only then, the email mentions it
    QVector<Draft> earlier; ///< what was written to them before, oldest first; no sentence is said again
    QString topic; ///< thank-you: what the call was about, in the user's words; empty when not given
    QString createdAt; ///< ISO 8601 UTC; also decides whether a graduation lies ahead
    QString templateName; ///< one template by name; empty lets the facts choose
    LearnedVoice voice;
    const BatchMemory *memory = nullptr; ///< the emails written before this one; not owned
    QStringList avoid; ///< texts the email had before: another wording is asked for, or none
};

} // namespace crema::write
