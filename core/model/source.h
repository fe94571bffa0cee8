// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QString>
#include <QVector>

namespace crema {

/// Where a fact comes from.
enum class SourceKind {
    hand, ///< the user typed it
    importFile,
    run, ///< a people search
    vendor,
    resume, ///< a line of the user's resume
    contactField, ///< a field of the contact
    profileField, ///< a field of the user's own profile
    article,
    sample, ///< the bundled fictional directory
};

/// One source of one fact, precise enough to show it to the user.
struct Source
{
    SourceKind kind = SourceKind::hand;
    QString recordId; ///< the contact, resume, run or article
    QString field; ///< "schools", "hometown", "line 12"
    QString quote; ///< the words as they stand there
    QString label; ///< for people: "your resume, line 12", "LinkedIn import of 3 May"
    QString at; ///< when it was learned, ISO 8601 UTC; empty when unknown

    [[nodiscard]] bool operator==(const Source &) const = default;
};

/// A statement of fact in a draft or prep: the words as they stand there, and what they rest on. A claim
/// without a source fails the quality gate.
struct Claim
{
    QString text;
    QVector<Source> sources;

    [[nodiscard]] bool operator==(const Claim &) const = default;
};

[[nodiscard]] QString sourceKindName(SourceKind kind);
[[nodiscard]] Json toJson(const Source &source);
[[nodiscard]] Source sourceFrom(const Json &json);
[[nodiscard]] Json toJson(const Claim &claim);
[[nodiscard]] Claim claimFrom(const Json &json);

} // namespace crema
