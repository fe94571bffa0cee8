// SPDX-License-Identifier: GPL-3.0-or-later
#include "async/fault.h"

#include "base/log.h"

namespace crema::async::detail {

Error faultOf(const std::exception_ptr &exception)
{
    QString what = QStringLiteral("unknown exception");
    try {
        std::rethrow_exception(exception);
    } catch (const std::exception &e) {
        what = QString::fromUtf8(e.what());
    } catch (...) { // not derived from std::exception: `what` says so
    }
    qCWarning(logCrema) << "A task ended by an exception:" << what;
    return failure(ErrorKind::internal, QStringLiteral("A fault in the program stopped this work."), what)
            .error();
}

} // namespace crema::async::detail
