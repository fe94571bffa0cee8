// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QString>

namespace crema {

/// A template the user wrote (a record of Kind::mailTemplate). Subject and body use the marks of
/// write::TemplateText. `body` is what stands between greeting and sign-off: those and the signature belong
/// to the sender and to each recipient, so the program adds them and a template stays right when either
/// changes.
struct OwnTemplate
{
    QString id;
    QString name; ///< unique among the live ones, case aside
    QString kind = QStringLiteral("first"); ///< of mail: "first", "follow_up", "thank_you"
    QString subject;
    QString body;
    QString createdAt;
    Json extra = Json::object();

    [[nodiscard]] bool operator==(const OwnTemplate &) const = default;
};

[[nodiscard]] Json toBody(const OwnTemplate &own);
[[nodiscard]] OwnTemplate ownTemplateFrom(const QString &id, const Json &body);

} // namespace crema
