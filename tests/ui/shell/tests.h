// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// The frame with two pages in it.
class TestMainWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesAreMadeWhenShown();
    void keysGoToPages();
    void navigationIsSteeredByKeyboard();
    void actionsOfThePageStandInItsHeader();
    void menusFollowTheRegistry();
    void navigationFoldsByItselfInANarrowWindow();
    void stateComesBack();
    void damagedStateReadsAsDefaults();
    void undoHasNoMeaningAtFirst();
    void quitTellsBeforeClosing();
    void whatIsNotSavedIsAskedAbout();
    void whatIsSavedLateIsAskedAbout();
    void buttonsOfThePageComeBeforeItByKey();
    void controlsHaveNames();
    void theNavigationFoldsForLargerText();
    void everythingGrowsWithTheText();
};

/// Fuzzy matching and the command palette.
class TestPalette final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fits_data();
    void fits();
    void ranks_data();
    void ranks();
    void emphasisPointsAtTheLetters();
    void opensFiltersAndRuns();
    void leavesOutWhatCannotBeUsed();
    void givesTheFocusBack();
    void findsByKeyword();
};

/// The search box.
class TestSearchBox final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksWhileTyping();
    void groupsByKind();
    void ignoresAnAnswerToAnOlderQuestion();
    void choosesByKeyboard();
    void saysThatNothingWasFound();
    void escapeClosesThenClears();
    void modelIsSound();
};

/// Status line, running jobs and notices.
class TestStatusLine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesFade();
    void creditsCanBeHidden();
    void jobsAreListedAndCancelled();
    void jobLinesStayInPlace();
    void toastsComeOneAfterTheOther();
    void theActionOfAToastIsDoneOnce();
    void theWayBackIsShownAtOnce();
    void anUndoGoesWithItsOperation();
};

/// What several parts say in one banner.
class TestStandingNotices final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noneTakesAnotherAway();
    void theMostImportantIsInSight();
    void whatIsSaidAgainReplacesItself();
    void theButtonIsOfTheOneInSight();
};
