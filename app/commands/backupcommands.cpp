// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/commandparts.h"

#include "base/dates.h"
#include "flows/backupflow.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <mutex>

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

/// Bytes as a share of a hundred, told when the share changes. Called on a worker.
flows::ArchiveProgress progressOf(const WorkspaceContext &context, const QString &stage)
{
    if (!context.progress) {
        return {};
    }
    return [report = context.progress, stage, last = -1](qint64 done, qint64 total) mutable {
        const int percent = total > 0 ? static_cast<int>(done * 100 / total) : 100;
        if (percent != last) {
            last = percent;
            report(stage, percent, 100);
        }
    };
}

Json countsJson(const exchange::ArchiveManifest &manifest)
{
    Json json = Json::object();
    for (const auto &[kind, count] : manifest.counts.asKeyValueRange()) {
        json[kind.toStdString()] = count;
    }
    return json;
}

Task<Result<Reply>> backup(WorkspaceContext *context, Arguments arguments)
{
    const QString target = context->path(arguments.word(0));
    const auto copy = context->locked ? flows::DatabaseCopy::consistentOrBytes
                                      : flows::DatabaseCopy::consistent;
    const auto progress = progressOf(*context, u"backup"_s);
    const auto made = co_await flows::backUp(context->workspace, target, copy, progress, context->stop);
    if (!made) {
        co_return std::unexpected(made.error());
    }
    const exchange::ArchiveManifest &manifest = made->manifest;
    Reply reply;
    reply.json = {{"path", target},
                  {"bytes", made->size},
                  {"created", manifest.created},
                  {"files", manifest.members.size()},
                  {"counts", countsJson(manifest)},
                  {"damaged", manifest.damaged},
                  {"problems", jsonTexts(manifest.problems)}};
    reply.text = u"%1 contacts and %2 files were backed up to %3\n"_s.arg(manifest.counts.value(u"contact"_s))
                         .arg(manifest.members.size() - 1)
                         .arg(target);
    if (manifest.damaged) {
        reply.text = u"The database is damaged; it was copied as it is to %1\n"_s.arg(target);
        reply.exitCode = exitcode::someFailed;
    }
    if (!manifest.problems.isEmpty()) {
        reply.exitCode = exitcode::someFailed;
    }
    reply.notes << manifest.problems;
    co_return reply;
}

void addMended(Reply &reply, const flows::HealthReport &health)
{
    reply.json["problems"] = jsonTexts(health.problems);
    reply.json["repaired"] = jsonTexts(health.repaired);
    reply.json["lost"] = jsonTexts(health.lost);
    putText(reply.json, "quarantine", health.quarantine);
    if (health.problems.isEmpty()) {
        return;
    }
    reply.text += u"The backup is damaged:\n  %1\nDone:\n  %2\n"_s.arg(health.problems.join(u"\n  "_s),
                                                                       health.repaired.join(u"\n  "_s));
    if (!health.lost.isEmpty()) {
        reply.text += u"Lost:\n  %1\n"_s.arg(health.lost.join(u"\n  "_s));
    }
    if (!health.quarantine.isEmpty()) {
        reply.text += u"What could not be put back is in %1\n"_s.arg(health.quarantine);
    }
    reply.exitCode = exitcode::someFailed;
}

Reply restoreReply(const flows::BackupFile &backup, const flows::KeptBefore &kept)
{
    const exchange::ArchiveManifest &manifest = backup.manifest;
    Reply reply;
    reply.json = {{"restored", backup.path},
                  {"created", manifest.created},
                  {"counts", countsJson(manifest)},
                  {"damaged", manifest.damaged},
                  {"keptAt", kept.path}};
    reply.text = manifest.created.isEmpty()
            ? u"The workspace is what could be read of %1 now.\n"_s.arg(backup.path)
            : u"The workspace is that of %1 now.\n"_s.arg(manifest.created);
    if (!kept.path.isEmpty()) {
        reply.text += u"As it was before, it is kept in %1; restore that to take this back.\n"_s.arg(
                kept.path);
    }
    if (!kept.note.isEmpty()) {
        reply.notes << kept.note;
    }
    addMended(reply, backup.health);
    if (manifest.damaged) {
        reply.notes
                << u"This backup is of a damaged workspace; \"crema-cli check --repair\" saves what can be saved."_s;
    }
    return reply;
}

Task<Result<Reply>> restore(WorkspaceContext *context, Arguments arguments)
{
    const QString path = context->path(arguments.word(0));
    const auto progress = progressOf(*context, u"restore"_s);
    const auto damaged = arguments.has(u"--damaged"_s) ? flows::DamagedBackup::taken
                                                       : flows::DamagedBackup::refused;
    const auto prepared = co_await flows::prepareRestore(context->workspace, path, progress, context->stop,
                                                         damaged);
    if (!prepared) {
        co_return std::unexpected(prepared.error());
    }
    flows::KeptBefore kept {flows::backupFolder(context->workspace), {}};
    if (context->locked) { // else the window exchanges it
        const auto finished = co_await flows::finishRestore(context->workspace);
        if (!finished) {
            co_return std::unexpected(finished.error());
        }
        kept = *finished;
    }
    co_return restoreReply(*prepared, kept);
}

Reply healthReply(const flows::HealthReport &health)
{
    Reply reply;
    const bool ok = health.problems.isEmpty();
    reply.json = {{"ok", ok}, {"problems", jsonTexts(health.problems)}};
    reply.text = ok ? u"The workspace is in order.\n"_s : health.problems.join(u'\n') + u'\n';
    reply.exitCode = ok ? exitcode::done : exitcode::failed;
    reply.notes = health.notes;
    return reply;
}

Task<Result<Reply>> check(WorkspaceContext *context, Arguments arguments)
{
    if (!arguments.has(u"--repair"_s)) {
        const auto health = co_await flows::checkHealth(context->workspace, context->stop);
        if (!health) {
            co_return std::unexpected(health.error());
        }
        Reply reply = healthReply(*health);
        if (!health->problems.isEmpty() && health->isRepairable) {
            reply.notes
                    << u"\"crema-cli check --repair\" saves what can be saved; the present state is kept."_s;
        }
        co_return reply;
    }
    if (!context->locked) {
        co_return failure(
                ErrorKind::conflict,
                u"The window has this workspace open; close it, then repair. Nothing was changed."_s);
    }
    const QString now = toStoredTime(QDateTime::currentDateTimeUtc());
    const auto health = co_await flows::repairWorkspace(context->workspace, now, context->stop);
    if (!health) {
        co_return std::unexpected(health.error());
    }
    Reply reply = healthReply(*health);
    reply.json["repaired"] = jsonTexts(health->repaired);
    reply.json["lost"] = jsonTexts(health->lost);
    putText(reply.json, "backup", health->backup);
    putText(reply.json, "quarantine", health->quarantine);
    if (!health->backup.isEmpty()) {
        reply.text += u"Done:\n  %1\n"_s.arg(health->repaired.join(u"\n  "_s));
        reply.text += health->lost.isEmpty() ? u"Nothing was lost.\n"_s
                                             : u"Lost:\n  %1\n"_s.arg(health->lost.join(u"\n  "_s));
        reply.text += u"The damaged state is kept in %1\n"_s.arg(health->backup);
    }
    if (!health->quarantine.isEmpty()) {
        reply.text += u"What could not be put back is in %1\n"_s.arg(health->quarantine);
    }
    co_return reply;
}

} // namespace

QVector<Command> backupCommands()
{
    return {
            {u"backup"_s,
             u"FILE"_s,
             u"the whole workspace in one .zip file, also while the window is open"_s,
             Needs::workspace,
             1,
             {},
             backup},
            {u"restore"_s,
             u"FILE [--damaged]"_s,
             u"makes the workspace what it was in a backup (of a damaged one what can be read, if told to); what it is now is kept"_s,
             Needs::lockedWorkspace,
             1,
             {},
             restore},
            {u"check"_s,
             u"[--repair]"_s,
             u"looks through database and files; --repair saves what can be saved"_s,
             Needs::workspace,
             1,
             {},
             check},
    };
}

} // namespace crema::app
