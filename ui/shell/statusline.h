// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/jobsbutton.h"
#include "ui/theme/glyph.h"

#include <QWidget>

#include <chrono>

class QLabel;
class QPushButton;
class QTimer;

namespace crema::ui {

/// The line at the bottom: a message at the left; running jobs, credits and where the work is kept at the
/// right.
class StatusLine final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    /// Shown until the next message, or for `duration` when it is above zero.
    void showMessage(const QString &text, std::chrono::milliseconds duration = {});
    [[nodiscard]] QString message() const;
    /// A balance below zero hides the credits. `most` is the plan's allowance; 0 leaves it out.
    void setCredits(int balance, int most = 0);
    /// What is known about saving: "Saved on this computer", "Saving...", "Synced 2 minutes ago".
    void setSaveState(const QString &text, Glyph glyph = Glyph::check, Tone tone = Tone::muted);
    void setJobs(const QVector<JobItem> &jobs) { m_jobs->setJobs(jobs); }

Q_SIGNALS:
    void creditsClicked();
    void saveStateClicked();
    void cancelJobRequested(const QString &jobId);

private:
    void paintEvent(QPaintEvent *event) override;

    QLabel *m_message;
    JobsButton *m_jobs;
    QPushButton *m_credits;
    QPushButton *m_saved;
    QTimer *m_fade;
};

} // namespace crema::ui
