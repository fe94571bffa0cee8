// SPDX-License-Identifier: GPL-3.0-or-later
// sendDrafts: several emails, one after another.
#include "flows/sendflow.h"

#include "async/delay.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace crema::flows {

Task<Result<QVector<SendResult>>> sendDrafts(Services *services, QStringList draftIds, QString account,
                                             bool evenIfAnswered, std::chrono::milliseconds pace,
                                             std::function<void(int done)> told, std::stop_token stop)
{
    draftIds.removeDuplicates();
    QVector<SendResult> results;
    std::optional<Error> ending;
    for (const QString &id : std::as_const(draftIds)) {
        if (ending) {
            results << SendResult {id, SendEnd::notTried, ending->text, {}};
            continue;
        }
        const bool wasSent = !results.isEmpty() && results.constLast().end == SendEnd::sent;
        if (wasSent && pace.count() > 0) {
            auto waiting = delay(pace, stop);
            const auto waited = co_await waiting;
            if (!waited) {
                ending = waited.error();
                results << SendResult {id, SendEnd::notTried, ending->text, {}};
                continue;
            }
        }
        const SendOrder order {id, account, evenIfAnswered};
        auto sending = sendDraft(services, order, stop);
        const auto result = co_await sending;
        if (result) {
            results << *result;
        } else {
            auto noting = noteTrouble(services, account, result.error());
            const Error error = co_await noting;
            results << SendResult {id, SendEnd::notSent, error.text, {}};
            if (concernsAll(error)) {
                ending = error;
            }
        }
        if (told) {
            told(static_cast<int>(results.size()));
        }
    }
    if (ending && draftIds.size() == 1) {
        co_return std::unexpected(*ending);
    }
    co_return results;
}

} // namespace crema::flows
