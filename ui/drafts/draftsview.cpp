// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/draftsview.h"

#include "ui/common/banner.h"
#include "ui/common/busybar.h"
#include "ui/common/card.h"
#include "ui/common/emptystate.h"
#include "ui/common/segmentedcontrol.h"
#include "ui/drafts/drafteditor.h"
#include "ui/drafts/draftlistdelegate.h"
#include "ui/drafts/templatemenu.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QListView>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr int widestList = 420;
constexpr int listWidth = 300; // the two share a window in this proportion at first
constexpr int letterWidth = 700;
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
    auto *split = new QSplitter(Qt::Horizontal);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(gap::medium);
    split->addWidget(buildList());
    m_stack = new QStackedWidget;
    m_empty = new EmptyState;
    m_empty->setGlyph(Glyph::drafts);
    m_editor = new DraftEditor(m_presenter);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_editor);
    split->addWidget(m_stack);
    split->setStretchFactor(1, 1);
    split->setSizes({scaled(listWidth), scaled(letterWidth)});
    column->addWidget(split, 1);
    addPageActions();
    addPersonActions();
}

QWidget *DraftsView::buildList()
{
    m_side = new QWidget;
    auto *column = new QVBoxLayout(m_side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::small);
    m_shelf = new SegmentedControl(tr("Which emails to list"));
    m_shelf->setObjectName(u"draftShelf"_s);
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
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // rows are cut to the width
    column->addWidget(m_shelf);
    column->addWidget(m_list, 1);
    keepListWidth();
    return m_side;
}

void DraftsView::keepListWidth()
{
    m_side->setMinimumWidth(m_shelf->sizeHint().width());
    m_side->setMaximumWidth(scaled(widestList));
}

void DraftsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_side != nullptr) {
        keepListWidth();
    }
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
    remove->setShortcut(QKeySequence(QKeySequence::Delete));
    remove->setShortcutContext(Qt::WidgetShortcut); // in the list only: in the text the key deletes a letter
    m_list->addAction(remove);
    connect(remove, &QAction::triggered, this, [this] {
        m_editor->flush();
        m_presenter.remove(chosenIds());
    });
}

void DraftsView::addPersonActions()
{
    const auto write = [this](const QString &kind) {
        const auto draft = m_presenter.draft(currentId());
        if (draft) {
            m_editor->flush();
            chooseTemplate(this, m_presenter.reader(), kind,
                           [this, id = draft->contactId, kind](const QString &name) {
                               m_presenter.writeTo({id}, kind, name);
                           });
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
    connect(&m_presenter, &DraftsPresenter::written, this, &DraftsView::showOutcome);
    connectBanner();
    connect(&m_presenter, &DraftsPresenter::writing, this, [this](const QString &stage, int percent) {
        m_banner->clear();
        m_busy->setProgress(stage, percent);
        m_busy->show();
    });
    connect(&m_presenter, &DraftsPresenter::writingEnded, m_busy, &QWidget::hide);
    connect(m_busy, &BusyBar::cancelRequested, &m_presenter, &DraftsPresenter::cancelWriting);
    connect(m_empty, &EmptyState::primaryClicked, this, &DraftsView::findRequested);
}

void DraftsView::connectBanner()
{
    connect(&m_presenter, &DraftsPresenter::failed, this, &DraftsView::showError);
    connect(&m_presenter, &DraftsPresenter::held, this, &DraftsView::showHeld);
    connect(&m_presenter, &DraftsPresenter::notOpened, this, &DraftsView::showNotOpened);
    connect(m_banner, &Banner::actionClicked, this, [this] {
        if (m_bannerLeads) {
            m_bannerLeads();
        }
    });
}

void DraftsView::showError(const Error &error)
{
    m_bannerLeads = [this] {
        m_banner->clear();
        m_presenter.saveUnsaved();
        m_presenter.load(static_cast<DraftShelf>(m_shelf->current()));
    };
    m_banner->showError(error);
}

void DraftsView::showHeld(const QString &reason, int count, int written)
{
    const bool alone = written == 0 && count == 1;
    m_banner->showMessage(
            Tone::warn, Glyph::warning, tr("Held back: %n email(s)", nullptr, count),
            alone ? tr("%1 Change the text, or let it pass under \u201cBefore it leaves\u201d.").arg(reason)
                  : tr("Written: %n email(s). The first that is held: %1", nullptr, written).arg(reason));
}

void DraftsView::showNotOpened(const QString &path)
{
    m_bannerLeads = [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).path())); };
    m_banner->showMessage(Tone::warn, Glyph::warning, tr("No mail program opened"),
                          tr("The email is saved as %1. Open it from there, or copy the text.")
                                  .arg(QDir::toNativeSeparators(path)),
                          tr("Open the folder"));
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
                             : items.isEmpty()
                             ? tr("The other shelves hold %n email(s).", nullptr, open + handedOff)
                             : QString());
    m_empty->setPrimary(nothingAtAll ? tr("Find people") : QString(), Glyph::find);
    m_side->setVisible(!nothingAtAll);
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
        action->setVisible(draft.has_value()); // nothing to act on: no row of grey buttons
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
    auto *dialog = new QFileDialog(this, tr("Folder for the email files"));
    dialog->setObjectName(u"draftExportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, ids = chosenIds()](const QString &folder) { m_presenter.exportTo(ids, folder); });
    dialog->open();
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
    m_banner->showMessage(Tone::warn, Glyph::warning,
                          tr("Left out: %n person(s)", nullptr, static_cast<int>(outcome.unwritten.size())),
                          reasons.join(u'\n'));
}

} // namespace crema::ui
