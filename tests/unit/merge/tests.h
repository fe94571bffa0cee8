// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/support.h"

#include <QObject>

class MergeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everythingGoesAlong();
    void valuesKeepTheirSource();
    void bothHistoriesStay();
    void oneUndoTakesItBack();
    void whatIsNoPairIsRefused();
    void whoTheyAreNow();
    void mergedContactsAreNotMovedAlone();
};

class UnmergeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesEverythingBack();
    void laterEditsStay();
    void notesWrittenSinceStay();
    void chainFromTheMiddle();
    void twoIntoOneInEitherOrder_data();
    void twoIntoOneInEitherOrder();
    void mergedAgain();
    void ofAUnmergeThatWasUndone();
    void whenTheOtherIsInTheTrash();
    void whenTheOtherIsGone();
    void afterTheHistoryIsPruned();
    void notMerged();
    void anyMergesInAnyOrder_data();
    void anyMergesInAnyOrder();
};

class FindDuplicatesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ofAWorkspace();
    void notTheSameIsRememberedAndUndoable();
    void notTheSameFollowsAMerge();
    void mergedAndTrashedAreNotListed();
    void nothingIsWritten();
    void stops();
};
