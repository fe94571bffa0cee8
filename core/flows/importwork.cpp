// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/importwork.h"

#include "base/dates.h"
#include "base/prefetch.h"
#include "store/contactrecord.h"

namespace crema::flows {

namespace {

/// The id, begun so that those of later people are greater: the index of ids then grows at its end instead
/// of all over. `person` is below `count`.
QString ascending(QString id, size_t person, size_t count)
{
    static constexpr QStringView inOrder = u"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    constexpr qsizetype places = 5;
    constexpr auto digits = static_cast<quint64>(inOrder.size());
    constexpr quint64 range = digits * digits * digits * digits * digits;
    quint64 random = 0;
    for (qsizetype i = 0; i < places; ++i) {
        random = random * digits + static_cast<quint64>(inOrder.indexOf(id[i]));
    }
    quint64 begin = (person * range + random) / count; // somewhere in the person's own part of the range
    for (qsizetype i = places; i-- > 0; begin /= digits) {
        id[i] = inOrder[static_cast<qsizetype>(begin % digits)];
    }
    return id;
}

} // namespace

ImportWork::ImportWork(exchange::ReadPeople people, QString databasePath, const Clock &clock, IdSource &ids)
    : m_count(people.people.size()), m_ids(ids.seedOfAnother()), m_createdAt(toStoredTime(clock.now()))
{
    m_planning = std::jthread([this, read = std::move(people),
                               path = std::move(databasePath)](const std::stop_token &stop) mutable {
        planAll(std::move(read), path, stop);
    });
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
        contact.id = ascending(m_ids.next(), m_created, m_count);
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
