// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/datecolumns.h"

#include "base/dates.h"

#include <QDate>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

/// The first two numbers of "03/04/2024", "3/4/24", "03-04-2024".
std::optional<std::pair<int, int>> firstNumbers(const QString &value)
{
    const QChar separator = value.contains(u'/') ? u'/' : u'-';
    const QStringList parts = value.section(u' ', 0, 0).split(separator);
    bool first = false;
    bool second = false;
    if (parts.size() != 3 || parts[0].size() > 2 || parts[1].size() > 2) {
        return std::nullopt;
    }
    const std::pair numbers {parts[0].toInt(&first), parts[1].toInt(&second)};
    return first && second ? std::optional(numbers) : std::nullopt;
}

QString swapped(const QString &iso)
{
    return iso.left(5) + iso.sliced(8, 2) + u'-' + iso.sliced(5, 2);
}

/// Excel counts days from the end of 1899; five digits are the years 1927 to 2173.
QDate fromDayCount(const QString &value)
{
    const bool isCount = value.size() == 5 && std::ranges::all_of(value, [](QChar c) { return c.isDigit(); });
    const int days = isCount ? value.toInt() : 0;
    return days >= 20'000 && days < 75'000 ? QDate(1899, 12, 30).addDays(days) : QDate();
}

} // namespace

QString DateColumns::read(size_t column, int row, const QString &value)
{
    // ISO dates are their own text; others are few in one file.
    if (value.size() >= 10 && value[4] == u'-' && value[7] == u'-'
        && (value.size() == 10 || value[10] == u'T')) {
        const QStringView view(value);
        const QDate date(view.left(4).toInt(), view.sliced(5, 2).toInt(), view.sliced(8, 2).toInt());
        return date.isValid() ? value.left(10) : QString();
    }
    const QString date = parsed(value);
    if (!date.isEmpty()) {
        noteOrder(column, row, value);
    }
    return date;
}

QString DateColumns::parsed(const QString &value)
{
    const auto known = m_known.constFind(value);
    if (known != m_known.constEnd()) {
        return *known;
    }
    const QDate counted = fromDayCount(value);
    const QDate date = counted.isValid() ? counted : parseDate(value);
    return *m_known.insert(value, date.toString(Qt::ISODate));
}

void DateColumns::noteOrder(size_t column, int row, const QString &value)
{
    const auto numbers = firstNumbers(value);
    if (!numbers) {
        return;
    }
    if (column >= m_columns.size()) {
        m_columns.resize(column + 1);
    }
    Evidence &evidence = m_columns[column];
    const auto [first, second] = *numbers;
    if (first > 12) {
        evidence.dayFirst = true;
    } else if (second > 12) {
        evidence.monthFirst = true;
    } else if (first != second) {
        evidence.open.push_back({row, value});
    }
}

void DateColumns::add(const DateColumns &other)
{
    m_known.insert(other.m_known);
    m_columns.resize(std::max(m_columns.size(), other.m_columns.size()));
    for (size_t column = 0; column < other.m_columns.size(); ++column) {
        Evidence &evidence = m_columns[column];
        const Evidence &more = other.m_columns[column];
        evidence.dayFirst = evidence.dayFirst || more.dayFirst;
        evidence.monthFirst = evidence.monthFirst || more.monthFirst;
        evidence.open.insert(evidence.open.end(), more.open.begin(), more.open.end());
        std::ranges::sort(evidence.open, {}, &Open::row);
    }
}

std::vector<DateColumns::Correction> DateColumns::corrections() const
{
    std::vector<Correction> found;
    for (size_t column = 0; column < m_columns.size(); ++column) {
        const Evidence &evidence = m_columns[column];
        if (!evidence.dayFirst || evidence.monthFirst) {
            continue;
        }
        for (const Open &open : evidence.open) {
            const QString before = m_known.value(open.value);
            found.push_back({column, open.row, before, swapped(before)});
        }
    }
    return found;
}

std::vector<DateColumns::Doubt> DateColumns::doubts() const
{
    std::vector<Doubt> found;
    for (size_t column = 0; column < m_columns.size(); ++column) {
        const Evidence &evidence = m_columns[column];
        if (evidence.dayFirst == evidence.monthFirst && !evidence.open.empty()) {
            found.push_back({column, evidence.open.front().row, evidence.open.front().value});
        }
    }
    return found;
}

} // namespace crema::exchange
