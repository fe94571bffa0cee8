// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/paperchoice.h"

#include <QWidget>

namespace crema::ui {

class FormRow;
class SegmentedControl;

/// On which paper the PDFs of coffee chats are made.
class PaperCard final : public QWidget
{
    Q_OBJECT

public:
    /// `services` outlive it.
    explicit PaperCard(flows::Services &services, QWidget *parent = nullptr);

private:
    void build();
    void keep(int index);

    flows::Services &m_services;
    TaskScope m_scope;
    SegmentedControl *m_paper;
    FormRow *m_row = nullptr;
};

} // namespace crema::ui
