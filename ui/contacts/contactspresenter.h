// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/services.h"
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
    [[nodiscard]] const store::ContactQuery &query() const { return m_query; }
    [[nodiscard]] const ContactCounts &counts() const { return m_counts; }
    [[nodiscard]] ContactsState state() const { return m_state; }
    [[nodiscard]] bool isFiltered() const;

    /// The list follows a moment after the last key.
    void setText(const QString &text);
    /// An empty status shows all.
    void setStatus(const QString &status);
    void setHideSample(bool hide);
    void setSort(ContactColumn column, Qt::SortOrder order);
    void clearFilters();

    /// Everything the detail pane shows of a contact.
    [[nodiscard]] Result<ContactDetail> detail(const QString &contactId) const;
    /// The rowid of a live contact in the list; 0 when the filter hides it or it is gone.
    [[nodiscard]] qint64 rowIdOf(const QString &contactId) const;

Q_SIGNALS:
    void stateChanged(crema::ui::ContactsState state);
    /// The filter is another one; the fields that show it follow.
    void queryChanged(const crema::store::ContactQuery &query);
    void countsChanged(const crema::ui::ContactCounts &counts);
    /// The list is about to become another one, and has become it. `sameQuery`: only the store changed.
    void aboutToList();
    void listed(bool sameQuery);
    /// One of these contacts, or what hangs on them (drafts, preps), changed. Empty: any may have.
    void contactsTouched(const QStringList &contactIds);
    void failed(const crema::Error &error);

private:
    void change(store::ContactQuery query);
    void list(bool sameQuery);
    void takeList(const QVector<qint64> &rids, bool sameQuery);
    void count();
    void setState(ContactsState state);
    void follow(const store::Change &change);

    flows::Services &m_services;
    ContactTableModel *m_model;
    store::ContactQuery m_query;
    ContactCounts m_counts;
    ContactsState m_state = ContactsState::loading;
    bool m_started = false;
    bool m_counted = false;
    QTimer m_typing;
    QTimer m_following; ///< gathers the changes of a running job
    TaskScope m_listing;
    TaskScope m_counting;
};

} // namespace crema::ui
