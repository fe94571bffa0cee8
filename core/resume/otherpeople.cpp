// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/otherpeople.h"

#include "base/text.h"
#include "resume/dateranges.h"
#include "resume/namefact.h"
#include "resume/strangers.h"
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
            "account\\s+manager|publicist|bookings?|spouse(?:\\s*/\\s*partner)?|husband|wife|partner|mothers?|fathers?|mom|mum|dad|"
            "parents?(?:\\s*/\\s*guardians?|\\s+or\\s+guardians?)?|parent\\(s\\)|guardians?(?:\\s*/\\s*parents?)?|(?:\\p{L}+\\s+)?references?|referees?|landlord|"
            "supervisors?|preceptors?|advis[eo]r|ansprechpartner(?:in)?|berater(?:in)?|referenzen|referencias?|conjoint|ehepartner|ehefrau|ehemann)"
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
QString cellBehind(const QString &text, qsizetype from)
{
    static const QRegularExpression separator(u"[\\t|•·;].*$"_s);
    return text.sliced(from).remove(separator);
}

// "Agent: State Farm, 2015 - 2020" tells of a job. "Partner: Lopez & Lopez LLP", "Management: 5 years": such
// a word is a label only before somebody.
bool isAboutSomebody(const QString &said, bool weak)
{
    const auto span = dateSpanIn(said);
    const bool named = !weak || !asName(said.section(u',', 0, 0)).isEmpty();
    return tellsAddress(said) || (named && !(span && span->isRange));
}

// Where somebody else is introduced.
struct Introduced
{
    qsizetype start = 0; ///< of the label
    qsizetype value = 0; ///< behind the label
    QString stranger; ///< named behind a label that need not be about people
};

// What is known when a line is read.
struct Around
{
    QString owner;
    QString below; ///< the next line
};

std::optional<Introduced> knownLabelIn(const QString &text)
{
    auto label = anyLabelIn(text, 0);
    while (label.hasMatch()
           && !isAboutSomebody(cellBehind(text, label.capturedEnd()), label.hasCaptured(u"weak"_s))) {
        label = anyLabelIn(text, label.capturedEnd());
    }
    return label.hasMatch() ? std::optional(Introduced {label.capturedStart(), label.capturedEnd(), {}})
                            : std::nullopt;
}

// "Landlord: Joy Finney, 206-555-0150"; without an address in the cell an email of that name must follow.
std::optional<Introduced> strangerWithAddressIn(const QString &text, const Around &around)
{
    auto person = strangerIn(text, 0, around.owner);
    while (person) {
        const QString cell = cellBehind(text, person->value);
        const QString behind = text.sliced(person->value) + u' ' + around.below;
        const bool owners = spellsPerson(cell, around.owner) && !spellsPerson(cell, person->name);
        const bool theirs = tellsAddress(cell) ? !owners : spellsPerson(behind, person->name);
        if (theirs) {
            return Introduced {person->start, person->value, person->name};
        }
        person = strangerIn(text, person->value, around.owner);
    }
    return std::nullopt;
}

struct OwnPart
{
    QString text;
    std::optional<int> linesToCome; ///< where somebody is named: how much of the address may stand below
};

// A stranger's address goes on below only where the email says so.
int linesOf(const Introduced &label, QStringView said, const Around &around)
{
    const int lines = linesToCome(said);
    return label.stranger.isEmpty() ? lines
                                    : std::min(lines, spellsPerson(around.below, label.stranger) ? 1 : 0);
}

// A label takes its cell, and the cells behind where the address has not come in it.
OwnPart ownPartOf(const QString &text, const Around &around)
{
    auto label = knownLabelIn(text);
    label = label ? label : strangerWithAddressIn(text, around);
    if (!label) {
        return {text, {}};
    }
    const QString cell = cellBehind(text, label->value);
    const bool moreOfStranger = !label->stranger.isEmpty()
            && spellsPerson(text.sliced(label->value + cell.size()), label->stranger);
    const bool only = tellsAddress(cell) && !moreOfStranger;
    const qsizetype end = only ? label->value + cell.size() : text.size();
    const OwnPart behind = ownPartOf(text.sliced(end), around);
    const QStringView said = QStringView(text).first(end).sliced(label->value);
    const int below = behind.text.isEmpty() ? linesOf(*label, said, around) : 0;
    return {(text.first(label->start) + behind.text).trimmed(), behind.linesToCome.value_or(below)};
}

std::vector<Line> ownLines(const std::vector<Line> &lines, const QString &owner)
{
    std::vector<Line> own;
    int theirs = 0;
    for (size_t i = 0; i < lines.size(); ++i) {
        const Line &line = lines[i];
        const bool follows = i + 1 < lines.size() && !lines[i + 1].gapBefore;
        const OwnPart part = ownPartOf(line.text, {owner, follows ? lines[i + 1].text : QString()});
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

std::vector<Part> withoutOtherPeople(const std::vector<Part> &parts, const QString &owner)
{
    std::vector<Part> own;
    for (const Part &part : parts) {
        if (part.section == Section::references) {
            continue;
        }
        own.push_back(part);
        dropAddressee(own.back().lines);
        own.back().lines = ownLines(own.back().lines, owner);
    }
    return own;
}

} // namespace crema::resume
