// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "llm/client.h"
#include "write/prompt.h"
#include "write/templatewriter.h"

namespace crema::write {

/// What goes with the request for one email.
struct ModelOrder
{
    llm::Server server;
    QString jobId;
    QStringList voiceRules; ///< in words, for the model
};

/// An email and how it came about.
struct ModelDraft
{
    Draft draft;
    int tries = 0; ///< requests to the model that were answered
    llm::Usage usage; ///< of all of them
    /// Why the template writer wrote it instead; empty when the model did.
    QString fallback;
    QStringList dropped; ///< sentences of the model that no fact bore out and that were left out
};

/// Called with what can be shown of the email while it comes in.
using EmailPreview = std::function<void(const ModelEmail &)>;

/// Writes emails with a language model. The model proposes, the gate decides: an email is used only when
/// every sentence is borne out by the record, after at most two tries; else the template writer writes it.
class ModelWriter final
{
public:
    static constexpr int maxTries = 2;

    /// Both outlive the writer.
    ModelWriter(llm::Client &client, const TemplateWriter &templates)
        : m_client(client), m_templates(templates)
    {
    }

    /// An error means that the model could not be asked (net and llm errors) or that not even the template
    /// writer has anything to say; the draft has no id yet.
    [[nodiscard]] Task<Result<ModelDraft>> write(WriteRequest request, ModelOrder order, EmailPreview preview,
                                                 std::stop_token stop) const;

    /// Another wording of the sentence at `span` of the draft's body; the draft with it, checked like a whole
    /// email. badAnswer, with what was wrong, when the model has none that the record bears out;
    /// rejectedInput, and nothing is asked, when the sentence holds what the model must not be told.
    [[nodiscard]] Task<Result<ModelDraft>> rewriteSentence(WriteRequest request, ModelOrder order,
                                                           Draft draft, truth::Span span,
                                                           std::stop_token stop) const;

    /// What would be asked for that, or why nothing would.
    [[nodiscard]] Result<llm::ChatRequest> sentencePrompt(const WriteRequest &request, const FactList &facts,
                                                          const QStringList &voiceRules, const Draft &draft,
                                                          truth::Span span) const;

private:
    /// What one answer is good for.
    struct Attempt
    {
        std::optional<Draft> draft; ///< when it can be used
        QStringList dropped;
        QStringList problems; ///< in words, when it cannot
        bool mayTryAgain = true;
    };
    using Judge = std::function<Attempt(const llm::ChatAnswer &answer, bool isLast)>;
    /// What is asked for, and who says whether an answer is that.
    struct Question
    {
        llm::ChatRequest chat;
        Wanted wanted = Wanted::email;
        Judge judge;
    };
    /// Asks until an answer can be used, twice at most; without a draft when none could, `fallback` then says
    /// why.
    [[nodiscard]] Task<Result<ModelDraft>> ask(llm::Server server, Question question, llm::Call call,
                                               llm::TextReceiver onText, std::stop_token stop) const;
    [[nodiscard]] static std::optional<ModelEmail> emailIn(const llm::ChatAnswer &answer, Attempt &attempt);
    [[nodiscard]] Attempt judge(const llm::ChatAnswer &answer, const WriteRequest &request,
                                const FactList &facts, const QString &model, bool isLast) const;
    [[nodiscard]] Attempt judgeSentence(const llm::ChatAnswer &answer, const WriteRequest &request,
                                        const FactList &facts, const Draft &draft, truth::Span span) const;

    llm::Client &m_client;
    const TemplateWriter &m_templates;
};

} // namespace crema::write
