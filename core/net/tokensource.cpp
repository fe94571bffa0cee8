// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/tokensource.h"

namespace crema::net {

Task<Result<Secret>> FixedToken::token(std::stop_token)
{
    if (m_secret.isEmpty()) {
        co_return failure(ErrorKind::unauthorised, QStringLiteral("There is no key for this service."));
    }
    Secret copy = m_secret; // QCoro moves out of what co_return names, a member too
    co_return copy;
}

} // namespace crema::net
