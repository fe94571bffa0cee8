// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomoperations.h"

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

const QStringList lists {u"addresses"_s, u"phones"_s, u"links"_s, u"positions"_s, u"schools"_s};

} // namespace

QString RandomOperations::text()
{
    static const QStringList words {u"Zoë"_s,       u"Łódź"_s,         u"山田"_s,        u"שלום"_s,
                                    u"a/b"_s,       u"\"quoted\""_s,   u"line\nbreak"_s, u"🎉👩‍🚀"_s,
                                    u"@state"_s,    u"'; --"_s,        u"%_*?["_s,       u"e\u0301"_s,
                                    u"tab\there"_s, QString(QChar(0)), u"plain"_s};
    QString text;
    const int count = chance(25) ? 200 : m_random.bounded(1, 4);
    for (int i = 0; i < count; ++i) {
        text += words[m_random.bounded(words.size())];
    }
    return text;
}

Json RandomOperations::value(int depth)
{
    switch (m_random.bounded(depth > 1 ? 6 : 9)) {
    case 0:
        return m_random.bounded(-5, 100);
    case 1:
        return m_random.generateDouble();
    case 2:
        return chance(2);
    case 6:
        return Json {{"a", value(depth + 1)}, {"b/c", value(depth + 1)}, {"none", nullptr}};
    case 7:
        return Json::array({value(depth + 1), nullptr, value(depth + 1)});
    case 8:
        return Json::array();
    default:
        return text();
    }
}

/// An item of a list as other programs might leave it: sometimes without id or position, or no object at all.
Json RandomOperations::item()
{
    if (chance(15)) {
        return text();
    }
    Json item {{"value", text()}, {"extra", value(1)}};
    if (!chance(5)) {
        item["id"] = "i" + std::to_string(m_random.bounded(6));
    }
    if (!chance(5)) {
        item["pos"] = std::string(1, static_cast<char>('a' + m_random.bounded(20)));
    }
    return item;
}

QString RandomOperations::scalarField()
{
    static const QStringList fields {u"firstName"_s, u"city"_s,    u"notes"_s,        u"status"_s,
                                     u"body"_s,      u"subject"_s, u"odd/one"_s,      u"tags/really"_s,
                                     u"@state"_s,    u"/slash"_s,  u"addresses/i1"_s, u"extra"_s,
                                     u"ключ"_s};
    return fields[m_random.bounded(fields.size())];
}

Json RandomOperations::body(Kind kind)
{
    Json body = Json::object();
    for (int i = m_random.bounded(1, 6); i > 0; --i) {
        body[scalarField().toStdString()] = value(0);
    }
    for (int i = m_random.bounded(4); i > 0; --i) {
        body["tags"].push_back(text());
    }
    if (kind == Kind::contact) {
        for (const QString &list : lists) {
            for (int i = m_random.bounded(4); i > 0; --i) {
                body[list.toStdString()].push_back(item());
            }
        }
        if (chance(8)) {
            body["phones"] = text(); // a lone value where a list belongs
        }
    }
    return body;
}

const RandomOperations::Known &RandomOperations::anyRecord()
{
    return m_known[m_random.bounded(static_cast<quint32>(m_known.size()))];
}

void RandomOperations::addCreate(Operation &operation)
{
    const Kind kind = chance(2) ? Kind::contact
                                : allKinds[m_random.bounded(static_cast<quint32>(allKinds.size()))];
    const QString id = u"r%1"_s.arg(++m_count);
    operation.create(kind, id, body(kind));
    m_known.push_back({kind, id});
}

void RandomOperations::addPatch(Operation &operation)
{
    const Known &known = anyRecord();
    const auto stored = m_reader.record(known.kind, known.id);
    if (!stored) {
        return; // created by this very operation
    }
    if (chance(3)) {
        operation.patch(known.kind, known.id, stored->body, body(known.kind));
        return;
    }
    Json after = stored->body;
    for (int i = m_random.bounded(1, 5); i > 0; --i) {
        const std::string field = scalarField().toStdString();
        if (chance(3)) {
            after.erase(field);
        } else {
            after[field] = value(0);
        }
        const std::string list = chance(2) ? std::string("tags")
                                           : lists[m_random.bounded(lists.size())].toStdString();
        if (chance(4)) {
            after.erase(list);
        } else if (after[list].is_array() || after[list].is_null()) {
            after[list].push_back(list == "tags" ? Json(text()) : item());
        }
    }
    operation.patch(known.kind, known.id, stored->body, after);
}

void RandomOperations::addState(Operation &operation)
{
    static const QStringList states {u"live"_s, u"trashed"_s, u"merged:r1"_s};
    const Known &known = anyRecord();
    operation.setState(known.kind, known.id, states[m_random.bounded(states.size())]);
}

/// What a merge writes: the gaps of one contact filled, the other one marked, its emails handed over.
void RandomOperations::addMerge(Operation &operation)
{
    std::vector<StoredRecord> people;
    std::vector<StoredRecord> emails;
    for (const Known &known : m_known) {
        auto stored = m_reader.record(known.kind, known.id);
        if (stored && known.kind == Kind::contact && stored->state == "live"_L1) {
            people.push_back(std::move(*stored));
        } else if (stored && known.kind == Kind::draft) {
            emails.push_back(std::move(*stored));
        }
    }
    if (people.size() < 2) {
        return;
    }
    const size_t keep = m_random.bounded(static_cast<quint32>(people.size()));
    const size_t other = (keep + 1) % people.size();
    Json filled = people[other].body;
    filled.update(people[keep].body);
    operation.keepForGood = true;
    operation.patch(Kind::contact, people[keep].id, people[keep].body, filled);
    operation.setState(Kind::contact, people[other].id, u"merged:"_s + people[keep].id);
    for (const StoredRecord &email : emails) {
        Json moved = email.body;
        moved["contactId"] = people[keep].id;
        operation.patch(Kind::draft, email.id, email.body, moved);
    }
}

Operation RandomOperations::next()
{
    Operation operation;
    operation.label = u"random"_s;
    m_bulk = chance(8);
    if (m_bulk) {
        operation.origin = Origin::import;
        for (int i = m_random.bounded(2, 30); i > 0; --i) {
            addCreate(operation);
        }
        return operation;
    }
    if (chance(6)) {
        addMerge(operation);
        return operation;
    }
    for (int i = m_random.bounded(1, 4); i > 0; --i) {
        const int sort = m_known.empty() ? 0 : m_random.bounded(6);
        if (sort == 0) {
            addCreate(operation);
        } else if (sort == 5) {
            addState(operation);
        } else {
            addPatch(operation);
        }
    }
    return operation;
}

} // namespace crema::store
