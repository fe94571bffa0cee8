// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sheetlinks.h"

#include "base/text.h"
#include "base/wordset.h"
#include "contacts/identity.h"
#include "exchange/cellvalues.h"
#include "exchange/columns.h"
#include "model/contactdocument.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

#include <algorithm>
#include <span>
#include <tuple>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

/// A column with cells that link to something.
struct LinkedColumn
{
    QString header;
    Field field = Field::other; ///< by its name
    QSet<QString> texts; ///< what its linked cells show; two are enough to know
    int cells = 0;
    int shown = 0; ///< the column of what was shown; 0 for none yet
    int further = 0; ///< the column of the links
};

bool isBefore(const SheetCell &a, const SheetCell &b)
{
    return std::pair(a.row, a.column) < std::pair(b.row, b.column);
}

/// The names of the columns are looked for where the reader does it.
int findHeaderRow(const SheetCells &sheet)
{
    constexpr qsizetype below = 50;
    const QVector<Record> records = firstRecords(sheet, headerWindow + below);
    const qsizetype index = records.isEmpty() ? -1 : headerIndex(records);
    return index < 0 ? 0 : records[index].row;
}

bool isWeb(const QString &target)
{
    return target.startsWith("http://"_L1, Qt::CaseInsensitive)
            || target.startsWith("https://"_L1, Qt::CaseInsensitive);
}

/// Whether a column is for such links.
bool isFor(Field field, const QString &target)
{
    switch (field) {
    case Field::linkedinUrl:
    case Field::website:
        return isWeb(target);
    case Field::email:
        return isEmailAddress(target);
    case Field::phone:
        return !isWeb(target) && !isEmailAddress(target) && isPhoneNumber(target);
    default:
        return false;
    }
}

bool isAddress(const QString &text)
{
    return isEmailAddress(text) || !webAddressFrom(text).isEmpty();
}

/// "acme.example" of "HTTP://www.acme.example/".
QString essenceOf(const QString &address)
{
    QString plain = QUrl::fromPercentEncoding(address.toUtf8()).toLower();
    plain.remove(0, isWeb(plain) ? plain.indexOf("//"_L1) + 2 : 0);
    plain.remove(0, plain.startsWith("www."_L1) ? 4 : 0);
    while (plain.endsWith(u'/')) {
        plain.chop(1);
    }
    return plain;
}

/// What a link is called that says nothing of its own.
bool isLabel(const QString &text)
{
    static const QSet<QString> words = wordSet(
            u"link links url profile linkedin profil perfil website homepage here click open view see email "
            u"mail e "
            u"to visit my the on");
    const QStringList own = foldedWords(text);
    return std::ranges::all_of(own, [](const QString &word) { return words.contains(word); });
}

class LinkPlacing final
{
public:
    LinkPlacing(SheetCells &sheet, int headerRow)
        : m_sheet(sheet), m_headerRow(headerRow), m_known(sheet.cells.size())
    {
        for (const SheetCell &cell : sheet.cells) {
            m_width = std::max(m_width, cell.column);
        }
        for (const SheetLink &link : sheet.links) {
            m_width = std::max(m_width, link.column);
        }
    }

    void run()
    {
        mergeLinks();
        for (const SheetLink &link : std::as_const(m_sheet.links)) {
            countText(link);
        }
        for (const SheetLink &link : std::as_const(m_sheet.links)) {
            place(link);
        }
        m_sheet.links.clear();
        std::ranges::sort(m_sheet.cells, isBefore);
    }

    [[nodiscard]] const CellNotes &notes() const { return m_notes; }

private:
    /// One for each cell; several of one cell as lines.
    void mergeLinks()
    {
        const auto placeOf = [](const SheetLink &link) { return std::pair(link.row, link.column); };
        std::ranges::sort(m_sheet.links, {}, [](const SheetLink &link) {
            return std::tuple(link.row, link.column, link.target);
        });
        QVector<SheetLink> merged;
        for (const SheetLink &link : std::as_const(m_sheet.links)) {
            if (merged.isEmpty() || placeOf(merged.constLast()) != placeOf(link)) {
                merged << link;
            } else if (!merged.constLast().target.split(u'\n').contains(link.target)) {
                merged.last().target += u'\n' + link.target;
            }
        }
        m_sheet.links = std::move(merged);
    }

    SheetCell *cellAt(int row, int column)
    {
        const auto known = std::span(m_sheet.cells.data(), static_cast<size_t>(m_known));
        const auto found = std::ranges::lower_bound(known, SheetCell {row, column, 0, 0}, isBefore);
        return found != known.end() && found->row == row && found->column == column ? &*found : nullptr;
    }

    QString textAt(int row, int column)
    {
        const SheetCell *cell = cellAt(row, column);
        return cell == nullptr ? QString() : m_sheet.valueOf(*cell).trimmed();
    }

    void countText(const SheetLink &link)
    {
        auto known = m_columns.find(link.column);
        if (known == m_columns.end()) {
            LinkedColumn column;
            column.header = m_headerRow > 0 ? cleanLine(textAt(m_headerRow, link.column)) : QString();
            column.field = targetForHeader(column.header).field;
            known = m_columns.insert(link.column, column);
        }
        ++known->cells;
        if (known->texts.size() < 2) {
            known->texts << textAt(link.row, link.column);
        }
    }

    void place(const SheetLink &link)
    {
        const QString text = textAt(link.row, link.column);
        LinkedColumn &column = m_columns[link.column];
        if (link.row <= m_headerRow) {
            note(link, QT_TRANSLATE_NOOP("import", "the link of the cell %1 (\"%2\") was not kept: %3"),
                 text);
        } else if (text.isEmpty()) {
            put(link.row, link.column, link.target);
        } else if (isAddress(text) && essenceOf(text) != essenceOf(link.target)) {
            note(link,
                 QT_TRANSLATE_NOOP("import",
                                   "the cell %1 shows \"%2\" but links to \"%3\"; what it shows was read"),
                 text);
        } else if (isAddress(text) || text.contains(link.target, Qt::CaseInsensitive)) {
            return; // the same
        } else if (isFor(column.field, link.target) || (isLabel(text) && !isNameField(column.field))) {
            put(link.row, link.column, link.target);
            if (!isMereLabel(link, text, column)) {
                put(link.row, furtherColumn(column.shown, column.header + " as shown"_L1), text);
            }
        } else {
            const QString name = column.header.isEmpty() ? u"Link"_s : column.header + " link"_L1;
            put(link.row, furtherColumn(column.further, name), link.target);
        }
    }

    /// Also where all cells show the same, and where another cell of the row says it.
    bool isMereLabel(const SheetLink &link, const QString &text, const LinkedColumn &column)
    {
        if (isLabel(text) || fold(text) == fold(column.header)
            || (column.cells > 1 && column.texts.size() == 1)) {
            return true;
        }
        for (int other = 1; other <= std::min(m_width, 100); ++other) {
            if (other != link.column && textAt(link.row, other) == text) {
                return true;
            }
        }
        return false;
    }

    int furtherColumn(int &column, const QString &name)
    {
        if (column == 0) {
            column = ++m_width;
            if (m_headerRow > 0) {
                put(m_headerRow, column, name);
            }
        }
        return column;
    }

    void put(int row, int column, const QString &value)
    {
        SheetCell *cell = cellAt(row, column);
        if (cell == nullptr) {
            m_sheet.add(row, column, QStringView(value));
            return;
        }
        const QByteArray utf8 = value.toUtf8();
        cell->at = m_sheet.text.size();
        cell->size = utf8.size();
        m_sheet.text += utf8;
    }

    void note(const SheetLink &link, const char *words, const QString &text)
    {
        m_notes.add(link.row,
                    QCoreApplication::translate("import", words)
                            .arg(cellName(link.row, link.column), text, link.target));
    }

    SheetCells &m_sheet;
    int m_headerRow;
    qsizetype m_known; ///< cells that the sheet had: they are in order
    int m_width = 0;
    QHash<int, LinkedColumn> m_columns;
    CellNotes m_notes;
};

} // namespace

std::optional<LinkFormula> linkOfFormula(const QString &formula)
{
    if (!formula.contains("HYPERLINK"_L1, Qt::CaseInsensitive)) {
        return std::nullopt;
    }
    static const QRegularExpression link(
            uR"~(^(?:of:)?=?\s*HYPERLINK\(\s*"((?:[^"]|"")*)"\s*(?:[,;]\s*"((?:[^"]|"")*)"\s*)?(?:[,;][^"]*)?\)\s*$)~"_s,
            QRegularExpression::CaseInsensitiveOption);
    const auto match = link.match(formula);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const auto plain = [](QString text) { return text.replace("\"\""_L1, "\""_L1); };
    const QString target = plain(match.captured(1));
    return LinkFormula {target, match.capturedLength(2) > 0 ? plain(match.captured(2)) : target};
}

void placeLinks(SheetCells &sheet, std::optional<int> headerRow, QVector<RowNote> &notes)
{
    if (sheet.links.isEmpty()) {
        return;
    }
    LinkPlacing placing(sheet, headerRow ? *headerRow : findHeaderRow(sheet));
    placing.run();
    notes += placing.notes().first;
    if (placing.notes().more > 0) {
        notes << RowNote {
                placing.notes().first.constLast().row,
                QCoreApplication::translate("import", "and %1 more cells below that link to something else")
                        .arg(placing.notes().more)};
    }
}

} // namespace crema::exchange
