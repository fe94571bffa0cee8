// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"
#include "truth/sentences.h"
#include "write/numberedfacts.h"
#include "write/prompt.h"

namespace crema::write {

/// The draft a model's email makes: framed, each sentence a claim that rests on the facts it cites. Facts
/// that the model did not cite although their words stand in a sentence are added; ids that do not exist are
/// dropped. Whether the sources bear the sentences out is for the gate to say.
[[nodiscard]] Draft draftFrom(const ModelEmail &email, const FactList &facts, const WriteRequest &request,
                              const QString &writer);

/// The draft with another sentence at `span` of its body; claims that rest on the old words go with them.
[[nodiscard]] Draft withSentence(const Draft &draft, truth::Span span, const ModelSentence &sentence,
                                 const FactList &facts);

/// All that keeps the draft from being used: the gate's findings, and what it repeats of other emails.
[[nodiscard]] QVector<GateProblem> problemsOf(const Draft &draft, const WriteRequest &request,
                                              const truth::DirectoryKnowledge &knowledge);

/// The findings as a model is told them, with the words they are about.
[[nodiscard]] QStringList problemsInWords(const QVector<GateProblem> &problems, const Draft &draft);

/// The email without the sentences that no source bears out.
[[nodiscard]] ModelEmail withoutUngrounded(const ModelEmail &email, const QVector<GateProblem> &problems,
                                           const Draft &draft);

} // namespace crema::write
