// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/contactdata.h"
#include "base/text.h"
#include "resume/facts.h"
#include "resume/modelfacts.h"
#include "resume/resumelines.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

constexpr int contactLines = 8; // at the top, before the first heading

QString tr(const char *words)
{
    return QCoreApplication::translate("resume", words);
}

/// The kinds of what is kept back, each once.
void note(QStringList &withheld, const QString &kind)
{
    if (!withheld.contains(kind)) {
        withheld << kind;
    }
}

QString withoutAddresses(QString line)
{
    static const QRegularExpression address(
            u"[^\\s<>()\\[\\],;|]+@[^\\s<>()\\[\\],;|]+|(?:https?://|www\\.)\\S+|\\b[\\w-]+(?:\\.[\\w-]+)*\\.[a-z]{2,}/\\S+"_s,
            QRegularExpression::CaseInsensitiveOption);
    return line.replace(address, u"[withheld]"_s);
}

/// Something that the owner keeps from models stands in the line.
QString withheldIn(const QString &line, Section section, const ResumeFacts &own, const WritingStyle &style)
{
    if (section == Section::references) {
        return tr("references");
    }
    const bool isOfSchool = section == Section::education
            || (!own.university.text.isEmpty() && containsWords(line, own.university.text));
    if (style.withholdSchool && isOfSchool) {
        return tr("schools");
    }
    const bool isContact = (style.withholdPhone && hasPhoneNumber(line))
            || (style.withholdAddress && hasStreetAddress(line));
    return isContact ? tr("contact details") : QString();
}

/// Where each line stands.
struct LineKinds
{
    QHash<int, Section> sections;
    QSet<int>
            contact; ///< lines that say how to reach the owner: at the top, and under a heading of their own
};

LineKinds lineKindsOf(const QString &text)
{
    ExtractedText extracted;
    extracted.text = text;
    LineKinds kinds;
    for (const Part &part : partsOf(extracted)) {
        int count = 0;
        for (const Line &line : part.lines) {
            kinds.sections.insert(line.number, part.section);
            if (part.section == Section::contact && (part.hasHeading || ++count <= contactLines)) {
                kinds.contact.insert(line.number);
            }
        }
    }
    return kinds;
}

} // namespace

TellableText tellableText(const QString &text, const WritingStyle &style)
{
    const LineKinds kinds = lineKindsOf(text);
    const ResumeFacts own = readFacts(text);
    TellableText tellable;
    const QStringList all = text.split(u'\n');
    for (int number = 1; number <= all.size(); ++number) {
        const QString line = QString(all[number - 1]).replace(u'\t', u" | "_s).simplified();
        if (line.isEmpty()) {
            continue;
        }
        const bool isContact = kinds.contact.contains(number) || number == own.hometown.line;
        const bool isName = style.withholdAddress && number == own.name.line;
        // Beside the name there may be a place or an address: only the name is told.
        const QString told = isName ? own.name.text : style.withholdAddress ? withoutAddresses(line) : line;
        if (told != line) {
            note(tellable.withheld, tr("contact details"));
        }
        const Section section = kinds.sections.value(number, Section::other);
        const QString kept = style.withholdAddress && isContact && !isName
                ? tr("contact details")
                : withheldIn(told, section, own, style);
        if (!kept.isEmpty()) {
            note(tellable.withheld, kept);
            continue;
        }
        tellable.lines << ResumeLine {told, number};
    }
    return tellable;
}

} // namespace crema::resume
