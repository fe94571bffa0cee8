// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/contactdocument.h"

#include "base/dates.h"
#include "base/text.h"
#include "model/contactitems.h"
#include "model/order.h"
#include "model/status.h"
#include "model/webaddress.h"

#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace crema {

namespace {

QString Contact::*scalarOf(const QString &field)
{
    static const QHash<QString, QString Contact::*> scalars {
            {u"firstName"_s, &Contact::firstName},   {u"lastName"_s, &Contact::lastName},
            {u"headline"_s, &Contact::headline},     {u"industry"_s, &Contact::industry},
            {u"location"_s, &Contact::location},     {u"city"_s, &Contact::city},
            {u"state"_s, &Contact::state},           {u"country"_s, &Contact::country},
            {u"hometown"_s, &Contact::hometown},     {u"notes"_s, &Contact::notes},
            {u"howMet"_s, &Contact::howMet},         {u"introducedBy"_s, &Contact::introducedBy},
            {u"nextAction"_s, &Contact::nextAction},
    };
    return scalars.value(field, nullptr);
}

QString Contact::*dateOf(const QString &field)
{
    static const QHash<QString, QString Contact::*> dates {
            {u"firstContactDate"_s, &Contact::firstContactDate},
            {u"lastContactDate"_s, &Contact::lastContactDate},
            {u"connectedOn"_s, &Contact::connectedOn},
            {u"nextActionDate"_s, &Contact::nextActionDate},
    };
    return dates.value(field, nullptr);
}

Result<> setDate(QString &into, const QString &value)
{
    if (value.isEmpty()) {
        into.clear();
        return {};
    }
    const QDate date = parseDate(value);
    if (!date.isValid()) {
        return failure(ErrorKind::rejectedInput,
                       u"\"%1\" is not a date; write it as 2026-11-23."_s.arg(value));
    }
    into = date.toString(Qt::ISODate);
    return {};
}

Result<> setEmail(Contact &contact, const QString &value)
{
    if (!value.isEmpty() && !isEmailAddress(value)) {
        return failure(ErrorKind::rejectedInput, u"\"%1\" is not an email address."_s.arg(value));
    }
    setFirstPoint(contact.addresses, {}, value);
    return {};
}

Result<> setLinkedin(Contact &contact, const QString &value)
{
    QString url = value;
    if (!value.isEmpty()) {
        if (!url.contains("://"_L1)) {
            url.prepend("https://"_L1);
        }
        if (!isWebAddress(QUrl(url, QUrl::StrictMode))) {
            return failure(ErrorKind::rejectedInput, u"\"%1\" is not a web address."_s.arg(value));
        }
    }
    const auto it = std::ranges::find(contact.links, u"linkedin"_s, &ContactPoint::kind);
    if (it == contact.links.end()) {
        addPoint(contact.links, u"linkedin"_s, url);
    } else if (url.isEmpty()) {
        contact.links.erase(it);
    } else {
        it->value = url;
    }
    return {};
}

template <typename Item>
void setFirst(QVector<Item> &items, QString Item::*member, const QString &value,
              bool (*add)(QVector<Item> &, Item))
{
    if (!items.isEmpty()) {
        items.first().*member = value;
        return;
    }
    Item item;
    item.*member = value;
    add(items, std::move(item));
}

/// What was studied hangs on a school.
Result<> setOfSchool(Contact &contact, QString School::*member, const QString &value)
{
    if (contact.schools.isEmpty()) {
        return value.isEmpty() ? Result<> {}
                               : failure(ErrorKind::rejectedInput,
                                         u"\"%1\" needs a school: enter the school first."_s.arg(value));
    }
    contact.schools.first().*member = value;
    return {};
}

void dropEmptyFirst(Contact &contact)
{
    if (!contact.positions.isEmpty() && contact.company().isEmpty() && contact.jobTitle().isEmpty()) {
        contact.positions.removeFirst();
    }
    if (!contact.schools.isEmpty() && contact.college().isEmpty()) {
        contact.schools.removeFirst();
    }
}

QStringList tagsFrom(const QString &value)
{
    QStringList tags;
    for (const QString &part : value.split(u',', Qt::SkipEmptyParts)) {
        const QString tag = cleanLine(part);
        if (!tag.isEmpty() && !tags.contains(tag, Qt::CaseInsensitive)) {
            tags << tag;
        }
    }
    return tags;
}

/// The items of a document made by hand may lack id and position.
template <typename Item, typename Read>
void readMissingList(const Json &document, const char *key, QVector<Item> &items, Read read)
{
    for (const Json &item : arrayAt(document, key)) {
        if (textAt(item, "id").isEmpty()) {
            read(items, item);
        }
    }
    items.removeIf([](const Item &item) { return item.id.isEmpty(); });
}

/// What cannot stand inside an address. Asked for each letter of a million addresses: a table, not a search.
bool endsAddress(QChar c)
{
    static constexpr auto ends = [] {
        std::array<bool, 0x80> table {};
        for (const char16_t one : u"@<>(),;:\\\"[] \t\n\v\f\r") {
            table.at(one) = one != 0;
        }
        return table;
    }();
    return c.unicode() < ends.size() && ends[c.unicode()];
}

/// Of the words with dots between them that `text` begins with (RFC 5321, Dot-string); 0 when it begins with
/// a dot. Japanese carriers gave out addresses with two dots in a row and with one before the @.
qsizetype dottedLength(QStringView text)
{
    const auto *end = std::ranges::find_if(text, endsAddress);
    return text.startsWith(u'.') ? 0 : end - text.begin();
}

/// Of the text in quotes that `text` begins with, quotes included (RFC 5321, Quoted-string); 0 for none.
qsizetype quotedLength(QStringView text)
{
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i] == u'"') {
            return i > 1 ? i + 1 : 0;
        }
        i += text[i] == u'\\' ? 1 : 0;
        if (i < text.size() && text[i].category() == QChar::Other_Control) {
            return 0;
        }
    }
    return 0;
}

/// Two labels or more; none of them is empty or has a hyphen at an end.
bool isMailDomain(QStringView domain)
{
    bool hasDot = false;
    QChar before = u'.';
    for (const QChar c : domain) {
        const bool isDot = c == u'.';
        if (endsAddress(c) || (isDot && (before == u'.' || before == u'-'))
            || (c == u'-' && before == u'.')) {
            return false;
        }
        hasDot = hasDot || isDot;
        before = c;
    }
    return hasDot && before != u'.' && before != u'-';
}

} // namespace

Json toDocument(const Contact &contact)
{
    Json document {{"id", contact.id}};
    for (const QString &field : documentFields()) {
        const QByteArray key = field.toLatin1();
        if (QString Contact::*member = scalarOf(field)) {
            putText(document, key.constData(), contact.*member);
        } else if (QString Contact::*date = dateOf(field)) {
            putText(document, key.constData(), contact.*date);
        }
    }
    putText(document, "linkedinUrl", contact.linkedinUrl());
    putText(document, "email", contact.email());
    putText(document, "phone", contact.phone());
    putText(document, "company", contact.company());
    putText(document, "jobTitle", contact.jobTitle());
    putText(document, "college", contact.college());
    putText(document, "status", contact.status);
    putText(document, "runId", contact.runId);
    putText(document, "createdAt", contact.createdAt);
    if (!contact.tags.isEmpty()) {
        document["tags"] = jsonTexts(contact.tags);
    }
    if (contact.muted) {
        document["notificationsMuted"] = true;
    }
    if (const QStringList introducers = introducersOf(contact); !introducers.isEmpty()) {
        document["introducerIds"] = jsonTexts(introducers);
    }
    if (contact.sample) {
        document["sample"] = true;
    }
    return document;
}

Json toFullDocument(const Contact &contact)
{
    Json document = toDocument(contact);
    const Json body = toBody(contact);
    for (const auto &[key, value] : body.items()) {
        if (key != "muted" && !document.contains(key)) {
            document[key] = value;
        }
    }
    return document;
}

Contact contactFromDocument(const Json &document)
{
    Json body = document.is_object() ? document : Json::object();
    for (const char *flat :
         {"id", "linkedinUrl", "email", "phone", "company", "jobTitle", "college", "notificationsMuted"}) {
        body.erase(flat);
    }
    if (boolAt(document, "notificationsMuted")) {
        body["muted"] = true;
    }
    Contact contact = contactFrom(textAt(document, "id"), body);
    const auto addTo = [](QVector<ContactPoint> &points, const Json &item) {
        addPoint(points, textAt(item, "kind"), textAt(item, "value"));
    };
    readMissingList(document, "addresses", contact.addresses, addTo);
    readMissingList(document, "phones", contact.phones, addTo);
    readMissingList(document, "links", contact.links, addTo);
    if (contact.addresses.isEmpty()) {
        addPoint(contact.addresses, {}, cleanValue(textAt(document, "email")));
    }
    if (contact.phones.isEmpty()) {
        addPoint(contact.phones, {}, cleanValue(textAt(document, "phone")));
    }
    if (contact.linkedinUrl().isEmpty()) {
        addPoint(contact.links, u"linkedin"_s, cleanValue(textAt(document, "linkedinUrl")));
    }
    if (contact.positions.isEmpty()) {
        Position position;
        position.company = cleanValue(textAt(document, "company"));
        position.title = cleanValue(textAt(document, "jobTitle"));
        addPosition(contact.positions, position);
    }
    if (contact.schools.isEmpty()) {
        School school;
        school.name = cleanValue(textAt(document, "college"));
        addSchool(contact.schools, school);
    }
    contact.status = normalisedStatus(contact.status);
    return contact;
}

const QStringList &documentFields()
{
    static const QStringList fields {
            u"firstName"_s,
            u"lastName"_s,
            u"email"_s,
            u"phone"_s,
            u"linkedinUrl"_s,
            u"company"_s,
            u"jobTitle"_s,
            u"college"_s,
            u"headline"_s,
            u"industry"_s,
            u"location"_s,
            u"city"_s,
            u"state"_s,
            u"country"_s,
            u"hometown"_s,
            u"status"_s,
            u"tags"_s,
            u"notes"_s,
            u"howMet"_s,
            u"introducedBy"_s,
            u"nextAction"_s,
            u"nextActionDate"_s,
            u"firstContactDate"_s,
            u"lastContactDate"_s,
            u"connectedOn"_s,
    };
    return fields;
}

Result<> setDocumentField(Contact &contact, const QString &field, const QString &value)
{
    if (const auto set = setContactItem(contact, field, value)) {
        return *set;
    }
    if (field == "notes"_L1) {
        contact.notes = cleanText(value);
        return {};
    }
    const QString line = cleanLine(value);
    if (QString Contact::*member = scalarOf(field)) {
        contact.*member = line;
    } else if (QString Contact::*date = dateOf(field)) {
        return setDate(contact.*date, line);
    } else if (field == "email"_L1) {
        return setEmail(contact, line);
    } else if (field == "linkedinUrl"_L1) {
        return setLinkedin(contact, line);
    } else if (field == "phone"_L1) {
        setFirstPoint(contact.phones, {}, line);
    } else if (field == "company"_L1) {
        setFirst(contact.positions, &Position::company, line, addPosition);
    } else if (field == "jobTitle"_L1) {
        setFirst(contact.positions, &Position::title, line, addPosition);
    } else if (field == "college"_L1) {
        setFirst(contact.schools, &School::name, line, addSchool);
    } else if (field == "degree"_L1) {
        return setOfSchool(contact, &School::degree, line);
    } else if (field == "studyField"_L1) {
        return setOfSchool(contact, &School::field, line);
    } else if (field == "status"_L1) {
        contact.status = normalisedStatus(line);
    } else if (field == "tags"_L1) {
        contact.tags = tagsFrom(value);
    } else {
        return failure(ErrorKind::rejectedInput,
                       u"There is no field \"%1\". The fields are: %2."_s.arg(
                               field, documentFields().join(u", "_s)));
    }
    dropEmptyFirst(contact);
    return {};
}

bool isEmailAddress(QStringView text)
{
    constexpr qsizetype longest = 254; // RFC 5321, 4.5.3.1.3
    constexpr qsizetype longestLocalPart = 64; // RFC 5321, 4.5.3.1.1
    if (text.size() > longest) {
        return false;
    }
    const qsizetype at = text.startsWith(u'"') ? quotedLength(text) : dottedLength(text);
    return at > 0 && at <= longestLocalPart && at < text.size() && text[at] == u'@'
            && isMailDomain(text.sliced(at + 1));
}

} // namespace crema
