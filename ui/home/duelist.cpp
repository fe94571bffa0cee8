// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/duelist.h"

#include "ui/common/flowlayout.h"
#include "ui/home/datechooser.h"
#include "ui/home/duelistdelegate.h"
#include "ui/home/duelistmodel.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

DueList::DueList(DuePresenter &presenter, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_model(new DueListModel(this))
{
    build();
    connect(&m_presenter, &DuePresenter::listed, this, &DueList::showEntries);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &DueList::followSelection);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT openRequested(index.data(static_cast<int>(DueListModel::Role::id)).toString());
    });
    connect(m_list, &QListView::customContextMenuRequested, this,
            [this](const QPoint &at) { m_menu->popup(m_list->viewport()->mapToGlobal(at)); });
    connect(&m_presenter, &DuePresenter::outdated, this, [this] {
        if (isVisible()) {
            m_presenter.load();
        }
    });
}

void DueList::build()
{
    auto *nothing = makeLabel(tr("Nothing is due. Give a contact a next action with a date, or hand off an "
                                 "email: Crema reminds you to follow up."),
                              TextRole::body, Tone::muted);
    nothing->setObjectName(u"home.due.nothing"_s);
    nothing->setWordWrap(true);
    nothing->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_list = new QListView;
    m_list->setObjectName(u"home.due.list"_s);
    m_list->setAccessibleName(tr("Follow-ups due"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new DueListDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_more = makeLabel({}, TextRole::caption, Tone::muted);
    m_more->setObjectName(u"home.due.more"_s);
    auto *filled = new QWidget;
    auto *column = new QVBoxLayout(filled);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::small);
    column->addWidget(m_list, 1);
    column->addWidget(m_more);
    column->addWidget(buildButtons());
    m_stack = new QStackedWidget;
    m_stack->addWidget(nothing);
    m_stack->addWidget(filled);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
}

QPushButton *DueList::addButton(const QString &name, const QString &text, int glyph, const QKeySequence &key,
                                const std::function<void()> &act)
{
    auto *button = new QPushButton(icon(static_cast<Glyph>(glyph)), text);
    button->setObjectName(u"home.due."_s + name);
    button->setToolTip(tr("%1 (%2)").arg(text, key.toString(QKeySequence::NativeText)));
    // Only while the list has the focus: a letter elsewhere is a letter.
    auto *shortcut = new QShortcut(key, m_list);
    shortcut->setContext(Qt::WidgetShortcut);
    connect(shortcut, &QShortcut::activated, this, act);
    m_buttons << button;
    return button;
}

QWidget *DueList::buildButtons()
{
    const auto glyph = [](Glyph g) { return static_cast<int>(g); };
    const auto finishNow = [this] { finish(); };
    QPushButton *done = addButton(u"done"_s, tr("Done"), glyph(Glyph::check), Qt::Key_D, finishNow);
    connect(done, &QPushButton::clicked, this, finishNow);
    m_days = new QMenu(this);
    m_days->setObjectName(u"home.due.days"_s);
    connect(m_days, &QMenu::aboutToShow, this, [this] {
        fillDays(m_days, [this, ids = chosen()](QDate day) { m_presenter.snooze(ids, day); });
    });
    QPushButton *snooze = addButton(u"snooze"_s, tr("Snooze"), glyph(Glyph::clock), Qt::Key_S, [this] {
        m_days->popup(
                m_list->viewport()->mapToGlobal(m_list->visualRect(m_list->currentIndex()).bottomLeft()));
    });
    snooze->setMenu(m_days);
    const auto writeNow = [this] { Q_EMIT writeRequested(chosen()); };
    QPushButton *write = addButton(u"write"_s, tr("Write follow-up"), glyph(Glyph::mail), Qt::Key_W,
                                   writeNow);
    connect(write, &QPushButton::clicked, this, writeNow);
    buildMore();
    auto *more = new QPushButton(icon(Glyph::more, Tone::muted), {});
    more->setObjectName(u"home.due.menu"_s);
    more->setAccessibleName(tr("More"));
    more->setToolTip(tr("More"));
    setButtonKind(more, ButtonKind::quiet);
    connect(more, &QPushButton::clicked, this,
            [this, more] { m_menu->popup(more->mapToGlobal(QPoint(0, more->height()))); });
    auto *words = new QWidget;
    auto *lines = new FlowLayout(words); // a narrow card has them in two lines
    for (QPushButton *button : std::as_const(m_buttons)) {
        lines->addWidget(button);
    }
    m_buttons << more;
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap::small);
    row->addWidget(words, 1);
    row->addWidget(more, 0, Qt::AlignTop); // never alone on a line
    return bar;
}

void DueList::buildMore()
{
    m_menu = new QMenu(this);
    const auto add = [this](const QString &text, Glyph glyph, const std::function<void()> &act) {
        connect(m_menu->addAction(icon(glyph), text), &QAction::triggered, this, act);
    };
    add(tr("Open the contact"), Glyph::person, [this] {
        if (const QStringList ids = chosen(); !ids.isEmpty()) {
            Q_EMIT openRequested(ids.constFirst());
        }
    });
    add(tr("Write follow-up"), Glyph::mail, [this] { Q_EMIT writeRequested(chosen()); });
    add(tr("Done"), Glyph::check, [this] { finish(); });
    QMenu *again = m_menu->addMenu(icon(Glyph::refresh), tr("Done, and again"));
    again->setObjectName(u"home.due.again"_s);
    connect(again, &QMenu::aboutToShow, this, [this, again] {
        fillDays(again, [this, ids = chosen()](QDate day) { m_presenter.finish(ids, day); });
    });
    QMenu *snooze = m_menu->addMenu(icon(Glyph::clock), tr("Snooze"));
    connect(snooze, &QMenu::aboutToShow, this, [this, snooze] {
        fillDays(snooze, [this, ids = chosen()](QDate day) { m_presenter.snooze(ids, day); });
    });
}

void DueList::fillDays(QMenu *menu, const UseDay &use)
{
    // Each time anew: the days are counted from today.
    menu->clear();
    const QDate today = m_presenter.today();
    const auto add = [&](const QString &words, contacts::Snooze snooze) {
        const QDate day = contacts::snoozedTo(snooze, today);
        // What follows a tab stands at the right of a menu.
        QAction *action = menu->addAction(words + u'\t' + QLocale().toString(day, u"ddd d MMM"_s));
        connect(action, &QAction::triggered, this, [use, day] { use(day); });
    };
    add(tr("Tomorrow"), contacts::Snooze::tomorrow);
    add(tr("Next Monday"), contacts::Snooze::nextMonday);
    add(tr("In a week"), contacts::Snooze::week);
    add(tr("In two weeks"), contacts::Snooze::twoWeeks);
    menu->addSeparator();
    connect(menu->addAction(icon(Glyph::calendar), tr("Choose a day…")), &QAction::triggered, this,
            [this, use] { chooseDay(tr("Remind me on"), use); });
}

void DueList::chooseDay(const QString &title, const UseDay &use)
{
    auto *chooser = new DateChooser(title, m_presenter.today(), this);
    connect(chooser, &DateChooser::chosen, this, use);
    chooser->open();
}

void DueList::showEntries(const QVector<DueEntry> &entries, int total)
{
    const int row = m_list->currentIndex().row();
    const bool hadSelection = m_list->selectionModel()->hasSelection();
    m_model->show(entries);
    m_stack->setCurrentIndex(entries.isEmpty() ? 0 : 1);
    const int hidden = total - static_cast<int>(entries.size());
    m_more->setVisible(hidden > 0);
    m_more->setText(tr("%n more in Contacts, sorted by their next action", nullptr, hidden));
    if (hadSelection && !m_list->selectionModel()->hasSelection() && !entries.isEmpty()) {
        // The row is gone: the next one is up, so that a list is worked through with one key.
        m_list->setCurrentIndex(m_model->index(std::min(row, m_model->rowCount() - 1)));
    }
    followSelection();
}

void DueList::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_presenter.load();
}

void DueList::followSelection()
{
    const bool any = m_list->selectionModel()->hasSelection();
    for (QPushButton *button : std::as_const(m_buttons)) {
        button->setEnabled(any);
    }
}

QStringList DueList::chosen() const
{
    QStringList ids;
    QModelIndexList rows = m_list->selectionModel()->selectedIndexes();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    for (const QModelIndex &index : std::as_const(rows)) {
        ids << index.data(static_cast<int>(DueListModel::Role::id)).toString();
    }
    return ids;
}

void DueList::finish(QDate next)
{
    if (const QStringList ids = chosen(); !ids.isEmpty()) {
        m_presenter.finish(ids, next);
    }
}

} // namespace crema::ui
