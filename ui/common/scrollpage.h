// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QScrollArea>

class QVBoxLayout;

namespace crema::ui {

/// A page that scrolls when its content is higher than the window, with the page margins around it. Forms and
/// dashboards stand in one, so that nothing is squeezed in a small window or with large text. A button that
/// is disabled while its work runs keeps the focus, and the page stays where it is.
class ScrollPage final : public QScrollArea
{
    Q_OBJECT

public:
    /// `widest` bounds the width of the content in characters, for text and forms; 0 lets it fill the window.
    explicit ScrollPage(int widest = 0, QWidget *parent = nullptr);

    [[nodiscard]] QVBoxLayout *body() const { return m_body; }

private:
    bool focusNextPrevChild(bool next) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

    QVBoxLayout *m_body;
    QPointer<QWidget> m_kept; ///< has the focus although it cannot be used for a moment
};

/// Scrolls to a widget that has just got something to show, as soon as it has its place.
void reveal(QWidget *widget);

} // namespace crema::ui
