// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"
#include "model/prep.h"
#include "prep/preppdf.h"

namespace crema::flows {

// What the prep job and the edits of a prep have in common.

/// In `extra` of a prep that failed: the job that can go on.
inline constexpr auto prepJobMember = "jobId";

/// In `extra` of a prep whose questions a language model was asked for: who wrote them, for people.
inline constexpr auto questionsNoteMember = "questionsNote";

/// How the PDF of this prep is made.
[[nodiscard]] prep::PrepPdfOptions pdfOptions(const store::Reader &reader, const Profile &profile,
                                              const Prep &prep);

/// Texts of the questions in it that a model wrote.
inline constexpr auto modelQuestionsMember = "modelQuestions";
/// The day its news was found ("2026-03-02").
inline constexpr auto newsFoundMember = "newsFoundOn";
/// The user did not want news to be looked for.
inline constexpr auto withoutNewsMember = "withoutNews";

/// Whether a prep was charged for the vendor's answer that this job bought: it is free from then on.
[[nodiscard]] Result<bool> isCharged(const store::Reader &reader, const QString &boughtBy);

enum class NewPdf { madeAgain, edited };

/// Makes `file` the PDF of the prep, made at `at`. The one of before is kept as a version, unless both are
/// edits of one sitting: while somebody ticks and types, a PDF is made every few seconds.
void replacePdf(Prep &prep, const QString &file, const QDateTime &at, NewPdf why);

} // namespace crema::flows
