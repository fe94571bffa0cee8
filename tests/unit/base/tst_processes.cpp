// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/processes.h"
#include "tests.h"

#include <QFile>
#include <QLockFile>
#include <QProcess>
#include <QSysInfo>
#include <QTemporaryDir>

using namespace crema;
using namespace Qt::StringLiterals;

void ProcessesTest::whoHoldsALock()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"lock"_s);
    QCOMPARE(lockHolder(path), LockHolder::none);
    {
        QLockFile lock(path);
        QVERIFY(lock.tryLock(0));
        QCOMPARE(lockHolder(path), LockHolder::running);
    }
    QProcess process;
    process.start(u"true"_s, {});
    const QByteArray id = QByteArray::number(process.processId());
    QVERIFY(process.waitForFinished());
    const auto leave = [&path](const QByteArray &words) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(words) == words.size();
    };
    QVERIFY(leave(id + "\ncrema\n" + QSysInfo::machineHostName().toUtf8() + '\n'));
    QCOMPARE(lockHolder(path), LockHolder::ended);
    QVERIFY(leave(id + "\ncrema\nanother.computer\n"));
    QCOMPARE(lockHolder(path), LockHolder::elsewhere);
}
