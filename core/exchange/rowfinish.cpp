// SPDX-License-Identifier: GPL-3.0-or-later
// The end of a row: what its columns say is put together.
#include "base/text.h"
#include "contacts/merging.h"
#include "exchange/cellvalues.h"
#include "exchange/formulaguard.h"
#include "exchange/headerspellings.h"
#include "exchange/listcells.h"
#include "exchange/mailboxes.h"
#include "exchange/nameasides.h"
#include "exchange/personnames.h"
#include "exchange/rowparts.h"
#include "exchange/severalnames.h"
#include "model/contactdocument.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>
#include <functional>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

void append(QString &list, const QString &more)
{
    if (!more.isEmpty()) {
        list = list.isEmpty() ? more : list + ", "_L1 + more;
    }
}

/// True when the full name only repeats the parts ("Quandahl, Marisol", "Marisol J. Quandahl").
bool repeats(const QString &full, const PersonName &name, const QString &middle)
{
    if (full.size() == name.first.size() + name.last.size() + 1 && full.startsWith(name.first)
        && full.endsWith(name.last)) {
        return true;
    }
    const QStringList own = foldedWords(name.prefix + u' ' + name.first + u' ' + middle + u' ' + name.last
                                        + u' ' + name.credentials);
    const QStringList words = foldedWords(full);
    return std::ranges::all_of(words, [&](const QString &word) { return own.contains(word); });
}

/// "Otto" under "Name" beside "Weber"; not "oweber", "Weber-Schmidt", and what a program shows for a name.
bool isGivenBeside(const QString &word, const QString &last, const std::string &column)
{
    static const QSet<QString> shown {u"displayname"_s, u"anzeigename"_s, u"nomaafficher"_s,
                                      u"nombreparamostrar"_s};
    const auto isOfName = [](QChar c) { return c.isLetter() || c.isMark() || u"-'.’"_s.contains(c); };
    return !word.isEmpty() && !word[0].isLower() && std::ranges::all_of(word, isOfName)
            && !fold(word).contains(fold(last))
            && !shown.contains(wordsOfHeader(QString::fromStdString(column)).join(QString()));
}

/// "LinkedIn handle": any word in it is one.
bool isHandleColumn(const QString &header)
{
    const QStringList words = wordsOfHeader(header);
    return words.contains(u"handle"_s) || words.contains(u"username"_s);
}

/// The first number is the one that is called.
void putFaxLast(QVector<ContactPoint> &phones)
{
    const auto isFax = [](const ContactPoint &phone) { return phone.kind.endsWith("fax"_L1); };
    if (std::ranges::none_of(phones, isFax) || std::ranges::all_of(phones, isFax)) {
        return;
    }
    QVector<ContactPoint> ordered;
    std::ranges::copy_if(phones, std::back_inserter(ordered), std::not_fn(isFax));
    std::ranges::copy_if(phones, std::back_inserter(ordered), isFax);
    phones.clear();
    for (const ContactPoint &phone : ordered) {
        addPoint(phones, phone.kind, phone.value);
    }
}

bool holdsLetters(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
}

/// What programs and forms write where a name is to come.
bool isNameOfNobody(const QString &text)
{
    static const QStringList words {u"untitled"_s, u"unnamed"_s, u"info requested"_s,
                                    u"information requested"_s};
    return words.contains(text, Qt::CaseInsensitive);
}

QString severalPeople()
{
    return QCoreApplication::translate("import", "\"%1\" may be several people; it was read as one");
}

QString translated(const char *text)
{
    return QCoreApplication::translate("import", text);
}

QString Contact::*dateMember(Field field)
{
    switch (field) {
    case Field::nextActionDate:
        return &Contact::nextActionDate;
    case Field::firstContactDate:
        return &Contact::firstContactDate;
    case Field::lastContactDate:
        return &Contact::lastContactDate;
    case Field::connectedOn:
        return &Contact::connectedOn;
    default:
        return nullptr;
    }
}

} // namespace

void RowReader::finish(Parts &parts) const
{
    finishName(parts);
    settleAddresses(parts);
    takeHandles(parts);
    Contact &contact = parts.contact;
    putFaxLast(contact.phones);
    for (RowGroup &group : parts.groups) {
        addPosition(contact.positions, std::move(group.position));
        for (Position &position : group.more) {
            addPosition(contact.positions, std::move(position));
        }
        School &school = group.school;
        if (!school.name.isEmpty()) {
            addSchool(contact.schools, std::move(school));
            continue;
        }
        // A degree without a school is no school; it is kept as the file has it.
        for (const auto &[key, value] :
             {std::pair {"degree", school.degree}, std::pair {"major", school.field},
              std::pair {"graduationYear", school.to}}) {
            putText(contact.extra, key, value);
        }
    }
}

void RowReader::takeSurplus(const CsvRow &row, Parts &parts) const
{
    bool any = false;
    for (size_t i = m_columns.size(); i < row.cells.size(); ++i) {
        const QString value = textFrom(row.cells[i]);
        if (!value.isEmpty()) {
            parts.contact.extra["columns"][u"Column %1"_s.arg(i + 1).toStdString()] = value;
            any = true;
        }
    }
    if (any) {
        parts.note(translated(QT_TRANSLATE_NOOP(
                                      "import",
                                      "the row has %1 cells and the table %2 columns; a comma may not be "
                                      "quoted"))
                           .arg(row.cells.size())
                           .arg(m_columns.size()));
    }
}

void RowReader::keepLink(const Column &column, const QString &link, Parts &parts) const
{
    keepWithNote(
            column, link,
            translated(QT_TRANSLATE_NOOP("import", "\"%1\" is no web address; it was kept as an extra field"))
                    .arg(link),
            parts);
}

/// A number where a firm or a job is to come, in a list whose lines are not alike.
void RowReader::takeNumberOfJob(const Column &column, const QString &value, Parts &parts) const
{
    contacts::addPhone(parts.contact.phones, {}, value);
    parts.note(translated(QT_TRANSLATE_NOOP("import", "\"%1\" under \"%2\" was read as a telephone number"))
                       .arg(value, column.header));
}

void RowReader::takeHandles(Parts &parts) const
{
    const Contact &contact = parts.contact;
    // "tobi" under LinkedIn may be a remark about him; under Twitter as well it is what he calls himself.
    const auto isHisEverywhere = [&](const QString &handle) {
        return parts.otherHandles.contains(handle, Qt::CaseInsensitive)
                && containsWords(contact.name(), handle);
    };
    for (const auto &[handle, column] : std::as_const(parts.handles)) {
        if (isHandleColumn(column->header) || isHisEverywhere(handle)
            || isMadeOfName(handle, contact.firstName, contact.lastName)) {
            addPoint(parts.contact.links, u"linkedin"_s, profileOfHandle(handle));
        } else {
            keepLink(*column, handle, parts);
        }
    }
}

void RowReader::settleDates(const contacts::People &people, QVector<RowNote> &notes) const
{
    for (const DateColumns::Correction &correction : m_dates.corrections()) {
        QString Contact::*member = dateMember(m_columns[correction.column].target.field);
        auto person = std::ranges::lower_bound(people, correction.row, {},
                                               [](const auto &one) { return one->row; });
        for (; person != people.end() && (*person)->row == correction.row && member != nullptr; ++person) {
            if ((*person)->contact.*member == correction.before) {
                (*person)->contact.*member = correction.after;
            }
        }
    }
    for (const DateColumns::Doubt &doubt : m_dates.doubts()) {
        notes << RowNote {doubt.row,
                          QCoreApplication::translate(
                                  "import", "\"%1\" may be two dates; the column \"%2\" was read month first")
                                  .arg(doubt.value, m_columns[doubt.column].header)};
    }
}

/// "Ann Lee <ann@x.example>; Bob Roe <bob@x.example>" in Ann's row: Bob's address is not hers, as `isOthers`
/// tells. Words that are not her name are kept.
void RowReader::settleAddresses(Parts &parts) const
{
    if (parts.addressCells.isEmpty()) {
        return; // nearly always
    }
    const QString own = ownName(parts.contact);
    const auto fits = [&](const CellAddress &found) { return shareName(found.name, own); };
    const bool isInList = std::ranges::any_of(parts.addressCells, [&](const AddressCell &one) {
        return std::ranges::any_of(one.cell.addresses, fits);
    });
    const bool hasNoColumns = parts.first.isEmpty() && parts.last.isEmpty() && parts.full.isEmpty();
    const QVector<AddressCell> cells = parts.addressCells;
    for (const auto &[cell, column] : cells) {
        for (const CellAddress &found : cell.addresses) {
            const bool isShown = hasNoColumns && found.name == parts.displayName;
            if (isOthers(found, own, isInList)) {
                leaveAddress(found, *column, parts);
            } else if (!areWordsOf(found.words, isShown ? own + u' ' + found.name : own)) {
                parts.sureAddresses << found.address;
                const QString doubt = doubtOf(found);
                doubt.isEmpty() ? keep(*column, found.words, parts)
                                : keepWithNote(*column, found.words, doubt, parts);
            }
        }
    }
    for (const AddressCell &one : cells) {
        keepRest(one, own, parts);
    }
}

void RowReader::keepRest(const AddressCell &found, const QString &own, Parts &parts) const
{
    QStringList rest = found.cell.rest;
    rest.removeIf(
            [&](const QString &part) { return !own.isEmpty() && hasLetter(part) && areWordsOf(part, own); });
    if (!rest.isEmpty()) {
        parts.badEmail = rest.constFirst();
        keepWithNote(*found.column, rest.join(u"; "_s), noAddress(parts.badEmail), parts);
    }
}

void RowReader::leaveAddress(const CellAddress &found, const Column &column, Parts &parts) const
{
    if (!parts.sureAddresses.contains(found.address)) {
        parts.contact.addresses.removeIf([&](const ContactPoint &p) { return p.value == found.address; });
    }
    parts.badEmail = found.written;
    keepWithNote(column, found.written, whyLeftOut(found), parts);
}

/// What the columns say of the name, and under what it is kept aside.
std::array<std::pair<QString *, std::string_view>, 3> RowReader::namesOf(Parts &parts)
{
    using Part = std::pair<QString *, std::string_view>;
    return {Part {&parts.full, parts.fullColumn}, Part {&parts.first, "First name"},
            Part {&parts.last, "Last name"}};
}

/// "Ann Lee <ann@x.example>" or "Bob Roe (bob@x.example)" under "Name"; an address book that knows no name
/// may show the address in its place.
void RowReader::takeAddressesOfName(Parts &parts) const
{
    for (const auto &[part, key] : namesOf(parts)) {
        if (!part->contains(u'@')) { // nearly always
            continue;
        }
        const QString written = *part;
        QVector<CellAddress> addresses;
        *part = cleanLine(withoutAddresses(written, addresses));
        for (const CellAddress &found : std::as_const(addresses)) {
            if (found.isUsable()) {
                addPoint(parts.contact.addresses, {}, found.address);
            } else {
                parts.badEmail = found.written;
                parts.contact.extra["columns"][std::string(key)] = written;
                parts.note(whyLeftOut(found));
            }
        }
    }
}

/// "???", "-/-" and "Info Requested" are nobody's name; they are kept as extra fields.
void RowReader::leaveSignsForNames(Parts &parts) const
{
    for (const auto &[part, key] : namesOf(parts)) {
        if (!part->isEmpty() && (!holdsLetters(*part) || isNameOfNobody(*part))) {
            parts.contact.extra["columns"][std::string(key)] = *part;
            part->clear();
        }
    }
}

void RowReader::noteSeveralPeople(Parts &parts) const
{
    if (const QStringList people = severalNames(parts.full, parts.contact.addresses); !people.isEmpty()) {
        parts.note(severalPeople().arg(parts.full));
        parts.contact.extra["columns"][parts.fullColumn] = parts.full;
        parts.full = people.join(u" & "_s);
        return;
    }
    for (const QString &part : {parts.full, parts.first}) {
        if (mayBeSeveral(part)) {
            parts.note(severalPeople().arg(part));
        }
    }
}

/// "Cy Doe" before "Doe": the last name stands in both columns.
void RowReader::leaveLastOfFirst(Parts &parts) const
{
    const QString &first = parts.first;
    const qsizetype before = first.size() - parts.last.size() - 1;
    if (before > 0 && !parts.last.isEmpty() && first[before] == u' '
        && first.endsWith(parts.last, Qt::CaseInsensitive)) {
        parts.contact.extra["columns"]["First name"] = first;
        parts.first = first.left(before).trimmed();
    }
}

PersonName RowReader::nameInParts(Parts &parts) const
{
    leaveLastOfFirst(parts);
    PersonName name = nameFrom(parts.first, parts.last);
    const bool half = parts.first.isEmpty() || parts.last.isEmpty();
    if (half && parts.full.contains(u' ')
        && repeats(parts.first + u' ' + parts.last, nameFrom(parts.full), {})) {
        name = nameFrom(parts.full); // the column of the other half is missing
    } else if (parts.first.isEmpty() && isGivenBeside(parts.full, parts.last, parts.fullColumn)) {
        name.first = parts.full;
    }
    if (!parts.full.isEmpty() && !repeats(parts.full, name, parts.middle)) {
        parts.contact.extra["columns"][parts.fullColumn] = parts.full;
    }
    return name;
}

PersonName RowReader::wholeName(const Parts &parts) const
{
    QString full = parts.full;
    QString firm;
    if (full.contains(" -"_L1) || full.contains(u" –"_s)) {
        QStringList firms;
        QStringList addresses;
        for (const RowGroup &group : parts.groups) {
            firms << group.position.company;
        }
        for (const ContactPoint &address : parts.contact.addresses) {
            addresses << address.value;
        }
        firm = takeFirm(full, firms, addresses);
    }
    PersonName name = nameFrom(full);
    append(name.aside, firm);
    if (!parts.surnamePrefix.isEmpty() && !name.last.isEmpty()) {
        name.last = parts.surnamePrefix + u' ' + name.last;
    }
    return name;
}

void RowReader::leaveSignsOfNothing(Parts &parts) const
{
    // "Na" beside a first name is a surname; alone it stands for nothing.
    for (QString *part : {&parts.first, &parts.last}) {
        const QString &other = part == &parts.first ? parts.last : parts.first;
        if (mayBeNameOrNothing(*part) && (other.isEmpty() || mayBeNameOrNothing(other))) {
            part->clear();
        }
    }
}

void RowReader::finishName(Parts &parts) const
{
    takeAddressesOfName(parts);
    leaveSignsForNames(parts);
    noteSeveralPeople(parts);
    if (!parts.surnamePrefix.isEmpty() && !parts.last.isEmpty()) {
        parts.last = parts.surnamePrefix + u' ' + parts.last;
    }
    leaveSignsOfNothing(parts);
    const bool isInParts = !parts.first.isEmpty() || !parts.last.isEmpty();
    PersonName name = isInParts     ? nameInParts(parts)
            : !parts.full.isEmpty() ? wholeName(parts)
                                    : nameFrom(parts.displayName);
    append(name.prefix, parts.prefix == name.prefix ? QString() : parts.prefix);
    append(name.middle, parts.middle == name.middle ? QString() : parts.middle);
    if (isGeneration(parts.suffix) && !name.last.isEmpty()) {
        name.last += u' ' + parts.suffix;
    } else {
        append(name.credentials, parts.suffix == name.credentials ? QString() : parts.suffix);
    }
    Contact &contact = parts.contact;
    contact.firstName = name.first;
    contact.lastName = name.last;
    putText(contact.extra, "namePrefix", name.prefix);
    putText(contact.extra, "middleName", name.middle);
    putText(contact.extra, "credentials", name.credentials);
    putText(contact.extra, "nameAside", name.aside);
}

} // namespace crema::exchange
