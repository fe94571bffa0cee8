// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"
#include "write/templatetext.h"
#include "write/writerequest.h"

namespace crema::write {

/// A draft with all that the request alone decides: contact, kind, state, resume, time. A follow-up has the
/// subject of the email it follows, as an answer has, so that mailboxes keep them together.
[[nodiscard]] Draft emptyDraft(const WriteRequest &request);
/// "Hi Zoë,"; "Dear Zoë Müller," where the sender writes formally; "Hello," when there is no name. With the
/// word the sender was seen to use instead of "Hi" or "Dear".
[[nodiscard]] QString greetingFor(const WriteRequest &request, const Variables &variables);
/// The text between greeting and sign-off, with both and the signature around it: the whole body.
[[nodiscard]] QString inEnvelope(const QString &text, const WriteRequest &request,
                                 const Variables &variables);
/// The same for a text that was not made of variables.
[[nodiscard]] QString inEnvelope(const QString &text, const WriteRequest &request);

} // namespace crema::write
