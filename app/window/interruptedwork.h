// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/services.h"
#include "ui/shell/mainwindow.h"

#include <QObject>

namespace crema::app {

/// What a process that was killed left under way: free work goes on by itself, paid work when the user says
/// so.
class InterruptedWork final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    InterruptedWork(flows::Services &services, ui::MainWindow &window);

    void start();

private:
    void goOn(const QString &jobId);
    void giveUp(const QString &jobId);
    void ask();
    void tell(const QString &about, const Error &error);

    flows::Services &m_services;
    ui::MainWindow &m_window;
    TaskScope m_scope;
    QVector<store::JobRow> m_paid; ///< nobody has decided about them yet
};

} // namespace crema::app
