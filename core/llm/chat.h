// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QString>
#include <QVector>

#include <functional>

namespace crema::llm {

enum class Role { system, user, assistant };

struct Message
{
    Role role = Role::user;
    QString text;

    [[nodiscard]] bool operator==(const Message &) const = default;
};

/// What a model is asked: the answer is to be one JSON object of this schema.
struct ChatRequest
{
    QVector<Message> messages;
    QString schemaName; ///< letters, digits, '_' and '-', at most 64
    Json schema; ///< in the subset of JSON schema that OpenAI calls strict
    int maxTokens = 4000; ///< of the answer; models that reason use up part of it unseen
};

/// The same once more: with what was answered, unless it has no words (servers refuse such a message), and
/// what is to be put right.
[[nodiscard]] ChatRequest askedAgain(ChatRequest chat, const QString &answer, const QString &objection);

/// How an answer ended.
enum class Ending {
    complete,
    cut, ///< at the limit of tokens
    filtered, ///< held back by the server's own filter
    refused, ///< the model says that it will not
};

struct Usage
{
    int promptTokens = 0; ///< 0: not told
    int answerTokens = 0;

    [[nodiscard]] bool operator==(const Usage &) const = default;
};

struct ChatAnswer
{
    QString text; ///< as the model wrote it; of a refusal its words
    Ending ending = Ending::complete;
    Usage usage;
    QString model; ///< as the server calls it
};

/// Called with the whole text so far, on the client's thread, while the answer comes in.
using TextReceiver = std::function<void(const QString &)>;

} // namespace crema::llm
