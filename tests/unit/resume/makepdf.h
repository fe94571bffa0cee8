// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QVector>

namespace crema::test {

/// Words set at one place of a page; points, y upwards from the lower edge as in PDF.
struct SetText
{
    SetText() = default;
    SetText(double left, double base, QString words, double points = 10, double letterRoom = 0,
            QString link = {})
        : x(left), y(base), text(std::move(words)), size(points), letterSpace(letterRoom),
          url(std::move(link))
    {
    }

    double x = 0;
    double y = 0;
    QString text; ///< Latin-1
    double size = 10;
    double letterSpace = 0; ///< extra room after every letter
    QString url; ///< where a click on it leads
};

/// A PDF with one page (595 x 842) that shows `texts` in Helvetica, drawn in the order given.
[[nodiscard]] QByteArray makePdf(const QVector<SetText> &texts);

/// Lines one below the other, as one column.
[[nodiscard]] QVector<SetText> column(double x, double top, const QStringList &lines, double pitch = 14);

} // namespace crema::test
