// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "exchange/columns.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace crema::exchange {

/// One object of the JSON of another program as columns and cells. A member of a member is called by both
/// ("organization 1 title"), but for containers that say nothing ("properties", "profile").
class JsonRow final
{
public:
    /// Without what is `left` out: values somewhere in the object.
    explicit JsonRow(const Json &object, QSet<const Json *> left = {});

    /// The first value of that field; empty where there is none.
    [[nodiscard]] QString valueOf(Field field) const;
    /// The name as it is written, or its parts; empty where there is none.
    [[nodiscard]] QString name() const;

    QStringList columns;
    QHash<QString, QString> cells;

private:
    void add(const Json &value, const QString &name, const QString &outer, int depth);
    void put(QString name, const QString &outer, const QString &text);

    QSet<const Json *> m_left;
};

/// What the columns of a row tell of a person.
struct Telling
{
    QSet<Field> fields;

    [[nodiscard]] bool isNamed() const;
    [[nodiscard]] bool isWritable() const; ///< has an address of email or a profile
    [[nodiscard]] bool isReached() const;
    [[nodiscard]] bool ofPerson() const { return isNamed() || isReached(); }
};
[[nodiscard]] Telling tellingOf(const JsonRow &row);

/// True for an object with a name or something that reaches somebody.
[[nodiscard]] bool isPerson(const Json &json);
/// The name and an address of somebody, which a firm's offices and an account's identities have not.
[[nodiscard]] bool isSurelyPerson(const JsonRow &row, const Telling &telling);
/// The same with one word for a name, "Ann", but for one that only an account has: "annlee".
[[nodiscard]] bool mayBePerson(const JsonRow &row, const Telling &telling);

/// True for containers that say nothing about what is inside: HubSpot's "properties", Airtable's "fields".
[[nodiscard]] bool isWrapping(const QString &key);
/// "emailAddress" of "emailAddresses".
[[nodiscard]] QString singular(const QString &key);
/// A value without members as a cell has it.
[[nodiscard]] QString scalarText(const Json &value);

} // namespace crema::exchange
