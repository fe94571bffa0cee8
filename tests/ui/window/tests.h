// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// Files dropped anywhere on the whole window.
class TestDrops final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contactsAreImportedFromEveryPage_data();
    void contactsAreImportedFromEveryPage();
    void otherKindsAreImported_data();
    void otherKindsAreImported();
    void workbooksAreImported();
    void aFieldUnderneathTakesNoFile();
    void severalFilesFollowOneAnother();
    void aResumeIsRead_data();
    void aResumeIsRead();
    void otherFilesAreNamed_data();
    void otherFilesAreNamed();
    void leavingTakesTheHintAway();
    void whatIsNoFileIsNotTaken();
    void aDialogInFrontKeepsItsFiles();
    void aTablePastedOnTheEmptyPageIsPreviewed();
};

/// What stands in for the window while a workspace is damaged.
class TestRepairDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsNothingWrong();
    void savesWhatCanBeSaved();
    void anotherProgramKeepsTheWorkspace();
    void restoresABackup();
    void aBadBackupIsRefused();
    void endsOnceTheRepairIsDone();
    void controlsHaveNames();
};

/// Keys that belong to the whole window.
class TestWindowKeys final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoAndRedoFromTheTable();
    void aPageReachedByKeyHasTheKeyboard();
    void oneStepIsTakenBackAtATime();
    void savedFiltersAreSteps();
    void savedFiltersAreRepeatedInTheirPlace();
    void aStepIsDoneWhenItIsToldDone();
    void onlyTheNewestNoticeOffersTheWayBack();
    void thePageTakesBackThroughTheWindow();
    void foundWordsAreMarked();
    void aLongUndoIsCancelled();
};

/// The program is ended from outside: a signal, the end of the session.
class TestWindowEnd final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsTypedIsSaved_data();
    void whatIsTypedIsSaved();
    void refusedTextIsToldAtTheNextStart();
    void whatIsOpenedAgainKeepsRefusedTexts();
    void toldTextsStayUntilTheyAreDealtWith();
    void toldTextsBelongToTheirWorkspace();
    void aSessionThatEndsSavesWithoutClosing();
    void whatIsNotAnsweredIsTold_data();
    void whatIsNotAnsweredIsTold();
    void viewChoicesAreWrittenWhenMade();
};

/// Paid work that a killed process left.
class TestInterrupted final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paidWorkWaitsForTheUser();
    void givingUpBringsTheCreditsBack();
    void goingOnFindsWhoWasPaidFor();
    void otherNoticesAndTheQuestionKeepEachOther();
};

/// Pictures of what is seldom seen: drops, backup, repair.
int drawWindowPictures(const QString &folder);
/// Prints how long the window stands still with so many contacts.
int measureStalls(int people, const QString &pictures);
