// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// The merge studio and the list of merged contacts.
class TestMergeStudio final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingToDecide();
    void showsPairsWithTheReason();
    void mergesWithTheChoices();
    void oneOfTwoMustStayChosen();
    void theOtherCanBeKept();
    void undoBringsThePairBack();
    void notTheSameStays();
    void keysDecide();
    void mergingMovesTheOtherPairs();
    void cancelLeavesEverything();
    void twoSelectedContacts();
    void mergedContactsAreTakenApart();
    void listModel();
    void everyControlHasAName();
};
