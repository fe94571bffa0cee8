// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/resume.h"

namespace crema {

/// What a language model found in a resume where the program's own rules found nothing; each fact was held
/// against the text and stands there.
struct ModelReading
{
    QString model; ///< the last one asked, as the user calls it
    ResumeFacts facts;

    [[nodiscard]] bool isEmpty() const { return facts == ResumeFacts {}; }
    [[nodiscard]] bool operator==(const ModelReading &) const = default;
};

/// The one a resume has; an empty one when no model was asked or none was of use.
[[nodiscard]] ModelReading modelReadingOf(const Resume &resume);
/// Puts facts where nothing was read: a single fact that is missing, employers and lines that are not among
/// the others, each at its place in the text. What is there already stays and is left out. Applies the
/// corrections. How many facts were new.
int addModelReading(Resume &resume, const ModelReading &reading);
/// Forgets what a model read; what holds is not worked out anew. The reading.
ModelReading takeModelReading(Resume &resume);
/// What was read of this fact was read by a model.
[[nodiscard]] bool isFromModel(const ModelReading &reading, const ShownFact &fact);

} // namespace crema
