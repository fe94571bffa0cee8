// SPDX-License-Identifier: GPL-3.0-or-later
// bench_search WORKSPACE : types forty names, firms and titles of the workspace key by key; each key is answered by the
// program's people search and by plain FTS5 (bm25, top 100) over the same fields. Prints p50 and p99 of both in
// milliseconds, and how many answers agree in their number of rows.
#include "store/connection.h"
#include "store/peoplesearch.h"
#include "base/text.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace crema;
using namespace crema::store;

namespace {

constexpr qsizetype longestTyped = 14;

double percentile(std::vector<double> &times, double share)
{
    std::ranges::sort(times);
    return times[static_cast<size_t>(static_cast<double>(times.size() - 1) * share)];
}

QByteArray ftsQuery(const QString &typed)
{
    QByteArray query;
    for (const QString &word : foldedWords(typed)) {
        query += '"' + word.toUtf8() + "\"* ";
    }
    return query;
}

/// FTS5 over exactly the text the program searches, in a database of its own.
bool buildFts(Connection &connection, const QString &workspace)
{
    Statement attach(connection, "ATTACH ?1 AS w");
    return attach.bind(1, workspace + QStringLiteral("/crema.db")).run().has_value()
            && connection.run("CREATE VIRTUAL TABLE f USING fts5(search, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')").has_value()
            && connection.run("INSERT INTO f(rowid, search) SELECT rid, search FROM w.contact WHERE state='live'").has_value();
}

QStringList wordsToType(Connection &connection)
{
    QStringList words;
    Statement pick(connection, "SELECT CASE rid%3 WHEN 0 THEN name WHEN 1 THEN company ELSE job_title END FROM w.contact WHERE "
                               "rid%(SELECT max(1,max(rid)/40) FROM w.contact)=0");
    while (pick.step()) {
        words << fold(pick.text(0)).left(longestTyped);
    }
    return words;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (argc != 2) {
        std::fprintf(stderr, "usage: bench_search WORKSPACE\n");
        return 2;
    }
    const QString workspace = QString::fromLocal8Bit(argv[1]);
    auto connection = Connection::open(workspace + QStringLiteral("/bench-fts.db"), Access::readWrite);
    auto own = Connection::open(workspace + QStringLiteral("/crema.db"), Access::readOnly);
    if (!connection || !own || !buildFts(**connection, workspace)) {
        std::fprintf(stderr, "The workspace cannot be read.\n");
        return 1;
    }
    QElapsedTimer timer;
    timer.start();
    const auto people = PeopleSearch::load(**own);
    if (!people) {
        return 1;
    }
    const double loading = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    std::vector<double> fts, memory;
    int keys = 0, agreeing = 0;
    Statement match(**connection, "SELECT rowid FROM f WHERE f MATCH ?1 ORDER BY rank LIMIT 100");
    for (const QString &words : wordsToType(**connection)) {
        for (qsizetype length = 1; length <= words.size(); ++length) {
            const QString typed = words.left(length);
            const QByteArray query = ftsQuery(typed);
            if (query.isEmpty() || typed.endsWith(QLatin1Char(' '))) {
                continue;
            }
            timer.restart();
            const PeopleSearch::Answer answer = people->find(typed, 100);
            memory.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
            timer.restart();
            qsizetype rows = 0;
            match.bind(1, query);
            while (match.step()) {
                ++rows;
            }
            match.reset();
            fts.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
            ++keys;
            agreeing += rows == answer.best.size();
        }
    }
    if (keys == 0) {
        std::fprintf(stderr, "The workspace has no contacts.\n");
        return 1;
    }
    std::printf("keys %d agreeing %d load_ms %.1f fts_p50 %.3f fts_p99 %.3f own_p50 %.3f own_p99 %.3f\n", keys, agreeing, loading, percentile(fts, 0.5),
                percentile(fts, 0.99), percentile(memory, 0.5), percentile(memory, 0.99));
    return 0;
}
