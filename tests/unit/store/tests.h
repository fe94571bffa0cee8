// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include <memory>

class StoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyAFullDiskNeedsTheLogsRoom();
    void readersKeepTheLog();
    void createsAndReadsBack();
    void undoAndRedo();
    void bulkIsInvisibleUntilPublishedAndUndoneAtOnce();
    void stoppedBulkLeavesNothing();
    void portionsBecomeOneOperation_data();
    void portionsBecomeOneOperation();
    void keysOfABulkComeAndGoWithIt_data();
    void keysOfABulkComeAndGoWithIt();
    void creditsNeverGoBelowZero();
    void nothingChangedIsNoStepForUndo();
    void changedIsReportedBeforeTheCallerGoesOn();
    void copyIsAWholeWorkspace();
    void jobKeepsItsBeginning();
};

class KillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFinishedOperationSurvives();
};
/// The program that KillTest kills: writes to the workspace in `folder` until it is killed.
int writeUntilKilled(const QString &folder, quint32 seed);

class UndoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anySequenceComesBackByteForByte_data();
    void anySequenceComesBackByteForByte();
    void fieldChangedSinceIsAConflict();
    void fieldChangedTwiceInOneOperation();
    void createdAndEditedInOneOperation();
    void undoOfAnEarlierOperation();
    void stackSurvivesARestart();
    void theOperationOfARecordIsFound();
    void newOperationEndsRedo();
    void hundredThousandPeopleAtOnce();
};

class RestoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyPointComesBackByteForByte_data();
    void anyPointComesBackByteForByte();
    void whatCameBySyncStays();
    void mergeAndTrashAreTakenBack();
    void importUndoneAndRepeated();
    void goingToAndFroStaysSmall();
    void stoppedItLeavesEverything();
    void refusesWhatItCannotDo();
    void purgedRecordIsAConflict();
    void hundredThousandPeopleGoAtOnce();
    void contactsHistoryIsOneList();
    void operationsAreToldStepByStep();
    void undoneFieldsKeepTheirSource();
    void whatIsPutBackIsTheWordOfWhoSaidIt();
};

class RecordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodyIsStoredInOneForm_data();
    void bodyIsStoredInOneForm();
    void editsTurnOneBodyIntoTheOther_data();
    void editsTurnOneBodyIntoTheOther();
    void editsMeet_data();
    void editsMeet();
    void whatAnImportLeftAloneIsTold();
    void paragraphsAreAppendedToWhatIsThere();
    void sameIdTwiceIsAConflict();
    void refusedOperationLeavesNothing_data();
    void refusedOperationLeavesNothing();
    void trashedRecordIsChangedInTheTrash();
    void longAndOddValues();
    void syncLeavesUnsentChangesMarked();
    void stampsNeverGoBack();
    void copiedWorkspaceIsAnotherDevice();
};

class RetentionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void purgeLeavesTombstones();
    void purgeKeepsWhatUndoNeeds();
    void undoOfAPurgedRecordIsAConflict();
    void rowidsAreNeverUsedTwice();
    void recreatedRecordIsNotDeadAnyMore();
    void prunedHistoryKeepsMergesAndPairs();
    void purgeForgetsTextsAndFiles();
    void tidiesOnceADayByWhatTheClockSaidBefore();
};

class MigrationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEarlierVersionBecomesTheCurrentOne_data();
    void everyEarlierVersionBecomesTheCurrentOne();
    void newVersionsHaveOtherTables();
    void dataIsBackedUpFirst();
    void notesOfVersionOneAreFound();
    void failedStepChangesNothing();
    void newerVersionIsNotTouched();
};

class BadInputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unusableFolder_data();
    void unusableFolder();
    void readOnlyWorkspace();
    void notADatabase_data();
    void notADatabase();
    void damagedDatabase();
    void halfADatabase();
    void truncatedLog();
    void fullDisk();
    void fullDiskDuringBulk();
    void fullDiskOnKeptFile();
    void secondWriter();
    void databaseLockedByAnotherProgram();
    void keptFileMissingOrAltered();
    void repairMendsImpossibleStates();
};

class SearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void peopleAreFound_data();
    void peopleAreFound();
    void bestFirst();
    void searchFollowsChanges();
    void oddQueriesNeverFail_data();
    void oddQueriesNeverFail();
    void everythingIsSearched();
    void longTextsOfABulkAreIndexedBehind();
    void notesOfABulkAreFoundAtOnce();
    void trashIsNotFound();

private:
    std::shared_ptr<struct SearchDesk> m_desk;
};

class ConcurrencyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editIsAnsweredBetweenTheStepsOfABulk();
    void readerSeesAllOrNothing();
    void closingFinishesWhatWasAsked();
    void storeGoneDuringABulk();
};

class PeopleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filters_data();
    void filters();
    void sortsByEverything_data();
    void sortsByEverything();
    void everySortGivesEveryone();
    void valuesAreCounted_data();
    void valuesAreCounted();
    void pickedValuesStandFirst();
    void nameIsFoundByItsBeginning();
    void detailsSayWhereSomeoneCameFrom();
    void filtersAreSavedUnderNames();
    void stoppedChangeOfManyLeavesNothing();
    void changeOfManyTellsHowFarItIs();
    void earlierWorkspacesGetTheirColumns();
};

class ListsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filters_data();
    void filters();
    void order_data();
    void order();
    void idsAreCompletedFromTheirBeginning();
};

class ContactRecordTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWhatTheBodyWouldGive();
    void needsAnId();
};
