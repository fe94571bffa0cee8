// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/importwork.h"

#include "base/dates.h"
#include "base/prefetch.h"
#include "store/contactrecord.h"

#include <algorithm>

namespace crema::flows {

namespace {

QStringList ascendingIds(size_t count, IdSource &source)
{
    QStringList ids;
    ids.reserve(static_cast<qsizetype>(count));
    for (size_t i = 0; i < count; ++i) {
        ids << source.next();
    }
    std::ranges::sort(ids);
    return ids;
}

} // namespace

ImportWork::ImportWork(exchange::ReadPeople people, QString databasePath, const Clock &clock, IdSource &ids)
    : m_count(people.people.size()), m_createdAt(toStoredTime(clock.now()))
{
    m_planning = std::jthread([this, read = std::move(people),
                               path = std::move(databasePath)](const std::stop_token &stop) mutable {
        planAll(std::move(read), path, stop);
    });
    m_ids = ascendingIds(m_count, ids);
}

void ImportWork::planAll(exchange::ReadPeople people, const QString &databasePath,
                         const std::stop_token &stop)
{
    try {
        m_plan = planPeople(
                std::move(people), databasePath,
                [this](contacts::People some, size_t done) { m_people.give(std::move(some), done); }, stop);
    } catch (...) {
        m_fault = std::current_exception();
    }
    m_people.end();
}

Result<store::BulkPortion> ImportWork::next(size_t most)
{
    store::BulkPortion portion;
    portion.records.reserve(most);
    PlannedPeople::Some some;
    do {
        some = m_people.take(most - portion.records.size());
        for (size_t row = 0; const auto &person : some.people) {
            prefetchAhead(some.people, row++);
            if (const auto made = makeRecord(*person, portion); !made) {
                return std::unexpected(made.error());
            }
        }
    } while (!some.people.empty() && !some.isEnd && portion.records.size() < most);
    if (some.isEnd && m_fault) {
        std::rethrow_exception(m_fault); // worked out by whoever runs this
    }
    if (some.isEnd && !m_plan) {
        return std::unexpected(m_plan.error());
    }
    portion.done = m_created + some.done;
    portion.isLast = some.isEnd;
    return portion;
}

Result<> ImportWork::makeRecord(contacts::IncomingPerson &person, store::BulkPortion &portion)
{
    Contact &contact = person.contact;
    if (contact.id.isEmpty()) {
        contact.id = std::move(m_ids[static_cast<qsizetype>(m_created)]);
    }
    ++m_created;
    if (contact.createdAt.isEmpty()) {
        contact.createdAt = m_createdAt;
    }
    contact.sources.clear(); // the operation says whose word all of it is
    auto record = store::prepareContact(contact, {person.keys->plain.begin(), person.keys->plain.end()});
    if (!record) {
        return std::unexpected(record.error());
    }
    portion.records.push_back(std::move(*record));
    return {};
}

void ImportWork::complete(store::Operation &operation)
{
    operation.patches = std::move(m_plan->changes);
}

} // namespace crema::flows
