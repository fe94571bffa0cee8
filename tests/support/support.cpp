// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/support.h"

namespace crema::test {

QByteArray describe(const Error &error)
{
    return (errorCode(error.kind) + QStringLiteral(": ") + error.text + QStringLiteral(" ") + error.detail)
            .toUtf8();
}

QString fixture(const QString &name)
{
    return QStringLiteral(CREMA_FIXTURES "/") + name;
}

} // namespace crema::test
