// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/mergestudio.h"

#include "ui/common/banner.h"
#include "ui/common/busybar.h"
#include "ui/common/emptystate.h"
#include "ui/common/personrow.h"
#include "ui/contacts/mergeddialog.h"
#include "ui/contacts/mergeview.h"
#include "ui/shell/toaststrip.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int listWidth = 300;

/// Names, firm, reason and score of a pair.
class PairDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto text = [&](DuplicateListModel::Role role) {
            return index.data(static_cast<int>(role)).toString();
        };
        using Role = DuplicateListModel::Role;
        paintPersonRow(*painter, option,
                       {text(Role::names), text(Role::seed), text(Role::company), text(Role::reason),
                        text(Role::score)});
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return personRowSize(option);
    }
};

QString largeGroupWords(const contacts::DuplicateReport &report)
{
    QStringList lines;
    for (const contacts::LargeGroup &group : report.largeGroups) {
        lines << MergeStudio::tr("%n people %1", nullptr, group.people).arg(group.what);
    }
    return lines.join(u'\n');
}

} // namespace

MergeStudio::MergeStudio(flows::Services &services, QWidget *parent)
    : QDialog(parent), m_presenter(new DuplicatesPresenter(services, this)), m_banner(new Banner),
      m_busy(new BusyBar), m_facts(makeLabel({}, TextRole::body, Tone::muted)),
      m_limits(makeLabel({}, TextRole::caption, Tone::warn)), m_reason(makeLabel({}, TextRole::body)),
      m_steps(new QStackedWidget), m_list(new QListView), m_view(new MergeView(*m_presenter)),
      m_none(new EmptyState), m_failed(new EmptyState), m_toasts(new ToastStrip(this)),
      m_apart(new QPushButton(tr("Not the same"))), m_skip(new QPushButton(tr("Skip"))),
      m_merge(new QPushButton(icon(Glyph::merge, Tone::onAccent), tr("Merge"))),
      m_earlier(new QPushButton(tr("Merged earlier…")))
{
    build();
    connectParts();
    addKeys();
    showStage(m_presenter->stage());
}

void MergeStudio::build()
{
    setWindowTitle(tr("Duplicates"));
    setObjectName(u"contacts.mergeStudio"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(1100, 720);
    setMinimumSize(scaled(860), scaled(480));
    m_facts->setObjectName(u"merge.facts"_s);
    m_limits->setObjectName(u"merge.limits"_s);
    m_limits->hide();
    m_none->setObjectName(u"merge.none"_s);
    m_none->setGlyph(Glyph::checkCircle);
    m_none->setTitle(tr("No duplicates"));
    m_failed->setGlyph(Glyph::search);
    m_failed->setTitle(tr("Not looked through"));
    m_failed->setText(tr("Your contacts were not changed."));
    m_failed->setPrimary(tr("Look again"), Glyph::refresh);
    for (QWidget *step : std::initializer_list<QWidget *> {buildBusy(), buildPairs(), m_none, m_failed}) {
        m_steps->addWidget(step); // in the order of Step
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap::large, gap::large, gap::large, gap::medium);
    column->setSpacing(gap::small);
    column->addWidget(makeLabel(tr("Duplicates"), TextRole::heading));
    column->addWidget(m_facts);
    column->addWidget(m_limits);
    column->addWidget(m_banner);
    column->addWidget(m_steps, 1);
    column->addLayout(buildButtons());
    m_toasts->setBottom(64);
}

QWidget *MergeStudio::buildBusy()
{
    m_busy->setObjectName(u"merge.busy"_s);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->addStretch();
    column->addWidget(m_busy);
    column->addStretch();
    return page;
}

QWidget *MergeStudio::buildPairs()
{
    m_list->setObjectName(u"merge.pairs"_s);
    m_list->setAccessibleName(tr("Pairs that may be one person"));
    m_list->setModel(&m_presenter->model());
    m_list->setItemDelegate(new PairDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMinimumWidth(scaled(220));
    m_reason->setObjectName(u"merge.reason"_s);
    m_reason->setWordWrap(true);
    m_reason->setContentsMargins(gap::medium, gap::small + gap::tiny, gap::medium, 0);
    auto *frame = new QFrame;
    frame->setFrameShape(QFrame::StyledPanel);
    frame->setAutoFillBackground(true);
    frame->setBackgroundRole(QPalette::Base);
    auto *side = new QVBoxLayout(frame);
    side->setContentsMargins(1, 1, 1, 1);
    side->addWidget(m_reason);
    side->addWidget(m_view, 1);
    auto *split = new QSplitter;
    split->addWidget(m_list);
    split->addWidget(frame);
    split->setChildrenCollapsible(false);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 3);
    split->setSizes({listWidth, 760});
    return split;
}

QLayout *MergeStudio::buildButtons()
{
    m_apart->setObjectName(u"merge.apart"_s);
    m_apart->setToolTip(tr("Two people: do not show this pair again (N)"));
    m_skip->setObjectName(u"merge.skip"_s);
    m_skip->setToolTip(tr("Decide later (S)"));
    m_merge->setObjectName(u"merge.merge"_s);
    m_merge->setToolTip(tr("Make these two one contact (M)"));
    m_earlier->setObjectName(u"merge.earlier"_s);
    m_earlier->setToolTip(tr("Contacts that were merged, to take them apart again"));
    setButtonKind(m_merge, ButtonKind::primary);
    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(u"merge.close"_s);
    connect(close, &QPushButton::clicked, this, &MergeStudio::reject);
    auto *row = new QHBoxLayout;
    row->addWidget(close);
    row->addWidget(m_earlier);
    row->addStretch();
    for (QPushButton *button : {m_skip, m_apart, m_merge}) {
        row->addWidget(button);
    }
    for (QPushButton *button : {close, m_earlier, m_skip, m_apart, m_merge}) {
        button->setAutoDefault(false); // Enter in the list must not merge
    }
    return row;
}

void MergeStudio::connectParts()
{
    connect(m_presenter, &DuplicatesPresenter::stageChanged, this, &MergeStudio::showStage);
    connect(m_presenter, &DuplicatesPresenter::progressed, m_busy, &BusyBar::setProgress);
    connect(m_presenter, &DuplicatesPresenter::pairShown, this, &MergeStudio::showPair);
    connect(m_presenter, &DuplicatesPresenter::choiceChanged, m_view, &MergeView::showResult);
    connect(m_presenter, &DuplicatesPresenter::busyChanged, this, &MergeStudio::showButtons);
    connect(m_presenter, &DuplicatesPresenter::failed, m_banner, &Banner::showError);
    connect(m_presenter, &DuplicatesPresenter::done, this, [this](const QString &words) {
        m_banner->clear();
        m_toasts->show({.text = words, .actionText = tr("Undo"), .act = [this] { m_presenter->undo(); }});
    });
    connect(m_presenter, &DuplicatesPresenter::undone, this,
            [this](const QString &words) { m_toasts->show({.text = words}); });
    connect(m_busy, &BusyBar::cancelRequested, m_presenter, &DuplicatesPresenter::cancelScan);
    connect(m_failed, &EmptyState::primaryClicked, this, &MergeStudio::scan);
    connect(m_banner, &Banner::actionClicked, this, [this] {
        m_banner->clear();
        scan();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid()) {
                    m_presenter->select(current.row());
                }
            });
    connect(m_merge, &QPushButton::clicked, m_presenter, &DuplicatesPresenter::merge);
    connect(m_apart, &QPushButton::clicked, m_presenter, &DuplicatesPresenter::keepApart);
    connect(m_skip, &QPushButton::clicked, m_presenter, &DuplicatesPresenter::skip);
    connect(m_earlier, &QPushButton::clicked, this, &MergeStudio::openMerged);
}

void MergeStudio::addKeys()
{
    const auto key = [this](const QKeySequence &sequence, void (DuplicatesPresenter::*slot)()) {
        connect(new QShortcut(sequence, this), &QShortcut::activated, m_presenter, slot);
    };
    key(Qt::Key_M, &DuplicatesPresenter::merge);
    key(Qt::Key_N, &DuplicatesPresenter::keepApart);
    key(Qt::Key_S, &DuplicatesPresenter::skip);
    key(Qt::Key_X, &DuplicatesPresenter::swapSides);
    key(QKeySequence::Undo, &DuplicatesPresenter::undo);
}

void MergeStudio::scan()
{
    m_presenter->scan();
}

void MergeStudio::take(const QString &aId, const QString &bId)
{
    m_presenter->take(aId, bId);
}

void MergeStudio::showStage(StudioStage stage)
{
    const Step step = stage == StudioStage::pairs ? Step::pairs
            : stage == StudioStage::none          ? Step::none
            : stage == StudioStage::failed        ? Step::failed
                                                  : Step::busy;
    m_steps->setCurrentIndex(static_cast<int>(step));
    if (stage == StudioStage::scanning) {
        m_banner->clear();
    }
    showCounts();
    showButtons();
    if (stage == StudioStage::pairs) {
        m_list->setFocus();
    }
}

void MergeStudio::showCounts()
{
    const QLocale locale;
    const contacts::DuplicateReport &report = m_presenter->report();
    const int pairs = m_presenter->model().rowCount();
    switch (m_presenter->stage()) {
    case StudioStage::pairs:
        m_facts->setText(
                tr("%n pair(s) that may be one person. Nothing is merged by itself.", nullptr, pairs));
        break;
    case StudioStage::none:
        m_facts->setText(tr("%1 contacts looked through.").arg(locale.toString(report.people)));
        m_none->setText(report.pairs.isEmpty()
                                ? tr("No two of your contacts look like one person.")
                                : tr("Every pair is decided. What you did can be taken back with Undo."));
        break;
    default:
        m_facts->setText(tr("Looking for contacts that may be one person. Nothing is merged by itself."));
    }
    QStringList limits;
    if (report.largeGroupCount > 0) {
        limits << tr("%n large group(s) compared only with the nearest ones", nullptr,
                     report.largeGroupCount);
    }
    if (report.leftOut > 0) {
        limits << tr("%n less likely pair(s) are not listed", nullptr, report.leftOut);
    }
    m_limits->setText(limits.join(u" · "_s));
    m_limits->setToolTip(largeGroupWords(report));
    m_limits->setVisible(!limits.isEmpty() && m_presenter->stage() != StudioStage::scanning);
}

void MergeStudio::showPair()
{
    const contacts::DuplicatePair *pair = m_presenter->model().pairAt(m_presenter->row());
    const QModelIndex index = m_presenter->model().index(m_presenter->row());
    if (index.isValid() && m_list->currentIndex() != index) {
        m_list->setCurrentIndex(index);
    }
    m_reason->setText(pair == nullptr
                              ? QString()
                              : tr("Why: %1 (%2 of 100)").arg(pair->reason, QString::number(pair->score)));
    m_view->showPair();
    showCounts();
    showButtons();
}

void MergeStudio::showButtons()
{
    const bool deciding = m_presenter->stage() == StudioStage::pairs;
    for (QPushButton *button : {m_skip, m_apart, m_merge}) {
        button->setVisible(deciding);
        button->setEnabled(m_presenter->hasPair() && !m_presenter->isBusy());
    }
    m_skip->setEnabled(m_skip->isEnabled() && m_presenter->model().rowCount() > 1);
    m_view->setEnabled(!m_presenter->isBusy());
}

void MergeStudio::openMerged()
{
    auto *dialog = new MergedDialog(m_presenter->services(), this);
    connect(dialog, &MergedDialog::unmerged, this,
            [this](const QString &words) { m_toasts->show({.text = words}); });
    dialog->open();
}

void MergeStudio::reject()
{
    if (m_presenter->stage() == StudioStage::scanning) {
        m_presenter->cancelScan();
    }
    QDialog::reject();
}

} // namespace crema::ui
