// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <chrono>

class QLabel;
class QPushButton;

namespace crema::ui {

/// A thin bar: how much of a whole is done, or a moving piece while nobody knows.
class ProgressLine final : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressLine(QWidget *parent = nullptr);

    /// 0 to 100; anything below 0 means not known.
    void setPercent(int percent);
    [[nodiscard]] int percent() const { return m_percent; }
    [[nodiscard]] QSize sizeHint() const override;

private:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void followState();

    QTimer *m_clock;
    int m_percent = 0;
    int m_phase = 0;
};

/// Work in progress: what it is doing now, how far it is, and a Cancel button.
class BusyBar final : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds patience {200}; ///< what is over sooner is not shown

    explicit BusyBar(QWidget *parent = nullptr);

    /// The true stage in words ("Reading row 1,200 of 5,000") and the percentage, below 0 when not known.
    void setProgress(const QString &stage, int percent = -1);
    /// Work that cannot be stopped any more has no Cancel.
    void setCancellable(bool cancellable);
    /// Shows the bar, unless finish() comes at once.
    void showSoon();
    void finish();
    [[nodiscard]] QString stage() const;
    [[nodiscard]] int percent() const;

Q_SIGNALS:
    /// The button was pressed; it is disabled until the next setProgress with another stage, or until the bar
    /// is shown for other work.
    void cancelRequested();

private:
    void showEvent(QShowEvent *event) override;

    QLabel *m_stage;
    QLabel *m_number;
    ProgressLine *m_line;
    QPushButton *m_cancel;
    QTimer m_patience;
};

} // namespace crema::ui
