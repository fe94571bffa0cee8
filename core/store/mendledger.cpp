// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/mending.h"
#include "store/salvage.h"

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

struct Entry
{
    QString posting;
    QString account;
    qint64 amount = 0;
    QString jobId;
    QString note;
    QString at;
};

Result<> insert(Connection &connection, const Entry &entry)
{
    Statement statement(
            connection,
            "INSERT INTO ledger_entry(posting,account,amount,job_id,note,at) VALUES(?1,?2,?3,?4,?5,?6)");
    statement.bind(1, entry.posting)
            .bind(2, entry.account)
            .bind(3, entry.amount)
            .bind(5, entry.note)
            .bind(6, entry.at);
    if (entry.jobId.isEmpty()) {
        statement.bindNull(4);
    } else {
        statement.bind(4, entry.jobId);
    }
    return statement.run();
}

/// The account on the other side of a posting, by what the posting was for; credits come from "granted" when
/// nobody knows.
QString otherSide(const Entry &entry)
{
    const QString reserved = u"reserved:"_s + entry.jobId;
    const auto partner = [&](const QString &one, const QString &other) {
        return entry.account == one ? other : entry.account == other ? one : u"granted"_s;
    };
    if (entry.note == "reserve"_L1 || entry.note == "release"_L1) {
        return partner(u"available"_s, reserved);
    }
    if (entry.note == "charge"_L1) {
        return partner(reserved, u"spent"_s);
    }
    return entry.account == "granted"_L1 ? u"available"_s : u"granted"_s;
}

Result<> completePostings(Connection &connection, Mending &mending)
{
    std::vector<Entry> missing;
    Statement lopsided(
            connection,
            "SELECT posting, account, sum(amount), coalesce(job_id,''), note, at FROM ledger_entry "
            "GROUP BY posting HAVING sum(amount)<>0");
    while (lopsided.step()) {
        const Entry one {lopsided.text(0), lopsided.text(1), lopsided.integer(2),
                         lopsided.text(3), lopsided.text(4), lopsided.text(5)};
        missing.push_back({one.posting, otherSide(one), -one.amount, one.jobId, one.note, one.at});
    }
    if (lopsided.failed()) {
        return std::unexpected(lopsided.error());
    }
    for (const Entry &entry : missing) {
        if (const auto added = insert(connection, entry); !added) {
            return added;
        }
    }
    if (!missing.empty()) {
        mending.saved << u"%1 credit postings got back the side that was lost."_s.arg(missing.size());
    }
    return {};
}

/// Moves what the accounts chosen by `having` hold to or from `other`.
Result<> levelAccounts(Connection &connection, const QByteArray &having, const QString &other,
                       const QString &at, int &count)
{
    std::vector<Entry> found;
    Statement accounts(connection,
                       "SELECT account, sum(amount) FROM ledger_entry GROUP BY account HAVING " + having);
    while (accounts.step()) {
        found.push_back({{}, accounts.text(0), accounts.integer(1), {}, u"repair"_s, at});
    }
    if (accounts.failed()) {
        return std::unexpected(accounts.error());
    }
    for (const Entry &entry : found) {
        ++count;
        const QString posting = u"repair-%1-%2"_s.arg(at, entry.account);
        const Result<> results[] {
                insert(connection, {posting, entry.account, -entry.amount, {}, entry.note, at}),
                insert(connection, {posting, other, entry.amount, {}, entry.note, at})};
        for (const Result<> &result : results) {
            if (!result) {
                return result;
            }
        }
    }
    return {};
}

Result<> dropUnreadableJobs(Connection &connection, Mending &mending)
{
    constexpr const char *bad = " FROM job WHERE NOT json_valid(input) OR NOT json_valid(results) "
                                "OR state NOT IN ('queued','running','done','failed','cancelled')";
    Statement select(connection, QByteArray("SELECT id, title, state, input, results") + bad);
    while (select.step()) {
        mending.lost << u"The job \"%1\" could not be read; it is in quarantine, its credits came back."_s
                                .arg(select.text(1));
        mending.quarantined.push_back({{"table", "job"},
                                       {"id", select.text(0)},
                                       {"title", select.text(1)},
                                       {"state", select.text(2)},
                                       {"input", jsonOfBytes(select.bytes(3))},
                                       {"results", jsonOfBytes(select.bytes(4))}});
    }
    if (select.failed()) {
        return std::unexpected(select.error());
    }
    Statement remove(connection, QByteArray("DELETE") + bad);
    return remove.run();
}

} // namespace

Result<> mendLedger(Connection &connection, const QString &at, Mending &mending)
{
    int released = 0;
    int raised = 0;
    const auto steps = [&]() -> Result<> {
        if (const auto dropped = dropUnreadableJobs(connection, mending); !dropped) {
            return dropped;
        }
        if (const auto completed = completePostings(connection, mending); !completed) {
            return completed;
        }
        if (const auto level = levelAccounts(
                    connection,
                    "sum(amount)>0 AND account LIKE 'reserved:%' AND substr(account,10) NOT IN "
                    "(SELECT id FROM job WHERE state IN ('queued','running'))",
                    u"available"_s, at, released);
            !level) {
            return level;
        }
        return levelAccounts(connection, "sum(amount)<0 AND account<>'granted'", u"granted"_s, at, raised);
    };
    if (const auto done = steps(); !done) {
        return done;
    }
    if (released > 0) {
        mending.saved << u"Credits that were set aside for %1 jobs that ended came back."_s.arg(released);
    }
    if (raised > 0) {
        mending.saved << u"%1 credit accounts were below zero and were raised to zero."_s.arg(raised);
    }
    return connection.run("DELETE FROM ledger_account; INSERT INTO ledger_account(account,balance) "
                          "SELECT account, sum(amount) FROM ledger_entry GROUP BY account");
}

} // namespace crema::store
