// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

#include <functional>
#include <stop_token>
#include <vector>

namespace crema::exchange {

/// One file inside an archive of a workspace.
struct ArchiveMember
{
    QString name; ///< "crema.db", "files/ab/ab12..."
    qint64 size = 0; ///< bytes, unpacked
    QByteArray sha256; ///< hex

    [[nodiscard]] bool operator==(const ArchiveMember &) const = default;
};

/// What an archive says of itself, in its member `manifest.json`.
struct ArchiveManifest
{
    int format = 0;
    QString program; ///< "crema 0.1.0"
    QString created; ///< stored time
    int schema = 0; ///< of the database; 0 when it could not be read
    bool damaged = false; ///< the workspace was copied as it was because its database could not be read
    QString mark; ///< changes with every change of the workspace
    QMap<QString, qint64> counts; ///< live records by kind
    QStringList problems; ///< what was wrong with the workspace when it was copied
    std::vector<ArchiveMember> members;

    [[nodiscard]] bool operator==(const ArchiveManifest &) const = default;
    [[nodiscard]] qint64 totalSize() const;
};

[[nodiscard]] int archiveFormat();
/// The only names that an archive of a workspace holds beside its manifest; nothing else can lead anywhere.
[[nodiscard]] bool isMemberName(const QString &name);
[[nodiscard]] Json toJson(const ArchiveManifest &manifest);
/// rejectedInput when it is no manifest, or one with names that lead out of the folder, twice the same name
/// or a hash that is none.
[[nodiscard]] Result<ArchiveManifest> manifestFrom(const Json &json);

/// A file to be packed.
struct ArchiveSource
{
    QString name; ///< inside the archive
    QString path;
};

/// Bytes done of all bytes; called on the working thread.
using ArchiveProgress = std::function<void(qint64 done, qint64 total)>;

/// Packs `sources` into a ZIP file (ZIP64, readable by every unzip) with a manifest of sizes and SHA-256
/// hashes and, as its comment, the hash of the whole file. Written to a temporary file beside `target`, read
/// back and compared, synced, then renamed: an older file at `target` is replaced by a complete archive or
/// not at all. `head` gives what the manifest says besides its members.
[[nodiscard]] Result<ArchiveManifest> writeArchive(const QString &target, ArchiveManifest head,
                                                   const std::vector<ArchiveSource> &sources,
                                                   const ArchiveProgress &progress, std::stop_token stop);

/// The manifest alone: what the archive claims, quick. rejectedInput for a file that is no archive of a
/// workspace, one that is damaged, or one of a newer format.
[[nodiscard]] Result<ArchiveManifest> readManifest(const QString &path);

/// True for the error of an archive that is not what was written: it was cut off, or bytes of it changed.
[[nodiscard]] bool isArchiveDamage(const Error &error);

/// Reads every byte and compares size and hash of every member, and of the file; the error names the member.
[[nodiscard]] Result<ArchiveManifest> verifyArchive(const QString &path, const ArchiveProgress &progress,
                                                    std::stop_token stop);

/// The same, and puts the members into `folder`, which must be empty or missing. After a failure the folder
/// holds whatever was unpacked before; it is the caller's to remove. At most as many bytes are written as the
/// manifest says, and not more than the disk has room for.
[[nodiscard]] Result<ArchiveManifest> unpackArchive(const QString &path, const QString &folder,
                                                    const ArchiveProgress &progress, std::stop_token stop);

/// What could be read of a damaged archive.
struct SalvagedArchive
{
    ArchiveManifest manifest; ///< empty when it could not be read
    QStringList problems; ///< what is missing or damaged, a sentence each
};

/// Puts what can be read of a damaged archive into `folder`, which must be empty or missing: whole kept
/// files, and of the database as much as there is. Fails when there is nothing of a database.
[[nodiscard]] Result<SalvagedArchive> salvageArchive(const QString &path, const QString &folder,
                                                     const ArchiveProgress &progress, std::stop_token stop);

/// One member, verified, as a file of its own at `target`, which must not exist.
[[nodiscard]] Result<> extractMember(const QString &path, const ArchiveMember &member, const QString &target);

} // namespace crema::exchange
