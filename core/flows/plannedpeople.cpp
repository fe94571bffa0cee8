// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/plannedpeople.h"

#include <algorithm>
#include <chrono>
#include <iterator>

using namespace std::chrono_literals;

namespace crema::flows {

void PlannedPeople::give(contacts::People people, size_t done)
{
    {
        const std::scoped_lock lock(m_mutex);
        std::ranges::move(people, std::back_inserter(m_people));
        m_done = done;
    }
    m_changed.notify_one();
}

void PlannedPeople::end()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isEnd = true;
    }
    m_changed.notify_one();
}

PlannedPeople::Some PlannedPeople::take(size_t most)
{
    constexpr auto patience = 100ms;
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, patience, [this] { return m_isEnd || m_taken < m_people.size(); });
    const size_t end = std::min(m_people.size(), m_taken + most);
    Some some;
    some.people.reserve(end - m_taken);
    for (; m_taken < end; ++m_taken) {
        some.people.push_back(std::move(m_people[m_taken]));
    }
    some.done = m_done;
    some.isEnd = m_isEnd && m_taken == m_people.size();
    return some;
}

} // namespace crema::flows
