// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/columns.h"

#include <QString>

#include <string_view>

namespace crema::exchange {

/// A cell as a spreadsheet left it.
struct SheetValue
{
    QString value; ///< what the cell was meant to hold
    QString damage; ///< why that is lost, as a sentence for the user; empty when it is not
};

/// True when the cell may need `fromSheet`; nearly none does.
[[nodiscard]] bool mayBeOfSheet(Field field, std::string_view cell);

/// Takes the value out of `="0171 555"` and `=HYPERLINK("https://...","Ann")`, and tells where a spreadsheet
/// has destroyed it: "#NAME?", "#####", a phone number as "1.5E+10", a formula without its result.
[[nodiscard]] SheetValue fromSheet(Field field, const QString &value);

} // namespace crema::exchange
