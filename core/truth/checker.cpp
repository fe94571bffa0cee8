// SPDX-License-Identifier: GPL-3.0-or-later
#include "truth/checker.h"

#include "base/text.h"
#include "truth/framing.h"
#include "truth/knowledge.h"
#include "truth/relations.h"
#include "truth/sourcesides.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::truth {

namespace {

QString said(const char *text)
{
    return QCoreApplication::translate("checker", text);
}

struct Sides
{
    bool sender = false;
    bool recipient = false;
};

// Whom the words of a claim are about; both for what two people share. The words of a quote speak of nobody:
// "you work at Our Lady Hospital".
Sides sidesOf(const Claim &claim)
{
    QString text = claim.text;
    for (const Source &source : claim.sources) {
        if (!source.quote.isEmpty()) {
            text.remove(source.quote, Qt::CaseInsensitive);
        }
    }
    text = withoutFraming(text);
    static const QRegularExpression first(uR"(\b(?:I|I'm|I've|my|mine|me|myself)\b)"_s);
    static const QRegularExpression second(uR"(\b(?:you|your|yours|yourself)\b)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression together(
            uR"(\b(?:we|(?-i:us)|our|ours|fellow|in common)\b|\bboth of us\b|\bthe same\b)"_s,
            QRegularExpression::CaseInsensitiveOption);
    if (together.match(text).hasMatch()) {
        return {true, true};
    }
    return {first.match(text).hasMatch(), second.match(text).hasMatch()};
}

const QHash<QString, QString> &numberWords()
{
    static const QHash<QString, QString> numbers {
            {u"two"_s, u"2"_s},    {u"three"_s, u"3"_s},     {u"four"_s, u"4"_s},    {u"five"_s, u"5"_s},
            {u"six"_s, u"6"_s},    {u"seven"_s, u"7"_s},     {u"eight"_s, u"8"_s},   {u"nine"_s, u"9"_s},
            {u"ten"_s, u"10"_s},   {u"eleven"_s, u"11"_s},   {u"twelve"_s, u"12"_s}, {u"twenty"_s, u"20"_s},
            {u"dozen"_s, u"12"_s}, {u"hundred"_s, u"100"_s}, {u"decade"_s, u"10"_s},
    };
    return numbers;
}

bool joinsNames(QStringView word)
{
    static const QSet<QString> connectors {
            u"of"_s, u"the"_s, u"and"_s, u"for"_s, u"de"_s,  u"du"_s,  u"des"_s, u"la"_s,  u"le"_s,  u"del"_s,
            u"di"_s, u"da"_s,  u"do"_s,  u"dos"_s, u"von"_s, u"van"_s, u"der"_s, u"den"_s, u"und"_s, u"et"_s,
            u"y"_s,  u"e"_s,   u"at"_s,  u"in"_s,  u"el"_s,  u"al"_s,  u"bin"_s, u"ibn"_s};
    return connectors.contains(word.toString());
}

// The quotes of a claim's sources that may speak for it, and whether words stand in them.
class Quotes
{
public:
    Quotes(const Claim &claim, Sides sides, const DirectoryKnowledge *knowledge) : m_knowledge(knowledge)
    {
        for (const Source &source : claim.sources) {
            const bool other = (sides.sender && !sides.recipient && isAboutRecipient(source))
                    || (sides.recipient && !sides.sender && isAboutSender(source));
            if (!other) {
                m_quotes << source.quote;
                // A date proves its year: the month of "2015-10" is no ten.
                static const QRegularExpression date(uR"(^(\d{4})-\d\d(?:-\d\d)?$)"_s);
                const auto match = date.match(source.quote.trimmed());
                m_words << (match.hasMatch() ? QStringList {match.captured(1)} : foldedWords(source.quote));
            }
        }
    }

    [[nodiscard]] bool say(const QString &text) const
    {
        return sayWords(foldedWords(text)) || sayWords(foldedWords(withoutPossessive(text)))
                || sayWords({numberWords().value(text.toLower())}) || sayJoined(fold(text));
    }

    [[nodiscard]] bool sayInOtherWords(const QString &text) const
    {
        return m_knowledge && std::ranges::any_of(m_quotes, [&](const QString &quote) {
                   return isNameOfSchool(text, quote) || sameCompany(text, quote, *m_knowledge)
                           || sameTown(text, quote, *m_knowledge) || isMascot(text, quote);
               });
    }

private:
    // "Harvard" for one of its schools, not one of its schools for "Harvard".
    [[nodiscard]] bool isNameOfSchool(const QString &text, const QString &quote) const
    {
        const SchoolNames &schools = m_knowledge->schools;
        const QVector<int> groups = schools.schoolsNamed(text);
        if (!sameSchool(text, quote, *m_knowledge) || groups.isEmpty()) {
            return sameSchool(text, quote, *m_knowledge);
        }
        const int group = groups.constFirst();
        const QSet<int> part = schools.partsNamed(group, SchoolNames::words(text));
        return schools.isWhole(group, text)
                || (!part.isEmpty() && part == schools.partsNamed(group, SchoolNames::words(quote)));
    }

    // "Trojan" for a quote that names the one school whose people are called so.
    [[nodiscard]] bool isMascot(const QString &text, const QString &quote) const
    {
        const QVector<int> schools = m_knowledge->schools.schoolsNamed(quote);
        const QString mascot = schools.size() == 1 ? m_knowledge->schools.mascot(schools.constFirst())
                                                   : QString();
        return !mascot.isEmpty() && text == mascot;
    }

    // Chinese, Japanese and Korean names stand together, family name first.
    [[nodiscard]] bool sayJoined(const QString &text) const
    {
        if (text.isEmpty() || text[0].category() != QChar::Letter_Other) {
            return false;
        }
        return std::ranges::any_of(m_quotes, [&](const QString &family) {
            return std::ranges::any_of(m_quotes, [&](const QString &given) {
                return !family.isEmpty() && !given.isEmpty() && text == fold(family + given);
            });
        });
    }

    [[nodiscard]] bool sayWords(const QStringList &wanted) const
    {
        return !wanted.isEmpty() && std::ranges::any_of(m_words, [&](const QStringList &words) {
            return !std::ranges::search(words, wanted).empty();
        });
    }

    const DirectoryKnowledge *m_knowledge;
    QStringList m_quotes;
    QVector<QStringList> m_words;
};

class ClaimCheck
{
public:
    ClaimCheck(const Claim &claim, const DirectoryKnowledge *knowledge)
        : m_text(claim.text), m_sides(sidesOf(claim)), m_quotes(claim, m_sides, knowledge),
          m_words(wordsOf(claim.text))
    {
        checkSides(claim);
        checkWords();
        for (const Unsupported &relation : unprovenRelations(claim, knowledge)) {
            if (!overlapsFound(relation.span)) {
                m_found << relation;
            }
        }
    }

    [[nodiscard]] QVector<Unsupported> take() { return std::move(m_found); }

private:
    [[nodiscard]] bool overlapsFound(const Span &span) const
    {
        return std::ranges::any_of(m_found, [&](const Unsupported &one) { return one.span.overlaps(span); });
    }

    void checkSides(const Claim &claim)
    {
        const Span whole {0, m_text.size()};
        if (claim.sources.isEmpty()) {
            m_found << Unsupported {whole, said("No source is given for this.")};
            return;
        }
        const auto any = [&](auto test) { return std::ranges::any_of(claim.sources, test); };
        if (m_sides.sender && !any([](const Source &s) { return !isAboutRecipient(s); })) {
            m_found << Unsupported {
                    whole, said("This speaks of you, but no line of your profile or resume says it.")};
        }
        if (m_sides.recipient && !any([](const Source &s) { return !isAboutSender(s); })) {
            m_found << Unsupported {
                    whole, said("This speaks of the recipient, but nothing in their record says it.")};
        }
    }

    /// Ordinary words that begin a sentence: "Building on my degree", "Curious how you".
    [[nodiscard]] static bool isUsualStart(QStringView word)
    {
        static const QSet<QString> starts {
                u"curious"_s, u"outside"_s, u"inside"_s,    u"beyond"_s,  u"besides"_s, u"instead"_s,
                u"rather"_s,  u"perhaps"_s, u"alongside"_s, u"outside"_s, u"during"_s,  u"like"_s,
                u"unlike"_s,  u"you'd"_s,   u"you'll"_s,    u"they're"_s, u"we'd"_s,    u"we'll"_s,
                u"it'd"_s,    u"there's"_s, u"here's"_s,    u"that'd"_s,  u"what"_s,    u"any"_s,
                u"even"_s,    u"knowing"_s, u"people"_s,    u"students"_s};
        const QString folded = word.toString().toLower().replace(u'’', u'\'');
        return starts.contains(folded)
                || (folded.size() > 5 && folded.endsWith("ing"_L1)
                    && word.sliced(1).toString() == folded.sliced(1));
    }

    [[nodiscard]] bool needsSource(const Word &word) const
    {
        const QStringView text = word.span.of(m_text);
        if (isNameOfTime(text.toString()) || isNumberOfAsk(m_text, word.span.start, word.span.length)
            || (word.startsSentence && isUsualStart(text))) {
            return false;
        }
        return hasDigit(text) || isLinkLike(text) || (isNameLike(text) && !isPlainWord(text))
                || numberWords().contains(text.toString().toLower());
    }

    // Takes the longest run of words that a quote says; one word that stands in none is unsupported.
    void checkWords()
    {
        for (qsizetype i = 0; i < m_words.size();) {
            if (!needsSource(m_words[i])) {
                ++i;
                continue;
            }
            const qsizetype end = supportedUntil(i);
            if (end == i) {
                const QString word = m_words[i].span.of(m_text).toString();
                m_found << Unsupported {m_words[i].span,
                                        said("No source of this sentence says \"%1\".").arg(word)};
            }
            i = std::max(end, i + 1);
        }
    }

    [[nodiscard]] qsizetype supportedUntil(qsizetype begin) const
    {
        const qsizetype last = runEnd(begin);
        for (qsizetype end = last; end > begin; --end) {
            if (m_quotes.say(textOf(begin, end))) {
                return end;
            }
        }
        for (qsizetype end = last; end > begin; --end) {
            if (m_quotes.sayInOtherWords(textOf(begin, end))) {
                return end;
            }
        }
        return begin;
    }

    [[nodiscard]] QString textOf(qsizetype begin, qsizetype end) const
    {
        const qsizetype start = m_words[begin].span.start;
        return m_text.sliced(start, m_words[end - 1].span.end() - start);
    }

    // The end of the run of names that begins here: "University of California, Berkeley".
    [[nodiscard]] qsizetype runEnd(qsizetype begin) const
    {
        qsizetype end = begin + 1;
        for (qsizetype i = begin + 1; i < m_words.size() && i < begin + 24; ++i) {
            if (needsSource(m_words[i])) {
                end = i + 1;
            } else if (!joinsNames(m_words[i].span.of(m_text))) {
                break;
            }
        }
        return end;
    }

    QString m_text;
    Sides m_sides;
    Quotes m_quotes;
    QVector<Word> m_words;
    QVector<Unsupported> m_found;
};

} // namespace

QVector<Unsupported> unsupportedIn(const Claim &claim, const DirectoryKnowledge *knowledge)
{
    return ClaimCheck(claim, knowledge).take();
}

bool isSupported(const Claim &claim, const DirectoryKnowledge *knowledge)
{
    return unsupportedIn(claim, knowledge).isEmpty();
}

} // namespace crema::truth
