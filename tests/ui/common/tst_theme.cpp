// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QPalette>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace crema::ui;

namespace {

constexpr double readable = 4.5;

void addPair(const char *scheme, const char *name, const QColor &text, const QColor &ground)
{
    QTest::addRow("%s: %s", scheme, name) << text << ground;
}

// The share of dark and bright pixels that are not see-through.
bool hasInk(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) > 128) {
                return true;
            }
        }
    }
    return false;
}

QColor inkOf(const QIcon &icon)
{
    const QImage image = icon.pixmap(QSize(48, 48)).toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) == 255) {
                return image.pixelColor(x, y);
            }
        }
    }
    return {};
}

} // namespace

void TestTheme::textIsReadable_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");
    for (const auto &[word, scheme] : {std::pair("light", Scheme::light), std::pair("dark", Scheme::dark)}) {
        const Colours &c = coloursOf(scheme);
        addPair(word, "text on ground", c.text, c.ground);
        addPair(word, "text on surface", c.text, c.surface);
        addPair(word, "text on a selected row", c.text, c.selected);
        addPair(word, "text under the pointer", c.text, c.hover);
        addPair(word, "text while pressed", c.text, c.pressed);
        addPair(word, "muted on ground", c.muted, c.ground);
        addPair(word, "muted on surface", c.muted, c.surface);
        addPair(word, "muted on a selected row", c.muted, c.selected);
        addPair(word, "accent on ground", c.accent, c.ground);
        addPair(word, "accent on surface", c.accent, c.surface);
        addPair(word, "good on surface", c.good, c.surface);
        addPair(word, "warn on surface", c.warn, c.surface);
        addPair(word, "bad on surface", c.bad, c.surface);
        addPair(word, "info on surface", c.info, c.surface);
        addPair(word, "good on ground", c.good, c.ground);
        addPair(word, "warn on ground", c.warn, c.ground);
        addPair(word, "bad on ground", c.bad, c.ground);
        addPair(word, "info on ground", c.info, c.ground);
        addPair(word, "filled button", c.onAccent, c.accent);
        addPair(word, "filled button under the pointer", c.onAccent, c.accentHover);
        addPair(word, "filled button pressed", c.onAccent, c.accentPressed);
        addPair(word, "tool tip", c.ground, c.text);
    }
}

void TestTheme::textIsReadable()
{
    QFETCH(QColor, text);
    QFETCH(QColor, ground);
    const double contrast = contrastRatio(text, ground);
    QVERIFY2(contrast >= readable, qPrintable(QString::number(contrast)));
}

void TestTheme::chipsAreReadable_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");
    const std::pair<const char *, Tone> tones[] {{"muted", Tone::muted}, {"accent", Tone::accent},
                                                 {"good", Tone::good},   {"warn", Tone::warn},
                                                 {"bad", Tone::bad},     {"info", Tone::info}};
    for (const auto &[name, tone] : tones) {
        addPair("light", name, coloursOf(Scheme::light).onTint(tone), coloursOf(Scheme::light).tint(tone));
        addPair("dark", name, coloursOf(Scheme::dark).onTint(tone), coloursOf(Scheme::dark).tint(tone));
    }
}

void TestTheme::chipsAreReadable()
{
    textIsReadable();
}

void TestTheme::everyGlyphIsDrawn_data()
{
    QTest::addColumn<int>("glyph");
    for (int i = 0; i < glyphCount(); ++i) {
        QTest::newRow(qPrintable(glyphName(Glyph(i)))) << i;
    }
}

void TestTheme::everyGlyphIsDrawn()
{
    QFETCH(int, glyph);
    const QIcon drawn = icon(Glyph(glyph));
    QCOMPARE(drawn.name(), glyphName(Glyph(glyph)));
    const QPixmap pixmap = drawn.pixmap(QSize(24, 24), 2.0);
    QCOMPARE(pixmap.size(), QSize(48, 48));
    QVERIFY(hasInk(pixmap.toImage()));
}

void TestTheme::glyphsTakeTheColourOfTheScheme()
{
    const QIcon drawn = icon(Glyph::stop, Tone::accent);
    Theme theme(SchemeChoice::light);
    QCOMPARE(inkOf(drawn), coloursOf(Scheme::light).accent);
    theme.setChoice(SchemeChoice::dark);
    QCOMPARE(inkOf(drawn), coloursOf(Scheme::dark).accent);
    QCOMPARE(inkOf(retoned(drawn, Tone::bad)), coloursOf(Scheme::dark).bad);
    theme.setChoice(SchemeChoice::light);
}

void TestTheme::choiceOfTheUserWins()
{
    const Scheme dark = Scheme::dark;
    Theme theme(SchemeChoice::system, 100, &dark);
    QCOMPARE(theme.scheme(), Scheme::dark);
    QCOMPARE(QApplication::palette().color(QPalette::Window), coloursOf(Scheme::dark).ground);
    QSignalSpy changes(&theme, &Theme::changed);
    theme.setChoice(SchemeChoice::light);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(QApplication::palette().color(QPalette::Window), coloursOf(Scheme::light).ground);
    QCOMPARE(schemeFromWord(schemeWord(SchemeChoice::dark)), SchemeChoice::dark);
    QCOMPARE(schemeFromWord(u"something"), SchemeChoice::system);
}

void TestTheme::textGrowsWithItsRole()
{
    Theme theme(SchemeChoice::light, 100);
    const std::unique_ptr<QLabel> title(makeLabel(u"Title"_s, TextRole::title, Tone::muted));
    title->ensurePolished();
    const qreal normal = title->font().pointSizeF();
    QVERIFY(normal > QApplication::font().pointSizeF());
    theme.setTextPercent(150);
    QCOMPARE(title->font().pointSizeF(), normal * 1.5);
    theme.setTextPercent(1000);
    QCOMPARE(theme.textPercent(), 200);
    theme.setTextPercent(100);
    theme.setChoice(SchemeChoice::dark);
    QCOMPARE(title->palette().color(QPalette::WindowText), coloursOf(Scheme::dark).muted);
    theme.setChoice(SchemeChoice::light);
}
