// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/draftsview.h"

#include "ui/common/banner.h"
#include "ui/common/busybar.h"
#include "ui/common/card.h"
#include "ui/common/emptystate.h"
#include "ui/common/segmentedcontrol.h"
#include "ui/drafts/drafteditor.h"
#include "ui/drafts/draftlistdelegate.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"

#include <QAction>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr int listWidth = 340;
} // namespace

DraftsView::DraftsView(DraftsPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_model(new DraftListModel(this))
{
    build();
    connectParts();
    m_presenter.load(DraftShelf::open);
}

void DraftsView::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap::large, gap::small, gap::large, gap::large);
    column->setSpacing(gap::small);
    m_banner = new Banner;
    m_busy = new BusyBar;
    m_busy->hide();
    column->addWidget(m_banner);
    column->addWidget(m_busy);
    auto *row = new QHBoxLayout;
    row->setSpacing(gap::medium);
    row->addWidget(buildList());
    m_stack = new QStackedWidget;
    m_empty = new EmptyState;
    m_empty->setGlyph(Glyph::drafts);
    m_editor = new DraftEditor(m_presenter);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_editor);
    row->addWidget(m_stack, 1);
    column->addLayout(row, 1);
    addPageActions();
    addPersonActions();
}

QWidget *DraftsView::buildList()
{
    auto *side = new QWidget;
    side->setFixedWidth(listWidth);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::small);
    m_shelf = new SegmentedControl(tr("Which emails to list"));
    m_shelf->addSegment(tr("Open"));
    m_shelf->addSegment(tr("Handed off"));
    m_shelf->addSegment(tr("All"));
    m_list = new QListView;
    m_list->setObjectName(u"draftList"_s);
    m_list->setAccessibleName(tr("Emails"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new DraftListDelegate(m_list));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    column->addWidget(m_shelf);
    column->addWidget(m_list, 1);
    return side;
}

QAction *DraftsView::pageAction(const QString &name, const QString &text, int glyph)
{
    auto *action = new QAction(icon(static_cast<Glyph>(glyph)), text, this);
    action->setObjectName(u"drafts."_s + name);
    addAction(action);
    m_draftActions << action;
    return action;
}

void DraftsView::addPageActions()
{
    const auto glyph = [](Glyph g) { return static_cast<int>(g); };
    connect(pageAction(u"copy"_s, tr("Copy text"), glyph(Glyph::copy)), &QAction::triggered, this, [this] {
        m_editor->flush();
        m_presenter.copyText(currentId());
    });
    connect(pageAction(u"export"_s, tr("Save as files…"), glyph(Glyph::exportFile)), &QAction::triggered,
            this, &DraftsView::exportFiles);
    QAction *open = pageAction(u"open"_s, tr("Open in mail program"), glyph(Glyph::external));
    open->setIcon(icon(Glyph::external, Tone::onAccent));
    open->setPriority(QAction::HighPriority);
    open->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    connect(open, &QAction::triggered, this, [this] {
        m_editor->flush();
        m_presenter.openInMailProgram(currentId());
    });
    QAction *remove = pageAction(u"delete"_s, tr("Delete"), glyph(Glyph::trash));
    remove->setPriority(QAction::LowPriority);
    connect(remove, &QAction::triggered, this, [this] { m_presenter.remove(chosenIds()); });
}

void DraftsView::addPersonActions()
{
    const auto write = [this](const QString &kind) {
        const auto draft = m_presenter.draft(currentId());
        if (draft) {
            m_presenter.writeTo({draft->contactId}, kind);
        }
    };
    const std::tuple<QString, QString, QString> kinds[] {
            {u"again"_s, tr("Write again"), u"first"_s},
            {u"followUp"_s, tr("Write a follow-up"), u"follow_up"_s},
            {u"thanks"_s, tr("Write a thank-you"), u"thank_you"_s}};
    for (const auto &[name, text, kind] : kinds) {
        QAction *action = pageAction(name, text, static_cast<int>(Glyph::edit));
        action->setPriority(QAction::LowPriority);
        connect(action, &QAction::triggered, this, [write, own = kind] { write(own); });
    }
    for (const auto &[key, by] : {std::pair(Qt::Key_Up, -1), std::pair(Qt::Key_Down, 1)}) {
        auto *action = new QAction(this);
        action->setShortcut(QKeySequence(Qt::ALT | key));
        m_list->addAction(action);
        m_editor->addAction(action);
        connect(action, &QAction::triggered, this, [this, steps = by] { step(steps); });
    }
}

void DraftsView::connectParts()
{
    connect(m_shelf, &SegmentedControl::currentChanged, this,
            [this](int index) { m_presenter.load(static_cast<DraftShelf>(index)); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &DraftsView::showCurrent);
    connect(&m_presenter, &DraftsPresenter::listed, this, &DraftsView::showList);
    connect(&m_presenter, &DraftsPresenter::openRequested, this, &DraftsView::openDraft);
    connect(&m_presenter, &DraftsPresenter::failed, m_banner, &Banner::showError);
    connect(&m_presenter, &DraftsPresenter::written, this, &DraftsView::showOutcome);
    connect(&m_presenter, &DraftsPresenter::writing, this, [this](const QString &stage, int percent) {
        m_banner->clear();
        m_busy->setProgress(stage, percent);
        m_busy->show();
    });
    connect(&m_presenter, &DraftsPresenter::writingEnded, m_busy, &QWidget::hide);
    connect(m_busy, &BusyBar::cancelRequested, &m_presenter, &DraftsPresenter::cancelWriting);
    connect(m_empty, &EmptyState::primaryClicked, this, &DraftsView::findRequested);
}

void DraftsView::showList(const QVector<DraftItem> &items, int open, int handedOff)
{
    m_shelf->setCount(0, open);
    m_shelf->setCount(1, handedOff);
    m_model->show(items);
    const bool nothingAtAll = open + handedOff == 0;
    m_empty->setTitle(nothingAtAll              ? tr("Nothing written yet")
                              : items.isEmpty() ? tr("Nothing here")
                                                : tr("Choose an email"));
    m_empty->setText(nothingAtAll ? tr("Choose people in Contacts or Find and press Write. Every email says "
                                       "only what your profile and their record say.")
                                  : QString());
    m_empty->setPrimary(nothingAtAll ? tr("Find people") : QString(), Glyph::find);
    if (!m_wanted.isEmpty() && m_model->rowOf(m_wanted) >= 0) {
        openDraft(m_wanted);
    } else if (!m_list->currentIndex().isValid() && !items.isEmpty()) {
        m_list->setCurrentIndex(m_model->index(0));
    }
    showCurrent();
}

void DraftsView::openDraft(const QString &id)
{
    int row = m_model->rowOf(id);
    if (row < 0 && m_shelf->current() != static_cast<int>(DraftShelf::all)) {
        m_wanted = id;
        m_shelf->setCurrent(static_cast<int>(DraftShelf::all));
        m_presenter.load(DraftShelf::all);
        return;
    }
    m_wanted.clear();
    if (row >= 0) {
        m_list->setCurrentIndex(m_model->index(row));
        showCurrent();
    }
}

QString DraftsView::currentId() const
{
    return m_list->currentIndex().data(static_cast<int>(DraftListModel::Role::id)).toString();
}

QStringList DraftsView::chosenIds() const
{
    QStringList ids;
    for (const QModelIndex &index : m_list->selectionModel()->selectedIndexes()) {
        ids << index.data(static_cast<int>(DraftListModel::Role::id)).toString();
    }
    return ids.isEmpty() && !currentId().isEmpty() ? QStringList {currentId()} : ids;
}

void DraftsView::showCurrent()
{
    const auto draft = m_presenter.draft(currentId());
    for (QAction *action : std::as_const(m_draftActions)) {
        action->setEnabled(draft.has_value());
    }
    if (draft) {
        m_editor->show(*draft);
    } else {
        m_editor->clear();
    }
    m_stack->setCurrentIndex(draft ? 1 : 0);
}

void DraftsView::step(int by)
{
    const int row = m_list->currentIndex().row() + by;
    if (row >= 0 && row < m_model->rowCount()) {
        m_list->setCurrentIndex(m_model->index(row));
    }
}

void DraftsView::exportFiles()
{
    m_editor->flush();
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder for the email files"));
    if (!folder.isEmpty()) {
        m_presenter.exportTo(chosenIds(), folder);
    }
}

void DraftsView::showOutcome(const flows::WriteOutcome &outcome)
{
    if (outcome.unwritten.isEmpty()) {
        return;
    }
    QStringList reasons;
    for (const flows::Unwritten &one :
         outcome.unwritten.first(std::min<qsizetype>(3, outcome.unwritten.size()))) {
        reasons << one.reason;
    }
    m_banner->showMessage(
            Tone::warn, Glyph::warning,
            tr("%n person(s) were left out", nullptr, static_cast<int>(outcome.unwritten.size())),
            reasons.join(u'\n'));
}

} // namespace crema::ui
