// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/listcells.h"

#include "base/text.h"
#include "exchange/cellvalues.h"
#include "exchange/flatfields.h"
#include "exchange/headerspellings.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

/// "LLC" and "Partners LLP" are the end of a firm's name, not firms.
bool isLegalForm(const QString &text)
{
    static const QSet<QString> forms {u"inc"_s,  u"llc"_s, u"ltd"_s, u"llp"_s,  u"lp"_s,
                                      u"corp"_s, u"co"_s,  u"plc"_s, u"gmbh"_s, u"partners"_s};
    const QStringList words = foldedWords(text);
    return !words.isEmpty()
            && std::ranges::all_of(words, [](const QString &word) { return forms.contains(word); });
}

} // namespace

QString withoutHashes(const QString &value)
{
    static const QRegularExpression words(u"^(?:#(?=[^\\s#]*\\p{L})[^\\s#]+(?:\\s+|$))+$"_s);
    static const QRegularExpression between(u"\\s*(?:[,;|]|:::)\\s*"_s);
    if (!value.contains(u'#') || value.contains(u'"')) {
        return value; // nearly always
    }
    QStringList tags = value.split(between, Qt::SkipEmptyParts);
    for (QString &tag : tags) {
        if (words.match(tag).hasMatch()) {
            tag.replace(u'#', u',');
        }
    }
    return tags.join(u',');
}

QStringList linksIn(const QString &value)
{
    static const QRegularExpression between(u"\\s*[;,]?\\s+(?=https?://)|\\s*[;,]\\s*(?=https?://)"_s);
    if (const auto colon = value.indexOf(u':'); colon < 0 || value.indexOf(u':', colon + 1) < 0) {
        return value.isEmpty() ? QStringList() : QStringList {value}; // nearly always
    }
    QStringList links;
    for (const QString &joined : joinedValues(value)) {
        links += joined.split(between, Qt::SkipEmptyParts);
    }
    return links;
}

QString profileOfHandle(const QString &handle)
{
    static const QRegularExpression slug(u"^@?([\\w-]{3,100})$"_s);
    static const QStringList answers {u"yes"_s, u"none"_s, u"true"_s, u"false"_s, u"todo"_s};
    const auto match = slug.match(handle);
    return match.hasMatch() && !answers.contains(handle, Qt::CaseInsensitive)
            ? u"https://www.linkedin.com/in/"_s + match.captured(1)
            : QString();
}

bool isMadeOfName(const QString &word, const QString &first, const QString &last)
{
    constexpr auto fewest = 4; // letters
    const QString given = foldedWords(first).join(QString());
    const QString family = foldedWords(last).join(QString());
    const QString whole = fold(word);
    const auto at = whole.indexOf(family);
    if (given.isEmpty() || family.isEmpty() || whole.size() < fewest || at < 0) {
        return false;
    }
    const QString rest = QString(whole).remove(at, family.size());
    const bool goesOn = given.size() > 1 && rest.startsWith(given); // "AnnMarie"
    return !rest.isEmpty() && (given.startsWith(rest) || goesOn);
}

QStringList firmsIn(const QString &header, const QString &value)
{
    if (value.contains(u':') && value.contains(":::"_L1)) {
        QStringList parts = value.split(u":::"_s);
        std::ranges::transform(parts, parts.begin(), cleanValue);
        return parts; // with the gaps: the second title is of the second firm
    }
    if (!value.contains(u';') || !wordsOfHeader(header).contains(u"companies"_s)) {
        return {value}; // nearly always
    }
    static const QRegularExpression between(u"(?<!&amp|&lt|&gt|&quot|&apos|&#39);"_s);
    QStringList firms = value.split(between, Qt::SkipEmptyParts);
    std::ranges::transform(firms, firms.begin(), cleanLine);
    firms.removeAll(QString());
    return std::ranges::any_of(firms, isLegalForm) ? QStringList {value} : firms;
}

bool holdsSeveralYears(const QString &value)
{
    static const QRegularExpression several(
            u"(?:\\b(?:19|20)\\d\\d|['’]\\d\\d)\\s*(?:[,;&|]|and|und|et)\\s*(?:(?:19|20)\\d\\d|['’]?\\d\\d)\\b"_s);
    return value.contains(several);
}

QString withoutListSigns(const QString &value, Field field)
{
    static const QRegularExpression list(u"^\\[\\s*(['\"]).*['\"]\\s*\\]$"_s);
    static const QRegularExpression item(u"(['\"])((?:\\\\.|.)*?)\\1\\s*(?:,|$)"_s);
    if (!list.match(value).hasMatch()) {
        return value;
    }
    const bool areTags = field == Field::tags;
    const bool areJobs = field == Field::company || field == Field::jobTitle;
    QStringList items;
    const QString inner = value.sliced(1, value.size() - 2).trimmed();
    for (auto found = item.globalMatch(inner); found.hasNext();) {
        const QString text = found.next().captured(2).replace(u"\\\""_s, u"\""_s);
        items << (areTags ? tagCell(hasLetter(text) && text.startsWith(u'#') ? text.sliced(1) : text) : text);
    }
    return items.join(areTags ? u", "_s : areJobs ? u" ::: "_s : u"; "_s);
}

} // namespace crema::exchange
