// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTest>

class TestFollowUpFlow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void setsSnoozesAndFinishes();
    void keepsWordsOrSaysFollowUp();
    void finishesWithANextDay();
    void severalAreOneOperation();
    void withoutAFollowUpNothingHappens();
    void listsTheEarliestFirst();
    void mutedTrashedAndMergedPeopleGiveNone();
    void aTextThatIsNoDateIsNotDue();
    void replyIsOneOperation();
    void anAnswerDoesNotUndoWhatCameAfterIt();
};

class TestFollowUpKeeping : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void handOffSuggestsAFollowUp();
    void laterMailReplacesTheReminder();
    void laterMailRenewsItsOwnReminder();
    void plansOfTheUserStay_data();
    void plansOfTheUserStay();
    void thankYouEndsTheReminder();
    void mutedPeopleGetNoSuggestion();
    void daysAreTheUsers();
    void theSameMailCountsOnce();
    void severalMailsAreOneLabel();
    void answerEndsTheReminder();
    void meetingEndsTheReminder();
    void theUsualWordsGoWithTheDate();
    void stageOfManyEndsTheirReminders();
    void ownNextActionStays();
    void undoBringsTheReminderBack();
    void mailOfATrashedPersonStillLeaves();
};

class TestFollowUpWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsOnceADay();
    void restartRepeatsNothing();
    void tellsAtTheChangeOfDay();
    void tellsWhatIsSetToToday();
    void tellsAgainAfterASnooze();
    void wrongClockLosesNothing();
    void travellingTellsNothingTwice();
    void stoppedTellsNothing();
};

class TestICalendar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsBack_data();
    void readsBack();
    void linesAreFolded();
    void zones_data();
    void zones();
    void utcStandsAlone();
    void whatTheClocksShowTwice_data();
    void whatTheClocksShowTwice();
    void yearsFarAwayAreRefused_data();
    void yearsFarAwayAreRefused();
};

class TestMeeting : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void moments_data();
    void moments();
    void schedulesInOneOperation();
    void writtenAgainItIsTheSame();
    void stageNeverGoesBack();
    void fileThatCannotBeWrittenChangesNothing();
};

class TestTags : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsEveryTag();
    void renamesEverywhere();
    void deletesEverywhere();
    void takesFromSome();
    void notesGrowAtTheEnd();
    void notesOfTwoWritersAreBothKept();
};
