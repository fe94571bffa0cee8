// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drafts/draftlistmodel.h"
#include "ui/drafts/draftspresenter.h"

#include <QWidget>

class QAction;
class QListView;
class QStackedWidget;

namespace crema::ui {

class Banner;
class BusyBar;
class DraftEditor;
class EmptyState;
class SegmentedControl;

/// The Drafts page: the list by state at the left, the email and what the gate says of it at the right.
class DraftsView final : public QWidget
{
    Q_OBJECT

public:
    explicit DraftsView(DraftsPresenter &presenter, QWidget *parent = nullptr);

    void openDraft(const QString &id);

Q_SIGNALS:
    void findRequested();

private:
    void build();
    void connectParts();
    void addPageActions();
    void addPersonActions();
    [[nodiscard]] QWidget *buildList();
    QAction *pageAction(const QString &name, const QString &text, int glyph);
    void showList(const QVector<DraftItem> &items, int open, int handedOff);
    void showCurrent();
    void step(int by);
    void exportFiles();
    [[nodiscard]] QString currentId() const;
    [[nodiscard]] QStringList chosenIds() const;
    void showOutcome(const flows::WriteOutcome &outcome);
    void showHeld(const QString &reason, int count, int written);
    void showNotOpened(const QString &path);
    void showError(const Error &error);
    void connectBanner();
    void changeEvent(QEvent *event) override;
    void keepListWidth();

    DraftsPresenter &m_presenter;
    DraftListModel *m_model;
    QWidget *m_side = nullptr;
    SegmentedControl *m_shelf = nullptr;
    QListView *m_list = nullptr;
    DraftEditor *m_editor = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    Banner *m_banner = nullptr;
    BusyBar *m_busy = nullptr;
    QVector<QAction *> m_draftActions; ///< need a current draft
    QString m_wanted; ///< to be opened once it is listed
    std::function<void()> m_bannerLeads; ///< what the banner's button does now
};

} // namespace crema::ui
