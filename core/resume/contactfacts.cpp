// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/contactfacts.h"

#include "base/text.h"
#include "resume/brokenaddresses.h"
#include "resume/dateranges.h"
#include "resume/namefact.h"
#include "resume/otherpeople.h"
#include "resume/places.h"
#include "resume/words.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption
        | QRegularExpression::UseUnicodePropertiesOption;
constexpr size_t headLines = 14; // how far contact details reach in a text without headings

using Reader = std::function<QString(const QString &)>;

// The first line for which `read` gives something.
ResumeLine firstIn(const std::vector<Line> &lines, const Reader &read)
{
    for (const Line &line : lines) {
        const QString found = read(line.text);
        if (!found.isEmpty()) {
            return {found, line.number};
        }
    }
    return {};
}

QString emailIn(const QString &text)
{
    static const QRegularExpression email(
            u"(?<![\\w.+-])[\\p{L}\\p{N}][\\p{L}\\p{N}._%+'-]*@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}"
            u"])?"
            "(?:\\.[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?)+(?![\\w@-])"_s,
            anyCase);
    return email.match(text).captured();
}

// The piece of the line that holds what was found.
QString cellAround(const QString &text, const QString &found)
{
    static const QRegularExpression separator(u"[\\t|•·,;]\\s*"_s);
    for (const QString &cell : text.split(separator, Qt::SkipEmptyParts)) {
        if (cell.contains(found)) {
            return cell;
        }
    }
    return text;
}

// Outside the contact details an address inside a sentence, beside somebody's name or of a referee may be
// anybody's; the owner's has at most a label with it.
QString ownEmailIn(const QString &text)
{
    static const QRegularExpression other(u"\\b(?:referees?|references?|recommend\\p{L}*|supervis\\p{L}*|"
                                          u"advis[eo]r|manager|referenz\\p{L}*|"
                                          "référence|referencia)\\b"_s,
                                          anyCase);
    const QString email = emailIn(text);
    const qsizetype at = text.indexOf(email);
    const QString before = text.first(std::max<qsizetype>(at, 0)).section(u',', 0, 0).trimmed();
    const bool alone = wordCount(cellAround(text, email).remove(email)) <= 1;
    return email.isEmpty() || !alone || other.match(text).hasMatch() || !asName(before).isEmpty() ? QString()
                                                                                                  : email;
}

QString linkedInUrlIn(const QString &text)
{
    static const QRegularExpression url(
            u"(?<![\\w@.-])(?:https?://)?(?:[a-z]{2,3}\\.)?linkedin\\.com/(?:in|pub|mwlite/in)/[^\\s|,;()<>\"“”•·]+"_s,
            anyCase);
    QString found = url.match(text).captured();
    while (found.endsWith(u'.') || found.endsWith(u'\'')) {
        found.chop(1);
    }
    return found;
}

// Outside the contact details a profile inside a sentence, or in brackets behind a name, may be anybody's.
QString ownLinkedInUrlIn(const QString &text)
{
    const QString url = linkedInUrlIn(text);
    constexpr int mostWordsBeside = 3;
    const bool inBrackets = text.contains(u'(' + url);
    return !inBrackets && wordCount(QString(text).remove(url)) <= mostWordsBeside ? url : QString();
}

// "LinkedIn: /in/jane-doe" is an address without its first half.
QString linkedInPathIn(const QString &text)
{
    static const QRegularExpression path(u"\\blinked\\s?in\\b\\s*[:|]?\\s*/?(in/[\\w%-]{3,})(?![\\w/.])"_s,
                                         anyCase);
    const auto match = path.match(text);
    return match.hasMatch() ? u"linkedin.com/"_s + match.captured(1) : QString();
}

bool hasPhoneLabel(QStringView before)
{
    // clang-format off
    static const QRegularExpression label(
            u"(?:\\b(?:phone|tel|tél|telephone|téléphone|telefon|teléfono|telefono|mobile|mobil|cell|"
            "handy|portable|móvil|whatsapp|ph|m|p|t|c)\\b|[☎📞📱✆]|电话|電話|手机|手機|携帯|전화|هاتف|الهاتف|"
            "جوال)[^\\d+]{0,16}$"_s,
            anyCase);
    // clang-format on
    return label.match(before).hasMatch();
}

// "SSN 078-05-1120", "License No. 555-123-4567", "Student ID 20231234567": numbers of another kind.
bool hasOtherLabel(QStringView before)
{
    // clang-format off
    static const QRegularExpression label(
            u"\\b(?:ssn|social\\s+security|licen[cs]e|licence|registration|registered|certificate|certification|student|employee|"
            "member(?:ship)?|passport|reisepass|pasaporte|passeport|matrikel\\p{L}*|personalnummer|ausweis\\p{L}*|iban|bic|konto\\p{L}*|"
            "account|acct|f|fax|telefax|facsimile|fac-simile|télécopie|tax|vat|steuer\\p{L}*|npi|siret|siren|dni|nif|nie|cpf|rg|nin|(?<!\\p{L},\\s)id|bar|permit)\\b"
            "\\s*(?:card|id)?\\s*(?:no\\.?|nr\\.?|n[°º]|num(?:ber|mer|éro)?\\.?|#)?\\s*[:#-]?\\s*[A-Z]{0,4}[\\s-]*$"_s,
            anyCase);
    // clang-format on
    return label.match(before).hasMatch();
}

// A postal code, or the number that ends the line before, stands right in front: "02139 617-555-0133".
QString withoutNumberInFront(const QString &number)
{
    static const QRegularExpression front(
            u"^(?:\\d{5}(?:-\\d{4})?\\s+(?:[-–—]\\s+)?(?=\\(?\\d{3}\\)?[\\s.-]?\\d{3}[\\s.-]?\\d{4}$)|\\d{2}\\s+(?=0\\d(?:[\\s.]?\\d{2}){4}$))"_s);
    return QString(number).remove(front);
}

// A telephone number, where it is one: not a date, a postal code or a number inside an address.
QString phoneIn(const QString &text, bool needsLabel)
{
    // clang-format off
    static const QRegularExpression number(
            u"(?<![\\w./@#$€£-])(?:\\(\\+\\d{1,3}\\)\\s?|\\+\\s?|00)?\\(?\\d[\\d\\s().\\-–‐‑/\u00A0]{5,22}\\d(?:\\s?(?:x|"
            "ext\\.?)\\s?\\d{1,5})?(?![\\w/@%-])"_s,
                                           anyCase);
    // clang-format on
    auto matches = number.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString found = withoutNumberInFront(match.captured().trimmed());
        const auto digits = std::ranges::count_if(found, [](QChar c) { return c.isDigit(); });
        const bool labelled = hasPhoneLabel(QStringView(text).first(match.capturedStart()));
        const bool parted = digits < found.size();
        const auto span = dateSpanIn(found);
        const bool date = span && !found.startsWith(u'+') && span->length * 2 > found.size();
        const bool likely = found.startsWith(u'+') || (parted && digits >= 9) || digits == 10 || digits == 11;
        static const QRegularExpression postal(
                u"^\\d{5}-\\d{4}$|^\\d{3}-\\d{2}-\\d{4}$"_s); // or a social security number
        static const QRegularExpression fax(u"^\\s*\\(?(?:fax|f)\\)?\\s*(?:$|[,;|•·\\t])"_s, anyCase);
        const bool code = (postal.match(found).hasMatch() && !labelled)
                || (!labelled && hasOtherLabel(QStringView(text).first(match.capturedStart())))
                || fax.match(text.sliced(match.capturedEnd())).hasMatch();
        if (!date && !code && digits >= 7 && digits <= 15 && (labelled || (!needsLabel && likely))) {
            return found;
        }
    }
    return {};
}

// Where the text without headings comes to the jobs: contact details do not reach below.
size_t headOf(const std::vector<Line> &lines)
{
    const auto job = std::ranges::find_if(lines, [](const Line &line) {
        const auto span = dateSpanIn(line.text);
        return span && span->isRange && !isOnlyDates(line.text) && phoneIn(line.text, false).isEmpty();
    });
    return std::min(static_cast<size_t>(job - lines.begin()), headLines);
}

// What stands before the first heading about something else, and every part about the person.
std::vector<Line> contactLines(const std::vector<Part> &parts)
{
    std::vector<Line> lines;
    for (const Part &part : parts) {
        if (part.section != Section::contact && part.section != Section::summary) {
            continue;
        }
        const size_t count = parts.size() == 1 ? headOf(part.lines) : part.lines.size();
        lines.insert(lines.end(), part.lines.begin(), part.lines.begin() + static_cast<long>(count));
    }
    return lines;
}

std::vector<Line> allLines(const std::vector<Part> &parts)
{
    std::vector<Line> lines;
    for (const Part &part : parts) {
        lines.insert(lines.end(), part.lines.begin(), part.lines.end());
    }
    return lines;
}

// "Hometown: Porto", "Originally from Graz, Austria", "born in 1999 in Lyon": never the address.
QString hometownIn(const QString &text)
{
    // clang-format off
    static const QRegularExpression said(
            u"(?:\\b(?:home\\s?town|home\\s+city)\\s*(?:[:\\t–-]\\s*|is\\s+)|\\b(?:place\\s+of\\s+birth|birth\\s?place|geburtsort|heimatort|"
            "heimatstadt|lieu\\s+de\\s+naissance|ville\\s+d['’]origine|lugar\\s+de\\s+nacimiento|"
            "ciudad\\s+natal|luogo\\s+di\\s+nascita|naturalidade|geboorteplaats)\\s*[:–-]?\\s+|(?:籍贯|籍貫|"
            "出身地|出生地|고향|출생지|مكان الولادة|مسقط الرأس)\\s*[:：]?\\s*|\\b(?:(?<told>originally\\s+from|"
            "(?:a\\s+)?native\\s+of|raised\\s+in|grew\\s+up\\s+in)|born\\s+and\\s+raised\\s+in|born\\s+in|"
            "originaire\\s+de|natural\\s+de|nacid[oa]\\s+en|aufgewachsen\\s+in|nat[oa]\\s+a|née?\\s+à|geboren\\s+te)\\s+|"
            "\\b(?:geboren|geb\\.|née?|nacid[oa]|born)\\s+(?:(?:am|le|el|"
            "on)\\s+)?[\\d./\\s\\p{L},]{4,20}?\\s(?:in|à|a|"
            "en)\\s+)(?<place>\\p{Lu}[\\p{L}.'’ -]*(?:,\\s*\\p{Lu}[\\p{L}.'’ -]*){0,2}|"
            "\\p{Lo}[\\p{Lo}\\p{M} ]*)"_s,
            anyCase);
    // clang-format on
    const auto match = said.match(text);
    QString place = match.captured(u"place"_s).trimmed();
    // Case-insensitive matching lets running text through: "raised in rounds".
    static const QRegularExpression end(
            u"(?:\\.\\s|\\s[-–—]\\s|,?\\s+(?:and|und|et|y|I|where|with|who|before|now|currently|moved|im|am|in|on|il|le|op|el|em|dnia)\\b).*$"_s);
    place.remove(end);
    while (place.endsWith(u'.') || place.endsWith(u',')) {
        place.chop(1);
    }
    // "Originally from Pfizer": what is told in a sentence must be a place that we know, or say where it
    // lies.
    const bool told = match.capturedLength(u"told"_s) > 0;
    const bool known = !told || isPlace(place) || (place.contains(u',') && !hasOrganisationWord(place));
    const bool name = known && !place.isEmpty() && !place.front().isLower() && wordCount(place) <= 6;
    return name ? place : QString();
}

void readLinks(const QVector<TextLink> &links, ResumeFacts &facts)
{
    for (const TextLink &link : links) {
        const QString profile = linkedInUrlIn(link.url);
        if (facts.linkedinUrl.text.isEmpty() && !profile.isEmpty()) {
            facts.linkedinUrl = {profile, link.line};
        }
        if (facts.email.text.isEmpty() && link.url.startsWith(u"mailto:", Qt::CaseInsensitive)) {
            facts.email = {emailIn(QUrl(link.url, QUrl::TolerantMode).path()), link.line};
        }
    }
    if (facts.email.text.isEmpty()) {
        facts.email = {};
    }
}

} // namespace

void readContactFacts(const std::vector<Part> &parts, int titleLine, const QVector<TextLink> &links,
                      ResumeFacts &facts)
{
    std::vector<Part> ownParts = withoutOtherPeople(parts, nameIn(parts, titleLine, {}).text);
    for (Part &part : ownParts) {
        part.lines = withoutBrokenAddresses(std::move(part.lines));
    }
    const std::vector<Line> contact = contactLines(ownParts);
    const std::vector<Line> own = allLines(ownParts);
    const auto anywhere = [&](const Reader &read) {
        const ResumeLine near = firstIn(contact, read);
        return near.text.isEmpty() ? firstIn(own, read) : near;
    };
    facts.email = firstIn(contact, emailIn);
    if (facts.email.text.isEmpty()) {
        facts.email = firstIn(own, ownEmailIn);
    }
    facts.linkedinUrl = firstIn(contact, linkedInUrlIn);
    if (facts.linkedinUrl.text.isEmpty()) {
        facts.linkedinUrl = firstIn(own, ownLinkedInUrlIn);
    }
    if (facts.linkedinUrl.text.isEmpty()) {
        facts.linkedinUrl = anywhere(linkedInPathIn);
    }
    facts.phone = firstIn(contact, [](const QString &text) { return phoneIn(text, false); });
    if (facts.phone.text.isEmpty()) {
        facts.phone = firstIn(own, [](const QString &text) { return phoneIn(text, true); });
    }
    facts.hometown = firstIn(own, hometownIn);
    readLinks(links, facts);
    facts.name = nameIn(ownParts, titleLine, facts);
}

} // namespace crema::resume
