// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"
#include "model/run.h"

namespace crema::flows {

/// Whom a prep is for and what is known of them.
struct PrepPerson
{
    FoundPerson found; ///< with what says where each field is from; `person.id` is the contact
    Json vendorProfile =
            Json::object(); ///< the vendor's answer, whole; empty when it was not asked or knew nobody
    /// The job that bought the vendor's answer which was asked for now; empty when none was, or when it is
    /// not known.
    QString boughtBy;
    QString note; ///< for people: where the profile was looked up, or that nobody was found
};

/// Whom to prepare for, and whether the vendor is asked.
struct ProfileOrder
{
    QString contactId; ///< empty: whoever the profile belongs to, who becomes a contact
    QString linkedinUrl;
    bool lookUp = false; ///< ask People Data Labs
    Json known = Json::object(); ///< what it said for an earlier version of the prep
    QString jobId;
};

/// The contact, completed by what the vendor says of the profile: what the user has stays as it is. Somebody
/// who is not in contacts is added, in an operation of its own, so that what was paid for is kept whatever
/// follows.
///
/// notFound when nobody is known, when the vendor answers with somebody else than was asked for, and when the
/// profile belongs to somebody with another name than the contact.
[[nodiscard]] Task<Result<PrepPerson>> personForPrep(Services *services, ProfileOrder order,
                                                     std::stop_token stop);

} // namespace crema::flows
