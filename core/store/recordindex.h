// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/keyhash.h"
#include "store/connection.h"
#include "store/schema.h"

#include <QStringList>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace crema::store {

/// Gives the keys by which a record is recognised (identity of contacts); see Reader::withKey. Called on the
/// writer thread and on workers, several at once. The store keeps the hash of each (keyHash): two keys of one
/// workspace practically never share it, and who finds a record by key compares the record anyway.
using KeysOf = std::function<QStringList(Kind kind, const QString &id, const Json &body)>;

/// Everything by which records are found again: keys, words of contacts, words of long texts. Works
/// inside a transaction of the caller.
class RecordIndex final
{
public:
    RecordIndex(Connection &connection, KeysOf keysOf);

    struct Entry
    {
        std::vector<qint64> keys; ///< sorted
        std::string words;
        LongText text;
    };
    [[nodiscard]] Entry entryOf(Kind kind, const QString &id, const Json &body) const;
    [[nodiscard]] const KeysOf &keysOf() const { return m_keysOf; }

    /// Of a new record.
    [[nodiscard]] Result<> add(Kind kind, qint64 rid, const Entry &entry);
    struct Key
    {
        qint64 key = 0;
        Kind kind = Kind::contact;
        qint64 rid = 0;

        [[nodiscard]] auto operator<=>(const Key &) const = default;
    };
    /// Of many new records. In the order of the index: each of its pages is written once, not once a record.
    [[nodiscard]] Result<> addKeys(std::vector<Key> keys);
    /// Of a changed record; touches only what differs.
    [[nodiscard]] Result<> replace(Kind kind, qint64 rid, const Entry &before, const Entry &after);
    /// Words and texts. Keys go with dropKeys, once for many records.
    [[nodiscard]] Result<> remove(Kind kind, qint64 rid);
    /// The keys of records from `first` to `last` that are not there any more. Reads all keys: there is no
    /// index by record, which would cost each import more than the few deletions gain.
    [[nodiscard]] Result<> dropKeys(Kind kind, qint64 first, qint64 last);
    /// The long texts of a record, whether they are there already or not.
    [[nodiscard]] Result<> addText(Kind kind, qint64 rid, const LongText &text);
    /// The same of a contact's words.
    [[nodiscard]] Result<> setWords(qint64 rid, std::string_view words);
    /// Of contacts whose rowids follow one another.
    [[nodiscard]] Result<> setWords(qint64 firstRid, const std::vector<std::string_view> &words);

private:
    [[nodiscard]] Result<> addKeys(Kind kind, qint64 rid, const std::vector<qint64> &keys);

    Connection &m_connection;
    KeysOf m_keysOf;
    Statement m_addKey;
    Statement m_addSomeKeys; ///< `rowsAtOnce` of them
    Statement m_dropKey;
    Statement m_setWords;
    Statement m_setSomeWords;
    Statement m_dropWords;
    Statement m_setText;
    Statement m_dropText;
};

/// What a record is found by.
[[nodiscard]] RecordIndex::Entry indexEntryOf(const QStringList &keys, Kind kind, const Json &body);

} // namespace crema::store
