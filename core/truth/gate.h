// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"
#include "model/draft.h"
#include "model/profile.h"
#include "truth/sentences.h"

namespace crema::truth {

struct DirectoryKnowledge;

/// The numbers of the quality gate (DESIGN 6), in this one place.
struct GateBounds
{
    int minWords = 50; ///< of the body without greeting and signature
    int maxWords = 140;
    int minSubjectWords = 3;
    int maxSubjectWords = 9;

    [[nodiscard]] bool operator==(const GateBounds &) const = default;
};

/// An answer in a conversation may be as short as its author likes, and a conversation's subject is what it
/// is.
[[nodiscard]] GateBounds boundsFor(const Draft &draft, GateBounds bounds = {});

/// What the gate looks at. Nothing else matters to it: no clock, no network, no store.
struct GateInput
{
    Draft draft;
    Profile profile;
    Contact contact;
    bool resumeAttached = false;
    GateBounds bounds;
    const DirectoryKnowledge *knowledge = nullptr; ///< lets "EY" stand for "Ernst & Young"; not owned
};

/// Where the parts of a body lie. `signOff` ("Best regards,") belongs to neither the text nor the signature.
struct BodyParts
{
    Span greeting; ///< the first line; empty when it is no greeting
    Span text;
    Span signOff;
    Span signature; ///< empty when the body does not end with it
};
[[nodiscard]] BodyParts partsOf(const QString &body, const QString &signature);

/// The number the gate compares with its bounds.
[[nodiscard]] int bodyWords(const QString &body, const QString &signature);
/// The first sentence after the greeting.
[[nodiscard]] QString openerOf(const QString &body, const QString &signature);

/// Everything that must hold before a draft may leave; empty when all is well. Rules, as `GateProblem::rule`:
/// "length", "subject_length", "greeting", "one_ask", "placeholder", "unsourced", "resume", "signature",
/// "encoding".
[[nodiscard]] QVector<GateProblem> checkDraft(const GateInput &input);

struct BatchItem
{
    Draft draft;
    Contact contact;
    QString signature; ///< of the sender
};

/// One finding about a draft beside the others of its batch; rules "identical", "opener", "subject".
struct BatchProblem
{
    qsizetype item = 0; ///< index of the later draft
    qsizetype other = 0; ///< index of the earlier one it repeats
    GateProblem problem;
};

/// Identical bodies never; the same opener or subject twice only between people of different firms and
/// schools. A conversation's subject repeats itself.
[[nodiscard]] QVector<BatchProblem> checkBatch(const QVector<BatchItem> &items,
                                               const DirectoryKnowledge *knowledge = nullptr);

/// True when the two have a firm or a school in common, or when neither of them has any on record: then the
/// same opener or subject looks like a mass mailing.
[[nodiscard]] bool areOneCircle(const Contact &a, const Contact &b,
                                const DirectoryKnowledge *knowledge = nullptr);

} // namespace crema::truth
