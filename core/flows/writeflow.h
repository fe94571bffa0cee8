// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"
#include "model/draft.h"

namespace crema::flows {

/// For whom to write, and how.
struct WriteOrder
{
    QStringList contactIds;
    QString runId; ///< instead of contacts: everyone of a run; people not yet in contacts are saved first
    QString kind = QStringLiteral("first"); ///< "first", "follow_up", "thank_you"
    QString writer = QStringLiteral("template"); ///< or "llm"
    QString topic; ///< thank-you: what the call was about, in the user's words
    bool attachResume = false; ///< the default resume
    QString draftId; ///< the one of this contact and kind that is written anew; there can be several
    bool another = false; ///< a text that the draft has not had yet; its resume and its run stay
    QString templateName; ///< a template of the user's, or one that comes along; empty lets the facts choose
};

/// Someone for whom nothing was written, and why.
struct Unwritten
{
    QString contactId;
    QString reason;
};

/// Something the user should know of an email that was written: that the template writer had to do it, that
/// a sentence was left out.
struct WriteNote
{
    QString contactId;
    QString text;
};

struct WriteOutcome
{
    QString jobId;
    QStringList draftIds;
    QVector<Unwritten> unwritten;
    QVector<WriteNote> notes;
    int cost = 0; ///< credits
    int promptTokens = 0; ///< at the model's server; 0 when it does not say, or no model was asked
    int answerTokens = 0;
};
/// What a finished job of this flow left.
[[nodiscard]] WriteOutcome outcomeOf(const store::JobRow &job);

/// The writer "llm".
inline constexpr QLatin1StringView modelWriter("llm");

/// Writes one draft a contact as a durable job ("write"). A draft that is there already is written anew, but
/// not one that was handed off, nor, when the order is for a run or for several contacts, one that the user
/// edited by hand.
[[nodiscard]] Task<Result<WriteOutcome>> writeDrafts(Services *services, WriteOrder order,
                                                     std::stop_token stop);

/// What the quality gate says of a draft as it is now, against its contact, the profile and the drafts beside
/// it.
[[nodiscard]] Result<QVector<GateProblem>> gateOf(const store::Reader &reader,
                                                  const truth::DirectoryKnowledge &knowledge,
                                                  const Draft &draft);

/// Sent through a mailbox, or on its way: its words are what they are.
[[nodiscard]] bool hasGoneOut(const Draft &draft);

/// Sets subject, body, resumeId or overrideReason as edited by hand; claims whose words are gone are dropped.
/// conflict for other words of an email that has gone out.
[[nodiscard]] Task<Result<Draft>> editDraft(Services *services, Draft before, Draft after);

} // namespace crema::flows
