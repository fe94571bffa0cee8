// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/vcardreader.h"

#include "base/dates.h"
#include "base/text.h"
#include "contacts/identity.h"
#include "exchange/cellvalues.h"
#include "exchange/personnames.h"
#include "exchange/vcardlines.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

struct Point
{
    QString kind;
    QString value;
    bool preferred = false;
    QString group;
};

/// One card while it is being read.
struct Card
{
    Contact contact;
    Position position;
    QString role;
    QString fullName;
    PersonName name;
    std::vector<Point> emails;
    std::vector<Point> phones;
    std::vector<Point> links;
    QHash<QString, QString> labels; ///< by group
    QString badEmail;
    bool isGroup = false;
    bool isCompany = false;
    bool hasPlace = false;
};

QString translated(const char *text)
{
    return QCoreApplication::translate("import", text);
}

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
        static const QStringList silent {u"internet"_s,         u"pref"_s, u"voice"_s, u"msg"_s, u"text"_s,
                                         u"quoted-printable"_s, u"x400"_s, u"video"_s};
        if (!silent.contains(type)) {
            return kindFrom(type);
        }
    }
    return {};
}

void keep(Card &card, const QString &name, const QString &value)
{
    if (!value.isEmpty()) {
        Json &kept = card.contact.extra["columns"][name.toStdString()];
        kept = kept.is_string() ? textOf(kept) + u'\n' + value : value;
    }
}

void readName(Card &card, const VcardLine &line)
{
    const QStringList parts = line.parts(u';');
    const auto part = [&](qsizetype i) { return cleanValue(parts.value(i)); };
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
        keep(card, u"Street"_s, part(2));
        keep(card, u"Postal code"_s, part(5));
        return;
    }
    QStringList filled;
    std::ranges::copy_if(parts, std::back_inserter(filled),
                         [](const QString &p) { return !cleanValue(p).isEmpty(); });
    keep(card, u"Address"_s, filled.join(u", "_s));
}

void readOrganisation(Card &card, const VcardLine &line)
{
    const QStringList parts = line.parts(u';');
    card.position.company = cleanValue(parts.value(0));
    for (const QString &unit : parts.sliced(1)) {
        keep(card, u"Department"_s, cleanValue(unit));
    }
}

void readEmail(Card &card, const VcardLine &line)
{
    const QString kind = kindOf(line);
    const EmailCell cell = emailsFrom(cleanValue(line.text()));
    for (const QString &address : cell.addresses) {
        card.emails.push_back(
                {kind == "home"_L1 ? u"personal"_s : kind, address, isPreferred(line), line.group});
    }
    if (!cell.rejected.isEmpty()) {
        card.badEmail = cell.rejected.constFirst();
        keep(card, u"EMAIL"_s, card.badEmail);
    }
}

void readPhone(Card &card, const VcardLine &line)
{
    QString number = cleanValue(line.text());
    if (number.startsWith("tel:"_L1, Qt::CaseInsensitive)) {
        number.remove(0, 4);
    }
    if (!number.isEmpty()) {
        card.phones.push_back({kindOf(line), number, isPreferred(line), line.group});
    }
}

void readLink(Card &card, const VcardLine &line)
{
    const QString value = cleanValue(line.text());
    const bool linkedin = line.hasType(u"linkedin") || line.name == "X-LINKEDIN"_L1;
    const QString url = linkedin ? linkedinFrom(value) : webAddressFrom(value);
    if (url.isEmpty()) {
        keep(card, line.name, value);
        return;
    }
    card.links.push_back({kindOf(line), url, isPreferred(line), line.group});
}

using Reader = void (*)(Card &, const VcardLine &);

const QHash<QString, Reader> &readers()
{
    static const QHash<QString, Reader> table {
            {u"N"_s, readName},
            {u"FN"_s, [](Card &c, const VcardLine &l) { c.fullName = cleanValue(l.text()); }},
            {u"ORG"_s, readOrganisation},
            {u"TITLE"_s, [](Card &c, const VcardLine &l) { c.position.title = cleanValue(l.text()); }},
            {u"ROLE"_s, [](Card &c, const VcardLine &l) { c.role = cleanValue(l.text()); }},
            {u"EMAIL"_s, readEmail},
            {u"TEL"_s, readPhone},
            {u"URL"_s, readLink},
            {u"X-SOCIALPROFILE"_s, readLink},
            {u"SOCIALPROFILE"_s, readLink},
            {u"X-LINKEDIN"_s, readLink},
            {u"ADR"_s, readPlace},
            {u"NOTE"_s,
             [](Card &c, const VcardLine &l) {
                 const QString note = cleanText(l.text());
                 c.contact.notes += c.contact.notes.isEmpty() ? note : u'\n' + note;
             }},
            {u"CATEGORIES"_s,
             [](Card &c, const VcardLine &l) { c.contact.tags += tagsFrom(l.parts(u',').join(u',')); }},
            {u"KIND"_s,
             [](Card &c, const VcardLine &l) {
                 c.isGroup = l.value.compare("group"_L1, Qt::CaseInsensitive) == 0;
                 c.isCompany = l.value.compare("org"_L1, Qt::CaseInsensitive) == 0;
             }},
            {u"X-ADDRESSBOOKSERVER-KIND"_s,
             [](Card &c, const VcardLine &l) {
                 c.isGroup = l.value.compare("group"_L1, Qt::CaseInsensitive) == 0;
             }},
            {u"X-ABSHOWAS"_s,
             [](Card &c, const VcardLine &l) {
                 c.isCompany = l.value.compare("company"_L1, Qt::CaseInsensitive) == 0;
             }},
            {u"X-ABLABEL"_s,
             [](Card &c, const VcardLine &l) { c.labels.insert(l.group, cleanValue(l.text())); }},
    };
    return table;
}

bool isOfNoUse(const QString &name)
{
    static const QStringList names {u"VERSION"_s, u"PRODID"_s,      u"REV"_s,         u"UID"_s,    u"PHOTO"_s,
                                    u"LOGO"_s,    u"SOUND"_s,       u"KEY"_s,         u"SOURCE"_s, u"CLASS"_s,
                                    u"MAILER"_s,  u"SORT-STRING"_s, u"PROFILE"_s,     u"NAME"_s,   u"TZ"_s,
                                    u"X-ABADR"_s, u"X-IMAGEHASH"_s, u"CLIENTPIDMAP"_s};
    return names.contains(name);
}

void take(Card &card, const VcardLine &line)
{
    if (const auto reader = readers().value(line.name, nullptr)) {
        reader(card, line);
    } else if (!isOfNoUse(line.name)) {
        keep(card, line.name, cleanText(line.text()));
    }
}

/// Apple writes its own labels as "_$!<Work>!$_".
QString label(const Card &card, const Point &point)
{
    QString text = card.labels.value(point.group);
    text.remove(u"_$!<"_s).remove(u">!$_"_s);
    return point.group.isEmpty() ? QString() : text;
}

void place(QVector<ContactPoint> &into, const Card &card, const std::vector<Point> &points)
{
    for (const bool preferred : {true, false}) {
        for (const Point &point : points) {
            if (point.preferred == preferred) {
                addPoint(into, point.kind.isEmpty() ? kindFrom(label(card, point)) : point.kind, point.value);
            }
        }
    }
}

void placeLinks(Card &card)
{
    for (const Point &link : card.links) {
        const bool profile = !contacts::linkedinSlug(link.value).isEmpty();
        const QString own = kindFrom(label(card, link));
        const QString kind = own.isEmpty() || own == "linkedin"_L1 ? u"website"_s : own;
        addPoint(card.contact.links, profile ? u"linkedin"_s : kind, link.value);
    }
}

void finishName(Card &card)
{
    // N may be empty or repeat FN in one part; FN is what its owner wants to be called.
    const bool hasParts = !card.name.first.isEmpty() || !card.name.last.isEmpty();
    if (!hasParts && !card.isCompany && fold(card.fullName) != fold(card.position.company)
        && emailsFrom(card.fullName).addresses.isEmpty()) {
        card.name = nameFrom(card.fullName);
    }
    if (card.isCompany && card.position.company.isEmpty()) {
        card.position.company = card.fullName;
    }
    Contact &contact = card.contact;
    contact.firstName = card.name.first;
    contact.lastName = card.name.last;
    putText(contact.extra, "namePrefix", card.name.prefix);
    putText(contact.extra, "middleName", card.name.middle);
    putText(contact.extra, "credentials", card.name.credentials);
}

void finish(ReadPeople &read, Card card, int row)
{
    finishName(card);
    if (card.position.title.isEmpty()) {
        card.position.title = card.role;
    } else if (fold(card.role) != fold(card.position.title)) {
        keep(card, u"ROLE"_s, card.role);
    }
    Contact &contact = card.contact;
    addPosition(contact.positions, card.position);
    place(contact.addresses, card, card.emails);
    place(contact.phones, card, card.phones);
    placeLinks(card);
    const bool somebody = !contact.name().isEmpty() || !contact.addresses.isEmpty()
            || !contact.linkedinUrl().isEmpty();
    if (card.isGroup) {
        read.invalid << RowNote {row,
                                 translated(QT_TRANSLATE_NOOP("import", "a list of people, not a person"))};
    } else if (!somebody) {
        read.invalid << RowNote {
                row,
                card.position.company.isEmpty()
                        ? translated(QT_TRANSLATE_NOOP("import",
                                                       "no name, no email address and no LinkedIn URL"))
                        : translated(QT_TRANSLATE_NOOP("import",
                                                       "a company without a person's name or address"))};
    } else {
        if (!card.badEmail.isEmpty()) {
            read.warnings << RowNote {
                    row,
                    translated(QT_TRANSLATE_NOOP("import",
                                                 "\"%1\" is no email address; it was kept as an extra field"))
                            .arg(card.badEmail)};
        }
        read.people.push_back({std::move(contact), row});
    }
}

} // namespace

Result<ReadPeople> readVcards(std::string_view text, const ReadOptions &options)
{
    ReadPeople read;
    read.format = Format::vcard;
    VcardLines lines(text);
    VcardLine line;
    std::optional<Card> card;
    int row = 0;
    while (lines.next(line)) {
        const bool begins = line.name == "BEGIN"_L1;
        const bool ends = line.name == "END"_L1;
        if (card && (begins || ends)) {
            finish(read, std::move(*card), row);
            card.reset();
        }
        if (begins) {
            card.emplace();
            ++row;
            if (options.stop.stop_requested()) {
                return failure(ErrorKind::cancelled,
                               translated(QT_TRANSLATE_NOOP(
                                       "import", "The import was cancelled; nothing was changed.")));
            }
            if (options.progress && row % 256 == 0) {
                options.progress(static_cast<qint64>(lines.position()), static_cast<qint64>(text.size()));
            }
        } else if (card && !ends) {
            take(*card, line);
        }
    }
    if (card) {
        read.warnings << RowNote {
                row,
                translated(QT_TRANSLATE_NOOP("import", "the last card is cut off; what is there was read"))};
        finish(read, std::move(*card), row);
    }
    return read;
}

} // namespace crema::exchange
