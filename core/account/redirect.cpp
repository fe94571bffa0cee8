// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/redirect.h"

#include "account/pkce.h"

#include <QHash>
#include <QList>

namespace crema::account {

namespace {

struct Head
{
    QByteArray method;
    QByteArray path;
    QByteArray query;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
};

using Parameters = QHash<QByteArray, QByteArray>;

/// nullopt for what is no request of HTTP/1, or has a header twice that must be there once.
std::optional<Head> parsedHead(const QByteArray &bytes)
{
    const QList<QByteArray> lines = bytes.split('\n');
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    if (first.size() != 3 || !first.at(2).startsWith("HTTP/1.")) {
        return std::nullopt;
    }
    Head head;
    head.method = first.at(0);
    const QByteArray &target = first.at(1);
    const qsizetype mark = target.indexOf('?');
    head.path = mark < 0 ? target : target.left(mark);
    head.query = mark < 0 ? QByteArray() : target.mid(mark + 1);
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.left(colon).toLower();
        // A folded line, or "Host :", is read in another way by other programs.
        if (colon <= 0 || name != name.trimmed() || (name == "host" && head.headers.contains(name))) {
            return std::nullopt;
        }
        head.headers.insert(name, line.mid(colon + 1).trimmed());
    }
    return head;
}

QByteArray decoded(QByteArray text)
{
    return QByteArray::fromPercentEncoding(text.replace('+', ' '));
}

/// nullopt when a parameter is there twice.
std::optional<Parameters> parsedQuery(const QByteArray &query)
{
    Parameters parameters;
    for (const QByteArray &pair : query.split('&')) {
        const qsizetype sign = pair.indexOf('=');
        const QByteArray name = decoded(sign < 0 ? pair : pair.left(sign));
        if (name.isEmpty()) {
            continue;
        }
        if (parameters.contains(name)) {
            return std::nullopt;
        }
        parameters.insert(name, sign < 0 ? QByteArray() : decoded(pair.mid(sign + 1)));
    }
    return parameters;
}

/// A browser that looks ahead: nobody has clicked or been sent here.
bool isPrefetch(const Head &head)
{
    for (const char *name : {"sec-purpose", "purpose", "x-purpose", "x-moz"}) {
        const QByteArray purpose = head.headers.value(name).toLower();
        if (purpose.contains("prefetch") || purpose.contains("prerender") || purpose.contains("preview")) {
            return true;
        }
    }
    return false;
}

std::optional<RedirectAnswer> answerIn(const QByteArray &query, const QByteArray &state)
{
    const auto parameters = parsedQuery(query);
    if (!parameters || !isSameSecret(parameters->value("state"), state)) {
        return std::nullopt;
    }
    RedirectAnswer answer {parameters->value("code"), parameters->value("error"), parameters->value("iss")};
    if (answer.code.isEmpty() == answer.error.isEmpty()) {
        return std::nullopt; // neither or both
    }
    return answer;
}

} // namespace

Verdict judged(const QByteArray &bytes, const ExpectedRedirect &expected)
{
    const auto head = parsedHead(bytes);
    if (!head || head->headers.value("host") != expected.host) {
        return {400, std::nullopt};
    }
    if (head->path != expected.path) {
        return {404, std::nullopt};
    }
    if (head->method != "GET") {
        return {405, std::nullopt};
    }
    if (isPrefetch(*head)) {
        return {503, std::nullopt};
    }
    auto answer = answerIn(head->query, expected.state);
    const int status = answer ? 200 : 400;
    return {status, std::move(answer)};
}

} // namespace crema::account
