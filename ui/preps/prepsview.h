// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preps/preplistmodel.h"
#include "ui/preps/prepspresenter.h"

#include <QWidget>

class QAction;
class QListView;
class QSplitter;
class QStackedWidget;

namespace crema::ui {

class Banner;
class BusyBar;
class ChatPanel;
class EmptyState;
class PdfView;
class SegmentedControl;

/// The Coffee chats page: the preps at the left, the PDF in the middle, questions and notes at the right. In
/// a narrow window one of the last two is shown at a time.
class PrepsView final : public QWidget
{
    Q_OBJECT

public:
    explicit PrepsView(PrepsPresenter &presenter, QWidget *parent = nullptr);

    void openPrep(const QString &id);

Q_SIGNALS:
    void contactsRequested();

private:
    void build();
    void connectParts();
    void connectBanner();
    void addPageActions();
    [[nodiscard]] QWidget *buildSplit();
    [[nodiscard]] QWidget *buildDocument();
    QAction *pageAction(const QString &name, const QString &text, int glyph);
    void showList(const QVector<Prep> &preps);
    void showCurrent();
    void showPdf(const Prep &prep);
    void showNoPdf(const Prep &prep, const QString &why);
    void showState(const Prep &prep);
    void prepareAgain();
    void exportPdf();
    void arrange();
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    [[nodiscard]] QString currentId() const;

    PrepsPresenter &m_presenter;
    PrepListModel *m_model;
    QListView *m_list = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QSplitter *m_split = nullptr;
    SegmentedControl *m_halves = nullptr; ///< which half a narrow window shows
    QStackedWidget *m_document = nullptr;
    PdfView *m_pdf = nullptr;
    EmptyState *m_noPdf = nullptr;
    ChatPanel *m_chat = nullptr;
    Banner *m_banner = nullptr;
    bool m_bannerIsOfPrep = false; ///< the banner speaks of the shown prep, not of what was done last
    BusyBar *m_busy = nullptr;
    QVector<QAction *> m_prepActions;
    QString m_shownPrep; ///< whose PDF is on screen
    QString m_shownPdf; ///< its hash
    QString m_wanted;
};

} // namespace crema::ui
