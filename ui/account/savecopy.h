// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/resume.h"

#include <functional>

class QWidget;

namespace crema::ui {

/// Asks where a copy of a resume's file is to be saved; `chosen` gets the path.
void askWhereToSave(QWidget *parent, const Resume &resume,
                    const std::function<void(const QString &)> &chosen);

} // namespace crema::ui
