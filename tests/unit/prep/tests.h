// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class RoleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsLevelAndWork_data();
    void readsLevelAndWork();
    void tellsWhoFoundedTheFirm_data();
    void tellsWhoFoundedTheFirm();
};

class CareerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysTitlesWithArticle_data();
    void saysTitlesWithArticle();
    void leavesOutWhatIsNoPosition();
    void tellsWhatIsCurrent();
    void countsYearsAtTheFirm_data();
    void countsYearsAtTheFirm();
    void sortsByYears();
    void tellsWhatCameBefore();
    void doesNotTrustYearsThatRunBackwards();
};

class BriefTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhoThisIs_data();
    void saysWhoThisIs();
    void saysOnlyWhatIsSo_data();
    void saysOnlyWhatIsSo();
    void everySentenceHasASource();
    void saysNothingOfAName();
};

class SimilaritiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatBothRecordsSay();
    void findsNothing_data();
    void findsNothing();
    void namesNobodyWhereTheyWereNot_data();
    void namesNobodyWhereTheyWereNot();
    void namesFirmsAsTheyAre_data();
    void namesFirmsAsTheyAre();
    void livingInMyTownIsNotASharedHometown();
    void namesBothSources();
};

class QuestionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fitsThePerson_data();
    void fitsThePerson();
    void asksEightDifferentOnes_data();
    void asksEightDifferentOnes();
    void takesNothingForGranted_data();
    void takesNothingForGranted();
    void fillsUpHonestly();
    void doesNotSayWhichCameFirstWithoutYears();
    void talksAboutWhatTouchesTheirWork();
    void keepsPercentSigns();
    void madeTwiceIsTheSame();
    void givesAdviceThatIsTrue();
};

class PrintableTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleans_data();
    void cleans();
    void knowsTheDirection_data();
    void knowsTheDirection();
    void givesGlyphsTheirMeaning_data();
    void givesGlyphsTheirMeaning();
};

class TimelineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRows_data();
    void readsRows();
    void putsSchoolsLast();
};

class PrepPdfTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsEverything_data();
    void holdsEverything();
    void fitsOneOrTwoPages_data();
    void fitsOneOrTwoPages();
    void linksClick();
    void onlyWebAndMailBecomeLinks();
    void saysWhatItIs();
    void hasBookmarks();
    void textOfEveryScriptCanBeRead_data();
    void textOfEveryScriptCanBeRead();
    void signsCanBeRead();
    void sameAgainAfterOthers();
    void worksInAThread();
    void printsAnswersAndTicks();
    void isSoundForOtherPrograms();
};

class PrepLayoutTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRichPrepIsWhole_data();
    void aRichPrepIsWhole();
    void whatHasNoRoomIsSaid_data();
    void whatHasNoRoomIsSaid();
    void anArticleThatIsAskedAboutStays_data();
    void anArticleThatIsAskedAboutStays();
    void theUsersQuestionsStay();
    void aQuestionSaysWhoseItIs_data();
    void aQuestionSaysWhoseItIs();
    void theDayIsThatOfThePreparation();
};

class GroundedQuestionsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyWhatItsFactsSay_data();
    void onlyWhatItsFactsSay();
    void takesNothingForGranted_data();
    void takesNothingForGranted();
    void anArticleIsAFact();
    void oursFillUp();
    void documentsAreJoinedInTheirOrder();
};

class PdfHostileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysOnThePage_data();
    void staysOnThePage();
    void finishingLeavesAStrangePdfAlone_data();
    void finishingLeavesAStrangePdfAlone();
};
