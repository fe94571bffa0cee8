// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/stopping.h"

#include <sqlite3.h>

namespace crema::store {

namespace {

constexpr int stepsBetweenLooks = 20'000;

int isWanted(void *token)
{
    return static_cast<const std::stop_token *>(token)->stop_requested() ? 1 : 0;
}

} // namespace

void heed(Connection &connection, const std::stop_token &stop)
{
    sqlite3_progress_handler(connection.handle(), stepsBetweenLooks, isWanted,
                             const_cast<std::stop_token *>(&stop));
}

} // namespace crema::store
