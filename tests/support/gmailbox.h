// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/deployment.h"
#include "support/standin.h"

namespace crema::test {

/// The stand-in for Google's sign-in and Gmail (tests/support/gmailserver). control() sets faults, brings
/// answers and says what was sent.
class GmailBox final : public StandIn
{
public:
    GmailBox() : StandIn(QStringLiteral("gmailserver/gmailserver.py")) { }

    /// What connects the program with it.
    [[nodiscard]] GoogleClient client() const
    {
        return {QStringLiteral("crema-test"),   {},
                url(QStringLiteral("/auth")),   url(QStringLiteral("/token")),
                url(QStringLiteral("/revoke")), url({})};
    }
    void fault(const Json &fault) { control({{"faults", Json::array({fault})}}); }
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
    /// An answer of a person in this thread.
    void answer(const QString &threadId, const Json &more = Json::object())
    {
        Json message = {{"threadId", threadId.toStdString()}};
        message.update(more);
        control({{"message", message}});
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
