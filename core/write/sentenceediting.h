// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"
#include "truth/sentences.h"

#include <optional>

namespace crema::write {

/// The sentence of the email's own text at a position, or the sentences that a span touches; nullopt in the
/// greeting, the sign-off and the signature, which are no sentences to leave out.
[[nodiscard]] std::optional<truth::Span> sentenceAt(const QString &body, const QString &signature,
                                                    const truth::Span &at);

/// The body without what `sentenceAt` gives, paragraphs kept: no double blanks, no empty paragraph.
[[nodiscard]] QString bodyWithoutSentence(const QString &body, const truth::Span &sentence);

/// The draft without the sentence, and without the claims whose words went with it. As it is when `at` lies
/// in no sentence.
[[nodiscard]] Draft withoutSentence(Draft draft, const QString &signature, const truth::Span &at);

} // namespace crema::write
