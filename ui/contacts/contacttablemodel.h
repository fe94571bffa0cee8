// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "flows/contactflow.h"
#include "store/peoplelist.h"
#include "ui/common/unsavededits.h"
#include "ui/contacts/contactcolumns.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QHash>
#include <QVector>

#include <memory>

namespace crema::ui {

/// What was typed into a cell.
struct CellEdit
{
    qint64 rid = 0;
    ContactColumn column = ContactColumn::name;
    QVariant typed;
    QString base {}; ///< of notes: what the text was made of, as the store had it
    QString contactId {};
    QString who {}; ///< the name of the contact, who may be gone since

    [[nodiscard]] QString text() const { return typed.toStringList().join(u' '); }
    /// As it stands in the cell.
    [[nodiscard]] QString shownText() const
    {
        return column == ContactColumn::name ? text().trimmed() : typed.toString();
    }
};

/// The contacts of one query as a table: holds their rowids in order and the rows around what is looked at,
/// never a full table. New ids are compared with the old ones, so selection and current row survive.
/// `reader` and `clock` outlive the model and belong to its thread.
class ContactTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Role {
        contactId = Qt::UserRole,
        rowId,
        sample, ///< bool
        nameParts, ///< QStringList: first and last name, read when asked for
        problem, ///< why the text of this cell could not be saved; empty when it is
        due, ///< Due as int
        title, ///< QString: title and company in one line
        dueText, ///< QString: the day of the next action, in the user's words
        tags, ///< QString
    };
    enum class Due { none, later, today, overdue };

    /// Keeps up to `keptRows` rows in memory.
    ContactTableModel(const store::Reader &reader, const Clock &clock, QObject *parent = nullptr,
                      int keptRows = 4096);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// Asks for the edit (`editRequested`) and shows the text until the answer is there. One text of a cell
    /// is on its way at a time: what is typed meanwhile follows the answer, made of what was stored.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    /// Asks for the order (`sortRequested`).
    void sort(int column, Qt::SortOrder order) override;

    [[nodiscard]] const QVector<qint64> &rowIds() const { return m_rids; }
    [[nodiscard]] qint64 rowIdAt(int row) const { return m_rids.value(row); }
    [[nodiscard]] int rowOf(qint64 rid) const { return static_cast<int>(m_rids.indexOf(rid)); }
    /// The row as the store has it; nullopt when it is gone.
    [[nodiscard]] std::optional<store::ContactRow> contactAt(int row) const;
    /// The text of a cell as the store has it, dates in ISO form.
    [[nodiscard]] QString storedText(int row, ContactColumn column) const;

    /// The ids in their new order; `known` are rows that were read together with them.
    void setRowIds(const QVector<qint64> &rids, const QVector<store::ContactRow> &known = {});
    /// These contacts changed: they are read again.
    void refresh(const QVector<qint64> &rids);
    void refreshAll();
    /// These contacts are gone.
    void remove(const QVector<qint64> &rids);
    /// This row is being typed in: it stays in the list whatever is listed, also when the contact itself is
    /// gone. 0 lets it go.
    void hold(qint64 rid);

    /// The answer to `editRequested`.
    void accepted(qint64 rid, ContactColumn column);
    /// False when something newer was typed, which is on its way now.
    bool rejected(qint64 rid, ContactColumn column, const QString &problem);
    /// What was typed into the cell is given up.
    void dropUnsaved(qint64 rid, ContactColumn column);
    /// This refused text is given up; a newer one stays.
    void forget(qint64 rid, ContactColumn column, const QString &text);
    /// What was typed into cells and refused.
    [[nodiscard]] QVector<UnsavedEdit> refused() const { return unsaved(false); }
    /// What is not answered yet.
    [[nodiscard]] QVector<UnsavedEdit> underWay() const { return unsaved(true); }
    /// What is seen in cells and not stored: both.
    [[nodiscard]] CellTexts unsavedTexts() const;
    /// What was typed and refused, as `forget` takes it.
    [[nodiscard]] CellTexts refusedTexts() const;

Q_SIGNALS:
    void editRequested(const crema::ui::CellEdit &edit, const crema::flows::FieldValues &values);
    void sortRequested(crema::ui::ContactColumn column, Qt::SortOrder order);
    /// What was typed into the cell is saved or given up.
    void unsavedDropped(qint64 rid, crema::ui::ContactColumn column);
    /// A row that was held and is no longer listed was let go.
    void listWanted();
    void readFailed(const crema::Error &error) const;

private:
    struct Cached
    {
        store::ContactRow row;
        QString dueText; ///< in the user's words
        QString added;
        Due due = Due::none;
        std::unique_ptr<store::PersonDetails> details; ///< read when a column asks for it
    };
    struct Unsaved
    {
        CellEdit edit; ///< the newest
        QVariant sent {};
        QString problem {}; ///< why `sent` was refused
        bool isUnderWay = false;
    };
    using Cell = std::pair<qint64, int>;
    /// The row that is typed in, as it was then.
    struct Held
    {
        store::ContactRow row; ///< rid 0 for none
        QString notes;
    };

    [[nodiscard]] const Cached *cached(int row) const;
    [[nodiscard]] const store::PersonDetails *details(int row) const;
    void load(int row) const;
    [[nodiscard]] QVector<qint64> withHeld(QVector<qint64> rids);
    void loadDetails(int row) const;
    void keep(const store::ContactRow &row) const;
    [[nodiscard]] QString shownText(int row, const Cached &cached, ContactColumn column) const;
    [[nodiscard]] static QString spokenText(const Unsaved &unsaved);
    [[nodiscard]] QVariant editValue(int row, const Cached &cached, ContactColumn column) const;
    [[nodiscard]] QVariant ownRole(const Cached &cached, Role role) const;
    [[nodiscard]] QStringList namePartsOf(const store::ContactRow &row) const;
    [[nodiscard]] QString baseOf(int row, ContactColumn column) const;
    void give(const Cell &cell);
    [[nodiscard]] QVector<UnsavedEdit> unsaved(bool underWay) const;
    void replaceMiddle(int first, const QVector<qint64> &before, const QVector<qint64> &after);
    void permute(int first, const QVector<qint64> &order);
    void rowsChanged(const QVector<qint64> &rids);

    const store::Reader &m_reader;
    const Clock &m_clock;
    QVector<qint64> m_rids;
    mutable QCache<qint64, Cached> m_cache;
    QHash<Cell, Unsaved> m_unsaved;
    Held m_held;
    bool m_isOverdue = false; ///< the held row is no longer listed
};

} // namespace crema::ui

Q_DECLARE_METATYPE(crema::ui::ContactColumn)
