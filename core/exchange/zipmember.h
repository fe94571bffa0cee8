// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/deployment.h"
#include "base/error.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <stop_token>

namespace crema::exchange {

/// The one file inside of a ZIP that lists people.
struct ZipMember
{
    QString name; ///< without its folders
    QByteArray bytes;
    QString told; ///< which file was read and which were not
};

/// Finds and unpacks it, in memory: LinkedIn's Connections.csv, "All Contacts" of Google Takeout, else the
/// only one that Crema reads. Nothing for what is no ZIP and for documents of office programs, which are ZIPs
/// inside. rejectedInput, with a sentence that names no file but those inside, for a ZIP with several lists
/// or none, for a backup of Crema, and when it is damaged, locked or larger inside than `importBytes`;
/// cancelled.
[[nodiscard]] Result<std::optional<ZipMember>> memberWithPeople(const QByteArray &bytes, const Limits &limits,
                                                                const std::stop_token &stop);

} // namespace crema::exchange
