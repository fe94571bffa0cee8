// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

class ContactItemsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsAreSetFromText_data();
    void fieldsAreSetFromText();
    void wrongTextIsRefused_data();
    void wrongTextIsRefused();
    void addresses_data();
    void addresses();
    void itemsMoveWithoutTheirNeighbours();
    void introducersSurviveABody();
};

/// What was read from a resume, put right by hand.
class CorrectionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsPutRightHolds();
    void listsItemByItem();
    void readAgainTheyHold();
    void theyAreStoredBesideWhatWasRead();
    void whatCannotBeIsRefused();
    void aNewerResumeTakesThemOver();
    void theProfileSaysWhoKnew();
};
