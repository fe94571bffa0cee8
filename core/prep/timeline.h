// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"
#include "prep/piece.h"
#include "prep/settexts.h"

#include <QDate>

#include <optional>

namespace crema::prep {

/// One line of the career graphic. Times are years with a fraction (mid-2021 is 2021.5); absent where not
/// known.
struct TimelineRow
{
    QString title;
    QString place; ///< the firm or school
    QString years; ///< "2019 – 2021", "since 2019", "until 2015"; empty when nothing is known
    std::optional<double> from;
    std::optional<double> to; ///< today for what goes on
    bool ongoing = false;
    bool study = false;
    bool asked = false; ///< a question speaks of it: it stays when others are left out

    [[nodiscard]] bool operator==(const TimelineRow &) const = default;
};

/// The positions and then the schools of a person, latest first as the record has them. A span that ends
/// before it begins is not shown as one. `today` is where open spans end.
[[nodiscard]] QVector<TimelineRow> timelineRows(const Contact &contact, QDate today);

/// How the career is set.
struct TimelineStyle
{
    int positions = 8; ///< at most
    int schools = 4;
    bool compact = false; ///< what and where in one line
};

/// The rows as a graphic: years, what and where, and bars on a common scale of years; steps without bars when
/// no row has a year. What is too much is counted in a last line.
[[nodiscard]] Piece timelinePiece(const QVector<TimelineRow> &rows, qreal width, const TimelineStyle &style,
                                  SetTexts &texts);

} // namespace crema::prep
