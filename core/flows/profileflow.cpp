// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/profileflow.h"

#include "async/worker.h"
#include "base/dates.h"
#include "base/paths.h"
#include "resume/facts.h"
#include "resume/textextraction.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

struct ReadResume
{
    QByteArray bytes;
    Resume resume;
};

Result<ReadResume> readResume(QString path, QString password, qint64 maxBytes)
{
    const auto bytes = readFile(path, maxBytes);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    const QString name = QFileInfo(path).fileName();
    const auto extracted = resume::extractText(*bytes, name, password);
    if (!extracted) {
        return std::unexpected(extracted.error());
    }
    ReadResume read;
    read.bytes = *bytes;
    read.resume.fileName = name;
    read.resume.mediaType = extracted->mediaType;
    read.resume.text = extracted->text;
    read.resume.facts = resume::readFacts(*extracted);
    return read;
}

void putProfile(store::Operation &operation, const Services &services, const Profile &before, const Profile &after)
{
    if (const auto stored = services.reader.record(Kind::profile, profileId());
        stored && stored->state != "live"_L1) {
        // Its creation was undone: what is left in the trash is not what the user sees and edits.
        operation.setState(Kind::profile, profileId(), u"live"_s);
        operation.patch(Kind::profile, profileId(), stored->body, toBody(after));
    } else if (stored) {
        operation.patch(Kind::profile, profileId(), toBody(before), toBody(after));
    } else {
        operation.create(Kind::profile, profileId(), toBody(after));
    }
}

} // namespace

Task<Result<Resume>> setResume(Services *services, QString path, QString password)
{
    auto reading = runOnWorker(readResume, path, password, services->deployment.limits.resumeBytes);
    auto read = co_await reading;
    if (!read) {
        co_return std::unexpected(read.error());
    }
    const auto hash = services->workspace.keepFile(read->bytes);
    const auto profile = services->reader.profile();
    const auto others = services->reader.resumes();
    if (!hash || !profile || !others) {
        co_return std::unexpected(!hash ? hash.error() : !profile ? profile.error() : others.error());
    }
    Resume resume = std::move(read->resume);
    resume.id = services->ids.next();
    resume.file = *hash;
    resume.isDefault = true;
    resume.createdAt = toStoredTime(services->clock.now());
    store::Operation operation;
    operation.label = tr("Read resume %1").arg(resume.fileName);
    for (const Resume &other : *others) {
        Resume changed = other;
        changed.isDefault = false;
        operation.patch(Kind::resume, other.id, toBody(other), toBody(changed));
    }
    Profile filled = *profile;
    fillFromResume(filled, resume);
    operation.create(Kind::resume, resume.id, toBody(resume));
    putProfile(operation, *services, *profile, filled);
    const auto applied = co_await services->store.apply(std::move(operation));
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return resume;
}

Task<Result<Profile>> setProfile(Services *services, FieldValues values)
{
    const auto before = services->reader.profile();
    if (!before) {
        co_return before;
    }
    Profile after = *before;
    for (const auto &[field, value] : values) {
        if (const auto set = setProfileField(after, field, value); !set) {
            co_return std::unexpected(set.error());
        }
    }
    co_return co_await saveProfile(services, *before, after);
}

Task<Result<Profile>> saveProfile(Services *services, Profile before, Profile after)
{
    // A list the user changed is theirs: reading a resume again leaves it alone.
    const Source hand;
    if (after.companies != before.companies) {
        after.sources.insert(u"companies"_s, hand);
    }
    if (after.experience != before.experience) {
        after.sources.insert(u"experience"_s, hand);
    }
    store::Operation operation;
    operation.label = tr("Edit profile");
    putProfile(operation, *services, before, after);
    const auto applied = co_await services->store.apply(std::move(operation));
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return services->reader.profile();
}

} // namespace crema::flows
