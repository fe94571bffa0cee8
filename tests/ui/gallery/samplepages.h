// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace crema::ui::gallery {

/// A table of people with a detail pane, as the contacts page has it.
QWidget *tablePage();
/// Every shared widget once.
QWidget *widgetsPage();
/// A page with nothing in it.
QWidget *emptyPage();
/// A form with every kind of input.
QWidget *formPage();

/// The PDF viewer with two pages in it, searching a word.
QWidget *pdfPage();

} // namespace crema::ui::gallery
