// SPDX-License-Identifier: GPL-3.0-or-later
#include "truth/namegroups.h"

#include "base/text.h"
#include "truth/segments.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::truth {

int NameGroups::addGroup(const QString &displayName)
{
    m_entries << Entry {displayName, {}};
    return static_cast<int>(m_entries.size()) - 1;
}

void NameGroups::addName(int group, const QString &words)
{
    if (words.isEmpty() || m_entries[group].names.contains(words)) {
        return;
    }
    m_entries[group].names << words;
    m_groups[words] << group;
}

QStringList joinedInitials(const QStringList &words)
{
    QStringList joined;
    bool afterInitial = false;
    for (const QString &word : words) {
        const bool initial = word.size() == 1 && word[0] >= u'a' && word[0] <= u'z';
        if (initial && afterInitial) {
            joined.last() += word;
        } else {
            joined << word;
        }
        afterInitial = initial;
    }
    return joined;
}

void SchoolNames::read(const Json &json)
{
    for (const QString &word : textsAt(json, "partWords")) {
        m_partWords.insert(fold(word));
    }
    for (const QString &word : textsAt(json, "otherWords")) {
        m_otherWords.insert(fold(word));
    }
    for (const Json &entry : arrayAt(json, "schools")) {
        const QString name = textAt(entry, "name");
        const int group = m_groups.addGroup(name);
        QHash<QString, int> parts;
        m_groups.addName(group, words(name).join(u' '));
        for (const QString &alias : textsAt(entry, "aliases")) {
            m_groups.addName(group, words(alias).join(u' '));
        }
        for (const QString &place : textsAt(entry, "places")) {
            parts.insert(words(place).join(u' '), noPart);
        }
        int number = 0;
        for (const Json &part : arrayAt(entry, "parts")) {
            for (const QString &partName : textsOf(part)) {
                addPart(group, parts, words(partName), number);
            }
            ++number;
        }
        m_parts << parts;
        if (const Nickname nickname {textAt(entry, "short"), textAt(entry, "mascot")};
            !nickname.shortName.isEmpty()) {
            m_nicknames.insert(group, nickname);
        }
    }
}

void SchoolNames::addPart(int group, QHash<QString, int> &parts, const QStringList &words, int number)
{
    // "Marshall School of Business" is also written "USC Marshall".
    const auto kind = std::ranges::find_if(
            words, [this](const QString &word) { return m_partWords.contains(word); });
    const QString shortName = words.mid(0, kind - words.begin()).join(u' ');
    if (!shortName.isEmpty() && !m_groups.groupsNamed(shortName).contains(group)) {
        parts.insert(shortName, number);
    }
    m_groups.addName(group, words.join(u' '));
    parts.insert(words.join(u' '), number);
}

QSet<int> SchoolNames::partsNamed(int group, const QStringList &words) const
{
    QSet<int> numbers;
    const QString text = u' ' + words.join(u' ') + u' ';
    for (const auto &[name, number] : m_parts[group].asKeyValueRange()) {
        if (number != noPart && text.contains(u' ' + name + u' ')) {
            numbers.insert(number);
        }
    }
    return numbers;
}

bool SchoolNames::isWhole(int group, QStringView name) const
{
    const QHash<QString, int> &parts = m_parts[group];
    const QStringList all = words(name);
    for (qsizetype length = all.size(); length > 0; --length) {
        const QString school = all.mid(0, length).join(u' ');
        const QString rest = all.mid(length).join(u' ');
        const auto isName = [&](const QString &text) {
            return m_groups.groupsNamed(text).contains(group) && parts.value(text, noPart) == noPart;
        };
        const bool isTown = parts.contains(rest) && parts.value(rest) == noPart;
        if (isName(school) && (rest.isEmpty() || isTown || isName(rest))) {
            return true;
        }
    }
    return false;
}

QStringList SchoolNames::partNames(int group, const QSet<int> &parts) const
{
    QStringList names;
    for (const auto &[name, number] : m_parts[group].asKeyValueRange()) {
        // "School of Law" is the name of many a school's part.
        const QString first = name.section(u' ', 0, 0);
        if (number != noPart && parts.contains(number) && !m_partWords.contains(first)
            && first != "college"_L1) {
            names << name;
        }
    }
    names.sort();
    return names;
}

QStringList SchoolNames::words(QStringView name)
{
    static const QSet<QString> fillers {u"the"_s, u"at"_s, u"in"_s, u"and"_s};
    QStringList words;
    for (const QString &word : joinedInitials(foldedWords(name))) {
        if (word == "saint"_L1) {
            words << u"st"_s;
        } else if (word == "univ"_L1) {
            words << u"university"_s;
        } else if (!fillers.contains(word)) {
            words << word;
        }
    }
    return words;
}

// A segment or a rest that says which part of the school is meant, or where it stands.
bool SchoolNames::isPart(int group, const QStringList &words) const
{
    if (words.isEmpty() || m_parts[group].contains(words.join(u' '))) {
        return true;
    }
    if (std::ranges::any_of(words, [this](const QString &word) { return m_otherWords.contains(word); })) {
        return false;
    }
    // "School of Law", "Marshall School of Business", "MBA": starts with what parts are called, after a known
    // name. "College" alone is no such word ("Columbia College", "Berkeley College"), "College of
    // Engineering" is.
    const auto kind = std::ranges::find_if(
            words, [this](const QString &word) { return m_partWords.contains(word); });
    if (kind == words.end()) {
        return words.size() > 2 && words[0] == "college"_L1 && words[1] == "of"_L1;
    }
    const QStringList before = words.mid(0, kind - words.begin());
    return before.isEmpty() || m_parts[group].contains(before.join(u' '));
}

QVector<int> SchoolNames::schoolsOfWords(const QStringList &words) const
{
    const QVector<int> exact = m_groups.groupsNamed(words.join(u' '));
    if (!exact.isEmpty()) {
        return exact;
    }
    for (qsizetype length = words.size() - 1; length > 0; --length) {
        QVector<int> groups = m_groups.groupsNamed(words.mid(0, length).join(u' '));
        groups.removeIf([&](int group) { return !isPart(group, words.mid(length)); });
        if (!groups.isEmpty()) {
            return groups;
        }
    }
    return {};
}

bool SchoolNames::saysNoOtherSchool(int group, const QStringList &words) const
{
    const QVector<int> groups = schoolsOfWords(words);
    return groups.contains(group) || (groups.isEmpty() && isPart(group, words));
}

QVector<int> SchoolNames::schoolsNamed(QStringView name) const
{
    QVector<QStringList> segments;
    for (const QStringView segment : segmentsOf(name)) {
        const QStringList segmentWords = words(segment);
        if (!segmentWords.isEmpty()) {
            segments << segmentWords;
        }
    }
    // The longest run of segments that is a school, when all others only say more about it.
    for (qsizetype length = segments.size(); length > 0; --length) {
        for (qsizetype start = 0; start + length <= segments.size(); ++start) {
            QStringList run;
            for (qsizetype i = start; i < start + length; ++i) {
                run += segments[i];
            }
            QVector<int> groups = schoolsOfWords(run);
            groups.removeIf([&](int group) {
                for (qsizetype i = 0; i < segments.size(); ++i) {
                    const bool inRun = i >= start && i < start + length;
                    if (!inRun && !saysNoOtherSchool(group, segments[i])) {
                        return true;
                    }
                }
                return false;
            });
            if (!groups.isEmpty()) {
                return groups;
            }
        }
    }
    return {};
}

void CompanyNames::read(const Json &json, const QSet<QString> &placeWords)
{
    m_placeWords = placeWords;
    for (const QString &form : textsAt(json, "legalForms")) {
        m_legalForms.insert(fold(form));
    }
    for (const Json &entry : arrayAt(json, "companies")) {
        const QString name = textAt(entry, "name");
        const int group = m_groups.addGroup(name);
        m_groups.addName(group, words(name).join(u' '));
        if (boolAt(entry, "ordinaryWord")) {
            m_ordinaryWords.insert(group);
        }
        for (const QString &alias : textsAt(entry, "aliases")) {
            m_groups.addName(group, words(alias).join(u' '));
        }
        QSet<QString> divisions;
        for (const QString &division : textsAt(entry, "divisions")) {
            for (const QString &word : words(division)) {
                divisions.insert(word);
            }
        }
        m_divisions << divisions;
    }
}

QStringList CompanyNames::words(QStringView name) const
{
    // Japanese and Chinese write the legal form without a blank, in front or behind.
    QString plain = name.toString();
    plain.remove(u"株式会社"_s).remove(u"有限公司"_s);
    QStringList words = joinedInitials(foldedWords(plain));
    words.removeIf([](const QString &word) { return word == "and"_L1; });
    if (words.size() > 1 && words.constFirst() == "the"_L1) {
        words.removeFirst();
    }
    while (words.size() > 1 && m_legalForms.contains(words.constLast())) {
        words.removeLast();
    }
    return words;
}

QVector<int> CompanyNames::companiesNamed(QStringView name) const
{
    return companiesOfWords(words(name));
}

QVector<int> CompanyNames::companiesOfWords(const QStringList &words) const
{
    const QVector<int> exact = m_groups.groupsNamed(words.join(u' '));
    if (!exact.isEmpty()) {
        return exact;
    }
    // "Deloitte Consulting LLP, Chicago": a known name, then only its divisions and places.
    for (qsizetype length = words.size() - 1; length > 0; --length) {
        QVector<int> groups = m_groups.groupsNamed(words.mid(0, length).join(u' '));
        groups.removeIf([&](int group) {
            return !std::all_of(words.begin() + length, words.end(), [&](const QString &word) {
                return m_divisions[group].contains(word) || m_placeWords.contains(word)
                        || m_legalForms.contains(word);
            });
        });
        if (!groups.isEmpty()) {
            return groups;
        }
    }
    return {};
}

} // namespace crema::truth
