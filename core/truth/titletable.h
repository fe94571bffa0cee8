// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QVector>

namespace crema::truth {

/// A job title as comparable words. `words` are folded and singular, abbreviations written out, fixed phrases
/// joined
/// ("Sr. VP, Product" -> "senior", "vice-president", "product"); `core` is without words of rank.
struct TitleWords
{
    QStringList words;
    QStringList core;
    QStringList ranks;

    [[nodiscard]] bool operator==(const TitleWords &) const = default;
};

/// Other titles for one kind of job.
struct SimilarTitles
{
    QStringList same; ///< other names of the same job, as people write them
    QStringList near; ///< jobs beside it
    QString role; ///< "product"
    QString subRole; ///< "product management"
};

/// Abbreviations, ranks and groups of job titles.
class TitleTable
{
public:
    /// Reads resources/data/titles.json.
    void read(const Json &json);

    [[nodiscard]] TitleWords wordsOf(QStringView title) const;
    /// "vp" -> "vice", "president"; empty for a word that is no abbreviation.
    [[nodiscard]] QStringList meaningOf(const QString &word) const { return m_abbreviations.value(word); }
    /// The same with what follows a comma in front: "Director, Product" -> "product director". Empty without
    /// a comma.
    [[nodiscard]] QStringList invertedWords(QStringView title) const;
    /// Similar titles of the job `title` names; empty when the tables do not know it.
    [[nodiscard]] SimilarTitles similarTo(QStringView title) const;
    /// Role and sub-role of the longest known job inside the title: "Associate Product Manager, Payments".
    [[nodiscard]] SimilarTitles rolesOf(QStringView title) const;
    /// Every title of the tables.
    [[nodiscard]] QStringList titles() const;

private:
    struct Job
    {
        QStringList titles;
        int family = -1;
    };
    struct Family
    {
        QString role;
        QString subRole;
        QVector<int> jobs;
    };

    [[nodiscard]] QStringList plainWords(QStringView title) const;
    [[nodiscard]] QVector<int> jobsNamed(const TitleWords &title) const;
    [[nodiscard]] SimilarTitles described(const QVector<int> &jobs, const QString &except) const;

    QHash<QString, QStringList> m_abbreviations; ///< one word, or several joined by blanks
    QSet<QString> m_pairStarts; ///< first words of the abbreviations of two words
    QHash<QString, QVector<QStringList>> m_phrases; ///< by first word, longest first
    QSet<QString> m_ranks;
    QVector<Job> m_jobs;
    QVector<Family> m_families;
    QHash<QString, QVector<int>> m_jobByWords;
};

} // namespace crema::truth
