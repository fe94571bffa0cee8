// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/home/homepresenter.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QStackedWidget;

namespace crema::ui {

class Banner;
class Card;
class EmptyState;
class FunnelChart;

/// The Home page: what waits, the pipeline, what was done last; with nothing there, how to begin.
class HomeView final : public QWidget
{
    Q_OBJECT

public:
    explicit HomeView(HomePresenter &presenter, QWidget *parent = nullptr);

Q_SIGNALS:
    void opened(const QString &kind, const QString &id);
    void importRequested();
    void findRequested();
    void profileRequested();

private:
    void build();
    [[nodiscard]] QWidget *buildDashboard();
    [[nodiscard]] QListWidget *addList(Card *card, const QString &name);
    void show(const QVector<std::pair<QString, int>> &counts, const QVector<WaitingItem> &due,
              const QVector<WaitingItem> &drafts, const QStringList &done, bool profileReady);

    HomePresenter &m_presenter;
    Banner *m_banner = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    FunnelChart *m_funnel = nullptr;
    QListWidget *m_due = nullptr;
    QListWidget *m_drafts = nullptr;
    QLabel *m_done = nullptr;
};

} // namespace crema::ui
