// SPDX-License-Identifier: GPL-3.0-or-later
// bench_paidstart FOLDER RUNS PEOPLE : fills an empty workspace with that many paid runs of that many people,
// half of whom are in contacts, and starts a paid search to a vendor that does not listen. Prints in
// milliseconds: what looking up whom the vendor need not bring takes on one thread; how long the search takes
// to its first request; the longest time that its start held the thread of the window up.
// PEOPLE_DATA_LABS_API_KEY has to be set, to anything.
#include "async/taskscope.h"
#include "composition/session.h"
#include "flows/findflow.h"
#include "flows/foundpeople.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace crema;

namespace {

Contact personOf(int number)
{
    Contact person;
    person.id = u"v%1"_s.arg(number);
    person.firstName = u"Marisol"_s;
    person.lastName = u"Quandahl%1"_s.arg(number);
    person.addresses << ContactPoint {{}, {}, u"work"_s, u"marisol.q%1@firm.example"_s.arg(number)};
    person.links << ContactPoint {
            {}, {}, u"linkedin"_s, u"https://www.linkedin.com/in/marisol-q%1"_s.arg(number)};
    for (int i = 0; i < 6; ++i) {
        person.positions << Position {{}, {}, u"Firm %1 of %2"_s.arg(i).arg(number), u"Engagement Manager"_s,
                                      {}, {}};
    }
    person.schools << School {{}, {}, u"Ashgrove College"_s, {}, {}, {}, {}};
    person.extra["pdlId"] = "fx" + std::to_string(number);
    person.extra["summary"] = std::string(600, 'x');
    return person;
}

store::Operation history(int runs, int people)
{
    store::Operation operation;
    operation.label = u"Earlier searches"_s;
    for (int i = 0; i < runs; ++i) {
        Run run;
        run.id = u"run%1"_s.arg(i);
        run.provider = u"pdl"_s;
        run.createdAt = u"2026-01-01T00:00:00Z"_s;
        for (int j = 0; j < people; ++j) {
            const Contact person = personOf(i * people + j);
            run.people << FoundPerson {person, {}, {}};
            if (j % 2 == 0) {
                Contact contact = person;
                contact.id = u"c%1"_s.arg(i * people + j);
                operation.create(Kind::contact, contact.id, toBody(contact));
            }
        }
        operation.create(Kind::run, run.id, toBody(run));
    }
    return operation;
}

/// Waits for a task, keeping the longest time that the event loop did not turn.
class Watch
{
public:
    Watch()
    {
        m_beat.setInterval(0);
        QObject::connect(&m_beat, &QTimer::timeout, &m_beat,
                         [this] { m_longest = std::max(m_longest, m_since.restart()); });
        m_since.start();
        m_beat.start();
    }
    template <typename T>
    void wait(Task<Result<T>> task)
    {
        TaskScope scope;
        bool done = false;
        scope.launch(std::move(task), [&done](Result<T>) { done = true; });
        while (!done) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
    }
    [[nodiscard]] qint64 longest() const { return m_longest; }

private:
    QTimer m_beat;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    qputenv("PEOPLE_DATA_LABS_API_KEY", "none");
    const QCoreApplication application(argc, argv);
    if (argc != 4) {
        std::fprintf(stderr, "usage: bench_paidstart FOLDER RUNS PEOPLE\n");
        return 2;
    }
    Deployment deployment;
    deployment.pdlUrl = QUrl(u"http://127.0.0.1:9/v5"_s);
    const auto session = app::Session::open(QString::fromLocal8Bit(argv[1]), deployment);
    if (!session) {
        std::fprintf(stderr, "%s\n", qPrintable(session.error().text));
        return 1;
    }
    flows::Services &services = (*session)->services();
    Watch().wait(services.store.apply(history(atoi(argv[2]), atoi(argv[3]))));

    QElapsedTimer clock;
    clock.start();
    const auto runs = services.reader.runs(200);
    int known = 0;
    for (const Run &run : runs.value_or(QVector<Run>())) {
        for (const FoundPerson &found : run.people) {
            known += !flows::knownContact(services.reader, found).value_or(QString()).isEmpty();
        }
    }
    std::printf("lookup %lld\n", static_cast<long long>(clock.elapsed()));

    Criteria criteria;
    criteria.location = u"Chicago"_s; // known here: nobody is asked before the search itself
    criteria.limit = 3;
    qint64 start = -1;
    QObject::connect(&services.jobs, &jobs::JobEngine::progressed, &application,
                     [&](const jobs::JobProgress &progress) {
                         if (progress.stage == "searching"_L1 && start < 0) {
                             start = clock.elapsed();
                         }
                     });
    Watch watch;
    clock.restart();
    watch.wait(flows::findPeople(&services, criteria, u"pdl"_s, {}));
    std::printf("start %lld\nheld_up %lld\nknown %d\n", static_cast<long long>(start),
                static_cast<long long>(watch.longest()), known);
    return known > 0 && start >= 0 ? 0 : 1;
}
