// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/voicefacts.h"

#include "store/readerrows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {
constexpr auto owner = "voice"; ///< no record has an id this short
constexpr auto prefix = "rule/";
} // namespace

Result<QVector<VoiceRule>> voiceRules(const Reader &reader)
{
    Statement statement(reader.connection(),
                        "SELECT value FROM fact f WHERE record_id=?1 AND name>=?2 AND name<?3 AND "
                        "seq=(SELECT max(seq) FROM fact g WHERE g.record_id=f.record_id AND g.name=f.name)");
    const QString first = QString::fromLatin1(prefix); // '0' stands behind its last letter, the slash
    statement.bind(1, QString::fromLatin1(owner)).bind(2, first).bind(3, first.chopped(1) + u'0');
    auto rules = collect<VoiceRule>(statement, [](const Statement &row) {
        const auto json = parseJson(row.view(0));
        return json ? voiceRuleFrom(*json) : VoiceRule {};
    });
    if (rules) {
        rules->removeIf([](const VoiceRule &rule) { return rule.id.isEmpty(); });
        std::ranges::sort(*rules, [](const VoiceRule &a, const VoiceRule &b) {
            return std::tie(b.seenAt, a.id) < std::tie(a.seenAt, b.id);
        });
    }
    return rules;
}

Fact factOf(const VoiceRule &rule)
{
    return {QString::fromLatin1(owner), QLatin1StringView(prefix) + rule.id,
            QString::fromUtf8(toBytes(toJson(rule)))};
}

} // namespace crema::store
