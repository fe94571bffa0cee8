// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/dates.h"

#include "base/text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

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

/// Names of the months in English, German, French, Spanish, Italian, Portuguese and Dutch, folded;
/// abbreviations that are no beginning of a name stand as well.
int monthNamed(const QString &word)
{
    static const QStringList names {u"january januar janvier enero gennaio janeiro januari"_s,
                                    u"february februar fevrier febrero febbraio fevereiro februari"_s,
                                    u"march marz mars marzo marco maart mrz mrt"_s,
                                    u"april avril abril aprile"_s,
                                    u"may mai mayo maggio maio mei"_s,
                                    u"june juni juin junio giugno junho"_s,
                                    u"july juli juillet julio luglio julho"_s,
                                    u"august aout agosto augustus"_s,
                                    u"september septembre septiembre settembre setembro"_s,
                                    u"october oktober octobre octubre ottobre outubro"_s,
                                    u"november novembre noviembre novembro"_s,
                                    u"december dezember decembre diciembre dicembre dezembro"_s};
    if (word.size() < 3) {
        return 0;
    }
    int month = 0;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QStringList spellings = names[i].split(u' ');
        const bool begins = std::ranges::any_of(spellings,
                                                [&](const QString &name) { return name.startsWith(word); });
        if (begins && month != 0) {
            return 0; // "jui" is June or July
        }
        month = begins ? static_cast<int>(i) + 1 : month;
    }
    return month;
}

/// "12 Mar 2024", "March 12th, 2024", "12. März 2024", "12 de marzo de 2024", "12-Mar-24": a day, a month by
/// name and a year, the year last.
QDate fromMonthName(QStringView text)
{
    static const QStringList fillers {u"de"_s, u"of"_s, u"the"_s, u"del"_s};
    static const QRegularExpression ordinal(u"^(\\d{1,2})(?:st|nd|rd|th|er)$"_s);
    QVector<int> numbers;
    int month = 0;
    const QStringList words = foldedWords(text);
    for (const QString &word : words) {
        const auto day = ordinal.match(word);
        bool isNumber = false;
        const int number = (day.hasMatch() ? day.captured(1) : word).toInt(&isNumber);
        if (isNumber && word.size() <= 4) {
            numbers << number;
        } else if (month == 0 && monthNamed(word) != 0 && numbers.size() < 2) {
            month = monthNamed(word);
        } else if (!fillers.contains(word)) {
            return {};
        }
    }
    const bool complete = month != 0 && numbers.size() == 2 && numbers[0] <= 31;
    return complete ? withFullYear(numbers[1], month, numbers[0]) : QDate();
}

} // namespace

QDate parseDate(QStringView text)
{
    QStringView trimmed = text.trimmed();
    static const QRegularExpression iso(u"^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?:[T ].*)?$"_s);
    if (const auto match = iso.match(trimmed); match.hasMatch()) {
        return {match.capturedView(1).toInt(), match.capturedView(3).toInt(), match.capturedView(4).toInt()};
    }
    // "2023年10月7日", "2023년 10월 7일"
    static const QRegularExpression eastAsian(
            u"^(\\d{4})\\s*[年년]\\s*(\\d{1,2})\\s*[月월]\\s*(\\d{1,2})\\s*[日일]$"_s);
    if (const auto match = eastAsian.match(trimmed); match.hasMatch()) {
        return {match.capturedView(1).toInt(), match.capturedView(2).toInt(), match.capturedView(3).toInt()};
    }
    // The time of day, as LinkedIn's exports of before 2019 have it: "11/3/18, 4:12 PM".
    static const QRegularExpression time(u",?\\s+\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s*[AaPp]\\.?[Mm]\\.?)?$"_s);
    if (const auto match = time.match(trimmed); match.hasMatch()) {
        trimmed = trimmed.first(match.capturedStart());
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
