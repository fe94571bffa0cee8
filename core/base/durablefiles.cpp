// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/durablefiles.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace crema {

namespace {

std::unexpected<Error> cannot(const char16_t *what, const QString &path)
{
    return failure(ErrorKind::storage, QString::fromUtf16(what).arg(path, systemReason()));
}

/// After a call of Qt, which knows why better than `errno`; but a flush of QSaveFile does not say.
std::unexpected<Error> notWritten(const QFileDevice &file)
{
    const bool isSaid = file.error() != QFileDevice::NoError
            && file.errorString() != QIODevice::tr("Unknown error");
    const QString reason = isSaid ? reasonOf(file) : systemReason();
    return failure(ErrorKind::storage, u"\"%1\" cannot be written: %2."_s.arg(file.fileName(), reason));
}

bool saysFull()
{
    return errno == ENOSPC || errno == EDQUOT;
}

} // namespace

QString systemReason()
{
    return saysFull() ? u"the disk is full"_s : QString::fromLocal8Bit(std::strerror(errno));
}

Result<> writeThrough(QFileDevice &file, QByteArrayView bytes)
{
    return file.write(bytes.data(), bytes.size()) == bytes.size() ? syncFile(file) : notWritten(file);
}

Result<> checkReplaceable(const QString &path)
{
    if (QFileInfo(path).fileName() == "-"_L1) {
        return failure(
                ErrorKind::storage,
                u"\"-\" is no file: the standard output cannot be written to. Give the name of a file."_s);
    }
    struct stat found {};
    if (::stat(QFile::encodeName(path).constData(), &found) != 0 || S_ISREG(found.st_mode)) {
        return {};
    }
    const QString what = S_ISDIR(found.st_mode) ? u"a folder"_s
            : S_ISFIFO(found.st_mode)           ? u"a pipe"_s
                                                : u"a device"_s;
    return failure(ErrorKind::storage,
                   u"\"%1\" is %2, not a file. Nothing was changed there."_s.arg(path, what));
}

QString reasonOf(const QFileDevice &file)
{
    const QString reason = file.errorString();
    const bool isFull = reason == qt_error_string(ENOSPC) || reason == qt_error_string(EDQUOT);
    return isFull ? u"the disk is full (%1)"_s.arg(reason) : reason;
}

Result<> syncFile(QFileDevice &file)
{
    if (!file.flush()) {
        return notWritten(file);
    }
    return ::fsync(file.handle()) == 0 ? Result<> {}
                                       : cannot(u"\"%1\" cannot be written: %2.", file.fileName());
}

Result<> syncPath(const QString &path)
{
    const int handle = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (handle < 0) {
        return cannot(u"\"%1\" cannot be opened: %2.", path);
    }
    const bool synced = ::fsync(handle) == 0;
    ::close(handle);
    return synced ? Result<> {} : cannot(u"\"%1\" cannot be written to the disk: %2.", path);
}

Result<> syncFolder(const QString &folder)
{
    return syncPath(folder);
}

Result<> syncTree(const QString &folder)
{
    QDirIterator entries(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot | QDir::NoSymLinks,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        if (const auto synced = syncPath(entries.next()); !synced) {
            return synced;
        }
    }
    return syncPath(folder);
}

bool isDiskFullAt(const QString &folder)
{
    constexpr std::array<char, 4096> block {};
    QByteArray name = QFile::encodeName(folder + u"/.room-XXXXXX"_s);
    const int handle = ::mkstemp(name.data());
    bool isFull = handle < 0 && saysFull();
    if (handle >= 0) {
        isFull = ::write(handle, block.data(), block.size()) < 0 && saysFull();
        ::close(handle);
        ::unlink(name.constData());
    }
    return isFull;
}

Result<> renameDurably(const QString &from, const QString &to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0) {
        return cannot(u"\"%1\" cannot be written: %2. Nothing was changed there.", to);
    }
    const QString source = QFileInfo(from).absolutePath();
    const QString target = QFileInfo(to).absolutePath();
    if (source != target) {
        if (const auto synced = syncFolder(source); !synced) {
            return synced;
        }
    }
    return syncFolder(target);
}

} // namespace crema
