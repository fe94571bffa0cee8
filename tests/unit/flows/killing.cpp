// SPDX-License-Identifier: GPL-3.0-or-later
#include "killing.h"

#include "desk.h"
#include "flows/findflow.h"
#include "flows/handoffflow.h"
#include "flows/prepflow.h"
#include "flows/writeflow.h"

#include <QDir>

#include <algorithm>
#include <csignal>
#include <thread>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

/// Kills this process after some microseconds, wherever it is by then.
void dieIn(int microseconds)
{
    if (microseconds == 0) {
        std::raise(SIGKILL);
    }
    std::thread([microseconds] {
        std::this_thread::sleep_for(std::chrono::microseconds(microseconds));
        std::raise(SIGKILL);
    }).detach();
}

void armKill(Desk &desk, const QString &when, quint32 seed)
{
    const QString what = when.section(u':', 0, 0);
    const QString which = when.section(u':', 1, 1);
    if (what == "stage"_L1) {
        const int after = when.section(u':', 2).toInt();
        QObject::connect(desk.engine.get(), &jobs::JobEngine::progressed, desk.engine.get(),
                         [which, after, armed = false](const jobs::JobProgress &progress) mutable {
                             if (progress.stage == which && !std::exchange(armed, true)) {
                                 dieIn(after);
                             }
                         });
    } else if (what == "commit"_L1) {
        QObject::connect(desk.store.get(), &store::Store::changed, desk.store.get(),
                         [at = which.toInt(), heard = 0](const store::Change &change) mutable {
                             if (change.jobsChanged && ++heard == at) {
                                 dieIn(0);
                             }
                         });
    } else {
        dieIn(QRandomGenerator(seed).bounded(1, 250'000));
    }
}

/// One thing a user may do; what it answers does not matter, only what it leaves when it is cut short.
class Hand
{
public:
    Hand(Desk &desk, quint32 seed) : m_desk(desk), m_random(seed) { }

    [[nodiscard]] bool find()
    {
        Criteria criteria;
        criteria.title = m_random.bounded(2) == 0 ? u"consultant"_s : u"analyst"_s;
        criteria.limit = 6;
        return test::await(findPeople(m_desk.services.get(), criteria, u"local"_s, {})).has_value();
    }
    [[nodiscard]] bool findPaid()
    {
        Criteria criteria;
        criteria.title = QStringList {u"engagement manager"_s, u"software engineer"_s, u"product manager"_s,
                                      u"project leader"_s}[m_random.bounded(4)];
        criteria.location = QStringList {u"Evanston, Illinois"_s, u"Toronto"_s, {}, {}}[m_random.bounded(4)];
        criteria.limit = m_random.bounded(1, m_desk.deployment.free.peoplePerPaidRun + 1);
        return test::await(findPeople(m_desk.services.get(), criteria, u"pdl"_s, {})).has_value();
    }
    [[nodiscard]] bool resume()
    {
        const auto left = m_desk.engine->interrupted();
        return left && std::ranges::all_of(*left, [this](const store::JobRow &job) {
                   return test::await(m_desk.engine->resume(job.id, {})).has_value();
               });
    }
    /// Looks up whom CREMA_TEST_PROFILE names.
    [[nodiscard]] bool prepPaid()
    {
        const PrepOrder order {{}, qEnvironmentVariable("CREMA_TEST_PROFILE"), true};
        return test::await(makePrep(m_desk.services.get(), order, {})).has_value();
    }
    [[nodiscard]] bool write()
    {
        WriteOrder order;
        for (const Contact &contact : m_desk.contacts()) {
            order.contactIds << contact.id;
        }
        return test::await(writeDrafts(m_desk.services.get(), order, {})).has_value();
    }
    [[nodiscard]] bool prep()
    {
        const QVector<Contact> all = m_desk.contacts();
        const QString id = all[m_random.bounded(static_cast<int>(all.size()))].id;
        return test::await(makePrep(m_desk.services.get(), {id}, {})).has_value();
    }
    [[nodiscard]] bool anything()
    {
        switch (m_random.bounded(7)) {
        case 0:
            return find();
        case 1:
        case 2:
            return write();
        case 3:
            return saveSomeone();
        case 4:
            return handOff();
        case 5:
            return note();
        default:
            return prep();
        }
    }

private:
    [[nodiscard]] bool saveSomeone()
    {
        const auto runs = m_desk.reader->runs();
        return !runs || runs->isEmpty()
                || test::await(savePeople(m_desk.services.get(), runs->constFirst().id,
                                          {runs->constFirst().people.constFirst().person.id}))
                           .has_value();
    }
    [[nodiscard]] bool handOff()
    {
        const QVector<Draft> drafts = m_desk.drafts();
        return drafts.isEmpty()
                || test::await(exportDrafts(m_desk.services.get(), {drafts.constLast().id},
                                            m_desk.folder + u"/out"_s))
                           .has_value();
    }
    [[nodiscard]] bool note()
    {
        const QVector<Prep> preps = m_desk.preps();
        if (preps.isEmpty()) {
            return true;
        }
        Prep after = preps.constFirst();
        after.notes += u"One more note. "_s;
        return test::await(editPrep(m_desk.services.get(), preps.constFirst(), after)).has_value();
    }

    Desk &m_desk;
    QRandomGenerator m_random;
};

} // namespace

int runUntilKilled(const QString &folder, const QString &what, const QString &when, quint32 seed)
{
    Desk desk(folder);
    if (const auto opened = desk.open(); !opened) {
        qCritical().noquote() << opened.error().text << opened.error().detail;
        return 1;
    }
    armKill(desk, when, seed);
    Hand hand(desk, seed);
    if (what == "find"_L1) {
        return hand.find() ? 2 : 1;
    }
    if (what == "paid"_L1) {
        return hand.findPaid() ? 2 : 1;
    }
    if (what == "resume"_L1) {
        return hand.resume() ? 2 : 1;
    }
    if (what == "paidPrep"_L1) {
        return hand.prepPaid() ? 2 : 1;
    }
    if (what == "write"_L1) {
        return hand.write() ? 2 : 1;
    }
    if (what == "prep"_L1) {
        return hand.prep() ? 2 : 1;
    }
    while (hand.anything()) { }
    return 1;
}

} // namespace crema::flows
