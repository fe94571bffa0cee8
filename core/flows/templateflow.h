// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"
#include "model/draft.h"
#include "model/mailtemplate.h"

namespace crema::write {
class TemplateWriter;
}

namespace crema::flows {

/// Writes a template of the user's: a new one when it has no id, in place of the one with its id otherwise;
/// one operation, undone like every other. rejectedInput names every mark that is wrong, or another template
/// that has the name already.
[[nodiscard]] Task<Result<OwnTemplate>> saveTemplate(Services *services, OwnTemplate own);
/// The template a name or the beginning of an id stands for; notFound names those there are.
[[nodiscard]] Result<OwnTemplate> templateFor(const store::Reader &reader, const QString &nameOrId);

/// The email a template would give for one contact at a time (ISO 8601 UTC); nothing is stored. Its gate:
/// gateOf().
[[nodiscard]] Result<Draft> previewOf(const store::Reader &reader, const write::TemplateWriter &writer,
                                      const OwnTemplate &own, const QString &contactId, const QString &at);

} // namespace crema::flows
