// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/exportflow.h"

#include "async/worker.h"
#include "exchange/contactscsv.h"
#include "exchange/contactsjson.h"
#include "exchange/contactsvcard.h"
#include "flows/planfields.h"
#include "store/writingout.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

std::unexpected<Error> cancelled()
{
    return failure(ErrorKind::cancelled, tr("Cancelled; nothing was written."));
}

Result<std::vector<Contact>> peopleOf(const store::Reader &reader, const ExportRequest &request,
                                      const std::stop_token &stop)
{
    std::vector<Contact> people;
    if (!request.runId.isEmpty()) {
        const auto run = reader.run(request.runId);
        if (!run) {
            return std::unexpected(run.error());
        }
        for (const FoundPerson &found : run->people) {
            people.push_back(found.person);
        }
        return people;
    }
    if (request.contactIds.isEmpty()) {
        const auto read = reader.forEachContact([&](const Contact &contact) {
            people.push_back(contact);
            return !stop.stop_requested();
        });
        return read ? Result<std::vector<Contact>>(std::move(people)) : std::unexpected(read.error());
    }
    for (const QString &id : request.contactIds) {
        const auto contact = reader.contact(id);
        if (!contact) {
            return std::unexpected(contact.error());
        }
        people.push_back(*contact);
    }
    return people;
}

Result<QByteArray> fileOf(const std::vector<Contact> &people, const ExportRequest &request)
{
    const QString form = formOf(request);
    if (request.raw && form == "vcf"_L1) { // JSON always is
        return failure(ErrorKind::rejectedInput,
                       tr("A vCard has no raw form; nothing was written to \"%1\".").arg(request.path));
    }
    if (form == "csv"_L1) {
        const QStringList fields = request.runId.isEmpty() ? QStringList() : freeRunFields();
        return exchange::contactsCsv(
                people, request.raw ? exchange::CsvStyle::raw : exchange::CsvStyle::excelSafe, fields);
    }
    if (form == "vcf"_L1) {
        return exchange::contactsVcard(people);
    }
    if (form == "json"_L1) {
        return exchange::contactsJson(people);
    }
    return failure(
            ErrorKind::rejectedInput,
            tr("\"%1\" must end in .csv, .vcf or .json; the ending chooses the form.").arg(request.path));
}

Result<ExportedPeople> readPeople(QString databasePath, ExportRequest request, std::stop_token stop)
{
    const auto reader = store::Reader::open(databasePath);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    const auto people = peopleOf(**reader, request, stop);
    if (!people) {
        return std::unexpected(people.error());
    }
    auto bytes = stop.stop_requested() ? cancelled() : fileOf(*people, request);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    return ExportedPeople {std::move(*bytes), static_cast<int>(people->size())};
}

Result<int> writePeople(QString databasePath, ExportRequest request, std::stop_token stop)
{
    const auto exported = readPeople(databasePath, request, stop);
    if (!exported) {
        return std::unexpected(exported.error());
    }
    if (stop.stop_requested()) {
        return cancelled();
    }
    const auto workspace = store::Workspace::at(QFileInfo(databasePath).path());
    const auto written = workspace ? store::writeOut(*workspace, request.path, exported->bytes)
                                   : std::unexpected(workspace.error());
    return written ? Result<int>(exported->people) : std::unexpected(written.error());
}

} // namespace

QString formOf(const ExportRequest &request)
{
    return request.format.isEmpty() ? QFileInfo(request.path).suffix().toLower() : request.format;
}

Task<Result<int>> exportPeople(Services *services, ExportRequest request)
{
    return exportPeopleFrom(services->workspace.databasePath(), std::move(request), {});
}

Task<Result<int>> exportPeopleFrom(QString databasePath, ExportRequest request, std::stop_token stop)
{
    return runOnWorker(writePeople, std::move(databasePath), std::move(request), std::move(stop));
}

Task<Result<ExportedPeople>> exportedPeople(QString databasePath, ExportRequest request, std::stop_token stop)
{
    return runOnWorker(readPeople, std::move(databasePath), std::move(request), std::move(stop));
}

} // namespace crema::flows
