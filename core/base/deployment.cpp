// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/deployment.h"

#include "base/json.h"
#include "base/paths.h"

#include <QStandardPaths>

#include <limits>

using namespace Qt::StringLiterals;

namespace crema {

namespace {

constexpr qint64 maxConfigBytes = 1'000'000;

/// Reads whole numbers out of one object and remembers the first member that is none.
class NumberReader
{
public:
    NumberReader(const Json &object, QString path) : m_object(object), m_path(std::move(path)) { }

    void read(const char *key, int &into)
    {
        const Json &value = member(m_object, key);
        if (value.is_null()) {
            return;
        }
        const auto number = intOf(value);
        if (!number || *number < 0 || *number > std::numeric_limits<int>::max()) {
            problem = u"\"%1.%2\" must be a whole number that is not negative"_s.arg(m_path,
                                                                                     QLatin1StringView(key));
            return;
        }
        into = static_cast<int>(*number);
    }

    QString problem;

private:
    const Json &m_object;
    QString m_path;
};

QString readPlan(const Json &plans, const char *name, PlanLimits &limits)
{
    NumberReader reader(member(plans, name), u"plans."_s + QLatin1StringView(name));
    reader.read("credits", limits.creditsPerPeriod);
    reader.read("peoplePerRun", limits.peoplePerPaidRun);
    return reader.problem;
}

QString readCosts(const Json &json, Costs &costs)
{
    NumberReader reader(json, u"costs"_s);
    reader.read("person", costs.paidPerson);
    reader.read("prep", costs.paidPrep);
    return reader.problem;
}

QString readMetering(const Json &json, bool &metering)
{
    const Json &value = member(json, "metering");
    if (value.is_null()) {
        return {};
    }
    const QString word = textOf(value);
    if (word != "on"_L1 && word != "off"_L1) {
        return u"\"metering\" must be \"on\" or \"off\""_s;
    }
    metering = word == "on"_L1;
    return {};
}

/// The address of a service: `environment` (for tests and set-up scripts) wins over the file.
QString readUrl(const Json &json, const char *section, const char *environment, QUrl &url,
                const char *name = "baseUrl")
{
    const QString fromEnvironment = qEnvironmentVariable(environment);
    const QString text = fromEnvironment.isEmpty() ? textAt(member(json, section), name) : fromEnvironment;
    if (text.isEmpty()) {
        return {};
    }
    QUrl given(text, QUrl::StrictMode);
    const bool ownComputer = given.host() == "localhost"_L1 || given.host().startsWith("127."_L1)
            || given.host() == "::1"_L1;
    if (!given.isValid() || given.host().isEmpty()
        || (given.scheme() != "https"_L1 && !(given.scheme() == "http"_L1 && ownComputer))) {
        return u"\"%1.%2\" must be an https address (http for this computer only)"_s.arg(
                QLatin1StringView(section), QLatin1StringView(name));
    }
    url = given;
    return {};
}

QString readServices(const Json &json, Deployment &deployment)
{
    const QString problem = readUrl(json, "pdl", "PDL_BASE_URL", deployment.pdlUrl);
    if (!problem.isEmpty()) {
        return problem;
    }
    if (const QString model = textAt(member(json, "llm"), "model"); !model.isEmpty()) {
        deployment.llmModel = model;
    }
    return readUrl(json, "llm", "OPENAI_BASE_URL", deployment.llmUrl);
}

/// The revocation stands beside the token endpoint unless the file says otherwise.
void guessRevokeUrl(const Json &google, QUrl &revokeUrl, const QUrl &tokenUrl)
{
    if (tokenUrl == GoogleClient().tokenUrl || !textAt(google, "revokeUrl").isEmpty()) {
        return;
    }
    revokeUrl = tokenUrl.adjusted(QUrl::RemoveFilename | QUrl::RemoveQuery);
    revokeUrl.setPath(revokeUrl.path() + "revoke"_L1);
}

/// `google {clientId, clientSecret, authUrl, tokenUrl, revokeUrl, gmailUrl}`
QString readGoogle(const Json &json, Deployment &deployment)
{
    const Json &section = member(json, "google");
    GoogleClient &google = deployment.google;
    google.clientId = qEnvironmentVariable("GOOGLE_CLIENT_ID", textAt(section, "clientId")).trimmed();
    google.clientSecret = qEnvironmentVariable("GOOGLE_CLIENT_SECRET", textAt(section, "clientSecret"))
                                  .trimmed();
    for (const QString &problem :
         {readUrl(json, "google", "GOOGLE_AUTH_URL", google.authUrl, "authUrl"),
          readUrl(json, "google", "GOOGLE_TOKEN_URL", google.tokenUrl, "tokenUrl"),
          readUrl(json, "google", "GOOGLE_REVOKE_URL", google.revokeUrl, "revokeUrl"),
          readUrl(json, "google", "GMAIL_BASE_URL", google.gmailUrl, "gmailUrl")}) {
        if (!problem.isEmpty()) {
            return problem;
        }
    }
    if (qEnvironmentVariable("GOOGLE_REVOKE_URL").isEmpty()) {
        guessRevokeUrl(section, google.revokeUrl, google.tokenUrl);
    }
    return {};
}

/// `sending {perDay, secondsBetween, undoSeconds, quietFromHour, quietToHour, pollSeconds}`
QString readSending(const Json &json, Sending &sending)
{
    NumberReader reader(member(json, "sending"), u"sending"_s);
    reader.read("perDay", sending.perDay);
    reader.read("secondsBetween", sending.secondsBetween);
    reader.read("undoSeconds", sending.undoSeconds);
    reader.read("quietFromHour", sending.quietFromHour);
    reader.read("quietToHour", sending.quietToHour);
    reader.read("pollSeconds", sending.pollSeconds);
    if (reader.problem.isEmpty() && (sending.quietFromHour > 24 || sending.quietToHour > 24)) {
        return u"\"sending.quietFromHour\" and \"sending.quietToHour\" must be hours from 0 to 24"_s;
    }
    return reader.problem;
}

/// `news {provider}`: which sources of news may be asked at all.
QString readNews(const Json &json, Deployment &deployment)
{
    for (const QString &problem : {readUrl(json, "serpapi", "SERPAPI_BASE_URL", deployment.serpApiUrl),
                                   readUrl(json, "news", "NEWS_BASE_URL", deployment.newsUrl)}) {
        if (!problem.isEmpty()) {
            return problem;
        }
    }
    const Json &value = member(member(json, "news"), "provider");
    const QString provider = value.is_null() ? u"auto"_s : textOf(value);
    if (!QStringList {u"auto"_s, u"serpapi"_s, u"gdelt"_s, u"none"_s}.contains(provider)) {
        return u"\"news.provider\" must be \"auto\", \"serpapi\", \"gdelt\" or \"none\""_s;
    }
    if (provider == "serpapi"_L1 || provider == "none"_L1) {
        deployment.newsUrl.clear();
    }
    if (provider == "gdelt"_L1 || provider == "none"_L1) {
        deployment.serpApiUrl.clear();
    }
    return {};
}

QString foundConfig()
{
    const QString fromEnvironment = qEnvironmentVariable("CREMA_CONFIG");
    return fromEnvironment.isEmpty()
            ? QStandardPaths::locate(QStandardPaths::GenericConfigLocation, u"crema/crema.json"_s)
            : fromEnvironment;
}

} // namespace

Result<Deployment> loadDeployment(const QString &path)
{
    Deployment deployment;
    const QString file = path.isEmpty() ? foundConfig() : path;
    if (file.isEmpty()) {
        QString problem = readServices({}, deployment);
        if (problem.isEmpty()) {
            problem = readNews({}, deployment);
        }
        if (problem.isEmpty()) {
            problem = readGoogle({}, deployment);
        }
        return problem.isEmpty()
                ? Result<Deployment>(deployment)
                : failure(ErrorKind::rejectedInput, u"In the environment: %1."_s.arg(problem));
    }
    const auto bytes = readFile(file, maxConfigBytes);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    const auto json = parseJson(*bytes);
    if (!json || !json->is_object()) {
        return failure(ErrorKind::rejectedInput,
                       u"The deployment file \"%1\" is not a JSON object."_s.arg(file));
    }
    for (const QString &problem :
         {readPlan(member(*json, "plans"), "free", deployment.free),
          readPlan(member(*json, "plans"), "pro", deployment.pro),
          readCosts(member(*json, "costs"), deployment.costs), readMetering(*json, deployment.metering),
          readServices(*json, deployment), readNews(*json, deployment), readGoogle(*json, deployment),
          readSending(*json, deployment.sending)}) {
        if (!problem.isEmpty()) {
            return failure(ErrorKind::rejectedInput,
                           u"In the deployment file \"%1\": %2."_s.arg(file, problem));
        }
    }
    deployment.source = file;
    return deployment;
}

QString planName(Plan plan)
{
    return plan == Plan::pro ? u"pro"_s : u"free"_s;
}

Plan planFromName(QStringView name)
{
    return name == u"pro" || name == u"advanced" ? Plan::pro : Plan::free;
}

} // namespace crema
