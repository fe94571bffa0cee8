// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/markdowntable.h"

#include "exchange/contactscsv.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

bool isRule(const QString &line)
{
    static const QRegularExpression rule(
            u"^\\s*(?:\\|\\s*:?-{2,}:?\\s*(?:\\|\\s*:?-{2,}:?\\s*)*\\|?|:?-{2,}:?\\s*(?:\\|\\s*:?-{2,}:?\\s*)+\\|?)\\s*$"_s);
    return line.contains(rule);
}

/// "**Ann Lee**", "_Ann Lee_", "`ann@x.example`"; the signs within a cell may be meant.
QString withoutEmphasis(const QString &cell)
{
    static const QRegularExpression whole(u"^(\\*{1,3}|_{1,3}|`)(?=\\S)(.+)(?<=\\S)\\1$"_s);
    static const QRegularExpression bold(u"(\\*\\*|__)(?=\\S)(.+?)(?<=\\S)\\1"_s);
    QString plain = cell;
    plain.replace(whole, u"\\2"_s);
    return plain.replace(bold, u"\\2"_s);
}

QStringList cellsOf(const QString &line)
{
    static const QRegularExpression bar(u"(?<!\\\\)\\|"_s);
    QString inner = line.trimmed();
    if (inner.startsWith(u'|')) {
        inner = inner.sliced(1);
    }
    if (inner.endsWith(u'|') && !inner.endsWith("\\|"_L1)) {
        inner.chop(1);
    }
    QStringList cells;
    for (const QString &cell : inner.split(bar)) {
        cells << withoutEmphasis(QString(cell).replace("\\|"_L1, "|"_L1).trimmed());
    }
    return cells;
}

} // namespace

std::optional<QByteArray> tableOfMarkdown(std::string_view text)
{
    constexpr size_t longest = 4 * 1024 * 1024;
    constexpr qsizetype window = 20;
    if (text.size() > longest || !text.contains("--") || !text.contains('|')) {
        return std::nullopt;
    }
    const QStringList lines =
            QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).remove(u'\r').split(u'\n');
    const QStringList top = lines.first(std::min(window, lines.size()));
    const auto rule = std::ranges::find_if(top, isRule) - top.begin();
    if (rule == 0 || rule == top.size() || !top[rule - 1].contains(u'|')) {
        return std::nullopt;
    }
    QByteArray table;
    for (const QString &line : lines) {
        table += isRule(line) || line.trimmed().isEmpty() ? QByteArray("\r\n")
                                                          : csvRow(cellsOf(line), CsvStyle::raw);
    }
    return table;
}

} // namespace crema::exchange
