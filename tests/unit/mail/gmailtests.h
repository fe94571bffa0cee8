// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/leaves.h"
#include "mail/gmail.h"
#include "net/tokensource.h"
#include "support/egressrecord.h"
#include "support/emulator.h"
#include "support/gmailserver.h"
#include "support/httpserver.h"
#include "support/spin.h"
#include "support/support.h"

#include <QObject>

#include <functional>
#include <memory>

/// Gives the next of its tokens whenever one was refused, as a renewed one does.
class ListedTokens final : public crema::net::TokenSource
{
public:
    explicit ListedTokens(QStringList tokens) : m_tokens(std::move(tokens)) { }
    [[nodiscard]] crema::Task<crema::Result<crema::Secret>> token(std::stop_token stop) override;
    void refused(const crema::Secret &token) override;

    QByteArrayList refusals;

private:
    QStringList m_tokens;
};

/// A client with what it needs.
class GmailDesk
{
public:
    explicit GmailDesk(const QUrl &base, const QStringList &tokens = {QStringLiteral("test-token")},
                       const crema::net::Timeouts &timeouts = {});
    ~GmailDesk();

    [[nodiscard]] crema::mail::GmailAccess access() const;

    crema::FixedClock clock {QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC)};
    crema::test::EgressRecord egress;
    crema::net::Client http {clock, egress, 7U};
    crema::mail::GmailClient client;
    std::shared_ptr<ListedTokens> tokens;
};

/// A message as we build them.
[[nodiscard]] QByteArray mailTo(const QByteArray &to, const QByteArray &subject, const QByteArray &text,
                                const QByteArray &more = {});

/// Bytes and values.
class GmailWireTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheRecordedAnswers();
    void toleratesOddTypes();
    void unescapesSnippets_data();
    void unescapesSnippets();
    void writesBase64WithoutPadding();
    void uploadsWholeMessages();
    void foldsTheHistory();
    void makesLinks_data();
    void makesLinks();
};

/// Against the stand-in.
class GmailClientTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void keepsADraftUpToDate();
    void uploadsWhatIsLarge();
    void refusesWhatIsTooLarge();
    void sendsOnce();
    void knowsWhenASendingIsUnsure_data();
    void knowsWhenASendingIsUnsure();
    void carriesASendingThrough();
    void givesUpWaiting();
    void saysWhenThereIsNoNetwork();
    void seesAnswers();
    void findsDrafts();
    void pagesTheHistory();
    void forgetsOldHistory();
    void keepsToItsPermissions();
    void renewsAnOldToken();
    void stopsAtTheDailyLimit();

private:
    std::unique_ptr<crema::test::GmailServer> server;
    std::unique_ptr<GmailDesk> desk;
};

/// Every call against every fault.
class GmailFaultsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachCallKnowsEachRefusal_data();
    void eachCallKnowsEachRefusal();
    void eachCallSurvives_data();
    void eachCallSurvives();
    void renewsOnce_data();
    void renewsOnce();
    void repeatsOnlyWhatItMay_data();
    void repeatsOnlyWhatItMay();
    void nothingLeavesWithoutAnId();
};

/// Against the npm package "emulate".
class GmailEmulatorTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keepsSendsAndDeletesDrafts();
    void seesAReply();

private:
    std::unique_ptr<crema::test::Emulator> emulator;
};
