// SPDX-License-Identifier: GPL-3.0-or-later
// What each property of a vCard becomes.
#include "base/text.h"
#include "contacts/identity.h"
#include "exchange/cellvalues.h"
#include "exchange/emailcells.h"
#include "exchange/encodedwords.h"
#include "exchange/flatfields.h"
#include "exchange/mailboxes.h"
#include "exchange/vcardcard.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

bool isPreferred(const VcardLine &line)
{
    return line.hasType(u"pref") || line.parameter(u"PREF") == "1"_L1;
}

QString kindOf(const VcardLine &line)
{
    const QStringList types = line.types();
    for (const char16_t *first : {u"cell", u"iphone", u"fax"}) {
        if (types.contains(QStringView(first))) {
            return QStringView(first) == u"fax" ? u"fax"_s : u"mobile"_s;
        }
    }
    for (const QString &type : types) {
        static const QStringList silent {u"internet"_s, u"pref"_s, u"voice"_s, u"msg"_s,
                                         u"text"_s,     u"x400"_s, u"video"_s, u"quoted-printable"_s,
                                         u"base64"_s,   u"8bit"_s, u"7bit"_s};
        if (!silent.contains(type)) {
            return kindFrom(type.startsWith("x-"_L1) ? type.sliced(2) : type); // Samsung: "X-Office"
        }
    }
    return {};
}

/// A second rendering of a property in another language or script (RFC 6350 5.4); the first one counts.
bool repeatsAlternative(const VcardLine &line, bool isThere)
{
    return isThere && !line.parameter(u"ALTID").isEmpty();
}

QString nameFromText(const QString &text)
{
    return decodedWords(cleanValue(text));
}

void readName(Card &card, const VcardLine &line)
{
    const QStringList parts = line.parts(u';');
    const auto part = [&](qsizetype i) { return nameFromText(parts.value(i)); };
    const bool isThere = !card.name.first.isEmpty() || !card.name.last.isEmpty() || !card.wholeName.isEmpty();
    if (repeatsAlternative(line, isThere)) {
        keepInCard(card, line.name, cleanValue(parts.join(u' ')));
        return;
    }
    // "N:Jane Roe": the whole name where the last name belongs.
    const bool onePart = std::ranges::all_of(parts.sliced(1),
                                             [](const QString &p) { return cleanValue(p).isEmpty(); });
    if (onePart && (part(0).contains(u' ') || part(0).contains(u','))) {
        card.wholeName = part(0);
        return;
    }
    card.name = nameFrom(part(1), part(0));
    card.name.middle = part(2);
    card.name.prefix = part(3).isEmpty() ? card.name.prefix : part(3);
    const QString suffix = part(4);
    if (isGeneration(suffix) && !card.name.last.isEmpty()) {
        card.name.last += u' ' + suffix;
    } else if (!suffix.isEmpty()) {
        card.name.credentials = suffix;
    }
}

void readFullName(Card &card, const VcardLine &line)
{
    const QString name = nameFromText(line.text());
    if (repeatsAlternative(line, !card.fullName.isEmpty())) {
        keepInCard(card, line.name, name);
    } else if (!name.isEmpty()) {
        card.fullName = name;
    }
}

void readPlace(Card &card, const VcardLine &line)
{
    const QStringList parts = line.parts(u';');
    const auto part = [&](qsizetype i) { return cleanValue(parts.value(i)); };
    Contact &contact = card.contact;
    if (!card.hasPlace) {
        contact.city = part(3);
        contact.state = part(4);
        contact.country = part(6);
        card.hasPlace = !contact.city.isEmpty() || !contact.state.isEmpty() || !contact.country.isEmpty();
        // "Oslo, Norway" as our own export has it: a place that nobody has taken apart.
        if (card.hasPlace && contact.city.contains(u',') && contact.state.isEmpty()
            && contact.country.isEmpty()) {
            contact.location = std::exchange(contact.city, QString());
        }
        keepInCard(card, u"PO box"_s, part(0));
        keepInCard(card, u"Suite"_s, part(1));
        keepInCard(card, u"Street"_s, part(2));
        keepInCard(card, u"Postal code"_s, part(5));
        return;
    }
    QStringList filled;
    std::ranges::copy_if(parts, std::back_inserter(filled),
                         [](const QString &p) { return !cleanValue(p).isEmpty(); });
    keepInCard(card, u"Address"_s, filled.join(u", "_s));
}

void readOrganisation(Card &card, const VcardLine &line)
{
    const QStringList parts = line.parts(u';');
    const QString company = cleanValue(parts.value(0));
    if (repeatsAlternative(line, !card.companies.isEmpty())) {
        keepInCard(card, line.name, company);
        return;
    }
    card.companies << company;
    for (const QString &unit : parts.sliced(1)) {
        keepInCard(card, u"Department"_s, cleanValue(unit));
    }
}

void readTitle(Card &card, const VcardLine &line)
{
    const QString title = cleanValue(line.text());
    if (repeatsAlternative(line, !card.titles.isEmpty())) {
        keepInCard(card, line.name, title);
    } else {
        card.titles << title;
    }
}

void readEmail(Card &card, const VcardLine &line)
{
    const QString kind = kindOf(line);
    const EmailCell cell = emailsFrom(cleanValue(line.text()));
    for (const CellAddress &found : cell.addresses) {
        card.emails.push_back({kind == "home"_L1 ? u"personal"_s : kind, found.address, isPreferred(line),
                               line.group, found});
    }
    if (!cell.rest.isEmpty()) {
        card.notes << noAddress(cell.rest.constFirst());
        keepInCard(card, u"EMAIL"_s, cell.rest.join("; "_L1));
    }
}

/// The number of a "tel:" address: without its parameters, with the extension as people write it (RFC 3966).
QString fromTelUri(const QString &uri)
{
    const QStringList parts = uri.split(u';');
    QString number = QString::fromUtf8(QByteArray::fromPercentEncoding(parts.constFirst().toUtf8()));
    for (const QString &parameter : parts.sliced(1)) {
        if (parameter.startsWith("ext="_L1, Qt::CaseInsensitive)) {
            number += " ext. "_L1 + parameter.sliced(4);
        }
    }
    return number;
}

void readPhone(Card &card, const VcardLine &line)
{
    QString number = cleanValue(line.text());
    if (number.startsWith("tel:"_L1, Qt::CaseInsensitive)) {
        number = fromTelUri(number.sliced(4));
    }
    if (!number.isEmpty() && !isPhoneNumber(number)) { // "ask Bob"
        keepInCard(card, u"TEL"_s, number);
        card.notes << noPhone(number);
    } else if (!number.isEmpty()) {
        card.phones.push_back({kindOf(line), number, isPreferred(line), line.group});
    }
}

bool isLinkedin(const VcardLine &line)
{
    const QString service = line.parameter(u"SERVICE-TYPE") + line.parameter(u"X-SERVICE-TYPE");
    return line.hasType(u"linkedin") || line.name == "X-LINKEDIN"_L1
            || service.compare("linkedin"_L1, Qt::CaseInsensitive) == 0;
}

void readLink(Card &card, const VcardLine &line)
{
    const QString value = cleanValue(line.text());
    const bool linkedin = isLinkedin(line);
    QString url = linkedin ? linkedinFrom(value) : webAddressFrom(value);
    if (linkedin && url.isEmpty()) { // Apple: "x-user=jane-roe-1:x-apple:jane-roe-1"
        const QString user = line.parameter(u"X-USER") + line.parameter(u"USERNAME");
        url = linkedinFrom(user.isEmpty() ? user : "in/"_L1 + user);
    }
    if (url.isEmpty()) {
        keepInCard(card, line.name, value);
        return;
    }
    card.links.push_back({kindOf(line), url, isPreferred(line), line.group});
}

void readBirthday(Card &card, const VcardLine &line)
{
    // Apple writes 1604 where the year is not known.
    const QString omitted = line.parameter(u"X-APPLE-OMIT-YEAR");
    QString date = cleanValue(line.text());
    if (!omitted.isEmpty() && date.startsWith(omitted)) {
        date.replace(0, omitted.size(), u'-');
    }
    keepInCard(card, line.name, date);
}

/// "RELATED;TYPE=spouse:Jo": whose name or day it is says the type, and in Apple's cards a label.
void readLabelled(Card &card, const VcardLine &line)
{
    const QString value = cleanValue(line.text());
    if (!line.group.isEmpty()) {
        card.labelled.push_back({line.name, value, false, line.group});
        return;
    }
    const QString type = line.types().value(0);
    keepInCard(card, type.isEmpty() ? line.name : type.left(1).toUpper() + type.sliced(1), value);
}

void readNote(Card &card, const VcardLine &line)
{
    const QString note = cleanText(line.text());
    card.contact.notes += card.contact.notes.isEmpty() ? note : u'\n' + note;
}

void readTags(Card &card, const VcardLine &line)
{
    // Some programs part them by semicolons; an escaped one is part of a tag.
    const bool bySemicolon = !line.value.contains("\\;"_L1);
    QStringList tags;
    for (const QString &part : line.parts(u',')) {
        for (const QString &tag :
             bySemicolon && !part.contains(u',') ? part.split(u';') : QStringList {part}) {
            tags += tagsFrom(tagCell(tag));
        }
    }
    tags.removeDuplicates();
    // Google's own groups: everybody, and the marked ones.
    if (tags.removeAll(u"myContacts"_s) > 0) {
        tags.removeAll(u"starred"_s);
    }
    card.contact.tags += tags;
}

bool is(const VcardLine &line, QLatin1StringView word)
{
    return line.value.trimmed().compare(word, Qt::CaseInsensitive) == 0;
}

using Reader = void (*)(Card &, const VcardLine &);

const QHash<QString, Reader> &readers()
{
    static const QHash<QString, Reader> table {
            {u"N"_s, readName},
            {u"FN"_s, readFullName},
            {u"ORG"_s, readOrganisation},
            {u"TITLE"_s, readTitle},
            {u"ROLE"_s, [](Card &c, const VcardLine &l) { c.role = cleanValue(l.text()); }},
            {u"EMAIL"_s, readEmail},
            {u"TEL"_s, readPhone},
            {u"URL"_s, readLink},
            {u"X-SOCIALPROFILE"_s, readLink},
            {u"SOCIALPROFILE"_s, readLink},
            {u"X-LINKEDIN"_s, readLink},
            {u"ADR"_s, readPlace},
            {u"BDAY"_s, readBirthday},
            {u"RELATED"_s, readLabelled},
            {u"X-ABRELATEDNAMES"_s, readLabelled},
            {u"X-ABDATE"_s, readLabelled},
            {u"NOTE"_s, readNote},
            {u"CATEGORIES"_s, readTags},
            {u"KIND"_s,
             [](Card &c, const VcardLine &l) {
                 c.isGroup = is(l, "group"_L1);
                 c.isCompany = is(l, "org"_L1);
                 // RFC 6350, 6.1.4, and RFC 6473
                 c.isThing = is(l, "location"_L1) || is(l, "application"_L1) || is(l, "device"_L1);
             }},
            {u"X-ADDRESSBOOKSERVER-KIND"_s,
             [](Card &c, const VcardLine &l) { c.isGroup = is(l, "group"_L1); }},
            {u"X-ABSHOWAS"_s, [](Card &c, const VcardLine &l) { c.isCompany = is(l, "company"_L1); }},
            {u"X-ABLABEL"_s,
             [](Card &c, const VcardLine &l) { c.labels.insert(l.group, cleanValue(l.text())); }},
    };
    return table;
}

bool isPictureOrKey(const VcardLine &line)
{
    static const QStringList names {u"PHOTO"_s, u"LOGO"_s, u"SOUND"_s, u"KEY"_s};
    return names.contains(line.name) && !line.value.trimmed().isEmpty();
}

/// Pictures, sounds, keys, and what only the program that wrote the card understands.
bool isOfNoUse(const VcardLine &line)
{
    static const QStringList names {
            u"VERSION"_s,       u"PRODID"_s,      u"REV"_s,          u"UID"_s,         u"PHOTO"_s,
            u"LOGO"_s,          u"SOUND"_s,       u"KEY"_s,          u"SOURCE"_s,      u"CLASS"_s,
            u"MAILER"_s,        u"SORT-STRING"_s, u"PROFILE"_s,      u"NAME"_s,        u"X-ABADR"_s,
            u"X-ABUID"_s,       u"X-IMAGEHASH"_s, u"CLIENTPIDMAP"_s, u"X-IMAGETYPE"_s, u"X-MS-CARDPICTURE"_s,
            u"X-MOZILLA-HTML"_s};
    return names.contains(line.name) || line.name.startsWith("X-MS-OL-"_L1)
            || line.name.startsWith("X-LOTUS-"_L1) || line.name.startsWith("X-EVOLUTION-FILE-AS"_L1);
}

/// Names of properties that we keep; in the middle of a note any other word may stand before a colon.
bool isKnownName(const QString &name)
{
    static const QStringList others {u"NICKNAME"_s, u"ANNIVERSARY"_s, u"GENDER"_s, u"LANG"_s,
                                     u"IMPP"_s,     u"GEO"_s,         u"MEMBER"_s, u"LABEL"_s,
                                     u"RELATED"_s,  u"CALURI"_s,      u"FBURL"_s,  u"CALADRURI"_s,
                                     u"AGENT"_s,    u"XML"_s,         u"TZ"_s,     u"EXPERTISE"_s,
                                     u"HOBBY"_s,    u"INTEREST"_s,    u"CREATED"_s};
    return name.startsWith("X-"_L1) || others.contains(name);
}

/// A line that is no property: the rest of a note whose line breaks were written as they are, or of a
/// picture.
void addStrayLine(Card &card, const VcardLine &line)
{
    static const QStringList pictures {u"PHOTO"_s, u"LOGO"_s, u"SOUND"_s, u"KEY"_s};
    const QString text = cleanText(line.raw);
    if (text.isEmpty() || pictures.contains(card.lastProperty)) {
        return;
    }
    if (card.lastProperty == "NOTE"_L1) {
        card.contact.notes += u'\n' + text;
        return;
    }
    card.strayLine = card.strayLine.isEmpty() ? text : card.strayLine;
    keepInCard(card, u"Other lines"_s, text);
}

} // namespace

void keepInCard(Card &card, const QString &name, const QString &value)
{
    if (!value.isEmpty()) {
        Json &kept = card.contact.extra["columns"][name.toStdString()];
        kept = kept.is_string() ? textOf(kept) + u'\n' + value : value;
    }
}

void addToCard(Card &card, const VcardLine &line)
{
    const auto reader = readers().value(line.name, nullptr);
    const bool known = reader || isOfNoUse(line) || isKnownName(line.name);
    if (line.name.isEmpty() || (!known && card.lastProperty == "NOTE"_L1)) {
        addStrayLine(card, line);
        return;
    }
    card.lastProperty = line.name;
    card.hasPicture = card.hasPicture || isPictureOrKey(line);
    if (reader) {
        reader(card, line);
    } else if (!isOfNoUse(line)) {
        keepInCard(card, line.name, cleanText(line.text()));
    }
}

} // namespace crema::exchange
