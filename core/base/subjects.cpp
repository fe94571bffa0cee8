// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/subjects.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace crema {

QString bareSubject(const QString &subject)
{
    static const QRegularExpression prefix(
            u"^\\s*((re|aw|sv|vs|antw|odp|res|ynt|r|回复|答复|fwd?|wg|tr)(\\[\\d+\\])?\\s*[:：]\\s*)+"_s,
            QRegularExpression::CaseInsensitiveOption);
    QString bare = subject;
    return bare.remove(prefix).simplified();
}

QString replySubject(const QString &subject)
{
    const QString bare = bareSubject(subject);
    return bare.isEmpty() ? u"Re:"_s : u"Re: "_s + bare;
}

bool isSameConversation(const QString &subject, const QString &other)
{
    return bareSubject(subject).compare(bareSubject(other), Qt::CaseInsensitive) == 0;
}

} // namespace crema
