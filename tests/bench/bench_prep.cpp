// SPDX-License-Identifier: GPL-3.0-or-later
// bench_prep make FILE.json        : a full prep, as the store keeps it; with accents, Greek and Cyrillic
// bench_prep COUNT FILE.json FILE.pdf : sets that prep COUNT times and writes the last PDF. The driver takes
// the CPU time of many less that of one.
#include "base/json.h"
#include "base/paths.h"
#include "find/sampledirectory.h"
#include "prep/prepcontent.h"
#include "prep/preppdf.h"
#include "truth/knowledge.h"

#include <QGuiApplication>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace crema;

namespace {

constexpr qint64 largest = 10'000'000;

/// Out of the sample person with the longest career, with news and what one shares.
Result<Prep> fullPrep()
{
    const auto knowledge = truth::loadKnowledge();
    const auto people = find::sampleDirectory();
    if (!knowledge || !people) {
        return failure(ErrorKind::internal, u"the sample directory cannot be read"_s);
    }
    prep::PrepInput input;
    input.id = u"bench"_s;
    input.contact = *std::ranges::max_element(*people, {},
                                              [](const Contact &one) { return one.positions.size(); });
    input.contact.firstName = u"Zoë"_s;
    input.contact.lastName = u"Müller-Łukasiewicz"_s;
    input.profile.university = input.contact.schools.isEmpty() ? QString()
                                                               : input.contact.schools.constFirst().name;
    input.now = QDateTime(QDate(2026, 1, 5), QTime(9, 0), Qt::UTC);
    for (const QString &title : {u"A new office opens in Αθήνα and Θεσσαλονίκη this spring"_s,
                                 u"Компания открывает отделение в Софии"_s,
                                 u"Results of the third quarter beat what was expected"_s}) {
        input.news << NewsItem {title, u"Example News"_s, u"https://news.example/article"_s, u"2025-12-20"_s};
    }
    return prep::makePrep(input, *knowledge);
}

bool make(const QString &file)
{
    const auto prep = fullPrep();
    return prep && writeFile(file, toBytes(toBody(*prep)));
}

bool set(int count, const QString &from, const QString &to)
{
    const auto bytes = readFile(from, largest);
    const auto body = bytes ? parseJson(*bytes) : std::unexpected(bytes.error());
    if (!body) {
        return false;
    }
    const Prep prep = prepFrom(u"bench"_s, *body);
    for (int i = std::max(1, count); i > 0; --i) {
        const auto pdf = prep::renderPdf(prep, {});
        if (!pdf || (i == 1 && !writeFile(to, *pdf))) {
            return false;
        }
    }
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (argc == 3 && words.at(1) == u"make"_s) {
        return make(words.at(2)) ? 0 : 1;
    }
    if (argc == 4) {
        return set(words.at(1).toInt(), words.at(2), words.at(3)) ? 0 : 1;
    }
    std::fprintf(stderr, "usage: bench_prep make FILE.json | COUNT FILE.json FILE.pdf\n");
    return 2;
}
