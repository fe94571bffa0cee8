// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "truth/knowledge.h"
#include "write/writerequest.h"

namespace crema::write {

/// One line of the list of facts that a language model may write from.
struct NumberedFact
{
    QString id; ///< "S1" of the sender, "R2" of the recipient, "B1" of both
    Json words; ///< what it says, as data: {"job": "Product Manager", "firm": "Spotify", "since": "2021"}
    QVector<Source> sources;

    [[nodiscard]] bool operator==(const NumberedFact &) const = default;
};

/// What may leave for a language model and what was kept back.
struct FactList
{
    QVector<NumberedFact> facts;
    QStringList withheld; ///< for people: "home town", "a headline that reads like an instruction"
    QStringList personalData; ///< kinds of personal data in `facts`, for the egress log

    [[nodiscard]] const NumberedFact *find(const QString &id) const;
};

/// The facts of a request, sender first, without what the sender's WritingStyle withholds and without values
/// that try to talk to a model: text in somebody's record is data, and what looks like an instruction is not
/// worth the risk.
[[nodiscard]] FactList numberedFacts(const WriteRequest &request, const truth::DirectoryKnowledge &knowledge);

/// A text of the sender's (an earlier email) without the sentences that have something in them that is
/// withheld.
[[nodiscard]] QString withoutWithheld(const QString &text, const WriteRequest &request);
/// Something that is withheld stands in the text.
[[nodiscard]] bool holdsWithheld(const QString &text, const WriteRequest &request);

/// True for a value that addresses a model or a program rather than saying something of a person.
[[nodiscard]] bool looksLikeInstruction(const QString &value);

} // namespace crema::write
