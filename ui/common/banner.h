// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "ui/theme/glyph.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace crema::ui {

/// A coloured strip with an icon, a heading, a text and an optional button; hidden until it has something to
/// say.
class Banner final : public QWidget
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    /// Shows a message. `action` is the text of the button, empty for none. Texts are plain.
    void showMessage(Tone tone, Glyph glyph, const QString &heading, const QString &text,
                     const QString &action = {});
    /// Shows what happened, what was kept and what to do. A cancelled error hides the banner: the user knows.
    void showError(const Error &error);
    /// Hides it.
    void clear();

Q_SIGNALS:
    /// The button: for errors it means try again.
    void actionClicked();
    void dismissed();

private:
    void paintEvent(QPaintEvent *event) override;

    Tone m_tone = Tone::info;
    Glyph m_glyph = Glyph::info;
    QWidget *m_picture;
    QLabel *m_heading;
    QLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
};

} // namespace crema::ui
