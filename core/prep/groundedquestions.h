// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/prep.h"

#include <QStringList>

namespace crema::truth {
struct DirectoryKnowledge;
}

namespace crema::prep {

/// One line of the list of facts that a language model may ask about.
struct PrepFact
{
    QString id; ///< "P1" of the person, "B1" of what both share, "N1" of an article about the firm
    QString says;
    QVector<Source> sources;

    [[nodiscard]] bool operator==(const PrepFact &) const = default;
};

/// What a prep knows, each with its sources.
[[nodiscard]] QVector<PrepFact> prepFacts(const Prep &prep);

/// A question as a model proposes it.
struct ProposedQuestion
{
    QString kind;
    QString text;
    QStringList facts; ///< ids it says it rests on

    [[nodiscard]] bool operator==(const ProposedQuestion &) const = default;
};

/// Those that may be asked, and why the others may not.
struct GroundedQuestions
{
    QVector<Question> questions;
    QStringList refused; ///< as a model is told: the question and what is wrong with it
};

/// A question is kept when it is one, rests on a fact of the list, and names nothing (people, firms, places,
/// numbers, deeds) that its facts do not say; beside their words it has only the ordinary ones of asking.
[[nodiscard]] GroundedQuestions groundedQuestions(const QVector<ProposedQuestion> &proposed,
                                                  const QVector<PrepFact> &facts,
                                                  const truth::DirectoryKnowledge &knowledge);

/// The model's questions, filled up with `own`, which come from our rules: as many as `own` has, sorted by
/// kind.
[[nodiscard]] QVector<Question> filledUp(const QVector<Question> &model, const QVector<Question> &own);

} // namespace crema::prep
