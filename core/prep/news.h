// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/secret.h"
#include "model/prep.h"
#include "net/client.h"

#include <QHash>
#include <QStringList>
#include <QUrl>

#include <memory>
#include <optional>
#include <stop_token>

namespace crema::prep {

struct Article;

/// Which firm is meant. Firms of the same name are told apart by `domain` and place.
struct Firm
{
    QString name;
    QString domain; ///< of the work email or the firm's website: "stripe.com"; empty when unknown
    QString city {}; ///< where the firm is; what says that it is elsewhere is about another one
    QString country {};
    QString nearCity {}; ///< where somebody of the firm is: speaks for an article, never against one
};

/// What the user chose.
struct NewsChoice
{
    bool isOn = true;
    QStringList feeds; ///< addresses of RSS and Atom feeds

    [[nodiscard]] bool operator==(const NewsChoice &) const = default;
};

struct NewsFound
{
    QVector<NewsItem> items; ///< at most five, the newest first
    /// For people: who found them, or why there is none or fewer.
    QString note;
    bool isWhole = false; ///< it was looked for, and every source answered
};

/// How often GDELT may be asked, and how long is waited at most.
struct NewsPace
{
    std::chrono::milliseconds gdelt {5000}; ///< one request in this time, by the service's rules
    std::chrono::milliseconds longestWait {30'000}; ///< for a turn at GDELT
    net::Timeouts feed {std::chrono::seconds(5), std::chrono::seconds(8), std::chrono::seconds(10)}; ///< each
    std::chrono::milliseconds feeds {20'000}; ///< after this none is begun any more: a prep waits
};

/// News about a firm: from SerpApi (https://serpapi.com/google-news-api) with the user's key, else from GDELT
/// (https://blog.gdeltproject.org/gdelt-doc-2-0-api-debuts/), and from the user's own feeds.
///
/// What is asked leaves with the firm's name only; the key of SerpApi stands in the query, which is neither
/// logged nor shown. Answers are kept in memory for half an hour.
class NewsClient final
{
public:
    /// An empty address means that this source is not used. The references outlive the client.
    NewsClient(net::Client &http, QUrl serpApiUrl, QUrl gdeltUrl, const Clock &clock, NewsPace pace = {});
    ~NewsClient();
    Q_DISABLE_COPY_MOVE(NewsClient)

    /// Never fails a prep: an Error is always `cancelled`; whatever else goes wrong is told in the note.
    [[nodiscard]] Task<Result<NewsFound>> find(Firm firm, NewsChoice choice, std::optional<Secret> serpApiKey,
                                               QString jobId, std::stop_token stop);

    /// Whether SerpApi takes the key and has searches left; costs none.
    [[nodiscard]] Task<Result<>> test(Secret serpApiKey, std::stop_token stop);

private:
    struct Search;
    struct Kept
    {
        QDateTime at;
        QVector<Article> articles;
    };

    [[nodiscard]] std::optional<QVector<Article>> kept(const QUrl &url) const;
    void keep(const QUrl &url, const QVector<Article> &articles);
    [[nodiscard]] Task<Result<QVector<Article>>> askSerpApi(QUrl url, Secret key, QString jobId,
                                                            std::stop_token stop);
    [[nodiscard]] Task<Result<>> takeGdeltTurn(std::stop_token stop);
    [[nodiscard]] Task<Result<QVector<Article>>> askGdelt(QString name, QString jobId, std::stop_token stop);
    [[nodiscard]] Task<Result<QVector<Article>>> askFeed(QUrl url, QString jobId, std::stop_token stop);
    static void take(Search &search, const QString &source, const Result<QVector<Article>> &answer);
    [[nodiscard]] Task<Result<>> searchWide(std::shared_ptr<Search> search, std::optional<Secret> key,
                                            std::stop_token stop);
    [[nodiscard]] Task<Result<>> searchFeeds(std::shared_ptr<Search> search, std::stop_token stop);
    [[nodiscard]] Task<Result<>> readNextFeeds(std::shared_ptr<Search> search, std::stop_token stop);
    static void takeFeeds(Search &search);
    [[nodiscard]] NewsFound foundBy(const Search &search) const;

    net::Client &m_http;
    QUrl m_serpApiUrl;
    QUrl m_gdeltUrl;
    const Clock &m_clock;
    NewsPace m_pace;
    QHash<QUrl, Kept> m_kept;
    QDateTime m_gdeltFree; ///< when GDELT may be asked again
};

} // namespace crema::prep
