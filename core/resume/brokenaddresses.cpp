// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/brokenaddresses.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption
        | QRegularExpression::UseUnicodePropertiesOption;

// LinkedIn's own export: "www.linkedin.com/in/jane-ann-" / "doe (LinkedIn)". Elsewhere a slug that ends with
// a hyphen goes on nobody knows how.
void mendProfile(QString &line, QString &next)
{
    static const QRegularExpression head(u"linkedin\\.com/in/[\\w%-]+$"_s, anyCase);
    static const QRegularExpression tail(u"^([\\w%-]+)\\s+\\(LinkedIn\\)"_s, anyCase);
    const auto begun = head.match(line);
    const auto ended = tail.match(next);
    if (begun.hasMatch() && ended.hasMatch()) {
        line += ended.captured(1);
        next.remove(0, ended.capturedLength());
    } else if (begun.hasMatch() && line.endsWith(u'-')) {
        line.truncate(begun.capturedStart());
    }
}

// "jane.ann-" / "doe@example.com", "jane@mail.example." / "com"
void dropHalfEmail(QString &line, QString &next)
{
    static const QRegularExpression head(
            u"(?:\\be-?mail\\s*:\\s*\\S*[\\p{L}\\d]\\.|(?<![^\\s:|])[\\p{L}\\d._]*[\\p{L}\\d][-_])$"_s,
            anyCase);
    static const QRegularExpression rest(u"^[\\p{L}\\d._%+-]+@\\S+"_s, anyCase);
    static const QRegularExpression open(u"\\S+@\\S+\\.$"_s);
    static const QRegularExpression domain(u"^\\p{Ll}{2,6}$"_s);
    if (head.match(line).hasMatch()) {
        next.remove(rest);
    }
    if (domain.match(next).hasMatch()) {
        line.remove(open);
    }
}

qsizetype digitsOf(QStringView text)
{
    return std::ranges::count_if(text, [](QChar c) { return c.isDigit(); });
}

// "+27 82 555" / "0144"; not a whole number above a postal code or years.
void dropHalfPhone(QString &line, const QString &next)
{
    constexpr qsizetype wholeNumber = 10;
    constexpr qsizetype longestNumber = 13;
    static const QRegularExpression head(u"\\+?[\\d(][\\d\\s().-]{4,}\\d$"_s);
    static const QRegularExpression rest(u"^\\d{2,5}(?:[\\s-]\\d{2,4})?$"_s);
    const QString begun = head.match(line).captured();
    const qsizetype digits = digitsOf(begun);
    const bool open = digits < wholeNumber || begun.startsWith(u'+');
    if (open && rest.match(next).hasMatch() && digits + digitsOf(next) <= longestNumber) {
        line.remove(head);
    }
}

} // namespace

std::vector<Line> withoutBrokenAddresses(std::vector<Line> lines)
{
    for (size_t i = 0; i + 1 < lines.size(); ++i) {
        if (!lines[i + 1].gapBefore) {
            mendProfile(lines[i].text, lines[i + 1].text);
            dropHalfEmail(lines[i].text, lines[i + 1].text);
            dropHalfPhone(lines[i].text, lines[i + 1].text);
        }
    }
    std::erase_if(lines, [](const Line &line) { return line.text.isEmpty(); });
    return lines;
}

} // namespace crema::resume
