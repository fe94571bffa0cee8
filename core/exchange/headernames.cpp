// SPDX-License-Identifier: GPL-3.0-or-later
// What the name of a column says, word by word.
#include "base/text.h"
#include "exchange/columns.h"
#include "exchange/headerspellings.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

bool isPlaceField(Field field)
{
    return field == Field::city || field == Field::state || field == Field::country;
}

/// Fields that a qualifier may stand before without changing what the column holds.
bool takesQualifier(Field field, const QString &kind)
{
    switch (field) {
    case Field::email:
        return kind != "fax"_L1 && kind != "mobile"_L1;
    case Field::phone:
        return kind != "fax"_L1;
    case Field::emailKind:
    case Field::phoneKind:
    case Field::website:
    case Field::linkedinUrl:
        return true;
    // "Home Street" and "Business City" of Outlook.
    case Field::city:
    case Field::state:
    case Field::country:
        return kind == "work"_L1 || kind == "home"_L1 || kind == "personal"_L1 || kind == "other"_L1
                || kind.isEmpty();
    case Field::fullName:
    case Field::firstName:
    case Field::lastName:
        return kind.isEmpty() || kind == "school"_L1; // "Student First Name"
    case Field::company:
    case Field::jobTitle:
    case Field::location:
    case Field::industry:
    case Field::notes:
    case Field::status:
    case Field::college:
    case Field::degree:
    case Field::major:
    case Field::graduationYear:
        return kind.isEmpty();
    default:
        return false;
    }
}

QString kindFor(Field field, const QString &kind)
{
    if (field == Field::email && kind == "home"_L1) {
        return u"personal"_s;
    }
    const bool hasKind = isPointField(field) && field != Field::linkedinUrl;
    return hasKind || isPlaceField(field) ? kind : QString();
}

struct Rest
{
    QString name; ///< what stays of the header
    QString kind;
    bool any = false; ///< whether a qualifier was taken off
    bool subject = false; ///< whether the person of the row was named ("Attendee")
};

/// The header without its qualifiers; those that are names themselves ("company") only when `all` are to go.
Rest withoutQualifiers(const QStringList &words, bool all)
{
    Rest rest;
    for (const QString &word : words) {
        const auto found = qualifiers().constFind(word);
        const bool isName = found != qualifiers().constEnd() && !found->isEmpty() && *found != "subject"_L1;
        if (found == qualifiers().constEnd() || (!all && isName)) {
            rest.name += word;
            continue;
        }
        rest.any = true;
        if (*found == "subject"_L1) {
            rest.subject = true;
        } else if (rest.kind.isEmpty()) {
            rest.kind = *found;
        }
    }
    return rest;
}

FieldTarget qualified(const QStringList &words, int group)
{
    for (const bool all : {false, true}) {
        const Rest rest = withoutQualifiers(words, all);
        const Field field = fieldsByName().value(rest.name, Field::other);
        // "Attendee Status" says whether somebody comes, not where we stand with them.
        const bool isOfList = rest.subject && (field == Field::status || field == Field::notes);
        if (rest.any && !isOfList && takesQualifier(field, rest.kind)) {
            return {field, group, kindFor(field, rest.kind)};
        }
        // German Outlook: "Ort geschäftlich" is a city, "Ort" alone any place.
        const bool german = rest.name == "ort"_L1 || rest.name == "region"_L1;
        if (german && (rest.kind == "work"_L1 || rest.kind == "home"_L1 || rest.kind == "personal"_L1)) {
            return {rest.name == "ort"_L1 ? Field::city : Field::state, group, rest.kind};
        }
        if (rest.any && rest.name.isEmpty() && rest.kind == "mobile"_L1) {
            return {Field::phone, group, rest.kind};
        }
    }
    return {Field::other, group, {}};
}

FieldTarget targetForWords(QStringList words)
{
    int group = 1;
    words.removeIf([&group](const QString &word) {
        bool isNumber = false;
        const int number = word.toInt(&isNumber);
        if (isNumber && number >= 0 && number < 100) { // some count from 0
            group = number;
        }
        return isNumber;
    });
    if (words.isEmpty()) {
        return {Field::other, group, {}};
    }
    const auto found = fieldsByName().constFind(words.join(QString()));
    if (found != fieldsByName().constEnd()) {
        const bool mobile = *found == Field::phone && qualifiers().value(words.constFirst()) == "mobile"_L1;
        const bool business = *found == Field::phone && words.constFirst() == "business"_L1;
        return {*found, group, mobile ? u"mobile"_s : business ? u"work"_s : QString()};
    }
    return qualified(words, group);
}

/// "Employer / Organization" is the company, "City/State" the place, "First and last name" the name; two
/// different things are neither.
FieldTarget alternatives(const QString &header)
{
    static const QRegularExpression separator(u"\\s*[/|,&]\\s*|\\s+(?:or|and)\\s+"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    const QStringList parts = header.split(separator, Qt::SkipEmptyParts);
    if (parts.size() < 2) {
        return {Field::other, 1, {}};
    }
    const FieldTarget first = targetForWords(wordsOfHeader(parts.constFirst()));
    bool same = true;
    bool places = true;
    bool names = true;
    for (const QString &part : parts) {
        const Field field = targetForWords(wordsOfHeader(part)).field;
        same = same && field == first.field;
        places = places && (isPlaceField(field) || field == Field::location);
        names = names && isNameField(field);
    }
    return same ? first
                : FieldTarget {places          ? Field::location
                                       : names ? Field::fullName
                                               : Field::other,
                               1,
                               {}};
}

/// What a part of somebody's record is about.
enum class Container { none, person, job, school, place };

Container containerOf(const QString &name)
{
    static const QHash<QString, Container> containers {{u"person"_s, Container::person},
                                                       {u"contact"_s, Container::person},
                                                       {u"people"_s, Container::person},
                                                       {u"profile"_s, Container::person},
                                                       {u"contactdetails"_s, Container::person},
                                                       {u"personaldetails"_s, Container::person},
                                                       {u"currentposition"_s, Container::job},
                                                       {u"position"_s, Container::job},
                                                       {u"currentjob"_s, Container::job},
                                                       {u"job"_s, Container::job},
                                                       {u"work"_s, Container::job},
                                                       {u"employment"_s, Container::job},
                                                       {u"education"_s, Container::school},
                                                       {u"address"_s, Container::place},
                                                       {u"postaladdress"_s, Container::place},
                                                       {u"mailingaddress"_s, Container::place},
                                                       {u"homeaddress"_s, Container::place},
                                                       {u"workaddress"_s, Container::place}};
    return containers.value(name, Container::none);
}

/// Whether the field of such a part is one of the person: the city of a school and the state of a job are
/// not.
bool isOfPerson(Field field, Container container)
{
    const bool isPlace = isPlaceField(field) || field == Field::location;
    switch (container) {
    case Container::none:
        return false;
    case Container::person:
        return true;
    case Container::job:
        return isPlace || field == Field::company || field == Field::jobTitle || field == Field::industry
                || field == Field::email || field == Field::phone;
    case Container::school:
        return field == Field::college || field == Field::degree || field == Field::major
                || field == Field::graduationYear;
    case Container::place:
        return isPlace;
    }
    return false;
}

/// "Current position - Company name", "Postal address - City": what stands behind a part of a person.
FieldTarget partOfContainer(const QString &header)
{
    static const QRegularExpression parts(u"^(.+?)(?:\\s+[-–—>]\\s+|:\\s+)(.+)$"_s);
    const auto match = parts.match(header);
    const Container container = containerOf(wordsOfHeader(match.captured(1)).join(QString()));
    FieldTarget inner = container == Container::none ? FieldTarget {}
                                                     : targetForWords(wordsOfHeader(match.captured(2)));
    if (!isOfPerson(inner.field, container)) {
        return {};
    }
    const bool isPlace = isPlaceField(inner.field) || inner.field == Field::location;
    if (container == Container::job && inner.kind.isEmpty() && (isPlace || isPointField(inner.field))) {
        inner.kind = isPlace ? u"job"_s : u"work"_s; // beside a city of their own it is none of it
    }
    return inner;
}

/// "Phone (from Companies)": a column of another table's record.
bool isLookedUp(QStringView header)
{
    static const QRegularExpression from(u"\\(from [^)]+\\)\\s*$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return from.match(header).hasMatch();
}

} // namespace

ColumnOwner ownerOf(QStringView header)
{
    if (isLookedUp(header)) {
        return ColumnOwner::somebodyElse;
    }
    const QStringList words = wordsOfHeader(header.left(80));
    const auto named = fieldsByName().constFind(words.join(QString()));
    if (named != fieldsByName().constEnd()) {
        return *named == Field::other ? ColumnOwner::somebodyElse : ColumnOwner::person;
    }
    if (std::ranges::any_of(words, [](const QString &w) { return somebodyElseWords().contains(w); })) {
        return ColumnOwner::somebodyElse;
    }
    static const QSet<QString> neutral {u"e"_s,       u"mail"_s,  u"info"_s,   u"information"_s, u"details"_s,
                                        u"id"_s,      u"li"_s,    u"url"_s,    u"link"_s,        u"profile"_s,
                                        u"account"_s, u"data"_s,  u"to"_s,     u"at"_s,          u"reach"_s,
                                        u"how"_s,     u"if"_s,    u"any"_s,    u"and"_s,         u"or"_s,
                                        u"column"_s,  u"field"_s, u"public"_s, u"handle"_s};
    const bool known = std::ranges::all_of(words, [](const QString &w) {
        return neutral.contains(w) || qualifiers().contains(w) || fieldsByName().contains(w)
                || std::ranges::all_of(w, [](QChar c) { return c.isDigit(); });
    });
    return known ? ColumnOwner::person : ColumnOwner::unknown;
}

FieldTarget targetForHeader(QStringView header)
{
    if (isLookedUp(header)) {
        return {};
    }
    const QStringView name = header.left(80);
    const FieldTarget whole = targetForWords(wordsOfHeader(name));
    if (whole.field != Field::other || fieldsByName().contains(wordsOfHeader(name).join(QString()))) {
        return whole;
    }
    // "Company (linked)", "School(s)", "Role [current]"
    static const QRegularExpression brackets(u"\\s*[(\\[][^)\\]]*[)\\]]"_s);
    QString plain = name.toString();
    plain.remove(brackets);
    const FieldTarget bare = plain.size() < name.size() ? targetForWords(wordsOfHeader(plain)) : whole;
    const FieldTarget found = bare.field != Field::other ? bare : alternatives(plain);
    const FieldTarget inner = found.field != Field::other ? found : partOfContainer(plain);
    return inner.field != Field::other ? inner : whole;
}

} // namespace crema::exchange
