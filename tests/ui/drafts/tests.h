// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class TestDraftListModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsToTheRules();
    void rowsFollowTheDrafts();
    void thousandsComeAndGoAtOnce();
};

/// One draft: text, claims, gate.
class TestDraftEditor final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void claimsLeadToTheirWordsAndSources();
    void findingsFollowTheTyping();
    void findingLeadsToItsWords();
    void heldUntilLetPassKnowingly();
    void typedTextIsSaved();
    void lookingChangesNothing();
    void textIsKeptWhenItCannotBeSaved();
    void switchingWhileSavingFailsLosesNothing();
    void aMissingAddressIsSaid();
    void goesBelowInANarrowWindow();
};

/// Versions, rewriting, preview, resumes: what is done with one draft beside typing.
class TestDraftTools final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUnsourcedSentenceGoesWithOneClick();
    void aSentenceGoesFromTheMenu();
    void anotherWordingKeepsWhatWasTyped();
    void versionsAreComparedAndRestored();
    void differencesAreSeenWithoutColours();
    void previewIsWhatTheRecipientSees();
    void oneOfSeveralResumes();
};

/// Going through a batch.
class TestDraftReview final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsAndGoesOn();
    void skipsAndGoesRound();
    void typingTakesItBack();
    void theGateIsNotAcceptedAway();
    void onlyTheUnreviewed();
    void theAcceptedAreSaved();
    void aSingleDraftNeedsNoReview();
    void manyAreListedWithoutWaiting();
};

/// The spell check, with a dictionary made for the test.
class TestSpelling final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsWorthChecking_data();
    void wordsWorthChecking();
    void findsDictionaries();
    void readsOtherEncodings();
    void usualLanguages_data();
    void usualLanguages();
    void marksAndSuggests();
    void correctsOnlyTheWordItWasAskedFor();
    void namesAndOwnWordsAreRight();
    void theSubjectIsCheckedToo();
    void marksOfALineMoveWithItsText();
    void aLineThatIsComposedKeepsItsLetters();
    void offStaysOff();
    void withoutDictionariesOneLineSaysSo();
};

/// The whole page.
class TestDraftsView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyPageSaysWhatToDo();
    void writesAndOpensTheFirst();
    void thoseLeftOutAreNamed();
    void cancelStopsWriting();
    void mailProgramGetsWhatWasJustTyped();
    void noMailProgramIsSaid();
    void heldDraftDoesNotLeave();
    void filesAreWrittenForTheChosen();
    void copies();
    void attachesTheResume();
    void shelves();
    void deletesByKeyAndOnlyInTheList();
    void whatIsBeingTypedIsHandedOver();
    void followUpIsWritten();
    void everyControlIsNamedAndReached();
};

/// Draws the page in all its states, for people to look at.
[[nodiscard]] int drawPictures(const QString &folder);

/// Emails written anew by a language model, and tried out.
class TestDraftModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aRewriteIsShownAsItComes();
    void theTextStaysWhenItDoesNotWork_data();
    void theTextStaysWhenItDoesNotWork();
    void thePromptIsShownAndNothingLeaves();
    void thePromptOfASentence();
    void aCancelledBatchLeavesNoBusyBar();
    void aTryOutKeepsNothing();
};

/// Gmail on the page.
class TestMailbox final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutGmailTheMailProgramComesFirst();
    void putsEmailsIntoGmail();
    void sendsAndTellsHowItStands();
    void canBeTakenBack();
    void whatNobodyKnowsIsAsked();
    void everythingHasANameAndIsReached();
    void inPictures();
};
