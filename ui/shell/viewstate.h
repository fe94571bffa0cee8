// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

class QSettings;

namespace crema::ui {

/// How the window stood when it was closed. Geometry only: nothing the user made.
struct ViewState
{
    QByteArray geometry {};
    QString page {};
    bool navigationCollapsed = false;
    QString scheme {}; ///< the user's choice: "system", "light", "dark"
    QString lastSystemScheme {}; ///< "light" or "dark": what the desktop said last; empty when never
    int textPercent = 100;

    [[nodiscard]] bool operator==(const ViewState &) const = default;
};

/// Missing or damaged entries read as the defaults.
[[nodiscard]] ViewState readViewState(const QSettings &settings);
void writeViewState(const ViewState &state, QSettings &settings);

} // namespace crema::ui
