// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QUrl>

class TestPrepListModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsToTheRules();
};

class TestChat final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itsTimeIsKeptAndTheListGivesWay();
    void theTimeStaysWithItsPerson();
    void whatIsHalfTypedIsHandedOver();
    void typingDoesNotBringBackWhatWasUndone();
    void ownQuestionsStayWhenItIsPreparedAgain();
    void aClockThatRanIsNoMeeting();
    void weMetIsOneOperation();
    void theNoticeTakesBackWhatItTells();
    void aPromiseTakesThePlaceOfTheUsualFollowUp_data();
    void aPromiseTakesThePlaceOfTheUsualFollowUp();
    void findGoesToTheFilterOfTheList();
    void thePdfOpensInAnotherProgram();
    void aMeetingSaysWhatItDoes();
    void aSuccessTakesTheErrorAway();
    void aPromiseBecomesTheNextAction();
    void aDayThatIsNoneIsSaid();
    void afterwardsTheStageMovesAndTheDayIsSet();
    void theLibraryIsNarrowed();
    void earlierPdfsAreShown();
    void severalAreSavedApartOrAsOne();
    void aProfileIsOnlyOrderedWhenItIsOne();
    void aMeetingHasACalendarFile();
};

class TestPrepsView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyPageSaysWhatToDo();
    void preparesWithItsStagesAndOpens();
    void cancelLeavesNoHalf();
    void thePdfIsTurnedZoomedAndSearched();
    void ticksAreSavedAndKeepTheFocus();
    void notesAreSavedWhenThePageGoes();
    void notesNeverGoBackToAnOlderText();
    void savedPdfHasTheNewestNotes();
    void notesSurviveAFailingDisk();
    void preparingAgainKeepsTicksAndNotes();
    void unfinishedPrepSaysSoAndIsTriedAgain();
    void missingPdfIsMadeAnew();
    void leadsToTheContactAndTheThankYou();
    void deletesByKey();
    void narrowWindowShowsOneHalf();
    void everyControlIsNamedAndReached();
};

/// Stands in for the program that opens files.
class Opener final : public QObject
{
    Q_OBJECT

public:
    QUrl opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened = url; }
};
