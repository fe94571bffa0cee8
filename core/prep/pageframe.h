// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRgb>
#include <QSizeF>

namespace crema::prep {

// Everything in this folder measures in points (1/72 inch); the drawing functions turn them into the device's
// units.

/// Device units of a point: pages are written at 720 dpi.
inline constexpr int unitsPerPoint = 10;

/// The light palette of DESIGN 11, and tints of it.
namespace ink {
inline constexpr QRgb ground = 0xFFFBF9F6;
inline constexpr QRgb surface = 0xFFFFFFFF;
inline constexpr QRgb line = 0xFFE7E0D8;
inline constexpr QRgb rule = 0xFFD5CBC0; ///< lines to write on: `line` is too faint on cheap printers
inline constexpr QRgb text = 0xFF2B2320;
inline constexpr QRgb muted = 0xFF756A62;
inline constexpr QRgb accent = 0xFFA85D24;
inline constexpr QRgb accentTint = 0xFFDDBB9E;
inline constexpr QRgb good = 0xFF2F7D4F;
inline constexpr QRgb bad = 0xFFB3382C;
inline constexpr QRgb info = 0xFF2F6C9F;
inline constexpr QRgb infoTint = 0xFFA5C3DA;
} // namespace ink

/// Distances on the 8-point grid.
namespace gap {
inline constexpr qreal hair = 4;
inline constexpr qreal small = 8;
inline constexpr qreal medium = 16;
inline constexpr qreal large = 24;
} // namespace gap

enum class Paper { letter, a4 };

/// The page and its margins.
struct PageFrame
{
    QSizeF size;
    qreal margin = 48;
    qreal footerTop = 0; ///< where the content must end

    [[nodiscard]] qreal contentWidth() const { return size.width() - 2 * margin; }
};

[[nodiscard]] PageFrame pageFrame(Paper paper);

} // namespace crema::prep
