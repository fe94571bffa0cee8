// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recordindex.h"

#include "base/parallel.h"
#include "store/searchtext.h"

#include <algorithm>
#include <span>

namespace crema::store {

namespace {

constexpr const char *insertKeys = "INSERT OR IGNORE INTO lookup(key,kind,rid) VALUES";
constexpr const char *insertWords = "INSERT OR REPLACE INTO contact_words(rid,words) VALUES";

} // namespace

RecordIndex::RecordIndex(Connection &connection, KeysOf keysOf)
    : m_connection(connection), m_keysOf(std::move(keysOf)),
      m_addKey(connection, insertKeys + QByteArray("(?1,?2,?3)")),
      m_addSomeKeys(connection, insertKeys + valuesOfRows("(?,?,?)")),
      m_dropKey(connection, "DELETE FROM lookup WHERE key=?1 AND kind=?2 AND rid=?3"),
      m_setWords(connection, insertWords + QByteArray("(?1,?2)")),
      m_setSomeWords(connection, insertWords + valuesOfRows("(?,?)")),
      m_dropWords(connection, "DELETE FROM contact_words WHERE rid=?1"),
      m_setText(connection, "INSERT OR REPLACE INTO fulltext(rowid,title,text) VALUES(?1,?2,?3)"),
      m_dropText(connection, "DELETE FROM fulltext WHERE rowid=?1")
{
}

RecordIndex::Entry RecordIndex::entryOf(Kind kind, const QString &id, const Json &body) const
{
    return indexEntryOf(m_keysOf(kind, id, body), kind, body);
}

RecordIndex::Entry indexEntryOf(const QStringList &keys, Kind kind, const Json &body)
{
    RecordIndex::Entry entry;
    for (const QString &key : keys) {
        entry.keys.push_back(keyHash(key));
    }
    std::ranges::sort(entry.keys);
    const auto twice = std::ranges::unique(entry.keys);
    entry.keys.erase(twice.begin(), twice.end());
    if (kind == Kind::contact) {
        entry.words = peopleWordsOf(body);
    }
    entry.text = longTextOf(kind, body);
    return entry;
}

Result<> RecordIndex::addKeys(Kind kind, qint64 rid, const std::vector<qint64> &keys)
{
    for (const qint64 key : keys) {
        if (const auto added = m_addKey.bind(1, key).bind(2, static_cast<int>(kind)).bind(3, rid).run();
            !added) {
            return added;
        }
    }
    return {};
}

Result<> RecordIndex::addKeys(std::vector<Key> keys)
{
    const std::vector<Key> sorted = sortedInParallel(std::move(keys));
    for (std::span<const Key> rest(sorted); !rest.empty();) {
        const auto some = rest.first(rest.size() >= rowsAtOnce ? rowsAtOnce : 1);
        rest = rest.subspan(some.size());
        Statement &add = some.size() == 1 ? m_addKey : m_addSomeKeys;
        int parameter = 1;
        for (const Key &key : some) {
            add.bind(parameter, key.key)
                    .bind(parameter + 1, static_cast<int>(key.kind))
                    .bind(parameter + 2, key.rid);
            parameter += 3;
        }
        if (const auto added = add.run(); !added) {
            return added;
        }
    }
    return {};
}

Result<> RecordIndex::add(Kind kind, qint64 rid, const Entry &entry)
{
    if (const auto added = addKeys(kind, rid, entry.keys); !added) {
        return added;
    }
    if (kind == Kind::contact) {
        if (const auto set = setWords(rid, entry.words); !set) {
            return set;
        }
    }
    return entry.text == LongText {} ? Result<> {} : addText(kind, rid, entry.text);
}

Result<> RecordIndex::replace(Kind kind, qint64 rid, const Entry &before, const Entry &after)
{
    if (before.keys != after.keys) {
        for (const qint64 key : before.keys) {
            m_dropKey.bind(1, key).bind(2, static_cast<int>(kind)).bind(3, rid);
            if (const auto dropped = m_dropKey.run(); !dropped) {
                return dropped;
            }
        }
        if (const auto added = addKeys(kind, rid, after.keys); !added) {
            return added;
        }
    }
    if (before.words != after.words) {
        if (const auto set = setWords(rid, after.words); !set) {
            return set;
        }
    }
    return before.text == after.text ? Result<> {} : addText(kind, rid, after.text);
}

Result<> RecordIndex::remove(Kind kind, qint64 rid)
{
    if (kind == Kind::contact) {
        if (const auto dropped = m_dropWords.bind(1, rid).run(); !dropped) {
            return dropped;
        }
    }
    return m_dropText.bind(1, fulltextRowId(kind, rid)).run();
}

Result<> RecordIndex::dropKeys(Kind kind, qint64 first, qint64 last)
{
    Statement drop(m_connection,
                   QByteArray("DELETE FROM lookup WHERE kind=?1 AND rid BETWEEN ?2 AND ?3 AND rid NOT IN "
                              "(SELECT rid FROM ")
                           + tableOf(kind).name + ")");
    return drop.bind(1, static_cast<int>(kind)).bind(2, first).bind(3, last).run();
}

Result<> RecordIndex::setWords(qint64 rid, std::string_view words)
{
    return m_setWords.bind(1, rid).bindView(2, words).run();
}

Result<> RecordIndex::setWords(qint64 firstRid, const std::vector<std::string_view> &words)
{
    if (words.size() == rowsAtOnce) {
        int parameter = 1;
        for (qint64 rid = firstRid; const std::string_view one : words) {
            m_setSomeWords.bind(parameter, rid++).bindView(parameter + 1, one);
            parameter += 2;
        }
        return m_setSomeWords.run();
    }
    for (qint64 rid = firstRid; const std::string_view one : words) {
        if (const auto set = setWords(rid++, one); !set) {
            return set;
        }
    }
    return {};
}

Result<> RecordIndex::addText(Kind kind, qint64 rid, const LongText &text)
{
    const qint64 row = fulltextRowId(kind, rid);
    std::string title;
    std::string words;
    appendWords(title, text.title);
    appendWords(words, text.text);
    if (words.empty() && title.empty()) {
        return m_dropText.bind(1, row).run();
    }
    return m_setText.bind(1, row).bindView(2, title).bindView(3, words).run();
}

} // namespace crema::store
