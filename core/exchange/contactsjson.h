// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/peoplereader.h"

#include <QByteArray>

#include <span>
#include <string_view>

namespace crema::exchange {

/// All contacts as one JSON array of whole documents (`toFullDocument`), indented.
[[nodiscard]] QByteArray contactsJson(std::span<const Contact> contacts);

/// Reads that array, `{"contacts": [...]}` or a single document; rows count from 1. Only `cancelled` fails.
[[nodiscard]] Result<ReadPeople> readContactsJson(const Json &json, const ReadOptions &options);

} // namespace crema::exchange
