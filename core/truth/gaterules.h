// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "truth/gate.h"

namespace crema::truth {

/// A draft taken apart once for all rules of the gate.
struct DraftView
{
    explicit DraftView(const GateInput &draftInput);

    const GateInput &input;
    const QString &body;
    const QString &subject;
    BodyParts parts;
    QVector<Span> sentences; ///< of the text, in body offsets
    QVector<Span> claimed; ///< where claims stand in the body
    QVector<QString> claimedInSubject;
};

[[nodiscard]] GateProblem problemAt(const QString &rule, const QString &text, const Span &span = {});
[[nodiscard]] GateProblem problemInSubject(const QString &rule, const QString &text, const Span &span = {});
[[nodiscard]] bool isInside(const Span &span, const QVector<Span> &spans);

/// The words at `span` of the body stand in a source of the claim they are part of.
[[nodiscard]] bool isQuotedAt(const DraftView &view, const Span &span, const QString &words);

/// Sentences that ask the recipient for something.
[[nodiscard]] QVector<Span> asksIn(const DraftView &view);
/// Claims that their sources do not bear out, names and numbers that no claim covers, facts asserted without
/// a claim.
[[nodiscard]] QVector<GateProblem> unsourcedIn(const DraftView &view);

} // namespace crema::truth
