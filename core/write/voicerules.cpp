// SPDX-License-Identifier: GPL-3.0-or-later
#include "write/voicerules.h"

#include "base/text.h"
#include "truth/gate.h"
#include "write/sentencepairs.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace crema::write {

namespace {

constexpr auto suggestedKey = "suggested";
constexpr double leastChange = 0.15; // of the words, below which length is no habit
constexpr qsizetype keptDrafts = 20;
constexpr qsizetype longestSentence = 240; // characters of a rule that quotes one

QString said(const char *text)
{
    return QCoreApplication::translate("voice", text);
}

VoiceRule habit(const QString &kind, const QString &from = {}, const QString &to = {})
{
    const QByteArray key = (kind + u'\n' + fold(from) + u'\n' + fold(to)).toUtf8();
    VoiceRule rule;
    rule.id = QString::fromLatin1(QCryptographicHash::hash(key, QCryptographicHash::Sha1).toHex().left(12));
    rule.kind = kind;
    rule.from = from;
    rule.to = to;
    return rule;
}

QString withoutComma(QStringView line)
{
    QString text = cleanLine(line);
    while (text.endsWith(u',') || text.endsWith(u'!')) {
        text.chop(1);
    }
    return text;
}

const QRegularExpression &contraction()
{
    static const QRegularExpression pattern(
            uR"(\b(?:I['’]m|(?:\w+)['’](?:ve|ll|re|d)|\w+n['’]t|(?:it|that|there|what|here|let)['’]s)\b)"_s,
            QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

qsizetype contractionsIn(const QString &text)
{
    return text.count(contraction());
}

// One email taken apart: what is suggested beside what was sent.
class Comparison
{
public:
    Comparison(const Draft &suggested, const Draft &sent, const QString &signature)
        : m_suggested(suggested), m_sent(sent), m_before(truth::partsOf(suggested.body, signature)),
          m_after(truth::partsOf(sent.body, signature)),
          m_textBefore(m_before.text.of(suggested.body).toString()),
          m_textAfter(m_after.text.of(sent.body).toString())
    {
        addSignOff();
        addGreeting();
        addLength();
        addContractions();
        addSentences();
    }

    [[nodiscard]] QVector<VoiceRule> take() { return std::move(m_found); }

private:
    void add(const VoiceRule &rule)
    {
        const bool known = std::ranges::any_of(m_found,
                                               [&](const VoiceRule &one) { return one.id == rule.id; });
        if (!known) {
            m_found << rule;
        }
    }

    void addSignOff()
    {
        const QString from = withoutComma(m_before.signOff.of(m_suggested.body));
        const QString to = withoutComma(m_after.signOff.of(m_sent.body));
        if (!from.isEmpty() && !to.isEmpty() && from != to) {
            add(habit(u"sign_off"_s, from, to));
        }
    }

    // "Hello" for "Hi", when the rest of the greeting stayed: other words are about this one person.
    void addGreeting()
    {
        const QString from = withoutComma(m_before.greeting.of(m_suggested.body));
        const QString to = withoutComma(m_after.greeting.of(m_sent.body));
        const QString first = from.section(u' ', 0, 0);
        const QString other = to.section(u' ', 0, 0);
        const bool sameRest = from.section(u' ', 1) == to.section(u' ', 1)
                && !from.section(u' ', 1).isEmpty();
        if (sameRest && first != other) {
            add(habit(u"greeting"_s, first, other));
        }
    }

    void addLength()
    {
        const int before = truth::countWords(m_textBefore);
        const int after = truth::countWords(m_textAfter);
        if (before == 0 || after == 0) {
            return;
        }
        const double change = double(after - before) / before;
        if (std::abs(change) >= leastChange) {
            VoiceRule rule = habit(change < 0 ? u"shorter"_s : u"longer"_s);
            rule.percent = static_cast<int>(std::lround(std::abs(change) * 100));
            add(rule);
        }
    }

    void addContractions()
    {
        const qsizetype before = contractionsIn(m_textBefore);
        const qsizetype after = contractionsIn(m_textAfter);
        if (before == 0 && after > 0) {
            add(habit(u"contractions"_s));
        } else if (before > 0 && after == 0 && !m_textAfter.isEmpty()) {
            add(habit(u"no_contractions"_s));
        }
    }

    void addSentences()
    {
        const SentencePairs pairs = pairSentences(m_textBefore, m_textAfter);
        for (const QString &sentence : pairs.dropped) {
            if (sentence.size() <= longestSentence && isAboutNobody(sentence)) {
                add(habit(u"drop"_s, sentence));
            }
        }
        for (const auto &[before, after] : pairs.changed) {
            for (const auto &[from, to] : replacementsIn(before, after)) {
                const bool onlyContracted = contractionsIn(from) != contractionsIn(to)
                        && expanded(from) == expanded(to);
                const bool starts = before.startsWith(from) && after.startsWith(to);
                if (isAboutNobody(from, starts) && isAboutNobody(to, starts) && !onlyContracted) {
                    add(habit(u"replace"_s, from, to));
                }
            }
        }
    }

    static QString expanded(const QString &text)
    {
        QString words = fold(text);
        words.replace(QRegularExpression(u"['’]m\\b"_s), u" am"_s)
                .replace(QRegularExpression(u"['’]ve\\b"_s), u" have"_s);
        words.replace(QRegularExpression(u"['’]re\\b"_s), u" are"_s)
                .replace(QRegularExpression(u"['’]ll\\b"_s), u" will"_s);
        words.replace(QRegularExpression(u"\\bcan['’]t\\b"_s), u"cannot"_s)
                .replace(QRegularExpression(u"n['’]t\\b"_s), u" not"_s);
        words.replace(QRegularExpression(u"['’]d\\b"_s), u" would"_s)
                .replace(QRegularExpression(u"['’]s\\b"_s), u" is"_s);
        return words.simplified();
    }

    // No number, and no name inside: those say something about one recipient, or about the sender.
    // `starts`: it begins a sentence, where every word has a capital.
    [[nodiscard]] bool isAboutNobody(const QString &text, bool starts = true) const
    {
        const auto claimed = [&](const Claim &claim) {
            return text.contains(claim.text) || (text.size() > 3 && claim.text.contains(text));
        };
        if (std::ranges::any_of(m_suggested.claims, claimed) || std::ranges::any_of(m_sent.claims, claimed)) {
            return false;
        }
        const QVector<truth::Word> words = truth::wordsOf(text);
        return std::ranges::none_of(words, [&](const truth::Word &word) {
            const QStringView value = word.span.of(text);
            const bool name = truth::isNameLike(value) && !(starts && word.startsSentence)
                    && !truth::isPlainWord(value) && contractionsIn(value.toString()) == 0;
            return truth::hasDigit(value) || name;
        });
    }

    const Draft &m_suggested;
    const Draft &m_sent;
    truth::BodyParts m_before;
    truth::BodyParts m_after;
    QString m_textBefore;
    QString m_textAfter;
    QVector<VoiceRule> m_found;
};

VoiceRule seenIn(VoiceRule rule, const VoiceRule &shown, const QString &draftId, const QString &at)
{
    if (rule.percent > 0) {
        const auto times = static_cast<int>(rule.drafts.size());
        rule.percent = (rule.percent * times + shown.percent) / (times + 1);
    } else {
        rule.percent = shown.percent;
    }
    rule.drafts << draftId;
    if (rule.drafts.size() > keptDrafts) {
        rule.drafts.removeFirst();
    }
    rule.seenAt = at;
    return rule;
}

} // namespace

void keepSuggestion(Draft &draft)
{
    draft.extra[suggestedKey] = {{"subject", draft.subject}, {"body", draft.body}};
}

void takeSuggestion(Draft &draft, const Draft &version)
{
    if (const Json &kept = member(version.extra, suggestedKey); kept.is_object()) {
        draft.extra[suggestedKey] = kept;
    } else {
        draft.extra.erase(suggestedKey);
    }
}

std::optional<Draft> suggestionOf(const Draft &draft)
{
    const Json &kept = member(draft.extra, suggestedKey);
    if (textAt(kept, "body").isEmpty()) {
        return std::nullopt;
    }
    Draft suggested = draft;
    suggested.subject = textAt(kept, "subject");
    suggested.body = textAt(kept, "body");
    return suggested;
}

QVector<VoiceRule> habitsIn(const Draft &suggested, const Draft &sent, const QString &signature)
{
    if (suggested.body == sent.body) {
        return {};
    }
    return Comparison(suggested, sent, signature).take();
}

QVector<VoiceRule> learned(const QVector<VoiceRule> &known, const QVector<VoiceRule> &habits,
                           const QString &draftId, const QString &at)
{
    QVector<VoiceRule> changed;
    for (const VoiceRule &shown : habits) {
        const auto it = std::ranges::find(known, shown.id, &VoiceRule::id);
        const VoiceRule rule = it == known.end() ? shown : *it;
        if (!rule.deleted && !rule.drafts.contains(draftId)) {
            changed << seenIn(rule, shown, draftId, at);
        }
    }
    return changed;
}

QString ruleText(const VoiceRule &rule)
{
    if (!rule.words.isEmpty()) {
        return rule.words;
    }
    if (rule.kind == "sign_off"_L1) {
        return said("You sign off with “%1” instead of “%2”.").arg(rule.to, rule.from);
    }
    if (rule.kind == "greeting"_L1) {
        return said("You greet with “%1” instead of “%2”.").arg(rule.to, rule.from);
    }
    if (rule.kind == "shorter"_L1) {
        return said("You shorten: about %1 % fewer words.").arg(rule.percent);
    }
    if (rule.kind == "longer"_L1) {
        return said("You write more: about %1 % more words.").arg(rule.percent);
    }
    if (rule.kind == "replace"_L1) {
        return said("You replace “%1” by “%2”.").arg(rule.from, rule.to);
    }
    if (rule.kind == "drop"_L1) {
        return said("You drop the sentence “%1”").arg(rule.from);
    }
    return rule.kind == "contractions"_L1 ? said("You use contractions, as in “I'm” and “don't”.")
                                          : said("You spell contractions out: “I am”, not “I'm”.");
}

QStringList activeTexts(const QVector<VoiceRule> &rules)
{
    QStringList texts;
    for (const VoiceRule &rule : rules) {
        if (isActive(rule)) {
            texts << ruleText(rule);
        }
    }
    return texts;
}

LearnedVoice learnedVoice(const QVector<VoiceRule> &rules)
{
    LearnedVoice voice;
    bool pinned = false;
    QSet<QString> pinnedGreetings;
    for (const VoiceRule &rule : rules) { // newest first
        if (!isActive(rule) || !rule.words.isEmpty()) {
            continue;
        }
        if (rule.kind == "sign_off"_L1 && (voice.signOff.isEmpty() || (rule.pinned && !pinned))) {
            voice.signOff = rule.to;
            pinned = rule.pinned;
        } else if (rule.kind == "greeting"_L1
                   && (!voice.greetings.contains(rule.from)
                       || (rule.pinned && !pinnedGreetings.contains(rule.from)))) {
            voice.greetings.insert(rule.from, rule.to);
            pinnedGreetings += rule.pinned ? QSet<QString> {rule.from} : QSet<QString>();
        } else if (rule.kind == "drop"_L1) {
            voice.dropped << rule.from;
        }
    }
    return voice;
}

} // namespace crema::write
