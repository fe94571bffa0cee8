// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/support.h"

#include <QObject>

class IdentityTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void linkedinSlug_data();
    void linkedinSlug();
    void normalisedEmail_data();
    void normalisedEmail();
    void sharedMailbox_data();
    void sharedMailbox();
    void companyKey_data();
    void companyKey();
    void keysOfAContact();
    void placeholdersAndLoneNamesAreNoIdentity();
};

class SamenessTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void compare_data();
    void compare();
    void names_data();
    void names();
};

class MergingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fillsGapsOnly();
    void addsToListsAtTheEnd();
    void theSameThingAgainChangesNothing();
    void placesAreNotMixed();
    void namesAreCompletedNotReplaced();
    void samePositionIsCompleted();
};

class ImportPlanTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void plan_data();
    void plan();
    void whatIsNotTakenOverIsTold();
    void possiblePairsAreCounted();
    void notesAreJoined_data();
    void notesAreJoined();
    void aNewFirmIsTold();
    void importingAgainChangesNothing();
    void updatesCarryBeforeAndAfter();
    void ambiguousBareRowIsNotMelted();
    void rowThatBridgesTwoIsListed();
    void ownExportFindsItsRecord();
    void everyKeyIsAskedOnce();
    void repeatedHashesAreNeverMissed();
    void manyNamesakesStayLinear();
    void givesOutWhomNobodyElseIsAbout_data();
    void givesOutWhomNobodyElseIsAbout();
};

class StatusRulesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void statusAfter_data();
    void statusAfter();
};

class FollowUpsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void groups_data();
    void groups();
    void days_data();
    void days();
    void futureDays();
    void horizons();
    void answers_data();
    void answers();
    void suggestions_data();
    void suggestions();
    void daysAfterAnEmail();
    void datesOfOtherPrograms();
};
