// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/draftreview.h"

#include "base/dates.h"

#include <QCoreApplication>
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

constexpr qsizetype markLength = 20;

QString tr(const char *words, int n)
{
    return QCoreApplication::translate("flows", words, nullptr, n);
}

} // namespace

QString textMark(const QString &subject, const QString &body)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(subject.toUtf8() + '\0');
    hash.addData(body.toUtf8());
    return QString::fromLatin1(hash.result().toHex().first(markLength));
}

bool isReviewed(const Draft &draft)
{
    const QString mark = textAt(member(draft.extra, reviewedField), "text");
    return !mark.isEmpty() && mark == textMark(draft.subject, draft.body);
}

Task<Result<store::Change>> reviewDrafts(Services *services, QStringList draftIds, bool accepted)
{
    draftIds.removeDuplicates();
    store::Operation operation;
    const QString now = toStoredTime(services->clock.now());
    for (const QString &id : std::as_const(draftIds)) {
        const auto before = services->reader.draft(id);
        if (!before) {
            co_return std::unexpected(before.error());
        }
        if (isReviewed(*before) == accepted) {
            continue;
        }
        Draft after = *before;
        if (accepted) {
            after.extra[reviewedField] = {{"at", now}, {"text", textMark(after.subject, after.body)}};
        } else {
            after.extra.erase(reviewedField);
        }
        operation.patch(Kind::draft, id, toBody(*before), toBody(after));
    }
    const auto count = static_cast<int>(operation.patches.size());
    operation.label = accepted ? tr("Accept %n email(s)", count)
                               : tr("Take back that %n email(s) were accepted", count);
    co_return co_await services->store.apply(std::move(operation));
}

} // namespace crema::flows
