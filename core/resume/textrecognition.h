// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/task.h"
#include "resume/textextraction.h"

#include <functional>
#include <stop_token>

namespace crema::resume {

/// A scanned PDF to be read by text recognition.
struct RecognitionOrder
{
    QByteArray bytes;
    QString fileName; ///< for the error's words
    QString password;
    QString languages; ///< as tesseract names them ("eng", "deu+eng"); empty: its own choice
};

/// True when the program that recognises text (tesseract) is installed.
[[nodiscard]] bool canRecogniseText();
/// The languages it knows ("deu", "eng"), in their order; notFound, with what to install, without it.
[[nodiscard]] Task<Result<QStringList>> recognitionLanguages();
/// Draws the pages and has them read one after the other; everything stays in memory. `progress` gets the
/// pages done and how many there are. badAnswer, timeout (three minutes a page), cancelled; rejectedInput as
/// extractText, also when nothing could be read.
[[nodiscard]] Task<Result<ExtractedText>> recogniseText(RecognitionOrder order,
                                                        std::function<void(int, int)> progress,
                                                        std::stop_token stop);

} // namespace crema::resume
