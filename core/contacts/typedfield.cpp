// SPDX-License-Identifier: GPL-3.0-or-later
#include "contacts/typedfield.h"

#include "contacts/followups.h"
#include "model/contactdocument.h"

using namespace Qt::StringLiterals;

namespace crema::contacts {

Result<> setTypedField(Contact &contact, const QString &field, const QString &value, QDate today)
{
    if (field != "nextActionDate"_L1 || value.trimmed().isEmpty()) {
        return setDocumentField(contact, field, value);
    }
    const auto day = dayFrom(value, today);
    return day ? setDocumentField(contact, field, day->toString(Qt::ISODate)) : std::unexpected(day.error());
}

} // namespace crema::contacts
