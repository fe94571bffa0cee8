// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>

namespace crema::test {

/// A folder at which something is mounted while it lives, where that is allowed.
class MountedFolder
{
public:
    MountedFolder(QString folder, const QStringList &options)
        : m_folder(std::move(folder)),
          m_mounted(QProcess::execute(QStringLiteral("mount"), options + QStringList {m_folder}) == 0)
    {
    }
    ~MountedFolder()
    {
        if (m_mounted) {
            QProcess::execute(QStringLiteral("umount"), {m_folder});
        }
    }
    MountedFolder(const MountedFolder &) = delete;
    MountedFolder &operator=(const MountedFolder &) = delete;
    [[nodiscard]] bool isMounted() const { return m_mounted; }

private:
    QString m_folder;
    bool m_mounted;
};

} // namespace crema::test
