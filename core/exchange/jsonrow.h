// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "exchange/columns.h"
#include "exchange/jsonkeys.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QVector>

namespace crema::exchange {

/// So many columns are of their own, in a row and in a table; what else there is shares the one of
/// `moreColumn`, but for what is called as fields of contacts are.
inline constexpr qsizetype mostColumns = 1000;
[[nodiscard]] QString moreColumn();
/// One more line of that column: "fax: 212".
void addMore(QString &more, const QString &column, const QString &text);

/// One object of the JSON of another program as columns and cells. A member of a member is called by both
/// ("organization 1 title"), but for containers that say nothing ("properties", "profile"). Somebody else
/// whom the object names, with what it says of them ("manager", "references"), is one text.
class JsonRow final
{
public:
    /// Without what is `left` out: values somewhere in the object.
    explicit JsonRow(const Json &object, QSet<const Json *> left = {});
    /// The columns alone, without what lies too deep or shares a column: for tellingOf.
    [[nodiscard]] static JsonRow forTelling(const Json &object, QSet<const Json *> left = {});
    /// Only what lies near the top, and nobody told from anybody else: for a look at an object.
    [[nodiscard]] static JsonRow atTop(const Json &object);

    /// The first value of that field; empty where there is none.
    [[nodiscard]] QString valueOf(Field field) const;
    /// The name as it is written, or its parts; empty where there is none.
    [[nodiscard]] QString name() const;

    QStringList columns;
    QHash<QString, QString> cells;
    QSet<QString> ofOthers; ///< the columns that are somebody else
    QSet<QString> ofFirms; ///< the columns that say how a firm is reached
    qsizetype sharing = 0; ///< how many values share the one of `moreColumn` because they are too many

private:
    enum class Reading { whole, telling, plain, top };
    struct Place
    {
        QString name; ///< what the column is called
        QString outer; ///< the container that says nothing
        int depth = 0; ///< how much deeper it may go
        bool isOfFirm = false;
        bool isFirmPoint = false; ///< how a firm is reached
    };
    /// Whose it is, is told by the name of the record, which is known when all else was read.
    struct Open
    {
        const Json *value = nullptr;
        QString key;
        Place at;
    };

    JsonRow(const Json &object, Reading reading, QSet<const Json *> left);
    [[nodiscard]] bool tellsApart() const
    {
        return m_reading == Reading::whole || m_reading == Reading::telling;
    }
    [[nodiscard]] bool isAllKept() const
    {
        return m_reading == Reading::whole || m_reading == Reading::plain;
    }
    [[nodiscard]] bool mayTakeColumn(const QString &name) const;
    void add(const Json &value, const Place &at);
    void addMember(const QString &key, const Json &value, const Place &at);
    void addOpen();
    void addContainer(const Open &open);
    void addPerson(const Open &open, bool isAlone);
    void addAnother(const Json &value, const Place &at);
    QString put(const Place &at, const QString &text);
    void putFlag(const QString &name, const QString &text);
    [[nodiscard]] static QString described(const Json &value);
    [[nodiscard]] static Place within(const Place &at, const QString &key);
    [[nodiscard]] Place inside(const Place &at, const QString &key, const Json &value) const;

    Reading m_reading;
    QSet<const Json *> m_left;
    QVector<Open> m_containers; ///< of a person: "contact", "profile"
    QVector<Open> m_people; ///< by a key that does not say who they are
    bool m_isNamed = false;
    qsizetype m_looks = 0; ///< how many members were looked at to tell whose they are
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
/// "Goldman Sachs" with its general address.
[[nodiscard]] bool isFirmAt(const QString &name, const QString &address);

/// A value without members as a cell has it.
[[nodiscard]] QString scalarText(const Json &value);

} // namespace crema::exchange
