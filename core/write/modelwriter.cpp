// SPDX-License-Identifier: GPL-3.0-or-later
#include "write/modelwriter.h"

#include "base/text.h"
#include "llm/jsonanswer.h"
#include "write/grounding.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::write {

namespace {

QString said(const char *words)
{
    return QCoreApplication::translate("llm", words);
}

llm::TextReceiver previewing(EmailPreview preview)
{
    if (!preview) {
        return {};
    }
    return [preview = std::move(preview)](const QString &text) {
        const Json json = llm::unfinishedObjectIn(text);
        ModelEmail email;
        email.subject = cleanLine(textAt(json, "subject"));
        for (const Json &one : arrayAt(json, "sentences")) {
            email.sentences << ModelSentence {
                    cleanLine(textAt(one, "text")), {}, static_cast<int>(intAt(one, "paragraph", 1))};
        }
        preview(email);
    };
}

QString endingInWords(llm::Ending ending)
{
    switch (ending) {
    case llm::Ending::cut:
        return said("The answer was cut off before its end.");
    case llm::Ending::filtered:
        return said("The server's own filter held the answer back.");
    case llm::Ending::refused:
        return said("The model declined to write it.");
    case llm::Ending::complete:
        break;
    }
    return {};
}

/// The server answered, but not with an email: that is one of the tries, and no reason to give up the person.
bool isBadTry(const Error &error, int tries)
{
    return error.kind == ErrorKind::badAnswer || error.kind == ErrorKind::timeout
            || (error.kind == ErrorKind::rejectedInput && tries > 0);
}

/// The sentence stands in the email outside of `span`.
bool standsElsewhere(const QString &sentence, const QString &body, truth::Span span)
{
    const QStringList words = foldedWords(sentence);
    return std::ranges::any_of(truth::sentencesOf(body), [&](const truth::Span &other) {
        const bool apart = other.end() <= span.start || other.start >= span.end();
        return apart && foldedWords(other.of(body)) == words;
    });
}

} // namespace

std::optional<ModelEmail> ModelWriter::emailIn(const llm::ChatAnswer &answer, Attempt &attempt)
{
    if (answer.ending != llm::Ending::complete) {
        attempt.problems << endingInWords(answer.ending);
        attempt.mayTryAgain = answer.ending == llm::Ending::cut;
        return std::nullopt;
    }
    const auto json = llm::objectIn(answer.text);
    auto email = json ? emailFrom(*json) : Result<ModelEmail>(std::unexpected(json.error()));
    if (!email) {
        attempt.problems << email.error().text;
        return std::nullopt;
    }
    return *std::move(email);
}

ModelWriter::Attempt ModelWriter::judge(const llm::ChatAnswer &answer, const WriteRequest &request,
                                        const FactList &facts, const QString &model, bool isLast) const
{
    Attempt attempt;
    const auto email = emailIn(answer, attempt);
    if (!email) {
        return attempt;
    }
    const Draft draft = draftFrom(*email, facts, request, model);
    const QVector<GateProblem> problems = problemsOf(draft, request, m_templates.knowledge());
    if (problems.isEmpty()) {
        attempt.draft = draft;
        return attempt;
    }
    attempt.problems = problemsInWords(problems, draft);
    if (!isLast) {
        return attempt;
    }
    // What is left without the sentences nobody can vouch for may still be a good email.
    const ModelEmail rest = withoutUngrounded(*email, problems, draft);
    const Draft shorter = draftFrom(rest, facts, request, model);
    if (!rest.sentences.isEmpty() && rest.sentences.size() < email->sentences.size()
        && problemsOf(shorter, request, m_templates.knowledge()).isEmpty()) {
        attempt.draft = shorter;
        for (const ModelSentence &sentence : email->sentences) {
            if (!shorter.body.contains(sentence.text)) {
                attempt.dropped << sentence.text;
            }
        }
    }
    return attempt;
}

Task<Result<ModelDraft>> ModelWriter::ask(llm::Server server, Question question, llm::Call call,
                                          llm::TextReceiver onText, std::stop_token stop) const
{
    llm::ChatRequest chat = question.chat;
    ModelDraft written;
    QStringList problems;
    for (bool goOn = true; goOn && written.tries < maxTries;) {
        auto asking = m_client.ask(server, chat, call, onText, stop);
        const auto answer = co_await asking;
        if (!answer && !isBadTry(answer.error(), written.tries)) {
            co_return std::unexpected(answer.error());
        }
        ++written.tries;
        if (!answer) {
            problems = {answer.error().text};
            continue;
        }
        written.usage.promptTokens += answer->usage.promptTokens;
        written.usage.answerTokens += answer->usage.answerTokens;
        const Attempt attempt = question.judge(*answer, written.tries == maxTries);
        if (attempt.draft) {
            written.draft = *attempt.draft;
            written.dropped = attempt.dropped;
            co_return written;
        }
        problems = attempt.problems;
        goOn = attempt.mayTryAgain;
        chat = promptAgain(chat, question.wanted, answer->text, problems);
        chat.maxTokens *= answer->ending == llm::Ending::cut ? 2 : 1; // a model that reasons may need more
    }
    written.fallback = problems.join(u' ');
    co_return written;
}

Task<Result<ModelDraft>> ModelWriter::write(WriteRequest request, ModelOrder order, EmailPreview preview,
                                            std::stop_token stop) const
{
    const FactList facts = numberedFacts(request, m_templates.knowledge());
    const llm::Call call {said("Write an email"), order.jobId, facts.personalData};
    const llm::TextReceiver onText = previewing(std::move(preview));
    const Judge judging = [&](const llm::ChatAnswer &answer, bool isLast) {
        return judge(answer, request, facts, order.server.model, isLast);
    };
    const Question question {promptFor(request, facts, order.voiceRules), Wanted::email, judging};
    auto asking = ask(order.server, question, call, onText, std::move(stop));
    auto written = co_await asking;
    if (!written || written->fallback.isEmpty()) {
        co_return written;
    }
    auto draft = m_templates.write(request);
    if (!draft) {
        co_return std::unexpected(draft.error());
    }
    written->draft = *std::move(draft);
    co_return written;
}

ModelWriter::Attempt ModelWriter::judgeSentence(const llm::ChatAnswer &answer, const WriteRequest &request,
                                                const FactList &facts, const Draft &draft,
                                                truth::Span span) const
{
    Attempt attempt;
    const auto email = emailIn(answer, attempt);
    if (!email) {
        return attempt;
    }
    const ModelSentence &sentence = email->sentences.constFirst();
    if (email->sentences.size() > 1 || truth::sentencesOf(sentence.text).size() > 1) {
        attempt.problems << said("One sentence was asked for, not several.");
        return attempt;
    }
    if (standsElsewhere(sentence.text, draft.body, span)) {
        attempt.problems << said("The email says this sentence already.");
        return attempt;
    }
    const Draft changed = withSentence(draft, span, sentence, facts);
    const QVector<GateProblem> before = problemsOf(draft, request, m_templates.knowledge());
    QVector<GateProblem> problems = problemsOf(changed, request, m_templates.knowledge());
    // What was wrong elsewhere before is not this sentence's fault.
    const qsizetype end = span.start + sentence.text.size();
    const auto isElsewhere = [&](const GateProblem &problem) {
        return problem.inSubject || problem.start + problem.length <= span.start || problem.start >= end;
    };
    problems.removeIf([&](const GateProblem &problem) {
        return isElsewhere(problem) && std::ranges::any_of(before, [&](const GateProblem &old) {
                   return old.rule == problem.rule;
               });
    });
    for (GateProblem &problem : problems) {
        if (isElsewhere(problem)) {
            problem.length = 0; // the model is told what is wrong, not words that may be withheld
        }
    }
    attempt.problems = problemsInWords(problems, changed);
    if (changed.body == draft.body) {
        attempt.problems << said("It is the same sentence.");
    }
    if (attempt.problems.isEmpty()) {
        attempt.draft = changed;
    }
    return attempt;
}

Result<llm::ChatRequest> ModelWriter::sentencePrompt(const WriteRequest &request, const FactList &facts,
                                                     const QStringList &voiceRules, const Draft &draft,
                                                     truth::Span span) const
{
    const QString sentence = span.of(draft.body).toString();
    if (holdsWithheld(sentence, request)) {
        return failure(ErrorKind::rejectedInput,
                       said("This sentence holds something that a language model is not told: a phone "
                            "number, a place or a school. Nothing was sent; change it by hand, or change "
                            "what is kept back in the settings of writing."));
    }
    const QString text =
            truth::partsOf(draft.body, signatureOf(request.profile)).text.of(draft.body).toString();
    return promptForSentence(request, facts, voiceRules, text, sentence);
}

Task<Result<ModelDraft>> ModelWriter::rewriteSentence(WriteRequest request, ModelOrder order, Draft draft,
                                                      truth::Span span, std::stop_token stop) const
{
    const FactList facts = numberedFacts(request, m_templates.knowledge());
    const auto chat = sentencePrompt(request, facts, order.voiceRules, draft, span);
    if (!chat) {
        co_return std::unexpected(chat.error());
    }
    const llm::Call call {said("Write a sentence anew"), order.jobId,
                          facts.personalData + QStringList {said("the text of your email")}};
    const Judge judging = [&](const llm::ChatAnswer &answer, bool) {
        return judgeSentence(answer, request, facts, draft, span);
    };
    const Question question {*chat, Wanted::sentence, judging};
    auto asking = ask(order.server, question, call, {}, std::move(stop));
    auto written = co_await asking;
    if (written && !written->fallback.isEmpty()) {
        co_return failure(
                ErrorKind::badAnswer,
                said("The model has no other wording that the record bears out; the sentence stays. %1")
                        .arg(written->fallback));
    }
    co_return written;
}

} // namespace crema::write
