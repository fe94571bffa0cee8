// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"

#include <QTest>

class ImportTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void linkedInAndTheSameFileAgain();
    void aDryRunSaysTheSameAndChangesNothing();
    void theMappingCanBeCorrected();
    void oneImportIsOneUndo();
    void twoWhoShareANameStayTwo();
    void oneIdTwiceInAFileOfOurs();
    void cancelledInTheMiddleLeavesTheStoreAsItWas();
    void cancelledBeforeItBegan();
    void refused_data();
    void refused();
    void twoAtOnceAddEverybodyOnce();
    void aFullDiskLeavesTheStoreAsItWas();
    void whoCannotBeReadStopsTheImport_data();
    void whoCannotBeReadStopsTheImport();
    void notesThatWereThereOnce();
};

/// People on their way from the thread that plans to the one that writes.
class PlannedPeopleTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void comeInTheirOrder();
    void waitsNotForEver();
    void crossThreads();
};

/// What somebody does while something else is being done.
class MeanwhileTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoIsEditedDuringAnImportKeepsTheirWords();
    void everyNoteIsKept();
    void textsTypedOneAfterTheOther();
    void aChangeIsToldThoughItsRecordIsGone();
    void oldThingsGoOnceADay();
};

class FindTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyoneFoundHasAReason();
    void samplePeopleCanBeHidden();
    void refusedCriteria_data();
    void refusedCriteria();
    void cancelledKeepsNoRun();
    void savedOnceAndKnownAfterwards();
    void aDoubleClickSavesOnce();
    void oneAddressWithAnotherNameIsSomebodyElse();
    void suggestionsComeFromContactsAndSample();
};

class WriteTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyoneOfARunGetsAnEmailOfTheirOwn();
    void whoGetsNothingIsListedWithTheReason();
    void refusedOrders();
    void namedTwiceIsOneEmail();
    void twoOrdersAtOnce();
    void theResumeIsMentionedWhenAttachedAndOnlyThen();
    void aHandEditedEmailIsKeptByABatch();
    void anEditMadeWhileItIsWrittenAgainStays();
    void aContactDeletedWhileItIsWrittenTo();
    void cancelledWritesNothing();
    void oneOrderIsOneUndo();
    void theGateHoldsWhatIsWrong_data();
    void theGateHoldsWhatIsWrong();
    void theSameEmailInAnotherRunIsHeld();
    void anOverrideEndsWithTheWordsItWasFor();
};

/// Emails by a language model.
class ModelWritingTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void writesABatch();
    void goesOnWhenOneFails();
    void stopsAsking_data();
    void stopsAsking();
    void tellsWhenTheTemplatesHadTo();
    void aCancelKeepsWhatIsWritten();
    void aDryRunKeepsNothing();
    void keepsADryRunAsItWasRead();
    void keepingADryRunSavesItsPeople();
    void aDryRunSeesWhatIsSaidTwice();
    void showsThePromptWithoutAsking();
    void rewritesAndKeepsTheOldText();
    void rewritesTheOneThatWasMeant();
    void needsAKeyElsewhere();
};

/// The texts of a draft, what was accepted of it, and what is beside it.
class DraftVersionsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTextIsAVersion();
    void typingStepsAreOneVersion();
    void restores();
    void restoresWhatWasSuggested();
    void anotherWordingKeepsTheRest();
    void acceptedUntilTheTextChanges();
    void besideFollowsTheDrafts();
};

class HandOffTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void filesSayWhatTheDraftsSay();
    void theResumeGoesAlong();
    void aResumeFileThatVanishedHoldsItsDrafts();
    void oneDraftThatIsGoneWritesNothing();
    void namedTwiceIsOneFile();
    void whatWentFurtherStaysThere_data();
    void whatWentFurtherStaysThere();
    void twoEmailsToOnePersonAreTwoFiles();
    void aFolderThatCannotBeMade();
    void theMailProgramsAddress();
};

class PrepTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPrepHasAPdf();
    void onePrepIsOneUndo();
    void editsRenderThePdfAgain();
    void twoEditsAtOnceAreBothInThePdf();
    void whatIsWrittenWhileItIsMadeAgainStays();
    void madeAgainItKnowsWhatIsNewAndKeepsWhatIsYours();
    void aFailureKeepsItsReasonAndCanBeTriedAgain();
    void anEditIsSavedEvenWhenThePdfCannotBe();
    void cancelledAtEachStage_data();
    void cancelledAtEachStage();
    void aSecondTryThatIsCancelledLeavesAGoodPrepAlone();
    void whoIsGoneIsNotPrepared();
    void aPdfThatVanishedIsMadeAgain();
    void earlierPdfsAreKept();
    void thePaperIsWhatWasChosen();
    void newsThatWasFoundStays_data();
    void newsThatWasFoundStays();
    void whichChatsWereHeld();
};

class PaidPrepTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoIsLookedUpBecomesAContact();
    void whatTheUserKnowsStays();
    void nobodyThereIsFree();
    void aProfileOfSomebodyElseIsRefused();
    void anAnswerIsPaidForOnce();
    void twoAtOnceAreOnePurchase();
    void anAnswerThatWasGivenBackIsPaidForOnce();
    void whatIsBoughtAgainIsPaidAgain();
    void aRetryKeepsWhatTheVendorSaid();
    void whoAnswersIsWhoWasAsked_data();
    void whoAnswersIsWhoWasAsked();
    void anotherAnswerLeavesOnesOwnData();
    void triesThatFailLeaveOnePrep();
    void aVendorThatFailsCostsNothing_data();
    void aVendorThatFailsCostsNothing();
    void withoutItsPdfItIsFreeAndGoesOnThere();
    void refusedBeforeAnythingBegins();
    void tooFewCreditsSayHowMany();
    void whatWasPaidForNeedsNoCredits();
    void whatAnEarlierVersionBoughtIsPaidFor();
    void killedAtEachStepItIsPaidOnce_data();
    void killedAtEachStepItIsPaidOnce();
    void questionsOfAModelRestOnFacts_data();
    void questionsOfAModelRestOnFacts();
};

class ProfileTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aResumeFillsTheProfile();
    void correctionsByHandSurviveEveryReading();
    void nothingIsSetWhenOneFieldIsWrong();
    void whatIsSetAfterAnUndoneFirstEditIsThere();
    void refusedFiles_data();
    void refusedFiles();
    void aFileThatCannotBeKeptChangesNothing();
};

/// Several resumes, corrections, protected files and scans.
class ResumesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void severalAreKeptAndOneIsTheDefault();
    void theNextOneFollowsOneRemoved();
    void correctionsReachTheProfileAndCanBeUndone();
    void correctionsOfAnotherThanTheDefaultWait();
    void whatEarlierVersionsRemovedStaysRemoved();
    void aProtectedFileStaysProtected();
    void aScanTakesTypedText();
    void aScanIsRecognised();
    void recognitionThatFailsChangesNothing_data();
    void recognitionThatFailsChangesNothing();
    void recognitionCanBeCancelled();
    void namesThatLie_data();
    void namesThatLie();
};

class ExportTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void comesBackWithoutADifference_data();
    void comesBackWithoutADifference();
    void spreadsheetsRunNothing();
    void onlyTheseOrThoseOfARun();
    void cancelledItWritesNothing();
    void refusedTargets();
};

class DemoTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void doesTheWholeJob();
    void aSecondTimeNobodyGetsASecondEmail();
    void yourOwnProfileIsLeftAlone();
    void aFolderThatCannotBeMadeDoesNothing();
};

class FlowKillTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void killedAtEachStep_data();
    void killedAtEachStep();
    void cancelledAfterTheKillAPrepSaysSo();
    void aContactDeletedBetweenKillAndResume();
    void killedAtRandom();

private:
    crema::flows::Desk m_base; ///< what every kill starts from
};

class VoiceTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsTemplatesWithUndoAndTrash();
    void keepsWhatWasChangedElsewhere();
    void writesFromATemplate();
    void learnsFromWhatLeaves();
    void setsTheStyleWithTheProfile();
};
