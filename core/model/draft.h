// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/source.h"

#include <QString>
#include <QVector>

namespace crema {

/// Why the gate holds a draft, pointing at the words. `start` and `length` are UTF-16 offsets into `body` (or
/// into the subject when `inSubject`); length 0 means the draft as a whole.
struct GateProblem
{
    QString rule; ///< stable word: "length", "subject_length", "greeting", "one_ask", "placeholder",
                  ///< "unsourced" ...
    QString text; ///< for people
    bool inSubject = false;
    int start = 0;
    int length = 0;

    [[nodiscard]] bool operator==(const GateProblem &) const = default;
};

/// One email to one contact. `body` is the full text as sent: greeting, text, sign-off and signature.
struct Draft
{
    QString id;
    QString contactId;
    QString runId;
    QString kind; ///< "first", "follow_up", "thank_you", "reply"
    QString state; ///< one of draftStates()
    QString subject;
    QString body;
    QVector<Claim> claims;
    QString writer; ///< "template:<name>", "own:<name>" or the model's name; "hand" once the user rewrote it
    QString resumeId; ///< the resume to attach; empty for none
    QString overrideReason; ///< set when the user let a held draft pass, knowingly
    QString createdAt;
    QString handedOffAt;
    Json extra = Json::object();

    [[nodiscard]] bool operator==(const Draft &) const = default;
};

/// Of a draft's other members: the subject of the email that this one goes on from.
inline constexpr auto followsMember = "follows";

/// It went out, as far as Crema can know: handed off, sent or answered.
[[nodiscard]] bool hasLeft(const Draft &draft);
/// Its subject is that of the conversation it goes on with, not one of its own.
[[nodiscard]] bool hasConversationSubject(const Draft &draft);

[[nodiscard]] Json toBody(const Draft &draft);
[[nodiscard]] Draft draftFrom(const QString &id, const Json &body);

} // namespace crema
