// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/demoflow.h"

#include "base/paths.h"
#include "flows/findflow.h"
#include "flows/handoffflow.h"
#include "flows/prepflow.h"
#include "flows/profileflow.h"
#include "flows/writeflow.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

constexpr int demoPeople = 8;

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

/// A sender for a workspace that has none yet. Fictional, and says so.
FieldValues sampleSender()
{
    return {{u"name"_s, u"Robin Sample"_s},
            {u"email"_s, u"robin.sample@students.example"_s},
            {u"university"_s, u"University of Michigan"_s},
            {u"degree"_s, u"Bachelor of Arts"_s},
            {u"major"_s, u"Economics"_s},
            {u"graduationYear"_s, u"2027"_s}};
}

Task<Result<>> ensureSender(Services *services)
{
    const auto profile = services->reader.profile();
    if (!profile) {
        co_return std::unexpected(profile.error());
    }
    if (profile->name.isEmpty()) {
        const auto set = co_await setProfile(services, sampleSender());
        if (!set) {
            co_return std::unexpected(set.error());
        }
    }
    co_return Result<> {};
}

/// The email of everyone who was found; who was written to in an earlier demo has that one and gets no
/// second.
Result<QStringList> newestDrafts(const store::Reader &reader, const Run &run, const SaveOutcome &saved)
{
    QStringList ids;
    for (const FoundPerson &found : run.people) {
        const auto drafts = reader.drafts({saved.contactIds.value(found.person.id), {}, {}});
        if (!drafts) {
            return std::unexpected(drafts.error());
        }
        if (!drafts->isEmpty()) {
            ids << drafts->constFirst().id;
        }
    }
    return ids;
}

Task<Result<QString>> demoPrep(Services *services, QString contactId, QString folder, std::stop_token stop)
{
    PrepOrder order {contactId};
    order.news = false; // the demonstration stays on this computer
    const auto prep = co_await makePrep(services, order, stop);
    if (!prep) {
        co_return std::unexpected(prep.error());
    }
    const auto pdf = prepPdf(services->workspace, *prep);
    if (!pdf) {
        co_return std::unexpected(pdf.error());
    }
    const QString path = QDir(folder).filePath(prepFileName(*prep));
    const auto written = writeFile(path, *pdf);
    if (!written) {
        co_return std::unexpected(written.error());
    }
    co_return path;
}

} // namespace

Task<Result<DemoOutcome>> runDemo(Services *services, QString folder, std::stop_token stop)
{
    if (!QDir().mkpath(folder)) {
        co_return failure(ErrorKind::storage,
                          tr("The folder \"%1\" cannot be made; check the permissions.").arg(folder));
    }
    const auto sender = co_await ensureSender(services);
    if (!sender) {
        co_return std::unexpected(sender.error());
    }
    Criteria criteria;
    criteria.title = u"consultant"_s;
    criteria.limit = demoPeople;
    const auto run = co_await findPeople(services, criteria, u"local"_s, stop);
    if (!run) {
        co_return std::unexpected(run.error());
    }
    WriteOrder order;
    order.runId = run->id;
    const auto written = co_await writeDrafts(services, order, stop);
    if (!written) {
        co_return std::unexpected(written.error());
    }
    const QStringList everyone;
    const auto saved = co_await savePeople(services, run->id, everyone);
    if (!saved) {
        co_return std::unexpected(saved.error());
    }
    const auto draftIds = newestDrafts(services->reader, *run, *saved);
    if (!draftIds) {
        co_return std::unexpected(draftIds.error());
    }
    const auto exported = co_await exportDrafts(services, *draftIds, folder);
    if (!exported) {
        co_return std::unexpected(exported.error());
    }
    if (run->people.isEmpty()) {
        co_return failure(ErrorKind::internal, tr("The sample directory found nobody."));
    }
    const QString contactId = saved->contactIds.value(run->people.constFirst().person.id);
    const auto pdf = co_await demoPrep(services, contactId, folder, stop);
    if (!pdf) {
        co_return std::unexpected(pdf.error());
    }
    co_return DemoOutcome {run->id, static_cast<int>(run->people.size()), exported->paths, *pdf};
}

} // namespace crema::flows
