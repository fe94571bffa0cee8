// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema {

// Subjects of emails and the prefixes that answers put before them (RFC 5322, 3.6.5, and what other programs
// write in other languages).

/// Without "Re:", "AW:", "Fwd:" and the like, however many.
[[nodiscard]] QString bareSubject(const QString &subject);
/// "Re: " once before a subject, whatever it has already.
[[nodiscard]] QString replySubject(const QString &subject);
/// The same but for such prefixes: a mailbox keeps these in one conversation.
[[nodiscard]] bool isSameConversation(const QString &subject, const QString &other);

} // namespace crema
