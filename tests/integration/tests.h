// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

/// Every command of the contract with the fields it promises, as one person's work from import to export.
class ContractTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void demo();
    void profileAndResume();
    void resumesAndCorrections();
    void importFindWriteExport();
    void prepares();
    void creditsPlanJobs();
    void suggestions();
    void servicesThatAreNotThere();
};

/// News about a firm, with the services on this computer.
class NewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choiceIsKept();
    void newsIsFound();
    void theKeyIsTested();
};

/// Ids, lists, trash, undo.
class RecordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void prefixes();
    void trashedIsNotLive();
    void mergeIsTakenBack();
    void listPages();
    void undoRedoHistory();
    void draftsAreSet();
    void draftsHaveVersions();
    void severalContactsAreWrittenTo();
    void mutes();
    void loggedAnswerTellsOfTheStage();
};

/// The program with the window, as a shell starts it and a system ends it.
class WindowProgramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatItCanWithoutADisplay_data();
    void saysWhatItCanWithoutADisplay();
    void endsInOrder_data();
    void endsInOrder();
};

class UsageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongWords_data();
    void wrongWords();
    void help();
    void helpAsJson();
    void statusOfAnotherProgram();
    void everyCommandHasHelp();
    void capitalsNameAnyValue();
    void configuration();
    void emptyVariables_data();
    void emptyVariables();
    void styleAtTheEnd();
};

class StreamsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesAreNotAnswers();
    void quiet();
    void answerThatCannotBeWritten_data();
    void answerThatCannotBeWritten();
    void readerThatHasEnough();
    void pipesAreRead();
    void exportsIntoAPipe();
    void noteWithAByteOrderMark();
    void extraColumnsAreTold();
    void otherScripts();
    void noEscapeReachesTheTerminal();
    void oldLocale();
};

class FilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unusableImports_data();
    void unusableImports();
    void otherKindsOfFiles_data();
    void otherKindsOfFiles();
    void filesThatAreNone();
    void oneEndlessLine();
    void unusableResumes_data();
    void unusableResumes();
    void passwordOnStandardInput();
    void exportsThatCannotBeWritten();
    void exportsSayWhatTheyLeaveOut();
    void nothingIsWrittenOverTheWorkspace_data();
    void nothingIsWrittenOverTheWorkspace();
    void exportsReplaceNothingButFiles_data();
    void exportsReplaceNothingButFiles();
    void prepIsKeptWhenItsFileCannotBe();
    void oddHeadersAreUnderstood_data();
    void oddHeadersAreUnderstood();
    void workbooksAreRead();
};

class WorkspaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unusable_data();
    void unusable();
    void readOnly();
    void fullDiskBlocksNothing_data();
    void fullDiskBlocksNothing();
    void diskThatFillsUp();
    void killedImportLeavesNothing();
    void damaged();
    void readingNeedsNoLock();
};

class WritersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyAtOnce();
    void secondWaits();
    void windowAnswers();
    void windowThatClosesIsNotAskedTwice();
};

/// Ctrl+C and SIGTERM.
class InterruptionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importIsCancelled_data();
    void importIsCancelled();
    void secondSignalEndsAtOnce();
    void inputThatDoesNotCome();
    void waitingForAnotherCommand();
    void windowIsAskedToStop();
    void windowStops();
    void cancelledElsewhereIsNoInterruption();
    void ignoredSignalsStayIgnored();
};
