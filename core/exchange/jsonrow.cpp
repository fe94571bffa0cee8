// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/jsonrow.h"

#include "base/text.h"
#include "contacts/identity.h"
#include "exchange/columncontent.h"
#include "exchange/headerspellings.h"
#include "exchange/mailboxes.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

constexpr int deepestMember = 6; // what lies deeper is kept as it is written
constexpr int deepestAtTop = 3;
constexpr qsizetype longestKey = 200;
constexpr qsizetype mostLines = 100; // in a cell; more of them look as if a quotation mark was missing

bool anyObject(const Json &value, bool (*test)(const Json &))
{
    return value.is_object() ? test(value)
                             : value.is_array() && std::ranges::any_of(value, [test](const Json &item) {
                                   return item.is_object() && test(item);
                               });
}

bool tellsOfPerson(const Json &object)
{
    return tellingOf(JsonRow::atTop(object)).ofPerson();
}

bool holdsPeople(const Json &object)
{
    return tellsOfPerson(object) || std::ranges::any_of(object, [](const Json &member) {
               return member.is_object() && tellsOfPerson(member);
           });
}

bool isSurelyAtTop(const Json &object)
{
    const JsonRow row = JsonRow::atTop(object);
    const QString name = row.name();
    return isSurelyPerson(row, tellingOf(row)) && !isNameOfPoint(name)
            && !isFirmAt(name, row.valueOf(Field::email));
}

/// Somebody else by the word for them: "manager", "createdBy", "references".
bool isOfAnother(const QString &key, const Json &value)
{
    const Field field = fieldOf(key);
    if ((field != Field::other && field != Field::introducedBy) || !anyObject(value, holdsPeople)) {
        return false;
    }
    const QStringList words = wordsOfHeader(key);
    return field == Field::introducedBy || isOfRelations(key)
            || std::ranges::any_of(words,
                                   [](const QString &word) { return somebodyElseWords().contains(word); });
}

/// A person by a key that does not say who they are: "buddy", "contacts"; not "emails" and "attendee".
bool mayBeAnother(const QString &key, const Json &value)
{
    const QString one = singular(key);
    const Field field = fieldOf(one);
    const bool isOpen = field == Field::other || (field == Field::fullName && !key.startsWith("name"_L1));
    return isOpen && anyObject(value, isSurelyAtTop) && qualifiers().value(fold(one)) != "subject"_L1;
}

/// One is called by all words that the other has: "Ann Lee" and "Lee, Ann M.".
bool isOneName(const QString &name, const QString &other)
{
    const QStringList words = foldedWords(name);
    const QStringList others = foldedWords(other);
    const auto areIn = [](const QStringList &few, const QStringList &all) {
        return std::ranges::all_of(few, [&](const QString &word) { return all.contains(word); });
    };
    return areIn(words, others) || areIn(others, words);
}

/// Whether somebody in it is called otherwise.
bool namesAnother(const Json &value, const QString &name)
{
    const auto isAnother = [&](const Json &object) {
        const QString other = object.is_object() ? JsonRow::atTop(object).name() : QString();
        return !other.isEmpty() && !isOneName(name, other);
    };
    return value.is_array() ? std::ranges::any_of(value, isAnother) : isAnother(value);
}

/// {"name": "Acme", "phone": ...}, unlike the job that somebody has there.
bool isFirmByItself(const Json &object)
{
    const Telling telling = tellingOf(JsonRow::atTop(object));
    return telling.isNamed() && !telling.fields.contains(Field::jobTitle);
}

/// What is called by a word of firms and schools and is one; an "account" is rather of a person.
bool holdsFirm(const QString &key, const Json &value)
{
    const Field field = fieldOf(singular(key));
    return (field == Field::company || field == Field::college) && !key.startsWith("account"_L1)
            && anyObject(value, isFirmByItself);
}

} // namespace

QString moreColumn()
{
    return u"More"_s;
}

void addMore(QString &more, const QString &column, const QString &text)
{
    more += (more.isEmpty() ? QString() : u"; "_s) + column + u": "_s + text;
}

QString scalarText(const Json &value)
{
    if (value.is_string()) {
        return textOf(value);
    }
    return value.is_null() ? QString() : QString::fromUtf8(toBytes(value));
}

JsonRow::JsonRow(const Json &object, QSet<const Json *> left)
    : JsonRow(object, Reading::whole, std::move(left))
{
}

JsonRow JsonRow::forTelling(const Json &object, QSet<const Json *> left)
{
    return {object, Reading::telling, std::move(left)};
}

JsonRow JsonRow::atTop(const Json &object)
{
    return {object, Reading::top, {}};
}

JsonRow::JsonRow(const Json &object, Reading reading, QSet<const Json *> left)
    : m_reading(reading), m_left(std::move(left))
{
    Place top;
    top.name = object.is_object() ? QString() : u"value"_s;
    top.depth = reading == Reading::top ? deepestAtTop : deepestMember;
    add(object, top);
    addOpen();
}

void JsonRow::add(const Json &value, const Place &at)
{
    if (m_left.contains(&value)) {
        return;
    }
    if (value.is_boolean() && fieldOf(at.name) != Field::other) {
        putFlag(at.name, scalarText(value));
    } else if (!value.is_structured() || at.depth == 0) {
        const bool isLeft = value.is_structured() && !isAllKept();
        put(at, isLeft ? QString() : scalarText(value));
    } else if (value.is_object()) {
        for (const auto &[key, member] : value.items()) {
            addMember(QString::fromStdString(key).left(longestKey), member, at);
        }
    } else if (std::ranges::none_of(value, [](const Json &item) { return item.is_structured(); })) {
        QStringList texts;
        std::ranges::transform(value, std::back_inserter(texts), scalarText);
        texts.removeAll(QString());
        put(at, texts.join(u"; "_s));
    } else {
        Place one = at;
        --one.depth;
        int number = 1;
        for (const Json &item : value) {
            one.name = singular(at.name) + u' ' + QString::number(number++);
            add(item, one);
        }
    }
}

void JsonRow::addMember(const QString &key, const Json &value, const Place &at)
{
    const bool isOpen = tellsApart() && value.is_structured() && !value.empty() && !m_left.contains(&value)
            && m_looks++ < mostColumns;
    if (isOpen && isOfAnother(key, value)) {
        addAnother(value, inside(at, key, value));
    } else if (isOpen && value.is_object() && holdsPerson(key)) {
        m_containers << Open {&value, key, at};
    } else if (isOpen && mayBeAnother(key, value)) {
        m_people << Open {&value, key, at};
    } else if (value.is_object() && isWrapping(key)) {
        add(value, within(at, key));
    } else {
        add(value, inside(at, key, value));
    }
}

/// A container that says nothing.
JsonRow::Place JsonRow::within(const Place &at, const QString &key)
{
    Place place = at;
    place.outer = key;
    --place.depth;
    return place;
}

JsonRow::Place JsonRow::inside(const Place &at, const QString &key, const Json &value) const
{
    Place place = at;
    --place.depth;
    if (columns.size() >= mostColumns) { // it will share a column: nothing is made of its name
        place.name += at.name.isEmpty() ? key : u' ' + key;
        return place;
    }
    place.name = joined(at.name, key);
    place.isFirmPoint = at.isFirmPoint || (at.isOfFirm && isPointField(fieldOf(key)));
    place.isOfFirm = at.isOfFirm || (tellsApart() && value.is_structured() && holdsFirm(key, value));
    return place;
}

void JsonRow::addOpen()
{
    while (!m_containers.isEmpty() || !m_people.isEmpty()) {
        const QVector<Open> containers = std::exchange(m_containers, {});
        for (const Open &open : containers) {
            addContainer(open);
        }
        if (!m_containers.isEmpty()) {
            continue;
        }
        const QVector<Open> people = std::exchange(m_people, {});
        for (const Open &open : people) {
            addPerson(open, people.size() == 1);
        }
    }
}

/// Of the record, unless it is of somebody whom the record does not name.
void JsonRow::addContainer(const Open &open)
{
    const bool isAnother = m_isNamed && namesAnother(*open.value, name());
    if (isAnother && isPersonByName(open.key)) {
        addAnother(*open.value, inside(open.at, open.key, *open.value));
    } else {
        add(*open.value, isAnother ? inside(open.at, open.key, *open.value) : within(open.at, open.key));
    }
}

/// The only person in a record without a name is whom it is about: {"id": 7, "guest": {...}}.
void JsonRow::addPerson(const Open &open, bool isAlone)
{
    const bool isTheirs = isAlone && open.value->is_object() && !m_isNamed && !tellingOf(*this).isReached();
    if (isTheirs) {
        add(*open.value, within(open.at, open.key));
    } else if (m_isNamed && namesAnother(*open.value, name())) {
        addAnother(*open.value, inside(open.at, open.key, *open.value));
    } else {
        add(*open.value, inside(open.at, open.key, *open.value));
    }
}

void JsonRow::addAnother(const Json &value, const Place &at)
{
    const QString column = put(at, described(value));
    if (!column.isEmpty() && fieldOf(column) != Field::introducedBy) {
        ofOthers << column;
    }
}

/// "Bob Roe <bob@x.example>; title: VP"
QString JsonRow::described(const Json &value)
{
    if (value.is_array()) {
        QStringList lines;
        std::ranges::transform(value, std::back_inserter(lines), described);
        return lines.join(lines.size() < mostLines ? u"\n"_s : u" | "_s);
    }
    if (!value.is_object()) {
        return scalarText(value);
    }
    const JsonRow row(value, Reading::plain, {});
    const QString full = row.valueOf(Field::fullName);
    const QString address = row.valueOf(Field::email);
    const QStringList inFront = full.isEmpty()
            ? QStringList {row.valueOf(Field::firstName), row.valueOf(Field::lastName), address}
            : QStringList {full, address};
    const QString name = row.name();
    QStringList parts {address.isEmpty() ? name : name.isEmpty() ? address : u"%1 <%2>"_s.arg(name, address)};
    for (const QString &column : row.columns) {
        const QString text = row.cells.value(column);
        if (!inFront.contains(text)) {
            parts << column + u": "_s + text;
        }
    }
    parts.removeAll(QString());
    return parts.join(u"; "_s);
}

bool JsonRow::mayTakeColumn(const QString &name) const
{
    return columns.size() < mostColumns
            || fieldsByName().value(name.toLower().remove(u'_'), Field::other) != Field::other;
}

/// The column where the text is now.
QString JsonRow::put(const Place &at, const QString &text)
{
    if (text.isEmpty()) {
        return {};
    }
    QString name = at.name;
    if (cells.contains(name)) { // "email" beside "profile": {"email"}
        name = at.outer.isEmpty() ? name + u" (2)"_s : at.outer + u' ' + name;
    }
    const bool isMore = cells.contains(name) || !mayTakeColumn(name);
    if (isMore && !isAllKept()) {
        return {};
    }
    sharing += columns.size() >= mostColumns && isMore ? 1 : 0;
    const QString column = isMore ? moreColumn() : name;
    if (!cells.contains(column)) {
        columns << column;
        m_isNamed = m_isNamed || (!isMore && isNameField(fieldOf(column)));
    }
    if (isMore) {
        addMore(cells[column], name, text);
    } else {
        cells.insert(column, text);
    }
    if (at.isFirmPoint && !isMore) {
        ofFirms << column;
    }
    return column;
}

/// What is true or false is no address, no firm and no name: the "current" one of several "organizations".
void JsonRow::putFlag(const QString &name, const QString &text)
{
    if (!isAllKept()) {
        return;
    }
    if (!cells.contains(moreColumn())) {
        columns << moreColumn();
    }
    addMore(cells[moreColumn()], name, text);
}

QString JsonRow::valueOf(Field field) const
{
    const auto column = std::ranges::find_if(columns,
                                             [field](const QString &name) { return fieldOf(name) == field; });
    return column == columns.end() ? QString() : cells.value(*column);
}

QString JsonRow::name() const
{
    const QString full = valueOf(Field::fullName);
    return full.isEmpty() ? (valueOf(Field::firstName) + u' ' + valueOf(Field::lastName)).trimmed() : full;
}

bool Telling::isNamed() const
{
    return std::ranges::any_of(fields, isNameField);
}

bool Telling::isWritable() const
{
    return fields.contains(Field::email) || fields.contains(Field::linkedinUrl);
}

bool Telling::isReached() const
{
    return isWritable() || fields.contains(Field::phone);
}

Telling tellingOf(const JsonRow &row)
{
    Telling telling;
    for (const QString &column : row.columns) {
        if (!row.ofOthers.contains(column) && !row.ofFirms.contains(column)) {
            telling.fields << fieldOf(column);
        }
    }
    telling.fields.remove(Field::other);
    telling.fields.remove(Field::ignored);
    return telling;
}

bool isPerson(const Json &json)
{
    return json.is_object() && tellingOf(JsonRow::forTelling(json)).ofPerson();
}

bool isSurelyPerson(const JsonRow &row, const Telling &telling)
{
    const bool inParts = telling.fields.contains(Field::firstName)
            && telling.fields.contains(Field::lastName);
    return inParts || (telling.isWritable() && looksLikeFullName(row.valueOf(Field::fullName)));
}

bool mayBePerson(const JsonRow &row, const Telling &telling)
{
    const QString name = row.name();
    const bool isHandle = !name.isEmpty() && name[0].isLower() && !name.contains(u' ');
    return isSurelyPerson(row, telling) || (telling.isWritable() && telling.isNamed() && !isHandle);
}

bool isFirmAt(const QString &name, const QString &address)
{
    const QString mailbox = fold(mailboxOf(address));
    const bool isBorne = std::ranges::any_of(foldedWords(name),
                                             [&](const QString &word) { return mailbox.contains(word); });
    return isFirm(name) || contacts::isSharedMailbox(address) || (isFirmOfAddress(name, address) && !isBorne);
}

} // namespace crema::exchange
