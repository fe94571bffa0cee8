// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/contactsvcard.h"

#include "base/dates.h"
#include "base/text.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

constexpr qsizetype lineLimit = 75; // octets, RFC 2426 2.6

bool isContinuationByte(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

void appendLine(QByteArray &vcard, const QString &line)
{
    const QByteArray bytes = line.toUtf8();
    qsizetype start = 0;
    qsizetype limit = lineLimit;
    while (bytes.size() - start > limit) {
        qsizetype end = start + limit;
        while (isContinuationByte(bytes[end])) {
            --end;
        }
        vcard += bytes.sliced(start, end - start) + "\r\n ";
        start = end;
        limit = lineLimit - 1; // the blank that marks a folded line counts
    }
    vcard += bytes.sliced(start) + "\r\n";
}

QString escaped(const QString &text)
{
    QString value = text;
    value.replace(u'\\', u"\\\\"_s).replace(u';', u"\\;"_s).replace(u',', u"\\,"_s);
    value.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n').replace(u'\n', u"\\n"_s);
    return value;
}

QString joined(const QStringList &parts)
{
    QStringList safe;
    for (const QString &part : parts) {
        safe << escaped(part);
    }
    return safe.join(u';');
}

void appendText(QByteArray &vcard, const QString &name, const QString &value)
{
    if (!value.isEmpty()) {
        appendLine(vcard, name + u':' + escaped(value));
    }
}

QString typeOf(const QString &kind)
{
    if (kind == "personal"_L1 || kind == "home"_L1) {
        return u";TYPE=HOME"_s;
    }
    if (kind == "mobile"_L1) {
        return u";TYPE=CELL"_s;
    }
    if (kind == "work"_L1 || kind == "fax"_L1) {
        return u";TYPE="_s + kind.toUpper();
    }
    return {};
}

void appendPoints(QByteArray &vcard, const Contact &contact)
{
    for (const ContactPoint &address : contact.addresses) {
        appendText(vcard, u"EMAIL;TYPE=INTERNET"_s + typeOf(address.kind), address.value);
    }
    for (const ContactPoint &phone : contact.phones) {
        appendText(vcard, u"TEL"_s + typeOf(phone.kind), phone.value);
    }
    int item = 0;
    for (const ContactPoint &link : contact.links) {
        if (link.kind == "linkedin"_L1) {
            const QString group = u"item%1."_s.arg(++item);
            appendText(vcard, group + "URL"_L1, link.value);
            appendText(vcard, group + "X-ABLabel"_L1, u"LinkedIn"_s);
        } else {
            appendText(vcard, u"URL"_s, link.value);
        }
    }
}

/// What an import kept beside, under one of these names of columns.
QString kept(const Contact &contact, std::initializer_list<const char *> names)
{
    const Json columns = member(contact.extra, "columns");
    for (const char *name : names) {
        if (const QString value = textAt(columns, name); !value.isEmpty()) {
            return value;
        }
    }
    return {};
}

/// The lines of the one postal address that was kept; of a home and an office nobody knows whose the city is.
struct Postal
{
    QString box;
    QString suite;
    QString street;
    QString code;
};

Postal postalOf(const Contact &contact)
{
    constexpr std::array prefixes {"", "Business ", "Home ", "Work ", "Mailing ", "Address 1 - "};
    QVector<Postal> found;
    for (const char *prefix : prefixes) {
        const auto at = [&](const char *name) {
            const QByteArray whole = QByteArray(prefix) + name;
            return kept(contact, {whole.constData()});
        };
        Postal postal {at("PO box"), at("Suite"), at("Street"), at("Postal code")};
        postal.code = postal.code.isEmpty() ? at("Postal Code") : postal.code;
        postal.code = postal.code.isEmpty() ? at("ZIP") : postal.code;
        if (!(postal.box + postal.suite + postal.street + postal.code).isEmpty()) {
            found << postal;
        }
    }
    return found.size() == 1 ? found.constFirst() : Postal();
}

void appendPlace(QByteArray &vcard, const Contact &contact)
{
    const Postal postal = postalOf(contact);
    const bool isTaken = !contact.city.isEmpty() || !contact.state.isEmpty() || !contact.country.isEmpty();
    const QString place = isTaken ? contact.city : contact.location;
    const QStringList parts {postal.box,    postal.suite, postal.street,  place,
                             contact.state, postal.code,  contact.country};
    if (!parts.join(QString()).isEmpty()) {
        appendLine(vcard, u"ADR:"_s + joined(parts));
    }
}

void appendPersonal(QByteArray &vcard, const Contact &contact)
{
    appendText(vcard, u"NICKNAME"_s, kept(contact, {"NICKNAME", "Nickname"}));
    const QString birthday = kept(contact, {"BDAY"});
    const QDate date = parseDate(kept(contact, {"Birthday"}));
    appendText(vcard, u"BDAY"_s, birthday.isEmpty() ? date.toString(Qt::ISODate) : birthday);
}

void appendOrganisation(QByteArray &vcard, const Contact &contact)
{
    const QString department = kept(contact, {"Department"}).replace(u'\n', u' ');
    if (department.isEmpty() || contact.company().isEmpty()) {
        appendText(vcard, u"ORG"_s, contact.company());
    } else {
        appendLine(vcard, u"ORG:"_s + joined({contact.company(), department}));
    }
    appendText(vcard, u"TITLE"_s, contact.jobTitle());
}

/// FN must not be empty.
QString shownName(const Contact &contact)
{
    const QString aside = textAt(contact.extra, "nameAside");
    if (!contact.name().isEmpty() && !aside.isEmpty()) {
        return u"%1 (%2)"_s.arg(contact.name(), aside);
    }
    for (const QString &name : {contact.name(), contact.email(), contact.company(), contact.linkedinUrl()}) {
        if (!name.isEmpty()) {
            return name;
        }
    }
    return u"?"_s;
}

void appendCard(QByteArray &vcard, const Contact &contact)
{
    vcard += "BEGIN:VCARD\r\nVERSION:3.0\r\n";
    appendText(vcard, u"FN"_s, shownName(contact));
    appendLine(vcard,
               u"N:"_s
                       + joined({contact.lastName, contact.firstName, textAt(contact.extra, "middleName"),
                                 textAt(contact.extra, "namePrefix"), textAt(contact.extra, "credentials")}));
    appendPersonal(vcard, contact);
    appendOrganisation(vcard, contact);
    appendPoints(vcard, contact);
    appendPlace(vcard, contact);
    if (!contact.tags.isEmpty()) {
        QStringList tags;
        for (const QString &tag : contact.tags) {
            tags << escaped(tag);
        }
        appendLine(vcard, u"CATEGORIES:"_s + tags.join(u','));
    }
    appendText(vcard, u"NOTE"_s, contact.notes);
    vcard += "END:VCARD\r\n";
}

} // namespace

QByteArray contactsVcard(std::span<const Contact> contacts)
{
    QByteArray vcard;
    for (const Contact &contact : contacts) {
        appendCard(vcard, contact);
    }
    return vcard;
}

} // namespace crema::exchange
