// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/checkparts.h"
#include "store/mending.h"
#include "store/searchtext.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

struct Range
{
    Kind kind = Kind::contact;
    qint64 first = 0;
    qint64 last = 0;
};

/// The stored keys of one record after the other, in the order of their rows.
class KeysInOrder
{
public:
    KeysInOrder(Connection &connection, Kind kind)
        : m_keys(connection, "SELECT rid, key FROM lookup WHERE kind=?1 ORDER BY rid, key")
    {
        m_more = m_keys.bind(1, static_cast<int>(kind)).step();
    }

    /// Of this record, which stands behind the one asked for before.
    [[nodiscard]] std::vector<qint64> of(qint64 rid)
    {
        std::vector<qint64> keys;
        for (; m_more && m_keys.integer(0) <= rid; m_more = m_keys.step()) {
            if (m_keys.integer(0) == rid) {
                keys.push_back(m_keys.integer(1));
            }
        }
        return keys;
    }

    [[nodiscard]] const Statement &statement() const { return m_keys; }

private:
    Statement m_keys;
    bool m_more = false;
};

/// Compares what is stored beside a body with what is made of it.
class RecordCheck
{
public:
    RecordCheck(Connection &connection, const KeysOf &keysOf, Problems &problems)
        : m_connection(connection), m_problems(problems), m_hasKeys(static_cast<bool>(keysOf)),
          m_index(
                  connection,
                  keysOf ? keysOf : [](Kind, const QString &, const Json &) { return QStringList(); }),
          m_words(connection, "SELECT words FROM contact_words WHERE rid=?1"),
          m_text(connection, "SELECT title, text FROM fulltext WHERE rowid=?1")
    {
        Statement ranges(connection, "SELECT kind, rid, last_rid FROM unindexed");
        while (ranges.step()) {
            m_unindexed.push_back(
                    {static_cast<Kind>(ranges.integer(0)), ranges.integer(1), ranges.integer(2)});
        }
        Statement staged(connection, "SELECT op FROM staging");
        while (staged.step()) {
            m_staged.insert(staged.integer(0));
        }
    }

    void check(Kind kind)
    {
        const KindTable &table = tableOf(kind);
        QByteArray sql = "SELECT rid, id, op, body";
        for (const Projection &projection : table.projections) {
            sql += QByteArray(",") + projection.column;
        }
        Statement rows(m_connection, sql + " FROM " + table.name + " ORDER BY rid");
        KeysInOrder keys(m_connection, kind);
        while (rows.step()) {
            const QString id = rows.text(1);
            const auto body = parseJson(rows.view(3));
            if (!body || !body->is_object()) {
                m_problems.add(
                        "body",
                        u"The %1 \"%2\" cannot be read: its body is damaged."_s.arg(kindName(kind), id));
                continue;
            }
            for (int i = 0; i < static_cast<int>(table.projections.size()); ++i) {
                const Projection &projection = table.projections[static_cast<size_t>(i)];
                if (rows.view(4 + i) != QByteArrayView(projection.value(*body))) {
                    m_problems.add("column",
                                   u"The column \"%1\" of the %2 \"%3\" is not what its body says."_s.arg(
                                           QString::fromLatin1(projection.column), kindName(kind), id));
                    break;
                }
            }
            const qint64 rid = rows.integer(0);
            const RecordIndex::Entry entry = m_index.entryOf(kind, id, *body);
            const bool indexed = !isUnindexed(kind, rid);
            if (kind == Kind::contact && indexed) {
                checkWords(rid, id, entry.words);
            }
            if (m_staged.contains(rows.integer(2))) {
                continue; // keys and long texts of a bulk follow when it is published
            }
            if (m_hasKeys && keys.of(rid) != entry.keys) {
                m_problems.add("keys",
                               u"The keys by which the %1 \"%2\" is recognised are not its own."_s.arg(
                                       kindName(kind), id));
            }
            if (indexed) {
                checkText(kind, rid, id, entry.text);
            }
        }
        m_problems.addFailure(rows);
        m_problems.addFailure(keys.statement());
    }

private:
    void checkWords(qint64 rid, const QString &id, const std::string &words)
    {
        const bool there = m_words.bind(1, rid).step();
        if (!there || m_words.view(0) != QByteArrayView(words)) {
            m_problems.add("words",
                           u"The search words of the contact \"%1\" are not those of the contact."_s.arg(id));
        }
        m_problems.addFailure(m_words);
        m_words.reset();
    }

    void checkText(Kind kind, qint64 rid, const QString &id, const LongText &text)
    {
        std::string title;
        std::string words;
        appendWords(title, text.title);
        appendWords(words, text.text);
        const bool there = m_text.bind(1, fulltextRowId(kind, rid)).step();
        const bool same = there
                ? m_text.view(0) == QByteArrayView(title) && m_text.view(1) == QByteArrayView(words)
                : title.empty() && words.empty();
        if (!same) {
            m_problems.add("text",
                           u"The text of the %1 \"%2\" cannot be found by search."_s.arg(kindName(kind), id));
        }
        m_problems.addFailure(m_text);
        m_text.reset();
    }

    bool isUnindexed(Kind kind, qint64 rid) const
    {
        return std::ranges::any_of(m_unindexed, [&](const Range &range) {
            return range.kind == kind && rid >= range.first && rid <= range.last;
        });
    }

    Connection &m_connection;
    Problems &m_problems;
    bool m_hasKeys;
    RecordIndex m_index;
    Statement m_words;
    Statement m_text;
    std::vector<Range> m_unindexed;
    QSet<qint64> m_staged;
};

/// One problem with the number of rows, when there are any.
void countBad(Connection &connection, const QByteArray &sql, const char16_t *words, Problems &problems)
{
    Statement count(connection, sql);
    if (count.step() && count.integer(0) > 0) {
        problems.add("count", QString::fromUtf16(words).arg(count.integer(0)));
    }
    problems.addFailure(count);
}

QByteArray numberOf(Kind kind)
{
    return QByteArray::number(static_cast<int>(kind));
}

/// "(kind=1 AND rid NOT IN (SELECT rid FROM contact)) OR ... OR kind NOT IN (1,...)"
QByteArray withoutRecord(const QByteArray &kindColumn, const QByteArray &ridColumn)
{
    QByteArray where;
    QByteArray known;
    for (const Kind kind : allKinds) {
        where += "(" + kindColumn + "=" + numberOf(kind) + " AND " + ridColumn + " NOT IN (SELECT rid FROM "
                + tableOf(kind).name + ")) OR ";
        known += (known.isEmpty() ? QByteArray() : QByteArray(",")) + numberOf(kind);
    }
    return where + kindColumn + " NOT IN (" + known + ")";
}

} // namespace

void checkRecords(Connection &connection, const KeysOf &keysOf, Problems &problems)
{
    RecordCheck check(connection, keysOf, problems);
    for (const Kind kind : allKinds) {
        check.check(kind);
    }
}

void checkHistory(Connection &connection, Problems &problems)
{
    for (const Kind kind : allKinds) {
        const QByteArray table = tableOf(kind).name;
        countBad(connection,
                 "SELECT count(*) FROM " + table
                         + " WHERE op NOT IN (SELECT seq FROM operation) OR device NOT IN (SELECT num FROM "
                           "device)",
                 u"%1 records name an operation or a device that is not there.", problems);
        countBad(connection, "SELECT count(*) FROM " + table + " WHERE " + impossibleState,
                 u"%1 records are in a state that there is not.", problems);
        countBad(connection,
                 "SELECT count(*) FROM sqlite_sequence WHERE name='" + table
                         + "' AND seq < (SELECT coalesce(max(rid),0) FROM " + table + ")",
                 u"%1 kinds of record would use a row number twice.", problems);
    }
    countBad(connection, "SELECT count(*) FROM field_mark WHERE " + withoutRecord("kind", "rid"),
             u"%1 marks are of records that are not there.", problems);
    countBad(connection,
             "SELECT count(*) FROM field_mark WHERE op NOT IN (SELECT seq FROM operation) AND op<>0",
             u"%1 marks name an operation that is not there.", problems);
    countBad(connection, "SELECT count(*) FROM contact_words WHERE rid NOT IN (SELECT rid FROM contact)",
             u"%1 lines of search words are of contacts that are not there.", problems);
    countBad(connection, "SELECT count(*) FROM lookup WHERE " + withoutRecord("kind", "rid"),
             u"%1 recognition keys are of records that are not there.", problems);
    countBad(connection, "SELECT count(*) FROM fulltext_docsize WHERE " + withoutRecord("(id%16)", "(id/16)"),
             u"%1 indexed texts are of records that are not there.", problems);
    countBad(connection, "SELECT count(*) FROM unindexed WHERE kind NOT BETWEEN 1 AND 7 OR last_rid < rid",
             u"%1 ranges that are still to be indexed make no sense.", problems);
    countBad(connection, "SELECT count(*) FROM staging WHERE op NOT IN (SELECT seq FROM operation)",
             u"%1 unfinished bulk operations are not there.", problems);
    countBad(connection, "SELECT count(*) FROM change WHERE op NOT IN (SELECT seq FROM operation)",
             u"%1 entries of the history are of operations that are not there.", problems);
    countBad(connection,
             "SELECT count(*) FROM change WHERE NOT json_valid(coalesce(before,'0')) OR NOT "
             "json_valid(coalesce(after,'0'))",
             u"%1 entries of the history cannot be read.", problems);
}

} // namespace crema::store
