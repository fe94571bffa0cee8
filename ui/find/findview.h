// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/find/findpresenter.h"
#include "ui/find/foundmodel.h"

#include <QWidget>

class QAction;
class QLabel;
class QListWidget;
class QStackedWidget;
class QTableView;

namespace crema::ui {

class Banner;
class BusyBar;
class EmptyState;
class FindForm;

/// The Find page: the form and earlier searches at the left, the people found with the reasons at the right.
class FindView final : public QWidget
{
    Q_OBJECT

public:
    explicit FindView(FindPresenter &presenter, QWidget *parent = nullptr);

    void startWith(const Criteria &criteria);

private:
    void build();
    void connectParts();
    [[nodiscard]] QWidget *buildSide();
    [[nodiscard]] QWidget *buildResults();
    void addPageActions();
    void showRun(const Run &run);
    void showRuns(const QVector<Run> &runs);
    void showError(const Error &error);
    void exportPeople();
    void updateActions();
    [[nodiscard]] QStringList chosenPeople() const;

    FindPresenter &m_presenter;
    FoundModel *m_model;
    FindForm *m_form = nullptr;
    QListWidget *m_runs = nullptr;
    QLabel *m_noRuns = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    BusyBar *m_busy = nullptr;
    Banner *m_banner = nullptr;
    QWidget *m_results = nullptr;
    QLabel *m_summary = nullptr;
    QLabel *m_widened = nullptr;
    QTableView *m_table = nullptr;
    QAction *m_write = nullptr;
    QAction *m_save = nullptr;
    QAction *m_export = nullptr;
};

} // namespace crema::ui
