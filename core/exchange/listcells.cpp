// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/listcells.h"

#include "base/text.h"
#include "exchange/cellvalues.h"
#include "exchange/flatfields.h"
#include "exchange/headerspellings.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

QString withoutHashes(const QString &value)
{
    static const QRegularExpression several(u"^#[^\\s#,;|\"]+(?:\\s+#[^\\s#,;|\"]+)+$"_s);
    return value.startsWith(u'#') && several.match(value).hasMatch()
            ? QString(value).replace(u" #"_s, u", "_s).sliced(1)
            : value;
}

QStringList linksIn(const QString &value)
{
    static const QRegularExpression between(u"\\s*[;,]?\\s+(?=https?://)|\\s*[;,]\\s*(?=https?://)"_s);
    if (const auto first = value.indexOf("://"_L1); first < 0 || value.indexOf("://"_L1, first + 3) < 0) {
        return joinedValues(value); // nearly always
    }
    QStringList links;
    for (const QString &joined : joinedValues(value)) {
        links += joined.split(between, Qt::SkipEmptyParts);
    }
    return links;
}

QString profileOfHandle(const QString &handle)
{
    static const QRegularExpression slug(u"^@([\\w-]{3,100})$"_s);
    const auto match = slug.match(handle);
    return match.hasMatch() ? u"https://www.linkedin.com/in/"_s + match.captured(1) : QString();
}

QStringList firmsIn(const QString &header, const QString &value)
{
    if (value.contains(u';') && wordsOfHeader(header).contains(u"companies"_s)) {
        QStringList firms = value.split(u';', Qt::SkipEmptyParts);
        std::ranges::transform(firms, firms.begin(), cleanLine);
        firms.removeAll(QString());
        return firms;
    }
    return joinedValues(value);
}

bool holdsSeveralYears(const QString &value)
{
    static const QRegularExpression several(
            u"(?:\\b(?:19|20)\\d\\d|['’]\\d\\d)\\s*(?:[,;&|]|and|und|et)\\s*(?:(?:19|20)\\d\\d|['’]?\\d\\d)\\b"_s);
    return value.contains(several);
}

QString withoutListSigns(const QString &value, const QString &between)
{
    static const QRegularExpression list(u"^\\[\\s*(['\"]).*\\1\\s*\\]$"_s);
    static const QRegularExpression item(u"(['\"])(.*?)\\1\\s*(?:,|$)"_s);
    if (!list.match(value).hasMatch()) {
        return value;
    }
    QStringList items;
    const QString inner = value.sliced(1, value.size() - 2).trimmed();
    for (auto found = item.globalMatch(inner); found.hasNext();) {
        items << tagCell(found.next().captured(2));
    }
    return items.join(between);
}

} // namespace crema::exchange
