// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace crema::ui {

/// A light or a dark window.
enum class Scheme { light, dark };

/// What a colour says. Every tone is readable as text (contrast at least 4.5:1) on the ground and on a
/// surface.
enum class Tone { text, muted, accent, good, warn, bad, info, onAccent };

/// The colours of one scheme. The first ten are the product's palette, the others are mixed from them.
struct Colours
{
    QColor ground; ///< behind everything
    QColor surface; ///< cards, tables, inputs, menus
    QColor line; ///< thin borders and separators
    QColor text;
    QColor muted; ///< second-rank text
    QColor accent;
    QColor good;
    QColor warn;
    QColor bad;
    QColor info;

    QColor outline; ///< borders of what can be operated
    QColor hover; ///< a control under the pointer, on ground or surface
    QColor pressed;
    QColor selected; ///< a selected row or entry; text stays `text`
    QColor onAccent; ///< text on a filled accent button
    QColor accentHover;
    QColor accentPressed;
    QColor disabled; ///< text of what cannot be used now

    [[nodiscard]] QColor of(Tone tone) const;
    /// The pale ground of a chip or a banner of this tone, and the text colour that is readable on it.
    [[nodiscard]] QColor tint(Tone tone) const;
    [[nodiscard]] QColor onTint(Tone tone) const;

    [[nodiscard]] bool operator==(const Colours &) const = default;
};

[[nodiscard]] const Colours &coloursOf(Scheme scheme);

/// `share` (0..1) of `over` laid on `under`.
[[nodiscard]] QColor mix(const QColor &over, const QColor &under, double share);

/// Contrast of two opaque colours, 1..21 (https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio).
[[nodiscard]] double contrastRatio(const QColor &a, const QColor &b);

/// Gaps in device-independent pixels, on the 8-px grid.
namespace gap {
inline constexpr int hair = 2;
inline constexpr int tiny = 4;
inline constexpr int small = 8;
inline constexpr int medium = 16;
inline constexpr int large = 24;
inline constexpr int huge = 32;
} // namespace gap

/// Corner radii in device-independent pixels.
namespace radius {
inline constexpr int control = 6;
inline constexpr int card = 10;
} // namespace radius

} // namespace crema::ui
