// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/otherpeople.h"

#include "base/text.h"
#include "resume/dateranges.h"
#include "resume/namefact.h"
#include "resume/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption
        | QRegularExpression::UseUnicodePropertiesOption;

// "Recruiter: ...", "Represented by ...", "Emergency contact ..."; not "Consultant" below the owner's name.
QRegularExpressionMatch anyLabelIn(const QString &text, qsizetype from)
{
    // clang-format off
    static const QRegularExpression label(
            u"(?:^|[\\t|•·;]\\s*)(?:(?<weak>(?:partner|management|agency|consultant)\\s*[:：])|(?:(?:your|my)\\s+)?(?:recruiters?|"
            "(?:recruitment\\s+|recruiting\\s+)?consultant|agents?|agency|representation|representative|management|manager|line\\s+manager|"
            "account\\s+manager|publicist|bookings?|spouse|husband|wife|partner|mother|father|parents?|guardian|references?|referees?|"
            "supervisors?|advis[eo]r|ansprechpartner(?:in)?|berater(?:in)?|referenzen|referencias?|conjoint|ehepartner|ehefrau|ehemann)"
            "\\s*[:：](?!\\s*(?:available|furnished|provided|(?:up)?on\\s+request|auf\\s+anfrage|sur\\s+demande))|"
            "(?:represented|presented|submitted)\\s+by\\b|representation\\s+by\\b|in\\s+case\\s+of\\s+emergency\\b|emergency\\s+contact\\b|"
            "next\\s+of\\s+kin\\b|notfallkontakt\\b|contact\\s+d['’]urgence\\b|contacto\\s+de\\s+emergencia\\b|紧急联系人|緊急連絡先|配偶者)"_s,
            anyCase);
    // clang-format on
    return label.match(text, from);
}

qsizetype digitsOf(QStringView text)
{
    return std::ranges::count_if(text, [](QChar c) { return c.isDigit(); });
}

bool tellsAddress(QStringView said)
{
    constexpr qsizetype shortestNumber = 7;
    return said.contains(u'@') || digitsOf(withoutDates(said.toString())) >= shortestNumber;
}

// How many lines below a label may still tell where that person is reached.
int linesToCome(QStringView said)
{
    constexpr int wholeAddress = 3;
    return said.contains(u'@') ? 0 : tellsAddress(said) ? 1 : wholeAddress;
}

bool isSalutation(const QString &text)
{
    // clang-format off
    static const QRegularExpression salutation(
            u"^(?:dear|sehr\\s+geehrte\\p{L}*|ch[èe]re?s?|madame|monsieur|mesdames|estimad[oa]s?|gentile|egregi[oa]|spettabile|prezad[oa]s?|"
            "geachte|beste|to\\s+whom\\s+it\\s+may\\s+concern)\\b.{0,60}[,:!]$"_s,
            anyCase);
    // clang-format on
    return salutation.match(text).hasMatch();
}

bool isDateOfLetter(const QString &text)
{
    const auto span = dateSpanIn(text);
    constexpr int mostWords = 6; // "Dallas, 3 March 2025"
    return span && !span->isRange && !span->isBareYear && wordCount(text) <= mostWords;
}

// Where the address of the letter's reader begins: below the date, or else in the block above the salutation
// where another block, the sender's, stands higher or the salutation names somebody of it.
size_t addresseeStart(const std::vector<Line> &lines, size_t salutation)
{
    size_t secondBlock = salutation;
    for (size_t i = salutation; i-- > 1;) {
        if (isDateOfLetter(lines[i].text)) {
            return i + 1;
        }
        secondBlock = lines[i].gapBefore ? i : secondBlock;
    }
    const QString addressed = foldedWords(lines[salutation].text).constLast();
    const auto isNamed = [&addressed](const Line &line) {
        return !isJobTitle(addressed) && foldedWords(line.text).contains(addressed);
    };
    const auto end = lines.begin() + static_cast<long>(salutation);
    const auto named = std::find_if(lines.begin(), end, isNamed);
    return std::min(static_cast<size_t>(named - lines.begin()), secondBlock);
}

void dropAddressee(std::vector<Line> &lines)
{
    const auto salutation = std::ranges::find_if(lines,
                                                 [](const Line &line) { return isSalutation(line.text); });
    if (salutation == lines.end()) {
        return;
    }
    const size_t from = addresseeStart(lines, static_cast<size_t>(salutation - lines.begin()));
    lines.erase(lines.begin() + static_cast<long>(from), salutation + 1);
}

// What stands behind a label up to the next cell.
QString cellBehind(const QString &text, const QRegularExpressionMatch &label)
{
    static const QRegularExpression separator(u"[\\t|•·;].*$"_s);
    return text.sliced(label.capturedEnd()).remove(separator);
}

// "Agent: State Farm, 2015 - 2020" tells of a job. "Partner: Lopez & Lopez LLP", "Management: 5 years": such
// a word is a label only before somebody.
bool isAboutSomebody(const QString &said, bool weak)
{
    const auto span = dateSpanIn(said);
    const bool named = !weak || !asName(said.section(u',', 0, 0)).isEmpty();
    return tellsAddress(said) || (named && !(span && span->isRange));
}

QRegularExpressionMatch labelIn(const QString &text)
{
    auto label = anyLabelIn(text, 0);
    while (label.hasMatch() && !isAboutSomebody(cellBehind(text, label), label.hasCaptured(u"weak"_s))) {
        label = anyLabelIn(text, label.capturedEnd());
    }
    return label;
}

struct OwnPart
{
    QString text;
    std::optional<int> linesToCome; ///< where somebody is named: how much of the address may stand below
};

// A label takes its cell, and the cells behind where the address has not come in it.
OwnPart ownPartOf(const QString &text)
{
    const auto label = labelIn(text);
    if (!label.hasMatch()) {
        return {text, {}};
    }
    const QString cell = cellBehind(text, label);
    const qsizetype end = tellsAddress(cell) ? label.capturedEnd() + cell.size() : text.size();
    const OwnPart behind = ownPartOf(text.sliced(end));
    const QStringView said = QStringView(text).first(end).sliced(label.capturedEnd());
    const int below = behind.text.isEmpty() ? linesToCome(said) : 0;
    return {(text.first(label.capturedStart()) + behind.text).trimmed(), behind.linesToCome.value_or(below)};
}

std::vector<Line> ownLines(const std::vector<Line> &lines)
{
    std::vector<Line> own;
    int theirs = 0;
    for (const Line &line : lines) {
        const OwnPart part = ownPartOf(line.text);
        Line rest = line;
        if (part.linesToCome) {
            theirs = *part.linesToCome;
            rest.text = part.text;
        } else if (theirs > 0 && !line.gapBefore) {
            --theirs;
            rest.text.clear();
        } else {
            theirs = 0;
        }
        if (!rest.text.isEmpty()) {
            own.push_back(rest);
        }
    }
    return own;
}

} // namespace

std::vector<Part> withoutOtherPeople(const std::vector<Part> &parts)
{
    std::vector<Part> own;
    for (const Part &part : parts) {
        if (part.section == Section::references) {
            continue;
        }
        own.push_back(part);
        dropAddressee(own.back().lines);
        own.back().lines = ownLines(own.back().lines);
    }
    return own;
}

} // namespace crema::resume
