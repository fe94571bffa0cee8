// SPDX-License-Identifier: GPL-3.0-or-later
#include "truth/gaterules.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace crema::truth {

namespace {

const QRegularExpression &request()
{
    // "what would you do" and "which you could" inside a sentence ask for nothing.
    static const QRegularExpression pattern(
            uR"((?<!what )(?<!how )(?<!which )(?<!where )(?<!why )(?<!who )\b(?:could|would|can|will|might|may) (?:you|we|I)\b(?! not\b))"
            uR"(|\bplease (?:let|reply|send|tell|share|write|call|find|consider|get|drop|give|feel)\b|\blet me know\b)"
            uR"(|\b(?:would|is) it (?:be )?possible\b|\bare you (?:free|available|open|willing)\b|\bdo you have (?:time|a few|\d))"
            uR"(|\b(?:I would|I'd|I’d) (?:really |very much |truly )?(?:love|like|appreciate|be (?:very |so )?(?:grateful|thankful|happy|glad|delighted))\b[^.?!]*)"
            uR"(\b(?:call|chat|coffee|meet|meeting|speak|talk|conversation|minutes|zoom|(?:some|bit|little|minutes|moment|moments) of your time|your help)\b)"_s,
            QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

bool asks(const QString &sentence)
{
    static const QString questionMarks = u"?？؟"_s;
    qsizetype last = sentence.size() - 1;
    while (last > 0 && u"\"'”’»)]"_s.contains(sentence[last])) {
        --last;
    }
    return questionMarks.contains(sentence[last]) || request().match(sentence).hasMatch();
}

void mask(QString &text, const QString &quote)
{
    if (quote.size() < 3) {
        return;
    }
    for (qsizetype at = text.indexOf(quote, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(quote, at + quote.size(), Qt::CaseInsensitive)) {
        for (qsizetype i = at; i < at + quote.size(); ++i) {
            text[i] = text[i].isSpace() ? text[i] : QChar(u'x');
        }
    }
}

} // namespace

QVector<Span> asksIn(const DraftView &view)
{
    QVector<Span> found;
    // A firm can be called "Who Gives A Crap?": a quote asks nothing.
    QString text = view.body;
    for (const Claim &claim : view.input.draft.claims) {
        for (const Source &source : claim.sources) {
            mask(text, source.quote);
        }
    }
    for (const Span &sentence : view.sentences) {
        if (asks(sentence.of(text).toString())) {
            found << sentence;
        }
    }
    return found;
}

} // namespace crema::truth
