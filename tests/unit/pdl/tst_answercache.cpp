// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/paths.h"
#include "pdl/answercache.h"
#include "tests.h"

#include <QDir>

using namespace crema;
using namespace crema::pdl;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime start(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
const QByteArray key = cacheKey("s", "e", "b");

qint64 bytesIn(const QString &folder)
{
    qint64 bytes = 0;
    for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files)) {
        bytes += file.size();
    }
    return bytes;
}

} // namespace

void AnswerCacheTest::keepsForItsTime()
{
    const QTemporaryDir dir;
    FixedClock clock(start);
    FileAnswerCache cache(dir.filePath(u"c"_s), clock);
    QVERIFY(!cache.find(key, 1h));
    cache.keep(key, "one\ntwo");
    clock.advance(59min);
    QCOMPARE(cache.find(key, 1h).value_or(QByteArray()), QByteArray("one\ntwo"));
    QVERIFY(!FileAnswerCache(dir.filePath(u"c"_s), clock).find(cacheKey("s", "e", "other"), 1h));
    QVERIFY(FileAnswerCache(dir.filePath(u"c"_s), clock).find(key, 1h)); // another start finds it
    clock.advance(1min);
    QVERIFY(!cache.find(key, 1h));
    QVERIFY(cache.find(key, 2h));
    cache.clear();
    QVERIFY(!cache.find(key, 2h));
    QVERIFY(cacheKey("a", "bc", "d") != cacheKey("ab", "c", "d"));
}

void AnswerCacheTest::distrustsTheFuture()
{
    const QTemporaryDir dir;
    FixedClock clock(start);
    FileAnswerCache cache(dir.path(), clock);
    cache.keep(key, "x");
    clock.advance(-1min);
    QVERIFY(!cache.find(key, 1h));
}

void AnswerCacheTest::distrustsACutFile()
{
    const QTemporaryDir dir;
    const FixedClock clock(start);
    FileAnswerCache cache(dir.path(), clock);
    cache.keep(key, QByteArray(1000, 'x'));
    const QString path = QDir(dir.path()).entryInfoList(QDir::Files).first().filePath();
    const auto bytes = readFile(path, 10'000);
    for (const qsizetype length : {qsizetype(0), qsizetype(10), qsizetype(90), bytes->size() - 1}) {
        VERIFY_OK(writeFile(path, bytes->left(length)));
        QVERIFY(!cache.find(key, 1h));
    }
}

void AnswerCacheTest::staysWithinItsSize()
{
    const QTemporaryDir dir;
    FixedClock clock(start);
    FileAnswerCache cache(dir.path(), clock, 20'000);
    for (int i = 0; i < 60; ++i) {
        cache.keep(cacheKey("s", "e", QByteArray::number(i)), QByteArray(1000, 'x'));
        QVERIFY(bytesIn(dir.path()) <= 20'000);
    }
    QVERIFY(cache.find(cacheKey("s", "e", "59"), 1h));
    cache.keep(key, QByteArray(19'000, 'x')); // would push out nearly all others
    QVERIFY(!cache.find(key, 1h));
}

void AnswerCacheTest::livesWithoutAFolder()
{
    const QTemporaryDir dir;
    VERIFY_OK(writeFile(dir.filePath(u"file"_s), "x"));
    const FixedClock clock(start);
    FileAnswerCache cache(dir.filePath(u"file"_s), clock); // a file stands where the folder would be
    cache.keep(key, "x");
    QVERIFY(!cache.find(key, 1h));
    cache.clear();
}
