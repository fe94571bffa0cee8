// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/contactflow.h"
#include "flows/exportflow.h"
#include "flows/tagflow.h"
#include "ui/contacts/celltext.h"

#include <QObject>

#include <functional>

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
    // operation.
    void setStatus(const QVector<qint64> &rids, const QString &status);
    void addTag(const QVector<qint64> &rids, const QString &tag);
    void trash(const QVector<qint64> &rids);
    /// Values of cells, without those that are wrong.
    void paste(const PastePlan &plan);
    // What is cut is copied first and taken away once it is on the clipboard: rows to the trash.
    void copy(const QVector<qint64> &rids, const QVector<ContactColumn> &columns);
    void cut(const QVector<qint64> &rids, const QVector<ContactColumn> &columns);
    void copyCell(qint64 rid, ContactColumn column);
    void cutCell(qint64 rid, ContactColumn column);
    /// Stops what is under way; nothing of it stays.
    void cancel();
    void exportTo(const QVector<qint64> &rids, flows::ExportRequest request);
    /// The ids behind the rows, for signals to other views.
    void withIds(const QVector<qint64> &rids, const std::function<void(const QStringList &)> &use);

Q_SIGNALS:
    void done(const QString &words, const QString &operationId);
    void failed(const crema::Error &error);
    /// What is going on that takes time, and how far it is (below 0 when not known); empty when it is over.
    void busy(const QString &stage, int percent, bool cancellable);

private:
    void edit(const QString &stage, flows::BulkEdit edit, const std::function<QString(int changed)> &words);
    [[nodiscard]] store::BulkProgress progressOf(const QString &stage);
    void takeBulk(const Result<flows::BulkOutcome> &outcome, const std::function<QString(int)> &words);
    void trash(const QVector<qint64> &rids, const std::function<QString(int)> &words);
    void clearCell(qint64 rid, ContactColumn column);
    void copyText(const QVector<qint64> &rids, const QVector<ContactColumn> &columns,
                  const std::function<void()> &then);
    void copyCellText(qint64 rid, ContactColumn column, const std::function<void(const QString &text)> &then);
    template <typename T>
    void report(Result<T> result, const std::function<void(const T &)> &use);

    flows::Services &m_services;
    TaskScope m_scope;
    TaskScope m_writes; ///< into the store
    std::stop_source m_bulk; ///< of the change of many that is under way: its answer must still come
};

} // namespace crema::ui
