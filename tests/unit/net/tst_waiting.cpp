// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/waiting.h"
#include "tests.h"

using namespace crema;
using namespace std::chrono_literals;

void WaitingTest::readsWhatTheServiceAsks_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("ms"); // -1: nothing that makes sense
    const auto row = [](const char *what, const char *name, const char *value, qint64 ms) {
        QTest::newRow(what) << QByteArray(name) << QByteArray(value) << ms;
    };
    row("seconds", "retry-after", "12", 12'000);
    row("zero", "retry-after", "0", 0);
    row("fraction", "retry-after", "1.5", 1'500);
    row("date of RFC 9110", "retry-after", "Thu, 01 Jan 2026 00:01:00 GMT", 40'000);
    row("date of RFC 850", "retry-after", "Thursday, 01-Jan-26 00:01:00 GMT", 40'000);
    row("date in the past", "retry-after", "Wed, 31 Dec 2025 00:00:00 GMT", 0);
    row("negative", "retry-after", "-5", -1);
    row("words", "retry-after", "soon", -1);
    row("empty", "retry-after", "", -1);
    row("not a number", "retry-after", "nan", -1);
    row("for ever is cut to a day", "retry-after", "99999999", 86'400'000);
    row("milliseconds", "retry-after-ms", "250", 250);
    row("reset as ISO time", "x-ratelimit-reset", "2026-01-01T00:01:00Z", 40'000);
    row("reset as ISO time without zone", "x-ratelimit-reset", "2026-01-01T00:01:00", 40'000);
    row("reset in seconds", "x-ratelimit-reset", "30", 30'000);
    row("reset as epoch seconds", "x-ratelimit-reset", "1767225660", 40'000);
    row("reset as epoch milliseconds", "x-ratelimit-reset", "1767225660000", 40'000);
    row("reset in quotes", "x-ratelimit-reset", "\"30\"", 30'000);
    row("reset as duration", "x-ratelimit-reset-requests", "6m0s", 360'000);
    row("reset as short duration", "x-ratelimit-reset-tokens", "120ms", 120);
    row("object text", "x-ratelimit-reset", "{'minute': 3, 'day': None}", -1);
    row("unrelated", "date", "Thu, 01 Jan 2026 00:00:00 GMT", -1);
}

void WaitingTest::readsWhatTheServiceAsks()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(qint64, ms);
    net::Response response;
    response.headers = {{name, value}};
    const auto wait = net::askedWait(response, QDateTime(QDate(2026, 1, 1), QTime(0, 0, 20), Qt::UTC));
    QCOMPARE(wait ? qint64(wait->count()) : -1, ms);
}

void WaitingTest::growsThePause()
{
    QCOMPARE(net::backOff(1, 1), 500ms);
    QCOMPARE(net::backOff(1, 0), 250ms);
    QCOMPARE(net::backOff(3, 1), 2000ms);
    QCOMPARE(net::backOff(60, 1), 8000ms);
}
