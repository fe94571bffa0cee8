// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/status.h"

using namespace Qt::StringLiterals;

namespace crema {

const QStringList &contactStatuses()
{
    static const QStringList statuses {u"Not Contacted"_s, u"Contacted"_s,      u"Followed Up"_s,
                                       u"Replied"_s,       u"Call Scheduled"_s, u"Met"_s,
                                       u"Closed"_s,        u"Rejected"_s,       u"Hired"_s};
    return statuses;
}

QString normalisedStatus(const QString &status)
{
    const QString trimmed = status.trimmed();
    if (trimmed.compare("responded"_L1, Qt::CaseInsensitive) == 0) {
        return u"Replied"_s;
    }
    for (const QString &known : contactStatuses()) {
        if (trimmed.compare(known, Qt::CaseInsensitive) == 0) {
            return known;
        }
    }
    return trimmed.isEmpty() ? initialStatus() : trimmed;
}

QString initialStatus()
{
    return contactStatuses().constFirst();
}

const QStringList &draftStates()
{
    static const QStringList states {u"draft"_s,   u"handed_off"_s, u"pushed"_s,
                                     u"sending"_s, u"sent"_s,       u"answered"_s};
    return states;
}

const QStringList &prepStatuses()
{
    static const QStringList statuses {u"pending"_s,
                                       u"processing"_s,
                                       u"enriching_profile"_s,
                                       u"fetching_news"_s,
                                       u"generating_content"_s,
                                       u"generating_pdf"_s,
                                       u"completed"_s,
                                       u"failed"_s};
    return statuses;
}

} // namespace crema
