// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/firmname.h"

#include "base/text.h"
#include "prep/newsnames.h"
#include "prep/newswords.h"
#include "truth/facts.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'’' || c == u'‘';
}

bool isOfWord(const QString &text, qsizetype i)
{
    const QChar c = text[i];
    if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate()) {
        return true;
    }
    return isApostrophe(c) && i > 0 && i + 1 < text.size() && text[i - 1].isLetter()
            && text[i + 1].isLetter();
}

NewsWord wordOf(QString text, QString before)
{
    NewsWord word;
    const qsizetype size = text.size();
    if (size > 2 && isApostrophe(text[size - 2]) && text[size - 1].toLower() == u's') {
        word.possessive = true;
        text.chop(2);
    }
    word.folded = foldedWords(text).join(QString());
    word.text = std::move(text);
    word.before = std::move(before);
    return word;
}

/// "S.A." and "L.L.C." become one word.
QString withoutDots(QString name)
{
    static const QRegularExpression dotted(u"\\b(?:[A-Za-z]\\.){2,}[A-Za-z]?"_s);
    for (auto match = dotted.match(name); match.hasMatch(); match = dotted.match(name)) {
        name.replace(match.capturedStart(), match.capturedLength(), match.captured().remove(u'.'));
    }
    return name;
}

QString withoutAdditions(QString name)
{
    static const QRegularExpression additions(
            u"\\s*(\\(.*|\\[.*|\\s[|–—•·]\\s.*|\\s-\\s.*|,?\\s+(formerly|acquired by|a division of)\\b.*)$"_s,
            QRegularExpression::CaseInsensitiveOption);
    const auto match = additions.match(name);
    return match.hasMatch() && match.capturedStart() > 0 ? name.first(match.capturedStart()).trimmed() : name;
}

QString joined(const QVector<NewsWord> &words)
{
    QString text;
    for (const NewsWord &word : words) {
        text += (text.isEmpty() ? QString() : word.before) + word.text
                + (word.possessive ? u"'s"_s : QString());
    }
    return text;
}

/// Takes legal forms off the end, and what joins them: "GmbH & Co. KG".
void dropLegalForm(FirmName &name)
{
    auto &words = name.words;
    while (words.size() > 1) {
        const QString last = words.constLast().folded;
        const QString family = legalFamily(last);
        const bool joins = last == "co"_L1 || last == "and"_L1;
        // "The Boring Company" keeps its noun; "Ford Motor Company" goes without.
        const bool isNoun = last == "company"_L1
                && (words.size() > 2 || words.constFirst().text.front().isDigit()); // "3M Company"
        if (family.isEmpty() && !joins && !isNoun) {
            return;
        }
        if (name.family.isEmpty()) {
            name.family = family;
        }
        words.removeLast();
    }
}

} // namespace

bool NewsWord::isCapital() const
{
    const QChar first = text.isEmpty() ? QChar() : text.front();
    // Scripts without capitals, and numbers, have nothing to tell.
    return first.isUpper() || first.toUpper() == first;
}

bool NewsWord::beginsPart() const
{
    return std::ranges::any_of(before, [](QChar c) { return u".:;!?|–—\"“‘(»«"_s.contains(c); });
}

bool NewsWord::isJoined() const
{
    return before == " "_L1 || before == "-"_L1 || before == " & "_L1;
}

QVector<NewsWord> newsWords(const QString &text)
{
    QVector<NewsWord> words;
    QString between;
    QString word;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const bool ends = i == text.size() || !isOfWord(text, i);
        if (!ends) {
            word += text[i];
            continue;
        }
        if (!word.isEmpty()) {
            words << wordOf(word, between);
            word.clear();
            between.clear();
        }
        if (i < text.size()) {
            between += text[i];
            if (between.endsWith(" & "_L1)) { // reads as "and"
                words << NewsWord {u"and"_s, u"and"_s, u" "_s, false};
                between = u" "_s;
            }
        }
    }
    return words;
}

FirmName firmName(const QString &given)
{
    FirmName name;
    const QString clean = withoutAdditions(withoutDots(cleanValue(given).left(200)));
    if (clean.isEmpty() || !truth::isFirm(clean)) {
        return name;
    }
    name.words = newsWords(clean);
    if (name.words.size() > 1 && name.words.constFirst().folded == "the"_L1) {
        name.words.removeFirst();
    }
    dropLegalForm(name);
    name.text = joined(name.words);
    static const QRegularExpression quantity(u"^[0-9]+[kmb]?$"_s);
    name.isQuantity = name.words.size() == 1 && quantity.match(name.words.constFirst().folded).hasMatch();
    name.isPersonLike = (name.words.size() == 2 || name.words.size() == 3)
            && isGivenName(name.words.constFirst().folded) && name.words[1].folded != "and"_L1;
    name.isOrdinary = name.isQuantity || std::ranges::all_of(name.words, [](const NewsWord &word) {
                          return isOrdinaryWord(word.folded) || word.folded == "and"_L1
                                  || word.folded == "of"_L1 || word.folded == "company"_L1;
                      });
    return name;
}

QVector<WordSpan> spansOf(const FirmName &name, const QVector<NewsWord> &words)
{
    QVector<WordSpan> spans;
    const qsizetype length = name.words.size();
    for (qsizetype from = 0; length > 0 && from + length <= words.size(); ++from) {
        bool matches = true;
        for (qsizetype i = 0; i < length && matches; ++i) {
            const NewsWord &word = words[from + i];
            // Nothing but what the name has as well stands between its words.
            matches = word.folded == name.words[i].folded
                    && (i == 0 || word.isJoined() || word.before == name.words[i].before);
        }
        if (matches) {
            spans << WordSpan {from, from + length};
        }
    }
    return spans;
}

} // namespace crema::prep
