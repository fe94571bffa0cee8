// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/workbookfile.h"

#include <QSet>

namespace crema::exchange {

/// Reads the table:table that `xml` is at. `most` bytes are kept of it.
[[nodiscard]] Result<> readOdsTable(QXmlStreamReader &xml, qint64 most, SheetCells &sheet);

/// What a paragraph or a cell shows.
struct OdsText
{
    QString text;
    QStringList links;
    bool hasComment = false;
};

/// Adds the paragraph that `xml` is at, as one more line.
void addParagraph(QXmlStreamReader &xml, OdsText &into);

/// "14:30" of "PT14H30M00S"; what is no such thing stays as it is.
[[nodiscard]] QString odsTime(const QString &duration);
/// A number as people see it where that matters: `shown` when it has the same digits with zeros in front or
/// signs between.
[[nodiscard]] QString odsNumber(const QString &value, const QString &shown);

} // namespace crema::exchange
