// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/secretstore.h"

#include "async/completion.h"

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace crema::secrets {

namespace {

/// Runs a job of QtKeychain, which deletes itself, and gives the job back while it is still whole.
template <typename Job, typename T, typename Read>
CompletionFuture<T> started(Job *job, const QString &name, Read read)
{
    Completion<T> done;
    auto future = done.future();
    job->setInsecureFallback(false);
    job->setKey(name);
    QObject::connect(job, &QKeychain::Job::finished, job,
                     [done = std::move(done), job, read](QKeychain::Job *) { done.complete(read(*job)); });
    job->start();
    return future;
}

std::unexpected<Error> unusable(const QKeychain::Job &job)
{
    return failure(ErrorKind::storage, u"The computer's keychain cannot be used."_s,
                   u"keychain error %1: %2"_s.arg(static_cast<int>(job.error())).arg(job.errorString()));
}

Result<std::optional<Secret>> secretOf(const QKeychain::ReadPasswordJob &job)
{
    if (job.error() == QKeychain::EntryNotFound) {
        return std::optional<Secret>();
    }
    if (job.error() != QKeychain::NoError) {
        return unusable(job);
    }
    return std::optional(Secret(QByteArrayView(job.binaryData())));
}

Result<> doneOf(const QKeychain::Job &job)
{
    const bool fine = job.error() == QKeychain::NoError || job.error() == QKeychain::EntryNotFound;
    return fine ? Result<>() : Result<>(unusable(job));
}

} // namespace

SystemStore::SystemStore(QString application) : m_application(std::move(application)) { }

Task<Result<std::optional<Secret>>> SystemStore::read(QString name)
{
    auto *job = new QKeychain::ReadPasswordJob(m_application);
    auto future = started<QKeychain::ReadPasswordJob, std::optional<Secret>>(job, name, secretOf);
    co_return co_await future;
}

Task<Result<>> SystemStore::write(QString name, Secret secret)
{
    auto *job = new QKeychain::WritePasswordJob(m_application);
    job->setBinaryData(secret.reveal());
    auto future = started<QKeychain::WritePasswordJob, void>(job, name, doneOf);
    co_return co_await future;
}

Task<Result<>> SystemStore::remove(QString name)
{
    auto *job = new QKeychain::DeletePasswordJob(m_application);
    auto future = started<QKeychain::DeletePasswordJob, void>(job, name, doneOf);
    co_return co_await future;
}

} // namespace crema::secrets
