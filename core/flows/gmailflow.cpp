// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/gmailflow.h"

#include "base/dates.h"
#include "flows/mailtokens.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

const QString owner = u"settings"_s;
const QString accountsFact = u"gmail.accounts"_s;
const QString composeScope = u"https://www.googleapis.com/auth/gmail.compose"_s;
const QString readScope = u"https://www.googleapis.com/auth/gmail.readonly"_s;

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

bool grants(const QStringList &scopes, const QStringList &anyOf)
{
    return std::ranges::any_of(anyOf, [&](const QString &scope) { return scopes.contains(scope); });
}

const QString everything = u"https://mail.google.com/"_s;
const QString modifyScope = u"https://www.googleapis.com/auth/gmail.modify"_s;

QString text(const Json &json, const char *key)
{
    return textAt(json, key);
}

GmailAccount accountFrom(const Json &json)
{
    return {text(json, "email"), text(json, "name"), textsAt(json, "scopes"), text(json, "connectedAt"),
            text(json, "problem")};
}

Json toJson(const GmailAccount &account)
{
    return {{"email", account.email.toStdString()},
            {"name", account.name.toStdString()},
            {"scopes", jsonTexts(account.scopes)},
            {"connectedAt", account.connectedAt.toStdString()},
            {"problem", account.problem.toStdString()}};
}

Task<Result<>> writeAccounts(Services *services, QVector<GmailAccount> accounts)
{
    Json list = Json::array();
    for (const GmailAccount &account : std::as_const(accounts)) {
        list.push_back(toJson(account));
    }
    store::Operation operation;
    operation.facts = {{owner, accountsFact, QString::fromUtf8(toBytes({{"accounts", std::move(list)}}))}};
    auto applying = services->store.apply(std::move(operation));
    const auto applied = co_await applying;
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return Result<> {};
}

GmailAccount *find(QVector<GmailAccount> &accounts, const QString &email)
{
    const auto found = std::ranges::find(accounts, email, &GmailAccount::email);
    return found == accounts.end() ? nullptr : &*found;
}

account::Asking askingFor(const ConnectWish &wish)
{
    account::Asking asking;
    asking.scopes = {u"openid"_s, u"email"_s, composeScope};
    if (wish.readsAnswers) {
        asking.scopes << readScope;
    }
    asking.loginHint = wish.email;
    asking.askAgain = !wish.email.isEmpty();
    return asking;
}

/// Gives back what the user granted but Crema cannot use.
Task<Error> withdraw(Services *services, account::Grant grant, Error why)
{
    const std::stop_token never;
    auto revoking = account::revoke(&services->http, services->mailTokens.client(), grant.refreshToken,
                                    never);
    const auto revoked = co_await revoking;
    if (!revoked) {
        why.text += u' '
                + tr("The permission could not be taken back at Google; you can do it in your Google account "
                     "under Security, Third-party access.");
    }
    co_return why;
}

/// The address of the mailbox, asked from the mailbox where the sign-in did not tell.
Task<Result<QString>> addressOf(Services *services, account::Grant grant, std::stop_token stop)
{
    if (!grant.email.isEmpty()) {
        co_return grant.email;
    }
    mail::GmailAccess access;
    access.token = std::make_shared<net::FixedToken>(grant.accessToken);
    access.account = tr("the new account");
    auto asking = services->gmail.profile(access, std::move(stop));
    const auto profile = co_await asking;
    if (!profile) {
        co_return std::unexpected(profile.error());
    }
    co_return profile->email.toLower();
}

/// Why the grant cannot be used, or nothing.
std::optional<Error> unusable(const ConnectWish &wish, const GmailAccount &account)
{
    if (!wish.email.isEmpty() && account.email != wish.email.toLower()) {
        return Error {ErrorKind::conflict,
                      tr("You chose %1 in the browser, but %2 was to be connected. Nothing was changed; try "
                         "again and choose %2.")
                              .arg(account.email, wish.email),
                      {},
                      {},
                      0};
    }
    if (!account.canWrite()) {
        return Error {ErrorKind::forbidden,
                      tr("The permission to write drafts and send emails was not given, and Crema asks for "
                         "nothing it can do without. Try again and leave that box ticked."),
                      {},
                      {},
                      0};
    }
    return std::nullopt;
}

} // namespace

bool GmailAccount::canWrite() const
{
    return grants(scopes, {composeScope, modifyScope, everything});
}

bool GmailAccount::canRead() const
{
    return grants(scopes, {readScope, modifyScope, everything});
}

Result<QVector<GmailAccount>> gmailAccounts(const store::Reader &reader)
{
    const auto kept = reader.fact(owner, accountsFact);
    if (!kept) {
        return std::unexpected(kept.error());
    }
    QVector<GmailAccount> accounts;
    if (kept->isEmpty()) {
        return accounts;
    }
    const auto json = parseJson(kept->toUtf8());
    if (!json) {
        return std::unexpected(json.error());
    }
    for (const Json &account : arrayAt(*json, "accounts")) {
        accounts << accountFrom(account);
    }
    return accounts;
}

Result<GmailAccount> gmailAccount(const store::Reader &reader, const QString &email)
{
    auto accounts = gmailAccounts(reader);
    if (!accounts) {
        return std::unexpected(accounts.error());
    }
    if (accounts->isEmpty()) {
        return failure(ErrorKind::unauthorised,
                       tr("No Gmail account is connected. Connect one under Settings, Gmail, or with "
                          "\"crema-cli gmail connect\"."));
    }
    if (email.isEmpty()) {
        return accounts->constFirst();
    }
    const GmailAccount *account = find(*accounts, email.toLower());
    return account != nullptr
            ? Result<GmailAccount>(*account)
            : failure(ErrorKind::unauthorised, tr("The Gmail account %1 is not connected.").arg(email));
}

bool isGmailSetUp(const Deployment &deployment)
{
    return googleClient(deployment.google).isSetUp();
}

QString gmailNotSetUp()
{
    return tr(
            "This installation of Crema has no client id of Google's, so Gmail cannot be connected: set "
            "\"google.clientId\" in crema.json, or GOOGLE_CLIENT_ID. Emails still go out as files or through "
            "your mail program.");
}

mail::GmailAccess accessTo(Services &services, const QString &email, const QString &jobId)
{
    return {services.mailTokens.of(email), email, jobId};
}

Task<Result<Connected>> connectGmail(Services *services, ConnectWish wish, account::BrowserOpener open,
                                     std::stop_token stop)
{
    if (!isGmailSetUp(services->deployment)) {
        co_return failure(ErrorKind::unauthorised, gmailNotSetUp());
    }
    const account::Asking asking = askingFor(wish);
    auto authorising = account::authorise(&services->http, services->mailTokens.client(), asking,
                                          std::move(open), stop);
    const auto grant = co_await authorising;
    if (!grant) {
        co_return std::unexpected(grant.error());
    }
    auto telling = addressOf(services, *grant, stop);
    const auto email = co_await telling;
    if (!email) {
        auto withdrawing = withdraw(services, *grant, email.error());
        const Error error = co_await withdrawing;
        co_return std::unexpected(error);
    }
    Connected connected;
    connected.account = {*email, grant->name, grant->scopes, toStoredTime(services->clock.now()), {}};
    auto accounts = gmailAccounts(services->reader);
    if (!accounts) {
        co_return std::unexpected(accounts.error());
    }
    GmailAccount *known = find(*accounts, *email);
    if (const auto why = unusable(wish, connected.account)) {
        if (known != nullptr) { // the grant of a connected account stays: taking it back would cut that off
            co_return std::unexpected(*why);
        }
        auto withdrawing = withdraw(services, *grant, *why);
        const Error error = co_await withdrawing;
        co_return std::unexpected(error);
    }
    auto keeping = services->mailTokens.keep(*email, *grant);
    const auto place = co_await keeping;
    if (!place) {
        co_return std::unexpected(place.error());
    }
    connected.place = *place;
    if (known != nullptr) {
        *known = connected.account;
    } else {
        *accounts << connected.account;
    }
    auto writing = writeAccounts(services, *accounts);
    const auto written = co_await writing;
    if (!written) {
        co_return std::unexpected(written.error());
    }
    if (wish.readsAnswers && !connected.account.canRead()) {
        connected.notes << tr(
                "The permission to read was not given, so Crema cannot see who answered. Drafts "
                "and sending work.");
    }
    if (*place == secrets::Place::session) {
        connected.notes << services->keys.reason();
    }
    co_return connected;
}

Task<Result<Disconnected>> disconnectGmail(Services *services, QString email, std::stop_token stop)
{
    const auto account = gmailAccount(services->reader, email);
    if (!account) {
        co_return std::unexpected(account.error());
    }
    Disconnected done;
    done.email = account->email;
    auto reading = services->mailTokens.refreshToken(done.email);
    const auto token = co_await reading;
    if (token && *token) {
        auto revoking = account::revoke(&services->http, services->mailTokens.client(), **token, stop);
        const auto revoked = co_await revoking;
        if (!revoked) {
            done.note = tr("Google could not be told (%1). Crema has forgotten the account; to end its "
                           "permission as well, open your Google account, Security, Third-party access.")
                                .arg(revoked.error().text);
        }
    }
    auto forgetting = services->mailTokens.forget(done.email);
    const auto forgotten = co_await forgetting;
    if (!forgotten) {
        co_return std::unexpected(forgotten.error());
    }
    auto accounts = gmailAccounts(services->reader);
    if (!accounts) {
        co_return std::unexpected(accounts.error());
    }
    accounts->removeIf([&](const GmailAccount &other) { return other.email == done.email; });
    auto writing = writeAccounts(services, *accounts);
    const auto written = co_await writing;
    if (!written) {
        co_return std::unexpected(written.error());
    }
    co_return done;
}

Task<Result<>> preferGmail(Services *services, QString email)
{
    const auto account = gmailAccount(services->reader, email);
    auto accounts = gmailAccounts(services->reader);
    if (!account || !accounts) {
        co_return std::unexpected(account ? accounts.error() : account.error());
    }
    accounts->removeIf([&](const GmailAccount &other) { return other.email == account->email; });
    accounts->prepend(*account);
    co_return co_await writeAccounts(services, *accounts);
}

Task<Result<>> testGmail(Services *services, QString email, std::stop_token stop)
{
    const auto account = gmailAccount(services->reader, email);
    if (!account) {
        co_return std::unexpected(account.error());
    }
    // What the permission to write allows as well, unlike most reading.
    const mail::GmailAccess access = accessTo(*services, account->email);
    auto asking = services->gmail.newestDrafts(access, 1, std::move(stop));
    const auto drafts = co_await asking;
    if (!drafts) {
        auto noting = noteTrouble(services, account->email, drafts.error());
        const Error error = co_await noting;
        co_return std::unexpected(error);
    }
    auto clearing = noteTrouble(services, account->email, {});
    const Error none = co_await clearing;
    Q_UNUSED(none)
    co_return Result<> {};
}

bool concernsAll(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::cancelled:
    case ErrorKind::offline:
    case ErrorKind::timeout:
    case ErrorKind::unauthorised:
    case ErrorKind::forbidden:
    case ErrorKind::rateLimited:
    case ErrorKind::storage:
        return true;
    default:
        return false;
    }
}

Task<Error> noteTrouble(Services *services, QString email, Error error)
{
    auto accounts = gmailAccounts(services->reader);
    GmailAccount *account = accounts ? find(*accounts, email) : nullptr;
    const QString problem = error.kind == ErrorKind::unauthorised ? error.text : QString();
    const bool says = error.kind == ErrorKind::unauthorised || error.text.isEmpty();
    if (account != nullptr && says && account->problem != problem) {
        account->problem = problem;
        auto writing = writeAccounts(services, *accounts);
        const auto written = co_await writing; // the trouble itself is told either way
        Q_UNUSED(written)
    }
    if (error.kind == ErrorKind::unauthorised) {
        error.httpStatus = 0; // a connection that has ended: there is no key to enter again
    }
    co_return error;
}

} // namespace crema::flows
