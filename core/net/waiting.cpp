// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/waiting.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace crema::net {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds longest = 24h;
constexpr double msPerSecond = 1000;

std::optional<milliseconds> bounded(double ms)
{
    if (!std::isfinite(ms)) {
        return std::nullopt;
    }
    return milliseconds(
            static_cast<qint64>(std::ceil(std::clamp(ms, 0.0, static_cast<double>(longest.count())))));
}

std::optional<milliseconds> until(const QDateTime &time, const QDateTime &now)
{
    return time.isValid() ? bounded(static_cast<double>(now.msecsTo(time))) : std::nullopt;
}

/// The three forms of RFC 9110 5.6.7 and ISO 8601, which some services use.
QDateTime timeFrom(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, Qt::RFC2822Date); // with "+0000"
    if (!time.isValid()) {
        time = QDateTime::fromString(text, Qt::ISODateWithMs);
    }
    // Without the day of the week: with two digits of a year it names that of another century.
    const QString rest = text.mid(text.indexOf(u',') + 1).trimmed();
    for (const QString &format : {u"dd MMM yyyy HH:mm:ss 'GMT'"_s, u"dd-MMM-yy HH:mm:ss 'GMT'"_s}) {
        if (!time.isValid()) {
            time = QLocale::c().toDateTime(rest, format);
        }
    }
    if (time.isValid() && time.date().year() < 2000) {
        time = time.addYears(100); // "94" of a two-digit year
    }
    if (time.isValid() && time.timeSpec() == Qt::LocalTime) {
        time.setTimeZone(QTimeZone::utc()); // without a zone it is meant as UTC
    }
    return time;
}

/// "20s", "6m0s", "120ms".
std::optional<milliseconds> durationFrom(const QString &text)
{
    static const QRegularExpression whole(
            uR"re(^(?:(\d+)h)?(?:(\d+)m(?!s))?(?:([\d.]+)s)?(?:(\d+)ms)?$)re"_s);
    const auto match = whole.match(text);
    if (!match.hasMatch() || text.isEmpty()) {
        return std::nullopt;
    }
    return bounded(match.captured(1).toDouble() * 3600 * msPerSecond
                   + match.captured(2).toDouble() * 60 * msPerSecond
                   + match.captured(3).toDouble() * msPerSecond + match.captured(4).toDouble());
}

/// A reset header: what a bare number means shows in its size.
std::optional<milliseconds> resetFrom(const QString &text, const QDateTime &now)
{
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (!isNumber) {
        const auto duration = durationFrom(text);
        return duration ? duration : until(timeFrom(text), now);
    }
    if (number < 0) {
        return std::nullopt;
    }
    constexpr double epochMs = 1e11; // from 1973 in milliseconds, from the year 5138 in seconds
    constexpr double epochSeconds = 1e8; // from 1973; as a wait it would be three years
    const auto nowMs = static_cast<double>(now.toMSecsSinceEpoch());
    if (number >= epochMs) {
        return bounded(number - nowMs);
    }
    return bounded(number >= epochSeconds ? number * msPerSecond - nowMs : number * msPerSecond);
}

} // namespace

std::optional<milliseconds> askedWait(const Response &response, const QDateTime &now)
{
    const auto value = [&response](QByteArrayView name) {
        QString text = QString::fromLatin1(response.header(name)).trimmed();
        return text.remove(u'"');
    };
    bool isNumber = false;
    const double ms = value("retry-after-ms").toDouble(&isNumber);
    if (isNumber && ms >= 0) {
        return bounded(ms);
    }
    if (const auto wait = resetFrom(value("retry-after"), now)) {
        return wait;
    }
    for (const QByteArrayView name : {"x-ratelimit-reset", "ratelimit-reset", "x-rate-limit-reset",
                                      "x-ratelimit-reset-requests", "x-ratelimit-reset-tokens"}) {
        if (const auto wait = resetFrom(value(name), now)) {
            return wait;
        }
    }
    return std::nullopt;
}

milliseconds backOff(int attempt, double unit)
{
    constexpr double first = 500;
    constexpr double cap = 8000;
    const double full = std::min(cap, first * std::pow(2.0, std::clamp(attempt - 1, 0, 10)));
    return milliseconds(static_cast<qint64>(full * (0.5 + 0.5 * std::clamp(unit, 0.0, 1.0))));
}

} // namespace crema::net
