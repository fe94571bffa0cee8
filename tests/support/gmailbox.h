// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/deployment.h"
#include "support/gmailserver.h"

#include <QVector>

namespace crema::test {

/// The stand-in for Gmail as tests of whole flows use it.
class GmailBox final : public GmailServer
{
public:
    GmailBox()
    {
        if (isRunning()) { // it speaks for itself, not for Google
            control({{"issuer", url({}).toString().toStdString()}});
        }
    }

    /// What connects the program with it.
    [[nodiscard]] GoogleClient client() const { return clientAt(url({})); }
    /// The same from another process.
    [[nodiscard]] static GoogleClient clientAt(const QUrl &base)
    {
        const auto at = [&base](const QString &path) {
            QUrl url = base;
            url.setPath(path);
            return url;
        };
        return {QStringLiteral("crema-test"),           {},
                at(QStringLiteral("/oauth/authorize")), at(QStringLiteral("/oauth/token")),
                at(QStringLiteral("/oauth/revoke")),    base};
    }
    [[nodiscard]] QVector<Json> sent() { return list("sent"); }
    [[nodiscard]] QVector<Json> drafts() { return list("drafts"); }
    /// How often this was asked for.
    [[nodiscard]] int asked(const QByteArray &method, const QString &path)
    {
        int count = 0;
        for (const Json &one : list("requests")) {
            count += textAt(one, "method") == QString::fromLatin1(method)
                    && textAt(one, "path").contains(path);
        }
        return count;
    }
    /// An answer in this thread; `more` as inject() takes it.
    void answer(const QString &threadId, const Json &more = Json::object())
    {
        Json message = {{"threadId", threadId.toStdString()}};
        message.update(more);
        (void)inject(message);
    }
    /// From now on somebody else signs in.
    void signIn(const QString &email)
    {
        control({{"account", {{"email", email.toStdString()}}},
                 {"consent", {{"email", email.toStdString()}}}});
    }

private:
    [[nodiscard]] QVector<Json> list(const char *name)
    {
        const Json state = control();
        QVector<Json> values;
        for (const Json &one : arrayAt(state, name)) {
            values << one;
        }
        return values;
    }
};

} // namespace crema::test
