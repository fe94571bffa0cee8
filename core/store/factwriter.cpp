// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/factwriter.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

Result<> checkBalanced(const std::vector<LedgerEntry> &entries)
{
    QHash<QString, int> sums;
    for (const LedgerEntry &entry : entries) {
        sums[entry.posting] += entry.amount;
    }
    const bool balanced = std::ranges::all_of(sums, [](int sum) { return sum == 0; });
    return balanced ? Result<> {} : failure(ErrorKind::internal, u"A credit posting does not add up."_s);
}

Result<> writeLedger(Connection &connection, const std::vector<LedgerEntry> &entries, const QString &at)
{
    if (const auto balanced = checkBalanced(entries); !balanced) {
        return balanced;
    }
    Statement insert(
            connection,
            "INSERT INTO ledger_entry(posting,account,amount,job_id,note,at) VALUES(?1,?2,?3,?4,?5,?6)");
    for (const LedgerEntry &entry : entries) {
        insert.bind(1, entry.posting)
                .bind(2, entry.account)
                .bind(3, entry.amount)
                .bind(5, entry.note)
                .bind(6, at);
        if (entry.jobId.isEmpty()) {
            insert.bindNull(4);
        } else {
            insert.bind(4, entry.jobId);
        }
        if (auto inserted = insert.run(); !inserted) {
            if (inserted.error().detail.contains("CHECK constraint"_L1)) {
                return failure(ErrorKind::outOfCredits,
                               u"There are not enough credits; nothing was charged."_s);
            }
            return inserted;
        }
    }
    return {};
}

Result<> writeReceipts(Connection &connection, const std::vector<Receipt> &receipts, const QString &at)
{
    // A receipt only ever grows: charged and released of one that is there never shrink.
    Statement upsert(
            connection,
            "INSERT INTO receipt(job_id,kind,what,reserved,charged,released,at) VALUES(?1,?2,?3,?4,?5,?6,?7) "
            "ON CONFLICT(job_id) DO UPDATE SET charged=max(charged,excluded.charged), "
            "released=max(released,excluded.released), what=excluded.what, at=excluded.at");
    for (const Receipt &receipt : receipts) {
        upsert.bind(1, receipt.jobId).bind(2, receipt.kind).bind(3, receipt.what).bind(4, receipt.reserved);
        upsert.bind(5, receipt.charged)
                .bind(6, receipt.released)
                .bind(7, receipt.at.isEmpty() ? at : receipt.at);
        if (const auto written = upsert.run(); !written) {
            return written;
        }
    }
    return {};
}

Result<> writeRecordFacts(Connection &connection, const std::vector<Fact> &facts, const QString &at)
{
    Statement insert(connection, "INSERT INTO fact(record_id,name,value,at) VALUES(?1,?2,?3,?4)");
    for (const Fact &fact : facts) {
        const auto written =
                insert.bind(1, fact.recordId).bind(2, fact.name).bind(3, fact.value).bind(4, at).run();
        if (!written) {
            return written;
        }
    }
    return {};
}

Result<> writeJobs(Connection &connection, const std::vector<JobRow> &jobs, const QString &at)
{
    // When a job began stays as it was first written.
    Statement upsert(
            connection,
            "INSERT INTO job(id,kind,title,state,stage,input,results,error,done,total,paid,created_at,"
            "updated_at) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13) ON CONFLICT(id) DO UPDATE "
            "SET kind=?2,title=?3,state=?4,stage=?5,input=?6,results=?7,error=?8,done=?9,total=?10,"
            "paid=?11,updated_at=?13");
    for (const JobRow &job : jobs) {
        upsert.bind(1, job.id).bind(2, job.kind).bind(3, job.title).bind(4, job.state).bind(5, job.stage);
        upsert.bind(6, toBytes(job.input)).bind(7, toBytes(job.results)).bind(8, job.error).bind(9, job.done);
        upsert.bind(10, job.total)
                .bind(11, job.paid ? 1 : 0)
                .bind(12, job.createdAt.isEmpty() ? at : job.createdAt)
                .bind(13, at);
        if (const auto written = upsert.run(); !written) {
            return written;
        }
    }
    return {};
}

Result<> writeEgress(Connection &connection, const std::vector<EgressRow> &rows)
{
    // The end of a request fills in what was not known as it left; nothing that was noted then changes.
    Statement upsert(
            connection,
            "INSERT INTO egress(key,at,service,host,request,why,job_id,personal,bytes_out,bytes_in,cost,"
            "status,outcome) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13) ON CONFLICT(key) WHERE "
            "key IS NOT NULL DO UPDATE SET bytes_in=max(bytes_in,?10),cost=max(cost,CAST(?11 AS REAL)),"
            "status=max(status,?12),outcome=?13");
    for (const EgressRow &row : rows) {
        upsert.bind(1, row.key).bind(2, row.at).bind(3, row.service).bind(4, row.host).bind(5, row.request);
        upsert.bind(6, row.why).bind(7, row.jobId).bind(8, row.personal).bind(9, row.bytesOut);
        upsert.bind(10, row.bytesIn)
                .bind(11, QString::number(row.cost))
                .bind(12, row.status)
                .bind(13, row.outcome);
        if (const auto written = upsert.run(); !written) {
            return written;
        }
    }
    return {};
}

} // namespace

Result<> writeFacts(Connection &connection, const Operation &operation, const QString &at, Change &change)
{
    change.jobsChanged = !operation.jobs.empty();
    change.creditsChanged = !operation.ledger.empty() || !operation.receipts.empty();
    if (const auto written = writeLedger(connection, operation.ledger, at); !written) {
        return written;
    }
    if (const auto written = writeReceipts(connection, operation.receipts, at); !written) {
        return written;
    }
    if (const auto written = writeRecordFacts(connection, operation.facts, at); !written) {
        return written;
    }
    if (const auto written = writeEgress(connection, operation.egress); !written) {
        return written;
    }
    return writeJobs(connection, operation.jobs, at);
}

} // namespace crema::store
