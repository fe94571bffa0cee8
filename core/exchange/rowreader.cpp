// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/rowreader.h"

#include "base/dates.h"
#include "base/text.h"
#include "contacts/identity.h"
#include "contacts/merging.h"
#include "exchange/cellvalues.h"
#include "exchange/columncontent.h"
#include "exchange/emailcells.h"
#include "exchange/encodedwords.h"
#include "exchange/footers.h"
#include "exchange/listcells.h"
#include "exchange/recordcolumns.h"
#include "exchange/rowparts.h"
#include "exchange/sheetvalues.h"
#include "model/contactdocument.h"
#include "model/status.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

enum class Family { none, history, place };

Family familyOf(Field field)
{
    switch (field) {
    case Field::company:
    case Field::jobTitle:
    case Field::college:
    case Field::degree:
    case Field::major:
    case Field::graduationYear:
        return Family::history;
    case Field::location:
    case Field::city:
    case Field::state:
    case Field::country:
        return Family::place;
    default:
        return Family::none;
    }
}

QString Contact::*plainMember(Field field)
{
    switch (field) {
    case Field::headline:
        return &Contact::headline;
    case Field::industry:
        return &Contact::industry;
    case Field::hometown:
        return &Contact::hometown;
    case Field::howMet:
        return &Contact::howMet;
    case Field::introducedBy:
        return &Contact::introducedBy;
    case Field::nextAction:
        return &Contact::nextAction;
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

QString translated(const char *text)
{
    return QCoreApplication::translate("import", text);
}

/// What Outlook writes where there is no date.
bool isNoDate(const QString &value)
{
    return value == "0/0/00"_L1 || value == "0.0.00"_L1 || value == "00/00/00"_L1 || value == "0000-00-00"_L1;
}

/// Tells equal names apart by a number: "Phone", "Phone (2)". As fast with thousands of them.
class DistinctNames
{
public:
    QString distinct(const QString &name)
    {
        int &number = m_last[name];
        QString found = name;
        do {
            found = ++number == 1 ? name : u"%1 (%2)"_s.arg(name).arg(number);
        } while (m_used.contains(found));
        m_used.insert(found);
        return found;
    }

private:
    QHash<QString, int> m_last;
    QSet<QString> m_used;
};

QString headerOf(const QStringList &headers, qsizetype index)
{
    const QString header = cleanLine(headers.value(index));
    return header.isEmpty() ? u"Column %1"_s.arg(index + 1) : header;
}

} // namespace

RowReader::RowReader(const ColumnMapping &mapping, const QStringList &headers)
{
    const qsizetype count = std::max(mapping.columns.size(), headers.size());
    m_columns.reserve(static_cast<size_t>(count));
    DistinctNames keys;
    for (qsizetype i = 0; i < count; ++i) {
        const QString header = headerOf(headers, i);
        m_columns.push_back({mapping.columns.value(i), header, keys.distinct(header).toStdString(), 0});
    }
    // Columns of one group are one job, one school or one place: number the groups.
    std::vector<std::tuple<Family, int, QString>> groups;
    for (Column &column : m_columns) {
        const Family family = familyOf(column.target.field);
        const std::tuple group {family, column.target.group,
                                family == Family::place ? column.target.kind : QString()};
        const auto known = std::ranges::find(groups, group);
        column.group = static_cast<size_t>(known - groups.begin());
        if (known == groups.end()) {
            groups.push_back(group);
        }
    }
    m_groups = groups.size();
}

std::variant<contacts::IncomingPerson, RowNote> RowReader::read(const CsvRow &row, QVector<RowNote> &notes)
{
    if (auto whole = wholeRecord(row, notes)) {
        return contacts::IncomingPerson {std::move(*whole), row.row};
    }
    Parts parts {row, notes, m_groups};
    const size_t count = std::min(row.cells.size(), m_columns.size());
    for (size_t i = 0; i < count; ++i) {
        if (!row.cells[i].empty()) {
            take(m_columns[i], row.cells[i], parts);
        }
    }
    takeSurplus(row, parts);
    finish(parts);
    if (row.oddity == RowOddity::openQuote) {
        parts.note(translated(QT_TRANSLATE_NOOP(
                "import", "a quotation mark opens a cell and never closes; it was taken as text")));
    } else if (row.oddity == RowOddity::longQuote) {
        parts.note(translated(
                QT_TRANSLATE_NOOP("import",
                                  "one cell runs over more than a hundred lines; a quotation mark may be "
                                  "missing")));
    }
    const Contact &contact = parts.contact;
    const bool hasProfile = std::ranges::any_of(
            contact.links, [](const ContactPoint &link) { return link.kind == "linkedin"_L1; });
    const bool hasName = !contact.firstName.isEmpty() || !contact.lastName.isEmpty();
    if (!hasName && contact.addresses.isEmpty() && !hasProfile) {
        const QString reason = parts.badEmail.isEmpty()
                ? translated(QT_TRANSLATE_NOOP("import", "no name, no email address and no LinkedIn URL"))
                : translated(QT_TRANSLATE_NOOP("import",
                                               "no name, no LinkedIn URL, and \"%1\" is no email address"))
                          .arg(parts.badEmail);
        parts.dropNotes();
        return RowNote {row.row, reason};
    }
    if (contact.addresses.isEmpty() && !hasProfile && isFooter(row)) {
        parts.dropNotes();
        return RowNote {
                row.row,
                translated(QT_TRANSLATE_NOOP("import", "a total or a note below the table, not a person"))};
    }
    const bool isTitle = contact.addresses.isEmpty() && !hasProfile && isCaption(row);
    if (isTitle || (m_columns.size() > 2 && isHeading(row))) {
        parts.dropNotes();
        return RowNote {row.row,
                        translated(QT_TRANSLATE_NOOP("import", "a heading in the table, not a person"))};
    }
    return contacts::IncomingPerson {std::move(parts.contact), row.row};
}

bool RowReader::hasColumn(Field field) const
{
    return std::ranges::any_of(m_columns, [field](const Column &c) { return c.target.field == field; });
}

void RowReader::take(const Column &column, std::string_view cell, Parts &parts)
{
    const Field field = column.target.field;
    if (field == Field::ignored || field == Field::emailKind || field == Field::phoneKind
        || field == Field::websiteKind || field == Field::wholeRecord) {
        return; // kinds are read with what they belong to
    }
    if (field == Field::notes) {
        set(parts.contact.notes, column, textFrom(cell), parts);
        return;
    }
    const bool isName = field == Field::firstName || field == Field::lastName;
    QString value = field == Field::other ? textFrom(cell) : isName ? nameLineFrom(cell) : lineFrom(cell);
    if (mayBeOfSheet(field, cell) && field != Field::other) {
        SheetValue sheet = fromSheet(field, value);
        if (!sheet.damage.isEmpty()) {
            keepWithNote(column, value, sheet.damage, parts);
            return;
        }
        value = std::move(sheet.value);
    }
    if (field != Field::other && value.startsWith(u'[')) {
        value = withoutListSigns(value, field);
    }
    if (value.isEmpty()) {
        return;
    }
    switch (field) {
    case Field::firstName:
    case Field::middleName:
    case Field::lastName:
    case Field::fullName:
    case Field::surnamePrefix:
    case Field::namePrefix:
    case Field::nameSuffix:
        takeName(column, value, parts);
        break;
    case Field::email:
        takeEmail(column, value, parts);
        break;
    case Field::phone:
    case Field::linkedinUrl:
    case Field::website:
        takePoint(column, value, parts);
        break;
    default:
        familyOf(field) == Family::none ? takePlain(column, value, parts) : takeHistory(column, value, parts);
    }
}

void RowReader::takeName(const Column &column, const QString &value, Parts &parts)
{
    if (holdsEncodedWords(value)) {
        const QString decoded = decodedWords(value);
        holdsEncodedWords(decoded) ? keep(column, decoded, parts) : takeName(column, decoded, parts);
        return;
    }
    switch (column.target.field) {
    case Field::firstName:
        set(parts.first, column, value, parts);
        break;
    case Field::middleName:
        set(parts.middle, column, value, parts);
        break;
    case Field::lastName:
        set(parts.last, column, value, parts);
        break;
    case Field::surnamePrefix:
        set(parts.surnamePrefix, column, value, parts);
        break;
    case Field::namePrefix: // "Herr" and "Dr." stand in two columns
        parts.prefix = parts.prefix.isEmpty() || parts.prefix == value ? value : parts.prefix + u' ' + value;
        break;
    case Field::nameSuffix:
        set(parts.suffix, column, value, parts);
        break;
    default:
        if (parts.full.isEmpty()) {
            parts.fullColumn = column.key;
        }
        set(parts.full, column, value, parts);
    }
}

QString RowReader::kindFor(const Column &column, Field kindField, const CsvRow &row) const
{
    if (!column.target.kind.isEmpty()) {
        return column.target.kind;
    }
    for (size_t i = 0; i < std::min(m_columns.size(), row.cells.size()); ++i) {
        const FieldTarget &target = m_columns[i].target;
        if (target.field == kindField && target.group == column.target.group) {
            return kindFrom(lineFrom(row.cells[i]));
        }
    }
    return {};
}

void RowReader::takeEmail(const Column &column, const QString &value, Parts &parts)
{
    const QString kind = kindFor(column, Field::emailKind, parts.row);
    const QString ours = kind == "home"_L1 ? u"personal"_s : kind == "ex"_L1 ? QString() : kind;
    if (isPlainAddress(value)) { // nearly always
        addPoint(parts.contact.addresses, ours, value);
        if (!parts.addressCells.isEmpty()) {
            parts.sureAddresses << value;
        }
        return;
    }
    if (value.startsWith("/o="_L1, Qt::CaseInsensitive)) {
        keep(column, value, parts); // of an Exchange server; no address to the world
    }
    if (parts.addressCells.isEmpty()) {
        for (const ContactPoint &address : std::as_const(parts.contact.addresses)) {
            parts.sureAddresses << address.value;
        }
    }
    EmailCell cell = emailsFrom(value);
    for (const CellAddress &found : std::as_const(cell.addresses)) {
        addPoint(parts.contact.addresses, ours, found.address);
    }
    if (holdsEncodedWords(cell.displayName())) {
        keep(column, cell.displayName(), parts);
    } else if (parts.displayName.isEmpty()) {
        parts.displayName = cell.displayName();
    }
    if (kind == "ex"_L1) {
        cell.rest.clear();
    }
    parts.addressCells << AddressCell {std::move(cell), &column};
}

void RowReader::takePoint(const Column &column, const QString &value, Parts &parts)
{
    if (column.target.field != Field::phone) {
        takeLinks(column, value, parts);
        return;
    }
    const QString kind = kindFor(column, Field::phoneKind, parts.row);
    for (const QString &number : phonesFrom(value)) {
        if (isPhoneNumber(number)) {
            contacts::addPhone(parts.contact.phones, kind, number);
        } else {
            keepWithNote(column, number, noPhone(number), parts);
        }
    }
}

void RowReader::takeLinks(const Column &column, const QString &value, Parts &parts)
{
    const bool ofLinkedin = column.target.field == Field::linkedinUrl;
    for (const QString &link : linksIn(value)) {
        const QString web = ofLinkedin && link.startsWith(u'@') ? profileOfHandle(link)
                                                                : webAddressFrom(link);
        const bool isProfile = !contacts::linkedinSlug(web).isEmpty();
        const QString profile = isProfile || !ofLinkedin ? web : linkedinFrom(link);
        if (isProfile || (ofLinkedin && !profile.isEmpty())) {
            addPoint(parts.contact.links, u"linkedin"_s, profile);
        } else if (!web.isEmpty()) {
            const QString kind = kindFor(column, Field::websiteKind, parts.row);
            addPoint(parts.contact.links, kind.isEmpty() || kind == "linkedin"_L1 ? u"website"_s : kind, web);
        } else if (ofLinkedin && !profileOfHandle(link).isEmpty()) {
            parts.handles << std::pair {link, &column};
        } else {
            parts.otherHandles << link;
            keepLink(column, link, parts);
        }
    }
}

void RowReader::takeHistory(const Column &column, const QString &value, Parts &parts)
{
    RowGroup &group = parts.groups[column.group];
    switch (column.target.field) {
    case Field::company:
    case Field::jobTitle:
        if (looksLikePhone(value)) {
            takeNumberOfJob(column, value, parts);
            break;
        }
        takePositions(column, firmsIn(column.header, value), parts);
        break;
    case Field::college:
        set(group.school.name, column, withoutRecordLinks(value), parts);
        break;
    case Field::degree:
        set(group.school.degree, column, value, parts);
        break;
    case Field::major: {
        const bool isDegree = isDegreeName(value) && !hasColumn(Field::degree);
        set(isDegree ? group.school.degree : group.school.field, column, value, parts);
        break;
    }
    case Field::graduationYear: {
        const QString year = yearFrom(value);
        if (year.isEmpty() || holdsSeveralYears(value)) {
            keep(column, value, parts);
        }
        if (!year.isEmpty()) {
            set(group.school.to, column, year, parts);
        }
        break;
    }
    default: {
        // One place only: the city of one address and the country of another would be nobody's.
        if (parts.place == nullptr) {
            parts.place = &group;
        }
        QString Contact::*member = column.target.field == Field::location ? &Contact::location
                : column.target.field == Field::city                      ? &Contact::city
                : column.target.field == Field::state                     ? &Contact::state
                                                                          : &Contact::country;
        parts.place == &group ? set(parts.contact.*member, column, value, parts) : keep(column, value, parts);
    }
    }
}

void RowReader::takePositions(const Column &column, const QStringList &values, Parts &parts) const
{
    RowGroup &group = parts.groups[column.group];
    group.more.resize(std::max(group.more.size(), values.size() - 1));
    for (qsizetype i = 0; i < values.size(); ++i) {
        Position &position = i == 0 ? group.position : group.more[i - 1];
        if (column.target.field == Field::company) {
            set(position.company, column, withoutRecordLinks(values[i]), parts);
        } else {
            set(position.title, column, values[i], parts);
        }
    }
}

void RowReader::takePlain(const Column &column, const QString &value, Parts &parts)
{
    switch (column.target.field) {
    case Field::status:
        set(parts.contact.status, column, normalisedStatus(value), parts);
        break;
    case Field::tags:
        parts.contact.tags += tagsFrom(withoutHashes(value));
        break;
    case Field::nextActionDate:
    case Field::firstContactDate:
    case Field::lastContactDate:
    case Field::connectedOn:
        takeDate(column, value, parts);
        break;
    case Field::other:
        keep(column, value, parts);
        break;
    default:
        if (QString Contact::*member = plainMember(column.target.field)) {
            set(parts.contact.*member, column, value, parts);
        }
    }
}

void RowReader::takeDate(const Column &column, const QString &value, Parts &parts)
{
    const auto index = static_cast<size_t>(&column - m_columns.data());
    const QString date = m_dates.read(index, parts.row.row, value);
    if (!date.isEmpty()) {
        set(parts.contact.*plainMember(column.target.field), column, date, parts);
    } else if (!isNoDate(value)) {
        keepWithNote(
                column, value,
                translated(QT_TRANSLATE_NOOP("import",
                                             "\"%1\" is no date we can read; it was kept as an extra field"))
                        .arg(value),
                parts);
    }
}

void RowReader::set(QString &field, const Column &column, const QString &value, Parts &parts) const
{
    if (field.isEmpty()) {
        field = value;
    } else if (fold(field) != fold(value)) {
        keep(column, value, parts);
    }
}

void RowReader::keep(const Column &column, const QString &value, Parts &parts) const
{
    if (!value.isEmpty() && !isNoDate(value)) {
        Json &kept = parts.contact.extra["columns"][column.key];
        const QString before = textOf(kept);
        kept = before.isEmpty() || before == value ? value : before + "; "_L1 + value;
    }
}

void RowReader::keepWithNote(const Column &column, const QString &value, const QString &reason,
                             Parts &parts) const
{
    keep(column, value, parts);
    parts.note(reason);
}

} // namespace crema::exchange
