// SPDX-License-Identifier: GPL-3.0-or-later
#include "write/clauseclaims.h"

#include "truth/sentences.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::write {

namespace {

bool isInAValue(const Rendered &rendered, qsizetype at)
{
    return std::ranges::any_of(rendered.placed, [at](const Placed &placed) {
        return placed.start <= at && at < placed.start + placed.length;
    });
}

// Where the sentence that holds `at` begins.
qsizetype sentenceStart(const QString &text, qsizetype at)
{
    for (const truth::Span &sentence : truth::sentencesOf(text)) {
        if (sentence.start <= at && at < sentence.end()) {
            return sentence.start;
        }
    }
    return at;
}

// Where the words begin that a value belongs to: the nearest pronoun in the same clause, or the value itself.
qsizetype clauseStart(const Rendered &rendered, const Placed &placed)
{
    static const QRegularExpression subject(
            uR"(\b(?:you|your|yours|I|my|we|our|both)\b(?:['’](?:re|ve|m))?|[,;:()–—])"_s,
            QRegularExpression::CaseInsensitiveOption);
    const qsizetype first = sentenceStart(rendered.text, placed.start);
    qsizetype start = placed.start;
    auto matches = subject.globalMatch(rendered.text.left(placed.start), first);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (!isInAValue(rendered, match.capturedStart())) {
            start = match.captured()[0].isLetter() ? match.capturedStart() : placed.start;
        }
    }
    return start;
}

} // namespace

QVector<Claim> withClauses(const Rendered &rendered)
{
    QVector<Claim> claims = rendered.claims;
    for (const Placed &last : rendered.placed) {
        const qsizetype start = clauseStart(rendered, last);
        if (start == last.start) {
            continue;
        }
        Claim claim;
        claim.text = rendered.text.sliced(start, last.start + last.length - start);
        for (const Placed &placed : rendered.placed) {
            const bool within = placed.start >= start && placed.start <= last.start;
            for (const Source &source : within ? placed.sources : QVector<Source>()) {
                if (!claim.sources.contains(source)) {
                    claim.sources << source;
                }
            }
        }
        claims << claim;
    }
    return claims;
}

} // namespace crema::write
