// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/prepjob.h"

#include "async/worker.h"
#include "base/dates.h"
#include "contacts/identity.h"
#include "flows/followupflow.h"
#include "flows/jobkinds.h"
#include "flows/newschoice.h"
#include "flows/paperchoice.h"
#include "flows/prepprofile.h"
#include "flows/prepquestions.h"
#include "prep/groundedquestions.h"
#include "prep/newsfilter.h"
#include "prep/prepcontent.h"
#include "truth/knowledge.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

/// Two PDFs made closer together than this are of one sitting.
constexpr std::chrono::minutes sitting {15};

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

/// Questions that a model was asked for stay until it is asked again: they may have cost something.
void keepModelQuestions(Prep &made, const Prep &earlier)
{
    const QStringList texts = textsAt(earlier.extra, modelQuestionsMember);
    if (texts.isEmpty() || made.extra.contains(modelQuestionsMember)) {
        return;
    }
    QVector<Question> questions = earlier.questions;
    questions.removeIf([&](const Question &question) { return !texts.contains(question.text); });
    made.questions = prep::filledUp(questions, made.questions);
    for (const char *member : {modelQuestionsMember, questionsNoteMember}) {
        if (earlier.extra.contains(member)) {
            made.extra[member] = earlier.extra[member];
        }
    }
}

/// What the user did with an earlier version of a prep, and what other programs know of it, go over to the
/// new one.
void keepOwnWork(Prep &made, const Prep &earlier)
{
    made.notes = earlier.notes;
    made.promises = earlier.promises;
    made.outcome = earlier.outcome;
    made.chatMinutes = earlier.chatMinutes;
    made.pdfFile = earlier.pdfFile;
    made.renderedAt = earlier.renderedAt;
    made.versions = earlier.versions;
    made.createdAt = earlier.createdAt;
    if (!earlier.preparedOn.isEmpty()) {
        made.preparedOn = earlier.preparedOn;
    }
    made.cost += earlier.cost;
    keepModelQuestions(made, earlier);
    const Json own = made.extra;
    made.extra = earlier.extra;
    for (const char *ofThisMaking :
         {prepJobMember, questionsNoteMember, modelQuestionsMember, withoutNewsMember, newsFoundMember}) {
        made.extra.erase(ofThisMaking);
    }
    made.extra.update(own);
    for (const Question &old : earlier.questions) {
        const auto same = std::ranges::find(made.questions, old.text, &Question::text);
        if (same != made.questions.end()) {
            *same = old;
        } else if (old.asked || !old.answer.isEmpty() || old.kind == ownQuestionKind) {
            made.questions << old;
        }
    }
}

/// Writes `prep` over what is stored (nothing: a new record). What others change in other fields stays.
store::Operation writeOperation(const std::optional<Prep> &stored, const Prep &prep)
{
    store::Operation operation;
    operation.label = tr("Prepare for %1").arg(prep.title());
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

Prep newPrep(const Services &services, const Json &input)
{
    Prep prep;
    prep.id = textAt(input, "prepId");
    prep.contactId = textAt(input, "contactId");
    prep.linkedinUrl = textAt(input, "linkedinUrl");
    if (const auto contact = services.reader.contact(prep.contactId)) {
        prep.person = *contact;
    }
    putText(prep.extra, paperMember, textAt(input, "paper")); // a retry makes what was asked for
    prep.createdAt = toStoredTime(services.clock.now());
    return prep;
}

// The stages hand the prep on in the job's own row; the record is written once, by the last one or when the
// job ends early. So one undo takes back one prep, and no list shows a half of it.

/// Stage 1: what is known of the person, here and, if so ordered, at the vendor.
Task<Result<jobs::StageOutcome>> enrich(Services *services, jobs::StageContext context)
{
    const auto stored = storedPrep(services->reader, textAt(context.input, "prepId"));
    if (!stored) {
        co_return std::unexpected(stored.error());
    }
    ProfileOrder order {textAt(context.input, "contactId"), textAt(context.input, "linkedinUrl"),
                        boolAt(context.input, "lookUp"), *stored ? (*stored)->vendorProfile : Json::object(),
                        context.jobId};
    auto asking = personForPrep(services, std::move(order), context.stop);
    const auto person = co_await asking;
    if (!person) {
        co_return std::unexpected(person.error());
    }
    jobs::StageOutcome outcome;
    outcome.result["person"] = toJson(person->found);
    outcome.result["vendorProfile"] = person->vendorProfile;
    outcome.result["note"] = person->note;
    outcome.result["boughtBy"] = person->boughtBy;
    outcome.result["createdAt"] = *stored ? (*stored)->createdAt : toStoredTime(services->clock.now());
    co_return outcome;
}

/// The domain of the firm, of an address at work.
QString domainOf(const Contact &person)
{
    const auto atWork = std::ranges::find(person.addresses, u"work"_s, &ContactPoint::kind);
    return atWork == person.addresses.end() ? QString() : atWork->value.section(u'@', -1);
}

/// What an earlier look-up found about the same firm stays when a newer one found less than it should have.
void keepEarlierNews(Prep &news, const Prep &earlier, const Contact &person)
{
    const QString firm = contacts::companyKey(earlier.person.company());
    if (earlier.news.isEmpty() || firm != contacts::companyKey(person.company())) {
        return;
    }
    const qsizetype found = news.news.size();
    for (const NewsItem &item : earlier.news) {
        const bool known = std::ranges::find(news.news, item.url, &NewsItem::url) != news.news.end();
        if (!known && news.news.size() < prep::mostNews) {
            news.news << item;
        }
    }
    if (news.news.size() == found) {
        return;
    }
    const QString foundOn = textAt(earlier.extra, newsFoundMember);
    const QString day = foundOn.isEmpty() ? earlier.completedAt.left(10) : foundOn;
    news.newsNote += u' ' + tr("Articles found on %1 are kept.").arg(day);
    if (found == 0) {
        putText(news.extra, newsFoundMember, day);
    }
}

/// Stage 2: news of the firm. It fails no prep: what goes wrong is said in the prep.
Task<Result<jobs::StageOutcome>> fetchNews(Services *services, jobs::StageContext context)
{
    const Contact person = foundPersonFrom(member(member(context.results, "enriching_profile"), "person"))
                                   .person;
    const auto stored = storedPrep(services->reader, textAt(context.input, "prepId"));
    if (!stored) {
        co_return std::unexpected(stored.error());
    }
    Prep news; // carries the articles to the next stage
    bool isWhole = false;
    if (!boolAt(context.input, "news", true)) {
        news.newsNote = tr("News was not looked for.");
    } else if (person.sample) {
        news.newsNote = tr("News was not looked for: this is a fictional person.");
    } else if (person.company().isEmpty()) {
        news.newsNote = tr("News was not looked for: the firm is not known.");
    } else {
        // Where somebody lives says little about where the firm is.
        prep::Firm firm {person.company(), domainOf(person), {}, {}, person.city};
        auto looking = findNews(services, std::move(firm), context.jobId, context.stop);
        auto found = co_await looking;
        if (!found) {
            co_return std::unexpected(found.error());
        }
        news.news = std::move(found->items);
        news.newsNote = found->note;
        isWhole = found->isWhole;
        if (!news.news.isEmpty()) {
            news.extra[newsFoundMember] = today(*services).toString(Qt::ISODate).toStdString();
        }
    }
    if (!isWhole && *stored) {
        keepEarlierNews(news, **stored, person);
    }
    jobs::StageOutcome outcome;
    outcome.result["prep"] = toBody(news);
    co_return outcome;
}

/// The job that bought the vendor's answer. Results that an earlier version of Crema left say only that there
/// is one; it was this job that asked.
QString boughtByOf(const Json &results, const QString &jobId)
{
    return boolAt(results, "lookedUp") ? jobId : textAt(results, "boughtBy");
}

/// Stage 3: what to know, what is shared, what to ask.
Task<Result<jobs::StageOutcome>> generateContent(Services *services, jobs::StageContext context)
{
    const auto profile = services->reader.profile();
    const auto resume = services->reader.defaultResume();
    if (!profile || !resume) {
        co_return std::unexpected(profile ? resume.error() : profile.error());
    }
    const Json &left = member(context.results, "enriching_profile");
    const Contact person = foundPersonFrom(member(left, "person")).person;
    const QDateTime createdAt = fromStoredTime(textAt(left, "createdAt")).toLocalTime();
    const Prep news = prepFrom({}, member(member(context.results, "fetching_news"), "prep"));
    const prep::PrepInput input {
            textAt(context.input, "prepId"), person, *profile, *resume, createdAt, news.news};
    Prep content = prep::makePrep(input, services->knowledge);
    content.newsNote = news.newsNote;
    putText(content.extra, newsFoundMember, textAt(news.extra, newsFoundMember));
    if (!boolAt(context.input, "news", true)) {
        content.extra[withoutNewsMember] = true;
    }
    putText(content.extra, paperMember, textAt(context.input, "paper"));
    content.vendorProfile = member(left, "vendorProfile");
    content.profileNote = textAt(left, "note");
    jobs::StageOutcome outcome;
    const QString boughtBy = boughtByOf(left, context.jobId);
    outcome.result["boughtBy"] = boughtBy;
    content.cost = boughtBy.isEmpty() ? services->deployment.costs.localPrep
                                      : services->deployment.costs.paidPrep;
    if (boolAt(context.input, "model")) {
        auto asking = askForQuestions(services, content, context.jobId, context.stop);
        const auto asked = co_await asking;
        if (!asked) {
            co_return std::unexpected(asked.error());
        }
        content.questions = asked->questions;
        putText(content.extra, questionsNoteMember, asked->note);
        if (asked->wasOfUse) {
            content.extra[modelQuestionsMember] = jsonTexts(asked->byModel);
        }
        if (asked->wasOfUse && asked->isHosted) {
            content.cost = services->deployment.costs.paidPrep;
            outcome.result["modelWasPaid"] = true;
        }
    }
    if (content.linkedinUrl.isEmpty()) {
        content.linkedinUrl = textAt(context.input, "linkedinUrl");
    }
    outcome.result["prep"] = toBody(content);
    outcome.forgets << u"enriching_profile"_s << u"fetching_news"_s;
    co_return outcome;
}

// A fact about a job that bought an answer of the vendor: the prep's job that was charged for it. Whoever
// else uses the answer, which is kept for a while, uses it free.
const QString chargedFact = u"answerCharged"_s;

/// Nothing for an answer that has been paid for, and never more than was said.
Result<int> costOf(const Services &services, const Json &left, int cost, int most)
{
    const QString boughtBy = textAt(left, "boughtBy");
    if (boughtBy.isEmpty() || boolAt(left, "modelWasPaid")) {
        return std::min(cost, most);
    }
    const auto charged = isCharged(services.reader, boughtBy);
    if (!charged) {
        return std::unexpected(charged.error());
    }
    return std::min(*charged ? services.deployment.costs.localPrep : cost, most);
}

/// Stage 4: the PDF, and the record.
Task<Result<jobs::StageOutcome>> generatePdf(Services *services, jobs::StageContext context)
{
    const Json &left = member(context.results, "generating_content");
    Prep content = prepFrom(textAt(context.input, "prepId"), member(left, "prep"));
    const auto profile = services->reader.profile();
    const auto most = static_cast<int>(intAt(context.input, "mostCost", content.cost));
    const auto cost = costOf(*services, left, content.cost, most);
    if (!profile || !cost) {
        co_return std::unexpected(profile ? cost.error() : profile.error());
    }
    content.cost = *cost;
    auto stored = storedPrep(services->reader, content.id);
    while (stored) {
        Prep done = content;
        if (*stored) {
            keepOwnWork(done, **stored);
        }
        auto rendering = runOnWorker(prep::renderPdf, done, pdfOptions(services->reader, *profile, done));
        const auto pdf = co_await rendering;
        const auto hash = pdf ? services->workspace.keepFile(*pdf) : std::unexpected(pdf.error());
        if (!hash) {
            co_return std::unexpected(hash.error());
        }
        const auto now = storedPrep(services->reader, content.id);
        if (now == stored) {
            replacePdf(done, *hash, services->clock.now(), NewPdf::madeAgain);
            done.status = u"completed"_s;
            done.completedAt = toStoredTime(services->clock.now());
            jobs::StageOutcome outcome;
            outcome.operation = writeOperation(*stored, done);
            outcome.result["charged"] = content.cost;
            if (const QString boughtBy = textAt(left, "boughtBy"); !boughtBy.isEmpty()) {
                outcome.operation.facts.push_back({boughtBy, chargedFact, context.jobId});
            }
            outcome.forgets << u"generating_content"_s;
            co_return outcome;
        }
        stored = now; // the user worked on it meanwhile: that goes into the PDF as well
    }
    co_return std::unexpected(stored.error());
}

/// A new prep whose job ended early stays, says why and can be retried; one that was whole before stays as it
/// was.
Task<store::Operation> whenPrepEnded(Services *services, store::JobRow job, Error error)
{
    const QString id = textAt(job.input, "prepId");
    const QString contactId = textAt(job.input, "contactId");
    const auto stored = storedPrep(services->reader, id);
    const bool personIsGone = !contactId.isEmpty() && !services->reader.contact(contactId);
    if (!stored || (*stored && !(*stored)->pdfFile.isEmpty()) || (!*stored && personIsGone)) {
        co_return store::Operation();
    }
    Prep failed = *stored ? **stored : newPrep(*services, job.input);
    failed.status = u"failed"_s;
    failed.error = error.kind == ErrorKind::cancelled ? tr("Cancelled.") : error.text;
    failed.extra[prepJobMember] = job.id.toStdString();
    co_return writeOperation(*stored, failed);
}

} // namespace

Result<bool> isCharged(const store::Reader &reader, const QString &boughtBy)
{
    const auto charged = reader.fact(boughtBy, chargedFact);
    return charged ? Result<bool>(!charged->isEmpty()) : std::unexpected(charged.error());
}

prep::PrepPdfOptions pdfOptions(const store::Reader &reader, const Profile &profile, const Prep &prep)
{
    return {paperOf(reader, prep), profile.name};
}

void replacePdf(Prep &prep, const QString &file, const QDateTime &at, NewPdf why)
{
    if (prep.pdfFile == file) {
        return;
    }
    const QDateTime before = fromStoredTime(prep.renderedAt.isEmpty() ? prep.completedAt : prep.renderedAt);
    const bool sameSitting = why == NewPdf::edited && !prep.versions.isEmpty() && before.isValid()
            && before.msecsTo(at) < sitting / std::chrono::milliseconds(1);
    if (!prep.pdfFile.isEmpty() && !sameSitting) {
        prep.versions.prepend({prep.pdfFile, before.isValid() ? toStoredTime(before) : QString()});
        prep.versions.resize(std::min<qsizetype>(prep.versions.size(), Prep::mostVersions));
    }
    prep.pdfFile = file;
    prep.renderedAt = toStoredTime(at);
}

namespace {

/// Preps for one person take turns: the second finds the answer that the first has paid for.
QString whomFor(const Json &input)
{
    for (const QString &whom :
         {contacts::linkedinSlug(textAt(input, "linkedinUrl")), textAt(input, "contactId")}) {
        if (!whom.isEmpty()) {
            return whom;
        }
    }
    return textAt(input, "prepId");
}

} // namespace

jobs::JobKind prepJob(Services &services)
{
    Services *own = &services;
    jobs::JobKind kind;
    kind.name = u"prep"_s;
    const auto stage = [own](const QString &name, auto work) {
        return jobs::Stage {
                name, [own, work](jobs::StageContext context) { return work(own, std::move(context)); }};
    };
    kind.stages = {stage(u"enriching_profile"_s, enrich), stage(u"fetching_news"_s, fetchNews),
                   stage(u"generating_content"_s, generateContent), stage(u"generating_pdf"_s, generatePdf)};
    kind.toReserve = [](const Json &input) { return static_cast<int>(intAt(input, "mostCost")); };
    kind.toCharge = [](const Json &, const Json &results) {
        return static_cast<int>(intAt(member(results, "generating_pdf"), "charged"));
    };
    kind.turn = [](const Json &input) { return u"prep for "_s + whomFor(input); };
    kind.whenEnded = [own](store::JobRow job, Error error) {
        return whenPrepEnded(own, std::move(job), std::move(error));
    };
    return kind;
}

} // namespace crema::flows
