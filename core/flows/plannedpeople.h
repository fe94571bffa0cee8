// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contacts/incoming.h"

#include <condition_variable>
#include <mutex>

namespace crema::flows {

/// New people of an import on their way from the thread that plans to the one that makes records of them.
class PlannedPeople final
{
public:
    /// `done`: how many rows of the file need nothing more, beside those of people who were given.
    void give(contacts::People people, size_t done);
    /// After the last.
    void end();

    struct Some
    {
        contacts::People people; ///< perhaps none yet
        size_t done = 0;
        bool isEnd = false;
    };
    /// At most so many. Waits for the first a little, not for ever, so that whoever asks can look up.
    [[nodiscard]] Some take(size_t most);

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    contacts::People m_people;
    size_t m_taken = 0; ///< the first of them are gone
    size_t m_done = 0;
    bool m_isEnd = false;
};

} // namespace crema::flows
