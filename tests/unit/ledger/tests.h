// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

class CreditsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFirstGrantIsThePlans_data();
    void theFirstGrantIsThePlans();
    void beforeTheFirstGrantThePlansCreditsAreShown();
    void aReservationMovesCreditsAside();
    void whatWasDeliveredIsChargedAndTheRestGivenBack_data();
    void whatWasDeliveredIsChargedAndTheRestGivenBack();
    void nothingIsSpentThatIsNotThere();
    void aRefusedReservationTakesItsWholeOperationAlong();
    void settlingTwiceMovesNothingTwice();
    void missingCreditsAreCounted();
    void aPeriodFillsUpAndNeverTakesAway();
    void theGrantComesOnceAPeriod();
    void aClockSetBackGivesNothing();
    void anotherPlanCountsFromTheNextPeriod();
    void withoutMeteringNothingMovesButReceiptsAreWritten();
    void meteringSwitchedWhileAJobRuns_data();
    void meteringSwitchedWhileAJobRuns();
    void receiptsNewestFirst();
};

class RandomJobsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aThousandJobsSumToZero();
};
