// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/peoplereader.h"

#include <QByteArray>

#include <span>
#include <string_view>

namespace crema::exchange {

/// All contacts as one JSON array of whole documents (`toFullDocument`), indented.
[[nodiscard]] QByteArray contactsJson(std::span<const Contact> contacts);

/// Reads that array, `{"contacts": [...]}` or a single document; rows count from 1. rejectedInput when the
/// text is no JSON or holds no documents.
[[nodiscard]] Result<ReadPeople> readContactsJson(std::string_view text, const ReadOptions &options);

} // namespace crema::exchange
