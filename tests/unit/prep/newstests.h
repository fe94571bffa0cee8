// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class NewsFilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleansFirmNames_data();
    void cleansFirmNames();
    void tellsWhetherItIsAboutTheFirm_data();
    void tellsWhetherItIsAboutTheFirm();
    void keepsFirmsOfOneNameApart_data();
    void keepsFirmsOfOneNameApart();
    void placesSpeakWhenTheFirmsOwnIsKnown_data();
    void placesSpeakWhenTheFirmsOwnIsKnown();
    void leavesPublishersOut_data();
    void leavesPublishersOut();
    void tellsOneStoryOnce();
    void keepsThreeMonthsOnly();
    void foldsDuplicates();
    void givesFiveTheNewestFirst();
};

class NewsTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesPlainLines_data();
    void makesPlainLines();
    void letsLinksThrough_data();
    void letsLinksThrough();
    void readsDates_data();
    void readsDates();
    void readsGoogleNews();
    void readsFeeds_data();
    void readsFeeds();
    void refusesWhatIsNoFeed_data();
    void refusesWhatIsNoFeed();
    void survivesADeepFeed();
    void readsSerpApi();
    void readsBrokenGdelt();
    void tellsGdeltRefusals_data();
    void tellsGdeltRefusals();
};

class NewsClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksSerpApiWithAKey();
    void fallsBackWhenSerpApiRefuses_data();
    void fallsBackWhenSerpApiRefuses();
    void asksGdeltWithoutAKey();
    void repeatsAtGdeltsPace();
    void oneGdeltRequestInFiveSeconds();
    void hostileAnswersFailNothing_data();
    void hostileAnswersFailNothing();
    void theKeyIsNeverLogged();
    void keepsAnswersForHalfAnHour();
    void asksNobodyWhenOff();
    void isCancelled();
    void testsTheKey_data();
    void testsTheKey();
};

class NewsFeedsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsFeedsOfTheUser();
    void readsFeedsSideBySide();
    void aDeadFeedHoldsNoOther();
    void cancellingEndsAllFeeds();
    void everyWordIsTranslated();
};
