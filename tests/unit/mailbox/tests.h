// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

class ConnectTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectsAndForgets();
    void keepsNoSecretInTheWorkspace();
    void anotherAccountThanWishedChangesNothing();
    void deniedConsentSaysSo();
    void withoutThePermissionToWriteNothingStays();
    void withoutThePermissionToReadItSaysWhatIsMissing();
    void aDeadGrantIsToldOnceAndNotTriedAgain();
    void aRefusedTokenIsRenewed();
    void disconnectingWorksWithoutNetwork();
    void twoAccounts();
};

class PushTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsDraftsThere();
    void updatesInsteadOfMakingASecond();
    void unchangedIsNotWrittenAgain();
    void aLostAnswerMakesNoSecondDraft();
    void whatTheGateHoldsIsNotPut();
    void deletedThereIsNoticed();
    void sentThereIsNoticed();
    void aDraftInAConversationThatIsDeletedWasNotSent();
    void aDraftLiesInOneMailboxOnly();
    void withoutReadingNobodyCanTell();
    void oneFailureLeavesTheOthers();
    void offlineTriesNoMore();
    void aLargeAttachmentIsUploaded();
};

class SendTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsOnce();
    void aLostAnswerIsLookedUp();
    void aFaultAfterTheWorkIsLookedUp();
    void whatNeverArrivedIsSentAgain();
    void killedBetweenMarkAndCall();
    void killedAfterTheCall();
    void withoutReadingTheUserIsAsked();
    void anAnswerStopsAFollowUp();
    void aBounceStopsTheNext();
    void theDaysLimitHolds();
    void theGateHolds();
    void aFollowUpGoesOnWithTheConversation();
    void aSecondFollowUpFollowsTheFirst();
    void severalWithOneFailing();
    void twoAtOnceSendOnce();
    void undoDoesNotUnsend();
};

class SendKillTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachIsSentOnce();
};

class AnswersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHumanAnswerIsKept();
    void automaticAnswersAndBouncesAreToldApart();
    void nobodyWroteMeansCannotTell();
    void offlineMeansCannotTellAndKeepsWhatIsKnown();
    void aStageSetByHandStays();
    void sentFromTheWebIsNoticed();
    void whatElseTheUserWritesThereIsNotTheDraft();
    void aSavedAnswerKeepsToTheSameRules();
    void historyIsFollowedAndResynced();
    void anotherAddressWithTheSameEndIsNoOwner();
};

class QueueTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsWhatIsDue();
    void canBeTakenBack();
    void whatIsOnItsWayIsNotSaidToBeTakenBack();
    void missedIsAsked();
    void waitingForATurnIsNotMissed();
    void survivesARestart();
    void keepsOutOfTheNight();
    void zones_data();
    void zones();
    void aTimeThatIsOverIsRefused();
};

class ConversationTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWordsOnly();
    void splitsTheQuote_data();
    void splitsTheQuote();
    void anAnswerGoesOnWithTheConversation();
    void thereIsNothingToAnswer();
    void ownWordsAreKept();
    void aModelAnswersFromTheConversation();
    void whatAModelInventsIsNotKept();
    void instructionsInAnAnswerAreData();
};

class EmulatorTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWholeWay();
};
