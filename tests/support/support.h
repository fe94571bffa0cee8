// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QTest>

namespace crema::test {

/// An error as one line for a failure message.
[[nodiscard]] QByteArray describe(const Error &error);

} // namespace crema::test

/// Fails the test with the error's text when `result` holds one. The expression is evaluated once.
#define VERIFY_OK(result)                                                                                    \
    do {                                                                                                     \
        const auto &verified = (result);                                                                     \
        QVERIFY2(verified.has_value(),                                                                       \
                 verified.has_value() ? "" : crema::test::describe(verified.error()).constData());           \
    } while (false)
