// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

namespace crema::ui {

/// A text that was typed and that the store does not have.
struct UnsavedEdit
{
    QString field; ///< in words: "Email"
    QString who; ///< the person it is about; empty when it is the user
    QString text; ///< as it was typed

    [[nodiscard]] bool operator==(const UnsavedEdit &) const = default;
};

/// A page on which something may be typed that the store does not have: the window asks before it closes.
class UnsavedEdits
{
public:
    virtual ~UnsavedEdits() = default;

    /// Hands over what is still being typed.
    virtual void handOver() = 0;
    /// Something handed over is not answered yet.
    [[nodiscard]] virtual bool awaitsAnswer() const = 0;
    [[nodiscard]] virtual QVector<UnsavedEdit> refused() const = 0;
    /// What was handed over and is not answered yet.
    [[nodiscard]] virtual QVector<UnsavedEdit> underWay() const = 0;

protected:
    UnsavedEdits() = default;
    UnsavedEdits(const UnsavedEdits &) = default;
    UnsavedEdits &operator=(const UnsavedEdits &) = default;
};

} // namespace crema::ui
