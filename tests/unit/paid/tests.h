// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class PaidFindTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void deliveredPeopleAreCharged();
    void theQueryBringsWhomItSays();
    void onlyAlumniAnswerASchool();
    void widenedAndSaidSo();
    void knownPeopleAreLeftOutAndNobodyIsPaidTwice();
    void anUndoneRunIsNotChargedAgain();
    void whoReturnsUnderAnotherIdIsNotChargedAgain();
    void nobodyFoundIsFree();
    void faultsAreErrorsAndCostNothing_data();
    void faultsAreErrorsAndCostNothing();
    void aLaterPageThatFailsLosesNobody();
    void cancelledIsNotCharged();
    void refusedBeforeAnythingIsAsked();
    void withoutAKey();
    void everyRequestIsInTheEgressLog();
    void thePlanDecidesWhatIsKept();
};

/// What was paid for at the vendor is never lost and never paid for twice.
class PayOnceTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cancelledAndSearchedAgainPaysOnce();
    void closedAndSearchedAgainPaysOnce();
    void aLostAnswerIsTold();
    void theLogIsWrittenBeforeARequestLeaves();
    void whatCannotBeLoggedDoesNotLeave();
    void suggestionsBeyondTheLimitComeFromHere();
};

/// Paid searches of a process that is killed at random; CREMA_TEST_KILLS says how often.
class PaidKillTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLostAnswerIsToldInTheRun_data();
    void aLostAnswerIsToldInTheRun();
    void killedAtRandomNobodyIsChargedTwice();
};
