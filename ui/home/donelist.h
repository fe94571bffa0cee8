// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/home/homepresenter.h"

#include <QWidget>

class QGridLayout;

namespace crema::ui {

/// What was done last: a line each, with its age at the right.
class DoneList final : public QWidget
{
    Q_OBJECT

public:
    explicit DoneList(QWidget *parent = nullptr);

    void show(const QVector<DoneItem> &items);

private:
    QGridLayout *m_grid;
    QVector<DoneItem> m_items;
};

} // namespace crema::ui
