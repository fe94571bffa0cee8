// SPDX-License-Identifier: GPL-3.0-or-later
// bench_prep COUNT FILE.pdf : lays out the same prep COUNT times and writes the last one. The driver takes the CPU time of
// many less that of one.
#include "base/paths.h"
#include "find/sampledirectory.h"
#include "prep/prepcontent.h"
#include "prep/preppdf.h"
#include "truth/knowledge.h"

#include <QGuiApplication>

#include <algorithm>
#include <cstdio>

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    if (argc != 3) {
        std::fprintf(stderr, "usage: bench_prep COUNT FILE.pdf\n");
        return 2;
    }
    const auto knowledge = crema::truth::loadKnowledge();
    const auto people = crema::find::sampleDirectory();
    if (!knowledge || !people) {
        return 1;
    }
    const auto longest = std::ranges::max_element(*people, {}, [](const crema::Contact &person) { return person.positions.size(); });
    crema::prep::PrepInput input;
    input.id = QStringLiteral("bench");
    input.contact = *longest;
    input.now = QDateTime(QDate(2026, 1, 5), QTime(9, 0), Qt::UTC);
    const crema::Prep prep = crema::prep::makePrep(input, *knowledge);
    for (int i = std::max(1, atoi(argv[1])); i > 0; --i) {
        const auto pdf = crema::prep::renderPdf(prep, {});
        if (!pdf || (i == 1 && !crema::writeFile(QString::fromLocal8Bit(argv[2]), *pdf))) {
            return 1;
        }
    }
    return 0;
}
