// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/oauth.h"
#include "flows/services.h"
#include "mail/gmail.h"
#include "secrets/keychain.h"

namespace crema::flows {

/// A mailbox the user connected. Its tokens are in the keychain only.
struct GmailAccount
{
    QString email;
    QString name; ///< as the account says it; may be empty
    QStringList scopes; ///< what the user granted
    QString connectedAt; ///< ISO 8601 UTC
    QString problem; ///< why it has to be connected again, for people; empty when all is well

    /// Put drafts into the mailbox and send them.
    [[nodiscard]] bool canWrite() const;
    /// See who answered, and read those threads.
    [[nodiscard]] bool canRead() const;
    [[nodiscard]] bool operator==(const GmailAccount &) const = default;
};

/// In the order they were connected; the first is the usual one.
[[nodiscard]] Result<QVector<GmailAccount>> gmailAccounts(const store::Reader &reader);
/// The one of this address, or the usual one for none; unauthorised, saying what to do, when there is none.
[[nodiscard]] Result<GmailAccount> gmailAccount(const store::Reader &reader, const QString &email = {});

struct ConnectWish
{
    QString email; ///< that is to be connected again; empty for any
    bool readsAnswers = true; ///< also asks to see who answered
};

struct Connected
{
    GmailAccount account;
    secrets::Place place = secrets::Place::keychain; ///< of its refresh token
    QStringList notes; ///< what was not granted and what that means, for people
};

/// True when this installation has a client id of Google's.
[[nodiscard]] bool isGmailSetUp(const Deployment &deployment);
/// What to do where there is none, for people.
[[nodiscard]] QString gmailNotSetUp();

/// Asks the user in their browser. conflict when another account than the wished one was chosen, forbidden
/// when the permission to write drafts was not given: nothing stays connected then. See account::authorise
/// for the rest.
[[nodiscard]] Task<Result<Connected>> connectGmail(Services *services, ConnectWish wish,
                                                   account::BrowserOpener open, std::stop_token stop);

struct Disconnected
{
    QString email;
    QString note; ///< when Google could not be told, what to do; empty when all is done
};
/// Ends the grant at Google and forgets tokens and account; what was sent and answered stays. The account is
/// forgotten here even when Google cannot be reached.
[[nodiscard]] Task<Result<Disconnected>> disconnectGmail(Services *services, QString email,
                                                         std::stop_token stop);
/// The account new emails go through unless another is named.
[[nodiscard]] Task<Result<>> preferGmail(Services *services, QString email);
/// Asks the mailbox whether it answers.
[[nodiscard]] Task<Result<>> testGmail(Services *services, QString email, std::stop_token stop);

/// What calls to the mailbox take.
[[nodiscard]] mail::GmailAccess accessTo(Services &services, const QString &email, const QString &jobId = {});
/// True for an error that every other email would meet as well: no network, no permission, a limit, a full
/// disk.
[[nodiscard]] bool concernsAll(const Error &error);
/// Keeps with the account that it has to be connected again when the error says so; the error either way.
[[nodiscard]] Task<Error> noteTrouble(Services *services, QString email, Error error);

} // namespace crema::flows
