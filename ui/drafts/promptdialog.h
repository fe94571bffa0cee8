// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/rewriteflow.h"

#include <QDialog>

namespace crema::ui {

/// What a language model would be told to write an email or a sentence, word for word, and what is kept back.
/// Looking at it sends nothing.
class PromptDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit PromptDialog(const flows::PromptPreview &prompt, QWidget *parent = nullptr);
};

} // namespace crema::ui
