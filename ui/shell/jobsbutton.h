// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace crema::ui {

class BusyBar;
class FloatingPanel;
class ProgressLine;

/// A running job as the status line shows it.
struct JobItem
{
    QString id {};
    QString title {}; ///< "Import of Connections.csv"
    QString stage {}; ///< "Reading row 1,200"
    int percent = -1; ///< below 0: not known
    bool cancellable = true;

    [[nodiscard]] bool operator==(const JobItem &) const = default;
};

/// How many jobs run; a click lists them with their progress and Cancel. Hidden while none runs.
class JobsButton final : public QWidget
{
    Q_OBJECT

public:
    explicit JobsButton(QWidget *parent = nullptr);

    void setJobs(const QVector<JobItem> &jobs);

Q_SIGNALS:
    void cancelRequested(const QString &jobId);

private:
    struct Line
    {
        QString id;
        QLabel *title;
        BusyBar *bar;
        QWidget *box;
    };

    bool eventFilter(QObject *watched, QEvent *event) override;
    FloatingPanel *panel();
    void fillPanel();
    void place();

    QPushButton *m_button;
    ProgressLine *m_line;
    FloatingPanel *m_panel = nullptr;
    QVector<JobItem> m_jobs;
    QVector<Line> m_lines;
};

} // namespace crema::ui
