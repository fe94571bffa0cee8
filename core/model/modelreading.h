// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/resume.h"

namespace crema {

/// What a language model found in a resume where the program's own rules found nothing; each fact was held
/// against the text and stands there.
struct ModelReading
{
    QString model; ///< as the user calls it
    ResumeFacts facts;

    [[nodiscard]] bool isEmpty() const { return facts == ResumeFacts {}; }
    [[nodiscard]] bool operator==(const ModelReading &) const = default;
};

/// The one a resume has; an empty one when no model was asked or none was of use.
[[nodiscard]] ModelReading modelReadingOf(const Resume &resume);
/// Takes it out of what was read; corrections stay as they are. Applies them.
void dropModelReading(Resume &resume);
/// Puts it where nothing was read: a single fact that is missing, employers and lines that are not among the
/// others, each at its place in the text. What is there already is left out. Replaces an earlier one, and
/// applies the corrections.
void addModelReading(Resume &resume, const ModelReading &reading);
/// What was read of this fact was read by a model.
[[nodiscard]] bool isFromModel(const Resume &resume, const ShownFact &fact);

} // namespace crema
