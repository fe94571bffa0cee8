// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/writeflow.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>

namespace crema::ui {

/// A draft as the list shows it.
struct DraftItem
{
    Draft draft;
    QString name; ///< of the recipient
    QString company;

    [[nodiscard]] bool operator==(const DraftItem &) const = default;
};

enum class DraftShelf { open, handedOff, all };

/// What the Drafts page shows and does. An edit is kept here until the store has it, so that a text that
/// could not be saved is still there to be tried again; whatever happens to a draft waits for its edits.
class DraftsPresenter final : public QObject
{
    Q_OBJECT

public:
    explicit DraftsPresenter(flows::Services &services, QObject *parent = nullptr);

    void load(DraftShelf shelf);
    /// Writes first emails, or a follow-up or thank-you, to contacts; opens the first one.
    /// A template's name, or nothing to let the facts choose.
    void writeTo(const QStringList &contactIds, const QString &kind, const QString &templateName = {});
    void writeToRun(const QString &runId, const QString &templateName = {});
    [[nodiscard]] const store::Reader &reader() const { return m_services.reader; }
    void cancelWriting();
    /// Writes subject and text of an edited draft; a draft that is unchanged is left alone. One write of a
    /// draft at a time, the newest text last.
    void save(const Draft &edited);
    /// Tries again to write what could not be written.
    void saveUnsaved();
    void attachResume(const QString &draftId, bool attach);
    /// Lets the draft leave although the gate holds it; an empty reason takes that back.
    void letPass(const QString &draftId, const QString &reason);
    void remove(const QStringList &ids);
    /// Opens the draft's .eml in the system's mail program and marks it as handed off.
    void openInMailProgram(const QString &draftId);
    void exportTo(const QStringList &ids, const QString &folder);
    void copyText(const QString &draftId);

    /// The draft with the edits that are not in the store yet.
    [[nodiscard]] Result<Draft> draft(const QString &id) const;
    [[nodiscard]] Result<Contact> recipient(const QString &contactId) const
    {
        return m_services.reader.contact(contactId);
    }
    [[nodiscard]] Result<QVector<GateProblem>> problems(const Draft &draft) const;
    /// Words of the body that count, by the gate's own rule.
    [[nodiscard]] int countedWords(const Draft &draft) const;
    [[nodiscard]] bool hasResume() const;

Q_SIGNALS:
    void listed(const QVector<crema::ui::DraftItem> &items, int open, int handedOff);
    void writing(const QString &stage, int percent);
    void written(const crema::flows::WriteOutcome &outcome);
    void writingEnded();
    void saved(const crema::Draft &draft);
    void failed(const crema::Error &error);
    /// The gate keeps drafts from leaving; `written` of them left all the same.
    void held(const QString &reason, int count, int written);
    /// The file is written, but no mail program took it.
    void notOpened(const QString &path);
    void toast(const QString &text, bool undoable);
    void openRequested(const QString &draftId);
    void contactRequested(const QString &contactId);

private:
    void order(const flows::WriteOrder &order);
    void writeUnsaved(const QString &draftId);
    void settle(const QString &draftId);
    void whenSaved(const QStringList &draftIds, const std::function<void()> &then);
    void editStored(const QString &draftId, const std::function<void(Draft &)> &edit);
    void handOff(const QStringList &ids, const QString &folder,
                 const std::function<void(const QStringList &paths)> &then);

    flows::Services &m_services;
    TaskScope m_scope;
    TaskScope m_writing;
    DraftShelf m_shelf = DraftShelf::open;
    QHash<QString, Draft> m_unsaved; ///< edits the store does not have yet, by draft
    QSet<QString> m_saving; ///< drafts with a write under way
    QHash<QString, QVector<std::function<void()>>> m_afterSave;
};

} // namespace crema::ui
