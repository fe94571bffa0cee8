// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/jsonrow.h"

#include "base/text.h"
#include "exchange/columncontent.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

constexpr int deepestMember = 6; // what lies deeper is kept as it is written
constexpr qsizetype mostColumns = 1000; // further members share one column

/// "name 1 givenName" is a given name wherever it stands, "organization 1 name" a firm.
QString joined(const QString &container, const QString &key)
{
    if (container.isEmpty()) {
        return key;
    }
    const QString both = container + u' ' + key;
    const Field leaf = targetForHeader(key).field;
    const bool ofName = container.startsWith("name"_L1, Qt::CaseInsensitive);
    const bool isName = ofName && isNameField(leaf) && targetForHeader(both).field == Field::other;
    return isName ? key : both;
}

} // namespace

bool isWrapping(const QString &key)
{
    static const QSet<QString> words {u"properties"_s, u"fields"_s, u"attributes"_s, u"data"_s,
                                      u"contact"_s,    u"person"_s, u"profile"_s,    u"record"_s,
                                      u"values"_s,     u"basics"_s};
    return words.contains(key.toLower());
}

QString singular(const QString &key)
{
    if (key.endsWith("sses"_L1)) {
        return key.chopped(2);
    }
    return key.endsWith("ies"_L1) ? key.chopped(3) + u'y' : key.endsWith(u's') ? key.chopped(1) : key;
}

QString scalarText(const Json &value)
{
    if (value.is_string()) {
        return textOf(value);
    }
    return value.is_null() ? QString() : QString::fromUtf8(toBytes(value));
}

JsonRow::JsonRow(const Json &object, QSet<const Json *> left) : m_left(std::move(left))
{
    add(object, object.is_object() ? QString() : u"value"_s, QString(), deepestMember);
}

void JsonRow::add(const Json &value, const QString &name, const QString &outer, int depth)
{
    if (m_left.contains(&value)) {
        return;
    }
    if (depth == 0 || !value.is_structured()) {
        put(name, outer, scalarText(value));
    } else if (value.is_object()) {
        for (const auto &[key, inner] : value.items()) {
            const QString own = QString::fromStdString(key);
            const bool wraps = isWrapping(own) && inner.is_object();
            add(inner, wraps ? name : joined(name, own), wraps ? own : outer, depth - 1);
        }
    } else if (std::ranges::none_of(value, [](const Json &item) { return item.is_structured(); })) {
        QStringList texts;
        std::ranges::transform(value, std::back_inserter(texts), scalarText);
        texts.removeAll(QString());
        put(name, outer, texts.join(u"; "_s));
    } else {
        int number = 1;
        for (const Json &item : value) {
            add(item, u"%1 %2"_s.arg(singular(name)).arg(number++), outer, depth - 1);
        }
    }
}

void JsonRow::put(QString name, const QString &outer, const QString &text)
{
    if (text.isEmpty()) {
        return;
    }
    if (cells.contains(name)) { // "email" beside "profile": {"email"}
        name = outer + u' ' + name;
    }
    if (cells.contains(name) || columns.size() >= mostColumns) {
        QString &more = cells[u"More"_s];
        more += (more.isEmpty() ? QString() : u"\n"_s) + name + u": "_s + text;
        name = u"More"_s;
    } else {
        cells.insert(name, text);
    }
    if (!columns.contains(name)) {
        columns << name;
    }
}

QString JsonRow::valueOf(Field field) const
{
    const auto column = std::ranges::find_if(
            columns, [field](const QString &name) { return targetForHeader(name).field == field; });
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
        telling.fields << targetForHeader(column).field;
    }
    telling.fields.remove(Field::other);
    telling.fields.remove(Field::ignored);
    return telling;
}

bool isPerson(const Json &json)
{
    return json.is_object() && tellingOf(JsonRow(json)).ofPerson();
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

} // namespace crema::exchange
