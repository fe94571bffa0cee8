// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/pdfcanvas.h"

#include <QWidget>

#include <memory>
#include <optional>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPrinter;
class QSpinBox;
class QStackedLayout;
class QToolButton;

namespace crema::ui {

class EmptyState;

/// Shows a PDF from memory: toolbar with zoom, page and print over the pages, and a line for the search that
/// comes when it is asked for. Ctrl+plus, minus and wheel zoom; Ctrl+F, F3, Shift+F3 and Escape search;
/// Ctrl+C copies what the mouse marked; Ctrl+P prints. Nothing blocks the window; it can be closed at any
/// moment.
class PdfView final : public QWidget
{
    Q_OBJECT

public:
    explicit PdfView(QWidget *parent = nullptr);
    ~PdfView() override;

    /// Shows the document, first page first. The zoom mode stays. Answers with loaded or failed.
    void loadBytes(const QByteArray &bytes, const QString &password = {});
    /// Shows the document shown now in a newer state; place and zoom stay.
    void reloadBytes(const QByteArray &bytes);
    /// Shows nothing.
    void clear();
    [[nodiscard]] bool isLoaded() const { return m_canvas->pageCount() > 0; }

    [[nodiscard]] PdfCanvas &canvas() { return *m_canvas; }
    /// Searches; the hits are lit as they are found and the first one is scrolled to. An empty text ends the
    /// search.
    void find(const QString &text);
    void findNext();
    void findPrevious();
    [[nodiscard]] int hitCount() const { return static_cast<int>(m_hits.size()); }
    /// From 0; -1 for none.
    [[nodiscard]] int currentHit() const { return m_currentHit; }
    /// Lights areas of a page (points) in place of the places searched, and scrolls to them; once the
    /// document is there, when it is still being opened.
    void pointAt(int page, const QVector<QRectF> &areas);
    /// Puts the marked text on the clipboard.
    void copyMarked();
    /// Asks for a printer, then prints.
    void print();
    /// Prints at once. `printed` tells how it ended.
    void printTo(const std::shared_ptr<QPrinter> &printer);
    /// A control of the view's own at the right end of the toolbar (Export); it becomes a child.
    void addToolWidget(QWidget *widget);

Q_SIGNALS:
    void loaded(int pages, const QString &title);
    void failed(crema::ui::PdfProblem problem);
    /// The search went through all pages.
    void searched(int hits);
    void printed(bool ok);

private:
    void buildToolbar();
    void buildFindBar();
    QToolButton *tool(QHBoxLayout *row, const QString &name, const QString &words, int glyph);
    void take(const PdfOutline &outline);
    void openFind();
    void closeFind();
    void connectParts();
    void addKeys();
    void showHits();
    void stepHit(int step);
    void showZoom();
    void showProblem(PdfProblem problem);

    PdfEngine *m_engine;
    PdfCanvas *m_canvas;
    QWidget *m_bar;
    QHBoxLayout *m_tools;
    QWidget *m_findBar;
    QStackedLayout *m_stack = nullptr;
    EmptyState *m_problem;
    QLabel *m_zoomLabel;
    QSpinBox *m_page;
    QLabel *m_pageCount;
    QLineEdit *m_find;
    QLabel *m_findCount;
    QVector<PdfHit> m_hits;
    QString m_searching;
    std::optional<PdfHit> m_pointed; ///< to be lit when the document has been opened
    int m_currentHit = -1;
    bool m_searchDone = false;
    bool m_renewing = false; ///< a newer state of the shown document is being opened
};

} // namespace crema::ui
