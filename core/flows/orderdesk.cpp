// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/orderdesk.h"

#include "async/worker.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

} // namespace

Task<Result<std::shared_ptr<WriteDesk>>> deskFor(Services *services, WriteOrder order, QStringList contactIds)
{
    const auto choice = chooseTemplate(services->reader, order.templateName, order.kind);
    const auto resume = order.attachResume ? services->reader.defaultResume()
                                           : Result<std::optional<Resume>>(std::nullopt);
    if (!choice || !resume) {
        co_return std::unexpected(choice ? resume.error() : choice.error());
    }
    if (order.attachResume && !*resume) {
        co_return failure(ErrorKind::rejectedInput,
                          tr("There is no resume to attach; add one to your profile first."));
    }
    Json input {{"contactIds", jsonTexts(contactIds)},
                {"kind", order.kind},
                {"runId", order.runId},
                {"topic", order.topic},
                {"draftId", order.draftId},
                {"resumeId", *resume ? (*resume)->id : QString()}};
    putChoice(input, *choice);
    const auto batch = batchFrom(input, *services);
    if (!batch) {
        co_return failure(ErrorKind::rejectedInput,
                          tr("\"%1\" is no kind of email; the kinds are first, follow_up and thank_you.")
                                  .arg(order.kind));
    }
    auto reading = runOnWorker(readDesk, *batch);
    auto desk = co_await reading;
    co_return desk;
}

Result<QVector<Contact>> peopleOf(const Services &services, const WriteOrder &order)
{
    QVector<Contact> people;
    for (const QString &id : order.contactIds) {
        const auto contact = services.reader.contact(id);
        if (!contact) {
            return std::unexpected(contact.error());
        }
        people << *contact;
    }
    if (!order.runId.isEmpty()) {
        const auto run = services.reader.run(order.runId);
        if (!run) {
            return std::unexpected(run.error());
        }
        for (const FoundPerson &found : run->people) {
            // Who is in contacts is taken from there: an email may have gone out already.
            const auto known = services.reader.contact(found.contactId);
            people << (known ? *known : found.person);
        }
    }
    return people;
}

QStringList idsOf(const QVector<Contact> &people)
{
    QStringList ids;
    for (const Contact &contact : people) {
        ids << contact.id;
    }
    return ids;
}

} // namespace crema::flows
