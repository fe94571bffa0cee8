// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLayout;

namespace crema::ui {

/// Takes all widgets out of a layout that is to be filled anew. They go with the next event, for one of them
/// may be the sender of the click that led here.
void clearRows(QLayout &rows);

} // namespace crema::ui
