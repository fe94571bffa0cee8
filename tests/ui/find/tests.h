// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class TestFoundModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsToTheRules();
    void selectionStaysWhenOnlyMoreIsKnown();
};

class TestPaidFind final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void withoutAKeyItSaysSoAndLeadsToConnections();
    void thePriceStandsBeforeTheClick();
    void missingCreditsAreNamedAndNothingIsSearched();
    void findsPeopleAndSaysWhatTheyCost();
    void thoseWithoutAnAddressAreMarked();
    void whatWasWidenedIsSaid();
    void theSameAgainIsComparedAndFree();
    void nobodyFoundCostsNothing();
    void cancelGivesEverythingBack();
    void quittingKeepsWhatIsPaidFor();
    void withoutANetworkItSaysSo();
    void failureInWords_data();
    void failureInWords();
    void titlesAreHelpedWith();
    void completionsComeFromTheVendor();
    void notesStayWithTheSearch();
    void runsAreDeleted();
    void everyControlIsNamedAndReached();
    void inPictures();
};

class TestFindView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewUserIsToldWhatToDo();
    void nothingTypedIsNoSearch();
    void searchesAndSaysWhy();
    void nobodyFoundSaysWhatToDo();
    void completesWhileTyping();
    void savesTheChosen();
    void writingSavesFirst();
    void exportsToAFile();
    void earlierSearchesComeBack();
    void deletedSearchIsClosed();
    void cancelEndsTheSearchAndCanBeUsedAgain();
    void failureKeepsTheFormAndTriesAgain();
    void everyControlIsNamedAndReached();
};
