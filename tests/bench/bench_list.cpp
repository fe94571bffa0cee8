// SPDX-License-Identifier: GPL-3.0-or-later
// bench_list crema|stock|plain WORKSPACE : opens the contacts of a workspace in a window of 1280 x 800 and
// prints how long the first picture took, a jump to the last row, frames of scrolling by three rows, and the
// private memory after that.
//   crema  the program's own presenter, model and view
//   stock  QTableView and QSqlTableModel over an equal plain table, with as many columns of the same widths
//   and rows as high plain  writes that table beside the workspace (bench-plain.db) and ends
// "widest_gap_ms" is the longest time that the event loop stood still until the whole list was there.
#include "composition/session.h"
#include "store/connection.h"
#include "ui/contacts/contactspresenter.h"
#include "ui/contacts/contactstableview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QEvent>
#include <QFile>
#include <QHeaderView>
#include <QScrollBar>
#include <QSettings>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlTableModel>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>
#include <vector>

using namespace crema;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize windowSize {1280, 800};
constexpr int frames = 300;
constexpr int rowsAStep = 3; // as a step of the wheel
constexpr int rowHeight = 32;
constexpr std::array widths {210, 190, 150, 200, 136,
                             190, 150, 100, 100}; // the columns the program shows at first

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double privateMegabytes()
{
    QFile status(u"/proc/self/status"_s);
    if (status.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : status.readAll().split('\n')) {
            if (line.startsWith("RssAnon:")) {
                return line.mid(8).simplified().split(' ').constFirst().toDouble() / 1024;
            }
        }
    }
    return 0;
}

/// Counts the pictures of a widget.
class Paints final : public QObject
{
public:
    explicit Paints(QWidget *watched) { watched->installEventFilter(this); }
    int count = 0;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            // After the widget has drawn itself.
            QTimer::singleShot(0, this, [this] { ++count; });
        }
        return QObject::eventFilter(watched, event);
    }
};

template <typename Done>
void loopUntil(Done done)
{
    const QDeadlineTimer patience(std::chrono::minutes(2));
    QTimer wakeUp;
    wakeUp.start(std::chrono::seconds(1));
    while (!done()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        if (patience.hasExpired()) {
            std::fprintf(stderr, "nothing was painted for two minutes\n");
            std::exit(1);
        }
    }
}

/// How long the event loop at most stood still.
class Gaps final
{
public:
    Gaps()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_widest = std::max(m_widest, milliseconds(m_since));
            m_since.restart();
        });
        m_since.start();
        m_timer.start();
    }
    [[nodiscard]] double widest() const { return m_widest; }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    double m_widest = 0;
};

struct Figures
{
    double firstPaint = 0;
    double listed = 0;
    double gap = 0;
    double memoryFirst = 0;
    double end = 0;
    std::vector<double> steps;
};

void scrollAndJump(QTableView &view, const Paints &paints, Figures &figures,
                   const std::function<void()> &fetchAll)
{
    QScrollBar *bar = view.verticalScrollBar();
    const int step = view.verticalScrollMode() == QAbstractItemView::ScrollPerItem
            ? rowsAStep
            : rowsAStep * view.rowHeight(0);
    for (int i = 0; i < frames; ++i) {
        QElapsedTimer timer;
        timer.start();
        const int seen = paints.count;
        bar->setValue(bar->value() + step);
        loopUntil([&] { return paints.count > seen; });
        figures.steps.push_back(milliseconds(timer));
    }
    std::ranges::sort(figures.steps);
    QElapsedTimer timer;
    timer.start();
    const int seen = paints.count;
    fetchAll();
    view.scrollToBottom();
    loopUntil([&] { return paints.count > seen; });
    figures.end = milliseconds(timer);
}

void print(const Figures &figures, int rows)
{
    std::printf("rows %d first_paint_ms %.1f listed_ms %.1f widest_gap_ms %.1f end_ms %.1f step_p50 %.3f "
                "step_p99 %.3f anon_first_mb %.1f "
                "anon_end_mb %.1f\n",
                rows, figures.firstPaint, figures.listed, figures.gap, figures.end, figures.steps[frames / 2],
                figures.steps[frames * 99 / 100], figures.memoryFirst, privateMegabytes());
}

int showCrema(const QString &workspace)
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    ui::Theme theme(ui::SchemeChoice::light);
    auto session = app::Session::open(workspace, {});
    if (!session) {
        std::fprintf(stderr, "%s\n", qPrintable(session.error().text));
        return 1;
    }
    Figures figures;
    QElapsedTimer timer;
    timer.start();
    const Gaps gaps;
    ui::ContactsPresenter presenter((*session)->services());
    ui::ContactsTableView view(presenter.model(), settings);
    const Paints paints(view.viewport());
    bool listed = false;
    QObject::connect(&presenter, &ui::ContactsPresenter::aboutToList, &view,
                     &ui::ContactsTableView::holdPlace);
    QObject::connect(&presenter, &ui::ContactsPresenter::listed, &view, [&](bool sameQuery) {
        view.takePlace(sameQuery);
        figures.listed = milliseconds(timer);
        listed = true;
    });
    view.resize(windowSize);
    presenter.start();
    view.show();
    loopUntil([&] { return paints.count > 0; });
    figures.firstPaint = milliseconds(timer);
    figures.memoryFirst = privateMegabytes();
    loopUntil([&] { return listed; });
    QTimer::singleShot(300, &view,
                       [&listed] { listed = false; }); // the counts are read, and what is slow shows
    loopUntil([&] { return !listed; });
    figures.gap = gaps.widest();
    scrollAndJump(view, paints, figures, [] { });
    print(figures, presenter.model().rowCount());
    return 0;
}

/// The columns that the program's table has beside those of the lists.
QByteArray ofBody()
{
    QByteArray columns;
    int number =
            0; // a name that needs no quoting: QSqlTableModel takes a dot for the end of the table's name
    for (const char *path :
         {"firstName", "lastName", "phones[0].value", "headline", "industry", "schools[0].degree",
          "schools[0].field", "city", "state", "country", "hometown", "nextAction", "firstContactDate",
          "connectedOn", "howMet", "introducedBy", "notes"}) {
        columns += QByteArray(",json_extract(body,'$.") + path + "') AS more" + QByteArray::number(++number);
    }
    return columns;
}

int makePlain(const QString &workspace)
{
    const QString path = workspace + u"/bench-plain.db"_s;
    QFile::remove(path);
    auto connection = store::Connection::open(path, store::Access::readWrite);
    const QByteArray from = (workspace + u"/crema.db"_s).toUtf8().replace('\'', "''");
    const auto made = connection
            ? (*connection)
                      ->run(QByteArray("ATTACH '" + from
                                       + "' AS own; CREATE TABLE c AS SELECT "
                                         "name,job_title,company,email,status,college,place,next_action_date,"
                                         "created_at,sort_name,id,linkedin,tags,last_contact_date,sample"
                                       + ofBody()
                                       + " FROM own.contact WHERE state='live' ORDER BY rid;"
                                         "CREATE INDEX c_by_name ON c(sort_name)")
                                    .constData())
            : Result<>(std::unexpected(connection.error()));
    if (!made) {
        std::fprintf(stderr, "%s %s\n", qPrintable(made.error().text), qPrintable(made.error().detail));
    }
    return made ? 0 : 1;
}

int showStock(const QString &workspace)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s);
    database.setDatabaseName(workspace + u"/bench-plain.db"_s);
    if (!database.open()) {
        std::fprintf(stderr, "bench-plain.db cannot be read\n");
        return 1;
    }
    Figures figures;
    QElapsedTimer timer;
    timer.start();
    QSqlTableModel model(nullptr, database);
    model.setTable(u"c"_s);
    model.setSort(9, Qt::AscendingOrder); // the indexed name
    if (!model.select()) {
        std::fprintf(stderr, "%s\n", qPrintable(model.lastError().text()));
        return 1;
    }
    QTableView view;
    const Paints paints(view.viewport());
    view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view.verticalHeader()->setDefaultSectionSize(rowHeight);
    view.setModel(&model);
    for (int column = 0; column < model.columnCount(); ++column) {
        const auto place = static_cast<size_t>(column);
        place < widths.size() ? view.setColumnWidth(column, widths[place])
                              : view.setColumnHidden(column, true);
    }
    view.resize(windowSize);
    view.show();
    loopUntil([&] { return paints.count > 0; });
    figures.firstPaint = figures.listed = milliseconds(timer);
    figures.memoryFirst = privateMegabytes();
    // A step past the rows that are fetched would paint nothing and be waited for in vain.
    while (model.rowCount() < 2 * frames * rowsAStep && model.canFetchMore()) {
        model.fetchMore();
    }
    QCoreApplication::processEvents();
    scrollAndJump(view, paints, figures, [&model] {
        while (model.canFetchMore()) {
            model.fetchMore();
        }
    });
    print(figures, model.rowCount());
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (argc == 3 && arguments[1] == "crema"_L1) {
        return showCrema(arguments[2]);
    }
    if (argc == 3 && arguments[1] == "stock"_L1) {
        return showStock(arguments[2]);
    }
    if (argc == 3 && arguments[1] == "plain"_L1) {
        return makePlain(arguments[2]);
    }
    std::fprintf(stderr, "usage: bench_list crema|stock|plain WORKSPACE\n");
    return 2;
}
