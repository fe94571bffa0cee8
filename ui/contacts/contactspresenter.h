// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/services.h"
#include "store/savedfilters.h"
#include "ui/contacts/contactdetail.h"
#include "ui/contacts/contactlisting.h"
#include "ui/contacts/contacttablemodel.h"

#include <QObject>
#include <QTimer>

namespace crema::ui {

/// What the list has to show.
enum class ContactsState {
    loading, ///< nothing is known yet
    empty, ///< there are no contacts at all
    noMatch, ///< the filter leaves nobody
    content,
    failed, ///< reading failed and nothing is shown; the error came with `failed`
};

/// A table of rows, or a board of columns by status.
enum class ContactsLayout { table, board };

/// Decides which contacts the page lists and keeps the list up to date with the store. `services` outlives
/// it.
class ContactsPresenter final : public QObject
{
    Q_OBJECT

public:
    explicit ContactsPresenter(flows::Services &services, QObject *parent = nullptr);

    /// Shows the first page at once, then the whole list. Called when the page is first shown.
    void start();
    /// Reads everything again.
    void reload();

    [[nodiscard]] ContactTableModel &model() { return *m_model; }
    [[nodiscard]] flows::Services &services() { return m_services; }
    [[nodiscard]] const store::PeopleQuery &query() const { return m_query; }
    /// The same with the day it is read on.
    [[nodiscard]] store::PeopleQuery todaysQuery() const;
    [[nodiscard]] const ContactCounts &counts() const { return m_counts; }
    [[nodiscard]] ContactsState state() const { return m_state; }
    [[nodiscard]] bool isFiltered() const { return m_query.filter.restricts(); }
    [[nodiscard]] ContactsLayout layout() const { return m_layout; }
    /// What the board shows; empty in the table's layout.
    [[nodiscard]] const QVector<store::StatusPeople> &columns() const { return m_columns; }
    [[nodiscard]] qsizetype count() const;
    /// Everyone who is listed, in the order of the list or of the board's columns.
    [[nodiscard]] QVector<qint64> rowIds() const;

    void setLayout(ContactsLayout layout);
    /// The list follows a moment after the last key.
    void setText(const QString &text);
    void setFilter(const store::PeopleFilter &filter);
    void setSort(ContactColumn column, Qt::SortOrder order);
    void clearFilters();
    /// Looks for the first person whose name begins so; answered by `named`.
    void findName(const QString &typed);

    /// Everything the detail pane shows of a contact.
    [[nodiscard]] Result<ContactDetail> detail(const QString &contactId) const;
    /// The rowid of a live contact in the list; 0 when the filter hides it or it is gone.
    [[nodiscard]] qint64 rowIdOf(const QString &contactId) const;

Q_SIGNALS:
    void stateChanged(crema::ui::ContactsState state);
    /// The filter is another one; the fields that show it follow.
    void queryChanged(const crema::store::PeopleQuery &query);
    void countsChanged(const crema::ui::ContactCounts &counts);
    /// The list is about to become another one, and has become it. `sameQuery`: only the store changed.
    void aboutToList();
    void listed(bool sameQuery);
    /// One of these contacts, or what hangs on them (drafts, preps), changed. Empty: any may have.
    void contactsTouched(const QStringList &contactIds);
    /// Rows change or go without a new list, and have done so: these are read again, and these are gone;
    /// every row when both are empty.
    void aboutToTouchRows();
    void rowsTouched(const QVector<qint64> &changed, const QVector<qint64> &gone);
    void named(qint64 rid);
    void failed(const crema::Error &error);

private:
    void change(store::PeopleQuery query);
    void list(bool sameQuery);
    void listTable(bool sameQuery);
    void listBoard(bool sameQuery);
    void takeTable(const QVector<qint64> &rids, bool sameQuery);
    void takeBoard(const QVector<store::StatusPeople> &columns, bool sameQuery);
    void tellListed(bool sameQuery);
    void readCounts();
    void setState(ContactsState state);
    void fail(const Error &error);
    void follow(const store::Change &change);
    void followRows(const store::Change &change);

    flows::Services &m_services;
    ContactTableModel *m_model;
    QVector<store::StatusPeople> m_columns;
    ContactsLayout m_layout = ContactsLayout::table;
    store::PeopleQuery m_query;
    ContactCounts m_counts;
    ContactsState m_state = ContactsState::loading;
    bool m_started = false;
    bool m_counted = false;
    QTimer m_typing;
    QTimer m_following; ///< gathers the changes of a running job
    TaskScope m_listing;
    TaskScope m_counting;
    TaskScope m_naming;
};

} // namespace crema::ui
