// SPDX-License-Identifier: GPL-3.0-or-later
// bench_bulk WORKSPACE COUNT : edits COUNT contacts as the window does (a status and a tag, one operation),
// takes that back, moves them to the trash and takes that back too. Prints the seconds of each, the longest
// time the event loop of the caller stood still, and how often progress was told.
#include "async/taskscope.h"
#include "composition/session.h"
#include "flows/bulkedit.h"
#include "store/peoplelist.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace crema;

namespace {

struct Figures
{
    QElapsedTimer timer;
    int reports = 0;

    void print(const char *what)
    {
        std::printf("%s %.3f ", what, static_cast<double>(timer.nsecsElapsed()) / 1e9);
        timer.restart();
    }
};

Task<Result<>> measure(flows::Services *services, QVector<qint64> rids, std::shared_ptr<Figures> figures)
{
    flows::BulkEdit edit;
    edit.label = [](int) { return u"Bulk edit"_s; };
    edit.addTag = u"bench"_s;
    for (const qint64 rid : rids) {
        edit.rows << flows::RowEdit {rid, {{u"status"_s, u"Met"_s}}};
    }
    store::BulkProgress progress = [figures](int, int) { ++figures->reports; };
    figures->timer.start();
    auto editing = flows::editMany(services, std::move(edit), progress, {});
    const auto edited = co_await editing;
    figures->print("edit");
    if (!edited) {
        co_return std::unexpected(edited.error());
    }
    const auto undone = co_await services->store.undo();
    figures->print("undo_edit");
    if (!undone) {
        co_return std::unexpected(undone.error());
    }
    auto trashing = flows::trashMany(services, std::move(rids), progress, {});
    const auto trashed = co_await trashing;
    figures->print("trash");
    if (!trashed) {
        co_return std::unexpected(trashed.error());
    }
    const auto restored = co_await services->store.undo();
    figures->print("undo_trash");
    co_return restored ? Result<> {} : Result<>(std::unexpected(restored.error()));
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (argc != 3) {
        std::fprintf(stderr, "usage: bench_bulk WORKSPACE COUNT\n");
        return 2;
    }
    auto session = app::Session::open(QString::fromLocal8Bit(argv[1]), {});
    if (!session) {
        std::fprintf(stderr, "%s\n", qPrintable(session.error().text));
        return 1;
    }
    flows::Services &services = (*session)->services();
    const auto all = store::peopleRowIds(services.reader, {});
    const qsizetype count = std::min<qsizetype>(std::max(1, atoi(argv[2])), all ? all->size() : 0);
    QTimer tick;
    QElapsedTimer since;
    double widest = 0;
    tick.setTimerType(Qt::PreciseTimer);
    QObject::connect(&tick, &QTimer::timeout, &tick, [&] {
        widest = std::max(widest, static_cast<double>(since.nsecsElapsed()) / 1e6);
        since.restart();
    });
    const auto figures = std::make_shared<Figures>();
    TaskScope scope;
    scope.launch(measure(&services, all ? all->first(count) : QVector<qint64>(), figures),
                 [&](Result<> done) {
                     std::printf("widest_gap_ms %.1f reports %d rows %lld\n", widest, figures->reports,
                                 static_cast<long long>(count));
                     if (!done) {
                         std::fprintf(stderr, "%s\n", qPrintable(done.error().text));
                     }
                     QCoreApplication::exit(done ? 0 : 1);
                 });
    since.start();
    tick.start(1);
    return QCoreApplication::exec();
}
