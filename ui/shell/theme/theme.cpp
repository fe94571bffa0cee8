// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/cremastyle.h"
#include "ui/theme/systemscheme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPalette>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr qreal normalPointSize = 10;

// The application has one palette and one style, so it has one current scheme too.
Scheme &schemeInUse()
{
    static Scheme scheme = Scheme::light;
    return scheme;
}

int &percentInUse()
{
    static int percent = 100;
    return percent;
}

QPalette paletteOf(const Colours &c)
{
    QPalette p;
    p.setColor(QPalette::Window, c.ground);
    p.setColor(QPalette::WindowText, c.text);
    p.setColor(QPalette::Base, c.surface);
    p.setColor(QPalette::AlternateBase, mix(c.ground, c.surface, 0.5));
    p.setColor(QPalette::Text, c.text);
    p.setColor(QPalette::PlaceholderText, c.muted);
    p.setColor(QPalette::Button, c.surface);
    p.setColor(QPalette::ButtonText, c.text);
    p.setColor(QPalette::BrightText, c.bad);
    p.setColor(QPalette::Highlight, mix(c.accent, c.surface, 0.22));
    p.setColor(QPalette::HighlightedText, c.text);
    p.setColor(QPalette::Link, c.accent);
    p.setColor(QPalette::LinkVisited, c.accent);
    p.setColor(QPalette::ToolTipBase, c.text);
    p.setColor(QPalette::ToolTipText, c.ground);
    p.setColor(QPalette::Light, c.surface);
    p.setColor(QPalette::Midlight, c.hover);
    p.setColor(QPalette::Mid, c.outline);
    p.setColor(QPalette::Dark, c.outline);
    p.setColor(QPalette::Shadow, c.line);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
        p.setColor(QPalette::Disabled, role, c.disabled);
    }
    return p;
}

Scheme schemeOfDesktopPalette()
{
    return QApplication::palette().color(QPalette::Window).lightness() < 128 ? Scheme::dark : Scheme::light;
}

} // namespace

QString schemeWord(SchemeChoice choice)
{
    switch (choice) {
    case SchemeChoice::system:
        return u"system"_s;
    case SchemeChoice::light:
        return u"light"_s;
    case SchemeChoice::dark:
        return u"dark"_s;
    }
    return u"system"_s;
}

SchemeChoice schemeFromWord(QStringView word)
{
    if (word == u"light") {
        return SchemeChoice::light;
    }
    return word == u"dark" ? SchemeChoice::dark : SchemeChoice::system;
}

Scheme currentScheme()
{
    return schemeInUse();
}

int scaled(int pixels)
{
    return pixels * percentInUse() / 100;
}

const Colours &colours()
{
    return coloursOf(schemeInUse());
}

Theme::Theme(SchemeChoice choice, int textPercent, const Scheme *lastSystemScheme, QObject *parent)
    : QObject(parent), m_choice(choice),
      m_system(lastSystemScheme != nullptr ? *lastSystemScheme : schemeOfDesktopPalette()),
      m_textPercent(std::clamp(textPercent, 75, 200))
{
    const QFont font = QApplication::font();
    const bool inter = QFontDatabase::hasFamily(u"Inter"_s);
    m_family = inter ? u"Inter"_s : font.family();
    m_basePointSize = inter || font.pointSizeF() <= 0 ? normalPointSize : font.pointSizeF();
    apply();
    auto *watcher = new SystemScheme(this);
    connect(watcher, &SystemScheme::reported, this, &Theme::setSystemScheme);
    // After the window is there: reaching the bus takes a few milliseconds.
    QTimer::singleShot(0, watcher, &SystemScheme::start);
}

Theme::~Theme() = default;

Scheme Theme::scheme() const
{
    switch (m_choice) {
    case SchemeChoice::light:
        return Scheme::light;
    case SchemeChoice::dark:
        return Scheme::dark;
    case SchemeChoice::system:
        return m_system;
    }
    return m_system;
}

void Theme::setChoice(SchemeChoice choice)
{
    if (choice != m_choice) {
        m_choice = choice;
        apply();
        Q_EMIT changed();
    }
}

void Theme::setTextPercent(int percent)
{
    const int bounded = std::clamp(percent, 75, 200);
    if (bounded != m_textPercent) {
        m_textPercent = bounded;
        apply();
        Q_EMIT changed();
    }
}

void Theme::setSystemScheme(Scheme scheme)
{
    if (scheme == m_system) {
        return;
    }
    m_system = scheme;
    if (m_choice == SchemeChoice::system) {
        apply();
    }
    Q_EMIT changed();
}

void Theme::apply()
{
    schemeInUse() = scheme();
    percentInUse() = m_textPercent;
    QFont font(m_family);
    font.setPointSizeF(m_basePointSize * m_textPercent / 100.0);
    QApplication::setFont(font);
    QApplication::setPalette(paletteOf(colours()));
    // A new style object makes Qt polish every widget again: text roles, icons and sizes follow.
    QApplication::setStyle(new CremaStyle);
}

} // namespace crema::ui
