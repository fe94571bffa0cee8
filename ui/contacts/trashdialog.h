// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/services.h"

#include <QDialog>

class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace crema::ui {

class Banner;

/// What was deleted and not yet removed for good, of every kind: bring it back, or empty the trash for good.
class TrashDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `services` outlives the dialog.
    explicit TrashDialog(flows::Services &services, QWidget *parent = nullptr);

Q_SIGNALS:
    void restored(int count);

private:
    void build();
    void fill();
    void restoreSelected();
    void restoreNext(QVector<std::pair<Kind, QStringList>> groups, int done);
    void askToEmpty();
    void emptyNow();

    flows::Services &m_services;
    TaskScope m_scope;
    Banner *m_banner;
    QStackedWidget *m_stack;
    QTreeWidget *m_list;
    QPushButton *m_restore;
    QPushButton *m_empty;
};

} // namespace crema::ui
