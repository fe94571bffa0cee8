// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/voicerule.h"

#include "model/extrafields.h"

namespace crema {

namespace {

constexpr qsizetype enoughEmails = 2;
constexpr std::array textFields {
        BodyText<VoiceRule> {"id", &VoiceRule::id},       BodyText<VoiceRule> {"kind", &VoiceRule::kind},
        BodyText<VoiceRule> {"from", &VoiceRule::from},   BodyText<VoiceRule> {"to", &VoiceRule::to},
        BodyText<VoiceRule> {"words", &VoiceRule::words}, BodyText<VoiceRule> {"seenAt", &VoiceRule::seenAt},
};

} // namespace

bool isActive(const VoiceRule &rule)
{
    return !rule.deleted && (rule.pinned || rule.drafts.size() >= enoughEmails);
}

Json toJson(const VoiceRule &rule)
{
    Json json = writeTexts(rule, textFields);
    json["drafts"] = jsonTexts(rule.drafts);
    if (rule.percent != 0) {
        json["percent"] = rule.percent;
    }
    if (rule.pinned) {
        json["pinned"] = true;
    }
    if (rule.deleted) {
        json["deleted"] = true;
    }
    return json;
}

VoiceRule voiceRuleFrom(const Json &json)
{
    VoiceRule rule;
    readTexts(rule, textFields, json);
    rule.drafts = textsAt(json, "drafts");
    rule.percent = static_cast<int>(intAt(json, "percent"));
    rule.pinned = boolAt(json, "pinned");
    rule.deleted = boolAt(json, "deleted");
    return rule;
}

} // namespace crema
