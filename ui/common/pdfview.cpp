// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/pdfview.h"

#include "ui/common/emptystate.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QSpinBox>
#include <QStackedLayout>
#include <QToolButton>

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr double zoomStep = 1.25;

} // namespace

PdfView::PdfView(QWidget *parent)
    : QWidget(parent), m_engine(new PdfEngine(this)), m_canvas(new PdfCanvas(*m_engine)), m_bar(new QWidget),
      m_tools(new QHBoxLayout(m_bar)), m_findBar(new QWidget), m_problem(new EmptyState),
      m_zoomLabel(makeLabel({}, TextRole::caption, Tone::muted)), m_page(new QSpinBox),
      m_pageCount(makeLabel({}, TextRole::caption, Tone::muted)), m_find(new QLineEdit),
      m_findCount(makeLabel({}, TextRole::caption, Tone::muted))
{
    setAccessibleName(tr("Document"));
    buildToolbar();
    buildFindBar();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::tiny);
    column->addWidget(m_bar);
    column->addWidget(m_findBar);
    auto *pages = new QWidget;
    m_stack = new QStackedLayout(pages);
    m_stack->addWidget(m_canvas);
    m_stack->addWidget(m_problem);
    column->addWidget(pages, 1);
    connectParts();
    addKeys();
    clear();
}

PdfView::~PdfView()
{
    // The canvas goes with the widgets, before the engine does: its last pictures must not reach it.
    m_engine->disconnect(m_canvas);
    m_engine->close();
}

QToolButton *PdfView::tool(QHBoxLayout *row, const QString &name, const QString &words, int glyph)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setIcon(icon(Glyph(glyph)));
    button->setToolTip(words);
    button->setAccessibleName(words);
    button->setFocusPolicy(Qt::TabFocus);
    row->addWidget(button);
    return button;
}

void PdfView::buildToolbar()
{
    m_tools->setContentsMargins(gap::tiny, gap::tiny, gap::tiny, gap::tiny);
    m_tools->setSpacing(gap::hair);
    connect(tool(m_tools, u"pdf.zoomOut"_s, tr("Zoom out"), int(Glyph::zoomOut)), &QToolButton::clicked, this,
            [this] { m_canvas->setZoom(m_canvas->zoom() / zoomStep); });
    m_zoomLabel->setAlignment(Qt::AlignCenter);
    m_zoomLabel->setMinimumWidth(fontMetrics().horizontalAdvance(u"500 %"_s));
    m_tools->addWidget(m_zoomLabel);
    connect(tool(m_tools, u"pdf.zoomIn"_s, tr("Zoom in"), int(Glyph::zoomIn)), &QToolButton::clicked, this,
            [this] { m_canvas->setZoom(m_canvas->zoom() * zoomStep); });
    connect(tool(m_tools, u"pdf.fitWidth"_s, tr("Fit the width"), int(Glyph::fitWidth)),
            &QToolButton::clicked, this, [this] { m_canvas->setZoomMode(PdfZoom::fitWidth); });
    connect(tool(m_tools, u"pdf.fitPage"_s, tr("Fit the page"), int(Glyph::fitPage)), &QToolButton::clicked,
            this, [this] { m_canvas->setZoomMode(PdfZoom::fitPage); });
    m_tools->addStretch();
    m_page->setObjectName(u"pdf.page"_s);
    m_page->setAccessibleName(tr("Page number"));
    m_page->setKeyboardTracking(false);
    m_page->setMinimumWidth(m_page->sizeHint().width());
    m_tools->addWidget(m_page);
    m_tools->addSpacing(gap::tiny);
    m_tools->addWidget(m_pageCount);
    m_tools->addStretch();
    connect(tool(m_tools, u"pdf.search"_s, tr("Find in this document"), int(Glyph::search)),
            &QToolButton::clicked, this, [this] { m_findBar->isHidden() ? openFind() : closeFind(); });
    connect(tool(m_tools, u"pdf.print"_s, tr("Print..."), int(Glyph::print)), &QToolButton::clicked, this,
            &PdfView::print);
}

void PdfView::buildFindBar()
{
    auto *row = new QHBoxLayout(m_findBar);
    row->setContentsMargins(gap::tiny, 0, gap::tiny, gap::tiny);
    row->setSpacing(gap::hair);
    m_find->setObjectName(u"pdf.find"_s);
    m_find->setAccessibleName(tr("Find in this document"));
    m_find->setPlaceholderText(tr("Find"));
    m_find->setClearButtonEnabled(true);
    m_find->addAction(icon(Glyph::search, Tone::muted), QLineEdit::LeadingPosition);
    row->addWidget(m_find, 1);
    row->addSpacing(gap::small);
    m_findCount->setObjectName(u"pdf.findCount"_s);
    m_findCount->setAccessibleName(tr("Places found"));
    m_findCount->setMinimumWidth(fontMetrics().horizontalAdvance(u"00 of 00"_s));
    m_findCount->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_findCount);
    row->addSpacing(gap::small);
    connect(tool(row, u"pdf.previous"_s, tr("Previous place"), int(Glyph::chevronUp)), &QToolButton::clicked,
            this, &PdfView::findPrevious);
    connect(tool(row, u"pdf.next"_s, tr("Next place"), int(Glyph::chevronDown)), &QToolButton::clicked, this,
            &PdfView::findNext);
    connect(tool(row, u"pdf.closeFind"_s, tr("End the search"), int(Glyph::close)), &QToolButton::clicked,
            this, &PdfView::closeFind);
    m_findBar->hide();
}

void PdfView::openFind()
{
    m_findBar->show();
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

void PdfView::closeFind()
{
    m_findBar->hide();
    m_find->clear();
    m_canvas->setFocus();
}

void PdfView::connectParts()
{
    connect(m_engine, &PdfEngine::loaded, this, &PdfView::take);
    connect(m_engine, &PdfEngine::failed, this, [this](PdfProblem problem) {
        m_renewing = false;
        showProblem(problem);
        Q_EMIT failed(problem);
    });
    connect(m_engine, &PdfEngine::hitsFound, this,
            [this](const QString &text, const QVector<PdfHit> &hits, bool done) {
                if (text != m_searching) {
                    return;
                }
                const bool first = m_hits.isEmpty() && !hits.isEmpty();
                m_hits.append(hits);
                m_searchDone = done;
                if (first) {
                    m_currentHit = 0;
                    if (!m_renewing) {
                        stepHit(0);
                    }
                }
                showHits();
                if (done) {
                    m_renewing = false;
                    Q_EMIT searched(hitCount());
                }
            });
    connect(m_engine, &PdfEngine::printed, this, &PdfView::printed);
    connect(m_canvas, &PdfCanvas::zoomChanged, this, &PdfView::showZoom);
    connect(m_canvas, &PdfCanvas::currentPageChanged, this, [this](int page) {
        const QSignalBlocker quiet(m_page);
        m_page->setValue(page + 1);
        m_canvas->setAccessibleName(tr("Page %1 of %2").arg(page + 1).arg(m_canvas->pageCount()));
    });
    connect(m_page, &QSpinBox::valueChanged, m_canvas,
            [this](int number) { m_canvas->goToPage(number - 1); });
    connect(m_find, &QLineEdit::textChanged, this, &PdfView::find);
    connect(m_find, &QLineEdit::returnPressed, this,
            [this] { stepHit(QApplication::keyboardModifiers() & Qt::ShiftModifier ? -1 : 1); });
}

void PdfView::addKeys()
{
    const auto key = [this](const QKeySequence &keys, auto &&run) {
        auto *action = new QAction(this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
    };
    key(QKeySequence(Qt::CTRL | Qt::Key_Plus), [this] { m_canvas->setZoom(m_canvas->zoom() * zoomStep); });
    key(QKeySequence(Qt::CTRL | Qt::Key_Equal), [this] { m_canvas->setZoom(m_canvas->zoom() * zoomStep); });
    key(QKeySequence(Qt::CTRL | Qt::Key_Minus), [this] { m_canvas->setZoom(m_canvas->zoom() / zoomStep); });
    key(QKeySequence(Qt::CTRL | Qt::Key_0), [this] { m_canvas->setZoomMode(PdfZoom::fitWidth); });
    key(QKeySequence(QKeySequence::Find), [this] { openFind(); });
    key(QKeySequence(Qt::Key_F3), [this] { findNext(); });
    key(QKeySequence(Qt::SHIFT | Qt::Key_F3), [this] { findPrevious(); });
    key(QKeySequence(QKeySequence::Copy), [this] { copyMarked(); });
    key(QKeySequence(QKeySequence::Print), [this] { print(); });
    auto *end = new QAction(m_findBar);
    end->setShortcut(QKeySequence(Qt::Key_Escape));
    end->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(end, &QAction::triggered, this, &PdfView::closeFind);
    m_findBar->addAction(end);
}

void PdfView::take(const PdfOutline &outline)
{
    m_stack->setCurrentWidget(m_canvas);
    m_bar->setEnabled(true);
    m_findBar->setEnabled(true);
    const auto pages = static_cast<int>(outline.pageSizes.size());
    m_page->setRange(1, pages);
    m_pageCount->setText(tr("of %1").arg(pages));
    if (m_renewing) {
        m_canvas->renewPages(outline.pageSizes);
    } else {
        m_canvas->setPages(outline.pageSizes);
    }
    showZoom();
    m_renewing = m_renewing && !m_find->text().trimmed().isEmpty(); // until the hits are found again
    find(m_find->text());
    if (const auto pointed = std::exchange(m_pointed, std::nullopt)) {
        pointAt(pointed->page, pointed->areas);
    }
    Q_EMIT loaded(pages, outline.title);
}

void PdfView::loadBytes(const QByteArray &bytes, const QString &password)
{
    clear();
    // Not yet visible, its size may still change: then the picture would be drawn for nothing.
    m_engine->load(bytes, password, isVisible() ? std::optional(m_canvas->sight()) : std::nullopt);
}

void PdfView::reloadBytes(const QByteArray &bytes)
{
    if (!isLoaded()) {
        loadBytes(bytes);
        return;
    }
    m_renewing = true;
    m_engine->load(bytes);
}

void PdfView::clear()
{
    m_renewing = false;
    m_engine->close();
    m_canvas->setPages({});
    m_hits.clear();
    m_currentHit = -1;
    m_pointed.reset();
    m_stack->setCurrentWidget(m_canvas);
    m_bar->setEnabled(false);
    m_findBar->setEnabled(false);
    m_page->setRange(0, 0);
    m_pageCount->clear();
    m_findCount->clear();
}

void PdfView::find(const QString &text)
{
    if (m_find->text() != text) {
        m_find->setText(text); // comes back here
        return;
    }
    if (!text.isEmpty()) {
        m_findBar->show();
    }
    m_hits.clear();
    m_currentHit = -1;
    m_searching = text;
    m_searchDone = false;
    m_engine->search(text);
    showHits();
}

void PdfView::pointAt(int page, const QVector<QRectF> &areas)
{
    if (!isLoaded()) {
        m_pointed = PdfHit {page, areas};
        return;
    }
    m_findBar->hide();
    find({});
    if (areas.isEmpty() || page >= m_canvas->pageCount()) {
        return;
    }
    m_hits = {PdfHit {page, areas}};
    stepHit(1);
}

void PdfView::findNext()
{
    stepHit(1);
}

void PdfView::findPrevious()
{
    stepHit(-1);
}

void PdfView::stepHit(int step)
{
    if (m_hits.isEmpty()) {
        return;
    }
    m_currentHit = (m_currentHit + step + hitCount()) % hitCount();
    const PdfHit &hit = m_hits.at(m_currentHit);
    if (!hit.areas.isEmpty()) {
        m_canvas->ensureVisible(hit.page, hit.areas.constFirst());
    }
    showHits();
}

void PdfView::showHits()
{
    m_canvas->setHits(m_hits, m_currentHit);
    QString words;
    if (!m_hits.isEmpty()) {
        words = tr("%1 of %2").arg(m_currentHit + 1).arg(m_hits.size());
    } else if (m_searchDone && !m_searching.trimmed().isEmpty()) {
        words = tr("Not found");
    }
    m_findCount->setText(words);
}

void PdfView::showZoom()
{
    m_zoomLabel->setText(tr("%1 %").arg(std::lround(m_canvas->zoom() * 100)));
}

void PdfView::showProblem(PdfProblem problem)
{
    m_bar->setEnabled(false);
    m_findBar->setEnabled(false);
    m_problem->setGlyph(Glyph::filePdf);
    switch (problem) {
    case PdfProblem::damaged:
        m_problem->setTitle(tr("This PDF cannot be read"));
        m_problem->setText(tr("The file is damaged or not a PDF."));
        break;
    case PdfProblem::password:
        m_problem->setTitle(tr("This PDF is protected by a password"));
        m_problem->setText(tr("Save a copy without the password to see it here."));
        break;
    case PdfProblem::noPages:
        m_problem->setTitle(tr("This PDF has no pages"));
        m_problem->setText({});
        break;
    }
    m_stack->setCurrentWidget(m_problem);
}

void PdfView::copyMarked()
{
    if (!m_canvas->markedText().isEmpty()) {
        QApplication::clipboard()->setText(m_canvas->markedText());
    }
}

void PdfView::print()
{
    if (!isLoaded()) {
        return;
    }
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setMinMax(1, m_canvas->pageCount());
    dialog->setOption(QAbstractPrintDialog::PrintPageRange);
    connect(dialog, &QDialog::accepted, this, [this, printer] { printTo(printer); });
    dialog->open();
}

void PdfView::printTo(const std::shared_ptr<QPrinter> &printer)
{
    const bool range = printer->fromPage() > 0;
    m_engine->print(printer, range ? printer->fromPage() - 1 : 0,
                    range ? printer->toPage() - 1 : m_canvas->pageCount() - 1);
}

void PdfView::addToolWidget(QWidget *widget)
{
    m_tools->addWidget(widget);
}

} // namespace crema::ui
