// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/vcardreader.h"

#include "base/text.h"
#include "contacts/identity.h"
#include "contacts/merging.h"
#include "exchange/cellvalues.h"
#include "exchange/columns.h"
#include "exchange/emailcells.h"
#include "exchange/encodedwords.h"
#include "exchange/mailboxes.h"
#include "exchange/nameasides.h"
#include "exchange/vcardcard.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("import", text);
}

/// Apple writes its own labels as "_$!<Work>!$_".
QString label(const Card &card, const Card::Point &point)
{
    QString text = card.labels.value(point.group);
    text.remove(u"_$!<"_s).remove(u">!$_"_s);
    return point.group.isEmpty() ? QString() : text;
}

/// An address that a label calls somebody else's ("Spouse", "Assistant"), or the words beside it.
bool isOthersPoint(const Card &card, const Card::Point &point)
{
    const QString text = label(card, point);
    return isOthers(point.written, ownName(card.contact), false)
            || (!text.isEmpty() && ownerOf(text) == ColumnOwner::somebodyElse);
}

QString kindOf(const Card &card, const Card::Point &point)
{
    return point.kind.isEmpty() ? kindFrom(label(card, point)) : point.kind;
}

void placeEmails(Card &card)
{
    for (const bool preferred : {true, false}) {
        for (const Card::Point &point : card.emails) {
            if (point.preferred == preferred && !isOthersPoint(card, point)) {
                addPoint(card.contact.addresses, kindOf(card, point), point.value);
            }
        }
    }
    for (const Card::Point &point : card.emails) {
        const QString name = label(card, point);
        const QString key = name.isEmpty() ? u"EMAIL"_s : name;
        const QString told = isOthers(point.written, ownName(card.contact), false) ? whyLeftOut(point.written)
                                                                                   : doubtOf(point.written);
        card.notes << (told.isEmpty() ? QStringList() : QStringList {told});
        if (isOthersPoint(card, point)) {
            keepInCard(card, key, point.written.words.isEmpty() ? point.value : point.written.written);
        } else if (!areWordsOf(point.written.words, ownName(card.contact))) {
            keepInCard(card, key, point.written.words);
        }
    }
}

/// The preferred ones first, fax machines last.
void placePhones(Card &card)
{
    for (const bool fax : {false, true}) {
        for (const bool preferred : {true, false}) {
            for (const Card::Point &point : card.phones) {
                const QString kind = kindOf(card, point);
                if (point.preferred == preferred && kind.endsWith("fax"_L1) == fax) {
                    contacts::addPhone(card.contact.phones, kind, point.value);
                }
            }
        }
    }
}

void placeLinks(Card &card)
{
    QStringList profiles;
    for (const Card::Point &link : card.links) {
        const QString slug = contacts::linkedinSlug(link.value);
        const QString own = kindFrom(label(card, link));
        const QString kind = own.isEmpty() || own == "linkedin"_L1 ? u"website"_s : own;
        if (slug.isEmpty()) {
            addPoint(card.contact.links, kind, link.value);
        } else if (!profiles.contains(slug)) { // URL and X-SOCIALPROFILE name the same one
            profiles << slug;
            addPoint(card.contact.links, u"linkedin"_s, link.value);
        }
    }
}

void placeLabelled(Card &card)
{
    for (const Card::Point &point : card.labelled) {
        const QString name = label(card, point);
        keepInCard(card, name.isEmpty() ? point.kind : name, point.value);
    }
}

/// A name that is nobody's: the number an address book shows where it knows no name.
bool isNoName(const QString &name)
{
    const bool isNumber = std::ranges::none_of(name, [](QChar c) { return c.isLetter() || c.isSurrogate(); });
    const bool inBrackets = name.startsWith(u'(') && name.endsWith(u')'); // "(No Name)"
    return isNumber || inBrackets;
}

/// "N:Roe" beside "FN:Jane Roe".
bool saysMore(const Card &card)
{
    const bool half = card.name.first.isEmpty() || card.name.last.isEmpty();
    const QString own = card.name.first + card.name.last;
    return half && wordCount(card.fullName) > wordCount(own) && containsWords(card.fullName, own);
}

/// "FN:Ann (Lee)" beside N: what stands aside is the name itself.
bool repeats(const QString &aside, const Contact &contact)
{
    const QStringList words = foldedWords(aside);
    const QStringList own = foldedWords(contact.name());
    return !words.isEmpty()
            && std::ranges::all_of(words, [&](const QString &word) { return own.contains(word); });
}

/// "FN:jane@x.example" is no name, as address books write where they know none; of "FN:Jane Roe
/// jane@x.example" the words are.
void takeAddressesOfName(Card &card)
{
    QVector<CellAddress> addresses;
    for (QString *part : {&card.fullName, &card.wholeName, &card.name.first, &card.name.last}) {
        *part = withoutAddresses(*part, addresses);
        if (holdsEncodedWords(*part)) { // that cannot be read
            keepInCard(card, part == &card.fullName ? u"FN"_s : u"N"_s, std::exchange(*part, QString()));
        }
    }
    for (const CellAddress &found : addresses) {
        const bool isThere = std::ranges::any_of(card.emails, [&](const Card::Point &point) {
            return point.value.compare(found.address, Qt::CaseInsensitive) == 0;
        });
        if (!found.isUsable()) {
            keepInCard(card, u"FN"_s, found.written);
            card.notes << whyLeftOut(found);
        } else if (!isThere) {
            card.emails.push_back({{}, found.address, false, {}, CellAddress {found.address}});
        }
    }
}

void finishName(Card &card)
{
    takeAddressesOfName(card);
    // N may be empty or repeat FN in one part; FN is what its owner wants to be called.
    const QString company = fold(card.companies.value(0));
    const QString ofParts = (card.name.first + u' ' + card.name.last).trimmed();
    if (!ofParts.isEmpty() && isNoName(ofParts)) {
        card.name.first.clear();
        card.name.last.clear();
    }
    const bool hasParts = (!card.name.first.isEmpty() || !card.name.last.isEmpty()) && !saysMore(card);
    QString whole = card.fullName.isEmpty() || isNoName(card.fullName) ? card.wholeName : card.fullName;
    if (!hasParts && !card.isCompany && !whole.isEmpty() && fold(whole) != company && !isNoName(whole)) {
        const QString firm = takeFirm(whole, card.companies, {});
        card.name = nameFrom(whole);
        card.name.aside = card.name.aside.isEmpty() ? firm : card.name.aside;
    }
    if (card.isCompany && company.isEmpty()) {
        card.companies = QStringList {card.fullName};
    }
    Contact &contact = card.contact;
    contact.firstName = card.name.first;
    contact.lastName = card.name.last;
    putText(contact.extra, "namePrefix", card.name.prefix);
    putText(contact.extra, "middleName", card.name.middle);
    putText(contact.extra, "credentials", card.name.credentials);
    // "FN:Jane Roe (née Doe)" beside an N without it
    const QString aside = card.name.aside.isEmpty() ? nameFrom(card.fullName).aside : card.name.aside;
    putText(contact.extra, "nameAside", card.isCompany || repeats(aside, contact) ? QString() : aside);
}

/// The first company has the first title, and so on.
void finishPositions(Card &card)
{
    if (card.titles.isEmpty() || card.titles.constFirst().isEmpty()) {
        card.titles = card.titles.isEmpty() ? QStringList {card.role} : card.titles;
        card.titles.first() = card.role;
    } else if (fold(card.role) != fold(card.titles.constFirst())) {
        keepInCard(card, u"ROLE"_s, card.role);
    }
    for (qsizetype i = 0; i < std::max(card.companies.size(), card.titles.size()); ++i) {
        Position position;
        position.company = card.companies.value(i);
        position.title = card.titles.value(i);
        addPosition(card.contact.positions, position);
    }
}

/// Why nobody can be made of the card; empty when somebody can.
QString reasonAgainst(const Card &card)
{
    const Contact &contact = card.contact;
    if (card.isGroup) {
        return translated(QT_TRANSLATE_NOOP("import", "a list of people, not a person"));
    }
    if (card.isThing) {
        return translated(QT_TRANSLATE_NOOP("import", "a place or a thing, not a person"));
    }
    if (!contact.name().isEmpty() || !contact.addresses.isEmpty() || !contact.linkedinUrl().isEmpty()) {
        return {};
    }
    if (!card.companies.value(0).isEmpty()) {
        return translated(QT_TRANSLATE_NOOP("import", "a company without a person's name or address"));
    }
    if (!contact.phones.isEmpty()) {
        return translated(QT_TRANSLATE_NOOP("import", "a phone number without a name: %1"))
                .arg(contact.phones.constFirst().value);
    }
    return translated(QT_TRANSLATE_NOOP("import", "no name, no email address and no LinkedIn URL"));
}

void noteOddities(ReadPeople &read, const Card &card, int row)
{
    for (const QString &note : card.notes) {
        read.warnings << RowNote {row, note};
    }
    if (!card.strayLine.isEmpty()) {
        read.warnings << RowNote {
                row,
                translated(
                        QT_TRANSLATE_NOOP("import",
                                          "\"%1\" is no property of a vCard; it was kept as an extra field"))
                        .arg(elided(card.strayLine, 60))};
    }
}

/// Once a file.
void notePicture(ReadPeople &read, const Card &card, int row)
{
    const QString told = translated(
            QT_TRANSLATE_NOOP("import", "pictures, sounds and keys of the cards are not kept"));
    const auto isTold = [&told](const RowNote &note) { return note.reason == told; };
    if (card.hasPicture && std::ranges::none_of(read.warnings, isTold)) {
        read.warnings << RowNote {row, told};
    }
}

} // namespace

void finishCard(ReadPeople &read, Card card, int row)
{
    finishName(card);
    finishPositions(card);
    placeEmails(card);
    placePhones(card);
    placeLinks(card);
    placeLabelled(card);
    if (const QString reason = reasonAgainst(card); !reason.isEmpty()) {
        read.invalid << RowNote {row, reason};
        return;
    }
    noteOddities(read, card, row);
    notePicture(read, card, row);
    read.people.push_back(std::make_unique<contacts::IncomingPerson>(std::move(card.contact), row));
}

namespace {

/// Reads one card after the other. A card within a card (vCard 2.1's AGENT: the assistant's) is kept with its
/// owner; any other BEGIN ends the card before it, whose END is missing.
class CardsReader final
{
public:
    void take(const VcardLine &line)
    {
        const bool isVcard = line.value.trimmed().compare("vcard"_L1, Qt::CaseInsensitive) == 0;
        if (line.name == "BEGIN"_L1 && isVcard) {
            begin();
        } else if (line.name == "END"_L1 && isVcard) {
            end();
        } else if (m_card && m_agent) {
            keepInCard(*m_card, u"AGENT"_s, line.name + ": "_L1 + cleanValue(line.text()));
        } else if (m_card) {
            const QString value = line.value.trimmed();
            m_agentNext = line.name == "AGENT"_L1 && value.isEmpty();
            m_agent = line.name == "AGENT"_L1 && value.compare("begin:vcard"_L1, Qt::CaseInsensitive) == 0;
            if (!m_agent && !m_agentNext) {
                addToCard(*m_card, line);
            }
        }
    }

    [[nodiscard]] int row() const { return m_row; }

    [[nodiscard]] ReadPeople finished()
    {
        if (m_card) {
            m_read.warnings << RowNote {
                    m_row,
                    translated(
                            QT_TRANSLATE_NOOP("import", "the last card is cut off; what is there was read"))};
            close();
        }
        return std::move(m_read);
    }

private:
    void begin()
    {
        if (m_card && m_agentNext) {
            m_agent = true;
            m_agentNext = false;
            return;
        }
        close();
        m_card.emplace();
        ++m_row;
    }
    void end()
    {
        if (m_agent) {
            m_agent = false;
        } else {
            close();
        }
    }
    void close()
    {
        if (m_card) {
            finishCard(m_read, std::move(*m_card), m_row);
            m_card.reset();
        }
        m_agent = m_agentNext = false;
    }

    ReadPeople m_read;
    std::optional<Card> m_card;
    int m_row = 0;
    bool m_agentNext = false; ///< the last line said that the assistant's card follows
    bool m_agent = false;
};

} // namespace

Result<ReadPeople> readVcards(std::string_view text, const ReadOptions &options)
{
    CardsReader cards;
    VcardLines lines(text, options.encoding);
    VcardLine line;
    while (lines.next(line)) {
        cards.take(line);
        if (line.name != "BEGIN"_L1) {
            continue;
        }
        if (options.stop.stop_requested()) {
            return failure(ErrorKind::cancelled,
                           translated(QT_TRANSLATE_NOOP("import",
                                                        "The import was cancelled; nothing was changed.")));
        }
        if (options.progress && cards.row() % 256 == 0) {
            options.progress(static_cast<qint64>(lines.position()), static_cast<qint64>(text.size()));
        }
    }
    ReadPeople read = cards.finished();
    read.format = Format::vcard;
    if (lines.guessed()) {
        read.warnings.prepend(
                {1,
                 translated(QT_TRANSLATE_NOOP("import",
                                              "some names do not say their encoding and were read as "
                                              "Windows-1252; if letters look wrong, import the file "
                                              "again with the encoding that it has (--encoding)"))});
    }
    return read;
}

} // namespace crema::exchange
