// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class TestDraftListModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsToTheRules();
    void rowsFollowTheDrafts();
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
    void followUpIsWritten();
    void everyControlIsNamedAndReached();
};
