// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/draftsview.h"

#include "ui/common/banner.h"
#include "ui/common/busybar.h"
#include "ui/common/card.h"
#include "ui/common/emptystate.h"
#include "ui/common/segmentedcontrol.h"
#include "ui/drafts/drafteditor.h"
#include "ui/drafts/draftlistdelegate.h"
#include "ui/drafts/mailstrip.h"
#include "ui/drafts/reviewbar.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QListView>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr int widestList = 420;
constexpr int listWidth = 300; // the two share a window in this proportion at first
constexpr int letterWidth = 700;
} // namespace

DraftsView::DraftsView(DraftsPresenter &presenter, ActionRegistry *registry, QWidget *parent)
    : QWidget(parent), m_presenter(presenter),
      m_mailbox(new MailboxPresenter(presenter.services(), presenter, this)), m_registry(registry),
      m_model(new DraftListModel(this))
{
    build();
    connectParts();
    connectMailbox();
    connectReview();
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
    split->addWidget(buildLetter());
    split->setStretchFactor(1, 1);
    split->setSizes({scaled(listWidth), scaled(letterWidth)});
    column->addWidget(split, 1);
}

/// The commands come first: buttons of the editor and of the review bar are theirs.
QWidget *DraftsView::buildLetter()
{
    m_editor = new DraftEditor(m_presenter);
    addPageActions();
    addMailboxActions();
    addEditorActions();
    addReviewActions();
    addPersonActions();
    auto *letter = new QWidget;
    auto *column = new QVBoxLayout(letter);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::small);
    m_review = new ReviewBar(m_previous, m_next, m_skip, m_accept);
    m_strip = new MailStrip;
    column->addWidget(m_review);
    column->addWidget(m_strip);
    column->addWidget(m_editor, 1);
    m_stack = new QStackedWidget;
    m_empty = new EmptyState;
    m_empty->setGlyph(Glyph::drafts);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(letter);
    return m_stack;
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
    m_shelf->addSegment(tr("Gone out"));
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
    m_unreviewed = new QPushButton(icon(Glyph::filter, Tone::muted), tr("Not reviewed yet"));
    m_unreviewed->setObjectName(u"draftUnreviewed"_s);
    m_unreviewed->setCheckable(true);
    setButtonKind(m_unreviewed, ButtonKind::quiet);
    column->addWidget(m_shelf);
    column->addWidget(m_unreviewed, 0, Qt::AlignLeft);
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
    connect(&m_presenter, &DraftsPresenter::coming, this,
            [this](const QString &draftId, const QString &subject, const QString &body) {
                if (draftId == m_editor->draftId()) {
                    m_editor->showComing(subject, body);
                }
            });
    connect(m_busy, &BusyBar::cancelRequested, &m_presenter, &DraftsPresenter::cancelWriting);
    connect(m_empty, &EmptyState::primaryClicked, this, &DraftsView::findRequested);
}

void DraftsView::connectBanner()
{
    connect(&m_presenter, &DraftsPresenter::failed, this, &DraftsView::showError);
    connect(&m_presenter, &DraftsPresenter::held, this, &DraftsView::showHeld);
    connect(&m_presenter, &DraftsPresenter::notOpened, this, &DraftsView::showNotOpened);
    connect(&m_presenter, &DraftsPresenter::noOtherWording, this, [this](const QString &reason) {
        m_banner->showMessage(Tone::info, Glyph::info, tr("No other wording"), reason);
    });
    connect(&m_presenter, &DraftsPresenter::remarked, this, [this](const QString &note) {
        m_banner->showMessage(Tone::info, Glyph::info, tr("Written, with remarks"), note);
    });
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

void DraftsView::showList(const QVector<DraftItem> &items, const DraftCounts &counts)
{
    m_counts = counts;
    m_shelf->setCount(0, counts.open);
    m_shelf->setCount(1, counts.handedOff);
    m_model->show(items);
    m_review->show(counts);
    m_unreviewed->setVisible(counts.open > 1 || m_unreviewed->isChecked());
    m_side->setVisible(counts.all() > 0);
    showEmpty(items.isEmpty());
    if (!m_wanted.isEmpty() && m_model->rowOf(m_wanted) >= 0) {
        openDraft(m_wanted);
    } else if (!m_list->currentIndex().isValid() && !items.isEmpty()) {
        m_list->setCurrentIndex(m_model->index(0));
    }
    showCurrent();
}

void DraftsView::showEmpty(bool nothingHere)
{
    const bool nothingAtAll = m_counts.all() == 0;
    const bool allReviewed = nothingHere && m_unreviewed->isChecked();
    m_empty->setTitle(nothingAtAll          ? tr("Nothing written yet")
                              : allReviewed ? tr("All reviewed")
                              : nothingHere ? tr("Nothing here")
                                            : tr("Choose an email"));
    m_empty->setText(nothingAtAll ? tr("Choose people in Contacts or Find and press Write. Every email says "
                                       "only what your profile and their record say.")
                             : allReviewed ? tr("Every open email was accepted as it is.")
                             : nothingHere
                             ? tr("The other shelves hold %n email(s).", nullptr, m_counts.all())
                             : QString());
    m_empty->setPrimary(nothingAtAll ? tr("Find people") : QString(), Glyph::find);
}

void DraftsView::handOver()
{
    m_editor->flush();
    m_presenter.saveUnsaved();
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
    followCurrent(draft ? std::optional(*draft) : std::nullopt);
    if (draft) {
        m_editor->show(*draft);
    } else {
        m_editor->clear();
    }
    m_stack->setCurrentIndex(draft ? 1 : 0);
}

/// What can be done with the current email; nothing while another page is shown, from the palette neither.
void DraftsView::followCurrent(const std::optional<Draft> &draft)
{
    for (QAction *action : std::as_const(m_draftActions)) {
        action->setEnabled(draft.has_value());
        action->setVisible(draft.has_value() && !m_isAway); // nothing to act on: no row of grey buttons
    }
    const bool isOpen = draft && draft->state == "draft"_L1;
    const bool reviewed =
            m_list->currentIndex().data(static_cast<int>(DraftListModel::Role::reviewed)).toBool();
    const int row = m_list->currentIndex().row();
    m_accept->setText(reviewed ? tr("Take back") : tr("Accept"));
    m_accept->setToolTip(reviewed ? tr("This email was accepted; take that back")
                                  : tr("This email is right as it is; go on to the next"));
    m_accept->setEnabled(isOpen);
    m_skip->setEnabled(draft && nextUnreviewed(row) >= 0);
    m_previous->setEnabled(draft && row > 0);
    m_next->setEnabled(draft && row + 1 < m_model->rowCount());
    m_exportAccepted->setEnabled(m_counts.reviewed > 0);
    m_review->setVisible(m_counts.open > 1 && isOpen);
    followMailbox();
}

void DraftsView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_isAway = false;
    showCurrent();
}

void DraftsView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_isAway = true;
    followCurrent({});
}

void DraftsView::showOutcome(const flows::WriteOutcome &outcome)
{
    constexpr qsizetype mostReasons = 3;
    QStringList reasons;
    for (const flows::Unwritten &one : outcome.unwritten) {
        reasons << one.reason;
    }
    for (const flows::WriteNote &note : outcome.notes) {
        reasons << note.text;
    }
    reasons.removeDuplicates();
    if (reasons.isEmpty()) {
        return;
    }
    const bool leftOut = !outcome.unwritten.isEmpty();
    m_banner->showMessage(
            leftOut ? Tone::warn : Tone::info, leftOut ? Glyph::warning : Glyph::info,
            leftOut ? tr("Left out: %n person(s)", nullptr, static_cast<int>(outcome.unwritten.size()))
                    : tr("Written, with remarks"),
            reasons.first(std::min(mostReasons, reasons.size())).join(u'\n'));
}

} // namespace crema::ui
