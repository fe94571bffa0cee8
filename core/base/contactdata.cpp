// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/contactdata.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace crema {

bool hasPhoneNumber(const QString &text)
{
    static const QRegularExpression phone(uR"(\+?\(?\d(?:[\s().\-–/]{0,3}\d){6,})"_s);
    static const QRegularExpression years(
            uR"(\b(?:19|20)\d\d(?:-\d\d)?\s*[-–]\s*(?:19|20)\d\d(?:-\d\d)?\b|\b(?:19|20)\d\d-\d\d(?:-\d\d)?\b)"_s);
    QString rest = text;
    return phone.match(rest.remove(years)).hasMatch();
}

bool hasStreetAddress(const QString &text)
{
    static const QRegularExpression street(
            uR"(\b\d{1,5}\s+(?:\w+\s+){1,3}(?:st|street|ave|avenue|rd|road|blvd|lane|ln|drive|dr|court|ct|way)\b)"_s,
            QRegularExpression::CaseInsensitiveOption);
    return street.match(text).hasMatch();
}

} // namespace crema
