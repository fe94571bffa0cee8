// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/unsavededits.h"
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
class EmptyState;
class FindForm;
class PersonReasons;
class RunHead;
class TitleHelpPanel;

/// The Find page: the form and earlier searches at the left, the people found with the reasons at the right.
class FindView final : public QWidget, public UnsavedEdits
{
    Q_OBJECT

public:
    explicit FindView(FindPresenter &presenter, QWidget *parent = nullptr);

    /// Searches this computer.
    void startWith(const Criteria &criteria);
    /// Puts People Data Labs into the form.
    void choosePaid();
    void openRun(const QString &runId);

    void handOver() override;
    [[nodiscard]] bool awaitsAnswer() const override { return m_presenter.isSaving(); }
    [[nodiscard]] QVector<UnsavedEdit> refused() const override { return m_presenter.refused(); }
    [[nodiscard]] QVector<UnsavedEdit> underWay() const override { return m_presenter.underWay(); }

Q_SIGNALS:
    void importRequested();
    /// The user wants to enter a key.
    void connectionsRequested();
    void receiptRequested(const QString &jobId);
    /// To write to the people of this run without keeping anything.
    void tryOutRequested(const QString &runId);

private:
    void build();
    void connectParts();
    [[nodiscard]] QWidget *buildSide();
    [[nodiscard]] QWidget *buildResults();
    void addPageActions();
    void connectRuns();
    void connectSearch();
    void connectHead();
    void search(const Criteria &criteria, const QString &provider);
    void helpWithTitle(const QString &title);
    void showStart();
    void showRun(const Run &run);
    void showRuns(const QVector<Run> &runs);
    void markShownRun();
    void showEmptyRun(const Run &run);
    void showError(const Error &error);
    void showSearchError(const Error &error, const QString &charged);
    void showCancelled(const QString &words);
    void actOnBanner();
    void endBusy();
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
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
    RunHead *m_head = nullptr;
    PersonReasons *m_reasons = nullptr;
    TitleHelpPanel *m_titleHelp = nullptr; ///< made when it is first asked for
    QTableView *m_table = nullptr;
    QAction *m_write = nullptr;
    QAction *m_save = nullptr;
    QAction *m_export = nullptr;
    QAction *m_try = nullptr;
    QString m_runInForm;
    /// What the button of the banner does.
    enum class BannerAction { none, search, connections };
    BannerAction m_bannerAction = BannerAction::none;
};

} // namespace crema::ui
