// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "async/leaves.h"
#include "async/program.h"
#include "support/spin.h"
#include "support/support.h"

#include <QTest>

using namespace crema;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Result<QByteArray> run(const QString &script, const QByteArray &input = {},
                       std::chrono::milliseconds limit = 30s, std::stop_token stop = {})
{
    return test::await(runProgram(u"/bin/sh"_s, {u"-c"_s, script}, input, limit, stop));
}

} // namespace

void ProgramTest::inputGoesInAndOutputComesBack()
{
    const QByteArray large(3'000'000, 'x'); // more than a pipe holds
    const auto answer = run(u"cat"_s, large);
    VERIFY_OK(answer);
    QCOMPARE(*answer, large);
    VERIFY_OK(run(u"exit 0"_s, large)); // one that does not read what it is given
}

void ProgramTest::failuresAreTold()
{
    const auto wrong = run(u"echo why >&2; exit 3"_s);
    QCOMPARE(wrong.error().kind, ErrorKind::badAnswer);
    QCOMPARE(wrong.error().detail, u"why"_s);
    QCOMPARE(run(u"kill -9 $$"_s).error().kind, ErrorKind::badAnswer);
    const auto none = test::await(runProgram(u"/nowhere/no such program"_s, {}, {}, 30s, {}));
    QCOMPARE(none.error().kind, ErrorKind::notFound);
    QVERIFY(none.error().text.contains(u"no such program"_s));
}

void ProgramTest::itIsEndedWhenItTakesTooLongOrIsNotWanted()
{
    QCOMPARE(run(u"exec sleep 600"_s, {}, 50ms).error().kind, ErrorKind::timeout);
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(run(u"exec sleep 600"_s, {}, 600s, stop.get_token()).error().kind, ErrorKind::cancelled);
    QCOMPARE(async::pendingLeaves(), 0U);
}
