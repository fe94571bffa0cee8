// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "base/loadedlibrary.h"
#include "base/paths.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <csignal>
#include <sys/resource.h>

using namespace crema;
using namespace Qt::StringLiterals;

namespace {

/// Files of this process take no more than `bytes` while it lives: writing fails as on a full disk.
class SmallDisk
{
public:
    explicit SmallDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small {bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

private:
    rlimit m_before {};
};

} // namespace

void PathsTest::fullDisk_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("room");
    QTest::newRow("less than Qt's buffer, no room") << 100 << 0;
    QTest::newRow("less than Qt's buffer, room for some") << 10'000 << 4'096;
    QTest::newRow("more than Qt's buffer, no room") << 100'000 << 0;
    QTest::newRow("more than Qt's buffer, room for some") << 1'000'000 << 500'000;
}

void PathsTest::fullDisk()
{
    QFETCH(int, size);
    QFETCH(int, room);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"people.csv"_s);
    QVERIFY(writeFile(path, "the good one"));
    Result<> written;
    {
        const SmallDisk disk(static_cast<rlim_t>(room));
        written = writeFile(path, QByteArray(size, 'x'));
    }
    QVERIFY(!written);
    QVERIFY2(written.error().text.contains(u"File too large"_s), qPrintable(written.error().text));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "the good one");
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void PathsTest::aMissingPartIsNamed()
{
    const auto found = loadedFunction(u"no-such-part"_s, "entry");
    QVERIFY(!found);
    QCOMPARE(found.error().kind, ErrorKind::internal);
    QVERIFY2(found.error().text.contains(u"lib/crema/libcrema-no-such-part"_s),
             qPrintable(found.error().text));
    QVERIFY(!found.error().detail.isEmpty());
}
