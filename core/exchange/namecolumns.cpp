// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/namecolumns.h"

#include "base/text.h"
#include "exchange/columncontent.h"
#include "exchange/personnames.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

/// Words that are names of people only side by side: Turkish "Ad" and "Soyad", Vietnamese "Họ" and "Tên".
void settlePairs(QVector<FieldTarget> &targets, const QStringList &headers)
{
    struct Pair
    {
        QLatin1StringView word;
        QLatin1StringView beside;
        Field field;
    };
    static constexpr std::array pairs {
            Pair {"ad"_L1, "soyad"_L1, Field::firstName}, Pair {"adi"_L1, "soyadi"_L1, Field::firstName},
            Pair {"ho"_L1, "ten"_L1, Field::lastName}, Pair {"ten"_L1, "ho"_L1, Field::firstName}};
    QStringList names;
    std::ranges::transform(headers, std::back_inserter(names), [](const QString &h) { return fold(h); });
    for (const Pair &pair : pairs) {
        const qsizetype at = names.indexOf(pair.word);
        if (at >= 0 && names.contains(pair.beside)) {
            targets[at].field = pair.field;
        }
    }
}

/// "Name" beside "Vorname" is the last name, unless it repeats the first; "Nombre" without "Apellidos" is the
/// whole name.
void settleLastNames(QVector<FieldTarget> &targets, const QStringList &headers,
                     const QVector<QStringList> &rows)
{
    static const QStringList lastOrFull {u"name"_s, u"nom"_s,  u"naam"_s, u"namn"_s,
                                         u"navn"_s, u"nume"_s, u"nev"_s};
    static const QStringList firstOrFull {u"nombre"_s, u"nome"_s};
    const bool hasFirst = hasField(targets, Field::firstName);
    const bool hasLast = hasField(targets, Field::lastName);
    const qsizetype full = columnOf(targets, Field::fullName);
    const qsizetype first = columnOf(targets, Field::firstName);
    if (hasFirst && !hasLast && full < targets.size() && lastOrFull.contains(fold(headers[full]))) {
        const bool repeated = std::ranges::any_of(rows, [&](const QStringList &row) {
            return containsWords(row.value(full), row.value(first));
        });
        targets[full].field = repeated ? Field::fullName : Field::lastName;
    } else if (hasFirst && !hasLast && full == targets.size() && firstOrFull.contains(fold(headers[first]))) {
        targets[first].field = Field::fullName;
    }
}

/// "Name" beside "Surname" is the first name, unless most values are whole names that hold the surname.
void settleGivenNames(QVector<FieldTarget> &targets, const QStringList &headers,
                      const QVector<QStringList> &rows)
{
    static const QSet<QString> givenOrFull {
            u"name"_s,        u"nom"_s,        u"naam"_s,        u"namn"_s,        u"navn"_s,
            u"nev"_s,         u"ime"_s,        u"meno"_s,        u"nama"_s,        u"име"_s,
            fold(u"όνομα"_s), u"שם"_s,         u"الاسم"_s,       fold(u"नाम"_s),   fold(u"नाव"_s),
            fold(u"নাম"_s),   fold(u"பெயர்"_s), fold(u"անուն"_s), fold(u"სახელი"_s)};
    const qsizetype full = columnOf(targets, Field::fullName);
    const qsizetype last = columnOf(targets, Field::lastName);
    if (hasField(targets, Field::firstName) || full == targets.size() || last == targets.size()
        || !givenOrFull.contains(fold(headers[full]))) {
        return;
    }
    qsizetype both = 0;
    qsizetype whole = 0;
    for (const QStringList &row : rows) {
        if (!row.value(full).isEmpty() && !row.value(last).isEmpty()) {
            ++both;
            whole += containsWords(row.value(full), row.value(last)) ? 1 : 0;
        }
    }
    if (both > 0 && whole * 2 < both) {
        targets[full].field = Field::firstName;
    }
}

/// "Mr." and "Dr." under "Title" are how somebody is addressed, not what they do.
void settleTitles(QVector<FieldTarget> &targets, const QStringList &headers, const QVector<QStringList> &rows)
{
    const auto has = [&](QLatin1StringView name) {
        return std::ranges::any_of(headers, [name](const QString &h) { return fold(h) == name; });
    };
    static const QStringList mayBeCourtesy {u"title"_s,  u"titles"_s, u"titel"_s,
                                            u"titulo"_s, u"titre"_s,  u"titolo"_s};
    // "Professor" and "Doctor" are jobs as well and tell nothing by themselves.
    const auto isNoJob = [](const QString &value) {
        return !QStringList {u"professor"_s, u"prof"_s, u"doctor"_s}.contains(fold(value).remove(u'.'));
    };
    const bool besideJobTitle = has("job title"_L1); // Outlook, also in French
    const bool besideTitre1 = has("titre1"_L1);
    for (qsizetype i = 0; i < targets.size(); ++i) {
        if (targets[i].field != Field::jobTitle) {
            continue;
        }
        const QString name = fold(headers[i]);
        const QStringList values = columnValues(rows, i);
        if ((besideJobTitle && name == "title"_L1) || (besideTitre1 && name == "titre"_L1)
            || (mayBeCourtesy.contains(name) && std::ranges::any_of(values, isNoJob)
                && std::ranges::all_of(values, isCourtesyTitle))) {
            targets[i].field = Field::namePrefix;
        }
    }
}

} // namespace

void settleNameColumns(QVector<FieldTarget> &targets, const QStringList &headers,
                       const QVector<QStringList> &rows)
{
    settleTitles(targets, headers, rows);
    settlePairs(targets, headers);
    settleLastNames(targets, headers, rows);
    settleGivenNames(targets, headers, rows);
}

} // namespace crema::exchange
