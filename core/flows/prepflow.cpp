// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/prepflow.h"

#include "async/worker.h"
#include "base/paths.h"
#include "base/text.h"
#include "contacts/identity.h"
#include "flows/chatflow.h"
#include "flows/followupflow.h"
#include "flows/jobkinds.h"
#include "flows/keyflow.h"
#include "flows/modelserver.h"
#include "flows/prepjob.h"
#include "net/http.h"
#include "pdl/client.h"
#include "pdl/wire.h"
#include "store/patch.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

/// The order with the contact and the profile it is about.
Result<PrepOrder> settled(const store::Reader &reader, PrepOrder order)
{
    const QString slug = contacts::linkedinSlug(order.linkedinUrl);
    if (!order.linkedinUrl.isEmpty() && slug.isEmpty()) {
        return failure(ErrorKind::rejectedInput,
                       tr("\"%1\" is not the address of a LinkedIn profile.").arg(order.linkedinUrl));
    }
    if (order.contactId.isEmpty()) {
        const auto ids = reader.withKey(Kind::contact, recordKey({contacts::IdentityType::linkedin, slug}));
        if (!ids) {
            return std::unexpected(ids.error());
        }
        order.contactId = ids->value(0);
    }
    if (order.contactId.isEmpty()) {
        return order;
    }
    const auto contact = reader.contact(order.contactId);
    if (!contact) {
        return std::unexpected(contact.error());
    }
    if (order.linkedinUrl.isEmpty()) {
        order.linkedinUrl = contact->linkedinUrl();
    }
    return order;
}

/// The address without what was copied along with it: a page below the profile, what a link was clicked on.
QString profileAddress(const QString &typed)
{
    const QString profile = pdl::vendorProfile(typed);
    return profile.isEmpty() ? typed.trimmed()
                             : QUrl(u"https://www."_s + profile).toString(QUrl::FullyEncoded);
}

/// What can be said before anything is set aside or leaves.
Task<Result<>> checkOrder(Services *services, PrepOrder order)
{
    if (order.model) {
        auto needing = needModel(services);
        const auto server = co_await needing;
        if (!server) {
            co_return std::unexpected(server.error());
        }
    }
    if (!order.lookUp) {
        if (order.contactId.isEmpty()) {
            co_return failure(
                    ErrorKind::notFound,
                    tr("Nobody in contacts has the profile \"%1\", and it is not to be looked up. Add the "
                       "person first, or look the profile up.")
                            .arg(order.linkedinUrl));
        }
        co_return Result<>();
    }
    const bool canBeAsked = !pdl::vendorProfile(order.linkedinUrl).isEmpty();
    if (!canBeAsked && (order.contactId.isEmpty() || !order.linkedinUrl.isEmpty())) {
        co_return failure(ErrorKind::rejectedInput,
                          tr("\"%1\" is not the address of a LinkedIn profile that can be looked up; such an "
                             "address reads linkedin.com/in/name.")
                                  .arg(order.linkedinUrl));
    }
    if (!canBeAsked) {
        co_return failure(
                ErrorKind::rejectedInput,
                tr("This contact has no LinkedIn profile to look up. Add its address, or prepare from your "
                   "own data."));
    }
    co_return co_await needKey(services, secrets::Service::peopleDataLabs);
}

/// A job for this prep runs: a second one would do, and charge for, the same again.
bool isBeingMade(const Services &services, const QString &prepId)
{
    const QVector<jobs::JobProgress> running = services.jobs.running();
    return std::ranges::any_of(running, [&](const jobs::JobProgress &progress) {
        const auto job = services.reader.job(progress.jobId);
        return job && job->kind == "prep"_L1 && textAt(job->input, "prepId") == prepId;
    });
}

std::unexpected<Error> alreadyMade()
{
    return failure(ErrorKind::rejectedInput,
                   tr("This prep is being made already; nothing was started a second time."));
}

Task<Result<Prep>> prepOfJob(Services *services, QString prepId, Task<Result<store::JobRow>> work)
{
    const auto job = co_await work;
    if (!job) {
        co_return std::unexpected(job.error());
    }
    co_return services->reader.prep(prepId);
}

/// The most that this very order can cost: an answer of the vendor that has been paid for costs nothing
/// again.
Task<Result<int>> mostCost(Services *services, PrepOrder order)
{
    PrepOrder withoutLookUp = order;
    withoutLookUp.lookUp = false;
    const int kept = prepCost(*services, withoutLookUp);
    const int asked = prepCost(*services, order);
    if (asked == kept) {
        co_return asked;
    }
    pdl::Call call;
    call.onlyKept = true;
    auto looking = services->pdl.enrich(order.linkedinUrl, call, {});
    const auto answer = co_await looking;
    const QString boughtBy = answer && *answer ? (*answer)->boughtBy : QString();
    const auto charged = boughtBy.isEmpty() ? Result<bool>(false) : isCharged(services->reader, boughtBy);
    if (!charged) {
        co_return std::unexpected(charged.error());
    }
    co_return *charged ? kept : asked;
}

Task<Result<Prep>> runPrep(Services *services, QString prepId, PrepOrder order, std::stop_token stop)
{
    const auto whole = settled(services->reader, std::move(order));
    if (!whole) {
        co_return std::unexpected(whole.error());
    }
    const auto checked = co_await checkOrder(services, *whole);
    if (!checked) {
        co_return std::unexpected(checked.error());
    }
    auto estimating = mostCost(services, *whole);
    const auto most = co_await estimating;
    if (!most) {
        co_return std::unexpected(most.error());
    }
    if (isBeingMade(*services, prepId)) {
        co_return alreadyMade();
    }
    Prep named;
    named.linkedinUrl = profileAddress(whole->linkedinUrl);
    if (const auto contact = services->reader.contact(whole->contactId)) {
        named.person = *contact;
    }
    Json input {{"prepId", prepId},
                {"contactId", whole->contactId},
                {"linkedinUrl", named.linkedinUrl},
                {"lookUp", whole->lookUp},
                {"model", whole->model},
                {"news", whole->news},
                {"paper", paperName(whole->paper)},
                {"mostCost", *most}};
    const QString title = tr("Prepare for %1").arg(named.title());
    auto work = services->jobs.run(u"prep"_s, title, std::move(input), stop);
    co_return co_await prepOfJob(services, prepId, std::move(work));
}

/// The job that a prep which failed can go on with; nullopt when nothing of it was finished or it is gone.
std::optional<store::JobRow> unfinishedJob(const store::Reader &reader, const Prep &prep)
{
    const QString id = prep.status == "failed"_L1 ? textAt(prep.extra, prepJobMember) : QString();
    const auto job = id.isEmpty() ? std::unexpected(Error()) : reader.job(id);
    return job && job->kind == "prep"_L1 && !job->isOpen() ? std::optional(*job) : std::nullopt;
}

} // namespace

int prepCost(const Services &services, const PrepOrder &order)
{
    const auto server = modelServer(services.reader, services.deployment);
    const bool isHosted = order.model && server && !net::isLoopback(server->baseUrl);
    return order.lookUp || isHosted ? services.deployment.costs.paidPrep
                                    : services.deployment.costs.localPrep;
}

Result<QString> prepIdFor(const Services &services, const PrepOrder &order)
{
    const auto whole = settled(services.reader, order);
    const auto preps = services.reader.preps();
    if (!whole || !preps) {
        return std::unexpected(whole ? preps.error() : whole.error());
    }
    const QString slug = contacts::linkedinSlug(whole->linkedinUrl);
    for (const Prep &prep : *preps) {
        const bool isSame = prep.contactId.isEmpty()
                ? !slug.isEmpty() && contacts::linkedinSlug(prep.linkedinUrl) == slug
                : prep.contactId == whole->contactId;
        if (isSame && prep.status == "failed"_L1 && prep.pdfFile.isEmpty()) {
            return prep.id;
        }
    }
    return services.ids.next();
}

Task<Result<Prep>> makePrep(Services *services, PrepOrder order, std::stop_token stop)
{
    const auto id = order.prepId.isEmpty() ? prepIdFor(*services, order) : Result<QString>(order.prepId);
    if (!id) {
        co_return std::unexpected(id.error());
    }
    co_return co_await runPrep(services, *id, std::move(order), stop);
}

Task<Result<Prep>> remakePrep(Services *services, QString prepId, std::stop_token stop)
{
    const auto prep = services->reader.prep(prepId);
    if (!prep) {
        co_return std::unexpected(prep.error());
    }
    const auto left = unfinishedJob(services->reader, *prep);
    if (isBeingMade(*services, prepId)) {
        co_return alreadyMade();
    }
    if (left && !left->results.empty()) {
        auto work = services->jobs.repeat(left->id, stop);
        co_return co_await prepOfJob(services, prepId, std::move(work));
    }
    PrepOrder order {prep->contactId, prep->contactId.isEmpty() ? prep->linkedinUrl : QString()};
    order.lookUp = left && boolAt(left->input, "lookUp");
    order.model = left && boolAt(left->input, "model");
    order.news = !boolAt(prep->extra, withoutNewsMember) && (!left || boolAt(left->input, "news", true));
    co_return co_await runPrep(services, prepId, std::move(order), stop);
}

Task<Result<Prep>> deepenPrep(Services *services, QString prepId, PrepOrder wishes, std::stop_token stop)
{
    const auto prep = services->reader.prep(prepId);
    if (!prep) {
        co_return std::unexpected(prep.error());
    }
    wishes.contactId = prep->contactId;
    wishes.news = wishes.news && !boolAt(prep->extra, withoutNewsMember);
    wishes.linkedinUrl = prep->contactId.isEmpty() ? prep->linkedinUrl : QString();
    co_return co_await runPrep(services, prepId, std::move(wishes), stop);
}

namespace {

/// Ticks and answers that changed, and questions of the user's own, question by question: the list as a whole
/// may have been made anew meanwhile.
void editQuestions(QVector<Question> &questions, const Prep &before, const Prep &after)
{
    for (const Question &edited : after.questions) {
        const auto own = std::ranges::find(questions, edited.text, &Question::text);
        const auto old = std::ranges::find(before.questions, edited.text, &Question::text);
        if (old != before.questions.end() && *old == edited) {
            continue;
        }
        if (own != questions.end()) {
            *own = edited;
        } else if (old == before.questions.end() || edited.asked || !edited.answer.isEmpty()) {
            questions << edited;
        }
    }
}

/// `stored` with what differs between `before` and `after`.
Prep withEdits(const Prep &stored, const Prep &before, const Prep &after)
{
    Json body = toBody(stored);
    for (const store::FieldEdit &edit : store::editsBetween(Kind::prep, toBody(before), toBody(after))) {
        if (edit.field != "coffeeQuestions"_L1) {
            store::setField(Kind::prep, body, edit);
        }
    }
    Prep edited = prepFrom(stored.id, body);
    editQuestions(edited.questions, before, after);
    return edited;
}

Task<Result<QString>> keptPdf(Services *services, Prep prep)
{
    const auto profile = services->reader.profile();
    if (!profile) {
        co_return std::unexpected(profile.error());
    }
    auto rendering = runOnWorker(prep::renderPdf, prep, pdfOptions(services->reader, *profile, prep));
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
    const Prep wanted = after;
    auto stored = services->reader.prep(before.id);
    Result<QString> pdf;
    while (turn && stored) {
        after = withEdits(*stored, before, wanted);
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
        replacePdf(after, *pdf, services->clock.now(), NewPdf::edited);
    }
    store::Operation operation;
    operation.label = tr("Edit the prep for %1").arg(after.title());
    operation.patch(Kind::prep, before.id, toBody(*stored), toBody(after));
    if (const auto kept = keepChat(services->reader, *stored, after, today(*services), operation); !kept) {
        co_return std::unexpected(kept.error());
    }
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
    co_return services->reader.prep(before.id).value_or(after);
}

bool prepMatches(const Prep &prep, const QString &query)
{
    const QStringList words = fold(query).split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty()) {
        return true;
    }
    QStringList parts {prep.title(), prep.person.company(), prep.person.jobTitle(), prep.person.college(),
                       prep.notes,   prep.outcome};
    for (const Promise &promise : prep.promises) {
        parts << promise.text;
    }
    const QString text = fold(parts.join(u'\n'));
    return std::ranges::all_of(words, [&](const QString &word) { return text.contains(word); });
}

Result<QByteArray> prepPdf(const store::Workspace &workspace, const Prep &prep)
{
    if (prep.pdfFile.isEmpty()) {
        return failure(ErrorKind::notFound, tr("This prep has no PDF yet."));
    }
    return workspace.keptFile(prep.pdfFile);
}

Result<QByteArray> prepVersionPdf(const store::Workspace &workspace, const PrepVersion &version)
{
    return workspace.keptFile(version.file);
}

QString prepFileName(const Prep &prep)
{
    return safeFileName(tr("Coffee chat %1").arg(prep.title())) + u".pdf"_s;
}

} // namespace crema::flows
