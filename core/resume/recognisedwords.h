// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "resume/pagelayout.h"

#include <QByteArray>

#include <vector>

namespace crema::resume {

/// The words of a page as tesseract's TSV output has them
/// (https://tesseract-ocr.github.io/tessdoc/Command-Line-Usage.html), without those it was not sure of.
[[nodiscard]] std::vector<PageWord> recognisedWords(const QByteArray &tsv, double pointsPerPixel);

} // namespace crema::resume
