// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/newschoice.h"

#include "net/http.h"
#include "secrets/keychain.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

const QString owner = u"settings"_s; ///< no record has an id this short
const QString newsFact = u"news"_s;
constexpr qsizetype mostFeeds = 20;
constexpr qsizetype longestAddress = 2000;

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

std::unexpected<Error> noFeed(const QString &why, const QString &typed)
{
    return failure(ErrorKind::rejectedInput, why.arg(typed.left(200)));
}

} // namespace

Result<QString> feedAddress(const QString &typed)
{
    QString text = typed.trimmed();
    if (text.isEmpty() || text.size() > longestAddress) {
        return failure(ErrorKind::rejectedInput,
                       text.isEmpty() ? tr("No address of a feed was given.")
                                      : tr("This address is too long for a feed."));
    }
    if (text.startsWith("feed:"_L1, Qt::CaseInsensitive)) { // "feed://host/..." and "feed:https://..."
        text = text.sliced(text.startsWith("feed://"_L1, Qt::CaseInsensitive) ? 7 : 5);
    }
    if (!text.contains("://"_L1)) {
        text.prepend("https://"_L1);
    }
    QUrl url(text, QUrl::StrictMode);
    const bool named = url.host().contains(u'.') || net::isLoopback(url);
    if (!url.isValid() || !named) {
        return noFeed(tr("\"%1\" is no address of a feed."), typed);
    }
    if (!url.userInfo().isEmpty()) {
        return noFeed(tr("The address of a feed must not hold a name or password: they would be kept and "
                         "shown with it."),
                      {});
    }
    if (url.scheme() != "https"_L1 && !(url.scheme() == "http"_L1 && net::isLoopback(url))) {
        return noFeed(tr("\"%1\" is no https address; feeds are read over a secure connection only."), typed);
    }
    url.setFragment({});
    return url.toString(QUrl::FullyEncoded);
}

prep::NewsChoice newsChoice(const store::Reader &reader)
{
    prep::NewsChoice choice;
    const auto kept = reader.fact(owner, newsFact);
    const auto json = kept ? parseJson(kept->toUtf8()) : Result<Json>(Json());
    if (json) {
        choice.isOn = boolAt(*json, "on", true);
        choice.feeds = textsAt(*json, "feeds");
    }
    return choice;
}

Task<Result<prep::NewsChoice>> setNewsChoice(Services *services, prep::NewsChoice choice)
{
    QStringList feeds;
    for (const QString &typed : std::as_const(choice.feeds)) {
        const auto address = feedAddress(typed);
        if (!address) {
            co_return std::unexpected(address.error());
        }
        feeds << *address;
    }
    feeds.removeDuplicates();
    if (feeds.size() > mostFeeds) {
        co_return failure(ErrorKind::rejectedInput,
                          tr("At most %1 feeds are read for a prep.").arg(mostFeeds));
    }
    choice.feeds = feeds;
    store::Operation operation;
    const Json json = {{"on", choice.isOn}, {"feeds", jsonTexts(choice.feeds)}};
    operation.facts = {{owner, newsFact, QString::fromUtf8(toBytes(json))}};
    auto applying = services->store.apply(std::move(operation));
    const auto applied = co_await applying;
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return choice;
}

Task<Result<prep::NewsFound>> findNews(Services *services, prep::Firm firm, QString jobId,
                                       std::stop_token stop)
{
    auto reading = services->keys.read({secrets::Service::serpApi, {}, {}});
    const auto found = co_await reading;
    std::optional<Secret> key; // a keychain that fails is a key that is not there: news fails no prep
    if (found && *found) {
        key = (*found)->secret;
    }
    const prep::NewsChoice choice = newsChoice(services->reader);
    co_return co_await services->news.find(std::move(firm), choice, std::move(key), std::move(jobId),
                                           std::move(stop));
}

} // namespace crema::flows
