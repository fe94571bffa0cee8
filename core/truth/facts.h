// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"
#include "model/profile.h"

#include <QVector>

namespace crema::truth {

enum class FactAbout { sender, recipient };

/// One thing that is known about the sender or the recipient, and where it stands. Writers may state these
/// and nothing else.
struct Fact
{
    FactAbout about = FactAbout::recipient;
    QString name; ///< stable word: "firstName", "company", "title", "from", "to", "school", "university",
                  ///< "experience" ...
    qsizetype item = 0; ///< which position, school or resume line
    QString value; ///< the words as they stand in the record
    QString text; ///< for people and for a model: "The recipient's company: Spotify"
    Source source;

    [[nodiscard]] bool operator==(const Fact &) const = default;
};

/// What the profile says about the sender; empty and placeholder values are left out.
[[nodiscard]] QVector<Fact> senderFacts(const Profile &profile);
/// What the record says about the recipient. Notes, tags and other private remarks are not facts for an
/// email.
[[nodiscard]] QVector<Fact> recipientFacts(const Contact &contact);

/// The source of a profile field: the resume line it was read from, else the profile itself.
[[nodiscard]] Source profileSource(const Profile &profile, const QString &field);
/// The source of one of the profile's lines; `field` is "companies" or "experience".
[[nodiscard]] Source profileLineSource(const Profile &profile, const QString &field, const ResumeLine &line);
/// The source of a field of a contact. `field` is a name of the record ("hometown") or a path into a child
/// list
/// ("positions/<id>/company"); `quote` are the words that stand there.
[[nodiscard]] Source contactSource(const Contact &contact, const QString &field, const QString &quote);
[[nodiscard]] Source positionSource(const Contact &contact, qsizetype index, const QString &member,
                                    const QString &quote);
[[nodiscard]] Source schoolSource(const Contact &contact, qsizetype index, const QString &member,
                                  const QString &quote);

/// The value when it can be said of somebody: one clean line, no placeholder, no template leftover, no
/// address.
[[nodiscard]] QString sayable(QStringView value);
/// False for what stands in a company field without being one: "Self-employed", "Freelance", "Stealth
/// startup".
[[nodiscard]] bool isFirm(QStringView company);
/// False for what stands in a title field without being a job: "Student", "Looking for opportunities",
/// "Retired".
[[nodiscard]] bool isJob(QStringView title);

} // namespace crema::truth
