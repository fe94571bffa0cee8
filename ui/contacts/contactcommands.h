// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/contactflow.h"
#include "flows/exportflow.h"
#include "flows/tagflow.h"
#include "ui/contacts/celltext.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace crema::ui {

/// Everything the contacts page writes. Each call answers later: with `done` (words for a notice and, where
/// it applies, the operation that can be taken back), with `failed`, or through its own callback. `services`
/// outlives it.
class ContactCommands final : public QObject
{
    Q_OBJECT

public:
    template <typename T>
    using Answer = std::function<void(Result<T>)>;

    explicit ContactCommands(flows::Services &services, QObject *parent = nullptr);
    /// What waits for another change of many still goes out, as what is under way goes on.
    ~ContactCommands() override;

    /// Something was handed to the store and is not answered yet.
    [[nodiscard]] bool awaitsAnswer() const { return m_writes.running() > 0; }

    /// Adds a person; the answer is for the dialog that asked.
    void add(const flows::FieldValues &values, const Answer<Contact> &answer);
    /// Sets fields of one contact as typed; the answer is for the cell or field that asked.
    void setFields(const QString &contactId, const flows::FieldValues &values, const Answer<void> &answer);
    /// Saves notes that were made of `base`; what was changed elsewhere since stays.
    void writeNotes(const QString &contactId, const QString &base, const QString &text,
                    const Answer<flows::WrittenNotes> &answer);
    /// Writes lists edited by hand.
    void save(const Contact &before, const Contact &after);

    // Of many, named by their rowids: looked up, checked and written off the window's thread, in one
    // operation each and one after the other, as they were asked for.
    void setStatus(const QVector<qint64> &rids, const QString &status);
    void addTag(const QVector<qint64> &rids, const QString &tag);
    void trash(const QVector<qint64> &rids);
    /// Values of cells, without those that are wrong; `pasted` is called once they are stored.
    void paste(const PastePlan &plan, const std::function<void()> &pasted = {});
    // What is cut is copied first and taken away once it is on the clipboard: rows to the trash. `unsaved`
    // are texts that stand in cells and are not stored: what is copied is what is seen.
    void copy(const QVector<qint64> &rids, const QVector<ContactColumn> &columns,
              const CellTexts &unsaved = {});
    void cut(const QVector<qint64> &rids, const QVector<ContactColumn> &columns,
             const CellTexts &unsaved = {});
    void copyCell(qint64 rid, ContactColumn column, const std::optional<QString> &unsaved = {});
    /// `emptied` is called once nothing is stored there any more.
    void cutCell(qint64 rid, ContactColumn column, const std::optional<QString> &unsaved = {},
                 const std::function<void()> &emptied = {});
    /// Stops the step that `busy` tells of; nothing of it stays.
    void cancel();
    void exportTo(const QVector<qint64> &rids, flows::ExportRequest request);
    /// The ids behind the rows, for signals to other views.
    void withIds(const QVector<qint64> &rids, const std::function<void(const QStringList &)> &use);

Q_SIGNALS:
    void done(const QString &words, const QString &operationId);
    void failed(const crema::Error &error);
    /// A step that takes time and how far it is (below 0 when not known); empty when it is over. Of several
    /// it tells of the first, one that can be cancelled before others; the next one follows an empty one.
    void busy(const QString &stage, int percent, bool cancellable);

private:
    /// A step that takes time.
    struct Step
    {
        QString stage;
        int percent = -1;
        bool cancellable = false;
        std::stop_source stop {}; ///< its own: its answer must still come
    };
    using StepPointer = std::shared_ptr<Step>;
    using Words = std::function<QString(int changed)>;
    using BulkTask = Task<Result<flows::BulkOutcome>>;
    /// A change of many.
    struct Bulk
    {
        StepPointer step;
        std::function<BulkTask(const store::BulkProgress &progress, const std::stop_token &stop)> start;
        Words words;
        std::function<void()> stored; ///< may be empty
    };

    [[nodiscard]] StepPointer begin(const Step &step);
    void end(const StepPointer &step);
    [[nodiscard]] StepPointer toldStep() const;
    void tell(const StepPointer &step);
    void edit(const QString &stage, flows::BulkEdit edit, const Words &words,
              const std::function<void()> &stored = {});
    void change(const Bulk &bulk);
    void startNext();
    [[nodiscard]] BulkTask started(const Bulk &bulk);
    void takeBulk(const Bulk &bulk, const Result<flows::BulkOutcome> &outcome);
    void trash(const QVector<qint64> &rids, const Words &words);
    void clearCell(qint64 rid, ContactColumn column, const std::function<void()> &emptied);
    void copyText(const QVector<qint64> &rids, const QVector<ContactColumn> &columns,
                  const CellTexts &unsaved, const std::function<void()> &then);
    void copyCellText(qint64 rid, ContactColumn column, const std::optional<QString> &unsaved,
                      const std::function<void(const QString &text)> &then);
    template <typename T>
    void report(Result<T> result, const std::function<void(const T &)> &use);

    flows::Services &m_services;
    TaskScope m_scope;
    TaskScope m_writes; ///< into the store
    QVector<StepPointer> m_steps; ///< under way, as they began
    QVector<Bulk> m_bulks; ///< the first one is under way, the others wait for it
};

} // namespace crema::ui
