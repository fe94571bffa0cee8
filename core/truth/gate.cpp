// SPDX-License-Identifier: GPL-3.0-or-later
#include "truth/gate.h"

#include "base/text.h"
#include "truth/facts.h"
#include "truth/gaterules.h"
#include "truth/leftovers.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::truth {

namespace {

QString said(const char *text)
{
    return QCoreApplication::translate("gate", text);
}

void checkLength(const DraftView &view, QVector<GateProblem> &found)
{
    const GateBounds bounds = boundsFor(view.input.draft, view.input.bounds);
    const int words = countWords(view.parts.text.of(view.body));
    if (words < bounds.minWords || words > bounds.maxWords) {
        found << problemAt(u"length"_s,
                           said("The text has %1 words; it should have %2 to %3.")
                                   .arg(words)
                                   .arg(bounds.minWords)
                                   .arg(bounds.maxWords));
    }
    const int subjectWords = countWords(view.subject);
    if (subjectWords < bounds.minSubjectWords || subjectWords > bounds.maxSubjectWords) {
        found << problemInSubject(u"subject_length"_s,
                                  said("The subject has %1 words; it should have %2 to %3.")
                                          .arg(subjectWords)
                                          .arg(bounds.minSubjectWords)
                                          .arg(bounds.maxSubjectWords),
                                  {0, view.subject.size()});
    }
}

// Any part of the recipient's name will do: "Hi Zoë", "Dear Ms. Müller".
bool greetsByName(const QString &greeting, const Contact &contact)
{
    const QStringList words = foldedWords(greeting);
    QStringList names = foldedWords(sayable(contact.firstName)) + foldedWords(sayable(contact.lastName));
    if (names.isEmpty()) {
        return true;
    }
    return std::ranges::any_of(names, [&](const QString &name) {
        const bool unspaced = name[0].category() == QChar::Letter_Other;
        return words.contains(name) || (unspaced && fold(greeting).contains(name));
    });
}

// A name that stands there without its accents: "Zoe" for "Zoë".
void checkAccents(const DraftView &view, QVector<GateProblem> &found)
{
    const Span &greeting = view.parts.greeting;
    for (const Word &word : wordsOf(greeting.of(view.body))) {
        const QString written =
                word.span.of(greeting.of(view.body)).toString().normalized(QString::NormalizationForm_C);
        for (const QString &name : {view.input.contact.firstName, view.input.contact.lastName}) {
            for (const Word &part : wordsOf(name)) {
                const QString known = part.span.of(name).toString().normalized(QString::NormalizationForm_C);
                const bool differs = written.compare(known, Qt::CaseInsensitive) != 0;
                if (differs && fold(written) == fold(known)
                    && !written.contains(known, Qt::CaseInsensitive)) {
                    found << problemAt(u"encoding"_s, said("The record writes \"%1\".").arg(known),
                                       {greeting.start + word.span.start, word.span.length});
                }
            }
        }
    }
}

void checkGreeting(const DraftView &view, QVector<GateProblem> &found)
{
    if (view.parts.greeting.length == 0) {
        found << problemAt(u"greeting"_s,
                           said("The email should begin with a greeting on a line of its own."));
    } else if (!greetsByName(view.parts.greeting.of(view.body).toString(), view.input.contact)) {
        found << problemAt(u"greeting"_s,
                           said("The greeting does not name %1.").arg(view.input.contact.name()),
                           view.parts.greeting);
    }
    checkAccents(view, found);
}

void checkAsk(const DraftView &view, QVector<GateProblem> &found)
{
    const QVector<Span> asks = asksIn(view);
    // A thank-you or an answer may ask for nothing.
    const bool mayBeNone = view.input.draft.kind == "thank_you"_L1 || view.input.draft.kind == "reply"_L1;
    if (asks.isEmpty() && !mayBeNone) {
        found << problemAt(u"one_ask"_s, said("The email asks for nothing; it should ask for one thing."));
    }
    for (qsizetype i = 1; i < asks.size(); ++i) {
        found << problemAt(u"one_ask"_s, said("The email should ask for one thing only; this is one more."),
                           asks[i]);
    }
}

// People are called Null and Todo.
bool isOwnName(const DraftView &view, const QString &words)
{
    const Contact &contact = view.input.contact;
    return containsWords(contact.name(), words) || containsWords(view.input.profile.name, words);
}

void checkLeftovers(const DraftView &view, QVector<GateProblem> &found)
{
    const auto add = [&](const QString &text, bool inSubject) {
        for (const Span &span : leftoversIn(text)) {
            const QString words = span.of(text).toString();
            if (isOwnName(view, words)) {
                continue;
            }
            const QString why = words.trimmed().size() > 1
                    ? said("\"%1\" is left over from a template or a missing value.").arg(words)
                    : said("Something is missing here.");
            found << (inSubject ? problemInSubject(u"placeholder"_s, why, span)
                                : problemAt(u"placeholder"_s, why, span));
        }
    };
    // Columns and bars of a signature are the user's own business.
    const qsizetype end = view.parts.signature.length > 0 ? view.parts.signature.start : view.body.size();
    add(view.body.left(end), false);
    if (!hasConversationSubject(view.input.draft)) {
        add(view.subject, true);
    }
}

void checkDamage(const DraftView &view, QVector<GateProblem> &found)
{
    const QString why = said("Characters are damaged here.");
    for (const Span &span : damageIn(view.body)) {
        found << problemAt(u"encoding"_s, why, span);
    }
    for (const Span &span : damageIn(view.subject)) {
        found << problemInSubject(u"encoding"_s, why, span);
    }
}

const QRegularExpression &resumeWords()
{
    static const QRegularExpression pattern(
            uR"(\br[eé]sum[eé]s?\b|\bCVs?\b|\bcurriculum(?: vitae)?\b|\battach(?:ed|ing|ment|ments)\b|\benclosed\b|\blebenslauf\b)"
            uR"(|\banbei\b|\bim anhang\b|\bangehängt\b|\bbeigefügt\b|\bcurr[ií]cul[ou]m?\b|\badjunt[oa]\b|\bci-joint\b|\ballegat[oa]\b|\banexo\b|\bem anexo\b|简历|履歴書|이력서|резюме)"_s,
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return pattern;
}

// "to resume my studies", "attached to my home town" promise no file.
bool speaksOfAFile(const QString &text, const Span &span)
{
    static const QRegularExpression verb(uR"(\b(?:to|will|can|may|would|could|should|shall)\s+$)"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression feeling(uR"(^\s+to (?!this\b|the (?:e-?mail|message|note))\p{L})"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QString word = span.of(text).toString().toLower();
    if (word == "resume"_L1) {
        return !verb.match(text.sliced(std::max<qsizetype>(0, span.start - 12),
                                       span.start - std::max<qsizetype>(0, span.start - 12)))
                        .hasMatch();
    }
    return word != "attached"_L1 || !feeling.match(text.sliced(span.end())).hasMatch();
}

void checkResume(const DraftView &view, QVector<GateProblem> &found)
{
    if (view.input.resumeAttached) {
        return;
    }
    const auto add = [&](const QString &text, const Span &within, bool inSubject) {
        auto matches = resumeWords().globalMatch(text);
        while (matches.hasNext()) {
            const auto match = matches.next();
            const Span span {match.capturedStart(), match.capturedLength()};
            // Somebody's title: "Resume Writer"
            const bool claimed = !inSubject && isQuotedAt(view, span, match.captured(0));
            if (claimed || !span.overlaps(within) || !speaksOfAFile(text, span)) {
                continue;
            }
            const QString why = said("No resume is attached, so the email should not mention one.");
            found << (inSubject ? problemInSubject(u"resume"_s, why, span)
                                : problemAt(u"resume"_s, why, span));
        }
    };
    add(view.body, view.parts.text, false);
    const bool subjectOfClaim = std::ranges::any_of(view.input.draft.claims, [&](const Claim &claim) {
        return resumeWords().match(claim.text).hasMatch();
    });
    if (!subjectOfClaim && !hasConversationSubject(view.input.draft)) {
        add(view.subject, {0, view.subject.size()}, true);
    }
}

void checkSignature(const DraftView &view, QVector<GateProblem> &found)
{
    const Profile &profile = view.input.profile;
    if (sayable(profile.name).isEmpty() && profile.signature.trimmed().isEmpty()) {
        found << problemAt(
                u"signature"_s,
                said("Your profile has no name yet, so the email is not signed. Fill in your name."));
    } else if (view.parts.signature.length == 0) {
        found << problemAt(u"signature"_s, said("The email does not end with your signature."));
    }
}

// Where each claim's words stand; every occurrence counts, for the text can repeat them.
QVector<Span> placesOf(const QVector<Claim> &claims, const QString &body)
{
    QVector<Span> spans;
    for (const Claim &claim : claims) {
        if (claim.text.isEmpty() || claim.sources.isEmpty()) {
            continue;
        }
        for (qsizetype at = body.indexOf(claim.text); at >= 0;
             at = body.indexOf(claim.text, at + claim.text.size())) {
            spans << Span {at, claim.text.size()};
        }
    }
    return spans;
}

} // namespace

GateBounds boundsFor(const Draft &draft, GateBounds bounds)
{
    if (draft.kind == "reply"_L1) {
        bounds.minWords = 3;
    }
    if (hasConversationSubject(draft)) {
        bounds.minSubjectWords = 1;
        bounds.maxSubjectWords = 60;
    }
    return bounds;
}

DraftView::DraftView(const GateInput &draftInput)
    : input(draftInput), body(draftInput.draft.body), subject(draftInput.draft.subject),
      parts(partsOf(draftInput.draft.body, signatureOf(draftInput.profile))),
      claimed(placesOf(draftInput.draft.claims, draftInput.draft.body))
{
    for (const Span &sentence : sentencesOf(parts.text.of(body))) {
        sentences << Span {sentence.start + parts.text.start, sentence.length};
    }
}

GateProblem problemAt(const QString &rule, const QString &text, const Span &span)
{
    return {rule, text, false, static_cast<int>(span.start), static_cast<int>(span.length)};
}

GateProblem problemInSubject(const QString &rule, const QString &text, const Span &span)
{
    return {rule, text, true, static_cast<int>(span.start), static_cast<int>(span.length)};
}

bool isQuotedAt(const DraftView &view, const Span &span, const QString &words)
{
    return std::ranges::any_of(view.input.draft.claims, [&](const Claim &claim) {
        const qsizetype at = view.body.indexOf(claim.text);
        return at >= 0 && Span {at, claim.text.size()}.overlaps(span)
                && std::ranges::any_of(claim.sources, [&](const Source &source) {
                       return containsWords(source.quote, words);
                   });
    });
}

bool isInside(const Span &span, const QVector<Span> &spans)
{
    return std::ranges::any_of(
            spans, [&](const Span &outer) { return outer.start <= span.start && span.end() <= outer.end(); });
}

QVector<GateProblem> checkDraft(const GateInput &input)
{
    const DraftView view(input);
    QVector<GateProblem> found;
    checkLength(view, found);
    checkGreeting(view, found);
    checkAsk(view, found);
    checkLeftovers(view, found);
    found << unsourcedIn(view);
    checkResume(view, found);
    checkSignature(view, found);
    checkDamage(view, found);
    return found;
}

} // namespace crema::truth
