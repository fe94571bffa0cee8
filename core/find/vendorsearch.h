// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "find/answer.h"
#include "find/vendorquery.h"
#include "model/profile.h"
#include "pdl/client.h"
#include "truth/knowledge.h"

#include <QSet>

#include <functional>

namespace crema::find {

/// The contact that a found person already is; empty for somebody new.
using KnownContact = std::function<Result<QString>(const FoundPerson &)>;

/// What a paid search works with; the pointers outlive it.
struct VendorSearchRequest
{
    Criteria criteria;
    VendorTargets targets;
    Profile profile; ///< of the sender: what is shared with them is a reason
    QStringList excludedIds; ///< the vendor's ids of people in contacts
    KnownContact knownContact;
    std::function<void(int found, int wanted)> progress;
    QString at; ///< when it was asked, ISO 8601 UTC
    pdl::Call call;
};

/// Pages through the vendor's answer until `criteria.limit` new people are found: never asks for more people
/// than are still wanted. Below half of what was asked it widens, and says so. A person without schooling is
/// no alumnus; nobody comes twice; who is in contacts is left out unless the criteria say otherwise. People
/// come best first. An error loses nothing that was paid for: the pages before it are in the client's cache,
/// where a repetition and kept() find them. A request whose answer was lost is told.
class VendorSearch final
{
public:
    VendorSearch(pdl::Client &client, const truth::DirectoryKnowledge &knowledge,
                 VendorSearchRequest request);

    /// Once, one of the two.
    [[nodiscard]] Task<Result<FindAnswer>> run(std::stop_token stop);
    /// The people whom this job has paid for already; asks the vendor nothing.
    [[nodiscard]] Task<Result<FindAnswer>> kept();

private:
    [[nodiscard]] Task<Result<>> collectAll(std::stop_token stop);
    [[nodiscard]] FindAnswer answer();
    [[nodiscard]] Task<Result<>> collect(Breadth breadth, std::stop_token stop);
    [[nodiscard]] bool isRepeated(const Contact &person);
    [[nodiscard]] Result<> take(const QVector<pdl::Person> &people);
    [[nodiscard]] bool isAlumnus(const Contact &person) const;
    [[nodiscard]] int missing() const;
    [[nodiscard]] QStringList excluded() const;

    pdl::Client &m_client;
    const truth::DirectoryKnowledge &m_knowledge;
    VendorSearchRequest m_request;
    FindAnswer m_answer;
    QStringList m_seen; ///< the vendor's ids, in their order
    QSet<QString> m_records; ///< our ids of whoever came
    QSet<QString> m_persons; ///< profiles and addresses of whoever was looked at
};

} // namespace crema::find
