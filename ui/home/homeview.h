// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/home/homepresenter.h"

#include <QWidget>

class QAction;
class QGridLayout;
class QPushButton;

namespace crema::ui {

class Banner;
class Card;
class DoneList;
class DueList;
class FunnelChart;
class WaitingList;
class WelcomePanel;

/// The Home page: what waits, the pipeline, what was done last; with nothing there, how to begin. Reads only
/// while it can be seen.
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
    void draftsRequested();
    void contactsRequested();
    void followUpRequested(const QStringList &contactIds);
    void toast(const QString &text, const QString &operationId = {});

private:
    enum class BannerLeads { nowhere, toProfile, toAnotherTry };

    void build();
    void addPageActions();
    [[nodiscard]] QWidget *buildBoard();
    void connectParts();
    void connectDue();
    [[nodiscard]] QPushButton *addMore(Card *card, const QString &name);
    void showBoard(const HomeBoard &board);
    void showError(const Error &error);
    void arrange();
    void setHeights();
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

    HomePresenter &m_presenter;
    Banner *m_banner = nullptr;
    BannerLeads m_bannerLeads = BannerLeads::nowhere;
    WelcomePanel *m_welcome = nullptr;
    QWidget *m_board = nullptr;
    QGridLayout *m_grid = nullptr;
    QVector<Card *> m_cards; ///< in reading order
    int m_columns = 0;
    FunnelChart *m_funnel = nullptr;
    DueList *m_due = nullptr;
    Card *m_answersCard = nullptr;
    WaitingList *m_answers = nullptr;
    WaitingList *m_drafts = nullptr;
    DoneList *m_done = nullptr;
    QVector<QAction *> m_pageActions;
    QPushButton *m_moreDue = nullptr;
    QPushButton *m_moreDrafts = nullptr;
    bool m_hasDue = false; ///< something to show in its card
    bool m_hasDrafts = false;
};

} // namespace crema::ui
