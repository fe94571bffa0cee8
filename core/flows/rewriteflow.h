// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/writeflow.h"
#include "truth/sentences.h"

#include <functional>
#include <optional>

namespace crema::flows {

/// Called while a model writes, with what is there of the email.
using DraftPreview = std::function<void(const QString &subject, const QString &body)>;

struct Rewritten
{
    Draft draft;
    QString note; ///< what the user should know of it; empty for nothing
};

/// Writes an open draft anew with the language model, showing it as it comes. The old text stays in the
/// draft's history. badAnswer when the model gives no email that the record bears out, conflict when the
/// draft was changed meanwhile: then the draft is as it was.
[[nodiscard]] Task<Result<Rewritten>> rewriteDraft(Services *services, QString draftId, DraftPreview preview,
                                                   std::stop_token stop);

/// Another wording of the sentence at `span` of the draft's body, by the language model.
[[nodiscard]] Task<Result<Rewritten>> rewriteSentence(Services *services, QString draftId, truth::Span span,
                                                      std::stop_token stop);

/// Where the sentence of this number stands in the draft's body, counted from 1 without greeting and
/// signature; notFound when it has fewer.
[[nodiscard]] Result<truth::Span> sentenceNumbered(const store::Reader &reader, const QString &draftId,
                                                   int number);

/// What the model would be told to write to somebody, word for word, and what is kept back.
struct PromptPreview
{
    QString contactId;
    QString text;
    QStringList withheld; ///< for people
    bool ofSentence = false; ///< of one sentence, not of the whole email
};
/// For the contacts of the order, or the people of its run. Nothing leaves the computer.
[[nodiscard]] Task<Result<QVector<PromptPreview>>> promptsOf(Services *services, WriteOrder order);

/// The same for an open draft, with its resume and its occasion.
[[nodiscard]] Task<Result<PromptPreview>> promptOf(Services *services, QString draftId);
/// For one sentence of it; rejectedInput when it holds what the model must not be told.
[[nodiscard]] Task<Result<PromptPreview>> promptOfSentence(Services *services, QString draftId,
                                                           truth::Span span);

/// An email that was written to be looked at, and is kept nowhere.
struct DryDraft
{
    Draft draft;
    std::optional<Draft> replaces; ///< the draft in whose place it would stand
    QVector<GateProblem> problems; ///< also of what it repeats of the others
    QString note;
};
struct DryRun
{
    QVector<DryDraft> drafts;
    QVector<Unwritten> unwritten;
    int promptTokens = 0; ///< what a model's server says it took; its own prices apply
    int answerTokens = 0;
};
/// Writes for the whole order without keeping, sending or charging anything; people of a run are not saved.
/// A model is asked all the same: that is what is tried.
[[nodiscard]] Task<Result<DryRun>> dryRun(Services *services, WriteOrder order,
                                          std::function<void(int done, int total)> progress,
                                          std::stop_token stop);

/// Stores the emails of a dry run as they were read, nothing is asked again; people of a run that get one are
/// saved. An email whose recipient, record or earlier draft changed meanwhile is left out, with the reason.
[[nodiscard]] Task<Result<WriteOutcome>> keepDryRun(Services *services, WriteOrder order, DryRun run);

} // namespace crema::flows
