// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/contactdata.h"
#include "base/text.h"
#include "resume/facts.h"
#include "resume/modelfacts.h"
#include "resume/resumelines.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

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

/// The part of each line.
QHash<int, Section> sectionsOf(const QString &text)
{
    ExtractedText extracted;
    extracted.text = text;
    QHash<int, Section> sections;
    for (const Part &part : partsOf(extracted)) {
        for (const Line &line : part.lines) {
            sections.insert(line.number, part.section);
        }
    }
    return sections;
}

} // namespace

TellableText tellableText(const QString &text, const WritingStyle &style)
{
    const QHash<int, Section> sections = sectionsOf(text);
    const ResumeFacts own = readFacts(text);
    TellableText tellable;
    int inContact = 0;
    const QStringList all = text.split(u'\n');
    for (int number = 1; number <= all.size(); ++number) {
        const QString line = QString(all[number - 1]).replace(u'\t', u" | "_s).simplified();
        if (line.isEmpty()) {
            continue;
        }
        const Section section = sections.value(number, Section::other);
        const bool isAtTop = section == Section::contact && ++inContact <= contactLines;
        QString kept = withheldIn(line, section, own, style);
        if (style.withholdAddress && number != own.name.line && (isAtTop || number == own.hometown.line)) {
            kept = tr("contact details");
        }
        const QString told = style.withholdAddress ? withoutAddresses(line) : line;
        if (told != line) {
            note(tellable.withheld, tr("contact details"));
        }
        if (!kept.isEmpty()) {
            note(tellable.withheld, kept);
            continue;
        }
        tellable.lines << ResumeLine {told, number};
    }
    return tellable;
}

} // namespace crema::resume
