// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/home/homepresenter.h"

#include <QWidget>

class QLabel;
class QListWidget;

namespace crema::ui {

/// People for whom something waits, each with a disc, the name and what waits; a click or Enter opens it.
/// Without any it says so, and what would bring some here.
class WaitingList final : public QWidget
{
    Q_OBJECT

public:
    /// `name` names the list for screen readers; `nothing` is shown when it is empty.
    WaitingList(const QString &objectName, const QString &name, const QString &nothing,
                QWidget *parent = nullptr);

    void show(const QVector<WaitingItem> &items);

Q_SIGNALS:
    void opened(const QString &kind, const QString &id);

private:
    QListWidget *m_list;
    QLabel *m_nothing;
    QVector<WaitingItem> m_items;
};

} // namespace crema::ui
