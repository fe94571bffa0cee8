// SPDX-License-Identifier: GPL-3.0-or-later
#include "async/worker.h"
#include "flows/jobkinds.h"
#include "flows/writebatch.h"
#include "llm/client.h"
#include "write/voicerules.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

QString tr(const char *words, int n = -1)
{
    return QCoreApplication::translate("flows", words, nullptr, n);
}

/// Marks a draft with the job that wrote it, so that a job that goes on after a crash does not ask again.
constexpr auto jobMark = "writtenBy";

/// One job under way: writes an email at a time and stores each at once, since each was asked for and may
/// have cost something.
class ModelBatch
{
public:
    ModelBatch(Services *services, jobs::StageContext context, WriteBatch batch, llm::Server server)
        : m_services(services), m_context(std::move(context)), m_batch(std::move(batch))
    {
        m_order.server = std::move(server);
        m_order.jobId = m_context.jobId;
    }

    [[nodiscard]] Task<Result<jobs::StageOutcome>> run()
    {
        auto reading = runOnWorker(readDesk, m_batch);
        const auto desk = co_await reading;
        if (!desk) {
            co_return std::unexpected(desk.error());
        }
        WriteDesk &own = **desk;
        m_order.voiceRules = own.voiceRules;
        const write::ModelWriter model(m_services->llm, own.templates);
        int done = 0;
        for (const QString &id : m_batch.contactIds) {
            if (!m_ended) { // the rest is only listed, and a cancelled job has nobody who watches it
                m_context.progress(done++, static_cast<int>(m_batch.contactIds.size()));
            }
            const Recipient recipient = recipientOf(m_services->reader, own, id);
            if (isDone(recipient)) {
                m_draftIds << recipient.present->id;
                own.memory.add(*recipient.present, recipient.request.contact, own.signature);
                continue;
            }
            if (!recipient.refusal.isEmpty()) {
                m_unwritten << Unwritten {id, recipient.refusal};
                continue;
            }
            if (m_ended) {
                m_unwritten << Unwritten {id, m_ended->text};
                continue;
            }
            auto writing = model.write(recipient.request, m_order, {}, m_context.stop);
            auto written = co_await writing;
            if (!written) {
                giveUp(written.error(), id);
                continue;
            }
            own.memory.add(written->draft, recipient.request.contact, own.signature);
            auto keeping = keep(*std::move(written), recipient);
            const auto kept = co_await keeping;
            if (!kept) {
                co_return std::unexpected(kept.error());
            }
        }
        if (m_ended && m_ended->kind == ErrorKind::cancelled) {
            co_return std::unexpected(*m_ended);
        }
        if (m_ended && m_draftIds.isEmpty()) {
            co_return std::unexpected(*m_ended); // nothing came of it: the job says why
        }
        co_return outcome();
    }

private:
    [[nodiscard]] bool isDone(const Recipient &recipient) const
    {
        return recipient.present && textAt(recipient.present->extra, jobMark) == m_context.jobId;
    }

    void giveUp(const Error &error, const QString &contactId)
    {
        m_unwritten << Unwritten {contactId, error.text};
        if (endsModelBatch(error)) {
            m_ended = error;
        }
    }

    [[nodiscard]] Task<Result<>> keep(write::ModelDraft written, Recipient recipient)
    {
        m_usage.promptTokens += written.usage.promptTokens;
        m_usage.answerTokens += written.usage.answerTokens;
        written.draft.runId = m_batch.runId;
        write::keepSuggestion(written.draft);
        written.draft.extra[jobMark] = m_context.jobId;
        putText(written.draft.extra, topicMember, m_batch.topic);
        WrittenDraft one {written.draft, recipient.present};
        if (const QString reason = overtaken(m_services->reader, one); !reason.isEmpty()) {
            m_unwritten << Unwritten {recipient.request.contact.id, reason};
            co_return Result<> {};
        }
        note(written, recipient.request.contact);
        store::Operation operation;
        operation.label = tr("Write the email \"%1\"").arg(one.draft.subject);
        operation.origin = store::Origin::job;
        m_draftIds << addDraft(operation, one, m_services->ids);
        auto applying = m_services->store.apply(std::move(operation));
        const auto applied = co_await applying;
        if (!applied) {
            co_return std::unexpected(applied.error());
        }
        co_return Result<> {};
    }

    void note(const write::ModelDraft &written, const Contact &contact)
    {
        if (const QString remark = remarkOn(written); !remark.isEmpty()) {
            m_notes.push_back({{"contactId", contact.id}, {"text", u"%1: %2"_s.arg(contact.name(), remark)}});
        }
    }

    [[nodiscard]] jobs::StageOutcome outcome() const
    {
        jobs::StageOutcome outcome;
        outcome.result["draftIds"] = jsonTexts(m_draftIds);
        outcome.result["unwritten"] = unwrittenJson(m_unwritten);
        outcome.result["notes"] = m_notes;
        outcome.result["promptTokens"] = m_usage.promptTokens;
        outcome.result["answerTokens"] = m_usage.answerTokens;
        return outcome;
    }

    Services *m_services;
    jobs::StageContext m_context;
    WriteBatch m_batch;
    write::ModelOrder m_order;
    QStringList m_draftIds;
    QVector<Unwritten> m_unwritten;
    Json m_notes = Json::array();
    llm::Usage m_usage;
    std::optional<Error> m_ended; ///< why no more is asked
};

Task<Result<jobs::StageOutcome>> writing(Services *services, jobs::StageContext context)
{
    auto batch = batchFrom(context.input, *services);
    auto server = llm::serverFrom(textAt(context.input, "baseUrl"), textAt(context.input, "model"));
    if (!batch || !server) {
        co_return failure(ErrorKind::internal,
                          tr("The job does not say what to write, or with which model."));
    }
    ModelBatch work(services, std::move(context), *std::move(batch), *std::move(server));
    auto running = work.run();
    auto outcome = co_await running;
    co_return outcome;
}

} // namespace

bool endsModelBatch(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::cancelled:
    case ErrorKind::offline:
    case ErrorKind::unauthorised:
    case ErrorKind::forbidden:
    case ErrorKind::notFound:
    case ErrorKind::outOfCredits:
    case ErrorKind::storage:
    case ErrorKind::rateLimited: // it was waited for already
        return true;
    default:
        return false;
    }
}

jobs::JobKind modelWriteJob(Services &services)
{
    Services *own = &services;
    jobs::JobKind kind;
    kind.name = u"write_model"_s;
    kind.costsOutside = true;
    kind.stages = {
            {u"writing"_s, [own](jobs::StageContext context) { return writing(own, std::move(context)); }}};
    // Shared with the template writer: two at once would not know of each other's emails.
    kind.turn = [](const Json &) { return u"writing"_s; };
    return kind;
}

} // namespace crema::flows
