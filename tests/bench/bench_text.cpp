// SPDX-License-Identifier: GPL-3.0-or-later
// bench_text COUNT FILE... : reads the text of each file COUNT times, in memory, and prints the milliseconds
// of one reading of all of them; with COUNT 0 it prints the text.
#include "base/paths.h"
#include "resume/textextraction.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (argc < 3) {
        std::fprintf(stderr, "usage: bench_text COUNT FILE...\n");
        return 2;
    }
    std::vector<QByteArray> files;
    for (int i = 2; i < argc; ++i) {
        const auto bytes = crema::readFile(QString::fromLocal8Bit(argv[i]), 20'000'000);
        if (!bytes) {
            return 1;
        }
        files.push_back(*bytes);
    }
    if (atoi(argv[1]) == 0) {
        const auto text = crema::resume::extractText(files.front(), QStringLiteral("bench.pdf"));
        std::printf("%s\n", text ? text->text.toUtf8().constData() : "");
        return text ? 0 : 1;
    }
    const int rounds = std::max(1, atoi(argv[1]));
    QElapsedTimer timer;
    timer.start();
    for (int round = 0; round < rounds; ++round) {
        for (const QByteArray &bytes : files) {
            if (!crema::resume::extractText(bytes, QStringLiteral("bench.pdf"))) {
                return 1;
            }
        }
    }
    std::printf("%.3f\n", static_cast<double>(timer.nsecsElapsed()) / 1e6 / rounds);
    return 0;
}
