// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

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
    void ownQuestionsStayWhenItIsPreparedAgain();
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
