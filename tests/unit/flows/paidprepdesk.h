// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paiddesk.h"

#include "flows/prepflow.h"

namespace crema::flows {

/// A desk that is connected to the vendor and knows the profile of somebody whom the vendor knows.
struct PaidPrepDesk : PaidDesk
{
    using PaidDesk::PaidDesk;

    Contact somebody;
    int afterFinding = 0;

    [[nodiscard]] Result<> prepare()
    {
        const auto opened = open();
        const auto known = opened ? sender() : opened;
        const auto run = known ? find(managers(1)) : std::unexpected(known.error());
        if (!run || run->people.isEmpty()) {
            return run ? failure(ErrorKind::internal, u"nobody was found"_s) : std::unexpected(run.error());
        }
        somebody = run->people.constFirst().person;
        afterFinding = balance();
        return {};
    }
    [[nodiscard]] Result<Prep> lookUp(const QString &url)
    {
        return test::await(makePrep(services.get(), {{}, url, true}, {}));
    }
    [[nodiscard]] Result<Prep> again(const QString &id)
    {
        return test::await(remakePrep(services.get(), id, {}));
    }
    [[nodiscard]] static qsizetype lookUps(test::PdlVendor &standIn)
    {
        return requests(standIn, u"/v5/person/enrich"_s);
    }
    [[nodiscard]] int chargedForPreps()
    {
        int charged = 0;
        for (const store::Receipt &receipt : reader->receipts().value_or(QVector<store::Receipt>())) {
            charged += receipt.kind == "prep"_L1 ? receipt.charged : 0;
        }
        return charged;
    }
    /// Nothing was charged and nothing is set aside.
    [[nodiscard]] bool isFree() { return balance() == afterFinding && reserved() == 0; }
};

inline const QString nobodysProfile = u"https://www.linkedin.com/in/nobody-knows-them-fx"_s;

} // namespace crema::flows
