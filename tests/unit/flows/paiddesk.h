// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"
#include "flows/findflow.h"
#include "ledger/credits.h"
#include "support/pdlvendor.h"

#include <algorithm>

namespace crema::flows {

using namespace Qt::StringLiterals;

inline Criteria managers(int limit = 3)
{
    Criteria criteria;
    criteria.title = u"engagement manager"_s;
    criteria.limit = limit;
    return criteria;
}

/// A desk that is connected to the stand-in.
struct PaidDesk : Desk
{
    explicit PaidDesk(const test::PdlVendor &standIn, bool withKey = true)
    {
        vendor = standIn.baseUrl();
        vendorKey = withKey ? QString::fromLatin1(test::PdlVendor::key) : QString();
    }

    /// In a folder of its own choosing.
    PaidDesk(const test::PdlVendor &standIn, const QString &folder) : Desk(folder)
    {
        vendor = standIn.baseUrl();
        vendorKey = QString::fromLatin1(test::PdlVendor::key);
    }

    [[nodiscard]] Result<Run> find(const Criteria &criteria)
    {
        return test::await(findPeople(services.get(), criteria, u"pdl"_s, {}));
    }
    /// Requests that the stand-in got for this path.
    [[nodiscard]] static qsizetype requests(test::PdlVendor &standIn,
                                            const QString &path = u"/v5/person/search"_s)
    {
        const Json state = standIn.control();
        return std::ranges::count_if(member(state, "requests"),
                                     [&](const Json &one) { return textAt(one, "path") == path; });
    }
    [[nodiscard]] int balance()
    {
        const auto credits = ledger::readCredits(*reader, deployment);
        return credits ? credits->balance : -1;
    }
    [[nodiscard]] qint64 reserved()
    {
        return number("SELECT coalesce(sum(balance),0) FROM ledger_account WHERE account LIKE 'reserved:%'");
    }
};

} // namespace crema::flows

#define WITH_VENDOR(vendor)                                                                                  \
    test::PdlVendor vendor;                                                                                  \
    if (!vendor.isRunning()) {                                                                               \
        QSKIP("python3 is not installed; it runs the stand-in for People Data Labs");                        \
    }
