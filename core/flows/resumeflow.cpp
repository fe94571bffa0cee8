// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/resumeflow.h"

#include "async/worker.h"
#include "base/dates.h"
#include "base/text.h"
#include "flows/profileflow.h"
#include "flows/resumereading.h"
#include "model/modelreading.h"
#include "resume/modelfacts.h"
#include "store/writingout.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

/// What an operation on resumes starts from.
struct ResumeDesk
{
    QVector<Resume> resumes; ///< newest first
    Profile profile;
    QString defaultId; ///< empty when there is none

    [[nodiscard]] const Resume *find(const QString &id) const
    {
        const auto it = std::ranges::find(resumes, id, &Resume::id);
        return it == resumes.end() ? nullptr : &*it;
    }
};

Result<ResumeDesk> deskOf(const Services &services)
{
    const auto resumes = services.reader.resumes();
    const auto profile = services.reader.profile();
    const auto standard = services.reader.defaultResume();
    if (!resumes || !profile || !standard) {
        return std::unexpected(!resumes ? resumes.error() : !profile ? profile.error() : standard.error());
    }
    return ResumeDesk {*resumes, *profile, *standard ? (*standard)->id : QString()};
}

void patch(store::Operation &operation, const Resume &before, const Resume &after)
{
    operation.patch(Kind::resume, before.id, toBody(before), toBody(after));
}

/// Makes all others no default.
void makeOnlyDefault(store::Operation &operation, const ResumeDesk &desk, const QString &id)
{
    for (const Resume &other : desk.resumes) {
        if (other.id != id && other.isDefault) {
            Resume changed = other;
            changed.isDefault = false;
            patch(operation, other, changed);
        }
    }
}

void fillProfile(store::Operation &operation, const Services &services, const Profile &before,
                 const Resume &resume)
{
    Profile filled = before;
    fillFromResume(filled, resume);
    putProfile(operation, services, before, filled);
}

/// What a model found, held against a text.
ModelReading groundedAgain(const ModelReading &model, const Reading &reading)
{
    QVector<resume::ProposedFact> proposed;
    for (const QString &field : factFields()) {
        const ResumeLine fact = factOf(model.facts, field);
        if (!fact.text.isEmpty()) {
            proposed << resume::ProposedFact {field, fact.text, fact.line};
        }
    }
    for (const QString &list : factLists()) {
        for (const ResumeLine &fact : factListOf(model.facts, list)) {
            proposed << resume::ProposedFact {list, fact.text, fact.line};
        }
    }
    return {model.model, resume::groundedFacts(proposed, reading.text, reading.facts).facts};
}

/// What a model found stays as far as the text still says it.
void takeReading(Resume &resume, const Reading &reading)
{
    const ModelReading model = takeModelReading(resume);
    resume.mediaType = reading.mediaType;
    resume.text = reading.text;
    resume.textOrigin = reading.textOrigin;
    resume.places = reading.places;
    resume.read = reading.facts;
    resume.isProtected = reading.isProtected;
    resume.readingVersion = readingVersion;
    applyCorrections(resume);
    addModelReading(resume, groundedAgain(model, reading));
}

/// Earlier versions kept what was removed by hand in the profile only. It becomes a correction of the resume,
/// so that all that was decided stands in one place.
void adoptHandLists(Resume &resume, Profile &profile)
{
    for (const QString &field : factLists()) {
        const auto source = profile.sources.find(field);
        if (source == profile.sources.end() || source->kind != SourceKind::hand) {
            continue;
        }
        const QVector<ResumeLine> &kept = field == "companies"_L1 ? profile.companies : profile.experience;
        for (const ShownFact &fact : shownFacts(resume)) {
            const bool dropped = fact.field == field && !fact.corrected && !kept.contains(fact.read);
            if (dropped) {
                (void)correctFact(resume, fact, {}); // an empty value is never refused
            }
        }
        profile.sources.erase(source);
    }
}

Task<Result<Resume>> applied(Services *services, store::Operation operation, Resume resume)
{
    const auto change = co_await services->store.apply(std::move(operation));
    if (!change) {
        co_return std::unexpected(change.error());
    }
    co_return resume;
}

} // namespace

Task<Result<Resume>> setResume(Services *services, QString path, QString password)
{
    ResumeOrder order;
    order.path = path;
    order.password = password;
    auto work = setResume(services, std::move(order), PageProgress(), std::stop_token());
    co_return co_await work;
}

Task<Result<Resume>> setResume(Services *services, ResumeOrder order, PageProgress progress,
                               std::stop_token stop)
{
    auto work = readResumeFile(services, std::move(order), std::move(progress), stop);
    const auto reading = co_await work;
    if (!reading) {
        co_return std::unexpected(reading.error());
    }
    const auto hash = services->workspace.keepFile(reading->bytes);
    const auto desk = deskOf(*services);
    if (!hash || !desk) {
        co_return std::unexpected(!hash ? hash.error() : desk.error());
    }
    const auto known = std::ranges::find(desk->resumes, *hash, &Resume::file);
    const bool isNew = known == desk->resumes.end();
    Resume resume = isNew ? Resume {} : *known;
    resume.fileName = reading->fileName;
    resume.isDefault = true;
    takeReading(resume, *reading);
    store::Operation operation;
    operation.label = tr("Read resume %1").arg(resume.fileName);
    makeOnlyDefault(operation, *desk, resume.id);
    if (isNew) {
        resume.id = services->ids.next();
        resume.file = *hash;
        resume.createdAt = toStoredTime(services->clock.now());
        if (const Resume *former = desk->find(desk->defaultId)) {
            inheritCorrections(resume, *former);
        }
        operation.create(Kind::resume, resume.id, toBody(resume));
    } else {
        patch(operation, *known, resume);
    }
    fillProfile(operation, *services, desk->profile, resume);
    co_return co_await applied(services, std::move(operation), resume);
}

Task<Result<Resume>> makeDefaultResume(Services *services, QString id)
{
    const auto desk = deskOf(*services);
    const auto before = services->reader.resume(id);
    if (!desk || !before) {
        co_return std::unexpected(!desk ? desk.error() : before.error());
    }
    Resume after = *before;
    after.isDefault = true;
    store::Operation operation;
    operation.label = tr("Make %1 the default resume").arg(after.name());
    makeOnlyDefault(operation, *desk, id);
    patch(operation, *before, after);
    fillProfile(operation, *services, desk->profile, after);
    co_return co_await applied(services, std::move(operation), after);
}

Task<Result<Resume>> renameResume(Services *services, QString id, QString label)
{
    const auto before = services->reader.resume(id);
    if (!before) {
        co_return std::unexpected(before.error());
    }
    Resume after = *before;
    after.label = cleanLine(label).left(longestResumeName);
    if (after.label == after.fileName) {
        after.label.clear();
    }
    store::Operation operation;
    operation.label = tr("Rename resume %1").arg(before->name());
    patch(operation, *before, after);
    co_return co_await applied(services, std::move(operation), after);
}

Task<Result<store::Change>> trashResumes(Services *services, QStringList ids)
{
    const auto desk = deskOf(*services);
    if (!desk) {
        co_return std::unexpected(desk.error());
    }
    store::Operation operation;
    operation.label = tr("Delete %1 resume(s)").arg(ids.size());
    const Resume *next = nullptr;
    for (const Resume &resume : desk->resumes) {
        if (!ids.contains(resume.id)) {
            next = next ? next : &resume;
            continue;
        }
        Resume removed = resume;
        removed.isDefault = false; // taken out of the trash one day, it must not be a second default
        patch(operation, resume, removed);
        operation.setState(Kind::resume, resume.id, u"trashed"_s);
    }
    if (operation.states.size() != static_cast<size_t>(ids.size())) {
        co_return failure(ErrorKind::notFound, tr("One of these resumes is not there any more."));
    }
    if (next != nullptr && ids.contains(desk->defaultId)) {
        Resume standard = *next;
        standard.isDefault = true;
        patch(operation, *next, standard);
        fillProfile(operation, *services, desk->profile, standard);
    }
    co_return co_await services->store.apply(std::move(operation));
}

Task<Result<Resume>> correctResume(Services *services, QString id, QVector<FactChange> changes)
{
    const auto desk = deskOf(*services);
    const auto before = services->reader.resume(id);
    if (!desk || !before) {
        co_return std::unexpected(!desk ? desk.error() : before.error());
    }
    Resume after = *before;
    Profile profile = desk->profile;
    if (desk->defaultId == id) {
        adoptHandLists(after, profile);
    }
    for (const FactChange &change : changes) {
        if (!change.text) {
            revertFact(after, change.fact);
        } else if (const auto right = correctFact(after, change.fact, *change.text); !right) {
            co_return std::unexpected(right.error());
        }
    }
    store::Operation operation;
    operation.label = tr("Correct resume %1").arg(after.name());
    patch(operation, *before, after);
    if (desk->defaultId == id) {
        fillFromResume(profile, after);
        putProfile(operation, *services, desk->profile, profile);
    }
    co_return co_await applied(services, std::move(operation), after);
}

Task<Result<Resume>> readResumeAgain(Services *services, QString id, QString password)
{
    const auto before = services->reader.resume(id);
    if (!before) {
        co_return std::unexpected(before.error());
    }
    const auto reading = co_await readKeptResume(services, *before, password);
    if (!reading) {
        co_return std::unexpected(reading.error());
    }
    // It may have been corrected while the file was read.
    const auto present = services->reader.resume(id);
    if (!present) {
        co_return std::unexpected(present.error());
    }
    Resume after = *present;
    takeReading(after, *reading);
    const QString label = tr("Read resume %1 again").arg(after.name());
    co_return co_await keepResume(services, label, *present, after);
}

Task<Result<Resume>> setResumeText(Services *services, QString id, QString text)
{
    const auto before = services->reader.resume(id);
    if (!before) {
        co_return std::unexpected(before.error());
    }
    if (before->textOrigin == TextOrigin::file) {
        co_return failure(ErrorKind::rejectedInput,
                          tr("The text of \"%1\" was read from its file; correct its facts instead.")
                                  .arg(before->name()));
    }
    const auto reading = co_await readTypedText(*before, text);
    if (!reading) {
        co_return std::unexpected(reading.error());
    }
    Resume after = *before;
    takeReading(after, *reading);
    const QString label = tr("Edit the text of %1").arg(after.name());
    co_return co_await keepResume(services, label, *before, after);
}

Task<Result<Resume>> keepResume(Services *services, QString label, Resume before, Resume after)
{
    const auto desk = deskOf(*services);
    if (!desk) {
        co_return std::unexpected(desk.error());
    }
    store::Operation operation;
    operation.label = label;
    patch(operation, before, after);
    if (desk->defaultId == after.id) {
        fillProfile(operation, *services, desk->profile, after);
    }
    co_return co_await applied(services, std::move(operation), after);
}

Result<> saveResumeFile(const Services &services, const Resume &resume, const QString &path)
{
    const auto bytes = services.workspace.keptFile(resume.file);
    return bytes ? store::writeOut(services.workspace, path, *bytes) : std::unexpected(bytes.error());
}

} // namespace crema::flows
