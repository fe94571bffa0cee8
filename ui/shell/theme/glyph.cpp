// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/glyph.h"

#include "ui/theme/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

#define CREMA_GLYPH_WORD(name) #name,
constexpr std::array words {CREMA_GLYPHS(CREMA_GLYPH_WORD)};
#undef CREMA_GLYPH_WORD

/// The SVG of a glyph, its `currentColor` replaced, as a picture of `pixels` device pixels.
QPixmap drawn(Glyph glyph, QSize pixels, const QColor &colour)
{
    const QString key = u"crema-glyph-%1-%2x%3-%4"_s.arg(glyphName(glyph))
                                .arg(pixels.width())
                                .arg(pixels.height())
                                .arg(colour.name());
    QPixmap pixmap;
    if (pixels.isEmpty()) {
        return pixmap; // squeezed to nothing in a very small window
    }
    if (QPixmapCache::find(key, &pixmap)) {
        return pixmap;
    }
    QFile file(u":/icons/%1.svg"_s.arg(glyphName(glyph)));
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    if (file.open(QIODevice::ReadOnly)) {
        QSvgRenderer renderer(file.readAll().replace("currentColor", colour.name().toLatin1()));
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        QPainter painter(&pixmap);
        renderer.render(&painter);
    }
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// Paints a glyph in the colour its tone has at that moment.
class GlyphEngine final : public QIconEngine
{
public:
    GlyphEngine(Glyph glyph, Tone tone) : m_glyph(glyph), m_tone(tone) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintGlyph(*painter, rect, m_glyph, colour(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return drawn(m_glyph, size, colour(mode));
    }

    // The size is in device pixels already, `scale` only tells how it came about.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        return drawn(m_glyph, size, colour(mode));
    }

    QIconEngine *clone() const override { return new GlyphEngine(*this); }
    QString key() const override { return u"crema-glyph"_s; }
    QString iconName() override { return glyphName(m_glyph); }

private:
    QColor colour(QIcon::Mode mode) const
    {
        return mode == QIcon::Disabled ? colours().disabled : colours().of(m_tone);
    }

    Glyph m_glyph;
    Tone m_tone;
};

} // namespace

int glyphCount()
{
    return static_cast<int>(words.size());
}

QString glyphName(Glyph glyph)
{
    const int index = static_cast<int>(glyph);
    if (index < 0 || index >= glyphCount()) {
        return {};
    }
    QString name;
    for (const char letter : QByteArrayView(words[static_cast<std::size_t>(index)])) {
        const bool upper = letter >= 'A' && letter <= 'Z';
        name += upper ? u"-"_s + QChar(QLatin1Char(letter)).toLower() : QString(QLatin1Char(letter));
    }
    return name;
}

QIcon icon(Glyph glyph, Tone tone)
{
    return glyph == Glyph::none ? QIcon() : QIcon(new GlyphEngine(glyph, tone));
}

QIcon retoned(const QIcon &original, Tone tone)
{
    const QString name = original.name();
    for (int i = 0; i < glyphCount() && !name.isEmpty(); ++i) {
        if (glyphName(Glyph(i)) == name) {
            return icon(Glyph(i), tone);
        }
    }
    return original;
}

void paintGlyph(QPainter &painter, const QRectF &rect, Glyph glyph, const QColor &colour)
{
    if (glyph == Glyph::none) {
        return;
    }
    const qreal scale = painter.device() != nullptr ? painter.device()->devicePixelRatioF() : 1.0;
    const qreal side = std::min(rect.width(), rect.height());
    const int pixels = static_cast<int>(std::lround(side * scale));
    QPixmap pixmap = drawn(glyph, QSize(pixels, pixels), colour);
    pixmap.setDevicePixelRatio(scale);
    painter.drawPixmap(QPointF(rect.center().x() - side / 2, rect.center().y() - side / 2), pixmap);
}

QIcon applicationIcon()
{
    return QIcon(u":/icons/app.svg"_s);
}

} // namespace crema::ui
