// SPDX-License-Identifier: GPL-3.0-or-later
#include "write/grounding.h"

#include "base/dates.h"
#include "base/text.h"
#include "truth/gate.h"
#include "truth/relations.h"
#include "write/batchmemory.h"
#include "write/envelope.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::write {

namespace {

constexpr qsizetype shortestWord = 3; ///< a value of fewer letters stands in many sentences by chance

QString said(const char *words)
{
    return QCoreApplication::translate("gate", words);
}

/// Where the quote stands in the sentence as it is written; a contact called Hope is not meant by "I hope".
qsizetype placeOf(const QString &sentence, const QString &quote)
{
    return quote.size() >= shortestWord && containsWords(sentence, quote) ? sentence.indexOf(quote) : -1;
}

bool isToldBy(const QString &sentence, const NumberedFact &fact)
{
    return std::ranges::any_of(fact.sources, [&](const Source &source) {
        return truth::topicOf(source) != truth::SourceTopic::person && placeOf(sentence, source.quote) >= 0;
    });
}

bool isQuestion(const QString &sentence)
{
    return sentence.trimmed().endsWith(u'?');
}

/// What a sentence claims: the whole of it, or, of a question, only the names in it.
QVector<Claim> claimsOf(const ModelSentence &sentence, const QVector<Source> &sources)
{
    if (sources.isEmpty()) {
        return {};
    }
    if (!isQuestion(sentence.text)) {
        return {Claim {sentence.text, sources}};
    }
    QVector<Claim> claims;
    for (const Source &source : sources) {
        if (placeOf(sentence.text, source.quote) >= 0) {
            claims << Claim {source.quote, {source}};
        }
    }
    return claims;
}

/// What the sentence rests on: the facts it cites and those whose words it uses.
QVector<Source> sourcesOf(const ModelSentence &sentence, const FactList &facts)
{
    QVector<Source> sources;
    const auto add = [&](const NumberedFact &fact) {
        for (const Source &source : fact.sources) {
            if (!sources.contains(source)) {
                sources << source;
            }
        }
    };
    for (const QString &id : sentence.facts) {
        if (const NumberedFact *fact = facts.find(id)) {
            add(*fact);
        }
    }
    for (const NumberedFact &fact : facts.facts) {
        if (isToldBy(sentence.text, fact)) {
            add(fact);
        }
    }
    return sources;
}

GateProblem wholeProblem(const QString &rule, const QString &text, bool inSubject = false)
{
    GateProblem problem;
    problem.rule = rule;
    problem.text = text;
    problem.inSubject = inSubject;
    return problem;
}

} // namespace

Draft draftFrom(const ModelEmail &email, const FactList &facts, const WriteRequest &request,
                const QString &writer)
{
    Draft draft = emptyDraft(request);
    draft.writer = writer;
    if (draft.subject.isEmpty()) {
        draft.subject = email.subject;
    }
    draft.body = inEnvelope(textOf(email), request);
    for (const ModelSentence &sentence : email.sentences) {
        draft.claims << claimsOf(sentence, sourcesOf(sentence, facts));
    }
    return draft;
}

Draft withSentence(const Draft &draft, truth::Span span, const ModelSentence &sentence, const FactList &facts)
{
    Draft changed = draft;
    changed.body.replace(span.start, span.length, sentence.text);
    changed.claims.removeIf([&](const Claim &claim) {
        return !changed.body.contains(claim.text) && !changed.subject.contains(claim.text);
    });
    changed.claims << claimsOf(sentence, sourcesOf(sentence, facts));
    return changed;
}

namespace {

GateProblem unsourcedAt(const truth::Span &span, const QString &why)
{
    GateProblem problem = wholeProblem(u"unsourced"_s, why);
    problem.start = static_cast<int>(span.start);
    problem.length = static_cast<int>(span.length);
    return problem;
}

/// What people do not put into a record and a model likes to make up: a meeting, a friend, plans of a firm,
/// and times that only today's date could prove.
const QRegularExpression &invention()
{
    static const QRegularExpression pattern(
            uR"(\b(?:we (?:met|spoke|talked|chatted|connected)|(?:meet|met|meeting) you (?:at|in|last|during)|our (?:conversation|chat|discussion|meeting|call)|(?:suggested|recommended|told me|mentioned) (?:that|you|I)|recently|newly|in recent|just (?:joined|started|moved|graduated|launched))\b)"
            uR"(|\b(?:my|your) (?!time\b|schedule\b|calendar\b|advice\b|perspective\b|insight|answer|help\b|reply\b|question|goal\b|hope\b|aim\b|email\b|interest|reason\b|name\b|major\b|title\b|role\b|job\b)\w+(?: \w+)? (?:is|are|was|were|has|have|had|spent|worked|studied|taught)\b)"_s,
            QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

QVector<Source> sourcesAt(const Draft &draft, const truth::Span &sentence)
{
    QVector<Source> sources;
    for (const Claim &claim : draft.claims) {
        const qsizetype at = draft.body.indexOf(claim.text, sentence.start);
        if (at >= sentence.start && at + claim.text.size() <= sentence.end()) {
            sources << claim.sources;
        }
    }
    return sources;
}

/// Stricter than the gate is with a person's own words: whatever a sentence says beside its sources.
void addInventions(const Draft &draft, const WriteRequest &request,
                   const truth::DirectoryKnowledge &knowledge, QVector<GateProblem> &problems)
{
    const truth::Span text = truth::partsOf(draft.body, signatureOf(request.profile)).text;
    for (const truth::Span &own : truth::sentencesOf(text.of(draft.body))) {
        const truth::Span sentence {own.start + text.start, own.length};
        const Claim claim {sentence.of(draft.body).toString(), sourcesAt(draft, sentence)};
        for (const truth::Unsupported &words : truth::unprovenWords(claim, &knowledge)) {
            problems << unsourcedAt({sentence.start + words.span.start, words.span.length}, words.reason);
        }
        const auto match = invention().match(claim.text);
        if (match.hasMatch() && request.kind != MailKind::thankYou) {
            problems << unsourcedAt({sentence.start + match.capturedStart(), match.capturedLength()},
                                    said("Nothing on record bears this out."));
        }
    }
    if (request.kind == MailKind::first && invention().match(draft.subject).hasMatch()) {
        problems << wholeProblem(u"unsourced"_s, said("Nothing on record bears out the subject."), true);
    }
}

/// Studying is over or is not, as the year says.
void addStudyTense(const Draft &draft, const WriteRequest &request, QVector<GateProblem> &problems)
{
    static const QRegularExpression done(uR"(\bI (?:graduated|studied|earned|completed|majored)\b)"_s);
    static const QRegularExpression going(
            uR"(\bI(?: study| am studying|'m studying|’m studying| attend| major)\b)"_s);
    const int year = request.profile.graduationYear.toInt();
    const int now = fromStoredTime(request.createdAt).date().year();
    if (year <= 0 || year == now) {
        return;
    }
    const auto match = (year > now ? done : going).match(draft.body);
    if (match.hasMatch()) {
        problems << unsourcedAt({match.capturedStart(), match.capturedLength()},
                                year > now ? said("Your profile says that you have not graduated yet.")
                                           : said("Your profile says that you have graduated."));
    }
}

} // namespace

QVector<GateProblem> problemsOf(const Draft &draft, const WriteRequest &request,
                                const truth::DirectoryKnowledge &knowledge)
{
    truth::GateInput input;
    input.draft = draft;
    input.profile = request.profile;
    input.contact = request.contact;
    input.resumeAttached = !draft.resumeId.isEmpty();
    input.knowledge = &knowledge;
    QVector<GateProblem> problems = truth::checkDraft(input);
    addInventions(draft, request, knowledge, problems);
    addStudyTense(draft, request, problems);
    // An unsigned profile is the user's to mend, not the writer's.
    problems.removeIf([](const GateProblem &problem) { return problem.rule == "signature"_L1; });
    if (request.memory) {
        const QString signature = signatureOf(request.profile);
        if (request.memory->hasBody(draft.body) || request.memory->hasText(draft.body, signature)) {
            problems << wholeProblem(u"identical"_s, said("The same email was written to somebody else."));
        } else if (request.memory->hasOpener(truth::openerOf(draft.body, signature), request.contact)) {
            problems << wholeProblem(
                    u"opener"_s, said("Another email to the same firm or school opens with these words."));
        }
        if (!hasConversationSubject(draft) && request.memory->hasSubject(draft.subject, request.contact)) {
            problems << wholeProblem(
                    u"subject"_s, said("Another email to the same firm or school has this subject."), true);
        }
    }
    return problems;
}

QStringList problemsInWords(const QVector<GateProblem> &problems, const Draft &draft)
{
    QStringList words;
    for (const GateProblem &problem : problems) {
        const QString &text = problem.inSubject ? draft.subject : draft.body;
        const QString about = problem.length > 0 && problem.start + problem.length <= text.size()
                ? text.sliced(problem.start, problem.length)
                : QString();
        words << (problem.inSubject ? u"Subject: "_s : QString())
                        + (about.isEmpty() ? problem.text : u"\"%1\": %2"_s.arg(about, problem.text));
    }
    words.removeDuplicates();
    return words;
}

ModelEmail withoutUngrounded(const ModelEmail &email, const QVector<GateProblem> &problems,
                             const Draft &draft)
{
    ModelEmail kept = email;
    kept.sentences.clear();
    qsizetype from = 0;
    for (const ModelSentence &sentence : email.sentences) {
        const qsizetype start = draft.body.indexOf(sentence.text, from);
        const qsizetype end = start + sentence.text.size();
        from = start < 0 ? from : end;
        const bool bad = std::ranges::any_of(problems, [&](const GateProblem &problem) {
            return problem.rule == "unsourced"_L1 && !problem.inSubject && problem.start < end
                    && start < problem.start + std::max(1, problem.length);
        });
        if (!bad) {
            kept.sentences << sentence;
        }
    }
    return kept;
}

} // namespace crema::write
