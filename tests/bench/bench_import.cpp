// SPDX-License-Identifier: GPL-3.0-or-later
// bench_import FILE.csv FOLDER : imports a file into a new workspace as the program does (read, recognise duplicates, write
// with history and undo) and prints the seconds, the rows and the people made.
#include "async/taskscope.h"
#include "composition/session.h"
#include "flows/importflow.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (argc != 3) {
        std::fprintf(stderr, "usage: bench_import FILE.csv FOLDER\n");
        return 2;
    }
    auto session = crema::app::Session::open(QString::fromLocal8Bit(argv[2]), {});
    if (!session) {
        std::fprintf(stderr, "%s\n", qPrintable(session.error().text));
        return 1;
    }
    crema::flows::ImportRequest request;
    request.path = QString::fromLocal8Bit(argv[1]);
    QElapsedTimer timer;
    timer.start();
    crema::TaskScope scope;
    scope.launch(crema::flows::importPeople(&(*session)->services(), request, {}, {}), [&](crema::Result<crema::flows::ImportOutcome> outcome) {
        const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
        if (outcome) {
            std::printf("%.3f %d %d %d\n", seconds, outcome->created, outcome->updated, outcome->skipped);
        } else {
            std::fprintf(stderr, "%s\n", qPrintable(outcome.error().text));
        }
        QCoreApplication::exit(outcome ? 0 : 1);
    });
    return QCoreApplication::exec();
}
