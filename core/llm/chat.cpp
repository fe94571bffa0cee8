// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/chat.h"

namespace crema::llm {

ChatRequest askedAgain(ChatRequest chat, const QString &answer, const QString &objection)
{
    if (!answer.isEmpty()) {
        chat.messages << Message {Role::assistant, answer};
    }
    chat.messages << Message {Role::user, objection};
    return chat;
}

} // namespace crema::llm
