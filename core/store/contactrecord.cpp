// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/contactrecord.h"

#include "base/text.h"
#include "model/status.h"
#include "store/bodywriter.h"
#include "store/patch.h"
#include "store/searchtext.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

/// True when the list is as it is stored: every item with an id of its own and a place, in order.
template <typename Item>
bool isStored(const QVector<Item> &items)
{
    const auto isPlain = [](const QString &text) {
        return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
    };
    for (qsizetype i = 0; i < items.size(); ++i) {
        const Item &item = items[i];
        if (!isPlain(item.id) || !isPlain(item.pos)
            || (i > 0 && std::tie(items[i - 1].pos, items[i - 1].id) >= std::tie(item.pos, item.id))) {
            return false;
        }
        for (qsizetype before = 0; before < i; ++before) {
            if (items[before].id == item.id) {
                return false;
            }
        }
    }
    return true;
}

bool isStored(const Contact &contact)
{
    return isStored(contact.addresses) && isStored(contact.phones) && isStored(contact.links)
            && isStored(contact.positions) && isStored(contact.schools);
}

void write(BodyWriter &body, const char *key, const QVector<ContactPoint> &points)
{
    body.list(key, points, [&body](const ContactPoint &point) {
        body.text("id", point.id);
        body.textIfAny("kind", point.kind);
        body.text("pos", point.pos);
        body.textIfAny("value", point.value);
    });
}

void write(BodyWriter &body, const char *key, const QVector<Position> &positions)
{
    body.list(key, positions, [&body](const Position &position) {
        body.textIfAny("company", position.company);
        body.textIfAny("from", position.from);
        body.text("id", position.id);
        body.text("pos", position.pos);
        body.textIfAny("title", position.title);
        body.textIfAny("to", position.to);
    });
}

void write(BodyWriter &body, const char *key, const QVector<School> &schools)
{
    body.list(key, schools, [&body](const School &school) {
        body.textIfAny("degree", school.degree);
        body.textIfAny("field", school.field);
        body.textIfAny("from", school.from);
        body.text("id", school.id);
        body.textIfAny("name", school.name);
        body.text("pos", school.pos);
        body.textIfAny("to", school.to);
    });
}

/// A set is stored in the order of its bytes, each text once.
std::vector<std::string> setOf(const QStringList &texts)
{
    std::vector<std::string> set;
    std::ranges::transform(texts, std::back_inserter(set), [](const QString &t) { return t.toStdString(); });
    std::ranges::sort(set);
    const auto twice = std::ranges::unique(set);
    set.erase(twice.begin(), twice.end());
    return set;
}

/// The body; false when a field of another program bears the name of one of ours, which decides what of it
/// stays.
bool writeBody(BodyWriter &body, const Contact &contact, const std::vector<std::string> &tags)
{
    // In the order of their bytes, as any body is.
    write(body, "addresses", contact.addresses);
    body.textIfAny("city", contact.city);
    body.textIfAny("connectedOn", contact.connectedOn);
    body.textIfAny("country", contact.country);
    body.textIfAny("createdAt", contact.createdAt);
    body.textIfAny("firstContactDate", contact.firstContactDate);
    body.textIfAny("firstName", contact.firstName);
    body.textIfAny("headline", contact.headline);
    body.textIfAny("hometown", contact.hometown);
    body.textIfAny("howMet", contact.howMet);
    body.textIfAny("industry", contact.industry);
    body.textIfAny("introducedBy", contact.introducedBy);
    body.textIfAny("lastContactDate", contact.lastContactDate);
    body.textIfAny("lastName", contact.lastName);
    write(body, "links", contact.links);
    body.textIfAny("location", contact.location);
    body.trueIf("muted", contact.muted);
    body.textIfAny("nextAction", contact.nextAction);
    body.textIfAny("nextActionDate", contact.nextActionDate);
    body.textIfAny("notes", contact.notes);
    write(body, "phones", contact.phones);
    write(body, "positions", contact.positions);
    body.textIfAny("runId", contact.runId);
    body.trueIf("sample", contact.sample);
    write(body, "schools", contact.schools);
    body.textIfAny("state", contact.state);
    body.textIfAny("status", contact.status);
    body.texts("tags", tags);
    return body.finish();
}

/// UTF-8 of texts, one after the other in the same memory: what it gives lives until the next one.
class Utf8 final
{
public:
    std::string_view operator()(const QString &text)
    {
        m_bytes.resize(static_cast<size_t>(text.size()));
        unsigned all = 0; // without a way out of the loop: many characters at a time
        for (size_t i = 0; const QChar c : text) {
            all |= c.unicode();
            m_bytes[i++] = static_cast<char>(c.unicode());
        }
        if (all >= 0x80) {
            m_bytes = text.toStdString();
        }
        return m_bytes;
    }

private:
    std::string m_bytes;
};

bool isAscii(std::string_view text)
{
    unsigned all = 0;
    for (const char c : text) {
        all |= static_cast<unsigned char>(c);
    }
    return all < 0x80;
}

std::string folded(std::string_view utf8)
{
    if (!isAscii(utf8)) {
        return fold(QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()))).toStdString();
    }
    std::string lower(utf8);
    std::ranges::transform(lower, lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    });
    return lower;
}

QString placeOf(const Contact &contact)
{
    if (!contact.location.isEmpty()) {
        return contact.location;
    }
    QString place;
    for (const QString *part : {&contact.city, &contact.state, &contact.country}) {
        if (!part->isEmpty()) {
            place += place.isEmpty() ? *part : ", "_L1 + *part;
        }
    }
    return place;
}

std::string joined(const std::vector<std::string> &texts)
{
    std::string line;
    for (const std::string &text : texts) {
        if (!text.empty()) {
            line += line.empty() ? text : ", " + text;
        }
    }
    return line;
}

template <typename Item>
void appendAll(std::string &words, const QVector<Item> &items, QString Item::*text, Utf8 &utf8)
{
    words += '\t';
    for (const Item &item : items) {
        appendWords(words, utf8(item.*text));
    }
}

std::string wordsOf(const Contact &contact, std::string_view name, std::string_view place,
                    const std::vector<std::string> &tags, Utf8 &utf8)
{
    std::string words;
    words.reserve(static_cast<size_t>(contact.notes.size()) + 192);
    appendWords(words, name);
    appendAll(words, contact.positions, &Position::company, utf8);
    appendAll(words, contact.addresses, &ContactPoint::value, utf8);
    appendAll(words, contact.positions, &Position::title, utf8);
    appendAll(words, contact.schools, &School::name, utf8);
    words += '\t';
    appendWords(words, place);
    words += '\t';
    for (const std::string &tag : tags) {
        appendWords(words, tag);
    }
    words += '\t';
    appendWords(words, utf8(contact.notes));
    return words;
}

constexpr size_t nameColumn = 0;
constexpr size_t placeColumn = 6;

/// In the order of the table's projections.
ColumnTexts columnsOf(const Contact &contact, const std::vector<std::string> &tags, Utf8 &utf8)
{
    const QString name = contact.name();
    ColumnTexts columns;
    columns.reserve(16, 256);
    columns.add(utf8(name));
    columns.add(folded(utf8(name.isEmpty() ? contact.email() : name)));
    columns.add(utf8(contact.email()));
    columns.add(utf8(contact.company()));
    columns.add(utf8(contact.jobTitle()));
    columns.add(utf8(contact.college()));
    columns.add(utf8(placeOf(contact)));
    columns.add(utf8(contact.linkedinUrl()));
    columns.add(utf8(contact.status.isEmpty() ? initialStatus() : contact.status));
    columns.add(joined(tags));
    columns.add(utf8(contact.nextActionDate));
    columns.add(utf8(contact.lastContactDate));
    columns.add(utf8(contact.createdAt));
    columns.add(contact.sample ? "1" : "");
    columns.add(utf8(contact.runId));
    columns.add(boolAt(contact.extra, "hasUnreadReply") ? "1" : "");
    return columns;
}

} // namespace

Result<PreparedRecord> prepareContact(const Contact &contact, std::vector<qint64> keys)
{
    if (contact.id.isEmpty()) {
        return failure(ErrorKind::internal, u"A new contact has no id."_s);
    }
    std::ranges::sort(keys);
    const auto twice = std::ranges::unique(keys);
    keys.erase(twice.begin(), twice.end());
    const std::vector<std::string> tags = setOf(contact.tags);
    const Json others = contact.extra.empty() ? Json::object() : normalisedBody(Kind::contact, contact.extra);
    BodyWriter body(others);
    if (!isStored(contact) || !writeBody(body, contact, tags)) {
        auto record = prepareRecord(
                {Kind::contact, contact.id, toBody(contact), contact.sources, QStringList()}, {});
        if (record) {
            record->entry.keys = std::move(keys);
        }
        return record;
    }
    Utf8 utf8;
    PreparedRecord record {Kind::contact,
                           contact.id.toUtf8(),
                           std::move(body).bytes(),
                           columnsOf(contact, tags, utf8),
                           {std::move(keys), {}, {}},
                           contact.sources};
    record.entry.words = wordsOf(contact, record.columns[nameColumn], record.columns[placeColumn], tags,
                                 utf8);
    return record;
}

} // namespace crema::store
