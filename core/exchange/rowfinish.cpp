// SPDX-License-Identifier: GPL-3.0-or-later
// The end of a row: what its columns say is put together.
#include "base/text.h"
#include "exchange/cellvalues.h"
#include "exchange/formulaguard.h"
#include "exchange/headerspellings.h"
#include "exchange/listcells.h"
#include "exchange/nameasides.h"
#include "exchange/personnames.h"
#include "exchange/rowparts.h"
#include "exchange/severalnames.h"
#include "model/contactdocument.h"

#include <QCoreApplication>
#include <QRegularExpression>
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

/// "Mary Ann lee@x.example" in the row of Mary Ann Lee: what is left of an address with blanks in it.
bool endsName(const QString &address, const QString &written, const QStringList &own)
{
    const QString mailbox = fold(address.section(u'@', 0, 0));
    const QStringList words = foldedWords(written);
    return own.contains(mailbox) && !words.contains(mailbox)
            && std::ranges::all_of(words, [&](const QString &word) { return own.contains(word); });
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
    leaveOthersAddresses(parts);
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

void RowReader::takeHandles(Parts &parts) const
{
    const Contact &contact = parts.contact;
    for (const auto &[handle, column] : std::as_const(parts.handles)) {
        if (isHandleColumn(column->header) || isMadeOfName(handle, contact.firstName, contact.lastName)) {
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

/// "Ann Lee <ann@x.example>; Bob Roe <bob@x.example>" in Ann's row: Bob's address is not hers. Only where one
/// of them is hers, and only for names that have no word in common with hers. Of "Zoe Fox zoe@x.example",
/// where nothing says that it is an address book's entry, the name decides alone.
void RowReader::leaveOthersAddresses(Parts &parts) const
{
    if (parts.namedAddresses.isEmpty()) {
        return; // nearly always
    }
    const QStringList own = foldedWords(parts.contact.name());
    const auto isOwn = [&](const QString &word) { return own.contains(word); };
    const auto fits = [&](const NamedAddress &named) {
        return std::ranges::any_of(foldedWords(named.name), isOwn);
    };
    const bool anyFits = std::ranges::any_of(parts.namedAddresses, fits);
    const bool hasNoColumns = parts.first.isEmpty() && parts.last.isEmpty() && parts.full.isEmpty();
    for (const NamedAddress &named : parts.namedAddresses) {
        const bool isLoose = !named.loose.isEmpty();
        if (fits(named) && !(isLoose && endsName(named.address, named.name, own))) {
            const bool isKnown = (hasNoColumns && named.name == parts.displayName)
                    || std::ranges::all_of(foldedWords(named.name), isOwn);
            keep(*named.column, isLoose && !isKnown ? named.name : QString(), parts);
        } else if (!own.isEmpty() && (anyFits || isLoose)) {
            leaveAddress(named, parts);
        }
    }
}

void RowReader::leaveAddress(const NamedAddress &named, Parts &parts) const
{
    parts.contact.addresses.removeIf([&](const ContactPoint &p) { return p.value == named.address; });
    keepWithNote(*named.column,
                 named.loose.isEmpty() ? u"%1 <%2>"_s.arg(named.name, named.address) : named.loose,
                 QCoreApplication::translate("import",
                                             "the address %1 bears another name, %2; it was kept as an extra "
                                             "field")
                         .arg(named.address, named.name),
                 parts);
}

/// "Ann Lee <ann@x.example>" or "Bob Roe (bob@x.example)" under "Name"; an address book that knows no name
/// may show the address in its place.
void RowReader::takeAddressOfName(Parts &parts) const
{
    static const QRegularExpression both(
            u"^(.*?)[\\s\"']*[<(\\[]\\s*(?:mailto:)?([^<>()\\[\\]\\s]+@[^<>()\\[\\]\\s]+?)\\s*[>)\\]]$"_s);
    if (!parts.full.contains(u'@')) {
        return; // nearly always
    }
    if (const auto match = both.match(parts.full); match.hasMatch() && isEmailAddress(match.captured(2))) {
        addPoint(parts.contact.addresses, {}, match.captured(2));
        parts.full = cleanLine(match.captured(1).remove(u'"'));
    }
    if (isEmailAddress(parts.full)) {
        addPoint(parts.contact.addresses, {}, parts.full);
        parts.full.clear();
    }
}

/// "???", "-/-" and "Info Requested" are nobody's name; they are kept as extra fields.
void RowReader::leaveSignsForNames(Parts &parts) const
{
    using Part = std::pair<QString *, std::string_view>;
    for (const auto &[part, key] : {Part {&parts.full, parts.fullColumn}, Part {&parts.first, "First name"},
                                    Part {&parts.last, "Last name"}}) {
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
    takeAddressOfName(parts);
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
