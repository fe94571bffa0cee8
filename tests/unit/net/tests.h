// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/leaves.h"
#include "net/client.h"
#include "support/egressrecord.h"
#include "support/httpserver.h"
#include "support/spin.h"
#include "support/support.h"

#include <QObject>

#include <memory>

class WaitingTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatTheServiceAsks_data();
    void readsWhatTheServiceAsks();
    void growsThePause();
};

class RedactionTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hidesWhatLooksLikeASecret_data();
    void hidesWhatLooksLikeASecret();
    void hidesTheRequestsOwnSecrets();
    void keepsOrdinaryText();
    void namesThePlaceWithoutItsQuery();
};

/// A server and a client of its own for each test function; no coroutine is left at its end.
class NetTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        server = std::make_unique<crema::test::HttpServer>();
        egress = std::make_unique<crema::test::EgressRecord>();
        client = std::make_unique<crema::net::Client>(clock, *egress, 7U);
    }
    void cleanup()
    {
        QVERIFY(crema::test::spinUntil([] { return crema::async::pendingLeaves() == 0; }));
        client.reset();
        server.reset();
    }

protected:
    [[nodiscard]] crema::net::Request get(const QString &path) const;
    [[nodiscard]] crema::net::Request post(const QString &path, const QByteArray &body) const;
    /// What costs money.
    [[nodiscard]] crema::net::Request paid(const QString &path) const;
    [[nodiscard]] crema::Result<crema::net::Response> send(crema::net::Request request);
    /// The server gives these in turn, the last one again and again.
    void script(QVector<crema::test::Reply> replies);

    crema::FixedClock clock {QDateTime(QDate(2026, 1, 1), QTime(0, 0, 20), Qt::UTC)};
    std::unique_ptr<crema::test::HttpServer> server;
    std::unique_ptr<crema::test::EgressRecord> egress;
    std::unique_ptr<crema::net::Client> client;
};

class ClientTest final : public NetTest
{
    Q_OBJECT
private Q_SLOTS:
    void sendsWhatItWasGiven();
    void reportsEachRequest();
    void keepsNoCookies();
    void unpacksGzip();
    void streamsAnAnswerPieceByPiece();
    void tellsWhatAStatusMeans_data();
    void tellsWhatAStatusMeans();
    void repeatsWhatIsIdempotent();
    void waitsAsLongAsTheServiceAsks();
    void leavesALongWaitToTheCaller();
    void refusesAddresses_data();
    void refusesAddresses();
    void followsRedirects_data();
    void followsRedirects();
    void endsARoundOfRedirects();
};

class FaultsTest final : public NetTest
{
    Q_OBJECT
private Q_SLOTS:
    void aPaidRequestIsSentOnce_data();
    void aPaidRequestIsSentOnce();
    void timesOut_data();
    void timesOut();
    void noticesHalfAnAnswer();
    void doesNotReadMoreThanTheLimit_data();
    void doesNotReadMoreThanTheLimit();
    void isCancelled();
    void isCancelledBetweenAttempts_data();
    void isCancelledBetweenAttempts();
    void whatIsPaidIsCarriedThrough();
    void whatIsPaidDoesNotLeaveOnceStopped();
    void closingWaitsForWhatIsPaid();
    void abortsEverything();
    void nothingLeavesBeforeItIsLogged();
    void saysWhenNobodyIsThere();
    void saysWhenEncryptionFails();
    void hidesSecretsInErrors();
};
