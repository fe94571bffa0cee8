// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preps/prepsview.h"

#include "base/dates.h"
#include "ui/common/banner.h"
#include "ui/common/busybar.h"
#include "ui/common/emptystate.h"
#include "ui/common/pdfview.h"
#include "ui/common/segmentedcontrol.h"
#include "ui/preps/chatpanel.h"
#include "ui/preps/prepfilter.h"
#include "ui/preps/preplistdelegate.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr int listWidth = 200;
constexpr int chatWidth = 290;
constexpr int pdfWidth = 380;
enum Half { document, conversation };

QString timeWords(const QString &at)
{
    return QLocale().toString(fromStoredTime(at).toLocalTime(), QLocale::ShortFormat);
}
} // namespace

PrepsView::PrepsView(PrepsPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_model(new PrepListModel(this))
{
    build();
    connectParts();
    connectBanner();
    m_presenter.load();
}

void PrepsView::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap::large, gap::small, gap::large, gap::large);
    column->setSpacing(gap::small);
    m_banner = new Banner;
    m_busy = new BusyBar;
    m_busy->hide();
    m_stack = new QStackedWidget;
    m_empty = new EmptyState;
    m_empty->setGlyph(Glyph::coffee);
    m_empty->setTitle(tr("No coffee chats prepared"));
    m_empty->setText(tr("Choose a person in Contacts and press Prepare: you get their path, what you share "
                        "and what to ask, at one look."));
    m_empty->setPrimary(tr("Open contacts"), Glyph::contacts);
    m_empty->setSecondary(tr("By LinkedIn profile…"), Glyph::link);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(buildSplit());
    column->addWidget(m_banner);
    column->addWidget(m_busy);
    column->addWidget(m_stack, 1);
    addPageActions();
}

QWidget *PrepsView::buildSplit()
{
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::small);
    m_halves = new SegmentedControl(tr("What to show of the chat"));
    m_halves->setObjectName(u"prepHalves"_s);
    m_halves->addSegment(tr("The prep"), Glyph::filePdf);
    m_halves->addSegment(tr("Questions and notes"), Glyph::list);
    m_list = new QListView;
    m_list->setObjectName(u"prepList"_s);
    m_list->setAccessibleName(tr("Coffee chats"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PrepListDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // rows are cut to the width
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_chat = new ChatPanel([this] { return m_presenter.today(); });
    m_split = new QSplitter(Qt::Horizontal);
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(gap::medium);
    m_split->addWidget(buildLibrary());
    m_split->addWidget(buildDocument());
    m_split->addWidget(m_chat);
    m_split->setStretchFactor(1, 1);
    m_split->setSizes({scaled(listWidth), scaled(pdfWidth), scaled(chatWidth)});
    column->addWidget(m_halves);
    column->addWidget(m_split, 1);
    arrange();
    return whole;
}

QWidget *PrepsView::buildLibrary()
{
    m_library = new QWidget;
    m_filter = new PrepFilter;
    m_noMatch = makeLabel(tr("No coffee chat matches the filter."), TextRole::caption, Tone::muted);
    m_noMatch->setWordWrap(true);
    m_noMatch->hide();
    auto *column = new QVBoxLayout(m_library);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::small);
    column->addWidget(m_filter);
    column->addWidget(m_noMatch);
    column->addWidget(m_list, 1);
    return m_library;
}

QWidget *PrepsView::buildDocument()
{
    m_document = new QStackedWidget;
    m_pdf = new PdfView;
    m_versions = new QToolButton;
    m_versions->setObjectName(u"prepVersions"_s);
    m_versions->setIcon(icon(Glyph::clock, Tone::muted));
    m_versions->setToolTip(tr("Earlier versions of the PDF"));
    m_versions->setAccessibleName(m_versions->toolTip());
    m_versions->setPopupMode(QToolButton::InstantPopup);
    m_versions->setAutoRaise(true);
    m_versions->setMenu(new QMenu(m_versions));
    m_pdf->addToolWidget(m_versions);
    m_noPdf = new EmptyState;
    m_noPdf->setObjectName(u"prepNoPdf"_s);
    m_noPdf->setGlyph(Glyph::filePdf);
    m_document->addWidget(m_pdf);
    m_document->addWidget(m_noPdf);
    return m_document;
}

void PrepsView::arrange()
{
    m_library->setMinimumWidth(scaled(listWidth));
    m_library->setVisible(!m_chat->isInChat()); // in the conversation only the person counts
    const int wanted = scaled(listWidth) + scaled(pdfWidth) + scaled(chatWidth) + 2 * gap::medium;
    const bool narrow = width() - 2 * gap::large < wanted;
    m_chat->setMinimumWidth(scaled(chatWidth));
    m_halves->setVisible(narrow);
    m_document->setVisible(!narrow || m_halves->current() == Half::document);
    m_chat->setVisible(!narrow || m_halves->current() == Half::conversation);
}

void PrepsView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void PrepsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_split != nullptr) {
        arrange();
    }
}

void PrepsView::connectParts()
{
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &PrepsView::showCurrent);
    connect(m_chat, &ChatPanel::edited, &m_presenter, &PrepsPresenter::save);
    connect(m_chat, &ChatPanel::chatChanged, this, [this](bool inChat) {
        if (inChat) {
            m_halves->setCurrent(Half::conversation);
        }
        arrange();
    });
    connect(m_chat, &ChatPanel::metNoted, this, [this](QDate next) { m_presenter.tellMet(m_shown, next); });
    connect(m_chat, &ChatPanel::thankYouRequested, this, [this] {
        m_chat->flush();
        Q_EMIT m_presenter.thankYouRequested(m_shown.contactId);
    });
    connect(m_filter, &PrepFilter::changed, this, [this] { showMatching(true); });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &PrepsView::showActions);
    connect(m_empty, &EmptyState::primaryClicked, this, &PrepsView::contactsRequested);
    connect(m_empty, &EmptyState::secondaryClicked, this, &PrepsView::askForProfile);
    connect(&m_presenter, &PrepsPresenter::listed, this, &PrepsView::showList);
    connect(&m_presenter, &PrepsPresenter::prepared, this, [this](const QString &id) {
        // Who is in a conversation, or typing, stays there; the notice says that it is done.
        const QWidget *focus = focusWidget();
        const bool isAtWork = m_chat->isInChat()
                || (focus != nullptr && focus->hasFocus() && m_chat->isAncestorOf(focus));
        if (!isAtWork || currentId().isEmpty()) {
            openPrep(id);
        }
    });
    connect(&m_presenter, &PrepsPresenter::remarked, this, &PrepsView::showRemarks);
    connect(&m_presenter, &PrepsPresenter::preparing, this, [this](const QString &stage, int percent) {
        if (!m_bannerPrep.isEmpty()) { // what could not be saved is said until it is
            m_banner->clear();
            m_bannerPrep.clear();
            m_bannerAction = {};
        }
        showActions();
        m_busy->setProgress(stage, percent);
        m_busy->show();
    });
    connect(&m_presenter, &PrepsPresenter::preparingEnded, m_busy, &QWidget::hide);
    connect(&m_presenter, &PrepsPresenter::preparingEnded, this, &PrepsView::showActions);
    connect(m_busy, &BusyBar::cancelRequested, &m_presenter, &PrepsPresenter::cancel);
    connect(m_noPdf, &EmptyState::primaryClicked, this, &PrepsView::prepareAgain);
    connect(m_halves, &SegmentedControl::currentChanged, this, &PrepsView::arrange);
    auto *find = new QShortcut(QKeySequence(QKeySequence::Find), this, [this] {
        if (m_filter->isVisible()) { // not in a conversation
            m_filter->begin();
        }
    });
    connect(qApp, &QApplication::focusChanged, find, [this, find](QWidget *, QWidget *now) {
        find->setEnabled(now == nullptr || !m_pdf->isAncestorOf(now)); // the PDF has a search of its own
    });
}

void PrepsView::connectBanner()
{
    connect(&m_presenter, &PrepsPresenter::toast, this, [this] {
        if (m_bannerPrep.isEmpty()) { // it spoke of what was done before
            m_bannerAction = {};
            m_banner->clear();
        }
    });
    connect(&m_presenter, &PrepsPresenter::failed, this, [this](const Error &error) {
        m_bannerPrep.clear();
        m_bannerAction = {};
        m_banner->showError(error);
    });
    connect(m_banner, &Banner::actionClicked, this, [this] {
        m_banner->clear();
        m_bannerPrep.clear();
        if (const auto action = std::exchange(m_bannerAction, {})) {
            action();
        } else {
            m_presenter.tryAgain();
        }
    });
}

void PrepsView::showRemarks(const QString &prepId, const QString &remarks)
{
    if (prepId == currentId()) {
        m_bannerPrep = prepId;
        m_bannerAction = {};
        m_banner->showMessage(Tone::info, Glyph::info, tr("Prepared"), remarks);
    }
}

void PrepsView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_presenter.readOffer(); // keys, model and credits may be others now
}

void PrepsView::handOver()
{
    m_chat->handOver();
    m_presenter.saveUnsaved();
}

void PrepsView::prepareAgain()
{
    m_chat->flush();
    m_presenter.retry(currentId());
}

void PrepsView::showList(const QVector<Prep> &preps)
{
    m_preps = preps;
    m_stack->setCurrentIndex(preps.isEmpty() ? 0 : 1);
    showMatching();
}

void PrepsView::showMatching(bool isNarrowed)
{
    // What is worked on stays in the list until the user narrows it, and through a conversation even then.
    const bool keeps = !isNarrowed || m_chat->isInChat();
    const QVector<Prep> preps = m_filter->matching(m_preps, keeps ? currentId() : QString());
    m_model->show(preps);
    m_noMatch->setVisible(preps.isEmpty() && !m_preps.isEmpty());
    if (!m_wanted.isEmpty() && m_model->rowOf(m_wanted) >= 0) {
        openPrep(m_wanted);
    } else if (!m_list->currentIndex().isValid() && !preps.isEmpty()) {
        m_list->setCurrentIndex(m_model->index(0));
    }
    showCurrent();
}

void PrepsView::openPrep(const QString &id)
{
    const bool isThere = std::ranges::any_of(m_preps, [&](const Prep &prep) { return prep.id == id; });
    if (isThere && m_model->rowOf(id) < 0) {
        m_wanted.clear();
        m_filter->clear(); // it is shown, whatever the list was narrowed to
    }
    const int row = m_model->rowOf(id);
    m_wanted = row < 0 ? id : QString();
    if (row >= 0) {
        m_list->setCurrentIndex(m_model->index(row));
        showCurrent();
    }
}

QString PrepsView::currentId() const
{
    return m_list->currentIndex().data(static_cast<int>(PrepListModel::Role::id)).toString();
}

QStringList PrepsView::chosenIds() const
{
    QStringList ids;
    const QModelIndexList rows = m_list->selectionModel()->selectedIndexes();
    for (const QModelIndex &row : rows) {
        ids << row.data(static_cast<int>(PrepListModel::Role::id)).toString();
    }
    if (ids.size() > 1) {
        return ids;
    }
    return currentId().isEmpty() ? QStringList() : QStringList {currentId()}; // what is shown
}

void PrepsView::showActions()
{
    const bool any = !currentId().isEmpty();
    for (QAction *action : std::as_const(m_prepActions)) {
        action->setEnabled(any);
        action->setVisible(any); // nothing to act on: no row of grey buttons
    }
    m_new->setVisible(!m_preps.isEmpty()); // the empty page has its own button
    m_join->setVisible(chosenIds().size() > 1);
    m_lookUp->setVisible(any && m_offer.isConnected);
    m_byModel->setVisible(any && m_offer.hasModel);
    for (QAction *ofContact : std::as_const(m_contactActions)) {
        ofContact->setEnabled(!m_shown.contactId.isEmpty()); // a profile that nobody has is no contact yet
    }
    for (QAction *making : {m_again, m_lookUp, m_byModel}) {
        making->setEnabled(any && !m_presenter.isMaking(currentId()));
    }
}

void PrepsView::showCurrent()
{
    const auto prep = m_presenter.prep(currentId());
    m_shown = prep.value_or(Prep());
    showActions();
    if (!prep) {
        m_chat->flush();
        m_pdf->clear();
        m_shownPrep.clear();
        m_shownPdf.clear();
        return;
    }
    m_chat->show(*prep);
    showState(*prep);
    showVersions(*prep);
    showPdf(*prep);
}

void PrepsView::showVersions(const Prep &prep)
{
    m_versions->setVisible(!prep.versions.isEmpty());
    m_versions->menu()->clear();
    QAction *newest = m_versions->menu()->addAction(tr("Newest, %1").arg(timeWords(prep.renderedAt)));
    connect(newest, &QAction::triggered, this, &PrepsView::showNewest);
    for (const PrepVersion &version : prep.versions) {
        QAction *earlier = m_versions->menu()->addAction(timeWords(version.at));
        connect(earlier, &QAction::triggered, this, [this, version] { showVersion(version); });
    }
}

void PrepsView::showVersion(const PrepVersion &version)
{
    const auto bytes = m_presenter.pdf(version);
    if (!bytes) {
        m_bannerPrep.clear();
        m_bannerAction = {};
        m_banner->showError(bytes.error());
        return;
    }
    m_document->setCurrentWidget(m_pdf);
    m_pdf->loadBytes(*bytes);
    m_bannerPrep = m_shown.id;
    m_bannerAction = [this] { showNewest(); };
    m_banner->showMessage(Tone::info, Glyph::clock, tr("This is an earlier PDF"),
                          tr("Made on %1. Saving and printing from the page's buttons takes the newest.")
                                  .arg(timeWords(version.at)),
                          tr("Show the newest"));
}

void PrepsView::showNewest()
{
    m_shownPdf.clear();
    showCurrent();
}

void PrepsView::showState(const Prep &prep)
{
    if (!m_bannerPrep.isEmpty() && m_bannerPrep != prep.id) {
        m_bannerPrep.clear();
        m_bannerAction = {};
        m_banner->clear();
    }
    if (prep.status == "failed"_L1 && !prep.pdfFile.isEmpty()) {
        m_bannerPrep = prep.id;
        m_bannerAction = [this] { prepareAgain(); };
        m_banner->showMessage(
                Tone::warn, Glyph::warning, tr("The last try to prepare was not finished"),
                tr("%1 The PDF is the one from before; questions and notes are kept.").arg(prep.error),
                tr("Prepare again"));
    }
}

void PrepsView::showPdf(const Prep &prep)
{
    if (prep.id == m_shownPrep && prep.pdfFile == m_shownPdf && !prep.pdfFile.isEmpty()) {
        return;
    }
    const auto bytes = m_presenter.pdf(prep);
    if (!bytes) {
        showNoPdf(prep, bytes.error().text);
        return;
    }
    m_document->setCurrentWidget(m_pdf);
    if (prep.id == m_shownPrep) {
        m_pdf->reloadBytes(*bytes); // its notes or ticks changed: the place stays
    } else {
        m_pdf->loadBytes(*bytes);
    }
    m_shownPrep = prep.id;
    m_shownPdf = prep.pdfFile;
}

void PrepsView::showNoPdf(const Prep &prep, const QString &why)
{
    m_pdf->clear();
    m_shownPrep.clear();
    m_shownPdf.clear();
    const bool failed = prep.status == "failed"_L1;
    const bool underway = !failed && prep.pdfFile.isEmpty();
    m_noPdf->setTitle(failed             ? tr("This prep was not finished")
                              : underway ? tr("Being prepared")
                                         : tr("The PDF cannot be shown"));
    m_noPdf->setText(failed ? tr("%1 What you noted is kept.").arg(prep.error)
                             : underway
                             ? tr("The PDF stands here when it is done.")
                             : tr("%1 Prepare again to make it anew; what you noted is kept.").arg(why));
    m_noPdf->setPrimary(underway ? QString() : tr("Prepare again"), Glyph::refresh);
    m_document->setCurrentWidget(m_noPdf);
}

} // namespace crema::ui
