// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"
#include "model/contact.h"

namespace crema::flows {

/// An answer that came as a file was noted with a contact.
struct LoggedReply
{
    Contact contact;
    QString subject;
    QDateTime at;
};

/// Notes the answer in a saved message (.eml): its sender is the contact who answered, found by the whole
/// address. For people without a connected mailbox. rejectedInput, saying why, when the file is no email, is
/// an automatic answer or one's own, or nobody in contacts has the address.
[[nodiscard]] Task<Result<LoggedReply>> logReply(Services *services, QString path);

} // namespace crema::flows
