// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/egressreader.h"

namespace crema::store {

Result<QVector<EgressRow>> readEgress(const Reader &reader, const QString &text, int limit)
{
    Statement select(
            reader.connection(),
            "SELECT coalesce(key,''),at,service,host,request,why,coalesce(job_id,''),personal,bytes_out,"
            "bytes_in,cost,status,outcome FROM egress WHERE ?1='' OR instr(lower(service||' '||host||' '||"
            "request||' '||why||' '||personal||' '||outcome),lower(?1))>0 ORDER BY seq DESC LIMIT ?2");
    select.bind(1, text.isNull() ? QStringLiteral("") : text).bind(2, limit);
    QVector<EgressRow> rows;
    while (select.step()) {
        rows << EgressRow {select.text(0),
                           select.text(1),
                           select.text(2),
                           select.text(3),
                           select.text(4),
                           select.text(5),
                           select.text(6),
                           select.text(7),
                           select.integer(8),
                           select.integer(9),
                           select.text(10).toDouble(),
                           static_cast<int>(select.integer(11)),
                           select.text(12)};
    }
    return select.failed() ? Result<QVector<EgressRow>>(std::unexpected(select.error())) : rows;
}

} // namespace crema::store
