// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/table.h"

#include "base/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

constexpr qsizetype widestCell = 40;

bool isWide(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3)
            || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60)
            || (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}

qsizetype widthOf(const QString &text)
{
    qsizetype width = 0;
    for (const char32_t c : text.toUcs4()) {
        width += QChar::isMark(c) ? 0 : isWide(c) ? 2 : 1;
    }
    return width;
}

QString cell(const QString &text)
{
    return elided(cleanLine(text), widestCell);
}

QString line(const QStringList &cells, const QVector<qsizetype> &widths)
{
    QString text;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        text += cells[i];
        if (i + 1 < cells.size()) {
            text += QString(widths[i] - widthOf(cells[i]) + 2, u' ');
        }
    }
    return text + u'\n';
}

} // namespace

QString tableText(const QStringList &header, const QVector<QStringList> &rows)
{
    QVector<QStringList> cells {header};
    for (const QStringList &row : rows) {
        QStringList shown;
        for (const QString &text : row) {
            shown << cell(text);
        }
        cells << shown;
    }
    QVector<qsizetype> widths(header.size(), 0);
    for (const QStringList &row : std::as_const(cells)) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], widthOf(row[i]));
        }
    }
    QString text;
    for (const QStringList &row : std::as_const(cells)) {
        text += line(row, widths);
    }
    return text;
}

} // namespace crema::app
