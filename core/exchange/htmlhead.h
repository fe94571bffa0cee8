// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace crema::exchange {

/// True for a web page, whatever its file is called; some programs write one into ".xls".
[[nodiscard]] bool isHtml(std::string_view text);

/// The encoding that a page or an XML file names in its first lines, as `encodingNames` has it. Empty when it
/// names none, or says UTF-8, or is in UTF-8 all the same.
[[nodiscard]] QString encodingOfPage(std::string_view bytes);

} // namespace crema::exchange
