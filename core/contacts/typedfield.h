// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "model/contact.h"

#include <QDate>

namespace crema::contacts {

/// setDocumentField for what a user typed: the day of a follow-up may have any form of dayFrom.
[[nodiscard]] Result<> setTypedField(Contact &contact, const QString &field, const QString &value,
                                     QDate today);

} // namespace crema::contacts
