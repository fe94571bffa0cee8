// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "llm/chat.h"
#include "model/draft.h"
#include "write/numberedfacts.h"

namespace crema::write {

/// An email as a model gives it: sentences with the facts they rest on.
struct ModelSentence
{
    QString text;
    QStringList facts; ///< ids of NumberedFact
    int paragraph = 1;
};
struct ModelEmail
{
    QString subject;
    QVector<ModelSentence> sentences;
};

/// What a model is asked for one email. Exactly this leaves the computer.
[[nodiscard]] llm::ChatRequest promptFor(const WriteRequest &request, const FactList &facts,
                                         const QStringList &voiceRules);

/// The same for one sentence of an email that stays as it is otherwise; the answer has that sentence alone.
/// Sentences of the email that hold something withheld are left out; `sentence` must not be one of them.
[[nodiscard]] llm::ChatRequest promptForSentence(const WriteRequest &request, const FactList &facts,
                                                 const QStringList &voiceRules, const QString &email,
                                                 const QString &sentence);

/// What will leave, as a person reads it.
[[nodiscard]] QString promptInWords(const llm::ChatRequest &request);

enum class Wanted { email, sentence };
/// The same again after an answer that cannot be used, with what is wrong with it.
[[nodiscard]] llm::ChatRequest promptAgain(const llm::ChatRequest &before, Wanted wanted,
                                           const QString &answer, const QStringList &problems);

/// Reads an answer; badAnswer says what is missing. Odd types are tolerated, nothing is made up.
[[nodiscard]] Result<ModelEmail> emailFrom(const Json &answer);

/// The text between greeting and sign-off.
[[nodiscard]] QString textOf(const ModelEmail &email);

} // namespace crema::write
