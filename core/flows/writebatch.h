// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/templatechoice.h"
#include "flows/writeflow.h"
#include "write/batchmemory.h"
#include "write/templatewriter.h"
#include "write/writerequest.h"

namespace crema::flows {

/// The writer of a draft whose words the user changed.
inline constexpr QLatin1StringView handWriter("hand");

/// One order to write, by value, as a worker is given it.
struct WriteBatch
{
    QString databasePath;
    QStringList contactIds;
    QString runId;
    write::MailKind kind = write::MailKind::first;
    QString resumeId;
    QString topic; ///< what a call was about
    QString createdAt;
    TemplateChoice choice;
    bool keepEdited = false; ///< emails the user edited by hand are left alone
    bool another = false; ///< as in WriteOrder
};
/// Reads the order out of a job's input; nullopt for a kind of email that does not exist.
[[nodiscard]] std::optional<WriteBatch> batchFrom(const Json &input, const Services &services);

struct WrittenDraft
{
    Draft draft; ///< without an id: new
    std::optional<Draft> replaces;
};

/// What is the same for all emails of an order: the drafts that are there already with the words they used,
/// the template of the user's, what was learned from how the user writes.
struct Earlier
{
    QVector<Draft> drafts;
    write::BatchMemory memory;
    std::optional<OwnTemplate> own;
    write::LearnedVoice voice;
    QStringList voiceRules; ///< in words, for a model
};
[[nodiscard]] Result<Earlier> readEarlier(const store::Reader &reader,
                                          const truth::DirectoryKnowledge &knowledge, const WriteBatch &batch,
                                          const QString &signature);

/// What to write for one contact, or why nothing.
struct Recipient
{
    write::WriteRequest request; ///< its memory is that of `Earlier`
    std::optional<Draft> present; ///< the draft that is written anew
    QString refusal; ///< for people; empty when there is something to write
};
[[nodiscard]] Recipient recipientOf(const store::Reader &reader, const WriteBatch &batch,
                                    const Profile &profile, const Earlier &earlier, const QString &contactId);
/// The same for somebody who may not be in contacts.
[[nodiscard]] Recipient recipientOf(const WriteBatch &batch, const Profile &profile, const Earlier &earlier,
                                    const Contact &contact);

/// Why a draft must not be stored after all: what happened to its contact or to the draft it replaces while
/// it was being written. Empty when nothing did.
[[nodiscard]] QString overtaken(const store::Reader &reader, const WrittenDraft &written);

/// Puts the draft into the operation, with an id when it has none; the id.
QString addDraft(store::Operation &operation, WrittenDraft &written, IdSource &ids);

/// Every further request to a model would fail the same way.
[[nodiscard]] bool endsModelBatch(const Error &error);

/// Of a draft's other members: what the call was about that a thank-you follows.
inline constexpr auto topicMember = "topic";

[[nodiscard]] Json unwrittenJson(const QVector<Unwritten> &unwritten);
[[nodiscard]] QVector<Unwritten> unwrittenFrom(const Json &json);

} // namespace crema::flows
