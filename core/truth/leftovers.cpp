// SPDX-License-Identifier: GPL-3.0-or-later
#include "truth/leftovers.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::truth {

namespace {

void addMatches(QVector<Span> &spans, const QRegularExpression &pattern, const QString &text)
{
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const Span span {match.capturedStart(), match.capturedLength()};
        const bool known = std::ranges::any_of(spans,
                                               [&](const Span &other) { return other.overlaps(span); });
        if (!known) {
            spans << span;
        }
    }
}

void sortByPlace(QVector<Span> &spans)
{
    std::ranges::sort(spans, {}, &Span::start);
}

} // namespace

QVector<Span> leftoversIn(const QString &text)
{
    static const QRegularExpression marks(
            uR"(\{\{.*?\}\}|\{%.*?%\}|\$\{[^}]*\}|\{[\p{L}_][\p{L}\p{N}_. -]*\}|\{\{|\}\})"
            uR"(|\[\s*(?:\p{L}[\p{L}\p{N}_'’/. -]{0,60})\s*\])"
            uR"(|<\s*/?\s*\p{L}[^<>\n]{0,60}>|\bX{3,}\b|_{3,}|\.{4,}|%[sd@]\b|%\d+\b(?=\D|$))"_s,
            QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression capitalWords(
            uR"(\b(?:TODO|TBD|TBC|FIXME|INSERT|N/A|NaN|Not [Aa]vailable|Not [Ss]pecified|Not [Pp]rovided|Lorem ipsum)\b)"_s);
    static const QRegularExpression anyCase(uR"(\b(?:null|undefined|not applicable|\(null\)|#n/a)\b)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression gaps(
            uR"([ \t]+[,;](?=\s|$)|[ \t]+\.(?=\s|$)|(?<=\S)[ \t]{2,}(?=\S)|,[ \t]*,|\(\s*\))"_s);
    QVector<Span> spans;
    for (const QRegularExpression *pattern : {&marks, &capitalWords, &anyCase, &gaps}) {
        addMatches(spans, *pattern, text);
    }
    sortByPlace(spans);
    return spans;
}

QVector<Span> damageIn(const QString &text)
{
    // "Ã©": a letter's two UTF-8 bytes read as Latin-1 or Windows-1252. Ð, Ñ, Ø and Ù are letters of their
    // own in several languages, so one pair of those proves nothing.
    static const QRegularExpression misread(
            uR"([ÃÂ][\x{80}-\x{BF}€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\x{80}-\x{BF}™œ˜“”¦¢]?)"
            uR"(|(?:[ÐÑØÙ][\x{80}-\x{BF}€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]){2,})"_s);
    static const QRegularExpression entities(u"&(?:amp|lt|gt|quot|apos|nbsp|#\\d+|#x[0-9a-fA-F]+);"_s);
    QVector<Span> spans;
    addMatches(spans, misread, text);
    addMatches(spans, entities, text);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (pair) {
            ++i;
        } else if (c.isSurrogate() || c.unicode() == 0xFFFD || c.isNull()) {
            spans << Span {i, 1};
        }
    }
    sortByPlace(spans);
    return spans;
}

} // namespace crema::truth
