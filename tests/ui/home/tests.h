// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class TestHomeView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewUserIsToldHowToBegin();
    void showsWhatWaits();
    void itemsOpenByMouseAndKey();
    void theWholeListIsOneClickAway();
    void asksForTheNameOnce();
    void stagesOfOneJobAreOneLine();
    void followsTheStoreOnlyWhileItCanBeSeen();
    void emptyListsSayWhatFillsThem();
    void everyControlIsNamedAndReached();
    void itsHeightsFollowTheText();
    void nothingIsCutOff_data();
    void nothingIsCutOff();
};
