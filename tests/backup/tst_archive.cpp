// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workspacearchive.h"
#include "shelf.h"
#include "tests.h"

#include <QCryptographicHash>
#include <QDir>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

#include <csignal>
#include <sys/resource.h>

using namespace crema;
using namespace crema::exchange;
using namespace Qt::StringLiterals;

namespace {

const QByteArray database = QByteArray("a database of some size, ").repeated(5000);
const QByteArray keptBytes = "the bytes of a kept file";

QByteArray sha(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QString keptName()
{
    const QString hash = QString::fromLatin1(sha(keptBytes));
    return u"files/"_s + hash.left(2) + u'/' + hash;
}

Result<ArchiveManifest> writeSample(const QTemporaryDir &folder, std::stop_token stop = {})
{
    if (!writeBytes(folder.filePath(u"db"_s), database)
        || !writeBytes(folder.filePath(u"kept"_s), keptBytes)) {
        return failure(ErrorKind::storage, u"no sample"_s);
    }
    ArchiveManifest head;
    head.program = u"crema 0.1.0"_s;
    head.created = u"2026-03-01T09:00:00.000Z"_s;
    head.schema = 1;
    head.counts.insert(u"contact"_s, 3);
    return writeArchive(folder.filePath(u"a.zip"_s), head,
                        {{u"crema.db"_s, folder.filePath(u"db"_s)}, {keptName(), folder.filePath(u"kept"_s)}},
                        {}, stop);
}

/// A ZIP file with these members.
void makeZip(const QString &path, const QList<std::pair<QString, QByteArray>> &members)
{
    QuaZip zip(path);
    QVERIFY(zip.open(QuaZip::mdCreate));
    for (const auto &[name, bytes] : members) {
        QuaZipFile file(&zip);
        QVERIFY(file.open(QIODevice::WriteOnly, QuaZipNewInfo(name)));
        file.write(bytes);
        file.close();
    }
    zip.close();
}

Json manifestOf(const QList<std::pair<QString, QByteArray>> &members)
{
    Json json {{"format", 1}, {"program", "crema 0.1.0"}, {"schema", 1}, {"members", Json::array()}};
    for (const auto &[name, bytes] : members) {
        json["members"].push_back(
                {{"name", name}, {"size", bytes.size()}, {"sha256", QString::fromLatin1(sha(bytes))}});
    }
    return json;
}

} // namespace

void ArchiveTest::unpacksWhatWasPacked()
{
    const QTemporaryDir folder;
    const auto written = writeSample(folder);
    VERIFY_OK(written);
    const QString path = folder.filePath(u"a.zip"_s);
    const auto read = readManifest(path);
    VERIFY_OK(read);
    QVERIFY(*read == *written);
    QCOMPARE(read->counts.value(u"contact"_s), 3);
    const auto unpacked = unpackArchive(path, folder.filePath(u"out"_s), {}, {});
    VERIFY_OK(unpacked);
    QVERIFY(bytesOf(folder.filePath(u"out/crema.db"_s)) == database);
    QVERIFY(bytesOf(folder.filePath(u"out/"_s + keptName())) == keptBytes);
    QCOMPARE(QDir(folder.path()).entryList({u"*.part"_s}, QDir::Files), QStringList());
    VERIFY_OK(extractMember(path, read->members.back(), folder.filePath(u"one"_s)));
    QVERIFY(bytesOf(folder.filePath(u"one"_s)) == keptBytes);
}

void ArchiveTest::flippedByteIsFound()
{
    const QTemporaryDir folder;
    VERIFY_OK(writeSample(folder));
    const QByteArray whole = bytesOf(folder.filePath(u"a.zip"_s));
    const QString path = folder.filePath(u"b.zip"_s);
    for (qsizetype at = 0; at < whole.size(); at += at < whole.size() / 2 ? 5 : 1) {
        QByteArray flipped = whole;
        flipped[at] = static_cast<char>(flipped[at] ^ 0x10);
        QVERIFY(writeBytes(path, flipped));
        const auto proven = verifyArchive(path, {}, {});
        QVERIFY2(!proven, QByteArray::number(at).constData()); // also times, attributes and the like
        QCOMPARE(proven.error().kind, ErrorKind::rejectedInput);
        QVERIFY(proven.error().text.contains(path));
    }
}

/// As earlier versions wrote them, or another program that packed the members again.
void ArchiveTest::archiveWithoutSumIsTaken()
{
    const QTemporaryDir folder;
    VERIFY_OK(writeSample(folder));
    const QString path = folder.filePath(u"a.zip"_s);
    const QByteArray whole = bytesOf(path);
    const qsizetype end = whole.lastIndexOf("PK\5\6");
    QVERIFY(end > 0);
    const QByteArray plain = whole.first(end + 20) + QByteArray(2, '\0');
    QVERIFY(writeBytes(path, plain));
    VERIFY_OK(verifyArchive(path, {}, {}));
    for (const qsizetype less : {1, 2, 21}) {
        QVERIFY(writeBytes(path, plain.chopped(less)));
        QVERIFY(!verifyArchive(path, {}, {}));
    }
}

void ArchiveTest::cutArchiveIsRefused()
{
    const QTemporaryDir folder;
    VERIFY_OK(writeSample(folder));
    const QByteArray whole = bytesOf(folder.filePath(u"a.zip"_s));
    for (qsizetype size = 0; size < whole.size(); size += size + 100 < whole.size() ? 29 : 1) {
        const QString path = folder.filePath(u"cut.zip"_s);
        QVERIFY(writeBytes(path, whole.first(size)));
        const auto unpacked = unpackArchive(path, folder.filePath(u"out"_s), {}, {});
        QVERIFY2(!unpacked, QByteArray::number(size).constData());
        QCOMPARE(unpacked.error().kind, ErrorKind::rejectedInput);
    }
}

void ArchiveTest::hostileArchiveIsRefused_data()
{
    using Members = QList<std::pair<QString, QByteArray>>;
    QTest::addColumn<Members>("members");
    QTest::addColumn<QByteArray>("manifest");
    QTest::addColumn<QString>("words");
    const Members plain {{u"crema.db"_s, "db"}};
    const auto text = [](const Json &json) { return toBytes(json); };
    QTest::newRow("another program's archive") << plain << QByteArray() << u"no manifest"_s;
    QTest::newRow("a manifest that is no JSON") << plain << QByteArray("{") << u"manifest.json"_s;
    Json newer = manifestOf(plain);
    newer["format"] = 99;
    QTest::newRow("a newer format") << plain << text(newer) << u"newer Crema"_s;
    for (const char *name :
         {"../evil", "/etc/evil", "files/../../evil", "C:\\evil", "files/ab/short", "lock", "crema.db/x"}) {
        const Members evil {{u"crema.db"_s, "db"}, {QString::fromLatin1(name), "evil"}};
        QTest::addRow("the manifest names %s", name)
                << evil << text(manifestOf(evil)) << u"no file of a workspace"_s;
        QTest::addRow("a member %s that the manifest does not name", name)
                << evil << text(manifestOf(plain)) << u"does not name"_s;
    }
    QTest::newRow("a member is missing")
            << Members {} << text(manifestOf(plain)) << u"\"crema.db\" is missing"_s;
    QTest::newRow("a member twice") << plain + plain << text(manifestOf(plain)) << u"twice"_s;
    QTest::newRow("the manifest names one twice")
            << plain << text(manifestOf(plain + plain)) << u"makes no sense"_s;
    QTest::newRow("no database") << Members {} << text(manifestOf({})) << u"names no database"_s;
    QTest::newRow("another content") << Members {{u"crema.db"_s, "xx"}} << text(manifestOf(plain))
                                     << u"\"crema.db\" is damaged"_s;
    QTest::newRow("longer than it says") << Members {{u"crema.db"_s, QByteArray(50'000'000, 'z')}}
                                         << text(manifestOf(plain)) << u"\"crema.db\" is damaged"_s;
    Json bomb = manifestOf(plain);
    bomb["members"][0]["size"] = 4'000'000'000'000;
    QTest::newRow("claims terabytes") << plain << text(bomb) << u"room"_s;
    Json negative = manifestOf(plain);
    negative["members"][0]["size"] = -1;
    QTest::newRow("a negative size") << plain << text(negative) << u"makes no sense"_s;
}

void ArchiveTest::hostileArchiveIsRefused()
{
    using Members = QList<std::pair<QString, QByteArray>>;
    QFETCH(Members, members);
    QFETCH(QByteArray, manifest);
    QFETCH(QString, words);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.zip"_s);
    if (!manifest.isEmpty()) {
        members << std::pair(u"manifest.json"_s, manifest);
    }
    makeZip(path, members);
    const auto unpacked = unpackArchive(path, folder.filePath(u"deep/out"_s), {}, {});
    QVERIFY(!unpacked);
    QVERIFY2(unpacked.error().text.contains(words), qPrintable(unpacked.error().text));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList {u"a.zip"_s});
    QVERIFY(!QFileInfo::exists(folder.filePath(u"deep/evil"_s)));
    QVERIFY(QFileInfo(folder.filePath(u"deep/out/crema.db"_s)).size() < 1'000'000);
}

void ArchiveTest::fullDiskKeepsTheOldFile()
{
    const QTemporaryDir folder;
    VERIFY_OK(writeSample(folder));
    const QByteArray before = bytesOf(folder.filePath(u"a.zip"_s));
    QByteArray noise(3'000'000, Qt::Uninitialized);
    quint32 state = 1;
    for (char &byte : noise) {
        state = state * 1664525U + 1013904223U;
        byte = static_cast<char>(state >> 24);
    }
    QVERIFY(writeBytes(folder.filePath(u"db"_s), noise));
    rlimit limit {};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    const rlimit old = limit;
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    limit.rlim_cur = 1'000'000;
    ::setrlimit(RLIMIT_FSIZE, &limit);
    ArchiveManifest head;
    head.program = u"crema 0.1.0"_s;
    const auto written = writeArchive(folder.filePath(u"a.zip"_s), head,
                                      {{u"crema.db"_s, folder.filePath(u"db"_s)}}, {}, {});
    ::setrlimit(RLIMIT_FSIZE, &old);
    (void)std::signal(SIGXFSZ, handler);
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::storage);
    QVERIFY(written.error().text.contains(u"a.zip"_s));
    QVERIFY(bytesOf(folder.filePath(u"a.zip"_s)) == before);
    QCOMPARE(QDir(folder.path()).entryList({u"*.part"_s}, QDir::Files), QStringList());
}

void ArchiveTest::stoppedWritingLeavesNothing()
{
    const QTemporaryDir folder;
    std::stop_source stop;
    stop.request_stop();
    const auto written = writeSample(folder, stop.get_token());
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::cancelled);
    QCOMPARE(QDir(folder.path()).entryList({u"*.zip"_s, u"*.part"_s}, QDir::Files), QStringList());
}
