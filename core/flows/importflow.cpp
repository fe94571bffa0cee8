// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/importflow.h"

#include "async/worker.h"
#include "base/memory.h"
#include "base/paths.h"
#include "flows/importwork.h"
#include "flows/jobkinds.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

/// Much of what an import frees it takes again.
class KeptMemory final
{
public:
    KeptMemory() { keepFreeMemory(FreeMemory::keptLonger); }
    ~KeptMemory() { (void)runOnWorker(keepFreeMemory, FreeMemory::usual); } // takes a while
    Q_DISABLE_COPY_MOVE(KeptMemory)
};

Result<exchange::Preview> readPreview(QString path, Limits limits,
                                      std::optional<exchange::ColumnMapping> mapping, QString encoding,
                                      QString sheet)
{
    const auto bytes = readFile(path, limits.importBytes);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    exchange::ReadOptions options;
    options.limits = limits;
    options.mapping = std::move(mapping);
    options.encoding = std::move(encoding);
    options.sheet = std::move(sheet);
    options.fileName = QFileInfo(path).fileName();
    return exchange::preview(*bytes, options);
}

/// Takes what the request holds.
Result<exchange::ReadPeople> readFileOf(ImportRequest request, Limits limits, std::stop_token stop)
{
    const auto bytes = request.bytes ? Result<QByteArray>(*request.bytes)
                                     : readFile(request.path, limits.importBytes);
    const auto format = exchange::formatFromName(request.format);
    if (!bytes || !format) {
        return std::unexpected(bytes ? format.error() : bytes.error());
    }
    exchange::ReadOptions options;
    options.format = *format;
    options.mapping = request.mapping;
    options.encoding = request.encoding;
    options.sheet = request.sheet;
    options.limits = limits;
    options.fileName = QFileInfo(request.path).fileName();
    options.stop = stop;
    return exchange::readPeople(*bytes, options);
}

/// What the import would do.
Result<ImportOutcome> planOnly(std::shared_ptr<exchange::ReadPeople> people, QString databasePath,
                               std::stop_token stop)
{
    const auto plan = planPeople(
            std::move(*people), databasePath, [](const contacts::People &, size_t) { }, stop);
    return plan ? Result<ImportOutcome>(plan->outcome) : std::unexpected(plan.error());
}

std::shared_ptr<ImportWork> beginWork(std::shared_ptr<exchange::ReadPeople> people, QString databasePath,
                                      const Clock *clock, IdSource *ids)
{
    return std::make_shared<ImportWork>(std::move(*people), std::move(databasePath), *clock, *ids);
}

/// A hundred thousand people are nothing for the window's thread to let go.
void letGo(std::shared_ptr<ImportWork> work)
{
    work.reset();
}

Task<Result<ImportOutcome>> writePeople(Services *services, std::shared_ptr<exchange::ReadPeople> people,
                                        QString fileName, store::BulkProgress progress, std::stop_token stop)
{
    auto beginning = runOnWorker(beginWork, std::move(people), services->workspace.databasePath(),
                                 static_cast<const Clock *>(&services->clock), &services->ids);
    auto begun = co_await beginning;
    if (!begun) {
        co_return std::unexpected(begun.error());
    }
    auto work = std::move(*begun);
    store::Operation operation;
    operation.label = tr("Import of %1").arg(fileName);
    operation.origin = store::Origin::import;
    store::BulkCreates creates;
    creates.count = work->count();
    creates.next = [work](size_t most) { return work->next(most); };
    creates.complete = [work](store::Operation &rest) { work->complete(rest); };
    auto writing = services->store.applyBulk(std::move(operation), std::move(creates), std::move(progress),
                                             std::move(stop));
    const auto applied = co_await writing;
    Result<ImportOutcome> outcome = applied ? Result<ImportOutcome>(work->plan().outcome)
                                            : std::unexpected(applied.error());
    if (applied) {
        outcome->operationId = applied->operationId;
        tellKept(applied->kept, work->plan().completed, *outcome);
    }
    (void)runOnWorker(letGo, std::move(work));
    co_return outcome;
}

} // namespace

Task<Result<exchange::Preview>> previewImport(QString path, Deployment deployment,
                                              std::optional<exchange::ColumnMapping> mapping,
                                              QString encoding, QString sheet)
{
    return runOnWorker(readPreview, path, deployment.limits, mapping, encoding, sheet);
}

Task<Result<ImportOutcome>> importPeople(Services *services, ImportRequest request,
                                         std::function<void(int done, int total)> progress,
                                         std::stop_token stop)
{
    // Planned against what is there, so nobody else adds people between the plan and the writing.
    const auto turn = co_await services->jobs.turns().take(addingPeople(), stop);
    if (!turn) {
        co_return std::unexpected(turn.error());
    }
    const KeptMemory kept;
    auto reading = runOnWorker(readFileOf, request, services->deployment.limits, stop);
    auto read = co_await reading;
    if (!read) {
        co_return std::unexpected(read.error());
    }
    const auto people = std::make_shared<exchange::ReadPeople>(std::move(*read));
    const QString fileName = QFileInfo(request.path).fileName();
    auto doing = request.dryRun
            ? runOnWorker(planOnly, people, services->workspace.databasePath(), std::move(stop))
            : writePeople(services, people, fileName, std::move(progress), std::move(stop));
    co_return co_await doing;
}

} // namespace crema::flows
