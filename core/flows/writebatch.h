// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/templatechoice.h"
#include "flows/writeflow.h"
#include "write/batchmemory.h"
#include "write/modelwriter.h"
#include "write/templatewriter.h"
#include "write/writerequest.h"

#include <memory>

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
    QString draftId; ///< as in WriteOrder
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

/// Everything the emails of one order are written from. Stays where it is: requests point into it.
class WriteDesk final
{
public:
    WriteDesk(WriteBatch order, Profile sender, write::TemplateWriter writer);
    Q_DISABLE_COPY_MOVE(WriteDesk)

    WriteBatch batch;
    Profile profile;
    QString signature;
    write::TemplateWriter templates;
    write::BatchMemory memory; ///< what the drafts that are there already say
    QVector<Draft> drafts;
    QHash<QString, QVector<Draft>> earlier; ///< emails that one follows, by contact
    std::optional<OwnTemplate> own; ///< the template of the user's that was chosen
    write::LearnedVoice voice;
    QStringList voiceRules; ///< in words, for a model
};
/// Reads all drafts: for a worker.
[[nodiscard]] Result<std::shared_ptr<WriteDesk>> readDesk(WriteBatch batch);

/// What to write for one contact, or why nothing.
struct Recipient
{
    write::WriteRequest request; ///< its memory is the desk's
    std::optional<Draft> present; ///< the draft that is written anew
    QString refusal; ///< for people; empty when there is something to write
};
[[nodiscard]] Recipient recipientOf(const store::Reader &reader, const WriteDesk &desk,
                                    const QString &contactId);
/// The same for somebody who may not be in contacts.
[[nodiscard]] Recipient recipientOf(const WriteDesk &desk, const Contact &contact);

/// By the user's template that was chosen, else by the program's.
[[nodiscard]] Result<Draft> writeFromTemplate(const WriteDesk &desk, const write::WriteRequest &request);

/// What the user should know of an email a model wrote; empty for nothing.
[[nodiscard]] QString remarkOn(const write::ModelDraft &written);

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
