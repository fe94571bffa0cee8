// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/prepflow.h"

#include "async/worker.h"
#include "base/dates.h"
#include "base/paths.h"
#include "flows/jobkinds.h"
#include "prep/prepcontent.h"
#include "prep/preppdf.h"
#include "truth/knowledge.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

prep::PrepPdfOptions pdfOptions(const Profile &profile)
{
    const bool metric = QLocale().measurementSystem() == QLocale::MetricSystem;
    return { metric ? prep::Paper::a4 : prep::Paper::letter, profile.name };
}

/// What the user did with an earlier version of a prep: ticks, answers and notes go over to the new one.
void keepOwnWork(Prep &made, const Prep &earlier)
{
    made.notes = earlier.notes;
    made.createdAt = earlier.createdAt;
    for (const Question &old : earlier.questions) {
        const auto same = std::ranges::find(made.questions, old.text, &Question::text);
        if (same != made.questions.end()) {
            *same = old;
        } else if (old.asked || !old.answer.isEmpty()) {
            made.questions << old;
        }
    }
}

store::Operation writeOperation(const Services &services, const Prep &prep, const QString &label)
{
    store::Operation operation;
    operation.label = label;
    if (const auto stored = services.reader.record(Kind::prep, prep.id)) {
        operation.patch(Kind::prep, prep.id, stored->body, toBody(prep));
    } else {
        operation.create(Kind::prep, prep.id, toBody(prep));
    }
    return operation;
}

QString labelFor(const Prep &prep)
{
    return tr("Prepare for %1").arg(prep.person.name());
}

/// Stage 1: the person's data as it is on this computer. The prep record exists from here on.
Task<Result<jobs::StageOutcome>> enrich(Services *services, jobs::StageContext context)
{
    const auto contact = services->reader.contact(textAt(context.input, "contactId"));
    if (!contact) {
        co_return std::unexpected(contact.error());
    }
    const QString id = textAt(context.input, "prepId");
    const auto earlier = services->reader.prep(id);
    Prep prep = earlier ? *earlier : Prep {};
    prep.id = id;
    prep.contactId = contact->id;
    prep.linkedinUrl = contact->linkedinUrl();
    prep.person = *contact;
    prep.status = u"generating_content"_s;
    prep.error.clear();
    if (prep.createdAt.isEmpty()) {
        prep.createdAt = toStoredTime(services->clock.now());
    }
    jobs::StageOutcome outcome;
    outcome.operation = writeOperation(*services, prep, labelFor(prep));
    co_return outcome;
}

Task<Result<jobs::StageOutcome>> generateContent(Services *services, jobs::StageContext context)
{
    const auto earlier = services->reader.prep(textAt(context.input, "prepId"));
    const auto profile = services->reader.profile();
    const auto resume = services->reader.defaultResume();
    if (!earlier || !profile || !resume) {
        co_return std::unexpected(!earlier ? earlier.error() : !profile ? profile.error() : resume.error());
    }
    prep::PrepInput input { earlier->id, earlier->person, *profile, *resume, fromStoredTime(earlier->createdAt) };
    Prep made = prep::makePrep(input, services->knowledge);
    keepOwnWork(made, *earlier);
    made.pdfFile = earlier->pdfFile;
    jobs::StageOutcome outcome;
    outcome.operation = writeOperation(*services, made, labelFor(made));
    co_return outcome;
}

Task<Result<jobs::StageOutcome>> generatePdf(Services *services, jobs::StageContext context)
{
    const auto stored = services->reader.prep(textAt(context.input, "prepId"));
    const auto profile = services->reader.profile();
    if (!stored || !profile) {
        co_return std::unexpected(stored ? profile.error() : stored.error());
    }
    Prep done = *stored;
    auto rendering = runOnWorker(prep::renderPdf, done, pdfOptions(*profile));
    const auto pdf = co_await rendering;
    if (!pdf) {
        co_return std::unexpected(pdf.error());
    }
    const auto hash = services->workspace.keepFile(*pdf);
    if (!hash) {
        co_return std::unexpected(hash.error());
    }
    done.pdfFile = *hash;
    done.status = u"completed"_s;
    done.completedAt = toStoredTime(services->clock.now());
    jobs::StageOutcome outcome;
    outcome.operation = writeOperation(*services, done, labelFor(done));
    co_return outcome;
}

/// A prep whose job ended early says so itself, so that no list shows it as still running.
Task<Result<>> markFailed(Services *services, QString prepId, Error error)
{
    const auto prep = services->reader.prep(prepId);
    if (!prep) {
        co_return Result<> {}; // the job ended before the prep existed
    }
    Prep failed = *prep;
    failed.status = u"failed"_s;
    failed.error = error.kind == ErrorKind::cancelled ? tr("Cancelled.") : error.text;
    const auto written = co_await services->store.apply(writeOperation(*services, failed, labelFor(failed)));
    if (!written) {
        co_return std::unexpected(written.error());
    }
    co_return Result<> {};
}

Task<Result<Prep>> runPrep(Services *services, QString prepId, QString contactId, std::stop_token stop)
{
    const auto contact = services->reader.contact(contactId);
    if (!contact) {
        co_return std::unexpected(contact.error());
    }
    Json input { { "prepId", prepId }, { "contactId", contactId } };
    const QString title = tr("Prepare for %1").arg(contact->name());
    const auto job = co_await services->jobs.run(u"prep"_s, title, std::move(input), stop);
    if (!job) {
        co_await markFailed(services, prepId, job.error());
        co_return std::unexpected(job.error());
    }
    co_return services->reader.prep(prepId);
}

} // namespace

jobs::JobKind prepJob(Services &services)
{
    Services *own = &services;
    jobs::JobKind kind;
    kind.name = u"prep"_s;
    kind.stages = { { u"enriching_profile"_s, [own](jobs::StageContext context) { return enrich(own, std::move(context)); } },
                    { u"generating_content"_s, [own](jobs::StageContext context) { return generateContent(own, std::move(context)); } },
                    { u"generating_pdf"_s, [own](jobs::StageContext context) { return generatePdf(own, std::move(context)); } } };
    return kind;
}

Task<Result<Prep>> makePrep(Services *services, QString contactId, std::stop_token stop)
{
    return runPrep(services, services->ids.next(), contactId, stop);
}

Task<Result<Prep>> remakePrep(Services *services, QString prepId, std::stop_token stop)
{
    const auto prep = services->reader.prep(prepId);
    if (!prep) {
        co_return prep;
    }
    co_return co_await runPrep(services, prepId, prep->contactId, stop);
}

Task<Result<Prep>> editPrep(Services *services, Prep before, Prep after)
{
    const auto profile = services->reader.profile();
    if (!profile) {
        co_return std::unexpected(profile.error());
    }
    auto rendering = runOnWorker(prep::renderPdf, after, pdfOptions(*profile));
    const auto pdf = co_await rendering;
    if (!pdf) {
        co_return std::unexpected(pdf.error());
    }
    const auto hash = services->workspace.keepFile(*pdf);
    if (!hash) {
        co_return std::unexpected(hash.error());
    }
    after.pdfFile = *hash;
    store::Operation operation;
    operation.label = tr("Edit the prep for %1").arg(after.person.name());
    operation.patch(Kind::prep, before.id, toBody(before), toBody(after));
    const auto applied = co_await services->store.apply(std::move(operation));
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return services->reader.prep(before.id);
}

Result<QByteArray> prepPdf(const store::Workspace &workspace, const Prep &prep)
{
    if (prep.pdfFile.isEmpty()) {
        return failure(ErrorKind::notFound, tr("This prep has no PDF yet."));
    }
    return workspace.keptFile(prep.pdfFile);
}

QString prepFileName(const Prep &prep)
{
    return safeFileName(tr("Coffee chat %1").arg(prep.person.name())) + u".pdf"_s;
}

} // namespace crema::flows
