// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/homeview.h"

#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/scrollpage.h"
#include "ui/home/donelist.h"
#include "ui/home/duelist.h"
#include "ui/home/funnelchart.h"
#include "ui/home/waitinglist.h"
#include "ui/home/welcomepanel.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QEvent>
#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr int lowestCard = 240;
constexpr int lowestWaiting = 320; // what waits needs the room
constexpr int headHeight = 20;
constexpr int twoColumns = 720; // with the margins of the page
} // namespace

HomeView::HomeView(HomePresenter &presenter, QWidget *parent) : QWidget(parent), m_presenter(presenter)
{
    build();
    connectParts();
    // Neither is shown before it is known which; a welcome that goes away at once would be a lie.
    m_board->hide();
    m_welcome->hide();
}

void HomeView::build()
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *page = new ScrollPage;
    m_banner = new Banner;
    m_welcome = new WelcomePanel;
    m_board = buildBoard();
    page->body()->addWidget(m_banner);
    page->body()->addWidget(m_welcome, 1);
    page->body()->addWidget(m_board, 1);
    outer->addWidget(page);
    addPageActions();
}

void HomeView::addPageActions()
{
    auto *import = new QAction(icon(Glyph::importFile), tr("Import contacts…"), this);
    import->setObjectName(u"home.import"_s);
    auto *find = new QAction(icon(Glyph::find, Tone::onAccent), tr("Find people"), this);
    find->setObjectName(u"home.find"_s);
    find->setPriority(QAction::HighPriority);
    connect(import, &QAction::triggered, this, &HomeView::importRequested);
    connect(find, &QAction::triggered, this, &HomeView::findRequested);
    m_pageActions = {import, find};
    addActions({import, find});
}

QWidget *HomeView::buildBoard()
{
    auto *board = new QWidget;
    m_grid = new QGridLayout(board);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(gap::medium);
    auto *drafts = new Card(tr("Emails to look at"));
    m_drafts = new WaitingList(u"homeDrafts"_s, tr("Emails to look at"),
                               tr("No email waits for you. Choose people in Contacts or Find and write to "
                                  "them; what is written stands here until it goes out."));
    m_moreDrafts = addMore(drafts, u"homeMoreDrafts"_s);
    drafts->body()->addWidget(m_drafts, 1);
    auto *due = new Card(tr("Follow-ups due"));
    m_due = new DueList(m_presenter.due());
    m_moreDue = addMore(due, u"homeMoreDue"_s);
    due->body()->addWidget(m_due, 1);
    auto *pipeline = new Card(tr("Pipeline"));
    m_funnel = new FunnelChart;
    pipeline->body()->addWidget(m_funnel);
    pipeline->body()->addStretch(1);
    auto *done = new Card(tr("Done last"));
    m_done = new DoneList;
    done->body()->addWidget(m_done);
    done->body()->addStretch(1);
    m_answersCard = new Card(tr("Answers to read"));
    m_answers = new WaitingList(u"homeAnswers"_s, tr("Answers to read"), {});
    m_answersCard->body()->addWidget(m_answers);
    m_answersCard->hide();
    m_cards = {drafts, due, pipeline, done};
    arrange();
    return board;
}

/// In the text's size. An empty card is as high as its words.
void HomeView::setHeights()
{
    for (QPushButton *more : {m_moreDrafts, m_moreDue}) {
        more->setMaximumHeight(scaled(headHeight)); // no higher than the heading beside it
    }
    const std::array heights {m_hasDrafts ? lowestWaiting : 0, m_hasDue ? lowestWaiting : 0, lowestCard,
                              lowestCard};
    for (size_t i = 0; i < heights.size(); ++i) {
        m_cards[static_cast<qsizetype>(i)]->setMinimumHeight(scaled(heights[i]));
    }
}

/// Two cards side by side, or one where that would cut them. The first line is for answers, when there are
/// any.
void HomeView::arrange()
{
    setHeights();
    const int columns = width() >= scaled(twoColumns) ? 2 : 1;
    if (columns == m_columns) {
        return;
    }
    m_columns = columns;
    m_grid->addWidget(m_answersCard, 0, 0, 1, columns);
    for (int i = 0; i < static_cast<int>(m_cards.size()); ++i) {
        m_grid->addWidget(m_cards[i], 1 + i / columns, i % columns);
    }
    for (int row = 1; row < m_grid->rowCount(); ++row) {
        const bool isUsed = row <= static_cast<int>(m_cards.size()) / columns;
        m_grid->setRowStretch(row, !isUsed ? 0 : (row - 1) * columns < 2 ? 3 : 2);
    }
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, columns - 1);
}

void HomeView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void HomeView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_grid != nullptr) {
        arrange();
    }
}

QPushButton *HomeView::addMore(Card *card, const QString &name)
{
    auto *button = new QPushButton;
    button->setObjectName(name);
    setButtonKind(button, ButtonKind::quiet);
    card->setCorner(button);
    return button;
}

void HomeView::connectParts()
{
    connect(&m_presenter, &HomePresenter::shown, this, &HomeView::showBoard);
    connect(&m_presenter, &HomePresenter::failed, this, &HomeView::showError);
    connect(&m_presenter, &HomePresenter::outdated, this, [this] {
        if (isVisible()) {
            m_presenter.load();
        }
    });
    connect(m_welcome, &WelcomePanel::importRequested, this, &HomeView::importRequested);
    connect(m_welcome, &WelcomePanel::findRequested, this, &HomeView::findRequested);
    connect(m_moreDrafts, &QPushButton::clicked, this, &HomeView::draftsRequested);
    connect(m_moreDue, &QPushButton::clicked, this, &HomeView::contactsRequested);
    connect(m_drafts, &WaitingList::opened, this, &HomeView::opened);
    connect(m_answers, &WaitingList::opened, this, &HomeView::opened);
    connectDue();
    connect(m_banner, &Banner::actionClicked, this, [this] {
        if (m_bannerLeads == BannerLeads::toProfile) {
            Q_EMIT profileRequested();
        } else {
            m_presenter.load();
            m_presenter.due().load();
        }
    });
}

void HomeView::connectDue()
{
    DuePresenter &due = m_presenter.due();
    connect(&due, &DuePresenter::listed, this, [this](const QVector<DueEntry> &, int total, int now) {
        m_hasDue = total > 0;
        m_moreDue->setText(tr("All %1").arg(now));
        m_moreDue->setAccessibleName(tr("All %n follow-up(s) due", nullptr, now));
        m_moreDue->setVisible(now > 0);
        setHeights();
    });
    connect(&due, &DuePresenter::failed, this, &HomeView::showError);
    connect(&due, &DuePresenter::toast, this, &HomeView::toast);
    connect(m_due, &DueList::openRequested, this,
            [this](const QString &id) { Q_EMIT opened(u"contact"_s, id); });
    connect(m_due, &DueList::writeRequested, this, &HomeView::followUpRequested);
}

void HomeView::showBoard(const HomeBoard &board)
{
    m_funnel->show(board.statusCounts);
    m_answers->show(board.answers);
    m_answersCard->setVisible(!board.answers.isEmpty());
    m_drafts->show(board.drafts);
    m_done->show(board.done);
    m_moreDrafts->setText(tr("All %1").arg(board.draftCount));
    m_moreDrafts->setAccessibleName(tr("All %n email(s) to look at", nullptr, board.draftCount));
    m_hasDrafts = board.draftCount > 0;
    m_moreDrafts->setVisible(m_hasDrafts);
    setHeights();
    m_welcome->setVisible(board.isEmpty());
    m_board->setVisible(!board.isEmpty());
    for (QAction *action : std::as_const(m_pageActions)) {
        action->setVisible(!board.isEmpty()); // the welcome has the same two
    }
    if (!board.isEmpty() && !board.profileReady) {
        m_bannerLeads = BannerLeads::toProfile;
        m_banner->showMessage(Tone::info, Glyph::info, tr("Say who you are"),
                              tr("Emails are held until your name is in your profile."), tr("Open account"));
    } else {
        m_bannerLeads = BannerLeads::nowhere;
        m_banner->clear();
    }
}

void HomeView::showError(const Error &error)
{
    m_bannerLeads = BannerLeads::toAnotherTry;
    m_banner->showError(error);
}

void HomeView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_presenter.load();
}

} // namespace crema::ui
