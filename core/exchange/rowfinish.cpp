// SPDX-License-Identifier: GPL-3.0-or-later
// The end of a row: what its columns say is put together.
#include "base/text.h"
#include "exchange/cellvalues.h"
#include "exchange/formulaguard.h"
#include "exchange/personnames.h"
#include "exchange/rowparts.h"
#include "model/contactdocument.h"

#include <QCoreApplication>

#include <algorithm>

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
    Contact &contact = parts.contact;
    for (RowGroup &group : parts.groups) {
        addPosition(contact.positions, std::move(group.position));
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

void RowReader::settleDates(const contacts::People &people, QVector<RowNote> &notes) const
{
    for (const DateColumns::Correction &correction : m_dates.corrections()) {
        const auto person = std::ranges::lower_bound(people, correction.row, {},
                                                     [](const auto &one) { return one->row; });
        QString Contact::*member = dateMember(m_columns[correction.column].target.field);
        if (person != people.end() && (*person)->row == correction.row && member != nullptr
            && (*person)->contact.*member == correction.before) {
            (*person)->contact.*member = correction.after;
        }
    }
    for (const DateColumns::Doubt &doubt : m_dates.doubts()) {
        notes << RowNote {doubt.row,
                          QCoreApplication::translate(
                                  "import", "\"%1\" may be two dates; the column \"%2\" was read month first")
                                  .arg(doubt.value, m_columns[doubt.column].header)};
    }
}

void RowReader::finishName(Parts &parts) const
{
    // An address book that knows no name may show the address in its place.
    if (isEmailAddress(parts.full)) {
        addPoint(parts.contact.addresses, {}, parts.full);
        parts.full.clear();
    }
    Contact &contact = parts.contact;
    // "Na" beside a first name is a surname; alone it stands for nothing.
    for (QString *part : {&parts.first, &parts.last}) {
        const QString &other = part == &parts.first ? parts.last : parts.first;
        if (mayBeNameOrNothing(*part) && (other.isEmpty() || mayBeNameOrNothing(other))) {
            part->clear();
        }
    }
    PersonName name;
    if (!parts.first.isEmpty() || !parts.last.isEmpty()) {
        name = nameFrom(parts.first, parts.last);
        const bool half = parts.first.isEmpty() || parts.last.isEmpty();
        if (half && repeats(parts.first + u' ' + parts.last, nameFrom(parts.full), {})) {
            name = nameFrom(parts.full); // the column of the other half is missing
        }
        if (!parts.full.isEmpty() && !repeats(parts.full, name, parts.middle)) {
            contact.extra["columns"][parts.fullColumn] = parts.full;
        }
    } else if (!parts.full.isEmpty()) {
        name = nameFrom(parts.full);
    } else if (!parts.displayName.isEmpty()) {
        name = nameFrom(parts.displayName);
    }
    append(name.prefix, parts.prefix == name.prefix ? QString() : parts.prefix);
    append(name.middle, parts.middle == name.middle ? QString() : parts.middle);
    if (isGeneration(parts.suffix) && !name.last.isEmpty()) {
        name.last += u' ' + parts.suffix;
    } else {
        append(name.credentials, parts.suffix == name.credentials ? QString() : parts.suffix);
    }
    contact.firstName = name.first;
    contact.lastName = name.last;
    putText(contact.extra, "namePrefix", name.prefix);
    putText(contact.extra, "middleName", name.middle);
    putText(contact.extra, "credentials", name.credentials);
    putText(contact.extra, "nameAside", name.aside);
}

} // namespace crema::exchange
