// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/contacts/duplicatespresenter.h"

#include <QDialog>

class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;

namespace crema::ui {

class Banner;
class BusyBar;
class EmptyState;
class MergeView;
class ToastStrip;

/// The merge studio: pairs that may be one person, with the reason, side by side; merge, keep apart or skip,
/// by mouse or by keys. Deletes itself when closed.
class MergeStudio final : public QDialog
{
    Q_OBJECT

public:
    /// `services` outlives the dialog.
    explicit MergeStudio(flows::Services &services, QWidget *parent = nullptr);

    /// Looks through all contacts.
    void scan();
    /// Shows only these two.
    void take(const QString &aId, const QString &bId);

    [[nodiscard]] DuplicatesPresenter &presenter() { return *m_presenter; }

    void reject() override;

private:
    enum class Step { busy, pairs, none, failed };

    void build();
    QWidget *buildPairs();
    QWidget *buildBusy();
    QLayout *buildButtons();
    void connectParts();
    void addKeys();
    void showStage(StudioStage stage);
    void showPair();
    void showButtons();
    void showCounts();
    void openMerged();

    DuplicatesPresenter *m_presenter;
    Banner *m_banner;
    BusyBar *m_busy;
    QLabel *m_facts;
    QLabel *m_limits;
    QLabel *m_reason;
    QStackedWidget *m_steps;
    QListView *m_list;
    MergeView *m_view;
    EmptyState *m_none;
    EmptyState *m_failed;
    ToastStrip *m_toasts;
    QPushButton *m_apart;
    QPushButton *m_skip;
    QPushButton *m_merge;
    QPushButton *m_earlier;
};

} // namespace crema::ui
