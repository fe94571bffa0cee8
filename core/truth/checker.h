// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/source.h"
#include "truth/sentences.h"

namespace crema::truth {

struct DirectoryKnowledge;

/// Why a claim does not hold: words that none of its sources say, or a relation that they do not prove.
struct Unsupported
{
    Span span; ///< in the claim's text
    QString reason; ///< for people

    [[nodiscard]] bool operator==(const Unsupported &) const = default;
};

/// Checks a claim against the quotes of its own sources. Every proper name, number and date must stand in one
/// of them as whole words (accents and case aside; known aliases count when `knowledge` is given). What is
/// said about the sender needs a source about the sender, the same for the recipient, and what they share
/// needs both. Relations ("I work at", "you led", "we both") must be borne out too (relations.h).
[[nodiscard]] QVector<Unsupported> unsupportedIn(const Claim &claim,
                                                 const DirectoryKnowledge *knowledge = nullptr);
[[nodiscard]] bool isSupported(const Claim &claim, const DirectoryKnowledge *knowledge = nullptr);

} // namespace crema::truth
