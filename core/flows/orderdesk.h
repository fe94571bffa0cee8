// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/writebatch.h"

namespace crema::flows {

/// What the emails of an order that is no job are written from, read by a worker.
[[nodiscard]] Task<Result<std::shared_ptr<WriteDesk>>> deskFor(Services *services, WriteOrder order,
                                                               QStringList contactIds);

/// The people of an order, saved or not.
[[nodiscard]] Result<QVector<Contact>> peopleOf(const Services &services, const WriteOrder &order);
[[nodiscard]] QStringList idsOf(const QVector<Contact> &people);

} // namespace crema::flows
