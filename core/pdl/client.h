// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/deployment.h"
#include "net/client.h"
#include "net/tokensource.h"
#include "pdl/answercache.h"
#include "pdl/ratelimit.h"
#include "pdl/wire.h"

#include <QMultiHash>

namespace crema::pdl {

/// Why a call is made, for the egress log, and whether an answer that is kept will do.
struct Call
{
    QString jobId;
    /// Asks the vendor even when the answer is kept, unless this very job has it already or nobody has seen
    /// it yet (it was cancelled); for what a user repeats on purpose.
    bool fresh = false;
    /// Asks nobody: what is kept (for this very job, if there is one), else a page that is `missing`, or
    /// nullopt.
    bool onlyKept = false;
};

/// People Data Labs v5. The key goes into the X-Api-Key header only. Answers are kept by what was asked and
/// with which key (as a hash), those of a job whatever the key; failures never, "nothing found" for ten
/// minutes.
///
/// What is paid is never lost: once a search or an enrichment may have left, a stop is answered only after
/// what came back was kept. Before a request of a job leaves it is noted; when its answer is lost (a killed
/// process, a broken connection), the job's next page says so.
///
/// Errors beside those of net::Client: unauthorised (key), outOfCredits with httpStatus 402 (the account at
/// the vendor, not our credits), rateLimited with retryAfter, rejectedInput (the query), badAnswer. "Nothing
/// found" is no error: an empty page, nullopt.
class Client final
{
public:
    static constexpr int maxPageSize = 100;

    /// `baseUrl` ends in /v5. The references outlive the client.
    Client(net::Client &http, QUrl baseUrl, net::TokenSource &key, AnswerCache &cache,
           SuggestionLimits limits = {});

    /// One page. Sent once: repeated by itself only when the vendor certainly did not work on it.
    [[nodiscard]] Task<Result<Page>> search(SearchRequest request, Call call, std::stop_token stop);
    /// Whom the vendor has for this LinkedIn address, which may be somebody else; costs a credit of the
    /// vendor when found.
    [[nodiscard]] Task<Result<std::optional<Profile>>> enrich(QString linkedinUrl, Call call,
                                                              std::stop_token stop);

    /// Whether an answer that costs money is on its way.
    [[nodiscard]] bool isPaidUnderWay() const { return m_http.paidUnderWay() > 0; }

    // The following are free at the vendor.

    /// rateLimited, without asking, beyond the limits, and for as long as the vendor wants to be left alone.
    /// `field` is the vendor's: title, company, school, location, skill, industry, role, sub_role, major.
    [[nodiscard]] Task<Result<QVector<Suggestion>>> autocomplete(QString field, QString text, int size,
                                                                 Call call, std::stop_token stop);
    [[nodiscard]] Task<Result<std::optional<CleanCompany>>> cleanCompany(QString name, Call call,
                                                                         std::stop_token stop);
    [[nodiscard]] Task<Result<std::optional<CleanLocation>>> cleanLocation(QString location, Call call,
                                                                           std::stop_token stop);
    [[nodiscard]] Task<Result<std::optional<CleanSchool>>> cleanSchool(QString name, Call call,
                                                                       std::stop_token stop);
    [[nodiscard]] Task<Result<std::optional<TitleAnswer>>> enrichTitle(QString title, Call call,
                                                                       std::stop_token stop);

    /// For the Test button: whether the vendor takes the key. Never answered from the cache.
    [[nodiscard]] Task<Result<>> test(std::stop_token stop);

private:
    /// A JSON object that came, and what it cost; `json` is nullopt for "nothing found".
    struct Answer
    {
        std::optional<Json> json;
        std::optional<double> spent;
        std::optional<double> remaining;
        double spentBefore = 0;
        bool askedBefore = false;
        bool missing = false;
    };

    [[nodiscard]] Task<Result<Answer>> ask(Endpoint endpoint, Json parameters, Call call,
                                           std::stop_token stop);
    [[nodiscard]] Task<Result<Answer>> askVendor(Endpoint endpoint, net::Request request,
                                                 std::stop_token stop);
    [[nodiscard]] net::Request requestFor(Endpoint endpoint, const Json &parameters, const Call &call) const;
    /// How old a kept answer may be.
    struct Ages
    {
        std::chrono::seconds answer;
        std::chrono::seconds empty;
    };
    [[nodiscard]] std::optional<Answer> kept(Endpoint endpoint, const QByteArray &key, Ages ages);
    void keep(const QByteArray &key, const Answer &answer);
    /// With what the job paid for it and whether it had been lost before.
    void keepForJob(const QByteArray &ofJob, Answer answer);

    /// Whether nobody has seen this answer yet; from now on somebody has.
    [[nodiscard]] bool isUnseen(const QByteArray &key);

    net::Client &m_http;
    QUrl m_baseUrl;
    net::TokenSource &m_key;
    AnswerCache &m_cache;
    /// Answers that came after a cancel, paid for and shown to nobody: the general key by that of the job.
    QMultiHash<QByteArray, QByteArray> m_unseen;
    RateLimit m_suggestions;
};

} // namespace crema::pdl
