// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/contact.h"

#include "base/ids.h"
#include "base/keyhash.h"
#include "base/text.h"
#include "model/order.h"
#include "model/status.h"

#include <algorithm>
#include <array>
#include <tuple>

using namespace Qt::StringLiterals;

namespace crema {

namespace {

struct TextField
{
    const char *key;
    QString Contact::*member;
};

constexpr std::array textFields {
        TextField {"firstName", &Contact::firstName},
        TextField {"lastName", &Contact::lastName},
        TextField {"headline", &Contact::headline},
        TextField {"industry", &Contact::industry},
        TextField {"location", &Contact::location},
        TextField {"city", &Contact::city},
        TextField {"state", &Contact::state},
        TextField {"country", &Contact::country},
        TextField {"hometown", &Contact::hometown},
        TextField {"status", &Contact::status},
        TextField {"notes", &Contact::notes},
        TextField {"firstContactDate", &Contact::firstContactDate},
        TextField {"lastContactDate", &Contact::lastContactDate},
        TextField {"connectedOn", &Contact::connectedOn},
        TextField {"howMet", &Contact::howMet},
        TextField {"introducedBy", &Contact::introducedBy},
        TextField {"nextAction", &Contact::nextAction},
        TextField {"nextActionDate", &Contact::nextActionDate},
        TextField {"runId", &Contact::runId},
        TextField {"createdAt", &Contact::createdAt},
};

bool isOurs(const std::string &key)
{
    static constexpr std::array others {"addresses", "phones", "links", "positions",
                                        "schools",   "tags",   "muted", "sample"};
    return std::ranges::any_of(textFields, [&](const TextField &field) { return key == field.key; })
            || std::ranges::any_of(others, [&](const char *other) { return key == other; });
}

/// Of the texts, one a line.
template <typename... Texts>
qint64 hashOfLines(const QString &first, const Texts &...others)
{
    qint64 hash = keyHash(first);
    ((hash = keyHash(others, keyHash(u"\n", hash))), ...);
    return hash;
}

template <typename Item>
void place(QVector<Item> &items, Item item, qint64 wordsHash)
{
    item.id = itemIdOf(wordsHash);
    while (std::ranges::any_of(items, [&](const Item &other) { return other.id == item.id; })) {
        item.id = itemId(item.id);
    }
    static const QString first = positionBetween({}, {});
    if (items.isEmpty()) {
        items.reserve(1); // mostly it stays the only one
    }
    item.pos = items.isEmpty() ? first : positionBetween(items.constLast().pos, {});
    items << std::move(item);
}

Json withId(const QString &id, const QString &pos)
{
    return {{"id", id}, {"pos", pos}};
}

Json pointsBody(const QVector<ContactPoint> &points)
{
    Json json = Json::array();
    for (const ContactPoint &point : points) {
        Json item = withId(point.id, point.pos);
        putText(item, "kind", point.kind);
        putText(item, "value", point.value);
        json.push_back(std::move(item));
    }
    return json;
}

Json positionsBody(const QVector<Position> &positions)
{
    Json json = Json::array();
    for (const Position &position : positions) {
        Json item = withId(position.id, position.pos);
        putText(item, "company", position.company);
        putText(item, "title", position.title);
        putText(item, "from", position.from);
        putText(item, "to", position.to);
        json.push_back(std::move(item));
    }
    return json;
}

Json schoolsBody(const QVector<School> &schools)
{
    Json json = Json::array();
    for (const School &school : schools) {
        Json item = withId(school.id, school.pos);
        putText(item, "name", school.name);
        putText(item, "degree", school.degree);
        putText(item, "field", school.field);
        putText(item, "from", school.from);
        putText(item, "to", school.to);
        json.push_back(std::move(item));
    }
    return json;
}

/// Lists of other programs have neither position nor id and keep their order: the first job is the one of
/// today.
template <typename Item>
void sortByPosition(QVector<Item> &items)
{
    const auto before = [](const Item &a, const Item &b) {
        return std::tie(a.pos, a.id) < std::tie(b.pos, b.id);
    };
    if (std::ranges::is_sorted(items, before)) {
        return; // nearly always
    }
    std::vector<std::pair<qsizetype, Item>> numbered;
    for (Item &item : items) {
        numbered.emplace_back(static_cast<qsizetype>(numbered.size()), std::move(item));
    }
    std::ranges::sort(numbered, {},
                      [](const auto &one) { return std::tie(one.second.pos, one.second.id, one.first); });
    std::ranges::transform(numbered, items.begin(), [](auto &one) { return std::move(one.second); });
}

QVector<ContactPoint> pointsFrom(const Json &json)
{
    QVector<ContactPoint> points;
    for (const Json &item : json) {
        points << ContactPoint {textAt(item, "id"), textAt(item, "pos"), textAt(item, "kind"),
                                textAt(item, "value")};
    }
    sortByPosition(points);
    return points;
}

QVector<Position> positionsFrom(const Json &json)
{
    QVector<Position> positions;
    for (const Json &item : json) {
        positions << Position {textAt(item, "id"),    textAt(item, "pos"),  textAt(item, "company"),
                               textAt(item, "title"), textAt(item, "from"), textAt(item, "to")};
    }
    sortByPosition(positions);
    return positions;
}

QVector<School> schoolsFrom(const Json &json)
{
    QVector<School> schools;
    for (const Json &item : json) {
        schools << School {textAt(item, "id"),     textAt(item, "pos"),   textAt(item, "name"),
                           textAt(item, "degree"), textAt(item, "field"), textAt(item, "from"),
                           textAt(item, "to")};
    }
    sortByPosition(schools);
    return schools;
}

void putList(Json &body, const char *key, Json list)
{
    if (!list.empty()) {
        body[key] = std::move(list);
    }
}

} // namespace

QString Contact::name() const
{
    if (firstName.isEmpty() || lastName.isEmpty()) {
        return firstName + lastName;
    }
    return firstName + u' ' + lastName;
}

QString Contact::company() const
{
    return positions.isEmpty() ? QString() : positions.constFirst().company;
}

QString Contact::jobTitle() const
{
    return positions.isEmpty() ? QString() : positions.constFirst().title;
}

QString Contact::college() const
{
    return schools.isEmpty() ? QString() : schools.constFirst().name;
}

QString Contact::email() const
{
    return addresses.isEmpty() ? QString() : addresses.constFirst().value;
}

QString Contact::phone() const
{
    return phones.isEmpty() ? QString() : phones.constFirst().value;
}

QString Contact::linkedinUrl() const
{
    const auto it = std::ranges::find(links, u"linkedin"_s, &ContactPoint::kind);
    return it == links.end() ? QString() : it->value;
}

bool addPoint(QVector<ContactPoint> &points, const QString &kind, const QString &value)
{
    const QString folded = fold(value);
    const bool known = value.isEmpty() || std::ranges::any_of(points, [&](const ContactPoint &point) {
                           return fold(point.value) == folded;
                       });
    if (known) {
        return false;
    }
    place(points, ContactPoint {{}, {}, kind, value}, hashOfLines(kind, folded));
    return true;
}

bool addPosition(QVector<Position> &positions, Position position)
{
    if (position.company.isEmpty() && position.title.isEmpty()) {
        return false;
    }
    const QString company = fold(position.company);
    const QString title = fold(position.title);
    const bool known = std::ranges::any_of(positions, [&](const Position &other) {
        return other.from == position.from && fold(other.company) == company && fold(other.title) == title;
    });
    if (known) {
        return false;
    }
    const qint64 words = hashOfLines(company, title, position.from);
    place(positions, std::move(position), words);
    return true;
}

bool addSchool(QVector<School> &schools, School school)
{
    if (school.name.isEmpty()) {
        return false;
    }
    const QString name = fold(school.name);
    const QString degree = fold(school.degree);
    const QString field = fold(school.field);
    const bool known = std::ranges::any_of(schools, [&](const School &other) {
        return fold(other.name) == name && fold(other.degree) == degree && fold(other.field) == field;
    });
    if (known) {
        return false;
    }
    place(schools, std::move(school), hashOfLines(name, degree, field));
    return true;
}

void setFirstPoint(QVector<ContactPoint> &points, const QString &kind, const QString &value)
{
    if (value.isEmpty()) {
        if (!points.isEmpty()) {
            points.removeFirst();
        }
        return;
    }
    const auto it = std::ranges::find_if(points,
                                         [&](const ContactPoint &p) { return fold(p.value) == fold(value); });
    if (it != points.end()) {
        it->value = value;
        if (it != points.begin()) {
            it->pos = positionBetween({}, points.constFirst().pos);
            std::rotate(points.begin(), it, it + 1);
        }
    } else if (points.isEmpty()) {
        addPoint(points, kind, value);
    } else {
        points.first().value = value;
    }
}

Json toBody(const Contact &contact)
{
    Json body = contact.extra.is_object() ? contact.extra : Json::object();
    for (const TextField &field : textFields) {
        putText(body, field.key, contact.*field.member);
    }
    putList(body, "addresses", pointsBody(contact.addresses));
    putList(body, "phones", pointsBody(contact.phones));
    putList(body, "links", pointsBody(contact.links));
    putList(body, "positions", positionsBody(contact.positions));
    putList(body, "schools", schoolsBody(contact.schools));
    putList(body, "tags", jsonTexts(contact.tags));
    if (contact.muted) {
        body["muted"] = true;
    }
    if (contact.sample) {
        body["sample"] = true;
    }
    return body;
}

Contact contactFrom(const QString &id, const Json &body)
{
    Contact contact;
    contact.id = id;
    for (const TextField &field : textFields) {
        contact.*field.member = textAt(body, field.key);
    }
    contact.addresses = pointsFrom(arrayAt(body, "addresses"));
    contact.phones = pointsFrom(arrayAt(body, "phones"));
    contact.links = pointsFrom(arrayAt(body, "links"));
    contact.positions = positionsFrom(arrayAt(body, "positions"));
    contact.schools = schoolsFrom(arrayAt(body, "schools"));
    contact.tags = textsAt(body, "tags");
    contact.muted = boolAt(body, "muted");
    contact.sample = boolAt(body, "sample");
    if (contact.status.isEmpty()) {
        contact.status = initialStatus();
    }
    if (body.is_object()) {
        for (const auto &[key, value] : body.items()) {
            if (!isOurs(key)) {
                contact.extra[key] = value;
            }
        }
    }
    return contact;
}

} // namespace crema
