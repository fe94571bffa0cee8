// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/strangers.h"

#include "base/text.h"
#include "resume/namefact.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption
        | QRegularExpression::UseUnicodePropertiesOption;

// What stands before the owner's own name or address.
bool isOwnersLabel(const QString &label)
{
    // clang-format off
    static const QRegularExpression own(
            u"^(?:(?:\\p{L}+\\s+)?(?:name|nom|nome|nombre|naam|namn|navn)s?|candidate|applicant|"
            "(?:my\\s+)?contacts?(?:\\s+(?:details?|info\\p{L}*|data|me|at))?|(?:personal|work|home)\\s+(?:details|info\\p{L}*|data|phone|e-?mail)|"
            "e-?mail|phone|tel\\p{L}*|mobile|cell|(?:\\p{L}+\\s+)?address|anschrift|adress\\p{L}*|direcci[óo]n|indirizzo|street|location|city|"
            "town|home|residence|based\\s+in|wohnort|ville|ciudad|(?:r[ée]sum[ée]|cv|curriculum\\s+vitae|lebenslauf)(?:\\s+\\p{L}+)?|profile?|bio|"
            "about(?:\\s+me)?|kontakt|contacto?|contatt[oi])$"_s,
            anyCase);
    // clang-format on
    return own.match(label.trimmed()).hasMatch();
}

bool isSamePerson(const QString &one, const QString &other)
{
    const QStringList a = foldedWords(one);
    const QStringList b = foldedWords(other);
    const QStringList &few = a.size() < b.size() ? a : b;
    const QStringList &many = a.size() < b.size() ? b : a;
    return !few.isEmpty()
            && std::ranges::all_of(few, [&many](const QString &word) { return many.contains(word); });
}

// "Dr. Leah Kim (mother) 415-555-0138": the name that the value begins with.
QString personAtStart(const QString &value)
{
    static const QRegularExpression salutation(u"^(?:(?:Dr|Prof|Rev|Hon|Sr|Fr)\\.?\\s+)+"_s);
    static const QRegularExpression end(u"\\s*(?:[,;|•·\\t(\\d+]|\\s[-–—]\\s|\\S+@).*$"_s);
    const QString name = asName(QString(value).remove(end).remove(salutation).trimmed());
    return !name.isEmpty() && name.front().isUpper() ? name : QString();
}

} // namespace

std::optional<LabelledPerson> strangerIn(const QString &line, qsizetype from, const QString &owner)
{
    static const QRegularExpression label(
            u"(?:^|[\\t|•·;]\\s*|\\.\\s+|\\s{2,})(?<label>\\p{L}[\\p{L}()/'’.-]*(?: [\\p{L}()/'’.-]+){0,3})\\s*[:：]\\s*(?=\\p{Lu})"_s,
            QRegularExpression::UseUnicodePropertiesOption);
    // Where the owner is not known it may be the owner, behind a word for "name".
    for (auto labels = label.globalMatch(line, from); !owner.isEmpty() && labels.hasNext();) {
        const auto match = labels.next();
        const QString name = personAtStart(line.mid(match.capturedEnd()));
        if (!name.isEmpty() && !isOwnersLabel(match.captured(u"label"_s)) && !isSamePerson(name, owner)) {
            return LabelledPerson {match.capturedStart(), match.capturedEnd(), name};
        }
    }
    return std::nullopt;
}

bool spellsPerson(const QString &text, const QString &name)
{
    static const QRegularExpression address(u"([^\\s@<(:,;|]+)@"_s);
    const QString local = fold(address.match(text).captured(1));
    constexpr qsizetype leastLetters = 3;
    return std::ranges::any_of(foldedWords(name), [&local](const QString &word) {
        return word.size() >= leastLetters && local.contains(word);
    });
}

} // namespace crema::resume
