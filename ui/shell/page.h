// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/glyph.h"

#include <functional>

class QWidget;

namespace crema::ui {

/// Where a page's entry stands in the navigation.
enum class PageGroup { main, foot };

/// One page of the window. The frame knows no more of a view than this.
struct Page
{
    QString id {}; ///< stable word: "contacts"
    QString title {}; ///< translated
    Glyph glyph = Glyph::none;
    /// Makes the page's widget when it is first shown. The actions of the widget (`QWidget::addAction`) stand
    /// at the right of the page's title: priority high is the filled button, normal a plain one, low goes
    /// into the menu behind them.
    std::function<QWidget *()> create {};
    PageGroup group = PageGroup::main;
    /// False for pages that draw a header of their own.
    bool header = true;
};

} // namespace crema::ui
