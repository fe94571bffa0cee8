// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/vendorsearch.h"

#include "contacts/identity.h"
#include "find/namematch.h"
#include "find/vendorreasons.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace crema::find {

namespace {

// A query whose answers are all turned down (no alumni, all known) must not eat the user's credits at the
// vendor.
constexpr int maxPagesPerQuery = 5;

QString tr(const char *words)
{
    return QCoreApplication::translate("find", words);
}

} // namespace

VendorSearch::VendorSearch(pdl::Client &client, const truth::DirectoryKnowledge &knowledge,
                           VendorSearchRequest request)
    : m_client(client), m_knowledge(knowledge), m_request(std::move(request))
{
}

int VendorSearch::missing() const
{
    return m_request.criteria.limit - static_cast<int>(m_answer.people.size());
}

QStringList VendorSearch::excluded() const
{
    return m_seen + m_request.excludedIds;
}

Task<Result<FindAnswer>> VendorSearch::run(std::stop_token stop)
{
    auto collecting = collectAll(std::move(stop));
    const auto collected = co_await collecting;
    if (!collected) {
        // Who was found so far was paid for at the vendor: they are delivered, and what went wrong is said.
        if (collected.error().kind == ErrorKind::cancelled || m_answer.people.isEmpty()) {
            co_return std::unexpected(collected.error());
        }
        m_answer.widened
                << tr("The search broke off, so there may be more people: %1").arg(collected.error().text);
    }
    co_return answer();
}

Task<Result<FindAnswer>> VendorSearch::kept()
{
    m_request.call.onlyKept = true;
    auto collecting = collectAll({});
    const auto collected = co_await collecting;
    if (!collected && collected.error().kind != ErrorKind::cancelled) {
        co_return std::unexpected(collected.error());
    }
    co_return answer();
}

Task<Result<>> VendorSearch::collectAll(std::stop_token stop)
{
    m_answer.widened = m_request.targets.notes;
    if (const auto sound = checkTargets(m_request.criteria, m_request.targets); !sound) {
        co_return sound;
    }
    auto asking = collect(Breadth::asked, stop);
    Result<> collected = co_await asking;
    for (const Breadth breadth : {Breadth::place, Breadth::titleRank, Breadth::titleLevels}) {
        const auto found = m_answer.people.size();
        if (!collected || found * 2 >= m_request.criteria.limit) {
            break;
        }
        if (!canWiden(m_request.targets, breadth)) {
            continue;
        }
        auto widening = collect(breadth, stop);
        collected = co_await widening;
        if (!collected) {
            break;
        }
        const QString what = widenedInWords(m_request.targets, breadth);
        const auto more = m_answer.people.size() - found;
        m_answer.widened << (more > 0 ? tr("Only %1 of %2 found, so the search took in %3: %4 more")
                                                .arg(found)
                                                .arg(m_request.criteria.limit)
                                                .arg(what)
                                                .arg(more)
                                      : tr("Only %1 of %2 found; taking in %3 found nobody more")
                                                .arg(found)
                                                .arg(m_request.criteria.limit)
                                                .arg(what));
    }
    co_return collected;
}

/// Best first.
FindAnswer VendorSearch::answer()
{
    if (m_answer.lost > 0) {
        m_answer.widened << tr(
                "One request was under way and its answer was lost; whether the vendor counted "
                "it cannot be told.");
    }
    std::ranges::sort(m_answer.people, [](const FoundPerson &a, const FoundPerson &b) {
        const auto rank = [](const FoundPerson &found) {
            return std::tuple(-found.points(), found.person.name(), found.person.id);
        };
        return rank(a) < rank(b);
    });
    return std::move(m_answer);
}

Task<Result<>> VendorSearch::collect(Breadth breadth, std::stop_token stop)
{
    pdl::SearchRequest search;
    search.query = vendorQuery(m_request.targets, breadth, excluded());
    for (int page = 0; page < maxPagesPerQuery && missing() > 0; ++page) {
        search.size = std::min(missing(), pdl::Client::maxPageSize);
        auto asking = m_client.search(search, m_request.call, stop);
        const auto answer = co_await asking;
        if (!answer) {
            m_answer.lost += pdl::mayHaveCounted(answer.error());
            co_return std::unexpected(answer.error());
        }
        m_answer.lost += answer->askedBefore;
        if (answer->missing) {
            co_return failure(ErrorKind::cancelled, tr("Cancelled."));
        }
        m_answer.vendorCredits += answer->spent.value_or(0) + answer->spentBefore;
        const auto before = m_records.size();
        m_seen += answer->unusableIds; // or widening would pay for them once more
        if (const auto taken = take(answer->people); !taken) {
            co_return taken;
        }
        if (m_request.progress) {
            m_request.progress(static_cast<int>(m_answer.people.size()), m_request.criteria.limit);
        }
        // A page of records that name nobody is no end; one that brings nobody new would be paid for again
        // and again.
        const bool repeats = !answer->people.isEmpty() && m_records.size() == before;
        if (answer->scrollToken.isEmpty() || repeats) {
            break;
        }
        search.scrollToken = answer->scrollToken;
    }
    co_return Result<> {};
}

/// Whether another record of this person came already; notes what they are known by.
bool VendorSearch::isRepeated(const Contact &person)
{
    bool repeated = false;
    for (const contacts::IdentityKey &key : contacts::identityKeys(person)) {
        if (key.type == contacts::IdentityType::linkedin || key.type == contacts::IdentityType::email) {
            const QString text = contacts::identityTypeName(key.type) + u':' + key.text;
            repeated = repeated || m_persons.contains(text);
            m_persons << text;
        }
    }
    return repeated;
}

Result<> VendorSearch::take(const QVector<pdl::Person> &people)
{
    for (const pdl::Person &person : people) {
        if (missing() == 0) {
            break;
        }
        FoundPerson found {foundContact(person, m_request.at), {}, {}};
        if (m_records.contains(found.person.id)) {
            continue;
        }
        m_records << found.person.id;
        if (!person.id.isEmpty()) {
            m_seen << person.id;
        }
        // In this order: of two records of a person one may name the school.
        if (!isAlumnus(found.person) || isRepeated(found.person)) {
            continue;
        }
        const auto known = m_request.knownContact ? m_request.knownContact(found)
                                                  : Result<QString>(QString());
        if (!known) {
            return std::unexpected(known.error());
        }
        if (!known->isEmpty() && !m_request.criteria.includeKnown) {
            continue;
        }
        found.contactId = *known;
        found.reasons = vendorReasons(person, found.person, m_request, m_knowledge);
        m_answer.people << std::move(found);
    }
    return {};
}

bool VendorSearch::isAlumnus(const Contact &person) const
{
    const QString &school = m_request.criteria.school;
    if (m_request.targets.school.isEmpty()) {
        return true;
    }
    const SchoolMatch wanted(school, m_knowledge);
    const SchoolMatch cleaned(m_request.targets.school, m_knowledge);
    const bool known = !m_knowledge.schools.schoolsNamed(school).isEmpty();
    return std::ranges::any_of(person.schools, [&](const School &attended) {
        // Somebody of Penn need not be of the Wharton School, and what the vendor makes of a name that our
        // tables know is not asked.
        const Fit fit = wanted.fit(attended.name);
        return (fit && fit.closeness != Closeness::wholeOf) || (!known && cleaned.fit(attended.name));
    });
}

} // namespace crema::find
