// SPDX-License-Identifier: GPL-3.0-or-later
#include "truth/sentences.h"

#include "base/text.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::truth {

namespace {

constexpr QStringView endMarks = u".!?…。！？؟।";
constexpr QStringView wideEndMarks = u"。！？।";
constexpr QStringView openers = u"(\"“'";
constexpr QStringView closers = u"\"'”’»)]";

bool isAbbreviation(QStringView word)
{
    static const QSet<QString> abbreviations {
            u"inc"_s, u"ltd"_s,  u"co"_s,  u"corp"_s, u"dr"_s,  u"mr"_s,   u"mrs"_s,
            u"ms"_s,  u"prof"_s, u"st"_s,  u"jr"_s,   u"sr"_s,  u"bros"_s, u"no"_s,
            u"vs"_s,  u"dept"_s, u"pty"_s, u"e.g"_s,  u"i.e"_s,
    };
    if (word.size() == 1 && word[0].isUpper() && word != u"I") {
        return true;
    }
    // "U.S.", "S.A."
    const bool initials = word.size() >= 3 && word.size() % 2 == 1 && word[1] == u'.' && word[0].isUpper();
    return initials || abbreviations.contains(word.toString().toLower());
}

qsizetype skipSpace(QStringView text, qsizetype at)
{
    while (at < text.size() && text[at].isSpace()) {
        ++at;
    }
    return at;
}

qsizetype wordStartBefore(QStringView text, qsizetype end)
{
    qsizetype start = end;
    while (start > 0 && !text[start - 1].isSpace() && !openers.contains(text[start - 1])) {
        --start;
    }
    return start;
}

// Whether the end mark at `at` ends a sentence; `after` is the first character behind it and its closers.
bool endsSentence(QStringView text, qsizetype at, qsizetype after)
{
    if (after >= text.size() || wideEndMarks.contains(text[at])) {
        return true;
    }
    if (!text[after].isSpace()) {
        return false;
    }
    const qsizetype next = skipSpace(text, after);
    if (next < text.size() && text[next].isLower()) {
        return false;
    }
    const qsizetype start = wordStartBefore(text, at);
    return text[at] != u'.' || !isAbbreviation(text.sliced(start, at - start));
}

bool isBlankLine(QStringView text, qsizetype at)
{
    if (text[at] != u'\n') {
        return false;
    }
    qsizetype next = at + 1;
    while (next < text.size() && text[next].isSpace() && text[next] != u'\n') {
        ++next;
    }
    return next < text.size() && text[next] == u'\n';
}

// The character whose half or whole stands at `at`.
char32_t characterAt(QStringView text, qsizetype at)
{
    const QChar c = text[at];
    if (c.isHighSurrogate() && at + 1 < text.size()) {
        return QChar::surrogateToUcs4(c, text[at + 1]);
    }
    return c.isLowSurrogate() && at > 0 ? QChar::surrogateToUcs4(text[at - 1], c) : c.unicode();
}

bool belongsToWord(QStringView text, qsizetype at)
{
    const char32_t c = characterAt(text, at);
    return QChar::isLetterOrNumber(c) || QChar::isMark(c);
}

// Scripts written without spaces between words.
bool isUnspaced(char16_t u)
{
    return (u >= 0x0E00 && u <= 0x0EFF) || (u >= 0x1000 && u <= 0x109F) || (u >= 0x1780 && u <= 0x17FF)
            || (u >= 0x3040 && u <= 0x30FF) || (u >= 0x3400 && u <= 0x9FFF) || (u >= 0xD840 && u <= 0xD88F);
}

void addSentence(QVector<Span> &sentences, QStringView text, qsizetype start, qsizetype end)
{
    start = skipSpace(text, start);
    while (end > start && text[end - 1].isSpace()) {
        --end;
    }
    if (end > start) {
        sentences << Span {start, end - start};
    }
}

} // namespace

QVector<Span> sentencesOf(QStringView text)
{
    QVector<Span> sentences;
    qsizetype start = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isBlankLine(text, i)) {
            addSentence(sentences, text, start, i);
            start = i + 1;
            continue;
        }
        if (!endMarks.contains(text[i])) {
            continue;
        }
        qsizetype after = i + 1;
        while (after < text.size() && (closers.contains(text[after]) || endMarks.contains(text[after]))) {
            ++after;
        }
        if (endsSentence(text, i, after)) {
            addSentence(sentences, text, start, after);
            start = after;
        }
        i = after - 1;
    }
    addSentence(sentences, text, start, text.size());
    return sentences;
}

QVector<Word> wordsOf(QStringView text)
{
    QSet<qsizetype> starts;
    for (const Span &sentence : sentencesOf(text)) {
        starts.insert(sentence.start);
    }
    QVector<Word> words;
    bool first = true;
    for (qsizetype i = 0; i < text.size();) {
        i = skipSpace(text, i);
        qsizetype end = i;
        while (end < text.size() && !text[end].isSpace()) {
            first = first || starts.contains(end);
            ++end;
        }
        qsizetype start = i;
        qsizetype stop = end;
        while (start < stop && !belongsToWord(text, start)) {
            ++start;
        }
        while (stop > start && !belongsToWord(text, stop - 1)) {
            --stop;
        }
        if (!words.isEmpty() && start > i) {
            words.last().joinsNext = false;
        }
        if (stop > start) {
            words << Word {{start, stop - start}, first, stop == end};
            first = false;
        }
        i = end;
    }
    return words;
}

bool isNameLike(QStringView word)
{
    for (qsizetype i = 0; i < word.size(); ++i) {
        const char32_t c = characterAt(word, i);
        if (QChar::isUpper(c) || QChar::isTitleCase(c) || QChar::category(c) == QChar::Letter_Other) {
            return true;
        }
    }
    return false;
}

bool isLinkLike(QStringView word)
{
    const qsizetype at = word.indexOf(u'@');
    static const QRegularExpression domain(
            uR"(^[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|io|co|ai|app|dev|edu|gov|me|ly|gg|xyz|info|biz|us|uk|de|fr|ca|in|cn|ru)(?:[/?].*)?$)"_s,
            QRegularExpression::CaseInsensitiveOption);
    return word.contains("://"_L1) || word.startsWith("www."_L1, Qt::CaseInsensitive)
            || (at > 0 && word.indexOf(u'.', at) > at + 1) || domain.match(word).hasMatch();
}

bool hasDigit(QStringView word)
{
    return std::ranges::any_of(word, [](QChar c) { return c.isDigit(); });
}

QString withoutPossessive(const QString &text)
{
    static const QRegularExpression possessive(u"['’]s\\b|(?<=s)['’](?=\\s|$)"_s);
    QString plain = text;
    return plain.remove(possessive);
}

bool isPlainWord(QStringView word)
{
    static const QStringList list =
            u"i i'm i've i'd i'll you you're you've your yours we we're we've us our my me mine it it's its "
            u"he she they them their "
            "the a an this that these those there here who whom whose what which when where why how whether "
            "if as at by "
            "for from in into of on onto to with within without over under up about across after before "
            "between during "
            "since until through though although because while and or but nor so yet both either neither not "
            "no yes is "
            "are was were am be been being do does did have has had having will would shall should can could "
            "may might "
            "must let please thank thanks hi hello hey dear best kind warm regards sincerely cheers also "
            "again already "
            "always any anyone anything every each few first last later lately maybe perhaps more most much "
            "many next "
            "now one once only other others own same some someone soon such than then too two very well "
            "what's that's "
            "having being going working studying moving starting looking hoping writing reading reaching "
            "following "
            "coming getting making thinking seeing talking speaking meeting knowing growing learning given "
            "knowing "
            "even just still often sometimes today tomorrow yesterday currently recently previously "
            "originally "
            "great good happy glad sorry sure apologies congratulations would it's finding like unlike hope "
            "time people "
            "question questions quick short introduction fellow former student students follow following-up "
            "re fwd email e-mail call chat coffee resume résumé cv"_s.split(u' ');
    static const QSet<QString> plain(list.begin(), list.end());
    return plain.contains(word.toString().toLower().replace(u'’', u'\''));
}

int countWords(QStringView text)
{
    int unspaced = 0;
    int letters = 0;
    for (const QChar c : text) {
        unspaced += isUnspaced(c.unicode());
        letters += c.isLetterOrNumber() || c.isHighSurrogate();
    }
    if (unspaced * 2 <= letters) {
        return wordCount(text);
    }
    return unspaced / 2 + wordCount(text);
}

} // namespace crema::truth
