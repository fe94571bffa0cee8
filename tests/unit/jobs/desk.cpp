// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

#include "async/delay.h"
#include "model/contact.h"
#include "store/check.h"

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace crema::jobs {

const QStringList &stageNames()
{
    static const QStringList names {u"gather"_s, u"weigh"_s, u"deliver"_s};
    return names;
}

QString contactOf(const QString &jobId, const QString &stage)
{
    return jobId + u'-' + stage;
}

Desk::Desk(QString path) : folder(path.isEmpty() ? ownFolder.path() : std::move(path)) { }

quint32 Desk::nextSeed()
{
    static quint32 seed = 0;
    return ++seed + static_cast<quint32>(QCoreApplication::applicationPid()) * 1000;
}

Result<> Desk::open()
{
    const QString path = folder + u"/crema.db"_s;
    const auto noKeys = [](Kind, const QString &, const Json &) { return QStringList(); };
    auto opened = store::Store::open(path, noKeys, clock, ids);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    store = std::move(*opened);
    auto read = store::Reader::open(path);
    if (!read) {
        return std::unexpected(read.error());
    }
    reader = std::move(*read);
    engine = std::make_unique<JobEngine>(*store, *reader, deployment, clock, ids);
    engine->add(kind());
    return {};
}

void Desk::close()
{
    engine.reset();
    reader.reset();
    store.reset();
}

JobKind Desk::kind()
{
    JobKind work;
    work.name = u"work"_s;
    for (const QString &name : stageNames()) {
        work.stages.push_back(
                {name, [this, name](StageContext context) { return stage(name, std::move(context)); }});
    }
    work.toReserve = [](const Json &input) { return static_cast<int>(intAt(input, "cost")); };
    work.toCharge = [](const Json &input, const Json &) {
        return static_cast<int>(intAt(input, "delivered"));
    };
    work.turn = [](const Json &input) { return textAt(input, "turn"); };
    work.whenEnded = [this](store::JobRow job, Error) { return marks(std::move(job)); };
    return work;
}

Task<store::Operation> Desk::marks(store::JobRow job)
{
    ++endings;
    store::Operation operation;
    operation.label = u"Mark"_s;
    for (const QString &name : stageNames()) {
        const auto written = reader->contact(contactOf(job.id, name));
        if (written) {
            Contact marked = *written;
            marked.notes = job.state;
            operation.patch(Kind::contact, written->id, toBody(*written), toBody(marked));
        }
    }
    co_return operation;
}

Task<Result<StageOutcome>> Desk::stage(QString name, StageContext context)
{
    ran << name;
    const Behaviour how = behaviour.value(name, Behaviour::work);
    co_await delay(std::chrono::milliseconds(0), context.stop);
    context.progress(1, 2);
    if (how == Behaviour::throwSomething) {
        throw std::runtime_error("a stage broke");
    }
    if (how == Behaviour::fail) {
        co_return failure(ErrorKind::badAnswer, u"The stage %1 could not do its work."_s.arg(name));
    }
    if (how == Behaviour::waitForStop || how == Behaviour::hang) {
        co_await delay(std::chrono::hours(1), context.stop);
    }
    if (context.stop.stop_requested()) {
        co_return failure(ErrorKind::cancelled, u"Cancelled."_s);
    }
    Contact contact;
    contact.id = contactOf(context.jobId, name);
    contact.firstName = name;
    StageOutcome outcome;
    outcome.operation.label = u"Stage "_s + name;
    outcome.operation.create(Kind::contact, contact.id, toBody(contact));
    if (how == Behaviour::cannotBeWritten) {
        outcome.operation.create(Kind::contact, contact.id, toBody(contact)); // the store refuses the second
    }
    outcome.result["name"] = name;
    co_return outcome;
}

Task<Result<store::JobRow>> Desk::start(int cost, int delivered, const QString &turn)
{
    Json input {{"cost", cost}, {"delivered", delivered}};
    input["turn"] = turn.isEmpty() ? ids.next() : turn;
    return engine->run(u"work"_s, u"Some work"_s, std::move(input), stop.get_token());
}

Result<store::JobRow> Desk::run(int cost, int delivered)
{
    return test::await(start(cost, delivered));
}

Result<store::JobRow> Desk::resume(const QString &jobId)
{
    return test::await(engine->resume(jobId, stop.get_token()));
}

int Desk::balance(const QString &account) const
{
    return reader->balance(account).value_or(-999999);
}

qint64 Desk::number(const char *sql) const
{
    store::Statement statement(reader->connection(), sql);
    return statement.step() ? statement.integer(0) : -999999;
}

QString Desk::unsound() const
{
    const auto workspace = store::Workspace::at(folder);
    const auto problems = workspace ? store::checkWorkspace(*workspace) : std::unexpected(workspace.error());
    QStringList wrong = problems ? *problems : QStringList {problems.error().text};
    const auto none = [&](const char *sql, const QString &what) {
        if (const qint64 found = number(sql); found != 0) {
            wrong << u"%1: %2"_s.arg(what).arg(found);
        }
    };
    none("SELECT coalesce(sum(amount), 0) FROM ledger_entry", u"the ledger does not sum to zero"_s);
    none("SELECT count(*) FROM (SELECT posting FROM ledger_entry GROUP BY posting HAVING sum(amount) <> 0)",
         u"lopsided postings"_s);
    none("SELECT count(*) FROM ledger_account a WHERE balance <> (SELECT coalesce(sum(amount), 0) FROM "
         "ledger_entry e WHERE e.account = a.account)",
         u"accounts that differ from their entries"_s);
    none("SELECT count(*) FROM ledger_account JOIN job ON account = 'reserved:' || job.id WHERE balance <> 0 "
         "AND "
         "state NOT IN ('running', 'queued')",
         u"ended jobs that hold credits"_s);
    none("SELECT count(*) FROM job WHERE state NOT IN ('running', 'queued') AND id NOT IN (SELECT job_id "
         "FROM "
         "receipt)",
         u"ended jobs without a receipt"_s);
    none("SELECT count(*) FROM job WHERE state IN ('running', 'queued') AND id IN (SELECT job_id FROM "
         "receipt)",
         u"open jobs with a receipt"_s);
    none("SELECT coalesce(sum(charged), 0) - (SELECT coalesce(sum(amount), 0) FROM ledger_entry WHERE "
         "account = "
         "'spent') FROM receipt",
         u"receipts that differ from what was spent"_s);
    none("SELECT count(*) FROM staging", u"staged rows"_s);
    return wrong.join(u"; "_s);
}

QString Desk::halves(const store::JobRow &job) const
{
    QStringList wrong;
    int finished = 0;
    for (const QString &name : stageNames()) {
        const bool isFinished = job.results.contains(name.toStdString());
        finished += isFinished;
        if (isFinished != reader->contact(contactOf(job.id, name)).has_value()) {
            wrong << u"%1 is %2finished, but its record says otherwise"_s.arg(name,
                                                                              isFinished ? u""_s : u"not "_s);
        }
    }
    if (job.done != finished) {
        wrong << u"the row counts %1 stages, %2 left a result"_s.arg(job.done).arg(finished);
    }
    if ((job.state == "done"_L1) != (finished == stageNames().size())) {
        wrong << u"the state is %1 after %2 stages"_s.arg(job.state).arg(finished);
    }
    return wrong.join(u"; "_s);
}

} // namespace crema::jobs
