// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// The table's model on its own: what is inserted, moved and removed.
class TestContactTableModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsFollowTheIds_data();
    void rowsFollowTheIds();
    void typedTextStaysUntilItIsSaved();
    void refusedNotesKeepWhatTheyWereMadeOf();
    void oneTextOfACellIsOnItsWayAtATime_data();
    void oneTextOfACellIsOnItsWayAtATime();
    void theOpenCellIsMadeOfWhatWasStored();
    void whatIsTypedBackMeanwhileGoesToo();
    void aNewerTextIsNotForgotten();
    void goneRowsAreBlankNotWrong();
    void matches_data();
    void matches();
};

/// The whole page on a workspace.
class TestContactsPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyWorkspaceSaysWhatToDo();
    void listsEveryone();
    void filtersWhileTyping();
    void statusChipsCountAndFilter();
    void samplePeopleCanBeHidden();
    void sortsByHeader();
    void escapeGivesTheCellUp();
    void selectionAndPlaceSurviveChanges();
    void cellIsEdited();
    void wrongCellKeepsWhatWasTyped();
    void nameCellHasTwoParts();
    void statusCellIsAList();
    void deleteGoesToTheTrashAndBack();
    void manyAtOnce();
    void rowsAreCopiedAsATable();
    void addsByHand();
    void columnsAreRemembered();
    void trashRestoresAndEmpties();
    void commandsKnowTheSelection();
    void controlsHaveNames();
};

/// What is typed is kept and goes where it belongs; what is shown is shown whole.
class TestContactsKept final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void enterAddsAndEscapeAsks();
    void theBarGivesWay_data();
    void theBarGivesWay();
    void aHalfTypedTagIsForWhomItWasTyped();
    void whatWasRefusedHasFieldAndPerson();
    void tagsThatAreOnTheirWayAreAddedTo();
    void whatBelongsToARemovedAddressIsTold_data();
    void whatBelongsToARemovedAddressIsTold();
    void aRemovedAddressIsGivenUpInItsLine();
    void whatCannotBeChosenIsToldWithItsReason();
    void aRefusedFieldThatIsFoldedAwayIsShownAgain();
    void theHeaderShowsTheSort();
    void theNewestAreSelectedOnce();
    void theHeadOfThePaneKeepsTheFocus();
};

/// What the user is at never goes away under their hands, whatever happens around it.
class TestContactsHands final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void openCellKeepsItsRow_data();
    void openCellKeepsItsRow();
    void tabKeepsTheRowThatLeaves();
    void paneStaysWhileItHasTheFocus_data();
    void paneStaysWhileItHasTheFocus();
    void notesOfTwoWritersAreBothKept_data();
    void notesOfTwoWritersAreBothKept();
    void refusedTextIsGivenUpWithEscape_data();
    void refusedTextIsGivenUpWithEscape();
    void refusedFieldIsGivenUpLater();
    void cancelLeavesTheFocusInTheList();
    void hidingTheDetailsLeavesTheFocusInTheList();
    void whoComesBackIsSelected_data();
    void whoComesBackIsSelected();
};

/// The table as a spreadsheet, and the filters.
class TestContactsViews final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyColumnIsEdited_data();
    void everyColumnIsEdited();
    void notesKeepTheirLines();
    void wrongValuesSayWhatIsWrong_data();
    void wrongValuesSayWhatIsWrong();
    void everyColumnSorts_data();
    void everyColumnSorts();
    void tabGoesToTheNextCell();
    void cellBeingTypedIsSavedWhenThePageGoes();
    void keysMoveAndSelect();
    void columnsAreChosenInADialog();
    void tablesComeAndGoAsText_data();
    void tablesComeAndGoAsText();
    void tableIsPastedOntoCells();
    void oneRowIsPastedOntoAllSelected();
    void wrongCellsAreShownBeforePasting();
    void newPeopleGoToTheImport();
    void aTableOfPeopleIsNotPastedUnasked();
    void cutEmptiesTheCell();
    void stoppedChangeLeavesEveryoneAsBefore();
    void filtersCombine();
    void filtersAreKeptUnderAName();
};

/// Ten thousand contacts changed at once.
class TestBulkEdits final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statusTagAndDeleteAreTakenBack();
    void cancelLeavesTheStoreAsBefore();
    void eachStepHasAStopOfItsOwn();
    void editsAreWrittenInTheOrderAskedFor();
    void theBarStaysWithItsStep();
    void copyingIsCancelled();
    void whatWaitsGoesOutWhenThePageGoes();
};

/// What the export writes: who and in which form.
class TestContactsExport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesThatSet_data();
    void writesThatSet();
    void theFilterIsOnlyOfferedWhenThereIsOne();
    void enterSaves();
};

/// The board by status.
class TestContactsBoard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void boardShowsStages();
    void cardsMoveWithKeys();
    void cardsAreDropped();
    void lastCardIsReachedAtOnce();
};

/// The detail pane.
class TestContactPane final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhereValuesComeFrom();
    void fieldIsSaved();
    void wrongFieldIsKeptForItsContact();
    void notesAreSavedWhenTheFocusLeaves();
    void notesAreSavedWhenThePageGoes();
    void notesBeingTypedSurviveAChange();
    void tagsAreSaved();
    void statusIsSetFromTheHead();
    void positionsAreEdited();
    void itemsAreReordered();
    void addressesAreAListOfTheirOwn();
    void escapeGivesTypedTextUp();
    void notesAreSavedWithoutLeavingThem();
    void notesThatCannotBeSavedAreKept();
    void notesAreShownAsTheyRead();
    void nextStepIsSetAndDone();
    void introducersAreOtherContacts();
    void tagsInUseAreOffered();
    void historyTellsWhatChanged();
    void valuesAreRestoredFromTheHistory();
    void timelineIsFilteredAndPaged();
    void notesTypedInOneGoAreOneEntry();
    void theConversationIsReachedFromTheContact();
    void answersAreInTheTimeline();
};

/// Notes as they are typed, and the answers of whoever saves them.
class TestNotesEditor final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lookingWritesNothing_data();
    void lookingWritesNothing();
    void oneTextIsOnItsWayAtATime();
    void refusedTextGoesAgainFromWhereItBegan();
    void whoIsLeftIsSavedToo();
    void whatWaitsIsNotTakenForStored();
};

/// Fields of a contact as they are typed in, and the answers of whoever saves them.
class TestFieldBook final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isSavedOnce();
    void typedBackIsNotSaved();
    void oneTextIsOnItsWayAtATime();
    void typedBackBehindAnotherIsSaved_data();
    void typedBackBehindAnotherIsSaved();
    void theNewestIsShownWhateverIsStored_data();
    void theNewestIsShownWhateverIsStored();
    void refusedIsKeptAndShown();
    void refusedBehindANewerOneIsNotTold();
    void refusedWhileTypingGoesOn();
    void escapeLeavesWhatIsOnItsWay();
    void chosenTakesThePlaceOfTyped();
    void chosenHasNoLine();
    void forgottenShowsWhatIsStored();
};

/// What is told of texts that could not be saved, and what the way back to them does.
class TestTypedTexts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsOfTheDeletedAreCopiedWhole();
    void textsOfThePaneAreCopiedWhole();
    void whatIsTypedBackIsStoredToo();
    void whatIsTypedOnIsNotGivenUp_data();
    void whatIsTypedOnIsNotGivenUp();
    void whatIsToldFollowsTheTyping();
    void whatIsSavedIsToldNoMore();
    void aFieldThatIsGivenUpIsToldNoMore();
    void notesTypedTwiceAreStoredOnce();
    void aPasteIsAwaited();
    void otherProblemsStayTold();
    void theWayBackLeadsToTheCell_data();
    void theWayBackLeadsToTheCell();
    void theWayBackToSomebodyGoneTellsTheText_data();
    void theWayBackToSomebodyGoneTellsTheText();
    void theWayBackIsGivenUp_data();
    void theWayBackIsGivenUp();
    void anUnreadableContactIsTold();
};

/// The history of the workspace.
class TestHistoryDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsWhatWasDone();
    void oneIsTakenBack();
    void goesBackToAPoint();
    void tellsWhatWasLeftAlone();
    void isStopped_data();
    void isStopped();
    void closedItStopsFirst_data();
    void closedItStopsFirst();
};

/// The import dialog.
class TestImportDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pastedPeopleAreShownAfterwards();
    void showsWhatWouldHappen();
    void returnImports();
    void importsAndTakesBack();
    void correctedColumnsCount();
    void headerRowCanBeChosen();
    void encodingCanBeChosen();
    void sheetsCanBeChosen();
    void oneSheetNeedsNoChoice();
    void vcardsNeedNoColumns();
    void wrongFilesAreRefused_data();
    void wrongFilesAreRefused();
    void tellsUnusableRowsAndDuplicates();
    void cancelLeavesNothing();
};
