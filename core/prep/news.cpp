// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/news.h"

#include "prep/newsarticle.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(crema::prep::News)
};

} // namespace

NewsClient::NewsClient(net::Client &http, QUrl serpApiUrl, QUrl gdeltUrl, const Clock &clock, NewsPace pace)
    : m_http(http), m_serpApiUrl(std::move(serpApiUrl)), m_gdeltUrl(std::move(gdeltUrl)), m_clock(clock),
      m_pace(pace)
{
}

NewsClient::~NewsClient() = default;

Task<Result<NewsFound>> NewsClient::find(Firm, NewsChoice, std::optional<Secret>, QString, std::stop_token)
{
    co_return NewsFound {{}, Words::tr("News was not looked for.")};
}

Task<Result<>> NewsClient::test(Secret, std::stop_token)
{
    co_return failure(ErrorKind::notFound, Words::tr("News was not looked for."));
}

} // namespace crema::prep
