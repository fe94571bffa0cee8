// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/credits.h"
#include "store/store.h"
#include "support/spin.h"
#include "support/support.h"

#include <QTemporaryDir>

namespace crema::ledger {

/// A workspace on disk, its ledger and a clock that stands.
struct Desk
{
    QTemporaryDir folder;
    FixedClock clock {QDateTime(QDate(2026, 3, 1), QTime(9, 0), Qt::UTC)};
    IdSource ids {7};
    Deployment deployment;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<store::Reader> reader;

    [[nodiscard]] Result<> open()
    {
        const QString path = folder.filePath(QStringLiteral("crema.db"));
        const auto noKeys = [](Kind, const QString &, const Json &) { return QStringList(); };
        auto opened = store::Store::open(path, noKeys, clock, ids);
        if (!opened) {
            return std::unexpected(opened.error());
        }
        store = std::move(*opened);
        auto read = store::Reader::open(path);
        if (!read) {
            return std::unexpected(read.error());
        }
        reader = std::move(*read);
        return {};
    }

    [[nodiscard]] Result<store::Change> apply(const store::Operation &operation)
    {
        return test::await(store->apply(operation));
    }

    /// Writes the grant that is due; how many credits came.
    [[nodiscard]] Result<int> grant()
    {
        const int before = balance();
        auto due = dueGrant(*reader, deployment, clock.now(), ids.next());
        if (!due) {
            return std::unexpected(due.error());
        }
        if (*due) {
            const auto applied = apply(**due);
            if (!applied) {
                return std::unexpected(applied.error());
            }
        }
        return balance() - before;
    }

    [[nodiscard]] Result<store::Change> reserved(const QString &jobId, int credits)
    {
        store::Operation operation;
        operation.origin = store::Origin::job;
        reserve(operation, deployment, jobId, credits, ids.next());
        return apply(operation);
    }

    [[nodiscard]] Result<store::Change> settled(const QString &jobId, int reserved, int charged)
    {
        const auto held = heldFor(*reader, jobId);
        if (!held) {
            return std::unexpected(held.error());
        }
        store::Operation operation;
        operation.origin = store::Origin::job;
        const Settlement settlement {
                jobId, QStringLiteral("find"), QStringLiteral("Find: bankers"), reserved, charged, *held};
        settle(operation, settlement, ids.next());
        return apply(operation);
    }

    [[nodiscard]] int of(const QString &account) const { return reader->balance(account).value_or(-999999); }
    [[nodiscard]] int balance() const { return of(QStringLiteral("available")); }
    [[nodiscard]] qint64 number(const char *sql) const
    {
        store::Statement statement(reader->connection(), sql);
        return statement.step() ? statement.integer(0) : -999999;
    }
    /// Everything that was ever posted, taken together.
    [[nodiscard]] qint64 sum() const { return number("SELECT coalesce(sum(amount), 0) FROM ledger_entry"); }
    /// Postings whose two sides do not cancel out.
    [[nodiscard]] qint64 lopsided() const
    {
        return number("SELECT count(*) FROM (SELECT posting FROM ledger_entry GROUP BY posting HAVING "
                      "sum(amount) <> 0)");
    }
    /// Accounts whose balance is not the sum of their entries.
    [[nodiscard]] qint64 wrongBalances() const
    {
        return number(
                "SELECT count(*) FROM ledger_account a WHERE balance <> (SELECT coalesce(sum(amount), 0) "
                "FROM ledger_entry e WHERE e.account = a.account)");
    }
};

} // namespace crema::ledger
