// SPDX-License-Identifier: GPL-3.0-or-later
#include "gmailtests.h"

using namespace crema;
using namespace crema::test;
using namespace Qt::StringLiterals;

Task<Result<Secret>> ListedTokens::token(std::stop_token)
{
    if (m_tokens.isEmpty()) {
        co_return failure(ErrorKind::unauthorised, u"No token is left."_s);
    }
    Secret secret(m_tokens.first());
    co_return secret;
}

void ListedTokens::refused(const Secret &token)
{
    refusals.append(token.reveal());
    m_tokens.removeFirst();
}

GmailDesk::GmailDesk(const QUrl &base, const QStringList &names, const net::Timeouts &timeouts)
    : client(http, base, timeouts), tokens(std::make_shared<ListedTokens>(names))
{
}

GmailDesk::~GmailDesk()
{
    http.abortAll();
    if (!spinUntil([] { return async::pendingLeaves() == 0; })) {
        qFatal("something of the client is still under way");
    }
}

mail::GmailAccess GmailDesk::access() const
{
    return {tokens, QString::fromLatin1(GmailServer::account), u"job1"_s};
}

QByteArray mailTo(const QByteArray &to, const QByteArray &subject, const QByteArray &text,
                  const QByteArray &more)
{
    return "From: Sam Student <sam.student@example.edu>\r\nTo: " + to + "\r\nSubject: " + subject + "\r\n"
            + more + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n" + text + "\r\n";
}
