// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/newstext.h"

#include "base/dates.h"
#include "base/text.h"

#include <QHash>
#include <QHostAddress>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

constexpr qsizetype longestUrl = 2000;
constexpr qsizetype mostForeign = 20'000; ///< of a text that becomes one line; the rest is not looked at

QString resolvedEntity(const QString &name)
{
    static const QHash<QString, QString> names {
            {u"amp"_s, u"&"_s},    {u"lt"_s, u"<"_s},    {u"gt"_s, u">"_s},     {u"quot"_s, u"\""_s},
            {u"apos"_s, u"'"_s},   {u"nbsp"_s, u" "_s},  {u"ndash"_s, u"–"_s},  {u"mdash"_s, u"—"_s},
            {u"lsquo"_s, u"‘"_s},  {u"rsquo"_s, u"’"_s}, {u"ldquo"_s, u"“"_s},  {u"rdquo"_s, u"”"_s},
            {u"hellip"_s, u"…"_s}, {u"euro"_s, u"€"_s},  {u"pound"_s, u"£"_s},  {u"eacute"_s, u"é"_s},
            {u"auml"_s, u"ä"_s},   {u"ouml"_s, u"ö"_s},  {u"uuml"_s, u"ü"_s},   {u"Auml"_s, u"Ä"_s},
            {u"Ouml"_s, u"Ö"_s},   {u"Uuml"_s, u"Ü"_s},  {u"szlig"_s, u"ß"_s},  {u"copy"_s, u"©"_s},
            {u"reg"_s, u"®"_s},    {u"trade"_s, u"™"_s}, {u"middot"_s, u"·"_s}, {u"bull"_s, u"•"_s},
            {u"laquo"_s, u"«"_s},  {u"raquo"_s, u"»"_s}, {u"ccedil"_s, u"ç"_s}, {u"ntilde"_s, u"ñ"_s},
            {u"egrave"_s, u"è"_s}, {u"agrave"_s, u"à"_s}};
    if (!name.startsWith(u'#')) {
        return names.value(name, u'&' + name + u';');
    }
    const bool isHex = name.size() > 1 && name[1].toLower() == u'x';
    bool isNumber = false;
    const uint code = isHex ? QStringView(name).sliced(2).toUInt(&isNumber, 16)
                            : QStringView(name).sliced(1).toUInt(&isNumber, 10);
    const bool isCharacter = isNumber && code != 0 && code <= QChar::LastValidCodePoint
            && !QChar::isSurrogate(code);
    const auto character = static_cast<char32_t>(code);
    return isCharacter ? QString::fromUcs4(&character, 1) : QString();
}

QString withoutTags(QString text)
{
    static const QRegularExpression scripts(u"<(script|style)\\b[^>]*>.*?(</\\1\\s*>|$)"_s,
                                            QRegularExpression::CaseInsensitiveOption
                                                    | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression comments(u"<!--.*?(-->|$)"_s,
                                             QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression tags(u"</?[a-zA-Z!?][^<>]*(>|$)"_s);
    text.remove(scripts);
    text.remove(comments);
    text.replace(tags, u" "_s);
    return text;
}

QString withoutEntities(const QString &text)
{
    static const QRegularExpression entity(u"&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});"_s);
    QString result;
    qsizetype from = 0;
    for (auto match = entity.globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        result += QStringView(text).sliced(from, found.capturedStart() - from);
        result += resolvedEntity(found.captured(1));
        from = found.capturedEnd();
    }
    result += QStringView(text).sliced(from);
    return result;
}

/// Marks that turn the direction of text or join nothing visible; beside those of cleanLine.
bool isTrick(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x80 && u < 0xA0) || u == 0x061C || (u >= 0x2060 && u <= 0x206F)
            || (u >= 0xFFF9 && u <= 0xFFFB);
}

bool isCounter(const QString &name)
{
    static const QStringList counters {u"gclid"_s,  u"fbclid"_s, u"msclkid"_s, u"dclid"_s,  u"yclid"_s,
                                       u"igshid"_s, u"mc_cid"_s, u"mc_eid"_s,  u"cmpid"_s,  u"ncid"_s,
                                       u"ocid"_s,   u"_ga"_s,    u"spm"_s,     u"ref_src"_s};
    return name.startsWith("utm_"_L1, Qt::CaseInsensitive) || counters.contains(name.toLower());
}

/// The zones that RFC 822 names; Qt knows "GMT" and numbers only.
QString withNumericZone(const QString &text)
{
    static const QHash<QString, QString> zones {
            {u"UT"_s, u"+0000"_s},  {u"UTC"_s, u"+0000"_s}, {u"GMT"_s, u"+0000"_s},  {u"Z"_s, u"+0000"_s},
            {u"EST"_s, u"-0500"_s}, {u"EDT"_s, u"-0400"_s}, {u"CST"_s, u"-0600"_s},  {u"CDT"_s, u"-0500"_s},
            {u"MST"_s, u"-0700"_s}, {u"MDT"_s, u"-0600"_s}, {u"PST"_s, u"-0800"_s},  {u"PDT"_s, u"-0700"_s},
            {u"BST"_s, u"+0100"_s}, {u"CET"_s, u"+0100"_s}, {u"CEST"_s, u"+0200"_s}, {u"IST"_s, u"+0530"_s},
            {u"JST"_s, u"+0900"_s}};
    const qsizetype blank = text.lastIndexOf(u' ');
    const QString zone = text.sliced(blank + 1).toUpper();
    return zones.contains(zone) ? text.first(blank + 1) + zones.value(zone) : text;
}

/// "Tue, 30 Dec 2025 07:00:00 GMT", also without the day of the week or the seconds, the year of two digits.
QDateTime mailTime(const QString &text)
{
    static const QRegularExpression form(
            u"^(?:[A-Za-z]+,?\\s+)?(\\d{1,2}\\s+[A-Za-z]{3})[a-z]*\\s+(\\d{2}|\\d{4})\\s+(\\d{1,2}:\\d{2})(:\\d{2})?\\s*([+-]\\d{4})?$"_s);
    const auto match = form.match(withNumericZone(text));
    if (!match.hasMatch()) {
        return {};
    }
    const QString year = match.captured(2).size() == 2 ? u"20"_s + match.captured(2) : match.captured(2);
    const QDate date = QLocale::c().toDate(match.captured(1).simplified() + u' ' + year, u"d MMM yyyy"_s);
    const QTime time = QTime::fromString(
            match.captured(3) + (match.captured(4).isEmpty() ? u":00"_s : match.captured(4)), u"H:mm:ss"_s);
    const QString zone = match.captured(5);
    const int minutes = QStringView(zone).mid(1, 2).toInt() * 60 + QStringView(zone).mid(3, 2).toInt();
    const int offset = (zone.startsWith(u'-') ? -1 : 1) * minutes * 60;
    return date.isValid() && time.isValid() ? QDateTime(date, time, Qt::UTC).addSecs(-offset) : QDateTime();
}

/// "12/30/2025, 07:00 AM, +0000 UTC"
QDateTime serpApiTime(const QString &text)
{
    static const QRegularExpression form(
            u"^(\\d{2})/(\\d{2})/(\\d{4}),\\s*(\\d{1,2}):(\\d{2})\\s*([AP])M(?:,\\s*\\+0000(?:\\s*UTC)?)?$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch()) {
        return {};
    }
    const int hour = match.capturedView(4).toInt() % 12 + (match.capturedView(6) == u"P" ? 12 : 0);
    return {QDate(match.capturedView(3).toInt(), match.capturedView(1).toInt(),
                  match.capturedView(2).toInt()),
            QTime(hour, match.capturedView(5).toInt()), Qt::UTC};
}

/// "3 hours ago"
QDateTime timeAgo(const QString &text, const QDateTime &now)
{
    static const QRegularExpression form(u"^(\\d{1,3}|an?)\\s+(minute|min|hour|day|week|month)s?\\s+ago$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    if (!match.hasMatch()) {
        return {};
    }
    const int count = std::max(1, match.capturedView(1).toInt());
    const QString unit = match.captured(2).toLower();
    if (unit == "month"_L1) {
        return now.addMonths(-count);
    }
    const qint64 seconds = unit.startsWith("min"_L1) ? 60
            : unit == "hour"_L1                      ? 3600
            : unit == "day"_L1                       ? 86'400
                                                     : 7 * 86'400;
    return now.addSecs(-count * seconds);
}

} // namespace

QString plainLine(const QString &foreign, qsizetype limit)
{
    // Twice: feeds escape HTML once more, so that tags show only when the entities are resolved.
    QString text = withoutEntities(withoutTags(foreign.left(mostForeign)));
    text = withoutEntities(withoutTags(text));
    text.removeIf(isTrick);
    return elided(cleanLine(text), limit);
}

QString articleUrl(const QString &foreign)
{
    const QString text = foreign.trimmed();
    QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    const QString host = url.host();
    if (!isWeb || !url.isValid() || text.size() > longestUrl || !host.contains(u'.')
        || !QHostAddress(host).isNull()) {
        return {};
    }
    url.setUserInfo({});
    url.setFragment({});
    if (url.hasQuery()) {
        const QUrlQuery query(url);
        auto items = query.queryItems(QUrl::FullyEncoded);
        items.removeIf([](const auto &item) { return isCounter(item.first); });
        QUrlQuery kept;
        kept.setQueryItems(items);
        url.setQuery(kept.isEmpty() ? QString() : kept.query(QUrl::FullyEncoded));
    }
    return QString::fromLatin1(url.toEncoded());
}

QString siteOf(const QString &url)
{
    const QString host = QUrl(url).host().toLower();
    return host.startsWith("www."_L1) ? host.sliced(4) : host;
}

QString sameArticleKey(const QString &url)
{
    const QUrl parsed(articleUrl(url));
    QString host = siteOf(url);
    for (const QString &start : {u"m."_s, u"mobile."_s, u"amp."_s}) {
        if (host.startsWith(start)) {
            host.remove(0, start.size());
        }
    }
    QString path = parsed.path(QUrl::FullyEncoded);
    for (const QString &end : {u"/"_s, u"/amp"_s, u"/"_s, u".amp"_s}) {
        if (path.endsWith(end)) {
            path.chop(end.size());
        }
    }
    return host + path + u'?' + parsed.query(QUrl::FullyEncoded);
}

QDateTime articleTime(const QString &foreign, const QDateTime &now)
{
    const QString text = foreign.left(100).simplified();
    static const QRegularExpression compact(u"^\\d{8}T\\d{6}Z$"_s);
    if (compact.match(text).hasMatch()) {
        QDateTime time = QDateTime::fromString(text, u"yyyyMMdd'T'HHmmss'Z'"_s);
        time.setTimeSpec(Qt::UTC);
        return time;
    }
    for (const QDateTime &time : {mailTime(text), serpApiTime(text), timeAgo(text, now)}) {
        if (time.isValid()) {
            return time;
        }
    }
    if (text.contains(u'T') || text.count(u':') > 0) {
        QString iso = text; // "2025-12-30 07:00:00 UTC" is nearly ISO
        iso.replace(" UTC"_L1, "Z"_L1);
        QDateTime time = QDateTime::fromString(iso, Qt::ISODateWithMs);
        if (time.isValid()) {
            if (time.timeSpec() == Qt::LocalTime) {
                time.setTimeSpec(Qt::UTC);
            }
            return time.toUTC();
        }
    }
    const QDate day = parseDate(text);
    return day.isValid() ? QDateTime(day, QTime(0, 0), Qt::UTC) : QDateTime();
}

} // namespace crema::prep
