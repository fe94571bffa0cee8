// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"
#include "model/draft.h"
#include "model/mailtemplate.h"

#include <optional>

namespace crema::write {
class TemplateWriter;
}

namespace crema::flows {

/// Writes a template of the user's: a new one when it has no id, otherwise what differs from `opened`, the
/// template as it was when the user began to change it; one operation, undone like every other. rejectedInput
/// names every mark that is wrong, conflict another template that has the name already, or what was changed
/// elsewhere meanwhile.
[[nodiscard]] Task<Result<OwnTemplate>> saveTemplate(Services *services, OwnTemplate opened, OwnTemplate own);
/// The template of this name or of this very id, to be written to; nothing when there is none.
[[nodiscard]] Result<std::optional<OwnTemplate>> templateNamed(const store::Reader &reader,
                                                               const QString &nameOrId);
/// The template a name or the beginning of an id (four letters at least) stands for; notFound names those
/// there are.
[[nodiscard]] Result<OwnTemplate> templateFor(const store::Reader &reader, const QString &nameOrId);

/// The email a template would give for one contact at a time (ISO 8601 UTC); nothing is stored. It has the id
/// of the open draft it would take the place of. Its gate: gateOf().
[[nodiscard]] Result<Draft> previewOf(const store::Reader &reader, const write::TemplateWriter &writer,
                                      const OwnTemplate &own, const QString &contactId, const QString &at);

} // namespace crema::flows
