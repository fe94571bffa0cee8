// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QString>
#include <QUrl>

namespace crema {

enum class Plan { free, pro };

/// What one plan gives.
struct PlanLimits
{
    int creditsPerPeriod = 0; ///< credits granted every 30 days
    int peoplePerPaidRun = 0;

    [[nodiscard]] bool operator==(const PlanLimits &) const = default;
};

/// What things cost, in credits.
struct Costs
{
    int paidPerson = 15; ///< a person whom a paid provider found
    int localPerson = 0;
    int paidPrep = 5; ///< a prep that used a vendor or a hosted model
    int localPrep = 0;
    int draft = 0;

    [[nodiscard]] bool operator==(const Costs &) const = default;
};

/// How large what we read may be.
struct Limits
{
    qint64 importBytes = 512'000'000;
    qint64 importCellCharacters =
            16'000'000; ///< a longer cell is no contact file; a record with a note of two million fits
    qint64 resumeBytes = 20'000'000;
    int localRunPeople = 500;
    int trashDays = 30; ///< so long deleted things can be restored
    int historyDays = 180; ///< so long changes can be undone; merges for good

    [[nodiscard]] bool operator==(const Limits &) const = default;
};

/// How often People Data Labs is asked for suggestions, by all fields together: what it takes from an
/// account.
struct SuggestionLimits
{
    int perMinute = 60;
    int perDay = 1000;

    [[nodiscard]] bool operator==(const SuggestionLimits &) const = default;
};

/// The program as Google knows it: a desktop client (RFC 8252), whose secret is public by nature. Without an
/// id Gmail cannot be connected.
struct GoogleClient
{
    QString clientId;
    QString clientSecret;
    QUrl authUrl {QStringLiteral("https://accounts.google.com/o/oauth2/v2/auth")};
    QUrl tokenUrl {QStringLiteral("https://oauth2.googleapis.com/token")};
    QUrl revokeUrl {QStringLiteral("https://oauth2.googleapis.com/revoke")};
    QUrl gmailUrl {QStringLiteral("https://gmail.googleapis.com")};

    [[nodiscard]] bool operator==(const GoogleClient &) const = default;
};

/// How fast and how much may be sent, so that a mailbox keeps its good name.
struct Sending
{
    int perDay = 40; ///< emails in 24 hours from one account
    int secondsBetween = 45; ///< from one email of a batch to the next
    int undoSeconds = 10; ///< an email waits this long and can be taken back
    int quietFromHour = 20; ///< in the recipient's zone: from here ...
    int quietToHour = 8; ///< ... to here nothing is sent by itself
    int pollSeconds = 120; ///< from one look for answers to the next

    [[nodiscard]] bool operator==(const Sending &) const = default;
};

/// What an operator sets (`crema.json`), with the built-in values as defaults: the one place of every price
/// and limit. It never holds a secret.
struct Deployment
{
    PlanLimits free {150, 3};
    PlanLimits pro {1800, 8};
    int periodDays = 30;
    Costs costs;
    Limits limits;
    SuggestionLimits suggestions;
    bool metering = true;
    QUrl pdlUrl {QStringLiteral("https://api.peopledatalabs.com/v5")}; ///< People Data Labs
    QUrl llmUrl {QStringLiteral("https://api.openai.com/v1")}; ///< an OpenAI-compatible server
    QString llmModel = QStringLiteral("gpt-4o-mini");
    /// Where news come from; an empty address means that the operator does without this source.
    QUrl serpApiUrl {QStringLiteral("https://serpapi.com")}; ///< with the user's key
    QUrl newsUrl {QStringLiteral("https://api.gdeltproject.org")}; ///< GDELT
    GoogleClient google;
    Sending sending;
    QString source; ///< the file it came from; empty for the built-in values

    [[nodiscard]] const PlanLimits &limitsOf(Plan plan) const { return plan == Plan::pro ? pro : free; }
    [[nodiscard]] bool operator==(const Deployment &) const = default;
};

/// Reads the deployment file at `path`, or, when that is empty, the first found of `$CREMA_CONFIG`, the
/// user's and the system's config folder; none gives the built-in values. A file that is broken, or has a
/// negative price, is an error that names the file and the member: never half-read.
[[nodiscard]] Result<Deployment> loadDeployment(const QString &path = {});

[[nodiscard]] QString planName(Plan plan);
/// `basic` and `advanced` are the old names of `free` and `pro`; anything unknown is free.
[[nodiscard]] Plan planFromName(QStringView name);

} // namespace crema
