// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/glyph.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace crema::ui {

/// What an empty list or page shows: an icon, one line of what is missing, what to do next, and the buttons
/// that do it.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    void setGlyph(Glyph glyph);
    void setTitle(const QString &title);
    void setText(const QString &text);
    /// An empty text hides the button.
    void setPrimary(const QString &text, Glyph glyph = Glyph::none);
    void setSecondary(const QString &text, Glyph glyph = Glyph::none);

Q_SIGNALS:
    void primaryClicked();
    void secondaryClicked();

private:
    void paintEvent(QPaintEvent *event) override;

    Glyph m_glyph = Glyph::info;
    QWidget *m_picture;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_primary;
    QPushButton *m_secondary;
};

} // namespace crema::ui
