// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/prepprofile.h"

#include "base/dates.h"
#include "base/text.h"
#include "contacts/identity.h"
#include "contacts/merging.h"
#include "contacts/sameness.h"
#include "flows/foundpeople.h"
#include "flows/jobkinds.h"
#include "flows/planfields.h"
#include "ledger/credits.h"
#include "pdl/client.h"

#include <QCoreApplication>

#include <algorithm>

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
    return {ErrorKind::notFound,
            tr("The profile %1 belongs to %2, not to %3. Correct the address in the contact, or prepare from "
               "your "
               "own data. Nothing was charged.")
                    .arg(order.linkedinUrl, vendor.name(), own.name()),
            {},
            {},
            0};
}

// In the kept answer:
constexpr auto askedMember = "asked"; ///< the profile that was asked for
constexpr auto askedAtMember = "askedAt"; ///< when

/// What the vendor said before, if it is of the profile that the contact has now.
Json stillKnown(const ProfileOrder &order)
{
    const QString wanted = contacts::linkedinSlug(order.linkedinUrl);
    QStringList known {textAt(order.known, askedMember)};
    for (const ContactPoint &link : foundPersonFrom(order.known).person.links) {
        known << link.value; // who renamed their address is the same person
    }
    const bool isSame = !wanted.isEmpty() && std::ranges::any_of(known, [&](const QString &url) {
        return contacts::linkedinSlug(url) == wanted;
    });
    return isSame ? order.known : Json::object();
}

QString lookedUpNote(const Json &known)
{
    const QString day = textAt(known, askedAtMember).left(10);
    return known.empty()    ? QString()
            : day.isEmpty() ? tr("Profile looked up at People Data Labs.")
                            : tr("Profile looked up at People Data Labs on %1.").arg(day);
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

/// The vendor was of no use: what is known here must do, or `why` is the end of it.
Result<PrepPerson> withoutAnswer(const ProfileOrder &order, const std::optional<Contact> &own,
                                 const QString &why)
{
    if (!own) {
        return failure(ErrorKind::notFound, why + u' ' + tr("Nothing was charged."));
    }
    const Json known = stillKnown(order);
    QStringList notes {why, lookedUpNote(known)};
    notes.removeAll(QString());
    return ownData(*own, known, notes.join(u' '));
}

bool shareAnAddress(const Contact &a, const Contact &b)
{
    const auto theirs = contacts::identityKeys(b);
    return std::ranges::any_of(contacts::identityKeys(a), [&](const contacts::IdentityKey &key) {
        return key.type == contacts::IdentityType::email && theirs.contains(key);
    });
}

/// The words of the address are those of the name: "jane-doe-7b" of Jane Doe.
bool isNamedAfter(const QString &slug, const Contact &person)
{
    const QStringList words = foldedWords(slug);
    const QStringList first = foldedWords(person.firstName);
    const QStringList last = foldedWords(person.lastName);
    const auto hasAny = [&words](const QStringList &names) {
        return std::ranges::any_of(names, [&](const QString &name) { return words.contains(name); });
    };
    return hasAny(first) && hasAny(last);
}

/// The vendor matches more than the address: it may answer with a namesake or anybody. Whoever has the
/// address that was asked for, now or earlier, is meant; somebody with another one only when something else
/// ties them together and the vendor is sure.
bool isWhoWasAsked(const pdl::Profile &answer, const Contact &vendor, const QString &slug,
                   const std::optional<Contact> &own)
{
    constexpr int sure = 6; // the score is logarithmic; below it the vendor's matches want a second look
    if (answer.names.contains(slug) || (own && shareAnAddress(*own, vendor))) {
        return true;
    }
    if (answer.likelihood < sure) {
        return answer.names.isEmpty() && answer.likelihood == 0;
    }
    const bool hasSameName = own && contacts::compareNames(*own, vendor) == contacts::NameMatch::same;
    return answer.names.isEmpty() || hasSameName || isNamedAfter(slug, vendor);
}

QString answeredWithAnother(const ProfileOrder &order, const pdl::Profile &answer, const Contact &vendor)
{
    const QString theirs = answer.names.isEmpty()
            ? vendor.name()
            : vendor.name() + u" ("_s + answer.names.constFirst() + u')';
    return tr("People Data Labs answered with %1 when asked for the profile %2, and that seems to be "
              "somebody "
              "else: the answer was not used.")
            .arg(theirs, order.linkedinUrl);
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
        const Json known = stillKnown(order);
        co_return ownData(**own, known, lookedUpNote(known));
    }
    const pdl::Call call {order.jobId, false};
    const auto answer = co_await services->pdl.enrich(order.linkedinUrl, call, stop);
    if (!answer) {
        co_return std::unexpected(answer.error());
    }
    if (!*answer) {
        const QString nobody = tr("People Data Labs knows nobody with the profile %1.")
                                       .arg(order.linkedinUrl);
        co_return withoutAnswer(order, *own, nobody);
    }
    const pdl::Profile &profile = **answer;
    const QString at = profile.askedAt.isEmpty() ? toStoredTime(services->clock.now()) : profile.askedAt;
    FoundPerson vendor {pdl::contactFrom(profile.person, at), {}, order.contactId};
    if (!isWhoWasAsked(profile, vendor.person, contacts::linkedinSlug(order.linkedinUrl), *own)) {
        co_return withoutAnswer(order, *own, answeredWithAnother(order, profile, vendor.person));
    }
    if (*own && contacts::compareNames(**own, vendor.person) == contacts::NameMatch::different) {
        co_return std::unexpected(otherPerson(order, **own, vendor.person));
    }
    if (vendor.person.linkedinUrl().isEmpty()) { // or nobody would find them by it again
        addPoint(vendor.person.links, u"linkedin"_s, order.linkedinUrl);
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
    putText(known, askedAtMember, profile.askedAt);
    PrepPerson person = ownData(*contact, known, lookedUpNote(known));
    person.boughtBy = profile.boughtBy;
    co_return std::move(person);
}

} // namespace crema::flows
