// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/homeview.h"

#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/emptystate.h"
#include "ui/home/funnelchart.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"

#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

enum Role { kind = Qt::UserRole, id };

void fill(QListWidget *list, const QVector<WaitingItem> &items, const QString &nothing)
{
    list->clear();
    for (const WaitingItem &item : items) {
        auto *row = new QListWidgetItem(
                item.detail.isEmpty() ? item.text : u"%1 — %2"_s.arg(item.text, item.detail), list);
        row->setData(Role::kind, item.kind);
        row->setData(Role::id, item.id);
    }
    if (items.isEmpty()) {
        auto *row = new QListWidgetItem(nothing, list);
        row->setFlags(Qt::NoItemFlags);
    }
}

} // namespace

HomeView::HomeView(HomePresenter &presenter, QWidget *parent) : QWidget(parent), m_presenter(presenter)
{
    build();
    connect(&m_presenter, &HomePresenter::shown, this, &HomeView::show);
    connect(&m_presenter, &HomePresenter::failed, m_banner, &Banner::showError);
    connect(m_empty, &EmptyState::primaryClicked, this, &HomeView::importRequested);
    connect(m_empty, &EmptyState::secondaryClicked, this, &HomeView::findRequested);
    connect(m_banner, &Banner::actionClicked, this, &HomeView::profileRequested);
    m_presenter.load();
}

void HomeView::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap::large, gap::small, gap::large, gap::large);
    m_banner = new Banner;
    m_stack = new QStackedWidget;
    m_empty = new EmptyState;
    m_empty->setGlyph(Glyph::coffee);
    m_empty->setTitle(tr("Good conversations start with one honest email"));
    m_empty->setText(tr("Bring in the people you know, or look around among fictional sample people first. "
                        "Nothing leaves this computer."));
    m_empty->setPrimary(tr("Import contacts…"), Glyph::importFile);
    m_empty->setSecondary(tr("Find people"), Glyph::find);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(buildDashboard());
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
}

QListWidget *HomeView::addList(Card *card, const QString &name)
{
    auto *list = new QListWidget;
    list->setObjectName(name);
    list->setAccessibleName(name);
    list->setFrameShape(QFrame::NoFrame);
    list->setTextElideMode(Qt::ElideRight);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    card->body()->addWidget(list, 1);
    const auto open = [this](const QListWidgetItem *item) {
        if (!item->data(Role::id).toString().isEmpty()) {
            Q_EMIT opened(item->data(Role::kind).toString(), item->data(Role::id).toString());
        }
    };
    connect(list, &QListWidget::itemActivated, this, open);
    connect(list, &QListWidget::itemClicked, this, open);
    return list;
}

QWidget *HomeView::buildDashboard()
{
    auto *board = new QWidget;
    auto *grid = new QGridLayout(board);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(gap::medium);
    auto *pipeline = new Card(tr("Pipeline"));
    m_funnel = new FunnelChart;
    pipeline->body()->addWidget(m_funnel);
    pipeline->body()->addStretch(1);
    auto *due = new Card(tr("Follow-ups due"));
    m_due = addList(due, tr("Follow-ups due"));
    auto *drafts = new Card(tr("Emails to look at"));
    m_drafts = addList(drafts, tr("Emails to look at"));
    auto *done = new Card(tr("Done last"));
    m_done = makeLabel({}, TextRole::body, Tone::muted);
    m_done->setWordWrap(true);
    m_done->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    done->body()->addWidget(m_done, 1);
    grid->addWidget(pipeline, 0, 0);
    grid->addWidget(due, 0, 1);
    grid->addWidget(drafts, 1, 0);
    grid->addWidget(done, 1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(0, 1);
    grid->setRowStretch(1, 1);
    return board;
}

void HomeView::show(const QVector<std::pair<QString, int>> &counts, const QVector<WaitingItem> &due,
                    const QVector<WaitingItem> &drafts, const QStringList &done, bool profileReady)
{
    m_funnel->show(counts);
    fill(m_due, due, tr("Nothing is due."));
    fill(m_drafts, drafts, tr("No email waits for you."));
    m_done->setText(done.join(u'\n'));
    const bool nobody = counts.isEmpty();
    m_stack->setCurrentIndex(nobody ? 0 : 1);
    if (!nobody && !profileReady) {
        m_banner->showMessage(Tone::info, Glyph::info, tr("Say who you are"),
                              tr("Emails are held until your name is in your profile."), tr("Open account"));
    } else {
        m_banner->clear();
    }
}

} // namespace crema::ui
