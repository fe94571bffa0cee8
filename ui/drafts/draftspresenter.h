// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/writeflow.h"

#include <QObject>

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

/// What the Drafts page shows and does. Edits are written after a pause and before anything else happens to
/// the draft.
class DraftsPresenter final : public QObject
{
    Q_OBJECT

public:
    explicit DraftsPresenter(flows::Services &services, QObject *parent = nullptr);

    void load(DraftShelf shelf);
    /// Writes first emails, or a follow-up or thank-you, to contacts; opens the first one.
    void writeTo(const QStringList &contactIds, const QString &kind);
    void writeToRun(const QString &runId);
    void cancelWriting();
    /// Writes an edited draft; a draft that is unchanged is left alone.
    void save(const Draft &edited);
    void attachResume(const QString &draftId, bool attach);
    void letPass(const QString &draftId, const QString &reason);
    void remove(const QStringList &ids);
    /// Opens the draft's .eml in the system's mail program and marks it as handed off.
    void openInMailProgram(const QString &draftId);
    void exportTo(const QStringList &ids, const QString &folder);
    void copyText(const QString &draftId);

    [[nodiscard]] Result<Draft> draft(const QString &id) const { return m_services.reader.draft(id); }
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
    void toast(const QString &text, bool undoable);
    void openRequested(const QString &draftId);
    void contactRequested(const QString &contactId);

private:
    void order(const flows::WriteOrder &order);
    void editStored(const QString &draftId, const std::function<void(Draft &)> &edit);

    flows::Services &m_services;
    TaskScope m_scope;
    TaskScope m_writing;
    DraftShelf m_shelf = DraftShelf::open;
};

} // namespace crema::ui
