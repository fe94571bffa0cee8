// SPDX-License-Identifier: GPL-3.0-or-later
#include "write/grounding.h"

#include "base/text.h"
#include "truth/gate.h"
#include "write/batchmemory.h"
#include "write/envelope.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::write {

namespace {

constexpr qsizetype shortestWord = 3; ///< a value of fewer letters stands in many sentences by chance

QString said(const char *words)
{
    return QCoreApplication::translate("gate", words);
}

bool isToldBy(const QString &sentence, const NumberedFact &fact)
{
    return std::ranges::any_of(fact.sources, [&](const Source &source) {
        return source.quote.size() >= shortestWord && containsWords(sentence, source.quote);
    });
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
    draft.subject = email.subject;
    draft.body = inEnvelope(textOf(email), request);
    for (const ModelSentence &sentence : email.sentences) {
        const QVector<Source> sources = sourcesOf(sentence, facts);
        if (!sources.isEmpty()) {
            draft.claims << Claim {sentence.text, sources};
        }
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
    if (const QVector<Source> sources = sourcesOf(sentence, facts); !sources.isEmpty()) {
        changed.claims << Claim {sentence.text, sources};
    }
    return changed;
}

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
        if (request.memory->hasSubject(draft.subject, request.contact)) {
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
