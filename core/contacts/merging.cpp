// SPDX-License-Identifier: GPL-3.0-or-later
#include "contacts/merging.h"

#include "base/json.h"
#include "base/text.h"
#include "contacts/identity.h"

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::StringLiterals;

namespace crema::contacts {

namespace {

constexpr std::array plainFields {
        &Contact::headline, &Contact::industry,         &Contact::hometown,        &Contact::status,
        &Contact::notes,    &Contact::firstContactDate, &Contact::lastContactDate, &Contact::connectedOn,
        &Contact::howMet,   &Contact::introducedBy,     &Contact::nextAction,      &Contact::nextActionDate,
        &Contact::runId,    &Contact::createdAt,
};

constexpr std::array placeFields {&Contact::location, &Contact::city, &Contact::state, &Contact::country};

bool fill(QString &gap, const QString &value)
{
    if (!gap.isEmpty() || value.isEmpty()) {
        return false;
    }
    gap = value;
    return true;
}

bool fillName(Contact &contact, const Contact &incoming)
{
    if (contact.firstName.isEmpty() && contact.lastName.isEmpty()) {
        const bool first = fill(contact.firstName, incoming.firstName);
        return fill(contact.lastName, incoming.lastName) || first;
    }
    // The missing half of a name only beside the same other half.
    if (contact.lastName.isEmpty() && fold(contact.firstName) == fold(incoming.firstName)) {
        return fill(contact.lastName, incoming.lastName);
    }
    if (contact.firstName.isEmpty() && fold(contact.lastName) == fold(incoming.lastName)) {
        return fill(contact.firstName, incoming.firstName);
    }
    return false;
}

bool fillPlace(Contact &contact, const Contact &incoming)
{
    const bool contradicts = std::ranges::any_of(placeFields, [&](QString Contact::*field) {
        return !(contact.*field).isEmpty() && !(incoming.*field).isEmpty()
                && fold(contact.*field) != fold(incoming.*field);
    });
    if (contradicts) {
        return false;
    }
    bool changed = false;
    for (QString Contact::*field : placeFields) {
        changed = fill(contact.*field, incoming.*field) || changed;
    }
    return changed;
}

bool isSameText(const QString &a, const QString &b)
{
    return fold(a) == fold(b);
}

QString digitsOf(const QString &phone)
{
    QString digits;
    std::ranges::copy_if(phone, std::back_inserter(digits), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return digits;
}

/// "1-800-FLOWERS", unlike "555 0100 ext. 12".
bool isSpelledInLetters(const QString &phone)
{
    constexpr int fewest = 5; // an extension has its own words
    return std::ranges::count_if(phone, [](QChar c) { return c.isLetter(); }) >= fewest;
}

/// "+1 415 555 7777" and "(415) 555-7777", "+49 30 1234567" and "030 1234567": one has the country in front.
bool isSamePhone(const QString &a, const QString &b)
{
    if (isSpelledInLetters(a) || isSpelledInLetters(b)) {
        return isSameText(a, b);
    }
    constexpr qsizetype least = 9; // digits that are no short number of another town
    QString few = digitsOf(a);
    QString many = digitsOf(b);
    if (few.size() > many.size()) {
        few.swap(many);
    }
    if (few == many) {
        return few.isEmpty() ? isSameText(a, b) : true;
    }
    const QString local = few.startsWith(u'0') ? few.sliced(1) : few;
    return local.size() >= least && many.endsWith(local) && many.size() - local.size() <= 4;
}

bool addPoints(QVector<ContactPoint> &points, const QVector<ContactPoint> &incoming,
               bool (*isSame)(const QString &, const QString &) = isSameText)
{
    bool changed = false;
    for (const ContactPoint &point : incoming) {
        const auto known = std::ranges::find_if(
                points, [&](const ContactPoint &own) { return isSame(own.value, point.value); });
        if (known != points.end()) {
            changed = fill(known->kind, point.kind) || changed;
        } else {
            changed = addPoint(points, point.kind, point.value) || changed;
        }
    }
    return changed;
}

/// A profile's address in another spelling (http, country host, query) is the same link.
bool addLinks(QVector<ContactPoint> &links, const QVector<ContactPoint> &incoming)
{
    bool changed = false;
    for (const ContactPoint &link : incoming) {
        const QString slug = linkedinSlug(link.value);
        const bool known = !slug.isEmpty() && std::ranges::any_of(links, [&](const ContactPoint &own) {
            return linkedinSlug(own.value) == slug;
        });
        if (!known) {
            changed = addPoints(links, {link}) || changed;
        }
    }
    return changed;
}

bool addPositions(QVector<Position> &positions, const QVector<Position> &incoming)
{
    bool changed = false;
    for (const Position &position : incoming) {
        const auto fits = [&](const Position &own) {
            const bool company = own.company.isEmpty() || position.company.isEmpty()
                    || companyKey(own.company) == companyKey(position.company);
            const bool title = own.title.isEmpty() || position.title.isEmpty()
                    || fold(own.title) == fold(position.title);
            const bool bothSpeak = (!own.company.isEmpty() && !position.company.isEmpty())
                    || (!own.title.isEmpty() && !position.title.isEmpty());
            const bool time = own.from.isEmpty() || position.from.isEmpty() || own.from == position.from;
            return company && title && bothSpeak && time;
        };
        const auto known = std::ranges::find_if(positions, fits);
        if (known == positions.end()) {
            changed = addPosition(positions, position) || changed;
            continue;
        }
        for (QString Position::*field :
             {&Position::company, &Position::title, &Position::from, &Position::to}) {
            changed = fill((*known).*field, position.*field) || changed;
        }
    }
    return changed;
}

bool addSchools(QVector<School> &schools, const QVector<School> &incoming)
{
    bool changed = false;
    for (const School &school : incoming) {
        const auto agrees = [&](const School &own, QString School::*field) {
            return (own.*field).isEmpty() || (school.*field).isEmpty()
                    || fold(own.*field) == fold(school.*field);
        };
        const auto known = std::ranges::find_if(schools, [&](const School &own) {
            return fold(own.name) == fold(school.name) && agrees(own, &School::degree)
                    && agrees(own, &School::field);
        });
        if (known == schools.end()) {
            changed = addSchool(schools, school) || changed;
            continue;
        }
        for (QString School::*field : {&School::degree, &School::field, &School::from, &School::to}) {
            changed = fill((*known).*field, school.*field) || changed;
        }
    }
    return changed;
}

bool addTags(QStringList &tags, const QStringList &incoming)
{
    bool changed = false;
    for (const QString &tag : incoming) {
        if (!tags.contains(tag, Qt::CaseInsensitive)) {
            tags << tag;
            changed = true;
        }
    }
    return changed;
}

/// Members of objects one level down too: `extra.columns` holds one member a column.
bool addMembers(Json &object, const Json &incoming, int depth)
{
    bool changed = false;
    if (!object.is_object() || !incoming.is_object()) {
        return changed;
    }
    for (const auto &[key, value] : incoming.items()) {
        const auto own = object.find(key);
        if (own == object.end()) {
            object[key] = value;
            changed = true;
        } else if (depth > 0) {
            changed = addMembers(*own, value, depth - 1) || changed;
        }
    }
    return changed;
}

bool saysTheSame(const std::string &key, const Json &own, const Json &other)
{
    if (!own.is_string() || !other.is_string()) {
        return own == other;
    }
    const QString mine = fold(textOf(own));
    const QString theirs = fold(textOf(other));
    return mine == theirs || (key == "notes" && mine.contains(theirs));
}

/// What two can contradict each other in: not its lists, which only ever grow, and nothing that is ours to
/// say.
Contact disputable(Contact contact)
{
    contact.id.clear();
    contact.addresses.clear();
    contact.phones.clear();
    contact.links.clear();
    contact.positions.clear();
    contact.schools.clear();
    contact.tags.clear();
    contact.status.clear();
    contact.runId.clear();
    contact.createdAt.clear();
    contact.sample = false;
    contact.sources.clear();
    return contact;
}

/// Members that both have and that differ. Objects one level down too, as
/// `extra.columns`.
void addContradictions(const Json &existing, const Json &incoming, QStringList &fields)
{
    for (const auto &[key, value] : incoming.items()) {
        const auto own = existing.find(key);
        if (own == existing.end() || value.is_array()) {
            continue;
        }
        if (own->is_object() && value.is_object()) {
            addContradictions(*own, value, fields);
        } else if (!saysTheSame(key, *own, value)) {
            fields << QString::fromStdString(key);
        }
    }
}

} // namespace

Filled filled(Contact existing, const Contact &incoming)
{
    bool changed = fillName(existing, incoming);
    for (QString Contact::*field : plainFields) {
        changed = fill(existing.*field, incoming.*field) || changed;
    }
    changed = fillPlace(existing, incoming) || changed;
    changed = addPoints(existing.addresses, incoming.addresses) || changed;
    changed = addPoints(existing.phones, incoming.phones, isSamePhone) || changed;
    changed = addLinks(existing.links, incoming.links) || changed;
    changed = addPositions(existing.positions, incoming.positions) || changed;
    changed = addSchools(existing.schools, incoming.schools) || changed;
    changed = addTags(existing.tags, incoming.tags) || changed;
    changed = addMembers(existing.extra, incoming.extra, 1) || changed;
    return {std::move(existing), changed};
}

QString joinedNotes(const QString &keep, const QString &other)
{
    if (keep.contains(other)) {
        return keep;
    }
    return other.contains(keep) ? other : keep + u"\n\n"_s + other;
}

bool isAnotherWording(const QString &a, const QString &b)
{
    QStringList shorter = foldedWords(a);
    QStringList longer = foldedWords(b);
    if (shorter.size() > longer.size()) {
        shorter.swap(longer);
    }
    const auto common = std::ranges::count_if(longer, [&](const QString &w) { return shorter.contains(w); });
    return !shorter.isEmpty() && 2 * common >= longer.size();
}

void addPhone(QVector<ContactPoint> &phones, const QString &kind, const QString &number)
{
    const auto known = std::ranges::find_if(
            phones, [&](const ContactPoint &phone) { return isSamePhone(phone.value, number); });
    if (known == phones.end()) {
        addPoint(phones, kind, number);
        return;
    }
    fill(known->kind, kind);
    if (number.startsWith(u'+') && !known->value.startsWith(u'+')) {
        known->value = number; // can be called from anywhere
    }
}

QStringList contradictedFields(const Contact &existing, const Contact &incoming)
{
    const Contact own = disputable(existing);
    const Contact theirs = disputable(incoming);
    QStringList fields;
    if (own != theirs) { // the same in most rows of a file that is imported again
        addContradictions(toBody(own), toBody(theirs), fields);
    }
    return fields;
}

Completed completed(const Contact &existing, const Contact &incoming,
                    const std::function<bool()> &mayBringNotes)
{
    QStringList leftOut = contradictedFields(existing, incoming);
    const bool differ = leftOut.contains("notes"_L1);
    const bool isGap = existing.notes.isEmpty() && !incoming.notes.isEmpty();
    if ((differ || isGap) && !mayBringNotes()) {
        Contact other = incoming;
        other.notes.clear();
        if (isGap) {
            leftOut << u"notes"_s;
        }
        return {filled(existing, other), leftOut};
    }
    leftOut.removeAll("notes"_L1);
    Filled result = filled(existing, incoming);
    if (differ) {
        result.contact.notes = joinedNotes(existing.notes, incoming.notes);
        result.changed = true;
    }
    return {std::move(result), leftOut, differ};
}

} // namespace crema::contacts
