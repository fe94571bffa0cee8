// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/changenotes.h"

#include <algorithm>

namespace crema::store {

namespace {

constexpr size_t namedRecords = 1000;

void addKind(Change &change, Kind kind)
{
    if (std::ranges::find(change.kinds, kind) == change.kinds.end()) {
        change.kinds.push_back(kind);
    }
}

} // namespace

void noteRecord(Change &change, ChangedRecord record)
{
    addKind(change, record.kind);
    change.bulk = change.bulk || change.records.size() >= namedRecords;
    if (change.bulk) {
        change.records.clear();
    } else {
        change.records.push_back(std::move(record));
    }
}

void noteKind(Change &change, Kind kind)
{
    addKind(change, kind);
    change.bulk = true;
    change.records.clear();
}

} // namespace crema::store
