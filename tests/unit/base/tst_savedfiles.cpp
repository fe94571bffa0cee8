// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/durablefiles.h"
#include "base/paths.h"
#include "support/support.h"
#include "tests.h"

#include <QDir>
#include <QFileInfo>
#include <QScopeGuard>
#include <QTemporaryDir>

#include <cerrno>
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace crema;

void SavedFilesTest::onlyFilesAreReplaced_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("refusal"); // empty: it may be written
    QTest::newRow("new") << u"new.pdf"_s << QString();
    QTest::newRow("a file") << u"file"_s << QString();
    QTest::newRow("a link to a file") << u"link"_s << QString();
    QTest::newRow("a folder") << u"folder"_s << u"is a folder, not a file"_s;
    QTest::newRow("a pipe") << u"pipe"_s << u"is a pipe, not a file"_s;
    QTest::newRow("a link to a device") << u"null"_s << u"is a device, not a file"_s;
    QTest::newRow("standard output") << u"-"_s << u"standard output"_s;
}

void SavedFilesTest::onlyFilesAreReplaced()
{
    QFETCH(QString, name);
    QFETCH(QString, refusal);
    const QTemporaryDir place;
    VERIFY_OK(writeFile(place.filePath(u"file"_s), "old"));
    QVERIFY(QFile::link(u"file"_s, place.filePath(u"link"_s)));
    QVERIFY(QFile::link(u"/dev/null"_s, place.filePath(u"null"_s)));
    QVERIFY(QDir(place.path()).mkdir(u"folder"_s));
    QCOMPARE(::mkfifo(QFile::encodeName(place.filePath(u"pipe"_s)).constData(), 0600), 0);
    const QString path = place.filePath(name);
    const auto checked = checkReplaceable(path);
    QCOMPARE(checked.has_value(), refusal.isEmpty());
    if (!checked) {
        QCOMPARE(checked.error().kind, ErrorKind::storage);
        QVERIFY2(checked.error().text.contains(refusal), qPrintable(checked.error().text));
    }
    if (name != "null"_L1) { // a mistake here would take the device away
        QCOMPARE(writeFile(path, "new").has_value(), refusal.isEmpty());
    }
    if (refusal.isEmpty()) {
        QCOMPARE(readFile(path, 10), Result<QByteArray>("new"));
    }
    QCOMPARE(QFileInfo::exists(place.filePath(u"-"_s)), false);
    struct stat left {};
    QCOMPARE(::stat(QFile::encodeName(place.filePath(u"pipe"_s)).constData(), &left), 0);
    QVERIFY(S_ISFIFO(left.st_mode));
}

void SavedFilesTest::aFullDiskIsCalledThat_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("one block") << 5000; // stays in a buffer until the end
    QTest::newRow("many blocks") << 500000;
}

void SavedFilesTest::aFullDiskIsCalledThat()
{
    QFETCH(int, size);
    // A limit on the size of files fails in the same place as a full disk, with another reason.
    const QTemporaryDir place;
    const QString path = place.filePath(u"prep.pdf"_s);
    VERIFY_OK(writeFile(path, "old"));
    rlimit before {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const auto restore = qScopeGuard([&] {
        ::setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
    });
    const rlimit small {100, before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto written = writeFile(path, QByteArray(size, 'x'));
    QVERIFY(!written);
    QVERIFY2(written.error().text.contains(qt_error_string(EFBIG)), qPrintable(written.error().text));
    QCOMPARE(readFile(path, 10), Result<QByteArray>("old"));
}

void SavedFilesTest::aNameThatIsTakenGetsANumber()
{
    const QTemporaryDir place;
    const QString first = freePath(place.path(), u"Coffee chat v1.2.pdf"_s);
    QCOMPARE(first, place.filePath(u"Coffee chat v1.2.pdf"_s));
    VERIFY_OK(writeFile(first, "x"));
    QCOMPARE(freePath(place.path(), u"Coffee chat v1.2.pdf"_s),
             place.filePath(u"Coffee chat v1.2 (2).pdf"_s));
    VERIFY_OK(writeFile(place.filePath(u"resume"_s), "x"));
    QCOMPARE(freePath(place.path(), u"resume"_s), place.filePath(u"resume (2)"_s));
}
