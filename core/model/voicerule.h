// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QString>
#include <QStringList>

namespace crema {

/// One habit of the user's writing, learned from what was changed between a suggested email and the one that
/// left. Stays on this computer and is kept as a fact, not as a record with history.
struct VoiceRule
{
    QString id; ///< the same habit always gets the same one
    QString kind; ///< "sign_off", "greeting", "shorter", "longer", "replace", "drop", "contractions",
                  ///< "no_contractions"
    QString from; ///< what was suggested; empty where the kind says it all
    QString to; ///< what the user wrote instead
    int percent = 0; ///< shorter and longer: by how many words
    QString words; ///< the rule in the user's own words; empty for ours
    QStringList drafts; ///< the emails it was seen in, newest last
    QString seenAt; ///< ISO 8601 UTC
    bool pinned = false; ///< holds although it was seen once
    bool deleted = false; ///< the user does not want it; kept so that it is not learned again

    [[nodiscard]] bool operator==(const VoiceRule &) const = default;
};

/// A rule holds when it was seen in two emails or the user pinned it.
[[nodiscard]] bool isActive(const VoiceRule &rule);

[[nodiscard]] Json toJson(const VoiceRule &rule);
[[nodiscard]] VoiceRule voiceRuleFrom(const Json &json);

} // namespace crema
