// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class TestSettingsView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void schemeAndTextSizeAreChosen();
    void followsWhatIsChosenElsewhere();
    void saysWhereTheDataIsAndOpensIt();
    void everyControlIsNamedAndReached();
};

/// Who writes, and with which model.
class TestModelCard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aServerIsChosen();
    void aWrongAddressIsToldAndChangesNothing();
    void modelsAreListed();
    void theWriterIsChosen();
};

/// News about firms, and the user's feeds.
class TestNewsCard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newsIsSwitchedOffAndStaysOff();
    void feedsAreAddedAndRemoved();
    void whatIsNoFeedIsRefused_data();
    void whatIsNoFeedIsRefused();
    void inPictures();
    void thePaperStays();
};

/// The Backup section of the settings.
class TestBackupCard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void backsUpToAFile();
    void restoresAfterAQuestion();
    void anAnswerOfNoChangesNothing();
    void badFilesAreRefused_data();
    void badFilesAreRefused();
    void aBackupThatCannotBeWrittenIsTold();
    void soundWorkspaceIsInOrder();
    void damageLeadsToTheRepair();
    void folderAndDailyBackupAreKept();
};

/// The Connections section of the settings, with the stand-in for the vendor.
class TestConnections final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void aKeyIsEnteredTestedAndDeleted();
    void aKeyOfTheEnvironmentIsNotOursToDelete();
    void whatCannotBeAKeyIsRefused();
    void aTestSaysWhyItFailed_data();
    void aTestSaysWhyItFailed();
};

/// The Privacy section of the settings.
class TestEgress final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelKeepsToTheRules();
    void outcomesAreWords();
    void nothingHasLeftThisComputer();
    void everyRequestIsListedAndSearched();
    void inPictures();
};

/// How emails are written: style, the user's templates, what was learned.
class TestWriting final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsToneLengthAndSignOff();
    void writesATemplateWithErrorsAndPreview();
    void insertsVariablesWhereOneWrites();
    void savesATemplateOnce();
    void asksBeforeItLetsATemplateGo();
    void aBadSignOffKeepsNothingElseBack();
    void pinsAndDeletesRules();
    void inPictures();
};

/// Gmail in the settings.
class TestGmailCard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAClientIdItSaysWhatToDo();
    void connectsTestsAndDisconnects();
    void waitingCanBeCancelled();
    void aDeadConnectionIsConnectedAgain();
    void deniedConsentIsExplained();
    void inPictures();
};
