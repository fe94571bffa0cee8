// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QLockFile>
#include <QString>

#include <memory>

namespace crema::store {

/// The folder of one account or of the local user: `crema.db`, `files/`, `lock`.
class Workspace final
{
public:
    /// Creates the folder when it is missing. Fails when it is a file or cannot be made; whether it can be
    /// written shows in lock().
    [[nodiscard]] static Result<Workspace> at(const QString &folder);

    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] QString databasePath() const;
    [[nodiscard]] QString filesFolder() const;
    /// Name of the local socket on which the process that holds the lock listens; the same for every spelling
    /// of the path.
    [[nodiscard]] QString socketName() const;
    [[nodiscard]] bool hasDatabase() const;

    /// Takes the writing lock; conflict when another process holds it. A lock left by a dead process is taken
    /// over.
    [[nodiscard]] Result<std::unique_ptr<QLockFile>> lock() const;

    /// Keeps a file by the hash of its content and returns the hash (SHA-256, hex); the same content is kept
    /// once.
    [[nodiscard]] Result<QString> keepFile(QByteArrayView bytes) const;
    [[nodiscard]] QString filePath(const QString &hash) const;
    /// The kept bytes; storage error when they are missing or no longer match their hash.
    [[nodiscard]] Result<QByteArray> keptFile(const QString &hash) const;

private:
    explicit Workspace(QString folder) : m_folder(std::move(folder)) { }

    QString m_folder;
};

} // namespace crema::store
