// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/markdowntable.h"

#include "exchange/contactscsv.h"
#include "exchange/quotedcells.h"

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

/// Whether a line of dashes below the names of columns is among the first.
bool hasRule(std::string_view text)
{
    constexpr int window = 20;
    bool isBelowCells = false;
    for (size_t start = 0, line = 0; line < window && start < text.size(); ++line) {
        const size_t end = std::min(text.find('\n', start), text.size());
        const auto words = QString::fromUtf8(text.data() + start, static_cast<qsizetype>(end - start));
        if (isBelowCells && isRule(words) && !isWithinQuotes(text, start)) {
            return true;
        }
        isBelowCells = words.contains(u'|');
        start = end + 1;
    }
    return false;
}

/// "||Name||Email||" above "|Ann Lee|ann@x.example|", as wikis of Atlassian write
/// (https://confluence.atlassian.com/doc/confluence-wiki-markup-251003035.html, "Tables").
bool isWikiHeader(const QString &line)
{
    const QString text = line.trimmed();
    return text.size() > 4 && text.startsWith("||"_L1) && text.endsWith("||"_L1);
}

} // namespace

std::optional<QByteArray> tableOfMarkdown(std::string_view text)
{
    constexpr size_t longest = 4 * 1024 * 1024;
    if (text.size() > longest || !text.contains('|')) {
        return std::nullopt;
    }
    QStringList lines =
            QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).remove(u'\r').split(u'\n');
    if (isWikiHeader(lines.constFirst())) {
        lines.first().replace("||"_L1, "|"_L1);
    } else if (!hasRule(text)) {
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
