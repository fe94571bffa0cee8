// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/dailybackup.h"
#include "flows/services.h"
#include "flows/tidying.h"
#include "ui/home/reminders.h"
#include "ui/shell/actionregistry.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/theme.h"
#include "window/interruptedwork.h"
#include "window/lefttexts.h"
#include "window/searchrelay.h"
#include "window/undosteps.h"

#include <QObject>
#include <QSettings>

#include <functional>
#include <memory>

namespace crema::ui {
class AccountPresenter;
class ContactsPage;
class DraftsPresenter;
class DraftsView;
class FindPresenter;
class HomePresenter;
class PrepsPresenter;
class PrepsView;
} // namespace crema::ui

namespace crema::app {

class MailRoom;

/// What the event loop ends with when the window is not to end the program: open the workspace again, or
/// repair it first.
inline constexpr int reopenExit = 100;
inline constexpr int repairExit = 101;

/// Puts the window together: makes the pages when they are first shown and leads from one to the other. The
/// only place that knows all views.
class WindowComposition final : public QObject
{
    Q_OBJECT

public:
    /// `services`, `theme` and `settings` outlive it.
    WindowComposition(flows::Services &services, ui::Theme &theme, QSettings &settings);
    ~WindowComposition() override;

    [[nodiscard]] ui::MainWindow &window() { return m_window; }
    /// Closes the window as it closes by itself, keeping what is not saved for the next start; then the event
    /// loop ends, and `exitCode` is known.
    void leave(int exitCode);
    [[nodiscard]] int exitCode() const { return m_exitCode; }
    /// After the window is shown: interrupted work, the line at the bottom.
    void start();
    /// Shows a contact, draft or prep on its page; `kind` is the word of the core, `searched` the words that
    /// found it.
    void openRecord(const QString &kind, const QString &id, const QString &searched = {});

private:
    void addPages();
    void addActions();
    void connectShell();
    void connectViewState();
    void connectFind(ui::FindPresenter *presenter);
    void connectDrafts(ui::DraftsPresenter *presenter);
    void connectPreps(ui::PrepsPresenter *presenter);
    void connectContacts(ui::ContactsPage *page);
    [[nodiscard]] QWidget *makeHome();
    [[nodiscard]] QWidget *makeFind();
    [[nodiscard]] QWidget *makeDrafts();
    [[nodiscard]] QWidget *makePreps();
    [[nodiscard]] QWidget *makeAccount();
    [[nodiscard]] QWidget *makeSettings();
    void connectReminders();
    void connectMail();
    void connectMailbox(ui::DraftsView *view);
    void showGmail();
    void logReplies(const QStringList &paths);
    void tell(const QString &text, const QString &action, const std::function<void()> &then);
    /// Of what was done just now; goes away with it.
    void tellOfChange(const QString &text, const QString &action, const std::function<void()> &undo,
                      const QString &operationId);
    void connectDrops();
    void takeFiles(const QStringList &paths);
    void startBackups();
    void startTidying();
    void writeTo(const QStringList &contactIds, const QString &kind);
    void tryWriting(const QString &runId);
    void prepareFor(const QString &contactId);
    void importContacts();
    void showFailure(const QString &page, const Error &error);
    /// With the way back when there is an operation.
    void showDone(const QString &text, const QString &operationId);
    /// The operation that was done last, whoever did it; empty when there is none.
    [[nodiscard]] QString newestOperation() const;
    void showHistory();
    void followUndo();
    void followCredits();
    void followJobs();
    template <typename Widget>
    [[nodiscard]] Widget *pageOf(const QString &id);

    flows::Services &m_services;
    ui::Theme &m_theme;
    QSettings &m_settings;
    ui::ActionRegistry m_actions;
    ui::MainWindow m_window;
    int m_exitCode = 0;
    UndoSteps m_undo;
    LeftTexts m_left;
    SearchRelay m_search;
    ui::Reminders m_reminders;
    InterruptedWork m_interrupted;
    flows::DailyBackup m_backups;
    flows::Tidying m_tidying;
    TaskScope m_scope;
    std::unique_ptr<MailRoom> m_mail;
    ui::DraftsPresenter *m_drafts = nullptr;
    ui::PrepsPresenter *m_preps = nullptr;
};

} // namespace crema::app
