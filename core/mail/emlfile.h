// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/message.h"
#include "model/contact.h"
#include "model/draft.h"
#include "model/profile.h"

#include <QString>

namespace crema::mail {

/// The name of the file that carries a draft: the person, the firm when known, and the beginning of the
/// draft's id, so that two drafts to one person do not overwrite each other. "Zoë-Müller-Acme-a1B2c3.eml"
[[nodiscard]] QString emlFileName(const Draft &draft, const Contact &contact);

/// The draft as an email from the profile's owner to the contact's first address, to be handed to a mail
/// program. Attachments are the caller's to add.
[[nodiscard]] OutgoingMail mailFor(const Draft &draft, const Contact &contact, const Profile &profile,
                                   const QDateTime &date);

} // namespace crema::mail
