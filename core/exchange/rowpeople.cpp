// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/rowpeople.h"

#include "base/text.h"
#include "contacts/identity.h"
#include "exchange/columncontent.h"
#include "exchange/headerspellings.h"
#include "model/contactdocument.h"

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
    bool saysName = false; ///< "Contact Name", unlike "Contact Person"
    bool ofContact = false; ///< a word of a contact: "Secondary Contact", "Contact Email"

    [[nodiscard]] bool isSaid() const { return number > 0 || !role.isEmpty(); }
    [[nodiscard]] bool isPlain() const { return number == 0 && role.isEmpty(); }
    [[nodiscard]] bool isPlainName() const { return isPlain() && isNameField(target.field); }
    [[nodiscard]] bool isWith(const Seat &other) const
    {
        return role == other.role && number == other.number;
    }
};

/// The columns of one person; several where a table says a name twice ("Name", "Attendee Name").
using SeatsOfPerson = QVector<Seat>;

bool isOf(const SeatsOfPerson &person, const Seat &seat)
{
    return std::ranges::any_of(person, [&](const Seat &one) { return one.isWith(seat); });
}

/// "Attendee", "Delegate", "Lead": whom the rows of a list are about.
bool isSubject(const QString &word)
{
    return qualifiers().value(word) == "subject"_L1;
}

/// A word for a person that a column can begin with.
bool isRole(const QString &word)
{
    static const QSet<QString> others {u"student"_s, u"alumni"_s, u"alum"_s, u"students"_s};
    return others.contains(word) || isSubject(word);
}

/// Which of several contacts: "Primary Contact". Before anything else it may say which of several addresses.
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
    const bool isRanked = rest.size() > 1 && isRank(rest.constFirst());
    seat.ofContact = rest.value(isRanked ? 1 : 0) == "contact"_L1;
    if (seat.role.isEmpty() && isRanked) {
        seat.role = rest.takeFirst();
    }
    if (rest.size() > 1 && rest.constFirst() == "contact"_L1) {
        seat.role = seat.role.isEmpty() ? u"contact"_s : seat.role;
        rest.removeFirst();
    }
    seat.saysName = rest.contains(u"name"_s);
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

/// "Primary Email" beside "Name" is one of several of that person, whatever the "Primary Contact" is: it does
/// not say "contact". Not where "Secondary Name" names another one by the same word.
void leaveRanksOfAddresses(QVector<Seat> &seats)
{
    if (std::ranges::none_of(seats, &Seat::isPlainName)) {
        return;
    }
    QSet<QString> ofPeople;
    for (const Seat &seat : std::as_const(seats)) {
        if (isNameField(seat.target.field) && !seat.ofContact) {
            ofPeople << seat.role;
        }
    }
    for (Seat &seat : seats) {
        if (isRank(seat.role) && !seat.ofContact && !ofPeople.contains(seat.role)) {
            seat.role.clear();
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

QSet<Field> fieldsOf(const QVector<Seat> &seats, const Seat &who)
{
    QSet<Field> fields;
    for (const Seat &seat : seats) {
        if (seat.isWith(who) && seat.target.field != Field::other) {
            fields << seat.target.field;
        }
    }
    return fields;
}

bool isReached(const QSet<Field> &fields)
{
    return fields.contains(Field::email) || fields.contains(Field::linkedinUrl);
}

/// "Name 2" right behind "Name 1" may be the second line of a name, as SAP has it.
bool isSecondLine(const QVector<Seat> &seats, const Seat &who)
{
    const auto at = std::ranges::find_if(seats, [&](const Seat &seat) {
        return seat.isWith(who) && seat.target.field == Field::fullName;
    });
    return who.number > 1 && at != seats.end() && at != seats.begin()
            && std::prev(at)->target.field == Field::fullName && std::prev(at)->role == who.role;
}

/// Beside "Name" the columns "Name 2" and "Email 2" are of a second person only where that one has a name.
bool isNamedWhereReached(const QVector<Seat> &seats, const Seat &who, const QVector<QStringList> &rows)
{
    const bool mayBeOfPlain = who.role.isEmpty() && who.number > 1;
    if (!mayBeOfPlain || std::ranges::none_of(seats, &Seat::isPlainName)) {
        return true;
    }
    return std::ranges::all_of(rows, [&](const QStringList &row) {
        bool reached = false;
        for (qsizetype i = 0; i < seats.size(); ++i) {
            reached = reached
                    || (seats[i].isWith(who) && isPointField(seats[i].target.field)
                        && !row.value(i).isEmpty());
        }
        return !reached || !nameOf(row, seats, who).isEmpty();
    });
}

/// Whether most of the names are of people: "Ann Lee", not "Acme" and "Sales".
bool haveFullNames(const QVector<Seat> &seats, const Seat &who, const QVector<QStringList> &rows)
{
    qsizetype filled = 0;
    qsizetype names = 0;
    for (const QStringList &row : rows) {
        const QString name = nameOf(row, seats, who);
        filled += name.isEmpty() ? 0 : 1;
        names += looksLikeFullName(name) && !isFirm(name) ? 1 : 0;
    }
    return names * 2 >= filled;
}

/// "Apellido 2" is half a name, "Name 2" of a firm the second line of its name; a name alone may be either.
bool isWhole(const QVector<Seat> &seats, const Seat &who, const QVector<QStringList> &rows)
{
    const QSet<Field> fields = fieldsOf(seats, who);
    if (std::ranges::all_of(fields, isNameField) || !isNamedWhereReached(seats, who, rows)) {
        return false;
    }
    if (fields.contains(Field::firstName)) {
        const bool anyLast = std::ranges::any_of(
                seats, [](const Seat &seat) { return seat.target.field == Field::lastName; });
        return fields.contains(Field::lastName) || !anyLast;
    }
    const bool isLine = isSecondLine(seats, who);
    const bool isOfOther = isLine && !isReached(fields) && isReached(fieldsOf(seats, Seat {}));
    if (!fields.contains(Field::fullName) || isOfOther) {
        return false;
    }
    const bool atWork = fields.contains(Field::company) || fields.contains(Field::jobTitle);
    const bool isTold = who.isPlain() ? atWork || isReached(fields)
                                      : who.number > 0 && !isLine && isReached(fields);
    return isTold || haveFullNames(seats, who, rows);
}

/// "Contact Email" and "Member Email" are the only address of the row, and "Name" and "Title" tell of a
/// person: it is theirs, whoever the "Contact Person" is. A "Contact Name" has the contact's address.
bool isOfPlain(const QVector<Seat> &seats, const Seat &seat)
{
    const QSet<Field> plain = fieldsOf(seats, Seat {});
    const bool hasOwn = std::ranges::any_of(
            fieldsOf(seats, seat), [&](Field field) { return isPointField(field) && plain.contains(field); });
    const bool isPerson = std::ranges::any_of(plain, isNameField) && !isReached(plain) && !hasOwn;
    return isPerson && !seat.saysName && (seat.role == "contact"_L1 || isSubject(seat.role))
            && seat.number == 0;
}

/// Whom the columns name.
QVector<SeatsOfPerson> peopleOf(const QVector<Seat> &seats, const QVector<QStringList> &rows)
{
    QVector<SeatsOfPerson> people;
    for (const Seat &seat : seats) {
        const bool known = std::ranges::any_of(people,
                                               [&](const SeatsOfPerson &one) { return isOf(one, seat); });
        if (known || !isNameField(seat.target.field) || !isWhole(seats, seat, rows)
            || isOfPlain(seats, seat)) {
            continue;
        }
        const auto same = std::ranges::find_if(people, [&](const SeatsOfPerson &one) {
            return isSame(rows, seats, one.constFirst(), seat);
        });
        if (same != people.end()) {
            *same << seat;
        } else {
            people << SeatsOfPerson {seat};
        }
    }
    return people.size() > 1 ? people : QVector<SeatsOfPerson>();
}

/// The person of a column: by role and number, else by the role alone ("Student Email 2").
int personOf(const Seat &seat, const QVector<SeatsOfPerson> &people)
{
    const auto at = [&](const Seat &wanted) {
        const auto found = std::ranges::find_if(people,
                                                [&](const SeatsOfPerson &one) { return isOf(one, wanted); });
        return found == people.end() ? 0 : static_cast<int>(found - people.begin()) + 1;
    };
    const int exact = at(seat);
    const bool second = exact == 0 && !seat.role.isEmpty() && seat.number > 1;
    return second ? at(Seat {seat.role, 0, {}}) : exact;
}

QVector<Seat> seatsOf(const QVector<FieldTarget> &targets, const QStringList &headers,
                      const QVector<QStringList> &rows)
{
    QVector<Seat> seats;
    for (const QString &header : headers) {
        const bool ofOther = ownerOf(header) == ColumnOwner::somebodyElse;
        seats << (ofOther ? Seat {QString(), -1, {}} : seatOf(header));
    }
    nameBareSeats(seats, rows);
    for (qsizetype i = 0; i < seats.size(); ++i) {
        if (seats[i].isPlain() && !seats[i].bare) {
            seats[i].target = targets[i]; // what the values made of it
        }
    }
    leaveRanksOfAddresses(seats);
    return seats;
}

/// Whether most names of that column are of firms: by a word of firms, or as the firm of the contact's
/// address or of a general one. One word that tells neither may be all the name that somebody has.
bool areFirms(qsizetype column, const QVector<Seat> &seats, const QVector<QStringList> &rows)
{
    qsizetype filled = 0;
    qsizetype firms = 0;
    for (const QStringList &row : rows) {
        const QString name = row.value(column);
        bool ofAddress = false;
        for (qsizetype i = 0; i < seats.size(); ++i) {
            const QString address = seats[i].target.field == Field::email ? row.value(i) : QString();
            const bool tells = !seats[i].isPlain() || contacts::isSharedMailbox(address);
            ofAddress = ofAddress || (tells && isEmailAddress(address) && isFirmOfAddress(name, address));
        }
        filled += name.isEmpty() ? 0 : 1;
        firms += ofAddress || isFirm(name) ? 1 : 0;
    }
    return firms * 2 > filled;
}

/// "Name" beside "Contact Name" and "Contact Email" is the account: the contact's firm, with a general
/// address.
void settleAccounts(QVector<FieldTarget> &targets, QVector<Seat> &seats, const QStringList &headers,
                    const QVector<QStringList> &rows)
{
    const QSet<Field> plain = fieldsOf(seats, Seat {});
    const QSet<Field> ofContact = fieldsOf(seats, Seat {u"contact"_s, 0, {}});
    const auto name = std::ranges::find_if(headers, [](const QString &h) { return fold(h) == "name"_L1; });
    const qsizetype at = name - headers.begin();
    const bool mayBe = name != headers.end() && targets[at].field == Field::fullName
            && std::ranges::any_of(ofContact, isNameField) && isReached(ofContact)
            && !plain.contains(Field::company) && !plain.contains(Field::jobTitle);
    if (!mayBe || !areFirms(at, seats, rows)) {
        return;
    }
    targets[at].field = Field::company;
    for (qsizetype i = 0; i < targets.size(); ++i) {
        const Field field = targets[i].field;
        if (seats[i].isPlain() && isPointField(field) && ofContact.contains(field)) {
            targets[i].field = Field::other;
        }
        seats[i].target.field = seats[i].isPlain() ? targets[i].field : seats[i].target.field;
    }
}

} // namespace

void settlePeople(QVector<FieldTarget> &targets, const QStringList &headers, const QVector<QStringList> &rows)
{
    QVector<Seat> seats = seatsOf(targets, headers, rows);
    settleAccounts(targets, seats, headers, rows);
    const QVector<SeatsOfPerson> people = peopleOf(seats, rows);
    if (people.isEmpty()) {
        return;
    }
    for (qsizetype i = 0; i < targets.size(); ++i) {
        const int person = personOf(seats[i], people);
        if (person > 0 && seats[i].isSaid() && seats[i].target.field != Field::other) {
            targets[i].field = seats[i].target.field;
            targets[i].kind = seats[i].target.kind;
            targets[i].group = isOf(people[person - 1], seats[i]) ? 1 : targets[i].group;
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
        } else if (target.person == 0 && (isPointField(target.field) || isNameField(target.field))) {
            target.field = Field::other;
        }
    }
    return own;
}

QStringList columnsOfNobody(const ColumnMapping &mapping, const QStringList &headers)
{
    QStringList columns;
    for (qsizetype i = 0; i < std::min(headers.size(), mapping.columns.size()); ++i) {
        const FieldTarget &target = mapping.columns[i];
        if (target.person == 0 && isPointField(target.field)) {
            columns << headers[i];
        }
    }
    return columns;
}

} // namespace crema::exchange
