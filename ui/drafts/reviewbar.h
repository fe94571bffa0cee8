// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drafts/draftshelves.h"

#include <QWidget>

class QAction;
class QLabel;

namespace crema::ui {

class ProgressLine;

/// Going through a batch of drafts one by one: where one is, how many are accepted, and the buttons.
class ReviewBar final : public QWidget
{
    Q_OBJECT

public:
    /// The actions: to the previous and the next draft, skip, accept.
    ReviewBar(QAction *previous, QAction *next, QAction *skip, QAction *accept, QWidget *parent = nullptr);

    void show(const DraftCounts &counts);

private:
    QLabel *m_words;
    ProgressLine *m_line;
};

} // namespace crema::ui
