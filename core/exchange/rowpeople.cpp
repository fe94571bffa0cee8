// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/rowpeople.h"

#include "base/text.h"
#include "exchange/columncontent.h"
#include "exchange/headerspellings.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

constexpr qsizetype mostPeople = 50;

/// Who a column says it is about, and what it says of them.
struct Seat
{
    QString role; ///< "student", "primary"; empty for none
    int number = 0; ///< "Attendee 2"
    FieldTarget target; ///< without the role and the number
    bool bare = false; ///< nothing but who: "Secondary Contact"

    [[nodiscard]] bool isSaid() const { return number > 0 || !role.isEmpty(); }
    [[nodiscard]] bool isWith(const Seat &other) const
    {
        return role == other.role && number == other.number;
    }
};

bool isNameField(Field field)
{
    return field == Field::firstName || field == Field::lastName || field == Field::fullName;
}

bool isPoint(Field field)
{
    return field == Field::email || field == Field::linkedinUrl || field == Field::phone
            || field == Field::website;
}

/// "Student", "Alumni", "Delegate"; with "primary" and "secondary" only of contacts ("Primary Email" is one
/// of several of one person).
bool isRole(const QString &word)
{
    static const QSet<QString> others {u"student"_s, u"alumni"_s, u"alum"_s, u"students"_s};
    return others.contains(word) || qualifiers().value(word) == "subject"_L1;
}

bool isRank(const QString &word)
{
    static const QSet<QString> ranks {u"primary"_s,   u"secondary"_s, u"main"_s,
                                      u"alternate"_s, u"backup"_s,    u"additional"_s};
    return ranks.contains(word);
}

Seat seatOf(const QString &header)
{
    Seat seat;
    QStringList rest;
    for (const QString &word : wordsOfHeader(header)) {
        bool isNumber = false;
        const int number = word.toInt(&isNumber);
        if (isNumber && seat.number == 0 && number > 0 && number <= mostPeople) {
            seat.number = number;
        } else if (seat.role.isEmpty() && isRole(word)) {
            seat.role = word;
        } else {
            rest << word;
        }
    }
    const bool ofContact = rest.size() > 1 && rest[1] == "contact"_L1;
    if (seat.role.isEmpty() && rest.size() > 1 && isRank(rest.constFirst())) {
        seat.role = rest.takeFirst();
    }
    if (ofContact || (rest.size() > 1 && rest.constFirst() == "contact"_L1)) {
        seat.role = seat.role.isEmpty() ? u"contact"_s : seat.role;
        rest.removeFirst();
    }
    seat.bare = rest.isEmpty() || (rest.size() == 1 && rest.constFirst() == "contact"_L1);
    seat.target = targetForHeader(rest.join(u' '));
    return seat;
}

/// "Applicant" and "Secondary Contact" are names where their values are.
void nameBareSeats(QVector<Seat> &seats, const QVector<QStringList> &rows)
{
    for (qsizetype i = 0; i < seats.size(); ++i) {
        const QStringList values = seats[i].bare ? columnValues(rows, i) : QStringList();
        if (seats[i].bare) {
            const bool areNames = !values.isEmpty() && std::ranges::all_of(values, looksLikeFullName);
            seats[i].target.field = areNames ? Field::fullName : Field::other;
        }
    }
}

QString nameOf(const QStringList &row, const QVector<Seat> &seats, const Seat &who)
{
    QString name;
    for (qsizetype i = 0; i < seats.size(); ++i) {
        if (seats[i].isWith(who) && isNameField(seats[i].target.field)) {
            name += row.value(i) + u' ';
        }
    }
    return name.trimmed();
}

/// One and the same person under two headings: "Name" and "Attendee Name" of a list that says it twice.
bool isSame(const QVector<QStringList> &rows, const QVector<Seat> &seats, const Seat &a, const Seat &b)
{
    qsizetype both = 0;
    qsizetype same = 0;
    for (const QStringList &row : rows) {
        const QString one = nameOf(row, seats, a);
        const QString other = nameOf(row, seats, b);
        if (!one.isEmpty() && !other.isEmpty()) {
            ++both;
            same += containsWords(one, other) || containsWords(other, one) ? 1 : 0;
        }
    }
    return same * 2 > both;
}

/// "Apellido 2" is half a name, "Name 2" of a firm the second line of its name; a name alone may be either.
bool isWhole(const QVector<Seat> &seats, const Seat &who, const QVector<QStringList> &rows)
{
    QSet<Field> fields;
    bool anyLast = false;
    for (const Seat &seat : seats) {
        anyLast = anyLast || seat.target.field == Field::lastName;
        if (seat.isWith(who)) {
            fields << seat.target.field;
        }
    }
    qsizetype filled = 0;
    qsizetype names = 0;
    for (const QStringList &row : rows) {
        const QString name = nameOf(row, seats, who);
        filled += name.isEmpty() ? 0 : 1;
        names += looksLikeFullName(name) && !isFirm(name) ? 1 : 0;
    }
    const bool inParts = fields.contains(Field::firstName) && (fields.contains(Field::lastName) || !anyLast);
    const bool more = std::ranges::any_of(
            fields, [](Field field) { return field != Field::other && !isNameField(field); });
    return more && (inParts || (fields.contains(Field::fullName) && names * 2 >= filled));
}

/// Whom the columns name.
QVector<Seat> peopleOf(const QVector<Seat> &seats, const QVector<QStringList> &rows)
{
    QVector<Seat> people;
    for (const Seat &seat : seats) {
        const bool known = std::ranges::any_of(people, [&](const Seat &one) { return one.isWith(seat); });
        if (known || !isNameField(seat.target.field) || !isWhole(seats, seat, rows)) {
            continue;
        }
        if (std::ranges::any_of(people, [&](const Seat &one) { return isSame(rows, seats, one, seat); })) {
            return {};
        }
        people << seat;
    }
    return people.size() > 1 ? people : QVector<Seat>();
}

/// The person of a column: by role and number, else by the role alone ("Student Email 2").
int personOf(const Seat &seat, const QVector<Seat> &people)
{
    const auto at = [&](const auto &fits) {
        const auto found = std::ranges::find_if(people, fits);
        return found == people.end() ? 0 : static_cast<int>(found - people.begin()) + 1;
    };
    const int exact = at([&](const Seat &one) { return one.isWith(seat); });
    const bool second = exact == 0 && !seat.role.isEmpty() && seat.number > 1;
    return second ? at([&](const Seat &one) { return one.role == seat.role && one.number == 0; }) : exact;
}

} // namespace

void settlePeople(QVector<FieldTarget> &targets, const QStringList &headers, const QVector<QStringList> &rows)
{
    QVector<Seat> seats;
    for (const QString &header : headers) {
        const bool ofOther = ownerOf(header) == ColumnOwner::somebodyElse;
        seats << (ofOther ? Seat {QString(), -1, {}, false} : seatOf(header));
    }
    nameBareSeats(seats, rows);
    const QVector<Seat> people = peopleOf(seats, rows);
    if (people.isEmpty()) {
        return;
    }
    for (qsizetype i = 0; i < targets.size(); ++i) {
        const int person = personOf(seats[i], people);
        if (person > 0 && seats[i].isSaid() && seats[i].target.field != Field::other) {
            targets[i].field = seats[i].target.field;
            targets[i].kind = seats[i].target.kind;
            targets[i].group = seats[i].isWith(people[person - 1]) ? 1 : targets[i].group;
        }
        targets[i].person = person;
    }
}

int peopleInRow(const ColumnMapping &mapping)
{
    const auto last = std::ranges::max_element(mapping.columns, {}, &FieldTarget::person);
    return last == mapping.columns.end() ? 1 : std::max(1, last->person);
}

ColumnMapping mappingOfPerson(const ColumnMapping &mapping, int person)
{
    ColumnMapping own = mapping;
    for (FieldTarget &target : own.columns) {
        if (target.person != 0 && target.person != person) {
            target = {Field::ignored, target.group, {}, target.person};
        } else if (target.person == 0 && (isPoint(target.field) || isNameField(target.field))) {
            target.field = Field::other;
        }
    }
    return own;
}

} // namespace crema::exchange
