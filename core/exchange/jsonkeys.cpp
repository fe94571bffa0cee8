// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/jsonkeys.h"

#include "base/wordset.h"
#include "exchange/headerspellings.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

/// "work" and " 1" of "work 1".
std::pair<QString, QString> wordAndNumber(const QString &container)
{
    const QString last = container.section(u' ', -1);
    const bool isNumbered = container.contains(u' ')
            && std::ranges::all_of(last, [](QChar c) { return c.isDigit(); });
    const QString number = isNumbered ? u' ' + last : QString();
    return {container.chopped(number.size()).toLower(), number};
}

/// "work 1 company" for the "name" in "work 1" and the "company" in "experience 1", "work 1 title" for the
/// "position" there, as JSON Resume and other records have them; empty for what is no such part.
QString partOfJob(const QString &container, const QString &part)
{
    static const QSet<QString> jobs = wordSet(u"work experience experiences workexperience employment");
    static const QSet<QString> firms = wordSet(u"name company companyname employer organization");
    static const QSet<QString> titles = wordSet(u"position title role jobtitle");
    const auto [word, number] = wordAndNumber(container);
    if (!jobs.contains(word)) {
        return {};
    }
    return firms.contains(part)     ? u"work"_s + number + u" company"_s
            : titles.contains(part) ? u"work"_s + number + u" title"_s
                                    : QString();
}

/// The same of a school: the "institution", "studyType" and "area" of JSON Resume
/// (https://jsonresume.org/schema).
QString partOfSchool(const QString &container, const QString &part)
{
    static const QHash<QString, QString> parts {
            {u"institution"_s, u" school"_s}, {u"studytype"_s, u" degree"_s}, {u"area"_s, u" major"_s}};
    const auto [word, number] = wordAndNumber(container);
    const QString own = parts.value(part);
    return word == "education"_L1 && !own.isEmpty() ? word + number + own : QString();
}

} // namespace

QString joined(const QString &container, const QString &key)
{
    if (container.isEmpty()) {
        return key;
    }
    const QString word = key.toLower().remove(u'_');
    if (const QString part = partOfJob(container, word); !part.isEmpty()) {
        return part;
    }
    if (const QString part = partOfSchool(container, word); !part.isEmpty()) {
        return part;
    }
    const bool isPartOfJob = container.startsWith("work"_L1)
            && (container.endsWith(" company"_L1) || container.endsWith(" title"_L1));
    if (key == "name"_L1 && isPartOfJob) {
        return container; // {"company": {"name": "Acme"}}
    }
    const QString both = container + u' ' + key;
    const bool ofName = container.startsWith("name"_L1, Qt::CaseInsensitive);
    const bool isName = ofName && isNameField(fieldOf(key)) && targetForHeader(both).field == Field::other;
    return isName ? key : both;
}

bool holdsPerson(const QString &key)
{
    static const QSet<QString> words = wordSet(u"contact person profile user member node item entry resource "
                                               u"_source doc document payload edge subject individual");
    return words.contains(key.toLower());
}

bool isPersonByName(const QString &key)
{
    static const QSet<QString> words = wordSet(u"person profile user member individual");
    return words.contains(key.toLower());
}

bool isWrapping(const QString &key)
{
    static const QSet<QString> words = wordSet(u"properties fields attributes data record values basics");
    return words.contains(key.toLower()) || holdsPerson(key);
}

bool isOfRelations(const QString &key)
{
    static const QSet<QString> words = wordSet(
            u"reference referee relative relation family child children kid sibling parent spouse partner "
            u"dependent assistant manager boss supervisor mentor mentee advisor adviser emergency colleague "
            u"coworker report");
    return std::ranges::any_of(wordsOfHeader(singular(key)),
                               [](const QString &word) { return words.contains(word); });
}

bool isNameOfPoint(const QString &name)
{
    return std::ranges::any_of(wordsOfHeader(name), [](const QString &word) {
        return qualifiers().contains(word) || fieldOf(word) != Field::other;
    });
}

QString singular(const QString &key)
{
    if (key.endsWith("sses"_L1)) {
        return key.chopped(2);
    }
    return key.endsWith("ies"_L1) ? key.chopped(3) + u'y' : key.endsWith(u's') ? key.chopped(1) : key;
}

Field fieldOf(const QString &key)
{
    constexpr qsizetype most = 4096;
    thread_local QHash<QString, Field> known;
    const auto found = known.constFind(key);
    if (found != known.constEnd()) {
        return *found;
    }
    if (known.size() >= most) {
        known.clear();
    }
    const Field field = targetForHeader(key).field;
    known.insert(key, field);
    return field;
}

} // namespace crema::exchange
