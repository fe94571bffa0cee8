// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QTest>

namespace crema::test {

/// An error as one line for a failure message.
[[nodiscard]] QByteArray describe(const Error &error);

} // namespace crema::test

/// Fails the test with the error's text when `result` holds one.
#define VERIFY_OK(result) QVERIFY2((result).has_value(), (result).has_value() ? "" : crema::test::describe((result).error()).constData())
