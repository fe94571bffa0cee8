// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/find/findpresenter.h"
#include "ui/find/foundmodel.h"

#include <QWidget>

class QAction;
class QLabel;
class QListWidget;
class QScrollArea;
class QStackedWidget;
class QTableView;

namespace crema::ui {

class Banner;
class BusyBar;
class ElidedLabel;
class EmptyState;
class FindForm;

/// The Find page: the form and earlier searches at the left, the people found with the reasons at the right.
class FindView final : public QWidget
{
    Q_OBJECT

public:
    explicit FindView(FindPresenter &presenter, QWidget *parent = nullptr);

    void startWith(const Criteria &criteria);

Q_SIGNALS:
    void importRequested();

private:
    void build();
    void connectParts();
    [[nodiscard]] QWidget *buildSide();
    [[nodiscard]] QWidget *buildResults();
    void addPageActions();
    void connectRuns();
    void search(const Criteria &criteria);
    void showStart();
    void showRun(const Run &run);
    void showRuns(const QVector<Run> &runs);
    void markShownRun();
    void showError(const Error &error);
    void endBusy();
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keepSideWidth();
    void exportPeople();
    void updateActions();
    [[nodiscard]] QStringList chosenPeople() const;

    FindPresenter &m_presenter;
    FoundModel *m_model;
    QScrollArea *m_side = nullptr;
    FindForm *m_form = nullptr;
    QListWidget *m_runs = nullptr;
    QLabel *m_noRuns = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    BusyBar *m_busy = nullptr;
    Banner *m_banner = nullptr;
    QWidget *m_results = nullptr;
    ElidedLabel *m_summary = nullptr;
    QLabel *m_widened = nullptr;
    QTableView *m_table = nullptr;
    QAction *m_write = nullptr;
    QAction *m_save = nullptr;
    QAction *m_export = nullptr;
    QString m_runInForm;
};

} // namespace crema::ui
