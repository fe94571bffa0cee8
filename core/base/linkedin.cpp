// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/linkedin.h"

#include "base/text.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema {

namespace {

/// Slugs that stand for "my own profile" or for a form nobody filled in.
bool isNobodysSlug(const QString &slug)
{
    static const QSet<QString> nobody {u"me"_s,          u"username"_s,  u"user-name"_s, u"your-profile"_s,
                                       u"yourprofile"_s, u"yourname"_s,  u"your-name"_s, u"profile"_s,
                                       u"unavailable"_s, u"undefined"_s, u"null"_s,      u"none"_s,
                                       u"na"_s,          u"unknown"_s};
    return slug.isEmpty() || nobody.contains(slug);
}

bool isLinkedinHost(QStringView host)
{
    if (host.contains(u'@')) { // of somebody else, with a name to log in before it
        return false;
    }
    if (const auto at = host.indexOf(u':'); at >= 0) {
        host = host.left(at);
    }
    return host.compare("linkedin.com"_L1, Qt::CaseInsensitive) == 0
            || host.endsWith(".linkedin.com"_L1, Qt::CaseInsensitive);
}

/// As nearly every profile is written.
bool isPlainSlug(QStringView part)
{
    return std::ranges::all_of(part, [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
    });
}

/// The slug of "https://www.linkedin.com/in/jane-doe", as most programs write a profile; empty for other
/// forms, which linkedinSlug takes apart.
QStringView slugOfUsualForm(QStringView url)
{
    constexpr auto usual = "https://www.linkedin.com/in/"_L1;
    if (!url.startsWith(usual)) {
        return {};
    }
    QStringView slug = url.sliced(usual.size());
    if (slug.endsWith(u'/')) {
        slug.chop(1);
    }
    return isPlainSlug(slug) ? slug : QStringView();
}

QString decoded(QStringView part)
{
    if (isPlainSlug(part)) {
        return part.toString();
    }
    const QString text = part.contains(u'%')
            ? QString::fromUtf8(QByteArray::fromPercentEncoding(part.toUtf8()))
            : part.toString();
    return cleanLine(text).toLower();
}

/// Takes the first part off a path: "/in/jane" -> "in"; empty at its end.
QStringView takePart(QStringView &path)
{
    while (path.startsWith(u'/')) {
        path = path.sliced(1);
    }
    const auto end = path.indexOf(u'/');
    const QStringView part = end < 0 ? path : path.left(end);
    path = path.sliced(part.size());
    return part;
}

/// "/in/ann/../bob" may mean anybody.
bool climbs(QStringView path)
{
    if (!path.contains(u'.') && !path.contains(u'%')) {
        return false; // as nearly all
    }
    const auto parts = path.split(u'/');
    return std::ranges::any_of(parts, [](QStringView part) {
        const QString name = decoded(part);
        return name == "."_L1 || name == ".."_L1;
    });
}

} // namespace

QString linkedinSlug(QStringView url)
{
    url = url.trimmed();
    if (const QStringView usual = slugOfUsualForm(url); !usual.isEmpty()) {
        const QString slug = usual.toString();
        return isNobodysSlug(slug) ? QString() : slug;
    }
    if (const auto scheme = url.indexOf("://"_L1); scheme >= 0 && scheme < 10) {
        url = url.sliced(scheme + 3);
    }
    const auto slash = url.indexOf(u'/');
    if (slash < 0 || !isLinkedinHost(url.left(slash))) {
        return {};
    }
    QStringView path = url.sliced(slash);
    if (const auto end = std::ranges::find_if(path, [](QChar c) { return c == u'?' || c == u'#'; });
        end != path.end()) {
        path = path.left(end - path.begin());
    }
    if (climbs(path)) {
        return {};
    }
    constexpr int deepest = 3; // "/mwlite/in/jane"
    for (int i = 0; i < deepest; ++i) {
        const QStringView part = takePart(path);
        if (part.compare("in"_L1, Qt::CaseInsensitive) == 0) {
            const QString slug = decoded(takePart(path));
            return isNobodysSlug(slug) ? QString() : slug;
        }
        if (part.compare("pub"_L1, Qt::CaseInsensitive) == 0) { // the addresses of before 2013
            const auto rest = path.split(u'/', Qt::SkipEmptyParts);
            QStringList words;
            std::ranges::transform(rest, std::back_inserter(words), decoded);
            return words.isEmpty() ? QString() : u"pub/"_s + words.join(u'/');
        }
    }
    return {};
}

} // namespace crema
