// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/keyvalueblocks.h"

#include "base/text.h"
#include "exchange/columns.h"
#include "exchange/contactscsv.h"

#include <QRegularExpression>
#include <QStringList>
#include <QVector>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

constexpr size_t longest = 256 * 1024; // more is not typed

struct Block
{
    qsizetype line = 0; ///< its first one
    QStringList keys;
    QStringList values;
};

/// Reads the lines of a text that is nothing but blocks.
class BlocksReader final
{
public:
    void read(const QString &line)
    {
        static const QRegularExpression pair(
                u"^\\s*(?:[-*•]\\s+)?(\\p{L}[^:,;\\t\"]{0,39}?)\\s*:(?:\\s+(.*))?$"_s);
        ++m_line;
        const auto found = pair.match(line);
        if (line.trimmed().isEmpty()) {
            m_open = false;
        } else if (found.hasMatch()) {
            add(found.captured(1), found.captured(2).trimmed());
            ++m_pairs;
        } else if (m_open) {
            m_blocks.last().values.last() += u'\n' + line.trimmed();
            ++m_continuations;
        } else {
            ++m_strays;
        }
    }

    /// Blocks of people, nearly all of it in pairs.
    [[nodiscard]] bool areOfPeople() const
    {
        constexpr auto most = 2;
        return !m_blocks.isEmpty() && m_strays == 0 && m_pairs >= m_continuations * most
                && std::ranges::all_of(m_blocks, isOfPerson);
    }

    [[nodiscard]] const QVector<Block> &blocks() const { return m_blocks; }

private:
    void add(const QString &key, const QString &value)
    {
        if (!m_open || fold(key) == fold(m_blocks.constLast().keys.constFirst())) {
            m_blocks << Block {m_line, {}, {}};
            m_open = true;
        }
        Block &block = m_blocks.last();
        QString name = key;
        for (int n = 2; block.keys.contains(name, Qt::CaseInsensitive); ++n) {
            name = u"%1 %2"_s.arg(key).arg(n);
        }
        block.keys << name;
        block.values << value;
    }

    /// Half of what it says is what contacts have, and somebody is named.
    static bool isOfPerson(const Block &block)
    {
        qsizetype known = 0;
        ColumnMapping mapping;
        for (const QString &key : block.keys) {
            mapping.columns << targetForHeader(key);
            known += mapping.columns.constLast().field != Field::other;
        }
        return known >= 2 && known * 2 >= block.keys.size() && mapping.namesPeople();
    }

    QVector<Block> m_blocks;
    qsizetype m_line = 0;
    qsizetype m_pairs = 0;
    qsizetype m_continuations = 0;
    qsizetype m_strays = 0;
    bool m_open = false;
};

QStringList allKeys(const QVector<Block> &blocks)
{
    QStringList keys;
    for (const Block &block : blocks) {
        for (const QString &key : block.keys) {
            if (!keys.contains(key, Qt::CaseInsensitive)) {
                keys << key;
            }
        }
    }
    return keys;
}

QByteArray tableOf(const QVector<Block> &blocks)
{
    const QStringList keys = allKeys(blocks);
    QByteArray table = csvRow(keys, CsvStyle::raw);
    qsizetype row = 1;
    for (const Block &block : blocks) {
        for (; row < block.line; ++row) { // the row of a person is the line of their block
            table += '\n';
        }
        QStringList cells;
        for (const QString &key : keys) {
            const auto found = std::ranges::find_if(block.keys, [&key](const QString &own) {
                return own.compare(key, Qt::CaseInsensitive) == 0;
            });
            cells << (found == block.keys.end() ? QString() : block.values[found - block.keys.begin()]);
        }
        table += csvRow(cells, CsvStyle::raw);
        ++row;
    }
    return table;
}

} // namespace

std::optional<QByteArray> tableOfBlocks(std::string_view text)
{
    if (text.size() > longest || !text.contains(':')) {
        return std::nullopt;
    }
    BlocksReader reader;
    const auto lines = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    for (const QString &line : lines.split(u'\n')) {
        reader.read(line.endsWith(u'\r') ? line.chopped(1) : line);
    }
    return reader.areOfPeople() ? std::optional(tableOf(reader.blocks())) : std::nullopt;
}

} // namespace crema::exchange
