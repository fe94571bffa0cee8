// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/dates.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace crema {

namespace {

QDate withFullYear(int year, int month, int day)
{
    // Two digits: 70-99 belong to the last century, as POSIX strptime reads them.
    const int full = year >= 100 ? year : year + (year >= 70 ? 1900 : 2000);
    return {full, month, day};
}

QDate fromNumbers(const QRegularExpressionMatch &match)
{
    const int first = match.capturedView(1).toInt();
    const int second = match.capturedView(3).toInt();
    const int year = match.capturedView(4).toInt();
    const bool dayFirst = match.capturedView(2) == u"." || first > 12;
    return dayFirst ? withFullYear(year, second, first) : withFullYear(year, first, second);
}

QDate fromMonthName(QStringView text)
{
    static const QStringList formats {u"d MMM yyyy"_s,  u"d MMMM yyyy"_s,  u"d-MMM-yyyy"_s,
                                      u"MMM d, yyyy"_s, u"MMMM d, yyyy"_s, u"MMM d yyyy"_s};
    for (const QString &format : formats) {
        const QDate date = QLocale::c().toDate(text.toString(), format);
        if (date.isValid()) {
            return date;
        }
    }
    const QDate shortYear = QLocale::c().toDate(text.toString(), u"d-MMM-yy"_s);
    return shortYear.isValid() ? withFullYear(shortYear.year() % 100, shortYear.month(), shortYear.day())
                               : QDate();
}

} // namespace

QDate parseDate(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    static const QRegularExpression iso(u"^(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ].*)?$"_s);
    if (const auto match = iso.match(trimmed); match.hasMatch()) {
        return {match.capturedView(1).toInt(), match.capturedView(2).toInt(), match.capturedView(3).toInt()};
    }
    static const QRegularExpression numbers(u"^(\\d{1,2})([/.])(\\d{1,2})[/.](\\d{2}|\\d{4})$"_s);
    if (const auto match = numbers.match(trimmed); match.hasMatch()) {
        return fromNumbers(match);
    }
    return fromMonthName(trimmed);
}

QString toStoredTime(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime fromStoredTime(QStringView text)
{
    return QDateTime::fromString(text.toString(), Qt::ISODateWithMs).toUTC();
}

QString ageInWords(const QDateTime &then, const QDateTime &now)
{
    const auto tr = [](const char *words, int n) {
        return QCoreApplication::translate("dates", words, nullptr, n);
    };
    const qint64 seconds = then.secsTo(now);
    if (seconds < 60) {
        return tr("just now", -1);
    }
    if (seconds < 3600) {
        return tr("%n minute(s) ago", static_cast<int>(seconds / 60));
    }
    if (seconds < 86400) {
        return tr("%n hour(s) ago", static_cast<int>(seconds / 3600));
    }
    if (seconds < 14 * 86400) {
        return tr("%n day(s) ago", static_cast<int>(seconds / 86400));
    }
    return QLocale().toString(then.toLocalTime().date(), QLocale::ShortFormat);
}

int yearIn(QStringView text)
{
    static const QRegularExpression year(u"(?<![\\d])(19[4-9]\\d|20[0-6]\\d)(?![\\d])"_s);
    const auto match = year.match(text);
    return match.hasMatch() ? match.capturedView(1).toInt() : 0;
}

} // namespace crema
