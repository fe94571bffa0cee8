// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace crema::account {

/// What the server sent the browser back with: a code or an error.
struct RedirectAnswer
{
    QByteArray code; ///< decoded once; empty with an error
    QByteArray error; ///< "access_denied"; empty with a code
    QByteArray issuer; ///< RFC 9207; empty when the server does not say
};

/// What the one request that counts has to look like.
struct ExpectedRedirect
{
    QByteArray host; ///< the Host header: "127.0.0.1:40123"
    QByteArray path; ///< "/callback"
    QByteArray state;
};

/// What is thought of a request: the answer it brought, or the status it gets instead.
struct Verdict
{
    int status = 400;
    std::optional<RedirectAnswer> answer;
};

/// Judges the head of an HTTP request, up to and without the empty line. Only a GET of the exact path with
/// our Host header (a page elsewhere that had its name point here brings its own), our state, and each
/// parameter once counts; a browser that merely looks ahead does not.
[[nodiscard]] Verdict judged(const QByteArray &head, const ExpectedRedirect &expected);

} // namespace crema::account
