// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/draftversions.h"

#include "base/dates.h"
#include "base/text.h"
#include "base/textdiff.h"
#include "store/historyreader.h"
#include "store/patch.h"
#include "write/voicerules.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

constexpr int fewWords = 2;
constexpr qint64 typingPause = 120; // seconds
constexpr qsizetype labelLength = 60;

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

bool hasSameText(const Draft &a, const Draft &b)
{
    return a.subject == b.subject && a.body == b.body;
}

bool isText(const QString &field)
{
    return field == "subject"_L1 || field == "body"_L1;
}

DraftVersion versionOf(const store::RecordChange &change, const QString &draftId, const Json &body)
{
    return {1, change.operationId, change.label, change.origin, change.at, draftFrom(draftId, body)};
}

/// `later` is the same text with more written to it.
bool isTypedOn(const DraftVersion &earlier, const DraftVersion &later)
{
    if (earlier.draft.writer != "hand"_L1 || later.draft.writer != "hand"_L1) {
        return false;
    }
    const QDateTime from = fromStoredTime(earlier.at);
    const QDateTime to = fromStoredTime(later.at);
    return from.isValid() && to.isValid() && from.secsTo(to) <= typingPause
            && wordsRemoved(wordDiff(earlier.draft.subject, later.draft.subject))
                    + wordsRemoved(wordDiff(earlier.draft.body, later.draft.body))
            <= fewWords;
}

} // namespace

Result<QVector<DraftVersion>> draftVersions(const store::Reader &reader, const QString &draftId)
{
    const auto record = reader.record(Kind::draft, draftId);
    if (!record) {
        return std::unexpected(record.error());
    }
    const auto history = store::recordHistory(reader.connection(), Kind::draft, draftId);
    if (!history) {
        return std::unexpected(history.error());
    }
    QVector<DraftVersion> versions; // newest first, as the history is
    Json body = record->body;
    Json after = body; // as the operation left it
    QString operation;
    bool isListed = false;
    bool reachesBack = false;
    for (const store::RecordChange &change : *history) {
        reachesBack = change.field.isEmpty();
        if (change.operationId != operation) {
            operation = change.operationId;
            after = body;
            isListed = false;
        }
        if (!isListed && (reachesBack || isText(change.field))) {
            isListed = true;
            versions << versionOf(change, draftId, after);
        }
        if (!reachesBack && !change.field.startsWith(u'@')) {
            store::setField(Kind::draft, body, {change.field, change.before});
        }
    }
    if (!reachesBack || versions.isEmpty()) {
        versions << DraftVersion {1, {}, {}, {}, {}, draftFrom(draftId, body)};
    }
    std::ranges::reverse(versions);
    for (qsizetype i = 0; i < versions.size(); ++i) {
        versions[i].number = static_cast<int>(i) + 1;
    }
    return versions;
}

QVector<DraftVersion> withoutTypingSteps(const QVector<DraftVersion> &versions)
{
    QVector<DraftVersion> kept; // newest first
    for (qsizetype i = versions.size() - 1; i >= 0; --i) {
        if (kept.isEmpty() || i == 0 || !isTypedOn(versions[i], kept.constLast())) {
            kept << versions[i];
        }
    }
    std::ranges::reverse(kept);
    return kept;
}

Task<Result<Draft>> restoreDraftVersion(Services *services, QString draftId, int number)
{
    const auto versions = draftVersions(services->reader, draftId);
    const auto before = services->reader.draft(draftId);
    if (!versions || !before) {
        co_return std::unexpected(versions ? before.error() : versions.error());
    }
    const auto wanted = std::ranges::find(*versions, number, &DraftVersion::number);
    if (wanted == versions->end()) {
        co_return failure(ErrorKind::notFound,
                          tr("This email has no version %1; its versions are 1 to %2.")
                                  .arg(QString::number(number), QString::number(versions->size())));
    }
    if (hasSameText(wanted->draft, *before)) {
        co_return failure(ErrorKind::notFound,
                          tr("The email has the text of version %1 already.").arg(number));
    }
    Draft after = *before;
    after.subject = wanted->draft.subject;
    after.body = wanted->draft.body;
    after.claims = wanted->draft.claims;
    after.writer = wanted->draft.writer;
    after.overrideReason.clear(); // was said of another text
    // What the user changed is seen against the words that this text was made of.
    if (after.writer == "hand"_L1) {
        write::takeSuggestion(after, wanted->draft);
    } else {
        write::keepSuggestion(after);
    }
    store::Operation operation;
    operation.label = tr("Back to an earlier text: \"%1\"").arg(elided(after.subject, labelLength));
    operation.patch(Kind::draft, draftId, toBody(*before), toBody(after));
    const auto applied = co_await services->store.apply(std::move(operation));
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return services->reader.draft(draftId).value_or(after);
}

} // namespace crema::flows
