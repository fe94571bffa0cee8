// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/leaves.h"
#include "support/egressrecord.h"
#include "support/modelserver.h"
#include "support/support.h"
#include "write/modelwriter.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>

class ModelWriterTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void writesOrFallsBack_data();
    void writesOrFallsBack();
    void takesDataForData();
    void withholds();
    void tellsWhatAJobIsToday_data();
    void tellsWhatAJobIsToday();
    void showsWhatComes();
    void keepsABatchApart();
    void rewritesASentence();
    void asksAgainForOneSentence();
    void keepsWithheldOutOfASentence();
    void knowsInstructions_data();
    void knowsInstructions();

private:
    [[nodiscard]] crema::Result<crema::write::ModelDraft> write(const QString &model,
                                                                const crema::write::WriteRequest &request,
                                                                crema::write::EmailPreview preview = {});

    /// A draft of a model's and where a sentence of it stands that says nothing of anybody.
    struct Sentence
    {
        crema::Draft draft;
        crema::truth::Span span;
    };
    [[nodiscard]] Sentence sentence(const crema::write::WriteRequest &request);
    [[nodiscard]] crema::Result<crema::write::ModelDraft> reword(const QString &model,
                                                                 const crema::write::WriteRequest &request,
                                                                 const Sentence &sentence);

    std::unique_ptr<crema::test::ModelServer> m_server;
    std::unique_ptr<crema::write::TemplateWriter> m_templates;
    std::unique_ptr<QTemporaryDir> m_folder;
    crema::test::EgressRecord m_egress;
    std::unique_ptr<crema::net::Client> m_http;
    std::unique_ptr<crema::llm::AbilityMemory> m_memory;
    std::unique_ptr<crema::llm::Client> m_client;
};
