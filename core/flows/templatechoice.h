// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/mailtemplate.h"
#include "store/reader.h"

namespace crema::flows {

/// Which template an order of emails uses; both empty lets the facts of each person choose.
struct TemplateChoice
{
    QString ownId; ///< one the user wrote
    QString bundledName; ///< one that comes with the program
};

/// The template a name stands for, the user's own before those that come along. rejectedInput when there is
/// none of this name, or when it is for another kind of mail.
[[nodiscard]] Result<TemplateChoice> chooseTemplate(const store::Reader &reader, const QString &name,
                                                    const QString &mailKind);
/// The chosen template of the user's as it is now; nothing when it is none of theirs.
[[nodiscard]] Result<std::optional<OwnTemplate>> ownTemplateOf(const store::Reader &reader,
                                                               const TemplateChoice &choice);

// A choice in the input of a job.
void putChoice(Json &input, const TemplateChoice &choice);
[[nodiscard]] TemplateChoice templateChoiceFrom(const Json &input);

} // namespace crema::flows
