// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/commandparts.h"
#include "flows/voiceflow.h"
#include "write/voicerules.h"

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

Json ruleJson(const VoiceRule &rule)
{
    return {{"id", rule.id},
            {"kind", rule.kind},
            {"text", write::ruleText(rule)},
            {"active", isActive(rule)},
            {"pinned", rule.pinned},
            {"edited", !rule.words.isEmpty()},
            {"seen", rule.drafts.size()},
            {"seenAt", rule.seenAt}};
}

Task<Result<Reply>> listVoice(CommandContext *context, Arguments)
{
    const auto rules = flows::listedVoiceRules(context->reader);
    if (!rules) {
        co_return std::unexpected(rules.error());
    }
    Reply reply;
    reply.json = {{"rules", Json::array()}};
    QVector<QStringList> table;
    for (const VoiceRule &rule : *rules) {
        reply.json["rules"].push_back(ruleJson(rule));
        const QString state = rule.pinned ? u"pinned"_s : isActive(rule) ? u"holds"_s : u"seen once"_s;
        table << QStringList {shortId(rule.id), state, QString::number(rule.drafts.size()),
                              write::ruleText(rule)};
    }
    reply.text = tableText({u"ID"_s, u"STATE"_s, u"SEEN"_s, u"RULE"_s}, table);
    co_return reply;
}

Task<Result<Reply>> keep(CommandContext *context, QString ruleId, flows::VoiceRuleEdit edit)
{
    auto editing = flows::editVoiceRule(context->services, ruleId, edit);
    const auto kept = co_await editing;
    if (!kept) {
        co_return std::unexpected(kept.error());
    }
    Reply reply;
    reply.json = ruleJson(*kept);
    reply.text = write::ruleText(*kept);
    co_return reply;
}

Task<Result<Reply>> pinVoice(CommandContext *context, Arguments arguments)
{
    const auto rule = flows::voiceRuleFor(context->reader, arguments.word(0));
    if (!rule) {
        co_return std::unexpected(rule.error());
    }
    flows::VoiceRuleEdit edit;
    edit.pinned = !arguments.has(u"--off"_s);
    auto keeping = keep(context, rule->id, edit);
    auto kept = co_await keeping;
    co_return kept;
}

Task<Result<Reply>> setVoice(CommandContext *context, Arguments arguments)
{
    const auto rule = flows::voiceRuleFor(context->reader, arguments.word(0));
    if (!rule) {
        co_return std::unexpected(rule.error());
    }
    flows::VoiceRuleEdit edit;
    edit.words = arguments.word(1);
    auto keeping = keep(context, rule->id, edit);
    auto kept = co_await keeping;
    co_return kept;
}

Task<Result<Reply>> deleteVoice(CommandContext *context, Arguments arguments)
{
    const auto rule = flows::voiceRuleFor(context->reader, arguments.word(0));
    if (!rule) {
        co_return std::unexpected(rule.error());
    }
    flows::VoiceRuleEdit edit;
    edit.deleted = true;
    auto editing = flows::editVoiceRule(context->services, rule->id, edit);
    const auto kept = co_await editing;
    if (!kept) {
        co_return std::unexpected(kept.error());
    }
    Reply reply;
    reply.json = {{"deleted", jsonTexts({rule->id})}};
    reply.text = u"deleted "_s + rule->id;
    co_return reply;
}

} // namespace

QVector<Command> voiceCommands()
{
    return {
            {u"voice list"_s, u""_s, u"what was learned from how you change emails before they leave"_s,
             Needs::reading, 2, listVoice},
            {u"voice pin"_s, u"RULE [--off]"_s, u"makes a rule hold that was seen once; --off undoes it"_s,
             Needs::writing, 2, pinVoice},
            {u"voice set"_s, u"RULE TEXT"_s, u"words a rule anew; only a language model follows it then"_s,
             Needs::writing, 2, setVoice},
            {u"voice delete"_s, u"RULE"_s, u"forgets a rule for good"_s, Needs::writing, 2, deleteVoice},
    };
}

} // namespace crema::app
