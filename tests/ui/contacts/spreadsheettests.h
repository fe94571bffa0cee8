// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// The keys and the clipboard of the table, as those who know spreadsheets expect them.
class TestSpreadsheetKeys final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneCellIsCopied();
    void oneCellComesBackAsItWas_data();
    void oneCellComesBackAsItWas();
    void emptyCellIsNotCopied();
    void theCellOfWhoIsGoneIsNotEmpty();
    void cutTakesWhatCopyTakes();
    void namesAreNotCut_data();
    void namesAreNotCut();
    void enterGoesToTheNextRow_data();
    void enterGoesToTheNextRow();
    void enterOnARowLeadsToItsDetails();
    void downFromTheFilterSelects();
    void dueTakesDaysAsTyped_data();
    void dueTakesDaysAsTyped();
    void pasteTellsWhatDoesNotFit();
    void pasteTellsNewStatuses();
    void statusesInUseAreNotNewWhateverIsFiltered();
    void columnsAreTickedInOneGo();
    void theOpeningClickTicksNothing();
    void theNameStaysInSight();
    void theNameAtTheEdgeIsSortedBy();
};

/// What the page, the pane and the import show, and that it is told whole and in words.
class TestContactsTold final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void boardShowsTheBeginning();
    void theFieldFollowsTheFilter();
    void theFormHasRoomForItsErrors();
    void typedLinesStayLines_data();
    void typedLinesStayLines();
    void longTitlesAreCut();
    void changesAreToldInWords_data();
    void changesAreToldInWords();
    void theImportCountsExactly();
    void theImportNamesFieldsInWords();
};

/// The clipboard where a text stands in a cell that is not stored.
class TestUnsavedCells final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSeenIsCopied();
    void aTextOnItsWayIsCopied();
    void whatIsSeenIsCut_data();
    void whatIsSeenIsCut();
    void onePasteReplacesItAndTells();
    void whatCannotBeToldWholeIsAskedAbout_data();
    void whatCannotBeToldWholeIsAskedAbout();
    void whatIsPastedElsewhereLeavesIt_data();
    void whatIsPastedElsewhereLeavesIt();
    void whatIsNotStoredIsSpokenAsSuch();
};

/// What pasting a table would do, and one paste after another.
class TestPastes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRowFillsAll();
    void eachTextIsCheckedForItsColumn();
    void statusesAreNamedOnce();
    void whatIsReplacedIsKnown_data();
    void whatIsReplacedIsKnown();
    void twoPastesFollowOneAnother();
    void thePasteBehindAQuestionWaits();
};
