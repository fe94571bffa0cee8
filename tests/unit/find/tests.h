// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"
#include "truth/knowledge.h"

#include <QObject>

class KnowledgeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void schools_data();
    void schools();
    void companies_data();
    void companies();
    void towns_data();
    void towns();
    void nothingIsSameAsUnknown();
    void similarTitles();
    void namesPointToOneGroupUnlessMeantTo();

private:
    crema::truth::DirectoryKnowledge m_knowledge;
};

class DirectoryMatcherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void titles_data();
    void titles();
    void companies_data();
    void companies();
    void locations_data();
    void locations();
    void schools_data();
    void schools();
    void allCriteriaMustHold();
    void titleAndCompanyAreOfOneJob();
    void pastJobsDoNotCount();
    void unknownDoesNotAnswer();
    void reasonsSayWhy();

private:
    crema::truth::DirectoryKnowledge m_knowledge;
};

class DirectorySearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keepsTheBestByPointsThenName();
    void orderDoesNotDependOnTheOrderOfOffers();
    void leavesOutExcludedAndUnwantedSamples();
    void widensTitlesAndSaysSo();
    void widensToTheAreaAfterTitles();
    void doesNotWidenWhenHalfIsThere();
    void saysWhenWideningFindsNobody();
    void saysNothingWhereNothingCanBeWidened();
    void limitOfZeroFindsNobody();

private:
    crema::truth::DirectoryKnowledge m_knowledge;
};

class SampleDirectoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void holdsEnoughPeople();
    void everyoneIsMarkedAndComplete();
    void idsLinksAndAddressesAreUnique();
    void nothingReachesRealPeople();
    void idsAreStable();
    void careersRunForward();
    void studiesFitTheCareer();
    void countriesScriptsAndFieldsAreMany();
    void everyPlaceIsUnderstood();
    void searchesFindPeople_data();
    void searchesFindPeople();

private:
    QVector<crema::Contact> m_people;
    crema::truth::DirectoryKnowledge m_knowledge;
};

class SuggestionIndexTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void suggests_data();
    void suggests();
    void limitHolds();
    void tablesHelpAnEmptyDirectory();
    void kindsHaveWords();

private:
    crema::truth::DirectoryKnowledge m_knowledge;
};

class VendorQueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void titles_data();
    void titles();
    void wideningTakesTheRankBeforeTheWork();
    void places_data();
    void places();
    void noForeignAreas_data();
    void noForeignAreas();

private:
    crema::truth::DirectoryKnowledge m_knowledge;
};

class VendorResolverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aContinentIsStillAPlace();
    void everyCriterionHasAClause();
    void namelessAnswersAreNotTaken();
    void guessedFirms_data();
    void guessedFirms();
    void ourNamesOfAFirm();
    void schools_data();
    void schools();
    void aShortNameOfManySchools();
    void failedHelpers_data();
    void failedHelpers();
    void nobodyComesTwice();
    void aPageThatComesAgainIsTheEnd();
    void aPageOfNobodiesIsNoEnd();
    void onlyAlumniOfThePart();

private:
    crema::truth::DirectoryKnowledge m_knowledge;
};
