// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace crema::ui {

/// A page that scrolls when its content is higher than the window, with the page margins around it. Forms and
/// dashboards stand in one, so that nothing is squeezed in a small window or with large text.
class ScrollPage final : public QScrollArea
{
    Q_OBJECT

public:
    /// `widest` bounds the width of the content in characters, for text and forms; 0 lets it fill the window.
    explicit ScrollPage(int widest = 0, QWidget *parent = nullptr);

    [[nodiscard]] QVBoxLayout *body() const { return m_body; }

private:
    QVBoxLayout *m_body;
};

} // namespace crema::ui
