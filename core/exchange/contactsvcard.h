// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"

#include <QByteArray>

#include <span>

namespace crema::exchange {

/// The contacts as vCard 3.0 (RFC 2426), which Outlook, Apple and Google all read: UTF-8, CRLF, lines folded
/// at 75 octets without cutting a character. Names, addresses, phones, links, the current job, place, tags
/// and notes.
[[nodiscard]] QByteArray contactsVcard(std::span<const Contact> contacts);

} // namespace crema::exchange
