// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include <algorithm>
#include <cmath>

namespace crema::ui {

namespace {

constexpr double tintShare = 0.10;

Colours lightPalette()
{
    Colours c;
    c.ground = QColor(0xFB, 0xF9, 0xF6);
    c.surface = QColor(0xFF, 0xFF, 0xFF);
    c.line = QColor(0xE7, 0xE0, 0xD8);
    c.text = QColor(0x2B, 0x23, 0x20);
    c.muted = QColor(0x75, 0x6A, 0x62);
    c.accent = QColor(0xA8, 0x5D, 0x24);
    c.good = QColor(0x2F, 0x7D, 0x4F);
    c.warn = QColor(0x9A, 0x67, 0x00);
    c.bad = QColor(0xB3, 0x38, 0x2C);
    c.info = QColor(0x2F, 0x6C, 0x9F);
    c.onAccent = c.surface;
    return c;
}

Colours darkPalette()
{
    Colours c;
    c.ground = QColor(0x1D, 0x19, 0x17);
    c.surface = QColor(0x26, 0x21, 0x20);
    c.line = QColor(0x3A, 0x33, 0x30);
    c.text = QColor(0xED, 0xE6, 0xE0);
    c.muted = QColor(0xA7, 0x9A, 0x90);
    c.accent = QColor(0xE0, 0xA0, 0x6A);
    c.good = QColor(0x6C, 0xBF, 0x8B);
    c.warn = QColor(0xE0, 0xB0, 0x50);
    c.bad = QColor(0xF0, 0x8A, 0x7E);
    c.info = QColor(0x7F, 0xB6, 0xE6);
    c.onAccent = c.ground;
    return c;
}

Colours withMixed(Colours c)
{
    c.outline = mix(c.muted, c.line, 0.25);
    c.hover = mix(c.text, c.surface, 0.05);
    c.pressed = mix(c.text, c.surface, 0.10);
    c.selected = mix(c.accent, c.surface, tintShare);
    c.accentHover = mix(c.text, c.accent, 0.14);
    c.accentPressed = mix(c.text, c.accent, 0.26);
    c.disabled = mix(c.muted, c.ground, 0.62);
    return c;
}

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
            + 0.0722 * linear(colour.blueF());
}

} // namespace

QColor Colours::of(Tone tone) const
{
    switch (tone) {
    case Tone::text:
        return text;
    case Tone::muted:
        return muted;
    case Tone::accent:
        return accent;
    case Tone::good:
        return good;
    case Tone::warn:
        return warn;
    case Tone::bad:
        return bad;
    case Tone::info:
        return info;
    case Tone::onAccent:
        return onAccent;
    }
    return text;
}

QColor Colours::tint(Tone tone) const
{
    return mix(of(tone), surface, tintShare);
}

QColor Colours::onTint(Tone tone) const
{
    return mix(of(tone), text, 0.80);
}

const Colours &coloursOf(Scheme scheme)
{
    static const Colours light = withMixed(lightPalette());
    static const Colours dark = withMixed(darkPalette());
    return scheme == Scheme::light ? light : dark;
}

QColor mix(const QColor &over, const QColor &under, double share)
{
    const auto channel = [share](int a, int b) {
        return static_cast<int>(std::lround(a * share + b * (1 - share)));
    };
    return QColor(channel(over.red(), under.red()), channel(over.green(), under.green()),
                  channel(over.blue(), under.blue()));
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace crema::ui
