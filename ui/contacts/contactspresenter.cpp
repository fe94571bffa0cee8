// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactspresenter.h"

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace crema::ui {

namespace {

constexpr auto typingPause = 80ms;
constexpr auto followPause = 30ms;
constexpr int firstPage = 64;

bool touches(const store::Change &change, Kind kind)
{
    return std::ranges::find(change.kinds, kind) != change.kinds.end()
            || std::ranges::find(change.records, kind, &store::ChangedRecord::kind) != change.records.end();
}

} // namespace

ContactsPresenter::ContactsPresenter(flows::Services &services, QObject *parent)
    : QObject(parent), m_services(services),
      m_model(new ContactTableModel(services.reader, services.clock, this))
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(&m_typing, &QTimer::timeout, this, [this] { list(false); });
    m_following.setSingleShot(true);
    m_following.setInterval(followPause);
    connect(&m_following, &QTimer::timeout, this, [this] {
        // A job that writes all the time must not stop the list it changes from ever being read.
        m_listing.running() > 0 ? m_following.start() : list(!m_typing.isActive());
    });
    connect(m_model, &ContactTableModel::sortRequested, this, &ContactsPresenter::setSort);
    connect(m_model, &ContactTableModel::listWanted, this, [this] { m_following.start(); });
    connect(m_model, &ContactTableModel::readFailed, this, &ContactsPresenter::failed, Qt::QueuedConnection);
    connect(&services.store, &store::Store::changed, this, &ContactsPresenter::follow);
}

void ContactsPresenter::start()
{
    if (!m_started) {
        m_started = true;
        reload();
    }
}

void ContactsPresenter::reload()
{
    // The name order is an index walk, cheap enough to paint the first rows before the whole list is known.
    if (m_layout == ContactsLayout::table && m_query.sort == store::PeopleSort::name && !isFiltered()
        && m_model->rowCount() == 0) {
        if (const auto page = store::peoplePage(m_services.reader, m_query, firstPage);
            page && !page->isEmpty()) {
            QVector<qint64> rids;
            for (const store::ContactRow &row : *page) {
                rids << row.rid;
            }
            m_model->setRowIds(rids, *page);
            setState(ContactsState::content);
            m_following.start(); // the rest of a long list is read once these are painted
            return;
        }
    }
    list(true);
}

qsizetype ContactsPresenter::count() const
{
    if (m_layout == ContactsLayout::table) {
        return m_model->rowCount();
    }
    qsizetype sum = 0;
    for (const store::StatusPeople &column : m_columns) {
        sum += column.rids.size();
    }
    return sum;
}

QVector<qint64> ContactsPresenter::rowIds() const
{
    if (m_layout == ContactsLayout::table) {
        return m_model->rowIds();
    }
    QVector<qint64> rids;
    for (const store::StatusPeople &column : m_columns) {
        rids += column.rids;
    }
    return rids;
}

void ContactsPresenter::setLayout(ContactsLayout layout)
{
    if (layout != m_layout) {
        m_layout = layout;
        m_columns.clear();
        reload();
    }
}

void ContactsPresenter::change(store::PeopleQuery query)
{
    if (query != m_query) {
        m_query = std::move(query);
        Q_EMIT queryChanged(m_query);
    }
}

void ContactsPresenter::setText(const QString &text)
{
    if (text != m_query.filter.text) {
        auto query = m_query;
        query.filter.text = text;
        change(std::move(query));
        m_typing.start();
    }
}

void ContactsPresenter::setFilter(const store::PeopleFilter &filter)
{
    auto query = m_query;
    query.filter = filter;
    change(std::move(query));
    list(false);
}

void ContactsPresenter::setSort(ContactColumn column, Qt::SortOrder order)
{
    auto query = m_query;
    query.sort = specOf(column).sort;
    query.descending = order == Qt::DescendingOrder;
    if (query != m_query) {
        change(std::move(query));
        list(false);
    }
}

void ContactsPresenter::clearFilters()
{
    setFilter({});
}

void ContactsPresenter::findName(const QString &typed)
{
    m_naming.requestStop();
    m_naming.launch(
            findByName(m_services.workspace.databasePath(), todaysQuery(), typed, m_naming.stopToken()),
            [this](Result<qint64> rid) {
                if (!rid) {
                    Q_EMIT failed(rid.error());
                } else if (*rid != 0) {
                    Q_EMIT named(*rid);
                }
            });
}

store::PeopleQuery ContactsPresenter::todaysQuery() const
{
    store::PeopleQuery query = m_query;
    query.today = m_services.clock.now().toLocalTime().date().toString(Qt::ISODate);
    return query;
}

void ContactsPresenter::list(bool sameQuery)
{
    if (!m_started) {
        return;
    }
    m_typing.stop();
    m_following.stop();
    m_listing.requestStop();
    m_counting.requestStop();
    m_layout == ContactsLayout::table ? listTable(sameQuery) : listBoard(sameQuery);
}

void ContactsPresenter::listTable(bool sameQuery)
{
    m_listing.launch(listRowIds(m_services.workspace.databasePath(), todaysQuery(), m_listing.stopToken()),
                     [this, sameQuery](Result<QVector<qint64>> rids) {
                         rids ? takeTable(*rids, sameQuery) : fail(rids.error());
                     });
}

void ContactsPresenter::listBoard(bool sameQuery)
{
    m_listing.launch(listByStatus(m_services.workspace.databasePath(), todaysQuery(), m_listing.stopToken()),
                     [this, sameQuery](Result<QVector<store::StatusPeople>> columns) {
                         columns ? takeBoard(*columns, sameQuery) : fail(columns.error());
                     });
}

void ContactsPresenter::fail(const Error &error)
{
    if (count() == 0) {
        setState(ContactsState::failed);
    }
    Q_EMIT failed(error);
}

void ContactsPresenter::takeTable(const QVector<qint64> &rids, bool sameQuery)
{
    Q_EMIT aboutToList();
    m_model->setRowIds(rids);
    tellListed(sameQuery);
}

void ContactsPresenter::takeBoard(const QVector<store::StatusPeople> &columns, bool sameQuery)
{
    Q_EMIT aboutToList();
    m_columns = columns;
    tellListed(sameQuery);
}

void ContactsPresenter::tellListed(bool sameQuery)
{
    Q_EMIT listed(sameQuery);
    if (count() > 0) {
        setState(ContactsState::content);
    } else if (!isFiltered()) {
        setState(ContactsState::empty);
    } else if (m_counted) {
        setState(m_counts.all == 0 ? ContactsState::empty : ContactsState::noMatch);
    }
    readCounts();
}

void ContactsPresenter::readCounts()
{
    m_counting.launch(
            countContacts(m_services.workspace.databasePath(), todaysQuery(), m_counting.stopToken()),
            [this](Result<ContactCounts> counts) {
                if (!counts) {
                    Q_EMIT failed(counts.error());
                    return;
                }
                m_counted = true;
                m_counts = *counts;
                Q_EMIT countsChanged(m_counts);
                if (count() == 0) {
                    setState(m_counts.all == 0 ? ContactsState::empty : ContactsState::noMatch);
                }
            });
}

void ContactsPresenter::setState(ContactsState state)
{
    if (state != m_state) {
        m_state = state;
        Q_EMIT stateChanged(state);
    }
}

void ContactsPresenter::followRows(const store::Change &change)
{
    QVector<qint64> changed;
    QVector<qint64> gone;
    for (const store::ChangedRecord &record : change.records) {
        if (record.kind == Kind::contact) {
            (record.how == store::ChangedRecord::How::removed ? gone : changed) << record.rid;
        }
    }
    Q_EMIT aboutToTouchRows();
    if (change.bulk) {
        m_model->refreshAll();
    } else {
        m_model->refresh(changed);
        m_model->remove(gone);
    }
    Q_EMIT rowsTouched(change.bulk ? QVector<qint64> {} : changed, change.bulk ? QVector<qint64> {} : gone);
}

void ContactsPresenter::follow(const store::Change &change)
{
    const bool contacts = touches(change, Kind::contact);
    if (!m_started || !(contacts || touches(change, Kind::draft) || touches(change, Kind::prep))) {
        return;
    }
    if (contacts) {
        followRows(change);
    }
    if (contacts && !m_following.isActive()) {
        m_following.start();
    }
    QStringList touched;
    const bool known = !change.bulk && !touches(change, Kind::draft) && !touches(change, Kind::prep);
    for (const store::ChangedRecord &record : change.records) {
        if (known && record.kind == Kind::contact) {
            touched << record.id;
        }
    }
    Q_EMIT contactsTouched(touched);
}

Result<ContactDetail> ContactsPresenter::detail(const QString &contactId) const
{
    return readDetail(m_services.reader, contactId, m_services.clock.now());
}

qint64 ContactsPresenter::rowIdOf(const QString &contactId) const
{
    const auto record = m_services.reader.record(Kind::contact, contactId);
    if (!record) {
        return 0;
    }
    const bool listed = m_layout == ContactsLayout::table
            ? m_model->rowOf(record->rid) >= 0
            : std::ranges::any_of(m_columns, [rid = record->rid](const store::StatusPeople &column) {
                  return column.rids.contains(rid);
              });
    return listed ? record->rid : 0;
}

} // namespace crema::ui
