// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

class JobEngineTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stagesRunOnceEachInOrder();
    void laterStagesSeeWhatEarlierOnesLeft();
    void progressTellsTheStage();
    void chargesWhatWasDelivered();
    void aStageThatFailsGivesTheCreditsBack_data();
    void aStageThatFailsGivesTheCreditsBack();
    void cancelAtEveryStage_data();
    void cancelAtEveryStage();
    void cancelByItsId();
    void stoppedBeforeItStarted();
    void notEnoughCreditsStartsNothing();
    void anUnknownKindStartsNothing();
    void anEndedJobIsNeitherResumedNorCancelled();
    void aJobOfAnotherVersionCanBeCancelled();
    void whatIsLeftBehindIsMarkedWithTheEnd();
    void theCreditsComeBackEvenWhenWhatIsLeftCannotBeMarked();
};

class TwoJobsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFirstGrantComesOnce();
    void creditsAreCountedOnceForBoth();
    void withOneNameTheyTakeTurns();
    void cancelledWhileWaitingForItsTurn();
    void withoutANameTheyRunTogether();
    void cancellingTwiceIsCancellingOnce();
    void resumedWhileItIsBeingCancelled();
    void resumedTwice();
    void manyAtOnceWithFailuresAndCancels();
};

class JobKillTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void killedAtEachStep_data();
    void killedAtEachStep();
    void killedAtRandom();
};
