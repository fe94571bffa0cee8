// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/prepprofile.h"

#include "base/dates.h"
#include "contacts/identity.h"
#include "contacts/merging.h"
#include "contacts/sameness.h"
#include "flows/foundpeople.h"
#include "flows/jobkinds.h"
#include "flows/planfields.h"
#include "ledger/credits.h"
#include "pdl/client.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

Result<std::optional<Contact>> contactOf(const store::Reader &reader, const QString &id)
{
    if (id.isEmpty()) {
        return std::nullopt;
    }
    const auto contact = reader.contact(id);
    return contact ? Result<std::optional<Contact>>(*contact) : std::unexpected(contact.error());
}

/// The contact of whoever the vendor knows: the one there is, else a new one with what the plan keeps.
Task<Result<Contact>> keptAsContact(Services *services, FoundPerson found)
{
    const std::stop_token never;
    const auto turn = co_await services->jobs.turns().take(addingPeople(), never);
    const auto known = turn ? knownContact(*services, found) : std::unexpected(turn.error());
    if (!known) {
        co_return std::unexpected(known.error());
    }
    if (!known->isEmpty()) {
        co_return services->reader.contact(*known);
    }
    const auto plan = ledger::readPlan(services->reader);
    if (!plan) {
        co_return std::unexpected(plan.error());
    }
    const QString id = services->ids.next();
    store::Operation operation;
    operation.label = tr("Add %1, looked up for a coffee chat").arg(found.person.name());
    found.person = keptByPlan(found.person, *plan);
    createFound(operation, *services, found, id, {});
    const auto applied = co_await services->store.apply(std::move(operation));
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return services->reader.contact(id);
}

Error otherPerson(const ProfileOrder &order, const Contact &own, const Contact &vendor)
{
    return {ErrorKind::rejectedInput,
            tr("The profile %1 belongs to %2, not to %3. Correct the address in the contact, or prepare from "
               "your "
               "own data. Nothing was charged.")
                    .arg(order.linkedinUrl, vendor.name(), own.name()),
            {},
            {},
            0};
}

/// In the kept answer: the profile that was asked for.
constexpr auto askedMember = "asked";

/// What the vendor said before, if it is of the profile that the contact has now.
Json stillKnown(const ProfileOrder &order)
{
    const QString asked = contacts::linkedinSlug(textAt(order.known, askedMember));
    const bool isSame = !asked.isEmpty() && asked == contacts::linkedinSlug(order.linkedinUrl);
    return isSame ? order.known : Json::object();
}

PrepPerson ownData(Contact own, const Json &known, const QString &note)
{
    PrepPerson person;
    person.note = note;
    if (!known.empty()) {
        person.vendorProfile = known;
        own = contacts::filled(std::move(own), foundPersonFrom(known).person).contact;
    }
    person.found.person = std::move(own);
    return person;
}

} // namespace

Task<Result<PrepPerson>> personForPrep(Services *services, ProfileOrder order, std::stop_token stop)
{
    const auto own = contactOf(services->reader, order.contactId);
    if (!own) {
        co_return std::unexpected(own.error());
    }
    if (!order.lookUp) {
        if (!*own) {
            co_return failure(ErrorKind::notFound,
                              tr("Nobody in contacts has the profile %1.").arg(order.linkedinUrl));
        }
        co_return ownData(**own, stillKnown(order), {});
    }
    const pdl::Call call {order.jobId, false};
    const auto answer = co_await services->pdl.enrich(order.linkedinUrl, call, stop);
    if (!answer) {
        co_return std::unexpected(answer.error());
    }
    if (!*answer) {
        const QString nobody = tr("People Data Labs knows nobody with the profile %1.")
                                       .arg(order.linkedinUrl);
        if (!*own) {
            co_return failure(ErrorKind::notFound, nobody + u' ' + tr("Nothing was charged."));
        }
        co_return ownData(**own, stillKnown(order), nobody);
    }
    const QString at = toStoredTime(services->clock.now());
    FoundPerson vendor {pdl::contactFrom(**answer, at), {}, order.contactId};
    if (*own && contacts::compareNames(**own, vendor.person) == contacts::NameMatch::different) {
        co_return std::unexpected(otherPerson(order, **own, vendor.person));
    }
    // Read again: it may have been edited while the vendor was asked.
    auto contact = services->reader.contact(order.contactId);
    if (!*own) {
        auto keeping = keptAsContact(services, vendor);
        contact = co_await keeping;
    }
    if (!contact) {
        co_return std::unexpected(contact.error());
    }
    vendor.contactId = contact->id;
    Json known = toJson(vendor);
    known[askedMember] = order.linkedinUrl.toStdString();
    PrepPerson person = ownData(*contact, known, tr("Profile looked up at People Data Labs."));
    person.wasAnswered = true;
    co_return std::move(person);
}

} // namespace crema::flows
