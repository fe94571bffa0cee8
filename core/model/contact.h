// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "model/source.h"

#include <QMap>
#include <QString>
#include <QStringList>
#include <QVector>

namespace crema {

/// One email address, phone number or web link. `kind` is "work", "personal", "school", "mobile", "linkedin",
/// "website" or another program's own word; empty when unknown.
struct ContactPoint
{
    QString id;
    QString pos;
    QString kind;
    QString value;

    [[nodiscard]] bool operator==(const ContactPoint &) const = default;
};

/// One job. `from` and `to` are "2021" or "2021-06"; an empty `to` with a `from` means until today.
struct Position
{
    QString id;
    QString pos;
    QString company;
    QString title;
    QString from;
    QString to;

    [[nodiscard]] bool operator==(const Position &) const = default;
};

/// One school attended.
struct School
{
    QString id;
    QString pos;
    QString name;
    QString degree;
    QString field;
    QString from;
    QString to;

    [[nodiscard]] bool operator==(const School &) const = default;
};

/// A person the user may write to. The first item of a list is the current or preferred one. Missing values
/// are empty, never a text such as "Not available".
struct Contact
{
    QString id;
    QString firstName;
    QString lastName;
    QVector<ContactPoint> addresses;
    QVector<ContactPoint> phones;
    QVector<ContactPoint> links;
    QVector<Position> positions;
    QVector<School> schools;
    QString headline;
    QString industry;
    QString location; ///< as the source wrote it: "Greater Chicago Area"
    QString city;
    QString state;
    QString country;
    QString hometown; ///< where they grew up, when a source says so; never guessed from `city`
    QString status;
    QStringList tags;
    QString notes;
    QString firstContactDate; ///< ISO dates
    QString lastContactDate;
    QString connectedOn;
    QString howMet;
    QString introducedBy;
    QString nextAction;
    QString nextActionDate;
    bool muted = false;
    bool sample = false; ///< a fictional person of the bundled directory
    QString runId; ///< the search that brought them
    QString createdAt; ///< ISO 8601 UTC
    Json extra = Json::object(); ///< fields of other programs and later versions, kept as they are
    QMap<QString, Source> sources; ///< by field, where it differs from the record's default

    [[nodiscard]] QString name() const; ///< "First Last"; either alone when the other is missing
    [[nodiscard]] QString company() const; ///< of the first position
    [[nodiscard]] QString jobTitle() const;
    [[nodiscard]] QString college() const; ///< the first school
    [[nodiscard]] QString email() const; ///< the first address
    [[nodiscard]] QString phone() const;
    [[nodiscard]] QString linkedinUrl() const;

    [[nodiscard]] bool operator==(const Contact &) const = default;
};

/// Appends an item, giving it an id made of its words and the position after the last; does nothing when an
/// item with the same words is there. Returns whether it was added.
bool addPoint(QVector<ContactPoint> &points, const QString &kind, const QString &value);
bool addPosition(QVector<Position> &positions, Position position);
bool addSchool(QVector<School> &schools, School school);
/// Makes `value` the first item: moves it there when present, replaces the first item's value otherwise.
void setFirstPoint(QVector<ContactPoint> &points, const QString &kind, const QString &value);

/// The record's body: every field that is set. `sources` are not part of it (the store keeps provenance
/// beside it).
[[nodiscard]] Json toBody(const Contact &contact);
[[nodiscard]] Contact contactFrom(const QString &id, const Json &body);

} // namespace crema
