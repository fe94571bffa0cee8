// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "prep/career.h"
#include "prep/prepcontent.h"

#include <QVector>

namespace crema::prep {

/// A question that could be asked, and how well it fits this person: of two, the heavier one is asked.
struct Candidate
{
    Question question;
    int weight = 0;

    [[nodiscard]] bool operator==(const Candidate &) const = default;
};

/// Questions about the way so far: changes of work or firm, rises, long stays, founding, studies.
[[nodiscard]] QVector<Candidate> pathCandidates(const Contact &contact, const Career &career);
/// Questions about the work itself, by seniority and kind of work.
[[nodiscard]] QVector<Candidate> roleCandidates(const Contact &contact, const Career &career);
/// Questions about the firm.
[[nodiscard]] QVector<Candidate> firmCandidates(const Contact &contact, const Career &career);
/// Questions for advice, from what the user and the person have on record.
[[nodiscard]] QVector<Candidate> adviceCandidates(const PrepInput &input, const Career &career,
                                                  const QVector<Similarity> &similarities);
/// One question about the newest article of the firm whose title can be said in a sentence.
[[nodiscard]] QVector<Candidate> newsCandidates(const QVector<NewsItem> &news);
/// Questions that fit anyone, with an empty `because`; of work that is done today only where there is some.
[[nodiscard]] QVector<Candidate> fillers(const Career &career);

/// The firm in a sentence: its name, or "your firm".
[[nodiscard]] QString firmInWords(const CareerStep &step);

} // namespace crema::prep
