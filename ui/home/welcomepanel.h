// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace crema::ui {

/// What a new user sees first: what the program is for, the three steps, and the two ways to begin.
class WelcomePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePanel(QWidget *parent = nullptr);

Q_SIGNALS:
    void importRequested();
    void findRequested();

private:
    [[nodiscard]] QWidget *step(int glyph, const QString &title, const QString &text);
};

} // namespace crema::ui
