// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/contactsvcard.h"

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

/// FN must not be empty.
QString shownName(const Contact &contact)
{
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
    appendText(vcard, u"ORG"_s, contact.company());
    appendText(vcard, u"TITLE"_s, contact.jobTitle());
    appendPoints(vcard, contact);
    if (!contact.city.isEmpty() || !contact.state.isEmpty() || !contact.country.isEmpty()) {
        appendLine(vcard, u"ADR:"_s + joined({{}, {}, {}, contact.city, contact.state, {}, contact.country}));
    }
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
