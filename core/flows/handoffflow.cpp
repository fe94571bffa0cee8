// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/handoffflow.h"

#include "async/worker.h"
#include "base/dates.h"
#include "flows/draftsbeside.h"
#include "flows/followupflow.h"
#include "flows/voiceflow.h"
#include "mail/emlfile.h"
#include "mail/handoff.h"
#include "mail/message.h"
#include "store/writingout.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

QString tr(const char *words, int n = -1)
{
    return QCoreApplication::translate("flows", words, nullptr, n);
}

/// Writes one draft's file; the path, or an empty text when the gate holds it.
Result<QString> exportDraft(const Services &services, const DraftsBeside &beside, const Draft &draft,
                            const QString &folder, HandOffOutcome &outcome)
{
    const auto held = heldBecause(services, beside, draft);
    if (!held) {
        return held;
    }
    if (!held->isEmpty()) {
        outcome.held << HeldDraft {draft.id, *held};
        return QString();
    }
    const auto message = messageOf(services, draft);
    const auto contact = services.reader.contact(draft.contactId);
    if (!message || !contact) {
        return std::unexpected(message ? contact.error() : message.error());
    }
    const QString path = QDir(folder).filePath(mail::emlFileName(draft, *contact));
    const auto written = store::writeOut(services.workspace, path, *message);
    return written ? Result<QString>(path) : std::unexpected(written.error());
}

/// All of the drafts, each once, or none: nothing is written before it is known that they are all there.
Result<QVector<Draft>> draftsOf(const store::Reader &reader, QStringList ids)
{
    ids.removeDuplicates();
    QVector<Draft> drafts;
    for (const QString &id : ids) {
        const auto draft = reader.draft(id);
        if (!draft) {
            return std::unexpected(draft.error());
        }
        drafts << *draft;
    }
    return drafts;
}

/// A draft that went further (pushed, sent, answered) stays there: a file of it changes nothing about that.
void addHandedOff(store::Operation &operation, const Draft &draft, const QString &at)
{
    if (draft.state != "draft"_L1 && draft.state != "handed_off"_L1) {
        return;
    }
    Draft done = draft;
    done.state = u"handed_off"_s;
    done.handedOffAt = at;
    operation.patch(Kind::draft, draft.id, toBody(draft), toBody(done));
}

} // namespace

Result<QString> heldBecause(const Services &services, const DraftsBeside &beside, const Draft &draft)
{
    if (!draft.overrideReason.isEmpty()) {
        return QString();
    }
    const auto problems = beside.problemsOf(services.reader, services.knowledge, draft);
    if (!problems) {
        return std::unexpected(problems.error());
    }
    QStringList reasons;
    for (const GateProblem &problem : *problems) {
        reasons << problem.text;
    }
    return reasons.join(u' ');
}

Result<mail::OutgoingMail> mailOf(const Services &services, const Draft &draft)
{
    const auto contact = services.reader.contact(draft.contactId);
    const auto profile = services.reader.profile();
    if (!contact || !profile) {
        return std::unexpected(contact ? profile.error() : contact.error());
    }
    mail::OutgoingMail mail = mail::mailFor(draft, *contact, *profile, services.clock.now());
    if (draft.resumeId.isEmpty()) {
        return mail;
    }
    const auto resume = services.reader.resume(draft.resumeId);
    if (!resume) {
        return failure(ErrorKind::notFound,
                       tr("The resume to attach is no longer there; choose another or none."));
    }
    const auto bytes = services.workspace.keptFile(resume->file);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    mail.attachments << mail::OutgoingAttachment {resume->fileName, resume->mediaType, *bytes};
    return mail;
}

Result<QByteArray> messageOf(const Services &services, const Draft &draft)
{
    const auto mail = mailOf(services, draft);
    return mail ? mail::buildMessage(*mail) : std::unexpected(mail.error());
}

Result<QUrl> mailtoOf(const Services &services, const Draft &draft)
{
    const auto mail = mailOf(services, draft);
    return mail ? mail::mailtoUrl(*mail) : std::unexpected(mail.error());
}

Task<Result<HandOffOutcome>> exportDrafts(Services *services, QStringList draftIds, QString folder)
{
    // All drafts there are: for a worker. The drafts to leave are read after it, as they are then.
    auto reading = runOnWorker(DraftsBeside::readAt, services->workspace.databasePath());
    const auto beside = co_await reading;
    const auto drafts = draftsOf(services->reader, draftIds);
    if (!beside || !drafts) {
        co_return std::unexpected(beside ? drafts.error() : beside.error());
    }
    if (!QDir().mkpath(folder)) {
        co_return failure(ErrorKind::storage,
                          tr("The folder \"%1\" cannot be made; check the permissions.").arg(folder));
    }
    HandOffOutcome outcome;
    store::Operation operation;
    operation.label = tr("Hand off %n email(s)", static_cast<int>(draftIds.size()));
    const QString now = toStoredTime(services->clock.now());
    QVector<Draft> leaving;
    for (const Draft &draft : *drafts) {
        const auto path = exportDraft(*services, *beside, draft, folder, outcome);
        if (!path) {
            outcome.held << HeldDraft {draft.id, path.error().text}; // the others still go out and are marked
        } else if (!path->isEmpty()) {
            outcome.paths << *path;
            addHandedOff(operation, draft, now);
            leaving << draft;
        }
    }
    if (const auto learned = learnVoice(*services, leaving, operation); !learned) {
        co_return std::unexpected(learned.error());
    }
    if (const auto kept = keepFollowUps(services->reader, today(*services), operation); !kept) {
        co_return std::unexpected(kept.error());
    }
    const auto applied = co_await services->store.apply(std::move(operation));
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return outcome;
}

Task<Result<>> markHandedOff(Services *services, QStringList draftIds)
{
    const auto drafts = draftsOf(services->reader, draftIds);
    if (!drafts) {
        co_return std::unexpected(drafts.error());
    }
    store::Operation operation;
    operation.label = tr("Hand off %n email(s)", static_cast<int>(drafts->size()));
    for (const Draft &draft : *drafts) {
        addHandedOff(operation, draft, toStoredTime(services->clock.now()));
    }
    if (const auto learned = learnVoice(*services, *drafts, operation); !learned) {
        co_return std::unexpected(learned.error());
    }
    if (const auto kept = keepFollowUps(services->reader, today(*services), operation); !kept) {
        co_return std::unexpected(kept.error());
    }
    const auto applied = co_await services->store.apply(std::move(operation));
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return Result<> {};
}

} // namespace crema::flows
