// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QVBoxLayout;

namespace crema::ui {

/// A rounded surface with a soft shadow that lies over the window's content: palette, search results,
/// notifications. It is a plain child of the window, so it works alike on every platform, and closes itself
/// on Escape or a click elsewhere.
class FloatingPanel : public QWidget
{
    Q_OBJECT

public:
    /// `owner` is the control that opens the panel: a click on it does not close it. Null for none.
    explicit FloatingPanel(QWidget *window, QWidget *owner = nullptr);

    /// The shadow's room around the surface, in pixels.
    static constexpr int shadow = 14;

    /// Notifications stay when the user clicks elsewhere.
    void setClosesOutside(bool closes) { m_closesOutside = closes; }
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    /// Puts the surface (without its shadow) at `place`, in the window's coordinates.
    void setSurface(const QRect &place);

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPointer<QWidget> m_owner;
    QVBoxLayout *m_body;
    bool m_closesOutside = true;
};

} // namespace crema::ui
