// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"

#include <QMap>
#include <QString>
#include <QStringList>
#include <QVector>

namespace crema::pdl {

struct Email
{
    QString address;
    QString kind; ///< "work", "formerWork", "personal", "disposable"; empty when the vendor does not say

    [[nodiscard]] bool operator==(const Email &) const = default;
};

/// Dates are "2021", "2021-06" or "2021-06-30", as far as they are known.
struct Job
{
    QString company;
    QString title;
    QString role; ///< the vendor's word: "finance"
    QStringList levels;
    QString from;
    QString to; ///< empty: until today, or unknown
    bool current = false;

    [[nodiscard]] bool operator==(const Job &) const = default;
};

struct Schooling
{
    QString name;
    QString domain;
    QStringList degrees;
    QStringList majors;
    QString from;
    QString to;

    [[nodiscard]] bool operator==(const Schooling &) const = default;
};

/// A person as People Data Labs knows them: names and places in their usual spelling, missing values empty.
/// https://docs.peopledatalabs.com/docs/person-schema
struct Person
{
    QString id; ///< the vendor's
    QString firstName;
    QString middleName;
    QString lastName;
    QString linkedinUrl; ///< "https://www.linkedin.com/in/x"
    QVector<Email> emails; ///< best first: work, personal, unsaid, an earlier job's, disposable
    QStringList phones;
    QStringList links; ///< other profiles
    QString headline;
    QString industry;
    QString summary;
    QString title;
    QString titleRole;
    QStringList titleLevels;
    QString company;
    QString companyWebsite;
    QString location;
    QString city;
    QString state;
    QString metro;
    QString country;
    QVector<Job> jobs; ///< the present one first, then by start
    QVector<Schooling> schools; ///< latest first
    QStringList skills;
    QStringList interests;
    QStringList hidden; ///< vendor fields that have a value which the data plan does not show
    QMap<QString, QString>
            dates; ///< when the vendor learned it, by field of Contact: "positions", "location"

    /// The best address to write to; null when there is none.
    [[nodiscard]] const Email *bestEmail() const;
    [[nodiscard]] bool isReachable() const { return !emails.isEmpty(); }
    [[nodiscard]] bool operator==(const Person &) const = default;
};

/// What came back for the address of a profile.
struct Profile
{
    Person person;
    /// By which the vendor knows this LinkedIn profile: the names in its address, present and earlier, and
    /// its number, in lower case; empty when it does not say.
    QStringList names;
    int likelihood = 0; ///< the vendor's, 1 to 10, that this is who was asked for; 0: not said
    QString boughtBy; ///< the job that asked the vendor; empty when that is not known
    QString askedAt; ///< ISO 8601 UTC; empty when that is not known
};

/// The contact that this person becomes, all fields; which of them a plan keeps is the caller's to say.
/// `at` is when the vendor was asked (ISO 8601 UTC): the date of every source without one of its own.
[[nodiscard]] Contact contactFrom(const Person &person, const QString &at);

} // namespace crema::pdl
