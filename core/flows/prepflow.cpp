// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/prepflow.h"

#include "async/worker.h"
#include "base/dates.h"
#include "base/paths.h"
#include "flows/jobkinds.h"
#include "model/run.h"
#include "prep/prepcontent.h"
#include "prep/preppdf.h"
#include "store/patch.h"
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

/// What the user did with an earlier version of a prep, and what other programs know of it, go over to the
/// new one.
void keepOwnWork(Prep &made, const Prep &earlier)
{
    made.notes = earlier.notes;
    made.createdAt = earlier.createdAt;
    made.extra = earlier.extra;
    for (const Question &old : earlier.questions) {
        const auto same = std::ranges::find(made.questions, old.text, &Question::text);
        if (same != made.questions.end()) {
            *same = old;
        } else if (old.asked || !old.answer.isEmpty()) {
            made.questions << old;
        }
    }
}

QString labelFor(const Prep &prep)
{
    return tr("Prepare for %1").arg(prep.person.name());
}

/// Writes `prep` over what is stored (nothing: a new record). What others change in other fields stays.
store::Operation writeOperation(const std::optional<Prep> &stored, const Prep &prep)
{
    store::Operation operation;
    operation.label = labelFor(prep);
    if (stored) {
        operation.patch(Kind::prep, prep.id, toBody(*stored), toBody(prep));
    } else {
        operation.create(Kind::prep, prep.id, toBody(prep));
    }
    return operation;
}

/// The prep as it is stored; nullopt when it was never written, notFound when the user deleted it.
Result<std::optional<Prep>> storedPrep(const store::Reader &reader, const QString &id)
{
    const auto record = reader.record(Kind::prep, id);
    if (!record) {
        return record.error().kind == ErrorKind::notFound ? Result<std::optional<Prep>>(std::nullopt)
                                                          : std::unexpected(record.error());
    }
    if (record->state != "live"_L1) {
        return failure(ErrorKind::notFound, tr("This prep was deleted."));
    }
    return prepFrom(id, record->body);
}

Prep newPrep(const Services &services, const QString &id, const Contact &contact)
{
    Prep prep;
    prep.id = id;
    prep.contactId = contact.id;
    prep.linkedinUrl = contact.linkedinUrl();
    prep.person = contact;
    prep.createdAt = toStoredTime(services.clock.now());
    return prep;
}

// The stages hand the prep on in the job's own row; the record is written once, by the last one or when the
// job ends early. So one undo takes back one prep, and no list shows a half of it.

/// Stage 1: the person's data as it is on this computer.
Task<Result<jobs::StageOutcome>> enrich(Services *services, jobs::StageContext context)
{
    const auto contact = services->reader.contact(textAt(context.input, "contactId"));
    const auto stored = storedPrep(services->reader, textAt(context.input, "prepId"));
    if (!contact || !stored) {
        co_return std::unexpected(contact ? stored.error() : contact.error());
    }
    jobs::StageOutcome outcome;
    outcome.result["person"] = toJson(
            FoundPerson {*contact, {}, {}}); // with what says where each field is from
    outcome.result["createdAt"] = *stored ? (*stored)->createdAt : toStoredTime(services->clock.now());
    co_return outcome;
}

/// Stage 2: what to know, what is shared, what to ask.
Task<Result<jobs::StageOutcome>> generateContent(Services *services, jobs::StageContext context)
{
    const auto profile = services->reader.profile();
    const auto resume = services->reader.defaultResume();
    if (!profile || !resume) {
        co_return std::unexpected(profile ? resume.error() : profile.error());
    }
    const Json &left = member(context.results, "enriching_profile");
    const Contact person = foundPersonFrom(member(left, "person")).person;
    const QDateTime createdAt = fromStoredTime(textAt(left, "createdAt"));
    const prep::PrepInput input {textAt(context.input, "prepId"), person, *profile, *resume, createdAt};
    jobs::StageOutcome outcome;
    outcome.result["prep"] = toBody(prep::makePrep(input, services->knowledge));
    outcome.forgets << u"enriching_profile"_s;
    co_return outcome;
}

/// Stage 3: the PDF, and the record.
Task<Result<jobs::StageOutcome>> generatePdf(Services *services, jobs::StageContext context)
{
    const Json &left = member(context.results, "generating_content");
    const Prep content = prepFrom(textAt(context.input, "prepId"), member(left, "prep"));
    const auto profile = services->reader.profile();
    if (!profile) {
        co_return std::unexpected(profile.error());
    }
    auto stored = storedPrep(services->reader, content.id);
    while (stored) {
        Prep done = content;
        if (*stored) {
            keepOwnWork(done, **stored);
        }
        auto rendering = runOnWorker(prep::renderPdf, done, pdfOptions(*profile));
        const auto pdf = co_await rendering;
        const auto hash = pdf ? services->workspace.keepFile(*pdf) : std::unexpected(pdf.error());
        if (!hash) {
            co_return std::unexpected(hash.error());
        }
        const auto now = storedPrep(services->reader, content.id);
        if (now == stored) {
            done.pdfFile = *hash;
            done.status = u"completed"_s;
            done.completedAt = toStoredTime(services->clock.now());
            jobs::StageOutcome outcome;
            outcome.operation = writeOperation(*stored, done);
            outcome.forgets << u"generating_content"_s;
            co_return outcome;
        }
        stored = now; // the user worked on it meanwhile: that goes into the PDF as well
    }
    co_return std::unexpected(stored.error());
}

/// A new prep whose job ended early stays, says why and can be retried; one that was whole before stays as it
/// was.
store::Operation whenPrepEnded(const Services &services, const store::JobRow &job, const Error &error)
{
    const QString id = textAt(job.input, "prepId");
    const auto stored = storedPrep(services.reader, id);
    const auto contact = services.reader.contact(textAt(job.input, "contactId"));
    if (!stored || (*stored && !(*stored)->pdfFile.isEmpty()) || (!*stored && !contact)) {
        return {};
    }
    Prep failed = *stored ? **stored : newPrep(services, id, *contact);
    failed.status = u"failed"_s;
    failed.error = error.kind == ErrorKind::cancelled ? tr("Cancelled.") : error.text;
    return writeOperation(*stored, failed);
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
    kind.turn = [](const Json &input) { return u"prep "_s + textAt(input, "prepId"); };
    kind.whenEnded = [own](const store::JobRow &job, const Error &error) {
        return whenPrepEnded(*own, job, error);
    };
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

namespace {

Prep withEdits(const Prep &prep, const std::vector<store::FieldEdit> &edits)
{
    Json body = toBody(prep);
    for (const store::FieldEdit &edit : edits) {
        store::setField(Kind::prep, body, edit);
    }
    return prepFrom(prep.id, body);
}

Task<Result<QString>> keptPdf(Services *services, Prep prep)
{
    const auto profile = services->reader.profile();
    if (!profile) {
        co_return std::unexpected(profile.error());
    }
    auto rendering = runOnWorker(prep::renderPdf, prep, pdfOptions(*profile));
    const auto pdf = co_await rendering;
    if (!pdf) {
        co_return std::unexpected(pdf.error());
    }
    co_return services->workspace.keepFile(*pdf);
}

} // namespace

Task<Result<Prep>> editPrep(Services *services, Prep before, Prep after)
{
    // Edits of one prep follow each other, so that the PDF shows what all of them wrote.
    const std::stop_token never;
    const auto turn = co_await services->jobs.turns().take(u"edit of prep "_s + before.id, never);
    const auto edits = store::editsBetween(Kind::prep, toBody(before), toBody(after));
    auto stored = services->reader.prep(before.id);
    Result<QString> pdf;
    while (turn && stored) {
        after = withEdits(*stored, edits);
        pdf = stored->pdfFile; // nothing to make again before there is one
        if (!pdf->isEmpty()) {
            pdf = co_await keptPdf(services, after);
        }
        const auto now = services->reader.prep(before.id);
        if (now == stored) {
            break;
        }
        stored = now;
    }
    if (!turn || !stored) {
        co_return std::unexpected(turn ? stored.error() : turn.error());
    }
    if (pdf) {
        after.pdfFile = *pdf;
    }
    store::Operation operation;
    operation.label = tr("Edit the prep for %1").arg(after.person.name());
    operation.patch(Kind::prep, before.id, toBody(*stored), toBody(after));
    const auto applied = co_await services->store.apply(std::move(operation));
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    if (!pdf) {
        co_return failure(
                pdf.error().kind,
                tr("What you wrote is saved, but the PDF could not be made again: %1").arg(pdf.error().text),
                pdf.error().detail);
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
