// SPDX-License-Identifier: GPL-3.0-or-later
// bench_search WORKSPACE [--queries FILE] : types forty names, firms, titles and words of notes of the
// workspace key by key; each key is answered by the program's people search and by plain FTS5 (bm25, top 100)
// over the same words, notes included. Prints p50 and p99 of both in milliseconds, and in how many answers
// the number of matches agrees. With
// --queries it prints the best five answers of both to each line of the file instead, side by side.
#include "base/text.h"
#include "store/connection.h"
#include "store/peoplesearch.h"
#include "store/searchtext.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace crema;
using namespace crema::store;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestTyped = 14;
constexpr int shownAnswers = 5;

struct Times
{
    std::vector<double> fts;
    std::vector<double> own;
    int agreeing = 0;
};

double percentile(std::vector<double> times, double share)
{
    std::ranges::sort(times);
    return times[static_cast<size_t>(static_cast<double>(times.size() - 1) * share)];
}

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// FTS5 over exactly the words the program searches, in a database of its own.
Result<> buildFts(Connection &connection, const QString &workspace)
{
    Statement attach(connection, "ATTACH ?1 AS w");
    if (auto attached = attach.bind(1, workspace + u"/crema.db"_s).run(); !attached) {
        return attached;
    }
    return connection.run("CREATE VIRTUAL TABLE f USING fts5(words, tokenize=\"unicode61 remove_diacritics 0 "
                          "categories 'L* N* M* S* P* "
                          "C*'\", prefix='1 2 3');"
                          "INSERT INTO f(rowid, words) SELECT rid, words FROM w.contact_words WHERE rid IN "
                          "(SELECT rid FROM w.contact "
                          "WHERE state='live')");
}

QStringList wordsToType(Connection &connection)
{
    QStringList words;
    Statement pick(connection,
                   "SELECT CASE rid%4 WHEN 0 THEN name WHEN 1 THEN company WHEN 2 THEN job_title ELSE "
                   "coalesce(json_extract(body,'$.notes'),name) END FROM w.contact WHERE "
                   "rid%(SELECT max(1,max(rid)/40) FROM w.contact)=0");
    while (pick.step()) {
        words << fold(pick.text(0)).left(longestTyped);
    }
    return words;
}

Times typeAll(Connection &connection, const PeopleSearch &people)
{
    Times times;
    Statement match(connection, "SELECT rowid FROM f WHERE f MATCH ?1 ORDER BY rank LIMIT 100");
    Statement count(connection, "SELECT count(*) FROM f WHERE f MATCH ?1");
    QElapsedTimer timer;
    for (const QString &words : wordsToType(connection)) {
        for (qsizetype length = 1; length <= words.size(); ++length) {
            const QString typed = words.left(length);
            const QByteArray query = fulltextQuery(queryWords(typed));
            if (query.isEmpty() || typed.endsWith(u' ')) {
                continue;
            }
            timer.start();
            const PeopleSearch::Answer answer = people.find(typed, 100);
            times.own.push_back(milliseconds(timer));
            timer.restart();
            match.bind(1, query);
            while (match.step()) { }
            match.reset();
            times.fts.push_back(milliseconds(timer));
            times.agreeing += count.bind(1, query).step() && count.integer(0) == answer.matches ? 1 : 0;
            count.reset();
        }
    }
    return times;
}

QString shown(Connection &connection, qint64 rid)
{
    Statement row(connection,
                  "SELECT name, coalesce(job_title,''), coalesce(company,'') FROM w.contact WHERE rid=?1");
    if (!row.bind(1, rid).step()) {
        return {};
    }
    return u"%1, %2, %3"_s.arg(row.text(0), row.text(1), row.text(2)).left(48);
}

void compare(Connection &connection, const PeopleSearch &people, const QString &query)
{
    std::printf("\n%s (%lld people)\n", qPrintable(query),
                static_cast<long long>(people.find(query, 1).matches));
    const auto best = people.find(query, shownAnswers).best;
    Statement match(connection, "SELECT rowid FROM f WHERE f MATCH ?1 ORDER BY rank LIMIT ?2");
    match.bind(1, fulltextQuery(queryWords(query))).bind(2, shownAnswers);
    for (int i = 0; i < shownAnswers; ++i) {
        const QString own = i < best.size() ? shown(connection, best[i].rid) : QString();
        const QString fts = match.step() ? shown(connection, match.integer(0)) : QString();
        std::printf("  %-50s| %s\n", qPrintable(own), qPrintable(fts));
    }
}

int compareAll(Connection &connection, const PeopleSearch &people, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text)) {
        std::fprintf(stderr, "%s cannot be read.\n", qPrintable(path));
        return 1;
    }
    while (!file.atEnd()) {
        compare(connection, people, QString::fromUtf8(file.readLine()).trimmed());
    }
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (argc != 2 && (argc != 4 || arguments[2] != "--queries"_L1)) {
        std::fprintf(stderr, "usage: bench_search WORKSPACE [--queries FILE]\n");
        return 2;
    }
    const QString workspace = arguments[1];
    QFile::remove(workspace + u"/bench-fts.db"_s);
    auto connection = Connection::open(workspace + u"/bench-fts.db"_s, Access::readWrite);
    auto own = Connection::open(workspace + u"/crema.db"_s, Access::readOnly);
    if (!connection || !own) {
        std::fprintf(stderr, "The workspace cannot be read.\n");
        return 1;
    }
    if (const auto built = buildFts(**connection, workspace); !built) {
        std::fprintf(stderr, "%s\n", qPrintable(built.error().detail));
        return 1;
    }
    QElapsedTimer timer;
    timer.start();
    const auto people = PeopleSearch::load(**own);
    if (!people) {
        std::fprintf(stderr, "%s\n", qPrintable(people.error().text));
        return 1;
    }
    const double loading = milliseconds(timer);
    if (argc == 4) {
        return compareAll(**connection, *people, arguments[3]);
    }
    const Times times = typeAll(**connection, *people);
    if (times.own.empty()) {
        std::fprintf(stderr, "The workspace has no contacts.\n");
        return 1;
    }
    std::printf("keys %zu agreeing %d load_ms %.1f fts_p50 %.3f fts_p99 %.3f own_p50 %.3f own_p99 %.3f\n",
                times.own.size(), times.agreeing, loading, percentile(times.fts, 0.5),
                percentile(times.fts, 0.99), percentile(times.own, 0.5), percentile(times.own, 0.99));
    return 0;
}
