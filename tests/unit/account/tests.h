// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/oauth.h"
#include "account/renewedtoken.h"
#include "async/leaves.h"
#include "base/json.h"
#include "browser.h"
#include "support/egressrecord.h"
#include "support/httpserver.h"
#include "support/spin.h"
#include "support/support.h"

#include <QObject>

#include <memory>

class WireTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void makesTheChallengeOfTheStandard();
    void makesVerifiersThatFit();
    void comparesSecrets();
    void encodesForms();
    void readsGrants_data();
    void readsGrants();
    void refusesGrants_data();
    void refusesGrants();
    void knowsScopesByEitherName();
};

class ReceiverTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup();
    void givesTheCodeAsItWasSent_data();
    void givesTheCodeAsItWasSent();
    void turnsAwayWhatIsNotTheAnswer_data();
    void turnsAwayWhatIsNotTheAnswer();
    void isNotMovedByAPortScan();
    void isNotBlockedBySlowConnections();
    void endsSlowConnections();
    void readsARequestInPieces();
    void hasAWholePage();
    void saysWhatHappened_data();
    void saysWhatHappened();
    void isGoneAfterTheAnswer();
    void isGoneWhenCancelled();
    void isGoneWhenNobodyCame();
    void takesIpv6WhereThatIsAllThereIs();
};

/// A server of tokens and a client of its own for each test function; no coroutine is left at its end.
class AccountTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

protected:
    [[nodiscard]] crema::account::OAuthClient oauthClient() const;
    [[nodiscard]] static crema::account::Asking asking();
    /// What an id_token for this sign-in says, when all is well.
    [[nodiscard]] crema::Json identity(const crema::test::SignIn &signIn) const;
    [[nodiscard]] static QByteArray idToken(const crema::Json &payload);
    /// The server gives these in turn, the last one again and again.
    void script(QVector<crema::test::Reply> replies);
    [[nodiscard]] static crema::Json tokens();
    /// The form of the nth request, decoded.
    [[nodiscard]] QHash<QString, QString> form(qsizetype at) const;

    crema::FixedClock clock {QDateTime(QDate(2026, 1, 1), QTime(0, 0, 20), Qt::UTC)};
    std::unique_ptr<crema::test::HttpServer> server;
    std::unique_ptr<crema::test::EgressRecord> egress;
    std::unique_ptr<crema::net::Client> http;
};

class OAuthTest final : public AccountTest
{
    Q_OBJECT
private Q_SLOTS:
    void asksAndGetsAGrant();
    void leavesOutWhatIsNotThere();
    void asksForConsentAgain();
    void takesIdTokens_data();
    void takesIdTokens();
    void refusesIdTokens_data();
    void refusesIdTokens();
    void needsARefreshToken();
    void saysWhenTheClockIsWrong();
    void twoAtOnceDoNotMix();
    void isCancelledWhileWaiting();
    void isCancelledWhileExchanging();
    void endsWhenNobodyComes();
    void saysWhenThereIsNoBrowser();
    void needsAClient();
};

class RefusalsTest final : public AccountTest
{
    Q_OBJECT
private Q_SLOTS:
    void explainsRedirects_data();
    void explainsRedirects();
    void refusesAnotherIssuer();
    void explainsTokenErrors_data();
    void explainsTokenErrors();
    void noticesBrokenAnswers_data();
    void noticesBrokenAnswers();
    void explainsRenewals_data();
    void explainsRenewals();
    void revokes_data();
    void revokes();
};

class RenewedTokenTest final : public AccountTest
{
    Q_OBJECT
private Q_SLOTS:
    void asksOnceForMany();
    void renewsAMinuteBeforeTheEnd();
    void whoIsStoppedDoesNotSpoilTheOthers();
    void aDeadTokenIsNotTriedAgain();
    void otherErrorsPass_data();
    void otherErrorsPass();
    void dropsARefusedToken();
    void doesNotLoopOnRefusals();
    void keepsANewRefreshTokenFirst();
    void saysWhenItCannotBeKept();
    void saysWhenNothingIsConnected();
    void forgettingEndsARenewal();
    void connectingAgainEndsARenewal();
    void whoWaitsHearsOfTheEnd();

private:
    /// A token source whose refresh token is "1//old" and is kept in `kept`.
    [[nodiscard]] std::unique_ptr<crema::account::RenewedToken> source();
    [[nodiscard]] static crema::test::Reply access(const QString &token, const QString &refresh = {});
    [[nodiscard]] crema::Result<QString> ask(crema::account::RenewedToken &tokens);

    std::optional<crema::Secret> kept;
    QVector<QString> writes; ///< with what the server had been asked by then
    bool canWrite = true;
};

class EmulatorTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void connectsRenewsAndRevokes();
    void connectsTwoAccounts();
};
