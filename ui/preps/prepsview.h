// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/unsavededits.h"
#include "ui/preps/preplistmodel.h"
#include "ui/preps/prepspresenter.h"

#include "ui/theme/glyph.h"

#include <QAction>
#include <QWidget>

#include <functional>

class QFileDialog;
class QLabel;
class QListView;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace crema::ui {

class Banner;
class BusyBar;
class ChatPanel;
class EmptyState;
class PdfView;
class PrepFilter;
class SegmentedControl;

/// The Coffee chats page: the preps at the left, the PDF in the middle, questions and notes at the right. In
/// a narrow window one of the last two is shown at a time.
class PrepsView final : public QWidget, public UnsavedEdits
{
    Q_OBJECT

public:
    explicit PrepsView(PrepsPresenter &presenter, QWidget *parent = nullptr);

    void openPrep(const QString &id);

    void handOver() override;
    [[nodiscard]] bool awaitsAnswer() const override { return m_presenter.isSaving(); }
    [[nodiscard]] QVector<UnsavedEdit> refused() const override { return m_presenter.refused(); }
    [[nodiscard]] QVector<UnsavedEdit> underWay() const override { return m_presenter.underWay(); }

Q_SIGNALS:
    void contactsRequested();

private:
    void build();
    void connectParts();
    void connectBanner();
    void addPageActions();
    [[nodiscard]] QWidget *buildSplit();
    [[nodiscard]] QWidget *buildDocument();
    QAction *pageAction(const QString &name, const QString &text, Glyph glyph, QAction::Priority priority);
    QAction *prepAction(const QString &name, const QString &text, Glyph glyph, QAction::Priority priority);
    [[nodiscard]] QWidget *buildLibrary();
    [[nodiscard]] QFileDialog *saveDialog(const QString &title, const QString &fileName);
    void askForProfile();
    void askForMeeting();
    void deepen(bool lookUp, bool model);
    void showMatching(bool isNarrowed = false);
    void showRemarks(const QString &prepId, const QString &remarks);
    void showEvent(QShowEvent *event) override;
    void showActions();
    void showVersions(const Prep &prep);
    void showVersion(const PrepVersion &version);
    void showNewest();
    void exportJoined();
    void showList(const QVector<Prep> &preps);
    void showCurrent();
    void showPdf(const Prep &prep);
    void showNoPdf(const Prep &prep, const QString &why);
    void showState(const Prep &prep);
    void prepareAgain();
    void exportPdf();
    void openOutside();
    void arrange();
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    [[nodiscard]] QString currentId() const;
    /// Of the selected preps, else of the shown one.
    [[nodiscard]] QStringList chosenIds() const;

    PrepsPresenter &m_presenter;
    PrepListModel *m_model;
    QVector<Prep> m_preps; ///< all of them
    Prep m_shown; ///< empty when none is
    QWidget *m_library = nullptr; ///< filter and list
    PrepFilter *m_filter = nullptr;
    QLabel *m_noMatch = nullptr;
    QListView *m_list = nullptr;
    QToolButton *m_versions = nullptr;
    QAction *m_new = nullptr;
    QAction *m_lookUp = nullptr;
    QAction *m_byModel = nullptr;
    QAction *m_again = nullptr;
    QAction *m_join = nullptr;
    LookUpOffer m_offer;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QSplitter *m_split = nullptr;
    SegmentedControl *m_halves = nullptr; ///< which half a narrow window shows
    QStackedWidget *m_document = nullptr;
    PdfView *m_pdf = nullptr;
    EmptyState *m_noPdf = nullptr;
    ChatPanel *m_chat = nullptr;
    Banner *m_banner = nullptr;
    QString m_bannerPrep; ///< the prep the banner speaks of; empty: of what was done last
    std::function<void()> m_bannerAction; ///< of its button; none: try again what failed
    BusyBar *m_busy = nullptr;
    QVector<QAction *> m_prepActions;
    QVector<QAction *> m_contactActions; ///< of them those that need a contact
    QString m_shownPrep; ///< whose PDF is on screen
    QString m_shownPdf; ///< its hash
    QString m_wanted;
};

} // namespace crema::ui
