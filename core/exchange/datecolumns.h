// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <vector>

namespace crema::exchange {

/// Reads the dates of a table. "03/04/2024" alone does not say which number is the month; the other dates of
/// its column may. It is read month first, and once the whole column is known `corrections` tells which were
/// the other way round.
class DateColumns final
{
public:
    struct Correction
    {
        size_t column = 0;
        int row = 0;
        QString before; ///< as `read` gave it
        QString after;
    };
    struct Doubt
    {
        size_t column = 0;
        int row = 0; ///< the first of the column
        QString value;
    };

    /// The date in ISO 8601; empty when the value is none. A day count of a spreadsheet ("45385") is one.
    [[nodiscard]] QString read(size_t column, int row, const QString &value);
    /// Adds what another has read of the same table.
    void add(const DateColumns &other);
    /// Dates of columns in which only day-first dates were found beside them.
    [[nodiscard]] std::vector<Correction> corrections() const;
    /// Columns that never say which number is the month, or say both.
    [[nodiscard]] std::vector<Doubt> doubts() const;

private:
    struct Open
    {
        int row = 0;
        QString value;
    };
    struct Evidence
    {
        bool dayFirst = false;
        bool monthFirst = false;
        std::vector<Open> open;
    };
    void noteOrder(size_t column, int row, const QString &value);
    [[nodiscard]] QString parsed(const QString &value);

    QHash<QString, QString> m_known; ///< a file has few different dates
    std::vector<Evidence> m_columns;
};

} // namespace crema::exchange
