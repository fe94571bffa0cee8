// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/entryheader.h"

#include "base/text.h"
#include "resume/dateranges.h"
#include "resume/degrees.h"
#include "resume/employernames.h"
#include "resume/places.h"
#include "resume/universities.h"
#include "resume/words.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption
        | QRegularExpression::UseUnicodePropertiesOption;
using Kind = HeaderPiece::Kind;

QString tidied(QString text)
{
    static const QRegularExpression brackets(u"\\s*[(\\[][^)\\]]*[)\\]]\\s*$"_s);
    static const QRegularExpression edges(u"^[\\s|,;:·•–—-]+|[\\s|,;:·•–—-]+$"_s);
    // "株式会社リクルート 入社": joined, left
    static const QRegularExpression joined(
            u"\\s*(?:(?:入社|退社|入職|退職|在籍中?|在職中|就任|現在に至る)\\s*)+$"_s);
    static const QRegularExpression stop(u"(?<=\\p{Ll}{5})\\.$"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    text.remove(edges).remove(stop);
    static const QRegularExpression month(u"^(?:1[0-2]|[1-9])\\s+(?=\\p{Han})"_s); // of a cell of its own
    text.remove(joined).remove(month);
    text.remove(brackets);
    return text.remove(edges);
}

// An address, a caption or a remark: neither firm nor title.
bool isNoise(const QString &text)
{
    // clang-format off
    static const QRegularExpression noise(
            u"^(?:gpa.*|.*\\bof\\s+the\\s+(?:month|quarter|year)\\b.*|.*\\bawards?|https?://.*|www\\..*|.*@.*|team of \\d+.*|report(?:ing|ed|s) to .*|\\W*|confidential|continued|stealth.*|various|"
            "(?:advisor|adviser|supervisor|mentor|pi|manager|betreuer)\\s*:.*|"
            "(?:(?:key|main|major|selected|notable|primary|core|job|haupt)[ -]?)?(?:achievements?|responsibilit(?:y|ies)|duties|highlights?|"
            "accomplishments?|projects?|contributions?|tasks?|deliverables|overview|description|summary|results|impact|aufgaben|"
            "projects?\\s+for\\s.*|t[äa]tigkeiten|missions?|r[ée]alisations|funciones|logros|tareas|mansioni|attivit[àa])\\b[^,]{0,20})$"_s,
            anyCase);
    // clang-format on
    return isDuration(text) || isPlaceholder(text) || noise.match(text).hasMatch();
}

// "Company: Acme", "Position: Analyst", Europass's "Datore di lavoro Acme".
QRegularExpressionMatch labelIn(const QString &text)
{
    // clang-format off
    static const QRegularExpression label(
            u"^(?:(?:company|employer|organi[sz]ation|firma|arbeitgeber|unternehmen|entreprise|employeur|empresa|empleador|"
            "pracodawca|werkgever|(?<title>position|title|role|job title|designation|poste|puesto|cargo|posizione))\\s*:|"
            "(?:nome\\s+del\\s+)?datore\\s+di\\s+lavoro\\b\\s*:?)\\s*(?<value>\\S.*)$"_s,
            anyCase);
    // clang-format on
    return label.match(text);
}

void addLabelled(EntryHeader &header, const QRegularExpressionMatch &labelled, int line)
{
    const QStringList parts = partsWithoutPlace(labelled.captured(u"value"_s));
    if (!parts.isEmpty()) {
        const bool title = !labelled.captured(u"title"_s).isEmpty();
        header.push_back({title ? Kind::title : Kind::organisation, tidied(parts.first()), line, false});
    }
}

// "Software Engineer Reserve Army"
bool beginsWithTitle(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    return words.size() > 2 && isUnitOrField(words[0]) && isJobTitle(words[1])
            && !isLegalForm(words.constLast());
}

Kind kindOf(const QString &text)
{
    if (isJobTitle(text) || beginsWithTitle(text)) {
        return Kind::title;
    }
    return isUnitOrField(text) ? Kind::unit : Kind::organisation;
}

// "Skadden, Arps, Slate, Meagher & Flom LLP" is one name.
bool isListOfPartners(const QStringList &parts)
{
    return parts.size() > 1 && parts.last().contains(u" & ")
            && std::ranges::all_of(parts,
                                   [](const QString &part) { return kindOf(part) == Kind::organisation; });
}

// "Department of Planning, Industry and Environment": one name, though a comma parts it.
void joinOffice(QStringList &parts)
{
    static const QRegularExpression office(u"^(?:department|ministry|office|bureau)\\s+(?:of|for)\\s"_s,
                                           anyCase);
    static const QRegularExpression rest(u"^\\p{Lu}[\\p{L} ]*\\s(?:and|&)\\s\\p{Lu}\\p{L}*$"_s);
    for (qsizetype i = 0; i + 1 < parts.size(); ++i) {
        const bool goesOn = rest.match(parts[i + 1]).hasMatch() && !isJobTitle(parts[i + 1]);
        if (office.match(parts[i]).hasMatch() && goesOn) {
            parts[i] += u", "_s + parts.takeAt(i + 1);
        }
    }
}

bool isTeaching(const QString &title)
{
    static const QRegularExpression teaching(
            u"\\b(?:lecturer|teaching|tutor|instructor|grader|lab(?:oratory)?\\s+assistant|course\\s+assistant|tutorin|lehrbeauftragte\\p{L}?|chargée?\\s+de\\s+cours)\\b"_s,
            anyCase);
    return isJobTitle(title) && teaching.match(title).hasMatch();
}

bool isQuoted(const QString &text)
{
    return text.size() > 2 && u"\"“„«'‘"_s.contains(text.front()) && u"\"”“»'’"_s.contains(text.back());
}

// "Parcelhub AB" is a firm, "Calgary AB" a place.
bool isOnlyPlace(const QString &text)
{
    const QString form = text.section(u' ', -1);
    const bool firm = text.contains(u' ') && isLegalForm(form) && !isPlace(text.chopped(form.size() + 1));
    return isPlace(text) && !firm;
}

// "Nurse, Emergency, Aga Khan Hospital": of two that follow a title the institution, where the other has no
// word that only organisations carry. A bank or a cloud may be a unit itself.
bool isInstitutionBehindUnit(const QString &first, const QString &second)
{
    static const QRegularExpression part(
            u"^(?:faculty|department|school|division|office|institute|faculté|fakultät)\\b"_s, anyCase);
    static const QRegularExpression institution(
            u"\\b(?:hospital|klinikum|clinic|university|universität|université|universidad|"
            u"college|academy|museum|ministry|council|international|medical\\s+(?:center|centre))\\b"_s,
            anyCase);
    const bool firstIsPart = !hasOrganisationWord(first) || part.match(first).hasMatch();
    return firstIsPart && institution.match(second).hasMatch() && !part.match(second).hasMatch();
}

// One cell: a firm, a title, or both with commas between.
void addCell(EntryHeader &header, const QString &cell, int line)
{
    const QString text = tidied(cell);
    if (text.isEmpty() || isPlace(text) || isKindOfEmployment(text) || isNoise(text)) {
        return;
    }
    QStringList parts = partsWithoutPlace(text);
    if (isListOfPartners(parts)) {
        parts = {parts.join(u", "_s)};
    }
    joinOffice(parts);
    // "Lecturer, Statistical Methods, LMU Munich": the subject stands between.
    if (parts.size() == 3 && isTeaching(parts.first()) && !hasOrganisationWord(parts[1])
        && (hasOrganisationWord(parts[2]) || universityIn(parts[2]).kind != SchoolKind::none)) {
        parts.removeAt(1);
    }
    const bool course = isTeaching(parts.value(0)); // "Instructor, Introduction to Statistics"
    bool title = false;
    bool organisation = false;
    for (const QString &part : std::as_const(parts)) {
        const QString name = tidied(part);
        if (isQuoted(name)) {
            continue; // a course or a work
        }
        // "Sergeant, 2nd Cavalry Regiment", "Assistant, Prof. Malika Torvald"
        const bool unit = name.isEmpty() || (title && isPartOfFirm(name)) || isPersonWithTitle(name);
        const Kind kind = unit ? Kind::unit : kindOf(name);
        const bool repeated = (kind == Kind::title && title) || (kind == Kind::organisation && organisation);
        if (kind == Kind::organisation && repeated && header.back().beside
            && isInstitutionBehindUnit(header.back().text, name)) {
            header.back().text = name; // "Nurse, Emergency, Aga Khan Hospital"
        }
        if (kind == Kind::unit || repeated || isOnlyPlace(name)) {
            continue; // a second organisation in one cell is a unit or a place of the first
        }
        if (course && kind == Kind::organisation && !hasOrganisationWord(name)
            && universityIn(name).kind == SchoolKind::none) {
            continue;
        }
        const bool campus = universityIn(text).name.startsWith(name + u", "_s); // "..., Northridge"
        header.push_back(
                {kind, campus ? universityIn(text).name : name, line, kind == Kind::organisation && title});
        title = title || kind == Kind::title;
        organisation = organisation || kind == Kind::organisation;
    }
    if (!title && !organisation && !parts.isEmpty()) {
        header.push_back({Kind::unit, tidied(parts.first()), line, false});
    }
}

// "Yale University: Teaching Fellow, Intermediate Micro", "UCI Student Center; Building Attendant"
QStringList splitAtSign(const QString &cell)
{
    static const QRegularExpression sign(u"\\s*[;:]\\s+|(?<=\\p{Ll}{3})(?<!\\bProf)\\.\\s+(?=\\p{Lu})"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    const auto match = sign.match(cell);
    if (!match.hasMatch()) {
        return {cell};
    }
    const QString before = cell.left(match.capturedStart());
    const QString behind = cell.mid(match.capturedEnd());
    if (before.count(u'(') > before.count(u')')) {
        return {cell}; // "FedEx (contractor: Acme LLC), driver"
    }
    const auto isTitle = [](const QString &text) { return isJobTitle(text.section(u',', 0, 0)); };
    // "Supervisor: Hank Hill" names nobody's firm.
    const bool label = match.captured().contains(u':') && isTitle(before);
    return !label && isTitle(before) != isTitle(behind) ? QStringList {before, behind} : QStringList {cell};
}

// "카카오뱅크 대리": the rank follows the firm behind a blank.
QStringList splitAtRank(const QString &cell)
{
    static const QRegularExpression rank(u"^(.*\\S)\\s+([\\p{Hangul}\\p{Han}\\p{Katakana}]+)$"_s);
    const auto match = rank.match(cell.trimmed());
    const bool split = match.hasMatch() && isJobTitle(match.captured(2)) && !isJobTitle(match.captured(1));
    return split ? QStringList {match.captured(1), match.captured(2)} : QStringList {cell};
}

// "Software Engineer at Acme", "Analyst @ Acme"
QStringList splitAtPreposition(const QString &cell)
{
    static const QRegularExpression at(u"\\s+(?:at|@|bei|chez|bij|hos|presso)\\s+"_s, anyCase);
    const auto match = at.match(cell);
    if (!match.hasMatch() || !isJobTitle(cell.left(match.capturedStart()).section(u',', 0, 0))) {
        return {cell};
    }
    return {cell.left(match.capturedStart()), cell.mid(match.capturedEnd())};
}

} // namespace

bool isDuration(const QString &text)
{
    static const QRegularExpression duration(
            u"^(?:less than a|\\d+)\\s*(?:\\+\\s*)?(?:years?|yrs?|months?|mos?|jahre?|monate?|ans?|mois)\\b[\\s,\\d\\p{L}]*$"_s,
            anyCase);
    return text.size() < 40 && duration.match(text).hasMatch();
}

bool isComplete(const EntryHeader &header)
{
    const auto has = [&header](Kind kind) {
        return std::ranges::any_of(header, [kind](const HeaderPiece &piece) { return piece.kind == kind; });
    };
    return has(Kind::title) && has(Kind::organisation);
}

namespace {

// "Driver, Acme, 2019 to present, Teamsters": behind the dates of a whole job stands a remark.
QString withoutRemark(const Line &line)
{
    static const QRegularExpression local(u"\\bLocal\\s+(?:Union\\s+)?(?:No\\.?\\s*|#)?\\d+$"_s);
    const auto span = dateSpanIn(line.text);
    Line job = line;
    job.text = span ? line.text.first(span->start + span->length).trimmed() : QString();
    const QString behind = line.text.mid(job.text.size()).trimmed();
    const bool comma = behind.startsWith(u',') || (job.text.endsWith(u',') && !behind.isEmpty());
    if (!comma) {
        return line.text;
    }
    const bool firm = hasOrganisationWord(behind) && !local.match(behind).hasMatch()
            && !hasOrganisationWord(job.text);
    return !firm && isComplete(headerOf({job})) ? job.text : line.text;
}

// "Clerk, Hale Law Offices, New" / "York, 2018 - present": a narrow page breaks the name of the town.
std::vector<Line> withWholeTowns(std::vector<Line> lines)
{
    static const QRegularExpression opening(u"^(?:New|Saint|St\\.?|San|Santa|Los|Las|Fort|Port|El|Mount)$"_s);
    for (size_t i = 0; i + 1 < lines.size(); ++i) {
        QString &text = lines[i].text;
        QString &next = lines[i + 1].text;
        const QString head = text.section(u',', -1).trimmed();
        const QString tail = next.section(u',', 0, 0).trimmed();
        const bool opens = opening.match(head).hasMatch() || isPlaceName(head + u' ' + tail);
        if (text.contains(u',') && !head.contains(u' ') && !isPlaceName(head) && opens) {
            text += u' ' + tail;
            next = next.mid(next.indexOf(tail) + tail.size());
        }
    }
    return lines;
}

} // namespace

EntryHeader headerOf(const std::vector<Line> &lines)
{
    static const QRegularExpression separator(
            u"\\t+|\\s*[|•·◆⋄∙]\\s*|\\s+(?:[–—-]{1,2}|//|/)\\s+|(?<=\\p{L})[–—](?=\\p{Lu})|\\s{3,}"_s);
    EntryHeader header;
    for (const Line &line : withWholeTowns(lines)) {
        const size_t before = header.size();
        bool placed = false;
        for (const QString &cell : withoutDates(withoutRemark(line)).split(separator, Qt::SkipEmptyParts)) {
            placed = placed || isPlace(cell);
            if (const auto labelled = labelIn(cell.trimmed()); labelled.hasMatch()) {
                addLabelled(header, labelled, line.number);
                continue;
            }
            for (const QString &half : splitAtSign(cell)) {
                for (const QString &piece : splitAtPreposition(half)) {
                    for (const QString &part : splitAtRank(piece)) {
                        addCell(header, part, line.number);
                    }
                }
            }
        }
        // "Capital Group    Los Angeles, CA": words of a unit, but units have no city of their own.
        const bool alone = header.size() == before + 1 && header.back().kind == Kind::unit;
        if (placed && alone && hasOrganisationWord(header.back().text)) {
            header.back().kind = Kind::organisation;
        }
    }
    return header;
}

namespace {

bool isNamed(const HeaderPiece *piece)
{
    return hasOrganisationWord(piece->text);
}

// What nobody takes for a ward or a shop inside something larger.
bool isWholeInstitution(const QString &text)
{
    static const QRegularExpression whole(
            u"\\b(?:hospital|klinikum|universi\\p{L}*|college|museum|ministry|council|bank|inc|llc|ltd|gmbh|"
            u"plc|corp|"
            "corporation|ag|s\\.?a\\.?|trust|foundation|association|society)\\b"_s,
            anyCase);
    return whole.match(text).hasMatch();
}

// Several that may be the firm, none with a word that only firms carry.
const HeaderPiece *byOrder(const std::vector<const HeaderPiece *> &firms, bool hasTitle, bool titleLeads,
                           const HeaderStyle &style)
{
    if (hasTitle) {
        const bool firmFirst = style.organisationFirst >= style.titleFirst;
        return firmFirst || titleLeads ? firms.front() : nullptr;
    }
    // Neither is a title we know: the order of the other jobs tells which is the firm.
    if (style.organisationFirst == style.titleFirst) {
        return nullptr;
    }
    return style.organisationFirst > style.titleFirst ? firms.front() : firms[1];
}

} // namespace

HeaderStyle styleOf(const std::vector<EntryHeader> &headers)
{
    HeaderStyle style;
    for (const EntryHeader &header : headers) {
        const auto isTitle = [](const HeaderPiece &piece) { return piece.kind == Kind::title; };
        const auto isFirm = [](const HeaderPiece &piece) { return piece.kind == Kind::organisation; };
        const auto isOwnLine = [](const HeaderPiece &piece) {
            return piece.kind == Kind::organisation && !piece.beside && !cannotBeFirm(piece.text);
        };
        style.unitBeside += std::ranges::any_of(header, isOwnLine)
                && std::ranges::any_of(header, &HeaderPiece::beside);
        if (std::ranges::count_if(header, isTitle) != 1 || std::ranges::count_if(header, isFirm) != 1) {
            continue;
        }
        const auto title = std::ranges::find_if(header, isTitle);
        const auto firm = std::ranges::find_if(header, isFirm);
        style.beside += firm->beside;
        ++(firm < title ? style.organisationFirst : style.titleFirst);
    }
    return style;
}

const HeaderPiece *employerIn(const EntryHeader &header, const HeaderStyle &style)
{
    std::vector<const HeaderPiece *> firms; // standing on their own
    const HeaderPiece *beside = nullptr;
    bool hasTitle = false;
    const bool hasDegree = std::ranges::any_of(header, [](const HeaderPiece &piece) {
        return piece.kind != Kind::title && degreeStart(piece.text) >= 0;
    });
    if (std::ranges::any_of(header, [](const HeaderPiece &piece) { return isTimeOff(piece.text); })) {
        return nullptr;
    }
    for (const HeaderPiece &piece : header) {
        hasTitle = hasTitle || piece.kind == Kind::title;
        const bool studies = hasDegree && universityIn(piece.text).kind != SchoolKind::none;
        if (piece.kind == Kind::organisation && (studies || cannotBeFirm(piece.text))) {
            continue;
        }
        if (piece.kind == Kind::organisation && piece.beside) {
            beside = beside ? beside : &piece;
        } else if (piece.kind == Kind::organisation) {
            firms.push_back(&piece);
        }
    }
    const auto named = std::ranges::find_if(firms, isNamed);
    if (named != firms.end()) {
        return *named;
    }
    // "Analyst, Growth" below a firm's own line names a team, and so may the next title of that firm.
    const bool usuallyBeside = style.beside * 2 >= style.organisationFirst + style.titleFirst
            && style.unitBeside == 0;
    const bool surely = beside
            && (style.unitBeside == 0 ? isNamed(beside) : isWholeInstitution(beside->text));
    if (beside && (surely || (usuallyBeside && (firms.empty() || style.beside > 0)))) {
        return beside;
    }
    if (firms.size() <= 1) {
        // Alone with a date it may as well be a title that we do not know.
        return !firms.empty() && hasTitle ? firms.front() : nullptr;
    }
    return byOrder(firms, hasTitle, header.front().kind == Kind::title, style);
}

} // namespace crema::resume
