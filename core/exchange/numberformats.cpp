// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/numberformats.h"

#include <QDate>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

constexpr qint64 secondsOfDay = 86'400;
constexpr double mostExact = 9'007'199'254'740'992; // beyond 2^53 not every whole number is one of its own
constexpr int lastDay = 2'958'465; // of the year 9999

/// The part of a format code for positive numbers, taken apart.
struct FormatSection
{
    QString letters; ///< what is neither quoted, escaped nor in brackets, in lower case
    QString pattern; ///< digits' places and literals
    bool isElapsed = false; ///< "[h]"
    bool isConditional = false; ///< "[<=9999999]"
    bool isSimple = true; ///< nothing in it but digits' places and the literals that numbers are written with
};

constexpr bool isPlace(QChar c)
{
    return c == u'0' || c == u'#';
}

/// What people write between the digits of a number that is a name.
bool isNumberLiteral(QChar c)
{
    return u"+-()/ ."_s.contains(c) || c == QChar(0xA0);
}

void addLiteral(FormatSection &section, QChar c)
{
    section.pattern += c;
    section.isSimple = section.isSimple && isNumberLiteral(c);
}

/// What stands in brackets: hours, minutes or seconds beyond their usual end, a condition, a colour, a
/// language.
void addBracket(FormatSection &section, QStringView inner)
{
    const QString word = inner.toString().toLower();
    const auto allAre = [&](QChar letter) {
        return !word.isEmpty() && std::ranges::all_of(word, [letter](QChar c) { return c == letter; });
    };
    section.isElapsed = section.isElapsed || allAre(u'h') || allAre(u'm') || allAre(u's');
    section.isConditional = section.isConditional || word.startsWith(u'<') || word.startsWith(u'>')
            || word.startsWith(u'=');
    section.isSimple = section.isSimple && !word.startsWith(u'$');
}

FormatSection firstSection(const QString &code)
{
    FormatSection section;
    for (qsizetype i = 0; i < code.size() && code[i] != u';'; ++i) {
        const QChar c = code[i];
        if (c == u'"') {
            for (++i; i < code.size() && code[i] != u'"'; ++i) {
                addLiteral(section, code[i]);
            }
        } else if (c == u'[') {
            const qsizetype end = code.indexOf(u']', i);
            if (end < 0) {
                return section;
            }
            addBracket(section, QStringView(code).sliced(i + 1, end - i - 1));
            i = end;
        } else if (c == u'\\' && i + 1 < code.size()) {
            addLiteral(section, code[++i]);
        } else if (c == u'_' || c == u'*') { // room of the next sign, or that sign as filling
            ++i;
            section.isSimple = false;
        } else {
            section.letters += c.toLower();
            section.pattern += c;
            const bool isLiteral = c != u'.' && isNumberLiteral(c); // an open point begins a fraction
            section.isSimple = section.isSimple && (isPlace(c) || isLiteral);
        }
    }
    return section;
}

NumberKind dateKind(const FormatSection &section)
{
    static const QRegularExpression fraction(u"(?<=s)\\.0+|am/pm|a/p"_s);
    QString letters = section.letters;
    letters.remove(fraction);
    const auto has = [&letters](QChar c) { return letters.contains(c); };
    if (has(u'0') || has(u'#') || has(u'?')) {
        return NumberKind::plain;
    }
    const bool isTime = has(u'h') || has(u's');
    const bool isDate = has(u'd') || has(u'y') || (has(u'm') && !isTime && !section.isElapsed);
    return section.isElapsed && !isDate ? NumberKind::elapsed
            : isTime && isDate          ? NumberKind::dateTime
            : isTime                    ? NumberKind::time
            : isDate                    ? NumberKind::date
                                        : NumberKind::plain;
}

/// Only what would lose something as a plain number: zeros in front, a plus, signs between the digits.
bool needsPattern(const FormatSection &section)
{
    const auto places = std::ranges::count_if(section.pattern, isPlace);
    const bool hasZeros = section.pattern.count(u'0') > 1;
    const bool hasSigns = places < section.pattern.size() && places > 1;
    return section.isSimple && !section.isConditional && places > 0
            && (hasZeros || hasSigns || section.pattern.startsWith(u'+'));
}

NumberKind builtIn(int id)
{
    const auto within = [id](int from, int to) { return id >= from && id <= to; };
    if (id == 46) {
        return NumberKind::elapsed;
    }
    if (id == 22) {
        return NumberKind::dateTime;
    }
    // 32 to 35 and 55, 56 are times in some East Asian languages; days come as days there, too.
    if (within(18, 21) || id == 45 || id == 47 || within(32, 35)) {
        return NumberKind::time;
    }
    return within(14, 17) || within(27, 36) || within(50, 58) ? NumberKind::date : NumberKind::plain;
}

QString plainNumber(const QString &number)
{
    if (std::ranges::all_of(number, [](QChar c) { return c >= u'0' && c <= u'9'; })) {
        return number; // nearly always; as many digits as it has
    }
    bool isNumber = false;
    const double value = number.toDouble(&isNumber);
    if (!isNumber || std::abs(value) >= mostExact) {
        return number;
    }
    constexpr int digits = 15; // what spreadsheets show at most
    return std::trunc(value) == value ? QString::number(static_cast<qint64>(value))
                                      : QString::number(value, 'g', digits);
}

/// The digits put into their places, from behind; empty where they do not fill them.
QString intoPattern(const QString &number, const QString &pattern)
{
    const bool isWhole = std::ranges::all_of(number, [](QChar c) { return c >= u'0' && c <= u'9'; });
    const auto places = std::ranges::count_if(pattern, isPlace);
    qsizetype open = std::max<qsizetype>(places - number.size(), 0); // only zeros fill them
    const bool hasGap = std::ranges::any_of(
            pattern, [&open](QChar c) { return isPlace(c) && open-- > 0 && c == u'#'; });
    if (!isWhole || hasGap) {
        return {};
    }
    const QString digits = number.rightJustified(places, u'0');
    qsizetype surplus = digits.size() - places; // stands before the first place's own digit
    qsizetype next = 0;
    QString text;
    for (const QChar c : pattern) {
        if (!isPlace(c)) {
            text += c;
            continue;
        }
        text += QStringView(digits).sliced(next, 1 + surplus);
        next += 1 + surplus;
        surplus = 0;
    }
    return text;
}

/// Excel takes 1900 for a leap year: its day 60 is a 29th of February that never was.
QString dayText(qint64 day, DateSystem system)
{
    if (system == DateSystem::from1904) {
        return QDate(1904, 1, 1).addDays(day).toString(Qt::ISODate);
    }
    if (day == 60) {
        return u"1900-02-29"_s;
    }
    return QDate(1899, 12, day < 60 ? 31 : 30).addDays(day).toString(Qt::ISODate);
}

QString elapsedText(qint64 seconds)
{
    const QString text = u"%1:%2"_s.arg(seconds / 3600).arg(seconds / 60 % 60, 2, 10, QChar(u'0'));
    return seconds % 60 == 0 ? text : text + u":%1"_s.arg(seconds % 60, 2, 10, QChar(u'0'));
}

/// Empty for a number that is no day.
QString momentText(double value, NumberKind kind, DateSystem system)
{
    if (value < 0 || value > lastDay) {
        return {};
    }
    const auto total = static_cast<qint64>(std::llround(value * secondsOfDay));
    const qint64 day = total / secondsOfDay;
    const qint64 seconds = total % secondsOfDay;
    if (kind == NumberKind::elapsed) {
        return elapsedText(total);
    }
    if (day == 0 && system == DateSystem::from1900) {
        const bool isNoDate = seconds == 0 && kind == NumberKind::date;
        return isNoDate ? u"0000-00-00"_s : clockText(seconds);
    }
    const bool withTime = seconds != 0 && kind != NumberKind::date;
    if (day == 0 && kind == NumberKind::time) {
        return clockText(seconds);
    }
    return withTime ? dayText(day, system) + u' ' + clockText(seconds) : dayText(day, system);
}

} // namespace

NumberFormat numberFormat(int id, const QString &code)
{
    if (code.isEmpty()) {
        return {builtIn(id), {}};
    }
    if (code.compare("General"_L1, Qt::CaseInsensitive) == 0
        || code.compare("Standard"_L1, Qt::CaseInsensitive) == 0) {
        return {};
    }
    const FormatSection section = firstSection(code);
    if (const NumberKind kind = dateKind(section); kind != NumberKind::plain) {
        return {kind, {}};
    }
    return needsPattern(section) ? NumberFormat {NumberKind::pattern, section.pattern} : NumberFormat {};
}

QString shownNumber(const QString &number, const NumberFormat &format, DateSystem system)
{
    const QString plain = plainNumber(number);
    if (format.kind == NumberKind::plain) {
        return plain;
    }
    bool isNumber = false;
    const double value = number.toDouble(&isNumber);
    QString shown;
    if (isNumber && format.kind == NumberKind::pattern) {
        shown = intoPattern(plain, format.pattern);
    } else if (isNumber) {
        shown = momentText(value, format.kind, system);
    }
    return shown.isEmpty() ? plain : shown;
}

QString clockText(qint64 seconds)
{
    return elapsedText(seconds).rightJustified(seconds % 60 == 0 ? 5 : 8, u'0');
}

QString dateText(const QString &iso)
{
    static const QRegularExpression moment(
            u"^(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d:\\d\\d)(?::(\\d\\d)(?:[.,]\\d+)?)?(?:Z|[+-]\\d\\d:?\\d\\d)?$"_s);
    const auto match = moment.match(iso);
    if (!match.hasMatch()) {
        return iso;
    }
    const QString seconds = match.captured(3);
    const bool hasSeconds = !seconds.isEmpty() && seconds != "00"_L1;
    const QString clock = hasSeconds ? match.captured(2) + u':' + seconds : match.captured(2);
    return clock == "00:00"_L1 ? match.captured(1) : match.captured(1) + u' ' + clock;
}

} // namespace crema::exchange
