// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QVector>

namespace crema::truth {

/// Groups of names that mean the same thing. Names are kept as folded words joined by blanks.
class NameGroups
{
public:
    /// Adds a group and returns its number.
    int addGroup(const QString &displayName);
    void addName(int group, const QString &words);

    /// The groups that know exactly these words; more than one where a name is ambiguous.
    [[nodiscard]] QVector<int> groupsNamed(const QString &words) const { return m_groups.value(words); }
    [[nodiscard]] const QString &displayName(int group) const { return m_entries[group].displayName; }
    /// Every name of the group as folded words.
    [[nodiscard]] const QStringList &names(int group) const { return m_entries[group].names; }
    [[nodiscard]] qsizetype count() const { return m_entries.size(); }

private:
    struct Entry
    {
        QString displayName;
        QStringList names;
    };
    QVector<Entry> m_entries;
    QHash<QString, QVector<int>> m_groups;
};

/// Schools, their short names and their parts.
class SchoolNames
{
public:
    /// Reads resources/data/schools.json.
    void read(const Json &json);

    /// The words of a school's name for comparison: folded, "the", "at", "in" and "and" left out, initials
    /// joined.
    [[nodiscard]] static QStringList words(QStringView name);
    /// The school a name stands for, or nothing when that is not certain.
    [[nodiscard]] QVector<int> schoolsNamed(QStringView name) const;
    /// Which parts of the school the name speaks of: "Wharton" and "The Wharton School, UPenn" give the same
    /// number. Empty for the university as a whole ("Penn") and for parts that the tables do not know.
    [[nodiscard]] QSet<int> partsNamed(int group, const QStringList &words) const;
    /// True when the name speaks of the school as a whole, though perhaps of its town: not for "Wharton", nor
    /// for "School of Law" beside the school's name.
    [[nodiscard]] bool isWhole(int group, QStringView name) const;
    /// Every name of these parts that says more than "School of Law", as folded words: "wharton",
    /// "wharton school".
    [[nodiscard]] QStringList partNames(int group, const QSet<int> &parts) const;
    [[nodiscard]] const NameGroups &groups() const { return m_groups; }

    /// "USC": one of the school's names that its people use and that means no other school; empty when there
    /// is none.
    [[nodiscard]] QString shortName(int group) const { return m_nicknames.value(group).shortName; }
    /// What one of its people is called, "Trojan"; only where one person can be called so.
    [[nodiscard]] QString mascot(int group) const { return m_nicknames.value(group).mascot; }

private:
    struct Nickname
    {
        QString shortName;
        QString mascot;
    };

    void addPart(int group, QHash<QString, int> &parts, const QStringList &words, int number);
    [[nodiscard]] QVector<int> schoolsOfWords(const QStringList &words) const;
    [[nodiscard]] bool isPart(int group, const QStringList &words) const;
    [[nodiscard]] bool saysNoOtherSchool(int group, const QStringList &words) const;

    NameGroups m_groups;
    QHash<int, Nickname> m_nicknames;
    static constexpr int noPart = -1; ///< the town of a school
    QVector<QHash<QString, int>>
            m_parts; ///< by group: "marshall", "marshall school of business", "los angeles"
    QSet<QString> m_partWords; ///< "school", "faculty", "mba": what a part of any school is called
    QSet<QString> m_otherWords; ///< "hospital", "press": what bears a school's name and teaches nobody
};

/// Companies, their legal forms and their divisions.
class CompanyNames
{
public:
    /// Reads resources/data/companies.json. `placeWords` are words that only tell where an office is.
    void read(const Json &json, const QSet<QString> &placeWords);

    /// The words of a company's name for comparison: folded, initials joined, legal forms at the end left
    /// out.
    [[nodiscard]] QStringList words(QStringView name) const;
    [[nodiscard]] QVector<int> companiesNamed(QStringView name) const;
    [[nodiscard]] QVector<int> companiesOfWords(const QStringList &words) const;
    /// True for a company whose name is an everyday word ("Apple"): alone it says little in a longer name.
    [[nodiscard]] bool isOrdinaryWord(int group) const { return m_ordinaryWords.contains(group); }
    [[nodiscard]] const NameGroups &groups() const { return m_groups; }

private:
    NameGroups m_groups;
    QSet<int> m_ordinaryWords;
    QVector<QSet<QString>> m_divisions; ///< by group: "consulting"
    QSet<QString> m_legalForms;
    QSet<QString> m_placeWords;
};

/// Joins runs of single Latin letters: "j", "p", "morgan" -> "jp", "morgan".
[[nodiscard]] QStringList joinedInitials(const QStringList &words);

} // namespace crema::truth
