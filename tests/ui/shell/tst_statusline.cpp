// SPDX-License-Identifier: GPL-3.0-or-later
#include "framed.h"
#include "tests.h"

#include "ui/common/busybar.h"
#include "ui/shell/statusline.h"
#include "ui/shell/toaststrip.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace crema::ui;

namespace {

QWidget *jobsPanel(const Framed &framed)
{
    return framed.window.findChild<QWidget *>(u"jobsPanel"_s);
}

QPushButton *jobsButton(const Framed &framed)
{
    return framed.window.findChild<QWidget *>(u"jobs"_s)->findChild<QPushButton *>();
}

} // namespace

void TestStatusLine::messagesFade()
{
    StatusLine line;
    line.showMessage(u"stays"_s);
    QCOMPARE(line.message(), u"stays"_s);
    line.showMessage(u"goes"_s, 1ms);
    QTRY_COMPARE(line.message(), QString());
}

void TestStatusLine::creditsCanBeHidden()
{
    StatusLine line;
    auto *credits = line.findChild<QPushButton *>(u"credits"_s);
    QVERIFY(credits->isHidden());
    line.setCredits(0, 150);
    QVERIFY(!credits->isHidden());
    QCOMPARE(credits->accessibleName(), u"0 of 150 credits"_s);
    QSignalSpy clicked(&line, &StatusLine::creditsClicked);
    credits->click();
    QCOMPARE(clicked.size(), 1);
    line.setCredits(-1);
    QVERIFY(credits->isHidden());
}

void TestStatusLine::jobsAreListedAndCancelled()
{
    Framed framed;
    StatusLine &line = framed.window.statusLine();
    QVERIFY(!jobsButton(framed)->isVisible());
    line.setJobs({{u"a"_s, u"Import"_s, u"Reading"_s, 40}, {u"b"_s, u"Prep"_s, u"Writing"_s, -1, false}});
    QVERIFY(jobsButton(framed)->isVisible());
    QCOMPARE(jobsButton(framed)->text(), u"2 jobs running"_s);
    jobsButton(framed)->click();
    QVERIFY(jobsPanel(framed)->isVisible());
    QCOMPARE(jobsPanel(framed)->findChildren<BusyBar *>().size(), 2);
    QSignalSpy cancelled(&line, &StatusLine::cancelJobRequested);
    int shownButtons = 0;
    for (QPushButton *button : jobsPanel(framed)->findChildren<QPushButton *>()) {
        shownButtons += button->isVisible() ? 1 : 0;
        button->click();
        break;
    }
    QCOMPARE(shownButtons, 1);
    QCOMPARE(cancelled.constFirst().at(0).toString(), u"a"_s);
    line.setJobs({});
    QVERIFY(!jobsPanel(framed)->isVisible());
    QVERIFY(!jobsButton(framed)->isVisible());
}

void TestStatusLine::jobLinesStayInPlace()
{
    Framed framed;
    StatusLine &line = framed.window.statusLine();
    line.setJobs({{u"a"_s, u"Import"_s, u"Reading"_s, 40}, {u"b"_s, u"Prep"_s, u"Writing"_s}});
    jobsButton(framed)->click();
    const BusyBar *second = jobsPanel(framed)->findChildren<BusyBar *>().at(1);
    line.setJobs({{u"b"_s, u"Prep"_s, u"Making the PDF"_s, 80}});
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(jobsPanel(framed)->findChildren<BusyBar *>().size(), 1);
    QCOMPARE(jobsPanel(framed)->findChildren<BusyBar *>().constFirst(), second);
    QCOMPARE(second->stage(), u"Making the PDF"_s);
    QCOMPARE(second->percent(), 80);
}

void TestStatusLine::toastsComeOneAfterTheOther()
{
    Framed framed;
    ToastStrip &toasts = framed.window.toasts();
    QCOMPARE(toasts.text(), QString());
    QTest::mouseMove(&framed.window, QPoint(5, 5)); // a notice under the pointer would stay
    toasts.show({u"first"_s, {}, {}, Tone::good, 1ms});
    toasts.show({u"second"_s, {}, {}, Tone::warn, 1h});
    QCOMPARE(toasts.text(), u"first"_s);
    QTRY_COMPARE(toasts.text(), u"second"_s);
    toasts.findChild<QToolButton *>()->click();
    QVERIFY(!toasts.isVisible());
}

void TestStatusLine::theActionOfAToastIsDoneOnce()
{
    Framed framed;
    ToastStrip &toasts = framed.window.toasts();
    int undone = 0;
    toasts.show({.text = u"Imported 120 people"_s, .actionText = u"Undo"_s, .act = [&] { ++undone; }});
    QVERIFY(framed.window.rect().contains(toasts.geometry().center()));
    toasts.findChild<QPushButton *>(u"toastAction"_s)->click();
    QCOMPARE(undone, 1);
    QVERIFY(!toasts.isVisible());
}

void TestStatusLine::theWayBackIsShownAtOnce()
{
    Framed framed;
    ToastStrip &toasts = framed.window.toasts();
    toasts.show({.text = u"3 rows copied"_s});
    toasts.show({.text = u"Email of 4 contacts cut"_s, .actionText = u"Undo"_s, .undoes = u"a"_s});
    QCOMPARE(toasts.text(), u"Email of 4 contacts cut"_s);
    toasts.withdrawUndoBut({});
    QVERIFY(!toasts.isVisible()); // the copy was seen
    toasts.show({.text = u"An answer came"_s, .actionText = u"Open"_s, .tone = Tone::info});
    toasts.show({.text = u"Filter deleted"_s, .actionText = u"Undo"_s, .undoes = u"own/1"_s});
    QCOMPARE(toasts.text(), u"Filter deleted"_s);
    toasts.findChild<QPushButton *>(u"toastAction"_s)->click();
    QCOMPARE(toasts.text(), u"An answer came"_s); // there is still something to do about it
}

void TestStatusLine::anUndoGoesWithItsOperation()
{
    Framed framed;
    ToastStrip &toasts = framed.window.toasts();
    toasts.show({.text = u"2 contacts set"_s, .actionText = u"Undo"_s, .undoes = u"a"_s});
    toasts.show({.text = u"Saved as x.pdf"_s});
    toasts.show({.text = u"3 contacts set"_s, .actionText = u"Undo"_s, .undoes = u"b"_s});
    toasts.withdrawUndoBut(u"a"_s);
    QCOMPARE(toasts.text(), u"2 contacts set"_s);
    toasts.withdrawUndoBut(u"c"_s);
    QCOMPARE(toasts.text(), u"Saved as x.pdf"_s);
}
