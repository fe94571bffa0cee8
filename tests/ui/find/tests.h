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
