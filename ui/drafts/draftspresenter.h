// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/draftsbeside.h"
#include "flows/draftversions.h"
#include "flows/rewriteflow.h"
#include "flows/writeflow.h"
#include "mail/message.h"
#include "store/historyreader.h"
#include "truth/sentences.h"
#include "ui/common/unsavededits.h"
#include "ui/drafts/draftshelves.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>

namespace crema::ui {

/// What the Drafts page shows and does. An edit is kept here until the store has it, so that a text that
/// could not be saved is still there to be tried again; whatever happens to a draft waits for its edits.
class DraftsPresenter final : public QObject
{
    Q_OBJECT

public:
    explicit DraftsPresenter(flows::Services &services, QObject *parent = nullptr);

    /// Lists a shelf. Few drafts are read at once, many on a worker: `listed` answers.
    void load(DraftShelf shelf);
    /// Only what was not accepted yet.
    void setUnreviewedOnly(bool only);
    /// Writes first emails, or a follow-up or thank-you, to contacts; opens the first one.
    /// A template's name, or nothing to let the facts choose; for a thank-you what the call was about.
    void writeTo(const QStringList &contactIds, const QString &kind, const QString &templateName = {},
                 const QString &topic = {});
    [[nodiscard]] const store::Reader &reader() const { return m_services.reader; }
    void cancelWriting();
    /// Writes subject and text of an edited draft; a draft that is unchanged is left alone. One write of a
    /// draft at a time, the newest text last.
    void save(const Draft &edited);
    /// Tries again to write what could not be written.
    void saveUnsaved();
    /// A write is not answered yet.
    [[nodiscard]] bool isSaving() const { return !m_saving.isEmpty(); }
    [[nodiscard]] QVector<UnsavedEdit> refused() const { return unsaved(false); }
    [[nodiscard]] QVector<UnsavedEdit> underWay() const { return unsaved(true); }
    /// An empty id attaches none.
    void attachResume(const QString &draftId, const QString &resumeId);
    /// Another wording of the whole email; what it says now stays among its versions.
    void writeAnother(const QString &draftId);
    /// Another wording of one sentence; who writes from templates writes the whole email anew.
    void reword(const QString &draftId, const truth::Span &sentence);
    /// Whether a language model writes when nobody says otherwise.
    [[nodiscard]] bool writesWithModel() const;
    /// Asks what a model would be told to write this email; `promptRead` answers.
    void readPrompt(const QString &draftId);
    /// The same for one sentence of it.
    void readSentencePrompt(const QString &draftId, const truth::Span &sentence);
    /// A model is writing this draft anew: it cannot be edited.
    [[nodiscard]] bool isRewriting(const QString &draftId) const
    {
        return !draftId.isEmpty() && draftId == m_rewriting;
    }
    /// Stores the emails of a dry run as they were read; opens the first one.
    void keep(const flows::WriteOrder &order, const flows::DryRun &run);
    /// Runs `then` once the store has all edits of these drafts. When one cannot be written, `failed` has
    /// told and `then` never runs: nothing may happen to an older text.
    void whenSaved(const QStringList &draftIds, const std::function<void()> &then);
    /// Gives the draft the text of a version again.
    void restore(const QString &draftId, int version);
    /// Accepts drafts as they are, or takes that back. What the gate holds is not accepted: `held` tells.
    void review(const QStringList &draftIds, bool accepted);
    /// Lets the draft leave although the gate holds it; an empty reason takes that back.
    void letPass(const QString &draftId, const QString &reason);
    void remove(const QStringList &ids);
    /// Opens the draft's .eml in the system's mail program and marks it as handed off.
    void openInMailProgram(const QString &draftId);
    void exportTo(const QStringList &ids, const QString &folder);
    void exportAccepted(const QString &folder);
    void copyText(const QString &draftId);

    /// The draft with the edits that are not in the store yet.
    [[nodiscard]] Result<Draft> draft(const QString &id) const;
    [[nodiscard]] Result<Contact> recipient(const QString &contactId) const
    {
        return m_services.reader.contact(contactId);
    }
    /// conflict while the other drafts have not been read yet: nothing is called right before that.
    [[nodiscard]] Result<QVector<GateProblem>> problems(const Draft &draft) const;
    /// Words of the body that count, by the gate's own rule.
    [[nodiscard]] int countedWords(const Draft &draft) const;
    /// The default one first.
    [[nodiscard]] QVector<Resume> resumes() const;
    [[nodiscard]] Result<QVector<flows::DraftVersion>> versions(const QString &draftId) const;
    /// The email as it would leave now, with the edits that are not in the store yet.
    [[nodiscard]] Result<mail::OutgoingMail> mailOf(const Draft &draft) const;
    /// The sender's, as it must stand under an email.
    [[nodiscard]] QString signature() const;
    [[nodiscard]] flows::Services &services() const { return m_services; }

Q_SIGNALS:
    /// All drafts were read for what they must not have in common: what the gate says may be another now.
    void compared();
    void listed(const QVector<crema::ui::DraftItem> &items, const crema::ui::DraftCounts &counts);
    void writing(const QString &stage, int percent);
    void written(const crema::flows::WriteOutcome &outcome);
    void writingEnded();
    void saved(const crema::Draft &draft);
    /// A model is writing this draft anew; this much has come. `saved` gives what is kept in the end.
    void coming(const QString &draftId, const QString &subject, const QString &body);
    void promptRead(const crema::flows::PromptPreview &prompt);
    /// Drafts were accepted, or no longer are.
    void reviewed(const QStringList &draftIds, bool accepted);
    /// There is no other wording, and why.
    void noOtherWording(const QString &reason);
    /// What is to be known of an email that was written anew.
    void remarked(const QString &note);
    void failed(const crema::Error &error);
    /// The gate keeps drafts from leaving; `written` of them left all the same.
    void held(const QString &reason, int count, int written);
    /// The file is written, but no mail program took it.
    void notOpened(const QString &path);
    void toast(const QString &text, const QString &operationId = {});
    void openRequested(const QString &draftId);
    void contactRequested(const QString &contactId);

private:
    void order(const flows::WriteOrder &order);
    void rewrite(const QString &draftId);
    void showPrompt(const Result<flows::PromptPreview> &prompt);
    void rewriteSentence(const QString &draftId, const truth::Span &sentence);
    [[nodiscard]] bool beginPreview(const QString &draftId);
    void endPreview();
    /// Before a change of the draft.
    [[nodiscard]] store::NewOperations operationsOf(const QString &draftId) const;
    void showRewritten(const Result<flows::Rewritten> &rewritten, const store::NewOperations &made);
    void showWritten(const Result<flows::WriteOutcome> &outcome, bool another);
    void follow(const store::Change &change);
    void followQueue();
    void read();
    void take(Result<DraftShelves> shelves);
    void publish();
    [[nodiscard]] bool refresh(const QString &draftId);
    void compare();
    void takeCompared(Result<flows::DraftsBeside> beside);
    [[nodiscard]] QVector<UnsavedEdit> unsaved(bool underWay) const;
    void writeUnsaved(const QString &draftId);
    void settle(const QString &draftId);
    void editStored(const QString &draftId, const std::function<void(Draft &)> &edit);
    void handOff(const QStringList &ids, const QString &folder,
                 const std::function<void(const QStringList &paths)> &then);

    flows::Services &m_services;
    TaskScope m_scope;
    TaskScope m_writing;
    int m_orders = 0; ///< that are being written and that nobody cancelled
    QString m_rewriting; ///< the draft a model is writing anew
    TaskScope m_reading;
    DraftShelf m_shelf = DraftShelf::open;
    bool m_unreviewedOnly = false;
    bool m_isStale = true; ///< the shelves are older than the store
    bool m_isLarge = false; ///< so many drafts that workers read them
    DraftShelves m_shelves;
    TaskScope m_comparing;
    std::optional<flows::DraftsBeside> m_beside; ///< none before the drafts were read for the first time
    QHash<QString, Draft> m_unsaved; ///< edits the store does not have yet, by draft
    QSet<QString> m_saving; ///< drafts with a write under way
    QHash<QString, QVector<std::function<void()>>> m_afterSave;
};

} // namespace crema::ui
