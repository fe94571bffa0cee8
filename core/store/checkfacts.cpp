// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/checkparts.h"

using namespace Qt::StringLiterals;

namespace crema::store {

void checkLedger(Connection &connection, Problems &problems)
{
    const auto each = [&](const char *sql, const char16_t *words) {
        Statement rows(connection, sql);
        while (rows.step()) {
            problems.add(sql, QString::fromUtf16(words).arg(rows.text(0)));
        }
        problems.addFailure(rows);
    };
    each("SELECT posting FROM ledger_entry GROUP BY posting HAVING sum(amount)<>0",
         u"The credit posting \"%1\" does not add up.");
    each("SELECT account FROM ledger_account a WHERE balance<>(SELECT coalesce(sum(amount),0) FROM "
         "ledger_entry e "
         "WHERE e.account=a.account)",
         u"The balance of \"%1\" is not the sum of its entries.");
    each("SELECT DISTINCT account FROM ledger_entry WHERE account NOT IN (SELECT account FROM "
         "ledger_account)",
         u"The account \"%1\" has no balance.");
    each("SELECT account FROM ledger_account WHERE balance<0 AND account<>'granted'",
         u"The account \"%1\" is below zero.");
    each("SELECT account FROM ledger_account WHERE account LIKE 'reserved:%' AND balance<>0 AND "
         "substr(account,10) NOT IN "
         "(SELECT id FROM job WHERE state IN ('queued','running'))",
         u"Credits are still set aside in \"%1\" though its job has ended.");
    each("SELECT id FROM job WHERE NOT json_valid(input) OR NOT json_valid(results) "
         "OR state NOT IN ('queued','running','done','failed','cancelled')",
         u"The job \"%1\" cannot be read.");
}

} // namespace crema::store
