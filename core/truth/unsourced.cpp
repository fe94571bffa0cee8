// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "truth/checker.h"
#include "truth/facts.h"
#include "truth/framing.h"
#include "truth/gaterules.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::truth {

namespace {

QString said(const char *text)
{
    return QCoreApplication::translate("gate", text);
}

void addWords(QSet<QString> &words, const QString &text)
{
    for (const QString &word : foldedWords(text)) {
        words.insert(word);
    }
}

class UnsourcedCheck
{
public:
    explicit UnsourcedCheck(const DraftView &view) : m_view(view)
    {
        const Contact &contact = view.input.contact;
        for (const QString &name : {contact.firstName, contact.lastName, view.input.profile.name}) {
            addWords(m_namesOfBoth, name);
        }
        // Names in Chinese characters stand together, family name first.
        addWords(m_namesOfBoth, contact.lastName + contact.firstName);
        addWords(m_namesOfBoth, contact.email());
        for (const Fact &fact : recipientFacts(contact)) {
            addWords(m_known, fact.value);
        }
        for (const Fact &fact : senderFacts(view.input.profile)) {
            if (fact.name != "experience"_L1) {
                addWords(m_known, fact.value);
            }
        }
    }

    QVector<GateProblem> all()
    {
        checkClaims();
        checkNames();
        checkAssertions();
        checkSubject();
        return std::move(m_found);
    }

private:
    void checkClaims()
    {
        for (const Claim &claim : m_view.input.draft.claims) {
            const qsizetype at = m_view.body.indexOf(claim.text);
            const qsizetype inSubject = at < 0 ? m_view.subject.indexOf(claim.text) : -1;
            if (claim.text.isEmpty() || (at < 0 && inSubject < 0)) {
                continue; // the words were changed since; nothing rests on this claim any more
            }
            for (const Unsupported &words : unsupportedIn(claim, m_view.input.knowledge)) {
                const Span span {words.span.start + std::max(at, inSubject), words.span.length};
                m_found << (at >= 0 ? problemAt(u"unsourced"_s, words.reason, span)
                                    : problemInSubject(u"unsourced"_s, words.reason, span));
            }
        }
    }

    void checkNames()
    {
        const QStringView text = m_view.parts.text.of(m_view.body);
        const QVector<Word> words = wordsOf(text);
        for (qsizetype i = 0; i < words.size(); ++i) {
            const Span span {words[i].span.start + m_view.parts.text.start, words[i].span.length};
            if (isInside(span, m_view.claimed) || !isUnclaimedFact(words, i, text, span)) {
                continue;
            }
            const QString word = span.of(m_view.body).toString();
            m_found << problemAt(u"unsourced"_s,
                                 said("Nothing on record is given as the source of \"%1\".").arg(word), span);
        }
    }

    [[nodiscard]] bool isUnclaimedFact(const QVector<Word> &words, qsizetype index, QStringView text,
                                       const Span &span) const
    {
        const QString word = span.of(m_view.body).toString();
        if (isLinkLike(word)) {
            return true;
        }
        if (isCommonName(word) || isPlainWord(word) || isNameOfBoth(word)) {
            return false;
        }
        if (hasDigit(word)) {
            return !isNumberOfAsk(m_view.body, span.start, span.length);
        }
        if (!isNameLike(word)) {
            return false;
        }
        if (!words[index].startsSentence || word[0].category() == QChar::Letter_Other) {
            return true;
        }
        // Every sentence begins with a capital: there it takes more to call a word a name.
        const QStringView next = index + 1 < words.size() && words[index].joinsNext
                ? words[index + 1].span.of(text)
                : QStringView();
        return isKnown(word) || (isNameLike(next) && !isPlainWord(next))
                || word.sliced(1) != word.sliced(1).toLower();
    }

    [[nodiscard]] bool isNameOfBoth(const QString &word) const
    {
        return std::ranges::all_of(foldedWords(word), [&](const QString &part) {
            return m_namesOfBoth.contains(part)
                    || (part.endsWith(u's') && m_namesOfBoth.contains(part.chopped(1)));
        });
    }

    [[nodiscard]] bool isKnown(const QString &word) const
    {
        const QStringList parts = foldedWords(word);
        return !parts.isEmpty()
                && std::ranges::all_of(parts, [&](const QString &part) { return m_known.contains(part); });
    }

    void checkAssertions()
    {
        static const QRegularExpression unprovable(
                uR"(\bI(?: have|'ve|’ve)? (?:long |always |really |recently |just )?(?:been )?(?:follow(?:ed|ing)? your|admir\w+|watch(?:ed|ing)? your|read(?:ing)? (?:your|about)|listen(?:ed|ing)? to your|heard (?:so much|great|good|wonderful))\b)"
                uR"(|\b(?:huge|big|great|longtime) fan\b|\b(?:impress|inspir)(?:ed|ing|ive)\b(?! me to)|\bI (?:came|stumbled) (?:across|upon)\b|\byour (?:impressive|amazing|incredible|outstanding|remarkable|inspiring|excellent|great|extensive)\b)"
                uR"(|\byour (?:recent |latest )?(?:article|post|talk|paper|podcast|interview|book|blog|promotion)\b)"_s,
                QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression aboutSomebody(
                uR"((?<!if )(?<!when )(?<!whether )(?<!what )(?<!how )(?<!where )(?<!as )(?<!that )(?<!while )(?<!unless )(?<!once )(?<!would )(?<!could )(?<!should )(?<!may )(?<!might )(?<!do )(?<!did )(?<!are )(?<!have )\b(?:)"
                uR"(you (?:are|were)(?! (?:busy|probably|likely|welcome|open|free|willing|able|very busy))|you(?:'re|’re)(?! busy)|you (?:work|worked|study|studied|grew up|graduated|moved|joined|left|founded|started|lead|led|went|attended|interned|live|come from|majored)\b)"
                uR"(|I(?: am|'m|’m) (?:a|an|the|in|at|from|studying|currently|majoring|based|now)\b(?! (?:hurry|loss|call))|I (?:study|studied|work|worked|interned|grew up|graduated|majored|attend|attended|live|lead|led|founded|built|come from|hold)\b)"
                uR"(|you(?: have|'ve|’ve) (?:also |already )?(?:built|worked|led|been (?:at|in|with|working|leading)|made|moved|grown|founded|helped|taught|achieved|accomplished)\b)"
                uR"(|your (?:\w+ )?(?:experience|background|expertise|success|career|transition|leadership|achievements?|internship|promotion|team) (?:in|at|as|with|from|on|to)\b)"
                uR"(|I (?:have|'ve|’ve) (?:worked|studied|been working|been studying|built|led|interned)\b|we (?:both|share|met|spoke|studied|worked|went|have)\b(?! (?:could|can|would|might|to))|my (?:major|degree|hometown|employer|internship|studies)\b))"_s,
                QRegularExpression::CaseInsensitiveOption);
        const QString text = m_view.parts.text.of(m_view.body).toString();
        addUncovered(unprovable, text,
                     said("Nothing on record bears this out; say only what you did or know."), true);
        addUncovered(aboutSomebody, text, said("This states a fact without a source."), false);
    }

    /// `byQuote`: a claim excuses only the words of its sources.
    void addUncovered(const QRegularExpression &pattern, const QString &text, const QString &why,
                      bool byQuote)
    {
        auto matches = pattern.globalMatch(text);
        while (matches.hasNext()) {
            const auto match = matches.next();
            const Span span {match.capturedStart() + m_view.parts.text.start, match.capturedLength()};
            const bool claimed = byQuote ? isQuotedAt(m_view, span, match.captured(0))
                                         : std::ranges::any_of(m_view.claimed, [&](const Span &claim) {
                                               return claim.overlaps(span);
                                           });
            if (!claimed) {
                m_found << problemAt(u"unsourced"_s, why, span);
            }
        }
    }

    // Claims are made in the body; the subject may repeat their words. A conversation's is what it is.
    void checkSubject()
    {
        if (hasConversationSubject(m_view.input.draft)) {
            return;
        }
        QSet<QString> covered = m_namesOfBoth;
        for (const Claim &claim : m_view.input.draft.claims) {
            addWords(covered, claim.text);
        }
        const QVector<Word> words = wordsOf(m_view.subject);
        const auto capitals = std::ranges::count_if(
                words, [&](const Word &word) { return isNameLike(word.span.of(m_view.subject)); });
        const bool titleCase = words.size() > 2 && capitals * 3 > words.size() * 2;
        for (const Word &word : words) {
            const QString text = word.span.of(m_view.subject).toString();
            const bool nameLike = isNameLike(text) && !isPlainWord(text) && !word.startsSentence
                    && (!titleCase || isKnown(text));
            const bool number = hasDigit(text)
                    && !isNumberOfAsk(m_view.subject, word.span.start, word.span.length);
            const QStringList parts = foldedWords(text);
            const bool covers = std::ranges::all_of(parts, [&](const QString &part) {
                return covered.contains(part) || (part.endsWith(u's') && covered.contains(part.chopped(1)));
            });
            if ((nameLike || number) && !covers && !isCommonName(text)) {
                m_found << problemInSubject(
                        u"unsourced"_s, said("Nothing in the email bears out \"%1\".").arg(text), word.span);
            }
        }
    }

    const DraftView &m_view;
    QSet<QString> m_namesOfBoth;
    QSet<QString> m_known;
    QVector<GateProblem> m_found;
};

} // namespace

QVector<GateProblem> unsourcedIn(const DraftView &view)
{
    return UnsourcedCheck(view).all();
}

} // namespace crema::truth
