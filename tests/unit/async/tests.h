// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/leaves.h"
#include "support/spin.h"
#include "support/support.h"

#include <QObject>

/// Base of the classes of this program: after each test function no coroutine may be waiting any more.
class AsyncTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup()
    {
        QVERIFY(crema::test::spinUntil([] { return crema::async::pendingLeaves() == 0; }));
    }
};

class TaskScopeTest final : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void deliversASuccessChain();
    void deliversAnErrorThroughTheChain();
    void startsTasksInParallel();
    void deliversAFinishedTaskFromTheEventLoop();
    void silencesStoppedTasksAndStartsAgain();
    void dropsAResultThatWasPostedBeforeTheStop();
    void survivesItsOwnerDestroyedWhileWaiting();
    void survivesItsOwnerDestroyedInTheCallback();
    void survivesAnotherScopeDestroyedInTheCallback();
    void turnsExceptionsIntoInternalErrors_data();
    void turnsExceptionsIntoInternalErrors();
    void takesMoveOnlyValuesAndCallbacks();
};

class DelayTest final : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void lastsAtLeastAsLongAsAsked();
    void isCancelledWhileWaiting();
    void isCancelledBeforeItStarts();
    void isCancelledFromAnotherThread();
    void neverResumesInsideTheStopRequest();
};

class WorkerTest final : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void deliversTheValueOnTheCallingThread();
    void passesErrorsAndPlainValues();
    void turnsExceptionsIntoInternalErrors();
    void seesAStopWhileRunning();
    void skipsWorkStoppedBeforeItStarted();
    void reportsProgressFromTheWorker();
    void survivesItsOwnerDestroyedWhileRunning();
    void deliversToAThreadWithItsOwnLoop();
};

class CompletionTest final : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void completesFromAnotherThread();
    void doesNotSuspendWhenCompleteAlready();
    void neverResumesInsideComplete();
    void takesTheFirstAnswerOnly();
    void answersCancelledWhenTheJobIsDropped();
    void dropsTheValueWhenNobodyAwaits();
    void survivesManyRacesToAnswer();
};

class TurnsTest final : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void theyComeInTheOrderOfAsking();
    void otherNamesDoNotWait();
    void whoIsStoppedWhileWaitingIsPassedOver();
    void aTurnMayOutliveThem();
};

class ProgramTest final : public AsyncTest
{
    Q_OBJECT

private Q_SLOTS:
    void inputGoesInAndOutputComesBack();
    void failuresAreTold();
    void itIsEndedWhenItTakesTooLongOrIsNotWanted();
};

class ShutdownTest final : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void drainsStoppedTasks();
    void saysWhenSomethingIsLeft();
    void survivesARudeExit();
};

/// The other half of ShutdownTest::survivesARudeExit, run in a process of its own: destroys the application
/// while coroutines wait, and answers them afterwards. Returns the exit code.
int leaveRudely(int argc, char **argv);
