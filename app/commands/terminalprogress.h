// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema::app {

/// How far a command is, on the last line of the terminal that standard error is.
class TerminalProgress final
{
public:
    /// `total` 0: nobody knows how much there is. The line ends when all is done.
    void show(const QString &stage, int done, int total);
    /// What was stopped or failed on its way leaves a line open.
    void clear();

private:
    bool m_isOpen = false;
};

} // namespace crema::app
