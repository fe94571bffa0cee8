// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/voiceflow.h"

#include "base/dates.h"
#include "base/text.h"
#include "store/voicefacts.h"
#include "write/voicerules.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

void put(QVector<VoiceRule> &rules, const VoiceRule &rule)
{
    const auto it = std::ranges::find(rules, rule.id, &VoiceRule::id);
    if (it == rules.end()) {
        rules << rule;
    } else {
        *it = rule;
    }
}

} // namespace

Result<> learnVoice(const Services &services, const QVector<Draft> &drafts, store::Operation &operation)
{
    const auto profile = services.reader.profile();
    auto known = store::voiceRules(services.reader);
    if (!profile || !known) {
        return std::unexpected(profile ? known.error() : profile.error());
    }
    const QString signature = signatureOf(*profile);
    QVector<VoiceRule> changed;
    for (const Draft &draft : drafts) {
        const auto suggested = write::suggestionOf(draft);
        if (!suggested) {
            continue;
        }
        const auto habits = write::habitsIn(*suggested, draft, signature);
        for (const VoiceRule &rule :
             write::learned(*known, habits, draft.id, toStoredTime(services.clock.now()))) {
            put(*known, rule);
            put(changed, rule);
        }
    }
    for (const VoiceRule &rule : changed) {
        operation.facts.push_back(store::factOf(rule));
    }
    return {};
}

Result<QStringList> activeVoiceRules(const store::Reader &reader)
{
    const auto rules = store::voiceRules(reader);
    return rules ? Result<QStringList>(write::activeTexts(*rules)) : std::unexpected(rules.error());
}

Result<write::LearnedVoice> learnedVoice(const store::Reader &reader)
{
    const auto rules = store::voiceRules(reader);
    return rules ? Result<write::LearnedVoice>(write::learnedVoice(*rules)) : std::unexpected(rules.error());
}

Result<QVector<VoiceRule>> listedVoiceRules(const store::Reader &reader)
{
    auto rules = store::voiceRules(reader);
    if (rules) {
        rules->removeIf([](const VoiceRule &rule) { return rule.deleted; });
        std::ranges::sort(*rules, [](const VoiceRule &a, const VoiceRule &b) {
            return std::tuple(isActive(b), b.seenAt, a.id) < std::tuple(isActive(a), a.seenAt, b.id);
        });
    }
    return rules;
}

Result<VoiceRule> voiceRuleFor(const store::Reader &reader, const QString &prefix)
{
    const auto rules = listedVoiceRules(reader);
    if (!rules) {
        return std::unexpected(rules.error());
    }
    QVector<VoiceRule> found = *rules;
    found.removeIf([&](const VoiceRule &rule) { return prefix.isEmpty() || !rule.id.startsWith(prefix); });
    if (found.isEmpty()) {
        return failure(ErrorKind::notFound, tr("There is no voice rule \"%1\".").arg(prefix));
    }
    if (found.size() > 1) {
        return failure(ErrorKind::rejectedInput,
                       tr("Several voice rules begin with \"%1\"; write more of it.").arg(prefix));
    }
    return found.constFirst();
}

Task<Result<VoiceRule>> editVoiceRule(Services *services, QString ruleId, VoiceRuleEdit edit)
{
    const auto stored = listedVoiceRules(services->reader);
    if (!stored) {
        co_return std::unexpected(stored.error());
    }
    const auto found = std::ranges::find(*stored, ruleId, &VoiceRule::id);
    if (found == stored->end()) {
        co_return failure(ErrorKind::notFound, tr("This voice rule is no longer there."));
    }
    VoiceRule rule = *found;
    rule.words = cleanLine(edit.words.value_or(rule.words));
    rule.pinned = edit.pinned.value_or(rule.pinned);
    rule.deleted = edit.deleted.value_or(rule.deleted);
    VoiceRule ours = rule;
    ours.words.clear();
    if (rule.words == write::ruleText(ours)) {
        rule.words.clear(); // typed as it was: still ours, and followed to the letter
    }
    store::Operation operation;
    operation.facts.push_back(store::factOf(rule));
    const auto applied = co_await services->store.apply(std::move(operation));
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return rule;
}

} // namespace crema::flows
