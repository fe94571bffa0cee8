// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QTest>

namespace crema::test {

/// An error as one line for a failure message.
[[nodiscard]] QByteArray describe(const Error &error);

/// The path of a file under tests/fixtures: `fixture(u"contacts/linkedin.csv"_s)`.
[[nodiscard]] QString fixture(const QString &name);

} // namespace crema::test

/// Fails the test with the error's text when `result` holds one. The expression is evaluated once.
#define VERIFY_OK(result)                                                                                    \
    do {                                                                                                     \
        const auto &verified = (result);                                                                     \
        QVERIFY2(verified.has_value(),                                                                       \
                 verified.has_value() ? "" : crema::test::describe(verified.error()).constData());           \
    } while (false)
