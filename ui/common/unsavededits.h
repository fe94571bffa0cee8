// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace crema::ui {

/// A page on which something may be typed that the store does not have: the window asks before it closes.
class UnsavedEdits
{
public:
    virtual ~UnsavedEdits() = default;

    /// Hands over what is still being typed.
    virtual void handOver() = 0;
    /// Something handed over is not answered yet.
    [[nodiscard]] virtual bool awaitsAnswer() const = 0;
    /// What was refused, as it was typed.
    [[nodiscard]] virtual QStringList refused() const = 0;

protected:
    UnsavedEdits() = default;
    UnsavedEdits(const UnsavedEdits &) = default;
    UnsavedEdits &operator=(const UnsavedEdits &) = default;
};

} // namespace crema::ui
