// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QTimer;

namespace crema::ui {

/// How long the conversation takes: start, pause, end. Runs on while the page is not shown; a clock that is
/// set does not matter.
class ChatTimer final : public QWidget
{
    Q_OBJECT

public:
    explicit ChatTimer(QWidget *parent = nullptr);

    /// What was timed before, shown while it does not run.
    void setEarlierMinutes(int minutes);
    [[nodiscard]] bool isOpen() const { return m_open; }
    /// Of the conversation under way, rounded up: a short one is not none.
    [[nodiscard]] int minutes() const;
    void start();
    /// Ends it; does nothing when it was not started.
    void end();

Q_SIGNALS:
    void started();
    void ended(int minutes);

private:
    void togglePause();
    void showTime();
    [[nodiscard]] qint64 elapsed() const;

    QLabel *m_time;
    QPushButton *m_run;
    QPushButton *m_end;
    QTimer *m_tick;
    QElapsedTimer m_clock; ///< valid while it runs
    qint64 m_before = 0; ///< milliseconds up to the last pause
    int m_earlier = 0;
    bool m_open = false;
};

} // namespace crema::ui
