// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/leaves.h"
#include "pdl/client.h"
#include "support/egressrecord.h"
#include "support/pdlvendor.h"
#include "support/spin.h"
#include "support/support.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>

class CasingTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void spellsNames_data();
    void spellsNames();
    void spellsTheRest();
};

class WireTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAWholePerson();
    void readsWhatAFreePlanShows();
    void readsTheLastPage();
    void toleratesOddTypes();
    void readsDates_data();
    void readsDates();
    void ordersAddresses();
    void keepsWhomItCan();
    void dropsDuplicatesAndSurplus();
    void demandsWhatWasAskedFor_data();
    void demandsWhatWasAskedFor();
    void namesWhomItLeftOut();
    void readsTheErrors_data();
    void readsTheErrors();
    void readsCleanersAndSuggestions();
    void makesAContact();
    void keepsKindsOfAddresses();
    void spellsProfilesAsTheVendor();
};

class AnswerCacheTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsForItsTime();
    void distrustsTheFuture();
    void distrustsACutFile();
    void staysWithinItsSize();
    void livesWithoutAFolder();
};

class PdlClientTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void findsWhomTheQueryMeans();
    void pagesToTheEnd();
    void paysOnceForAnAnswer();
    void aJobNeverPaysForItsPagesAgain();
    void treatsNobodyAsAnAnswer_data();
    void treatsNobodyAsAnAnswer();
    void keepsNoEmptyShell_data();
    void keepsNoEmptyShell();
    void survivesFaults_data();
    void survivesFaults();
    void neverPaysTwiceByItself();
    void saysWhenItWorksAgain();
    void keepsTheKeyFromOthers();
    void looksUpAProfile();
    void suggestsAndCleans();
    void testsTheKey();
    void whatACancelledRequestPaidForIsKept_data();
    void whatACancelledRequestPaidForIsKept();
    void whatIsPaidForOnTheWayOutIsKept();
    void aFailureAfterACancelIsNotKept();
    void anotherAccountGetsItsOwnAnswers();
    void suggestionsKeepToTheirLimit();
    void suggestionsKeepToTheirDay();
    void aVendorThatRefusesSuggestionsIsLeftAlone();

private:
    [[nodiscard]] qsizetype requestsFor(const QString &path);
    [[nodiscard]] crema::Result<crema::pdl::Page> search(const crema::Json &query, int size,
                                                         const QString &token = {});
    void makeClient(const QString &key);

    std::unique_ptr<crema::test::PdlVendor> vendor;
    std::unique_ptr<QTemporaryDir> folder;
    crema::FixedClock clock {QDateTime(QDate(2026, 1, 1), QTime(0, 0, 20), Qt::UTC)};
    std::unique_ptr<crema::test::EgressRecord> egress;
    std::unique_ptr<crema::net::Client> http;
    std::unique_ptr<crema::net::FixedToken> token;
    std::unique_ptr<crema::pdl::FileAnswerCache> cache;
    std::unique_ptr<crema::pdl::Client> client;
};
