// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/floatingpanel.h"
#include "ui/theme/glyph.h"

#include <QQueue>

#include <chrono>
#include <functional>

class QLabel;
class QPushButton;
class QTimer;
class QToolButton;

namespace crema::ui {

/// A short notice that something is done, with one thing that can be done about it ("Imported 120 people",
/// "Undo").
struct Toast
{
    QString text {};
    QString actionText {}; ///< empty for none
    std::function<void()> act {}; ///< what the action does
    Tone tone = Tone::good;
    std::chrono::milliseconds duration {7000};
    QString undoes {}; ///< the operation that its action takes back; empty when it is no undo
};

/// Shows notices one after the other over the bottom of the page; one with the way back from what was just
/// done at once, in front of the others. Stays while the pointer or the focus is on it.
class ToastStrip final : public FloatingPanel
{
    Q_OBJECT

public:
    explicit ToastStrip(QWidget *window);

    void show(const Toast &toast);
    /// Takes away the notices that offer to undo anything but this operation.
    void withdrawUndoBut(const QString &operation);
    /// How far above the window's bottom the strip stands.
    void setBottom(int pixels);
    [[nodiscard]] QString text() const;

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void next();
    void expire();
    void place();

    QLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
    QTimer *m_clock;
    QWidget *m_picture;
    QQueue<Toast> m_waiting;
    Toast m_shown;
    int m_bottom = 40;
};

} // namespace crema::ui
