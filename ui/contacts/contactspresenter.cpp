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
    if (m_query.sort == store::ContactSort::name && !isFiltered() && m_model->rowCount() == 0) {
        if (const auto page = m_services.reader.contactPage(m_query, firstPage, 0);
            page && !page->isEmpty()) {
            QVector<qint64> rids;
            for (const store::ContactRow &row : *page) {
                rids << row.rid;
            }
            m_model->setRowIds(rids, *page);
            setState(ContactsState::content);
        }
    }
    list(true);
}

bool ContactsPresenter::isFiltered() const
{
    return !m_query.text.trimmed().isEmpty() || !m_query.status.isEmpty() || m_query.hideSample;
}

void ContactsPresenter::change(store::ContactQuery query)
{
    if (query == m_query) {
        return;
    }
    m_query = std::move(query);
    Q_EMIT queryChanged(m_query);
}

void ContactsPresenter::setText(const QString &text)
{
    if (text != m_query.text) {
        auto query = m_query;
        query.text = text;
        change(std::move(query));
        m_typing.start();
    }
}

void ContactsPresenter::setStatus(const QString &status)
{
    auto query = m_query;
    query.status = status;
    change(std::move(query));
    list(false);
}

void ContactsPresenter::setHideSample(bool hide)
{
    auto query = m_query;
    query.hideSample = hide;
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
    auto query = m_query;
    query.text.clear();
    query.status.clear();
    query.hideSample = false;
    change(std::move(query));
    list(false);
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
    m_listing.launch(listRowIds(m_services.workspace.databasePath(), m_query, m_listing.stopToken()),
                     [this, sameQuery](Result<QVector<qint64>> rids) {
                         if (rids) {
                             takeList(*rids, sameQuery);
                             return;
                         }
                         if (m_model->rowCount() == 0) {
                             setState(ContactsState::failed);
                         }
                         Q_EMIT failed(rids.error());
                     });
}

void ContactsPresenter::takeList(const QVector<qint64> &rids, bool sameQuery)
{
    Q_EMIT aboutToList();
    m_model->setRowIds(rids);
    Q_EMIT listed(sameQuery);
    if (!rids.isEmpty()) {
        setState(ContactsState::content);
    } else if (!isFiltered()) {
        setState(ContactsState::empty);
    } else if (m_counted) {
        setState(m_counts.all == 0 ? ContactsState::empty : ContactsState::noMatch);
    }
    count();
}

void ContactsPresenter::count()
{
    m_counting.launch(countByStatus(m_services.workspace.databasePath(), m_query, m_counting.stopToken()),
                      [this](Result<ContactCounts> counts) {
                          if (!counts) {
                              Q_EMIT failed(counts.error());
                              return;
                          }
                          m_counted = true;
                          m_counts = *counts;
                          Q_EMIT countsChanged(m_counts);
                          if (m_model->rowCount() == 0) {
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

void ContactsPresenter::follow(const store::Change &change)
{
    const bool contacts = touches(change, Kind::contact);
    if (!m_started || !(contacts || touches(change, Kind::draft) || touches(change, Kind::prep))) {
        return;
    }
    if (contacts && change.bulk) {
        m_model->refreshAll();
    } else if (contacts) {
        QVector<qint64> changed;
        QVector<qint64> gone;
        for (const store::ChangedRecord &record : change.records) {
            if (record.kind == Kind::contact) {
                (record.how == store::ChangedRecord::How::removed ? gone : changed) << record.rid;
            }
        }
        m_model->refresh(changed);
        m_model->remove(gone);
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
    return record && m_model->rowOf(record->rid) >= 0 ? record->rid : 0;
}

} // namespace crema::ui
