// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/weblink.h"

#include "base/text.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace crema::prep {

/// anything else.
QString webUrl(const QString &text)
{
    const QString value = cleanValue(text);
    const bool hasScheme = value.contains(u"://"_s);
    const QUrl url(hasScheme ? value : u"https://"_s + value, QUrl::StrictMode);
    const bool web = url.scheme() == u"https"_s || url.scheme() == u"http"_s;
    return web && url.isValid() && url.host().contains(u'.') ? QString::fromLatin1(url.toEncoded())
                                                             : QString();
}

QString shownUrl(const QString &text)
{
    QString shown = cleanValue(text);
    for (const QString &start : {u"https://"_s, u"http://"_s, u"www."_s}) {
        if (shown.startsWith(start, Qt::CaseInsensitive)) {
            shown.remove(0, start.size());
        }
    }
    shown = shown.section(u'?', 0, 0);
    return elided(shown.endsWith(u'/') ? shown.chopped(1) : shown, 60);
}

} // namespace crema::prep
