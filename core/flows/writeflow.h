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
    QString writer = QStringLiteral("template");
    bool attachResume = false; ///< the default resume
    QString templateName; ///< a template of the user's, or one that comes along; empty lets the facts choose
};

/// Someone for whom nothing was written, and why.
struct Unwritten
{
    QString contactId;
    QString reason;
};

struct WriteOutcome
{
    QString jobId;
    QStringList draftIds;
    QVector<Unwritten> unwritten;
    int cost = 0;
};

/// Writes one draft a contact as a durable job ("write"). A draft that is there already is written anew, but
/// not one that was handed off, nor, when the order is for a run or for several contacts, one that the user
/// edited by hand.
[[nodiscard]] Task<Result<WriteOutcome>> writeDrafts(Services *services, WriteOrder order, std::stop_token stop);

/// What the quality gate says of a draft as it is now, against its contact, the profile and the drafts beside it.
[[nodiscard]] Result<QVector<GateProblem>> gateOf(const store::Reader &reader, const truth::DirectoryKnowledge &knowledge,
                                                  const Draft &draft);

/// Sets subject, body, resumeId or overrideReason as edited by hand; claims whose words are gone are dropped.
[[nodiscard]] Task<Result<Draft>> editDraft(Services *services, Draft before, Draft after);

} // namespace crema::flows
