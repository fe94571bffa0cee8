// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/mailtemplate.h"
#include "store/reader.h"

namespace crema::store {

/// The templates the user wrote, by name.
[[nodiscard]] Result<QVector<OwnTemplate>> ownTemplates(const Reader &reader);
/// notFound when there is none of this id, or it is in the trash.
[[nodiscard]] Result<OwnTemplate> ownTemplate(const Reader &reader, const QString &id);
/// The one of this name, case aside; nothing when there is none.
[[nodiscard]] Result<std::optional<OwnTemplate>> ownTemplateNamed(const Reader &reader, const QString &name);

} // namespace crema::store
