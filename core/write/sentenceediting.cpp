// SPDX-License-Identifier: GPL-3.0-or-later
#include "write/sentenceediting.h"

#include "truth/gate.h"

namespace crema::write {

namespace {

bool touches(const truth::Span &sentence, const truth::Span &at)
{
    // A cursor right behind the last character is still in the sentence.
    return at.length > 0 ? sentence.overlaps(at) : at.start >= sentence.start && at.start <= sentence.end();
}

} // namespace

std::optional<truth::Span> sentenceAt(const QString &body, const QString &signature, const truth::Span &at)
{
    const truth::Span text = truth::partsOf(body, signature).text;
    std::optional<truth::Span> found;
    for (const truth::Span &own : truth::sentencesOf(text.of(body))) {
        const truth::Span sentence {own.start + text.start, own.length};
        if (!touches(sentence, at)) {
            continue;
        }
        if (!found) {
            found = sentence;
        } else if (at.length > 0) {
            found->length = sentence.end() - found->start;
        }
    }
    return found;
}

QString bodyWithoutSentence(const QString &body, const truth::Span &sentence)
{
    qsizetype start = sentence.start;
    while (start > 0 && body[start - 1].isSpace()) {
        --start;
    }
    qsizetype end = sentence.end();
    while (end < body.size() && body[end].isSpace()) {
        ++end;
    }
    const QStringView before = QStringView(body).sliced(start, sentence.start - start);
    const QStringView after = QStringView(body).sliced(sentence.end(), end - sentence.end());
    // Of the two gaps the one that parts more is left: a paragraph stays one.
    const bool isFront = start == 0;
    const bool isEnd = end == body.size();
    const QStringView gap = isFront || isEnd           ? QStringView()
            : after.count(u'\n') > before.count(u'\n') ? after
                                                       : before;
    return body.first(start) + gap.toString() + body.sliced(end);
}

Draft withoutSentence(Draft draft, const QString &signature, const truth::Span &at)
{
    const auto sentence = sentenceAt(draft.body, signature, at);
    if (!sentence) {
        return draft;
    }
    draft.body = bodyWithoutSentence(draft.body, *sentence);
    draft.claims.removeIf([&draft](const Claim &claim) {
        return !draft.body.contains(claim.text) && !draft.subject.contains(claim.text);
    });
    return draft;
}

} // namespace crema::write
