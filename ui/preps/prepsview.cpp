// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preps/prepsview.h"

#include "ui/common/banner.h"
#include "ui/common/busybar.h"
#include "ui/common/emptystate.h"
#include "ui/common/pdfview.h"
#include "ui/common/segmentedcontrol.h"
#include "ui/preps/chatpanel.h"
#include "ui/preps/preplistdelegate.h"
#include "ui/theme/glyph.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QListView>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr int listWidth = 200;
constexpr int chatWidth = 290;
constexpr int pdfWidth = 380;
enum Half { document, conversation };
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
    m_chat = new ChatPanel;
    m_split = new QSplitter(Qt::Horizontal);
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(gap::medium);
    m_split->addWidget(m_list);
    m_split->addWidget(buildDocument());
    m_split->addWidget(m_chat);
    m_split->setStretchFactor(1, 1);
    m_split->setSizes({scaled(listWidth), scaled(pdfWidth), scaled(chatWidth)});
    column->addWidget(m_halves);
    column->addWidget(m_split, 1);
    arrange();
    return whole;
}

QWidget *PrepsView::buildDocument()
{
    m_document = new QStackedWidget;
    m_pdf = new PdfView;
    m_noPdf = new EmptyState;
    m_noPdf->setObjectName(u"prepNoPdf"_s);
    m_noPdf->setGlyph(Glyph::filePdf);
    m_document->addWidget(m_pdf);
    m_document->addWidget(m_noPdf);
    return m_document;
}

void PrepsView::arrange()
{
    m_list->setMinimumWidth(scaled(listWidth));
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

QAction *PrepsView::pageAction(const QString &name, const QString &text, int glyph)
{
    auto *action = new QAction(icon(static_cast<Glyph>(glyph)), text, this);
    action->setObjectName(u"preps."_s + name);
    addAction(action);
    m_prepActions << action;
    return action;
}

void PrepsView::addPageActions()
{
    const auto glyph = [](Glyph g) { return static_cast<int>(g); };
    connect(pageAction(u"again"_s, tr("Prepare again"), glyph(Glyph::refresh)), &QAction::triggered, this,
            &PrepsView::prepareAgain);
    connect(pageAction(u"thanks"_s, tr("Write a thank-you"), glyph(Glyph::mail)), &QAction::triggered, this,
            [this] {
                const auto prep = m_presenter.prep(currentId());
                if (prep) {
                    Q_EMIT m_presenter.thankYouRequested(prep->contactId);
                }
            });
    QAction *save = pageAction(u"export"_s, tr("Save PDF…"), glyph(Glyph::filePdf));
    save->setIcon(icon(Glyph::filePdf, Tone::onAccent));
    save->setPriority(QAction::HighPriority);
    connect(save, &QAction::triggered, this, &PrepsView::exportPdf);
    QAction *contact = pageAction(u"contact"_s, tr("Open contact"), glyph(Glyph::person));
    contact->setPriority(QAction::LowPriority);
    connect(contact, &QAction::triggered, this, [this] {
        const auto prep = m_presenter.prep(currentId());
        if (prep) {
            Q_EMIT m_presenter.contactRequested(prep->contactId);
        }
    });
    QAction *remove = pageAction(u"delete"_s, tr("Delete"), glyph(Glyph::trash));
    remove->setPriority(QAction::LowPriority);
    remove->setShortcut(QKeySequence(QKeySequence::Delete));
    remove->setShortcutContext(Qt::WidgetShortcut); // in the list only: in the notes the key deletes a letter
    m_list->addAction(remove);
    connect(remove, &QAction::triggered, this, [this] {
        m_chat->flush();
        m_presenter.remove(currentId());
    });
}

void PrepsView::connectParts()
{
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &PrepsView::showCurrent);
    connect(m_chat, &ChatPanel::edited, &m_presenter, &PrepsPresenter::save);
    connect(m_empty, &EmptyState::primaryClicked, this, &PrepsView::contactsRequested);
    connect(&m_presenter, &PrepsPresenter::listed, this, &PrepsView::showList);
    connect(&m_presenter, &PrepsPresenter::prepared, this, &PrepsView::openPrep);
    connect(&m_presenter, &PrepsPresenter::preparing, this, [this](const QString &stage, int percent) {
        m_banner->clear();
        m_busy->setProgress(stage, percent);
        m_busy->show();
    });
    connect(&m_presenter, &PrepsPresenter::preparingEnded, m_busy, &QWidget::hide);
    connect(m_busy, &BusyBar::cancelRequested, &m_presenter, &PrepsPresenter::cancel);
    connect(m_noPdf, &EmptyState::primaryClicked, this, &PrepsView::prepareAgain);
    connect(m_halves, &SegmentedControl::currentChanged, this, &PrepsView::arrange);
}

void PrepsView::connectBanner()
{
    connect(&m_presenter, &PrepsPresenter::failed, this, [this](const Error &error) {
        m_bannerIsOfPrep = false;
        m_banner->showError(error);
    });
    connect(m_banner, &Banner::actionClicked, this, [this] {
        m_banner->clear();
        if (m_bannerIsOfPrep) {
            prepareAgain();
        } else {
            m_presenter.tryAgain();
        }
    });
}

void PrepsView::prepareAgain()
{
    m_chat->flush();
    m_presenter.retry(currentId());
}

void PrepsView::showList(const QVector<Prep> &preps)
{
    m_model->show(preps);
    m_stack->setCurrentIndex(preps.isEmpty() ? 0 : 1);
    if (!m_wanted.isEmpty() && m_model->rowOf(m_wanted) >= 0) {
        openPrep(m_wanted);
    } else if (!m_list->currentIndex().isValid() && !preps.isEmpty()) {
        m_list->setCurrentIndex(m_model->index(0));
    }
    showCurrent();
}

void PrepsView::openPrep(const QString &id)
{
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

void PrepsView::showCurrent()
{
    const auto prep = m_presenter.prep(currentId());
    for (QAction *action : std::as_const(m_prepActions)) {
        action->setEnabled(prep.has_value());
        action->setVisible(prep.has_value()); // nothing to act on: no row of grey buttons
    }
    if (!prep) {
        m_chat->flush();
        m_pdf->clear();
        m_shownPrep.clear();
        m_shownPdf.clear();
        return;
    }
    m_chat->show(*prep);
    showState(*prep);
    showPdf(*prep);
}

void PrepsView::showState(const Prep &prep)
{
    if (prep.status == "failed"_L1 && !prep.pdfFile.isEmpty()) {
        m_bannerIsOfPrep = true;
        m_banner->showMessage(
                Tone::warn, Glyph::warning, tr("The last try to prepare was not finished"),
                tr("%1 The PDF is the one from before; questions and notes are kept.").arg(prep.error),
                tr("Prepare again"));
    } else if (m_bannerIsOfPrep) {
        m_bannerIsOfPrep = false;
        m_banner->clear();
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

void PrepsView::exportPdf()
{
    const auto prep = m_presenter.prep(currentId());
    if (!prep) {
        return;
    }
    m_chat->flush();
    auto *dialog = new QFileDialog(this, tr("Save the prep"));
    dialog->setObjectName(u"prepExportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("PDF (*.pdf)"));
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(flows::prepFileName(*prep));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, id = prep->id](const QString &path) { m_presenter.exportTo(id, path); });
    dialog->open();
}

} // namespace crema::ui
