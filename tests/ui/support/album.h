// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QWidget>

namespace crema::test {

/// Lets layouts, workers and animations come to rest.
inline void settle(int milliseconds = 500)
{
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < milliseconds) {
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    }
}

/// Pictures of widgets, to be looked at.
struct Album
{
    QString folder;
    QString suffix;

    void keep(QWidget &widget, const QString &name) const
    {
        settle();
        widget.grab().save(QDir(folder).filePath(name + suffix + QStringLiteral(".png")));
    }
};

} // namespace crema::test
