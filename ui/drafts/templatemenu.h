// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/reader.h"

#include <QString>

#include <functional>

class QWidget;

namespace crema::ui {

/// Lets the user choose one of their templates for a kind of mail, in a menu at the pointer, and hands on its
/// name; an empty one lets the facts choose. Without templates of this kind there is nothing to choose and no
/// menu.
void chooseTemplate(QWidget *parent, const store::Reader &reader, const QString &mailKind,
                    const std::function<void(const QString &templateName)> &then);

} // namespace crema::ui
