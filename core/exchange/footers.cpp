// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/footers.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

QStringList filledCells(const CsvRow &row)
{
    QStringList cells;
    for (const std::string_view cell : row.cells) {
        const QString text = QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())).simplified();
        if (!text.isEmpty()) {
            cells << text;
        }
    }
    return cells;
}

bool isNumber(const QString &text)
{
    return std::ranges::all_of(
            text, [](QChar c) { return c.isDigit() || c.isSpace() || u"+-.,%$€£()/:="_s.contains(c); });
}

QRegularExpression insensitive(const QString &pattern)
{
    return QRegularExpression(pattern,
                              QRegularExpression::CaseInsensitiveOption
                                      | QRegularExpression::UseUnicodePropertiesOption);
}

/// A word for a sum, which stands beside numbers only.
bool isTotal(const QStringList &cells)
{
    static const QRegularExpression total = insensitive(
            u"^(?:(?:grand|sub|overall)[ "
            u"-]?totals?|totals?|sum|count|average|avg|gesamt(?:summe|zahl)?|insgesamt"
            u"|summe|anzahl|zwischensumme|somme|nombre|moyenne|suma|totale|somma|totaal|aantal)\\s*[:=]?$"_s);
    return total.match(cells.constFirst()).hasMatch()
            && std::all_of(cells.begin() + 1, cells.end(), isNumber);
}

/// "Total: 4", "Number of contacts: 12", "12 records".
bool isCount(const QString &cell)
{
    static const QRegularExpression count = insensitive(
            u"^(?:(?:(?:grand|sub)?[ -]?totals?|sum|count|gesamt|summe|anzahl|somme|suma)(?: \\w+)?"
            u"|(?:total )?(?:number|no\\.?|nr\\.?|count) of \\w+)\\s*[:=]\\s*[\\d.,]+$"
            u"|^\\(?[\\d.,]+ (?:total "
            u")?(?:contacts?|records?|rows?|people|persons|entries|results?|members?|leads?"
            u"|connections?|zeilen|lignes|filas|righe|kontakte|einträge|contactos|registros)(?: (?:in total|found|exported|selected|affected|returned))?\\)?\\.?$"_s);
    return count.match(cell).hasMatch();
}

/// A sentence about the file.
bool isRemark(const QString &cell)
{
    static const QRegularExpression remark = insensitive(
            u"^(?:(?:page|seite|página|pagina) \\d+(?: ?(?:of|von|de|sur|di|/) ?\\d+)?$"
            u"|(?:generated|exported|printed|downloaded|created|report (?:generated|created|run)) "
            u"(?:on|by|at|with|from)\\b|export (?:from|of|date)\\b|report (?:generated|date)\\b"
            u"|(?:copyright|©|\\(c\\)) ?|confidential(?:$| information|ity)|end of "
            u"(?:report|file|list|data|export)"
            u"|\\d+ rows?(?:\\(s\\))? (?:returned|in set|affected|selected|fetched|exported)\\b|query "
            u"returned \\d+ rows?\\b"
            u"|\\d+ row\\(s\\)|completion time: \\d|time: [\\d.,]+ ?m?s$|records?: \\d+$|-- ?end of \\w+ ?--$"
            u"|(?:[-=*_#~] ?){3,}"
            u"|[^\\p{L}\\p{N}\\s]{1,3}\\s*=\\s*\\S|\\p{L}{1,2}\\s*=\\s*\\p{L})"_s); // a legend: "* = replied"
    return remark.match(cell).hasMatch();
}

} // namespace

bool isHeading(const CsvRow &row)
{
    static const QRegularExpression heading = insensitive(
            u"^(?:(?:investment |commercial |private )?banking|(?:management |strategy "
            u")?consulting|finance|tech"
            u"|technology|software|marketing|sales|legal|healthcare|media|start-?ups?|venture capital"
            u"|private equity|hedge funds?|asset management|real "
            u"estate|insurance|accounting|audit|engineering"
            u"|product|design|research|government|non-?profits?|education|academia|recruiters?|recruiting|"
            u"alumni"
            u"|friends|family|mentors|professors|faculty|students|speakers|companies|firms|contacts|referrals"
            u"|leads|prospects|to contact|contacted|not contacted|replied|in "
            u"progress|pending|done|others?|misc"
            u"|miscellaneous|(?:tier|week|round|group|batch|list) \\d+|(?:high|medium|low)(?: priority)?)\\s*:?$"_s);
    const auto isFilled = [](std::string_view cell) {
        return cell.find_first_not_of(" \t\r\n") != std::string_view::npos;
    };
    if (row.cells.size() < 2 || std::ranges::count_if(row.cells, isFilled) > 1) {
        return false; // nearly always, and sooner told than with the texts
    }
    const QStringList cells = filledCells(row);
    return cells.size() == 1 && cells.constFirst().contains(heading);
}

bool isCaption(const CsvRow &row)
{
    const auto isFilled = [](std::string_view cell) {
        return cell.find_first_not_of(" \t\r\n") != std::string_view::npos;
    };
    if (std::ranges::count_if(row.cells, isFilled) != 1) {
        return false; // nearly always
    }
    const QString text = filledCells(row).value(0);
    return text.endsWith(u':') || text.endsWith(u'：');
}

bool isFooter(const CsvRow &row)
{
    const QStringList cells = filledCells(row);
    if (cells.isEmpty()) {
        return false;
    }
    const bool alone = cells.size() == 1;
    const bool isRule = cells.size() > 1
            && std::ranges::all_of(cells, [](const QString &cell) { // below the names
                            return cell.size() >= 3 && std::ranges::all_of(cell, [](QChar c) {
                                       return c == u'-' || c == u'=';
                                   });
                        });
    if (isRule) {
        return true;
    }
    return isTotal(cells) || (alone && isRemark(cells.constFirst()))
            || (isCount(cells.constFirst()) && std::all_of(cells.begin() + 1, cells.end(), isNumber));
}

} // namespace crema::exchange
