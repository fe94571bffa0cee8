// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QObject>

namespace crema::ui {

/// What the user asked for.
enum class SchemeChoice { system, light, dark };

/// The words of a choice in settings: "system", "light", "dark"; an unknown word reads as system.
[[nodiscard]] QString schemeWord(SchemeChoice choice);
[[nodiscard]] SchemeChoice schemeFromWord(QStringView word);

/// The scheme the program's widgets are drawn in now (light until a Theme is applied) and its colours. GUI
/// thread only.
[[nodiscard]] Scheme currentScheme();
[[nodiscard]] const Colours &colours();

/// A size in device-independent pixels, grown or shrunk with the text: for icons, avatars and minimum widths.
[[nodiscard]] int scaled(int pixels);

/// Gives the application its look: style, palette and font. Make one after QApplication, before the first
/// widget; it lives as long as the application. Every widget follows a change by itself.
class Theme final : public QObject
{
    Q_OBJECT

public:
    /// `lastSystemScheme` is used until the desktop has told which scheme it is in; null asks the desktop's
    /// palette.
    explicit Theme(SchemeChoice choice = SchemeChoice::system, int textPercent = 100,
                   const Scheme *lastSystemScheme = nullptr, QObject *parent = nullptr);
    ~Theme() override;

    [[nodiscard]] SchemeChoice choice() const { return m_choice; }
    void setChoice(SchemeChoice choice);

    [[nodiscard]] Scheme scheme() const;
    /// The scheme the desktop asks for, worth remembering for the next start.
    [[nodiscard]] Scheme systemScheme() const { return m_system; }

    /// Text size in percent of the normal one, 75 to 200. Controls grow with it.
    [[nodiscard]] int textPercent() const { return m_textPercent; }
    void setTextPercent(int percent);

Q_SIGNALS:
    /// The scheme, its choice or the text size is another one; widgets are already told by Qt's own change
    /// events.
    void changed();

private:
    void setSystemScheme(Scheme scheme);
    void apply();

    SchemeChoice m_choice;
    Scheme m_system = Scheme::light;
    int m_textPercent = 100;
    qreal m_basePointSize = 10;
    QString m_family;
};

} // namespace crema::ui
