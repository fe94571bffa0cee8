// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/support.h"

#include <QObject>

class NameFormsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void spellingsOfOneWord_data();
    void spellingsOfOneWord();
    void formsOfOneName_data();
    void formsOfOneName();
    void nobodyAndNowhere();
};

class DuplicatesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pairs_data();
    void pairs();
    void strangers_data();
    void strangers();
    void aNameOfManyIsNotRare();
    void theOrderOfPeopleDoesNotMatter();
    void saidNotTheSame();
    void saidOfSomebodyWhoWasMergedSince();
    void likeliestFirst();
    void largeGroupsAreNamed();
    void growsWithThePeopleNotTheirSquare();
    void stops();
};

class MergeChoiceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void suggestionsLoseNothing();
    void choicesAreFollowed();
    void whatIsTheSameNeedsNoChoice();
    void statusAndDates_data();
    void statusAndDates();
    void theBetterName_data();
    void theBetterName();
    void theFullerIsKept();
    void distinctIsJoined();
    void wrongChoicesAreRefused();
};
