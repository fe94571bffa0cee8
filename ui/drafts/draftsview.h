// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/unsavededits.h"
#include "ui/drafts/draftlistmodel.h"
#include "ui/drafts/draftspresenter.h"
#include "ui/drafts/mailboxpresenter.h"

#include <QWidget>

#include <functional>
#include <optional>

class QAction;
class QListView;
class QPushButton;
class QStackedWidget;

namespace crema::ui {

struct ActionSpec;
class ActionRegistry;
class Banner;
class BusyBar;
class DraftEditor;
class EmptyState;
class MailStrip;
class ReviewBar;
class SegmentedControl;

/// The Drafts page: the list by state at the left, the email and what the gate says of it at the right.
class DraftsView final : public QWidget, public UnsavedEdits
{
    Q_OBJECT

public:
    /// With a registry the page's commands are in the palette as well, while the page is shown.
    explicit DraftsView(DraftsPresenter &presenter, ActionRegistry *registry = nullptr,
                        QWidget *parent = nullptr);

    void openDraft(const QString &id);

    void handOver() override;
    [[nodiscard]] bool awaitsAnswer() const override { return m_presenter.isSaving(); }
    [[nodiscard]] QVector<UnsavedEdit> refused() const override { return m_presenter.refused(); }
    [[nodiscard]] QVector<UnsavedEdit> underWay() const override { return m_presenter.underWay(); }
    /// The conversation with this contact in a dialog, and the way to an answer.
    void openConversation(const QString &contactId);
    /// What of the page is about the mailbox.
    [[nodiscard]] MailboxPresenter &mailbox() { return *m_mailbox; }

Q_SIGNALS:
    void findRequested();
    /// Somewhere to connect Gmail.
    void gmailRequested();

private:
    void build();
    void connectParts();
    void addPageActions();
    void addPersonActions();
    void addEditorActions();
    void addReviewActions();
    void addMailboxActions();
    void connectMailbox();
    void followMailbox();
    void rankSending(bool isConnected);
    void showLeftOut(const QVector<flows::PushResult> &results, int there);
    void askToSend();
    void takeStep(MailStep step);
    void showPrompt(const flows::PromptPreview &prompt);
    void connectReview();
    [[nodiscard]] QWidget *buildList();
    [[nodiscard]] QWidget *buildLetter();
    QAction *pageAction(const ActionSpec &spec);
    void showList(const QVector<DraftItem> &items, const DraftCounts &counts);
    void showEmpty(bool nothingHere);
    void followCurrent(const std::optional<Draft> &draft);
    void showCurrent();
    void step(int by);
    void accept();
    void skip();
    [[nodiscard]] int nextUnreviewed(int after) const;
    void chooseFolder(const std::function<void(const QString &folder)> &then);
    void exportFiles();
    [[nodiscard]] QString currentId() const;
    [[nodiscard]] QStringList chosenIds() const;
    void showOutcome(const flows::WriteOutcome &outcome);
    void showHeld(const QString &reason, int count, int written);
    void showNotOpened(const QString &path);
    void showError(const Error &error);
    void connectBanner();
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keepListWidth();

    DraftsPresenter &m_presenter;
    MailboxPresenter *m_mailbox;
    ActionRegistry *m_registry;
    DraftListModel *m_model;
    QWidget *m_side = nullptr;
    SegmentedControl *m_shelf = nullptr;
    QPushButton *m_unreviewed = nullptr;
    QListView *m_list = nullptr;
    ReviewBar *m_review = nullptr;
    MailStrip *m_strip = nullptr;
    QAction *m_send = nullptr;
    QAction *m_push = nullptr;
    QAction *m_connectGmail = nullptr;
    QAction *m_conversation = nullptr;
    std::optional<bool> m_sendsFirst; ///< sending is what the page is for, not the mail program
    QAction *m_accept = nullptr;
    QAction *m_skip = nullptr;
    QAction *m_previous = nullptr;
    QAction *m_next = nullptr;
    QAction *m_exportAccepted = nullptr;
    DraftCounts m_counts;
    bool m_isAway = false; ///< another page is shown
    DraftEditor *m_editor = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    Banner *m_banner = nullptr;
    BusyBar *m_busy = nullptr;
    QVector<QAction *> m_draftActions; ///< need a current draft
    QString m_wanted; ///< to be opened once it is listed
    QString m_following; ///< comes after the one that is being accepted
    std::function<void()> m_bannerLeads; ///< what the banner's button does now
};

} // namespace crema::ui
