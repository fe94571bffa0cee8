// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/support.h"

#include <QObject>

class PhrasesTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wordsNames_data();
    void wordsNames();
    void wordsFirms_data();
    void wordsFirms();
    void wordsJobs_data();
    void wordsJobs();
    void wordsSchoolsAndTowns();
};

class TemplateTextTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rendersMarks_data();
    void rendersMarks();
    void refusesBadMarks_data();
    void refusesBadMarks();
    void makesClaimsOfExactWords();
    void readsAllBundledTemplates();
    void namesTheFileOfABadTemplate();
};

class VariablesTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void saysOfJobsOnlyWhatIsSo_data();
    void saysOfJobsOnlyWhatIsSo();
};

class TemplateWriterTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void choosesByConnection_data();
    void choosesByConnection();
    void writesForMixedPeople_data();
    void writesForMixedPeople();
    void writesTheSameTwice();
    void findsOtherWordingsUntilThereAreNone();
    void mentionsAnAttachedResumeOnlyThen();
    void namesAFellowByTheMascotOfTheirSchool();
    void writesInToneAndLength_data();
    void writesInToneAndLength();
    void followsWhatWasLearned();
    void leavesTheNameOutOfAnUnsignedEmail();
    void tellsNamesakesApart();
    void neverSaysThatAnEndedJobIsHeld();
    void followsUpWithoutRepeating();
    void thanks();
    void refusesATemplateThatLacksItsFacts();
};

class SentenceEditingTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesOutASentence_data();
    void takesOutASentence();
    void leavesGreetingAndSignatureAlone();
    void claimsGoWithTheirWords();
};

class OwnTemplateTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void findsMistakesBeforeUse_data();
    void findsMistakesBeforeUse();
    void fillsInAndSaysItsSources();
    void neverLeavesABlank_data();
    void neverLeavesABlank();
    void closesTheGapsOfSections();
    void asksForTheSourceOfWhatTheUserClaims_data();
    void asksForTheSourceOfWhatTheUserClaims();
    void whatHasEndedIsNotToday();
    void holdsForMixedPeople();
    void explainsEveryVariable();
};

class VoiceRulesTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsHabits_data();
    void findsHabits();
    void learnsNothingAboutPeople_data();
    void learnsNothingAboutPeople();
    void holdsWhenSeenTwice();
    void staysDeleted();
    void tellsWhatCanBeFollowedToTheLetter();
};

/// Prints emails to people of all kinds, to be read aloud.
int printSamples(int count);
