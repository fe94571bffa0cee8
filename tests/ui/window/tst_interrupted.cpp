// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "ledger/credits.h"
#include "support/pdlvendor.h"
#include "support/spin.h"
#include "ui/common/banner.h"
#include "ui/shell/standingnotices.h"
#include "ui/support/workdesk.h"
#include "window/windowcomposition.h"

#include <QAbstractButton>
#include <QMessageBox>
#include <QSettings>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace crema;
using test::spinUntil;

namespace {

/// A window over a workspace in which a paid search was killed after it had set its credits aside.
struct Interrupted
{
    test::WorkDesk desk;
    std::unique_ptr<QSettings> settings;
    std::unique_ptr<app::WindowComposition> composition;

    bool open(const Deployment &deployment = {})
    {
        if (!desk.open(deployment) || !leaveJob()) {
            return false;
        }
        settings = std::make_unique<QSettings>(desk.file(u"view.ini"_s), QSettings::IniFormat);
        composition = std::make_unique<app::WindowComposition>(desk.services(), desk.theme(), *settings);
        composition->window().show();
        composition->start();
        return QTest::qWaitForWindowActive(&composition->window());
    }

    bool leaveJob()
    {
        flows::Services &services = desk.services();
        auto grant = ledger::dueGrant(services.reader, services.deployment, services.clock.now(), u"g"_s);
        if (!grant || !*grant || !test::await(services.store.apply(std::move(**grant)))) {
            return false;
        }
        Criteria criteria;
        criteria.title = u"engineer"_s;
        criteria.limit = 3;
        store::JobRow job;
        job.id = u"killed"_s;
        job.kind = u"find_paid"_s;
        job.title = u"Find: engineer"_s;
        job.state = u"running"_s;
        job.stage = u"resolving"_s;
        job.total = 2;
        job.paid = true;
        job.input = {{"runId", "r1"}, {"criteria", toJson(criteria)}, {"reservedCredits", 45}};
        job.createdAt = u"2026-03-01T09:00:00.000Z"_s;
        store::Operation operation;
        operation.origin = store::Origin::job;
        operation.jobs.push_back(job);
        ledger::reserve(operation, services.deployment, job.id, 45, u"p"_s);
        return test::await(services.store.apply(std::move(operation))).has_value();
    }

    template <typename T>
    T *child(const QString &name)
    {
        return composition->window().findChild<T *>(name);
    }
    QAbstractButton *decide()
    {
        return child<ui::Banner>(u"window.banner"_s)->findChild<QAbstractButton *>(u"bannerAction"_s);
    }
    /// What the window's banner says; empty when it is hidden.
    QString told()
    {
        const auto *banner = child<ui::Banner>(u"window.banner"_s);
        return banner->isVisible() ? banner->accessibleName() : QString();
    }
    QString jobState() { return desk.services().reader.job(u"killed"_s).value_or(store::JobRow()).state; }
    int balance()
    {
        const auto credits = ledger::readCredits(desk.services().reader, desk.services().deployment);
        return credits ? credits->balance : -1;
    }
    bool press(const QString &text)
    {
        const auto *box = child<QMessageBox>(u"interruptedQuestion"_s);
        for (QAbstractButton *button : box != nullptr ? box->buttons() : QList<QAbstractButton *>()) {
            if (button->text() == text) {
                QTest::mouseClick(button, Qt::LeftButton);
                return true;
            }
        }
        return false;
    }
};

} // namespace

void TestInterrupted::paidWorkWaitsForTheUser()
{
    Interrupted window;
    QVERIFY(window.open());
    QVERIFY(window.decide()->isVisible());
    QCOMPARE(window.balance(), 105);
    QTest::mouseClick(window.decide(), Qt::LeftButton);
    QVERIFY(window.press(u"Later"_s));
    QVERIFY(spinUntil([&] { return window.child<QMessageBox>(u"interruptedQuestion"_s) == nullptr; }));
    QCOMPARE(window.jobState(), u"running"_s); // nothing was begun and nothing given up
    QVERIFY(window.decide()->isVisible());
}

void TestInterrupted::givingUpBringsTheCreditsBack()
{
    Interrupted window;
    QVERIFY(window.open());
    QTest::mouseClick(window.decide(), Qt::LeftButton);
    QVERIFY(window.press(u"Give up"_s));
    QVERIFY(spinUntil([&] { return window.balance() == 150; }));
    QCOMPARE(window.jobState(), u"cancelled"_s);
    QVERIFY(!window.decide()->isVisible());
}

void TestInterrupted::goingOnFindsWhoWasPaidFor()
{
    test::PdlVendor vendor;
    if (!vendor.isRunning()) {
        QSKIP("There is no /usr/bin/python3 for the stand-in of the vendor.");
    }
    qputenv("PEOPLE_DATA_LABS_API_KEY", test::PdlVendor::key);
    const auto forgetKey = qScopeGuard([] { qunsetenv("PEOPLE_DATA_LABS_API_KEY"); });
    Deployment deployment;
    deployment.pdlUrl = vendor.baseUrl();
    Interrupted window;
    QVERIFY(window.open(deployment));
    QCOMPARE(vendor.spent(), 0); // nothing is paid without being asked
    QTest::mouseClick(window.decide(), Qt::LeftButton);
    QVERIFY(window.press(u"Go on"_s));
    QVERIFY(!window.decide()->isVisible());
    QVERIFY(spinUntil([&] { return window.jobState() == "done"_L1; }));
    const auto run = window.desk.services().reader.run(u"r1"_s);
    QVERIFY(run.has_value());
    QCOMPARE(run->people.size(), 3);
    QCOMPARE(window.balance(), 105); // what was set aside, and no more
    QCOMPARE(vendor.spent(), 3);
}

void TestInterrupted::otherNoticesAndTheQuestionKeepEachOther()
{
    Interrupted window;
    QVERIFY(window.open());
    const QString question = u"Paid work was interrupted"_s;
    window.composition->window().notices().showError(
            u"reminders"_s, {ErrorKind::storage, u"The follow-ups could not be read."_s, {}, {}, 0});
    QVERIFY2(window.told().startsWith(question), qPrintable(window.told()));
    QTest::mouseClick(window.decide(), Qt::LeftButton);
    QVERIFY(window.press(u"Give up"_s));
    QVERIFY2(window.told().contains(u"The follow-ups could not be read."_s), qPrintable(window.told()));
    QVERIFY(!window.decide()->isVisible());
    QVERIFY(spinUntil([&] { return window.balance() == 150; }));
    QVERIFY2(window.told().contains(u"The follow-ups could not be read."_s), qPrintable(window.told()));
}
