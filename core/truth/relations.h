// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "truth/checker.h"

namespace crema::truth {

/// What a source can speak of.
enum class SourceTopic {
    anything, ///< a resume line, an article, what the user typed
    person, ///< a name
    work, ///< a firm, a title, an industry
    study, ///< a school, a degree, a field
    origin, ///< the home town
    place, ///< where somebody lives now
    interest,
};
[[nodiscard]] SourceTopic topicOf(const Source &source);

/// What the words of a claim assert beyond the names in them, held against the topics and sides of its
/// sources: "I work at X" needs X as a firm of the sender, "you studied" a school of the recipient, "we both"
/// the same thing on both sides, "led", "founded", "recently" those very words or dates. Whether the names
/// themselves are on record is for unsupportedIn().
[[nodiscard]] QVector<Unsupported> unprovenRelations(const Claim &claim, const DirectoryKnowledge *knowledge);
/// Of these the ones that hang on no tie of somebody to something: strong words, times, what is shared. For a
/// sentence that may rest on nothing.
[[nodiscard]] QVector<Unsupported> unprovenWords(const Claim &claim, const DirectoryKnowledge *knowledge);

} // namespace crema::truth
