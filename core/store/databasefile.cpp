// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/databasefile.h"

#include "store/formats.h"
#include "store/migrations.h"

#include <QFile>
#include <QtEndian>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

constexpr qsizetype headerSize = 100;
constexpr qsizetype pageCountAt = 28;
constexpr qsizetype userVersionAt = 60;
constexpr qsizetype applicationIdAt = 68;

int numberAt(const QByteArray &header, qsizetype offset)
{
    return static_cast<int>(qFromBigEndian<quint32>(header.constData() + offset));
}

/// A newer version has other tables than those that are known; else one byte of the number is wrong.
Result<> refuseNewerTables(const QString &path, int version)
{
    const auto connection = Connection::open(path, Access::readOnly);
    return connection && versionOfTables(**connection) != 0 ? refuseWrongHeader(**connection)
                                                            : refuseNewerVersion(path, version);
}

} // namespace

Result<> refuseForeignFile(const QString &path)
{
    QFile file(path);
    if (!file.exists() || file.size() == 0) {
        return {};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::storage,
                       u"The database \"%1\" cannot be read: %2. Nothing was changed."_s.arg(
                               path, file.errorString()));
    }
    const QByteArray header = file.read(headerSize);
    const bool isDatabase = header.size() == headerSize
            && header.startsWith(QByteArrayView("SQLite format 3\0", 16));
    // A database of one page has just been made: what makes it ours may still be in its write-ahead log.
    const bool isOurs = isDatabase
            && (numberAt(header, applicationIdAt) == cremaApplicationId
                || numberAt(header, pageCountAt) <= 1);
    if (!isOurs) {
        return failure(ErrorKind::storage,
                       u"\"%1\" is not a Crema workspace database. It was not touched."_s.arg(path));
    }
    const int version = numberAt(header, userVersionAt);
    return version > currentSchemaVersion() ? refuseNewerTables(path, version) : Result<> {};
}

Result<> copyDatabaseTo(Connection &connection, const QString &target)
{
    if (QFile::exists(target)) {
        return failure(ErrorKind::rejectedInput,
                       u"There is already a file \"%1\"; it was not replaced."_s.arg(target));
    }
    Statement copy(connection, "VACUUM INTO ?1");
    auto copied = copy.bind(1, target).run();
    QFile file(target);
    // SQLite writes such a copy without waiting for the disk.
    if (copied && !(file.open(QIODevice::ReadWrite) && ::fsync(file.handle()) == 0)) {
        copied = failure(ErrorKind::storage,
                         u"\"%1\" cannot be written: %2."_s.arg(target, file.errorString()));
    }
    if (!copied) {
        file.close();
        file.remove();
        auto error = copied.error();
        error.text = u"The copy \"%1\" could not be made. "_s.arg(target) + error.text;
        return std::unexpected(error);
    }
    return {};
}

} // namespace crema::store
