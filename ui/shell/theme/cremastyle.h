// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

#include <optional>

namespace crema::ui {

/// How Crema's controls look: Fusion's behaviour, drawn from the tokens of the current scheme. A style and
/// not a style sheet: it costs nothing at start, scales with the text, and leaves delegates and local
/// palettes alone. It also keeps the wheel from changing a value on the way: a spin or combo box without
/// the focus leaves it to the page.
class CremaStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    CremaStyle();

    void polish(QWidget *widget) override;
    void unpolish(QWidget *widget) override;
    using QProxyStyle::polish;
    using QProxyStyle::unpolish;

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
                         const QWidget *widget) const override;

    QIcon standardIcon(StandardPixmap which, const QStyleOption *option,
                       const QWidget *widget) const override;

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    [[nodiscard]] std::optional<QSize> wrappedItemSize(const QStyleOption *option, const QSize &size,
                                                       const QWidget *widget) const;
};

} // namespace crema::ui
