// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "llm/abilities.h"
#include "llm/chat.h"
#include "net/http.h"

#include <QStringList>

namespace crema::llm {

// The words of the chat completions API, as OpenAI and its likes have them.
// https://platform.openai.com/docs/api-reference/chat

[[nodiscard]] Json bodyOf(const Server &server, const ChatRequest &request, const Abilities &abilities);

/// The answer in a body that came whole; badAnswer when there is none in it.
[[nodiscard]] Result<ChatAnswer> answerFrom(const Json &body, const QString &serverName);

/// Puts an answer together from the events of a stream.
class AnswerBuilder final
{
public:
    explicit AnswerBuilder(QString serverName) : m_serverName(std::move(serverName)) { }

    /// Takes the data of one event; events that make no sense are passed over.
    void take(const QByteArray &event);
    [[nodiscard]] const QString &text() const { return m_answer.text; }
    /// Whether anything that looks like an answer has come.
    [[nodiscard]] bool hasEvents() const { return m_hasEvents; }
    /// The answer has told its end.
    [[nodiscard]] bool isEnded() const { return m_isEnded; }
    /// badAnswer when the stream ended before the answer did, or told of an error.
    [[nodiscard]] Result<ChatAnswer> finish() const;

private:
    void takeChoice(const Json &choice);

    QString m_serverName;
    ChatAnswer m_answer;
    QString m_refusal;
    std::optional<Error> m_error;
    bool m_hasEvents = false;
    bool m_isEnded = false;
};

/// What an answer outside 2xx says, in whichever shape the server has.
struct Complaint
{
    QString message;
    QString type;
    QString parameter;
    QString code;
};
[[nodiscard]] Complaint complaintIn(const Json &body);

/// The next try after a server refused the form of a request: without what it complains of; nullopt when
/// another form would not help.
[[nodiscard]] std::optional<Abilities> lowered(const Abilities &abilities, int status,
                                               const Complaint &complaint);

/// The account at the server has no money left: a 429 that no waiting mends.
[[nodiscard]] bool isOutOfQuota(const Complaint &complaint);
/// Whether the same request must not be sent again although its status looks as if it might.
[[nodiscard]] bool isFinal(const net::Response &response);
[[nodiscard]] bool isFiltered(const Complaint &complaint);

/// The error of an answer outside 2xx, in words that name what to do.
[[nodiscard]] Error errorOf(const net::Response &response, const net::Request &request, const Server &server);

/// The names in an answer of /models.
[[nodiscard]] QStringList modelsIn(const Json &body);

} // namespace crema::llm
