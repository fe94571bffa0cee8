// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/unsavededits.h"
#include "ui/shell/page.h"
#include "ui/shell/viewstate.h"

#include <QHash>
#include <QMainWindow>
#include <QPointer>
#include <QTimer>
#include <QVector>

class QMessageBox;
class QStackedWidget;

namespace crema::ui {

class ActionRegistry;
class Banner;
class CommandPalette;
class DropCover;
class Navigation;
class PageHeader;
class SearchBox;
class StandingNotices;
class StatusLine;
class Theme;
class ToastStrip;

/// The frame: navigation, search, title and actions of the page, the page, status line. It knows pages, not
/// features; what fills it is put together elsewhere. `actions` and `theme` must outlive it.
///
/// Registers the actions "edit.undo", "edit.redo" (both disabled until somebody gives them a meaning),
/// "file.quit", "view.palette", "view.search", "view.navigation", "help.about", the appearance actions, and
/// "go.<page>" with Ctrl+1...
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(ActionRegistry &actions, Theme &theme, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Pages are numbered Ctrl+1, Ctrl+2 ... in the order they are added. The first one is shown.
    void addPage(const Page &page);
    /// Makes the page if this is its first time. An unknown id changes nothing.
    void showPage(const QString &id);
    [[nodiscard]] QString currentPage() const { return m_current; }
    /// The page's widget, made if need be; null for an unknown id.
    [[nodiscard]] QWidget *page(const QString &id);
    /// The number behind a page's title in the navigation.
    void setPageCount(const QString &id, int count);

    [[nodiscard]] SearchBox &searchBox() { return *m_search; }
    [[nodiscard]] StatusLine &statusLine() { return *m_status; }
    [[nodiscard]] ToastStrip &toasts() { return *m_toasts; }
    /// In a strip above every page, for what concerns the whole program ("Paid work was interrupted").
    [[nodiscard]] StandingNotices &notices() { return *m_notices; }
    [[nodiscard]] CommandPalette &palette() { return *m_palette; }
    /// Takes files that are dropped anywhere on the window.
    [[nodiscard]] DropCover &dropCover() { return *m_dropCover; }

    void restore(const ViewState &state);
    [[nodiscard]] ViewState viewState() const;
    /// Shows the window in front of others; for a second start of the program.
    void present();
    /// Closes as the system asks for it: what is being typed is saved, and nothing is asked.
    void closeUnasked();
    /// The program may be ended soon, and the user may still change their mind: saves what is being typed.
    void prepareForEnd();

Q_SIGNALS:
    void pageShown(const QString &id);
    /// What viewState() says is worth writing now.
    void viewChanged();
    /// The program is being ended, and these texts, each with its field and person, are not saved or not yet.
    /// Told again when that changes; none when all is saved or the user has dealt with them.
    void leftUnsaved(const QStringList &texts);
    /// The window is about to close; the place to write the view state.
    void closing();

private:
    struct Entry
    {
        Page page;
        QWidget *widget = nullptr;
    };
    /// What the pages hold that the store does not have.
    struct Unsaved
    {
        QVector<UnsavedEdit> refused;
        QVector<UnsavedEdit> underWay;
        QString page; ///< the first that holds something; empty when none does
        bool waits = false; ///< something is not answered yet
    };

    void closeEvent(QCloseEvent *event) override;
    [[nodiscard]] bool mayClose();
    void handOver();
    [[nodiscard]] Unsaved unsaved() const;
    void askToClose(const Unsaved &open);
    void tellLeft(const Unsaved &open);
    void followAnswers();
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusPage();
    void followWidth();
    void foldByWidth();
    void build();
    void connectParts();
    void registerActions();
    void showAbout();
    Entry *entryOf(const QString &id);

    ActionRegistry &m_actions;
    Theme &m_theme;
    Navigation *m_navigation;
    SearchBox *m_search;
    PageHeader *m_header;
    Banner *m_banner;
    StandingNotices *m_notices;
    QStackedWidget *m_stack;
    StatusLine *m_status;
    ToastStrip *m_toasts;
    CommandPalette *m_palette;
    DropCover *m_dropCover;
    QVector<Entry> m_pages;
    QString m_current;
    bool m_wantsCollapsed = false;
    bool m_isRoomy = true; ///< the navigation has room
    bool m_givesUp = false; ///< the user knows what is not saved
    bool m_isUnasked = false; ///< it closes whatever is not saved
    bool m_isPrepared = false; ///< what is not saved was told
    QTimer m_answers; ///< asks again whether they have come
    QStringList m_left; ///< as it was told
    QPointer<QMessageBox> m_question; ///< what to do with what is not saved
    int m_waits = 0; ///< for answers, before it closes
};

} // namespace crema::ui
