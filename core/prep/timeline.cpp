// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/timeline.h"

#include "base/dates.h"
#include "base/text.h"
#include "prep/shortlist.h"
#include "truth/standing.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(crema::prep::Timeline)
};

constexpr qreal yearsColumn = 76;
constexpr qreal barHeight = 8;
constexpr qreal axisHeight = 16;

/// "2021" -> 2021, "2021-07" -> 2021.5; nothing when there is no year.
std::optional<double> timeOf(const QString &text)
{
    const int year = yearIn(text);
    if (year == 0) {
        return {};
    }
    const bool isoMonth = text.size() >= 7 && text[4] == u'-';
    const int month = isoMonth ? QStringView(text).mid(5, 2).toInt() : 0;
    return year + (month >= 1 && month <= 12 ? (month - 1) / 12.0 : 0.0);
}

QString yearText(double time)
{
    return QString::number(static_cast<int>(std::floor(time)));
}

QString yearsText(const TimelineRow &row, double today)
{
    if (row.from && *row.from > today) {
        return Words::tr("from %1").arg(yearText(*row.from));
    }
    if (row.from && row.ongoing) {
        return Words::tr("since %1").arg(yearText(*row.from));
    }
    if (row.from && row.to) {
        const QString from = yearText(*row.from);
        const QString to = yearText(*row.to);
        return from == to ? from : from + u" – "_s + to;
    }
    if (row.from || row.to) {
        return row.to ? Words::tr("until %1").arg(yearText(*row.to))
                      : Words::tr("from %1").arg(yearText(*row.from));
    }
    return {};
}

TimelineRow rowOf(const QString &title, const QString &place, const QString &from, const QString &to,
                  double today)
{
    TimelineRow row;
    row.title = cleanValue(title);
    row.place = cleanValue(place);
    row.from = timeOf(from);
    row.to = truth::isOpenEnd(to) ? std::nullopt : timeOf(to);
    if (row.from && row.to && *row.to < *row.from) {
        row.to.reset(); // one of the two is wrong and we do not know which
        row.from.reset();
    }
    return row.title.isEmpty() && row.place.isEmpty() ? TimelineRow {}
                                                      : (row.years = yearsText(row, today), row);
}

/// The years the scale spans, and how far apart its marks are.
struct Scale
{
    double first = 0;
    double last = 0;
    int step = 1;

    [[nodiscard]] bool isValid() const { return last > first; }
    [[nodiscard]] qreal xOf(double time, qreal width) const
    {
        return (time - first) / (last - first) * width;
    }
};

Scale scaleOf(const QVector<TimelineRow> &rows)
{
    Scale scale {1e9, -1e9, 1};
    for (const TimelineRow &row : rows) {
        for (const auto &time : {row.from, row.to}) {
            if (time) {
                scale.first = std::min(scale.first, *time);
                scale.last = std::max(scale.last, *time);
            }
        }
    }
    if (scale.last < scale.first) {
        return {};
    }
    scale.first = std::floor(scale.first);
    scale.last = std::max(scale.last, scale.first + 1);
    constexpr std::array steps {1, 2, 5, 10, 20, 50};
    const auto *step = std::ranges::find_if(steps,
                                            [&](int s) { return (scale.last - scale.first) / s <= 6; });
    scale.step = step == steps.end() ? 50 : *step;
    return scale;
}

void paintBar(QPainter &painter, const TimelineRow &row, const Scale &scale, const QRectF &area)
{
    const QRgb colour = row.study ? ink::infoTint : row.ongoing ? ink::accent : ink::accentTint;
    const qreal middle = area.center().y();
    if (row.from && row.to) {
        const qreal left = area.left() + scale.xOf(*row.from, area.width());
        const qreal right = area.left() + scale.xOf(*row.to, area.width());
        const qreal width = std::max(right - left, barHeight);
        const qreal start = std::min(left, area.right() - width);
        fillRect(painter, {start, middle - barHeight / 2, width, barHeight}, colour, barHeight / 2);
    } else if (row.from || row.to) {
        const qreal x = area.left() + scale.xOf(row.from ? *row.from : *row.to, area.width());
        drawDot(painter, {std::clamp(x, area.left() + 4, area.right() - 4), middle}, barHeight / 2, colour);
    }
}

/// What and where: below each other, or in one line.
Piece rowText(const TimelineRow &row, qreal width, bool compact, SetTexts &texts)
{
    const QString first = row.title.isEmpty() ? row.place : row.title;
    const QString second = row.title.isEmpty() ? QString() : row.place;
    if (compact) {
        QVector<Span> spans {Span {first, {}, ink::text, true}};
        if (!second.isEmpty()) {
            spans << Span {u", "_s, {}, 0} << Span {second, {}, 0};
        }
        return texts.piece(spans, {9, 14, ink::muted}, width, 2);
    }
    return stacked({texts.piece(first, {9.5, 14, ink::text, Weight::semiBold}, width, 2),
                    texts.piece(second, {9, 13, ink::muted}, width, 1)},
                   0);
}

Piece rowPiece(const TimelineRow &row, const Scale &scale, qreal width, bool compact, SetTexts &texts)
{
    const bool bars = scale.isValid();
    const qreal textLeft = bars ? yearsColumn : gap::medium;
    const qreal barLeft = std::round(width * 0.62);
    const qreal textWidth = (bars ? barLeft - gap::medium : width) - textLeft;
    Piece text = rowText(row, textWidth, compact, texts);
    const qreal height = text.height;
    Piece marks {height, [row, scale, barLeft, width, bars](QPainter &painter, QPointF at) {
                     if (bars) {
                         paintBar(painter, row, scale, {at.x() + barLeft, at.y() + 1, width - barLeft, 12});
                     } else {
                         drawDot(painter, at + QPointF(3, 7), 3, row.study ? ink::info : ink::accent);
                     }
                 }};
    std::vector<Placed> parts {{textLeft, std::move(text)}, {0, std::move(marks)}};
    if (bars) {
        parts.push_back({0, texts.piece(row.years, {9, 14, ink::muted}, yearsColumn - gap::small, 1)});
    }
    return beside(std::move(parts));
}

void paintAxis(QPainter &painter, QPointF at, const Scale &scale, const QRectF &area)
{
    const TextStyle small {7.5, 10, ink::muted};
    const double firstMark = std::ceil(scale.first / scale.step) * scale.step;
    for (double year = firstMark; year <= scale.last; year += scale.step) {
        const qreal x = at.x() + area.left() + scale.xOf(year, area.width());
        drawLine(painter, {x, at.y()}, {x, at.y() + area.height()}, ink::line, 0.6);
        const TextBlock label(yearText(year), small, 60, 1);
        const qreal left = std::min(x - label.usedWidth() / 2, at.x() + area.right() - label.usedWidth());
        label.draw(painter, {left, at.y() + area.height() + 3});
    }
}

QVector<TimelineRow> shownRows(const QVector<TimelineRow> &rows, const TimelineStyle &style)
{
    QVector<TimelineRow> positions;
    QVector<TimelineRow> schools;
    for (const TimelineRow &row : rows) {
        (row.study ? schools : positions) << row;
    }
    const auto isAsked = [](const TimelineRow &row) { return row.asked; };
    return shortlist(positions, style.positions, isAsked) + shortlist(schools, style.schools, isAsked);
}

} // namespace

QVector<TimelineRow> timelineRows(const Contact &contact, QDate today)
{
    const double now = today.year() + (today.dayOfYear() - 1) / 366.0;
    QVector<TimelineRow> rows;
    const auto add = [&](TimelineRow row) {
        if (!row.title.isEmpty() || !row.place.isEmpty()) {
            rows << std::move(row);
        }
    };
    for (const Position &position : contact.positions) {
        TimelineRow row = rowOf(position.title, position.company, position.from, position.to, now);
        if (truth::isOpenEnd(position.to) && row.from && *row.from <= now) {
            row.ongoing = true;
            row.to = now;
            row.years = yearsText(row, now);
        }
        add(std::move(row));
    }
    for (const School &school : contact.schools) {
        const QStringList what {cleanValue(school.degree), cleanValue(school.field)};
        QString title = what[0];
        title += what[0].isEmpty() || what[1].isEmpty() ? what[1] : u", "_s + what[1];
        TimelineRow row = rowOf(title, school.name, school.from, school.to, now);
        row.study = true;
        add(std::move(row));
    }
    return rows;
}

Piece timelinePiece(const QVector<TimelineRow> &rows, qreal width, const TimelineStyle &style,
                    SetTexts &texts)
{
    const QVector<TimelineRow> shown = shownRows(rows, style);
    const Scale scale = scaleOf(shown);
    std::vector<Piece> pieces;
    for (const TimelineRow &row : shown) {
        pieces.push_back(rowPiece(row, scale, width, style.compact, texts));
    }
    Piece list = stacked(std::move(pieces), shown.size() > 4 ? gap::hair : gap::small);
    if (scale.isValid()) {
        const qreal barLeft = std::round(width * 0.62);
        list = {list.height + axisHeight, [list, scale, barLeft, width](QPainter &painter, QPointF at) {
                    paintAxis(painter, at, scale, {barLeft, 0, width - barLeft, list.height});
                    list.paint(painter, at);
                }};
    }
    return stacked(
            {std::move(list),
             texts.piece(moreInTheProgram(rows.size() - shown.size()), {8.5, 12, ink::muted}, width, 1)},
            gap::small);
}

} // namespace crema::prep
