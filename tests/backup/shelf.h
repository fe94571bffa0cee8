// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "composition/session.h"
#include "flows/backupflow.h"
#include "support/spin.h"
#include "support/support.h"

#include <QTemporaryDir>

#include <map>

/// A workspace on disk, closed unless a session is open, with everything a workspace can hold.
class Shelf
{
public:
    /// With `people` contacts, a draft, a prep with a kept file, a resume with one, credits and a job.
    [[nodiscard]] crema::Result<> fill(int people);
    [[nodiscard]] crema::Result<std::unique_ptr<crema::app::Session>> open() const;
    /// Adds a contact to a closed workspace.
    [[nodiscard]] crema::Result<> add(const QString &id) const;
    /// Runs SQL on the closed database.
    [[nodiscard]] bool sql(const QByteArray &statements) const;

    [[nodiscard]] crema::store::Workspace workspace() const;
    [[nodiscard]] QString folder() const { return m_root.filePath(QStringLiteral("ws")); }
    [[nodiscard]] QString database() const { return folder() + QStringLiteral("/crema.db"); }
    /// A path beside the workspace.
    [[nodiscard]] QString beside(const QString &name) const { return m_root.filePath(name); }
    [[nodiscard]] QString keptFile() const { return m_keptFile; }

    [[nodiscard]] crema::Result<crema::flows::HealthReport> check() const;
    [[nodiscard]] crema::Result<crema::flows::HealthReport> repair() const;
    [[nodiscard]] crema::Result<crema::flows::BackupFile> backUp(const QString &name) const;
    /// Prepares and finishes; returns where the old state is kept.
    [[nodiscard]] crema::Result<QString> restore(const QString &path) const;

private:
    QTemporaryDir m_root;
    QString m_keptFile;
};

/// Every row of every table that is not derived from others, by table and key order.
using Dump = std::map<QByteArray, QList<QByteArray>>;
[[nodiscard]] Dump dumpOf(const QString &databasePath);
/// Names and contents of the files below a folder.
[[nodiscard]] std::map<QString, QByteArray> filesBelow(const QString &folder);

[[nodiscard]] QByteArray bytesOf(const QString &path);
[[nodiscard]] bool writeBytes(const QString &path, const QByteArray &bytes);
[[nodiscard]] bool overwrite(const QString &path, qint64 offset, const QByteArray &bytes);
