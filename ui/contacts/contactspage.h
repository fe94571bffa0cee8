// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/run.h"
#include "ui/common/unsavededits.h"
#include "ui/contacts/contactactions.h"
#include "ui/contacts/contactspresenter.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QSettings;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace crema::flows {
struct WrittenNotes;
}

namespace crema::ui {

class Banner;
class BusyBar;
class ContactBoard;
class ContactCommands;
class ContactFilterBar;
class ContactPane;
class ContactsTableView;
class EmptyState;
class FacetPopup;
class ImportDialog;
class PaneLinks;
class SegmentedControl;
struct PastePlan;
struct PasteTarget;

/// The contacts page: filter, table or board, and details of everyone the user may write to.
class ContactsPage final : public QWidget, public UnsavedEdits
{
    Q_OBJECT

public:
    struct Step
    {
        QString label; ///< "Delete the filter ..."
        QString words; ///< for a notice
        std::function<Task<Result<>>()> undo; ///< may be called when the page is gone
        std::function<Task<Result<>>()> redo;
    };

    /// All references outlive the page.
    ContactsPage(flows::Services &services, ActionRegistry &registry, QSettings &settings,
                 QWidget *parent = nullptr);
    ~ContactsPage() override;

    /// Selects a contact and shows their details; takes the filter away when it hides them. What was
    /// `searched` elsewhere to find them is marked.
    void showContact(const QString &contactId, const QString &searched = {});
    /// Opens the import dialog, with a file when one is given.
    void openImport(const QString &path = {});
    /// Opens it with each of these files, one after the other.
    void openImports(const QStringList &paths);
    /// Opens it with a table or cards as text, as they come from the clipboard.
    void openImportText(const QString &text);
    /// Table or board; remembered.
    void showAs(ContactsLayout layout);
    /// They were changed by a step that was taken back or repeated.
    void readSavedFilters();

    void handOver() override;
    [[nodiscard]] bool awaitsAnswer() const override;
    [[nodiscard]] QVector<UnsavedEdit> refused() const override;
    [[nodiscard]] QVector<UnsavedEdit> underWay() const override;

    [[nodiscard]] ContactsPresenter &presenter() { return *m_presenter; }

Q_SIGNALS:
    void writeTo(const QStringList &contactIds);
    void prepareFor(const QString &contactId);
    /// What they and the user wrote, from the mailbox.
    void conversationWith(const QString &contactId);
    void openDraft(const QString &draftId);
    void openPrep(const QString &prepId);
    void openFind(const crema::Criteria &criteria);
    /// A notice of something done. `operationId` is what can be taken back; empty for nothing.
    void toast(const QString &text, const QString &operationId = {});
    /// An operation is to be taken back.
    void undoRequested(const QString &operationId);
    /// Something done that the workspace's history does not have.
    void stepDone(const crema::ui::ContactsPage::Step &step);
    /// One of the page's commands was asked for while another page is shown.
    void showRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Content { table, loading, empty, noMatch, failed, board };
    enum class Side { contact, none, several };
    /// A text that has no place where it would stand: its contact was deleted, or the address it is about; or
    /// it was chosen from a menu.
    struct OrphanedText
    {
        QString key; ///< of the cell or field
        UnsavedEdit edit;
        QString problem; ///< why it is not saved
        std::function<void(const QString &text)> forget;
    };

    void build(QSettings &settings);
    QWidget *buildToolbar();
    QWidget *buildContent();
    QWidget *buildSide();
    void keepSideWidth();
    void connectList();
    void connectBoard();
    void connectFilter();
    void connectPane();
    void connectActions();
    void connectCommands();
    void connectSaving();
    void onAction(QAction *action, void (ContactsPage::*slot)());

    void showState(ContactsState state);
    void showCount();
    void followSelection();
    void showSide();
    /// False when they could not be read: gone, or told.
    bool showDetail(const QString &contactId);
    void saveCell(const CellEdit &edit, const flows::FieldValues &values);
    void cellAnswered(const CellEdit &edit, const Result<> &saved);
    void saveField(const QString &contactId, const QString &field, const QString &text);
    void saveNotes(const QString &contactId, const QString &base, const QString &text);
    void fieldAnswered(const QString &contactId, const QString &field, const QString &text,
                       const Result<> &saved);
    void notesAnswered(const QString &contactId, const Result<flows::WrittenNotes> &written);
    void tellIfBoth(const Result<flows::WrittenNotes> &written);
    void tellUnsaved(const Error &error, const QString &contactId, const QString &field, const QString &text,
                     const std::function<void(const QString &)> &forget);
    [[nodiscard]] OrphanedText orphanedBy(const CellEdit &edit);
    void tellOrphaned(const OrphanedText &text);
    void showOrphaned();
    void followOrphaned();
    void followTyped(const QString &key, const QString &text);
    void copyOrphaned();
    void clearBannerAbout(const QString &key);
    void followDismissed();
    void followGivenUp(qint64 rid, ContactColumn column);
    void editAgain(const CellEdit &edit);
    void seekCell();
    /// The contact, or the address or the like that the field belongs to.
    [[nodiscard]] bool isGone(const QString &contactId, const QString &field = {}) const;
    /// In place of their ids.
    [[nodiscard]] QVector<UnsavedEdit> withNames(QVector<UnsavedEdit> texts) const;
    [[nodiscard]] QString nameOf(const QString &contactId) const;
    void tellProblem(const Error &error, const std::function<void()> &again, const QString &about = {});
    [[nodiscard]] QVector<qint64> selection() const;
    [[nodiscard]] bool showsBoard() const { return m_presenter->layout() == ContactsLayout::board; }
    [[nodiscard]] std::optional<store::ContactRow> contactOf(qint64 rid) const;
    void selectRow(qint64 rid);
    void markWords(const QString &searched);
    void focusList();
    /// Without another selection.
    void focusContent();
    [[nodiscard]] bool paneHasFocus() const;
    void followFocus(const QWidget *old);
    void chooseAgain();
    void openDetails();
    void showMenu(const QPoint &at);
    void typeName(const QString &text);
    void showBusy(const QString &stage, int percent, bool cancellable);
    void fillStatusMenu();

    void openAdd();
    void openTag();
    void openTrash();
    void openDuplicates();
    void showNewest(int count);
    [[nodiscard]] ImportDialog *makeImport();
    void mergeSelected();
    void exportAll();
    void exportFiltered();
    void exportSelected();
    void startExport(const QVector<qint64> &rids, const QString &what);
    void writeSelected();
    void prepareSelected();
    void readConversation();
    void copySelected();
    void copyCellsOrRows();
    void cutCellsOrRows();
    [[nodiscard]] bool isOneCell() const;
    void cutCell(qint64 rid, ContactColumn column);
    void paste();
    void pasteNew();
    void queuePasting(const QVector<QStringList> &table, const PasteTarget &target);
    void startPasting();
    void endPasting();
    void planPasting(const QVector<QStringList> &table, const PasteTarget &target);
    void pasteOrAsk(const PastePlan &plan, bool others);
    void pasteNow(const PastePlan &plan);
    void askAboutPaste(const PastePlan &plan);
    void fillFacet(FacetPopup *popup, const QString &search);
    void readRunWords();
    void saveFilter();
    void renameFilter(const store::SavedFilter &saved);
    void forgetFilter(const store::SavedFilter &saved);
    void changeFilters(store::Operation operation, const QString &label, const QString &words);
    void tellFilters(const QVector<store::SavedFilter> &before, const QString &label, const QString &words);
    void deleteSelected();
    void focusFilter();
    void clearFilters();
    void setDetailsShown(bool shown);

    ContactsPresenter *m_presenter;
    PaneLinks *m_links = nullptr;
    ContactCommands *m_commands;
    ContactActions m_actions;
    QSettings &m_settings;
    Banner *m_banner;
    BusyBar *m_busy;
    ContactFilterBar *m_filter;
    QSplitter *m_split;
    QStackedWidget *m_content;
    ContactsTableView *m_table;
    ContactBoard *m_board;
    SegmentedControl *m_layouts;
    EmptyState *m_several;
    EmptyState *m_failed;
    QStackedWidget *m_side;
    ContactPane *m_pane;
    QLabel *m_count;
    QWidget *m_toolbar = nullptr;
    QToolButton *m_columnsButton = nullptr;
    QVector<qint64> m_chosen; ///< selected, or was when it left the list: when it comes back it is again
    bool m_isListChanging = false; ///< what leaves the selection now has left the list
    int m_newest = 0; ///< so many of the top are selected once they are listed
    QTimer m_sideTimer; ///< while the selection runs through the list with a held key
    std::function<void()> m_again; ///< what the banner's button does
    QString m_searched; ///< above the pages; its words are marked
    QString m_filterText; ///< whose words are marked
    QString m_bannerAbout; ///< the cell or field whose text it tells of; empty for none
    QVector<OrphanedText> m_orphaned; ///< not copied yet
    std::optional<CellEdit> m_soughtCell; ///< is opened once it is listed
    QString m_typedName;
    QElapsedTimer m_typedAt;
    TaskScope m_facets;
    QVector<std::function<void()>> m_pastes; ///< the first is planned or asked about, the others wait
    TaskScope m_pasting;
    TaskScope m_filters;
};

} // namespace crema::ui
