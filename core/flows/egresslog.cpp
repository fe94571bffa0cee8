// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/egresslog.h"

#include "async/taskscope.h"
#include "base/dates.h"
#include "base/log.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

constexpr qsizetype rememberedRequests = 200;
const QString underWay = u"under way"_s; // what the store calls "interrupted" after a crash
const QString notSent = u"not sent"_s;

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

std::unexpected<Error> notLogged(const QString &service, const Error &why)
{
    return failure(why.kind,
                   tr("Nothing was sent to %1: what leaves this computer is written into the log first, and "
                      "that could not be done. %2")
                           .arg(service, why.text),
                   why.detail);
}

Task<Result<>> writeRow(store::Store *store, store::EgressRow row)
{
    store::Operation operation;
    operation.egress.push_back(std::move(row));
    const auto written = co_await store->apply(std::move(operation));
    if (!written) {
        qCWarning(logCrema) << "the egress log was not written:" << written.error().text;
        co_return std::unexpected(written.error());
    }
    co_return Result<> {};
}

} // namespace

EgressLog::EgressLog(store::Store &store, IdSource &ids) : m_store(store), m_ids(ids) { }

Task<Result<>> EgressLog::started(net::EgressStart start)
{
    store::EgressRow row;
    row.key = m_ids.next();
    row.at = toStoredTime(start.at);
    row.service = start.service;
    row.host = start.host;
    row.request = start.method + u' ' + start.path;
    row.why = start.attempt > 1 ? tr("%1 (attempt %2)").arg(start.purpose).arg(start.attempt) : start.purpose;
    row.jobId = start.jobId;
    row.personal = start.personalData.join(u", "_s);
    row.bytesOut = start.bytesOut;
    row.outcome = underWay;
    if (m_rows.size() >= rememberedRequests) {
        forgetOldest();
    }
    m_rows.insert(start.id, row);
    // On the disk before the request leaves.
    const auto written = co_await writeRow(&m_store, std::move(row));
    if (!written) {
        m_rows.remove(start.id);
        co_return notLogged(start.service.isEmpty() ? start.host : start.service, written.error());
    }
    co_return Result<> {};
}

void EgressLog::forgetOldest()
{
    QVector<qint64> over;
    for (const auto &[id, row] : m_rows.asKeyValueRange()) {
        if (row.outcome != underWay) {
            over << id;
        }
    }
    if (!over.isEmpty()) {
        m_rows.remove(std::ranges::min(over));
    }
}

void EgressLog::ended(const net::EgressEnd &end)
{
    const auto row = m_rows.find(end.id);
    if (row == m_rows.end()) {
        return;
    }
    row->bytesIn = end.bytesIn;
    row->status = end.status;
    row->outcome = !end.left ? notSent : end.error ? errorCode(*end.error) : u"answered"_s;
    writeBehind(*row);
}

void EgressLog::costTold(qint64 id, double units)
{
    const auto row = m_rows.find(id);
    if (row != m_rows.end()) {
        row->cost = units;
        writeBehind(*row);
    }
}

void EgressLog::writeBehind(const store::EgressRow &row)
{
    // Started here and finished on its own: the store ends what was asked of it before it closes.
    static_cast<void>(writeRow(&m_store, row));
}

} // namespace crema::flows
