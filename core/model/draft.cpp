// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/draft.h"

#include "base/subjects.h"
#include "model/extrafields.h"

using namespace Qt::StringLiterals;

namespace crema {

namespace {

constexpr std::array textFields {
        BodyText<Draft> {"contactId", &Draft::contactId},
        BodyText<Draft> {"runId", &Draft::runId},
        BodyText<Draft> {"kind", &Draft::kind},
        BodyText<Draft> {"state", &Draft::state},
        BodyText<Draft> {"subject", &Draft::subject},
        BodyText<Draft> {"body", &Draft::body},
        BodyText<Draft> {"writer", &Draft::writer},
        BodyText<Draft> {"resumeId", &Draft::resumeId},
        BodyText<Draft> {"overrideReason", &Draft::overrideReason},
        BodyText<Draft> {"createdAt", &Draft::createdAt},
        BodyText<Draft> {"handedOffAt", &Draft::handedOffAt},
};
constexpr std::array otherFields {"claims"};

} // namespace

bool hasLeft(const Draft &draft)
{
    return draft.state == "handed_off"_L1 || draft.state == "sent"_L1 || draft.state == "answered"_L1;
}

bool hasConversationSubject(const Draft &draft)
{
    const QString follows = textAt(draft.extra, followsMember);
    return draft.kind == "reply"_L1 || (!follows.isEmpty() && isSameConversation(draft.subject, follows));
}

Json toBody(const Draft &draft)
{
    Json body = writeTexts(draft, textFields);
    if (!draft.claims.isEmpty()) {
        Json claims = Json::array();
        for (const Claim &claim : draft.claims) {
            claims.push_back(toJson(claim));
        }
        body["claims"] = std::move(claims);
    }
    return body;
}

Draft draftFrom(const QString &id, const Json &body)
{
    Draft draft;
    draft.id = id;
    readTexts(draft, textFields, body);
    for (const Json &claim : arrayAt(body, "claims")) {
        draft.claims << claimFrom(claim);
    }
    readExtra(draft, textFields, otherFields, body);
    return draft;
}

} // namespace crema
