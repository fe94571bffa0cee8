// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "llm/server.h"

#include <QHash>

namespace crema::llm {

/// How an answer is asked to be JSON, best first.
enum class AnswerForm { schema, object, words };

/// What one model at one server takes; found out by asking and then remembered.
struct Abilities
{
    AnswerForm form = AnswerForm::schema;
    bool newTokenField = true; ///< max_completion_tokens rather than max_tokens
    bool tokenField = true; ///< takes a limit at all
    bool streams = true;
    bool usageInStream = true; ///< stream_options

    [[nodiscard]] bool operator==(const Abilities &) const = default;
};

/// Before the first answer.
[[nodiscard]] Abilities usualAbilities(const Server &server);

[[nodiscard]] Json toJson(const Abilities &abilities);
[[nodiscard]] Abilities abilitiesFrom(const Json &json, const Abilities &usual);

/// Abilities by server and model, in one file that may be deleted at any time. Used on one thread.
class AbilityMemory final
{
public:
    explicit AbilityMemory(QString path) : m_path(std::move(path)) { }

    [[nodiscard]] Abilities of(const Server &server);
    void keep(const Server &server, const Abilities &abilities);

private:
    void read();

    QString m_path;
    std::optional<Json> m_known;
};

} // namespace crema::llm
