// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

class QHeaderView;
class QSettings;
class QSplitter;

namespace crema::ui {

/// Keeps how wide the panes of a splitter and the columns of a table are, under a name, and brings it back at
/// once. Only geometry: what the user made belongs to the store. `settings` must outlive the widgets.
void keepSplitter(QSplitter *splitter, QSettings &settings, const QString &name);

/// The same for the columns' widths, order, visibility and sorting.
void keepColumns(QHeaderView *header, QSettings &settings, const QString &name);

} // namespace crema::ui
