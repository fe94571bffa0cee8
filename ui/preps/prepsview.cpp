// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preps/prepsview.h"

#include "ui/common/banner.h"
#include "ui/common/busybar.h"
#include "ui/common/emptystate.h"
#include "ui/common/pdfview.h"
#include "ui/preps/chatpanel.h"
#include "ui/preps/preplistdelegate.h"
#include "ui/theme/glyph.h"
#include "ui/theme/tokens.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QListView>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr int listWidth = 250;
constexpr int chatWidth = 320;
} // namespace

PrepsView::PrepsView(PrepsPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_model(new PrepListModel(this))
{
    build();
    connectParts();
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
                        "and what to ask, on one look."));
    m_empty->setPrimary(tr("Open contacts"), Glyph::contacts);
    m_list = new QListView;
    m_list->setObjectName(u"prepList"_s);
    m_list->setAccessibleName(tr("Coffee chats"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PrepListDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setMinimumWidth(listWidth);
    m_pdf = new PdfView;
    m_chat = new ChatPanel;
    m_chat->setMinimumWidth(chatWidth);
    auto *split = new QSplitter(Qt::Horizontal);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(gap::medium);
    split->addWidget(m_list);
    split->addWidget(m_pdf);
    split->addWidget(m_chat);
    split->setStretchFactor(1, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(split);
    column->addWidget(m_banner);
    column->addWidget(m_busy);
    column->addWidget(m_stack, 1);
    addPageActions();
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
            [this] {
                m_chat->flush();
                m_presenter.retry(currentId());
            });
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
    connect(remove, &QAction::triggered, this, [this] { m_presenter.remove(currentId()); });
}

void PrepsView::connectParts()
{
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &PrepsView::showCurrent);
    connect(m_chat, &ChatPanel::edited, &m_presenter, &PrepsPresenter::save);
    connect(m_empty, &EmptyState::primaryClicked, this, &PrepsView::contactsRequested);
    connect(&m_presenter, &PrepsPresenter::listed, this, &PrepsView::showList);
    connect(&m_presenter, &PrepsPresenter::prepared, this, &PrepsView::openPrep);
    connect(&m_presenter, &PrepsPresenter::failed, m_banner, &Banner::showError);
    connect(&m_presenter, &PrepsPresenter::preparing, this, [this](const QString &stage, int percent) {
        m_banner->clear();
        m_busy->setProgress(stage, percent);
        m_busy->show();
    });
    connect(&m_presenter, &PrepsPresenter::preparingEnded, m_busy, &QWidget::hide);
    connect(m_busy, &BusyBar::cancelRequested, &m_presenter, &PrepsPresenter::cancel);
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
    }
    if (!prep) {
        m_pdf->clear();
        m_shownPdf.clear();
        return;
    }
    m_chat->show(*prep);
    if (prep->status == "failed"_L1) {
        m_banner->showMessage(Tone::bad, Glyph::error, tr("This prep failed"), prep->error);
    }
    const QString pdf = prep->id + prep->pdfFile;
    if (pdf == m_shownPdf) {
        return;
    }
    m_shownPdf = pdf;
    const auto bytes = m_presenter.pdf(*prep);
    if (bytes) {
        m_pdf->loadBytes(*bytes);
    } else {
        m_pdf->clear();
    }
}

void PrepsView::exportPdf()
{
    const auto prep = m_presenter.prep(currentId());
    if (!prep) {
        return;
    }
    m_chat->flush();
    const QString path = QFileDialog::getSaveFileName(
            this, tr("Save the prep"), QDir::home().filePath(flows::prepFileName(*prep)), tr("PDF (*.pdf)"));
    if (!path.isEmpty()) {
        m_presenter.exportTo(prep->id, path);
    }
}

} // namespace crema::ui
