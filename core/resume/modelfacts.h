// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/resume.h"
#include "model/writingstyle.h"

#include <QStringList>

namespace crema::resume {

/// What of a resume a language model may be told.
struct TellableText
{
    QVector<ResumeLine> lines; ///< with their numbers in the whole text
    QStringList withheld; ///< for people: "contact details", "schools"
};

/// The lines of the text without those that say how to reach its owner, what is about other people
/// (references), and what the owner keeps from models. Addresses, links and phone numbers inside the other
/// lines are replaced by "[withheld]".
[[nodiscard]] TellableText tellableText(const QString &text, const WritingStyle &style);

/// A fact that a model says it found.
struct ProposedFact
{
    QString field; ///< name university degree major graduationYear companies experience
    QString text;
    int line = 0; ///< 1-based
};

/// What of that stands in the text, and what does not and why not.
struct GroundedFacts
{
    ResumeFacts facts;
    QStringList refused; ///< a sentence each, for the model
};

/// Holds a model's facts against the text by the rules that hold for our own reading: the words stand there,
/// whole, under a heading that fits (an employer in the header of a job, never in what was done there; a
/// school under education), and a degree, subject or year belongs to the school. What is kept is the text's
/// own wording. `own` is what our rules read.
[[nodiscard]] GroundedFacts groundedFacts(const QVector<ProposedFact> &proposed, const QString &text,
                                          const ResumeFacts &own);

} // namespace crema::resume
