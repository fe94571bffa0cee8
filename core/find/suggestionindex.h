// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"
#include "truth/knowledge.h"

#include <QHash>
#include <QString>
#include <QVector>

#include <array>
#include <optional>

namespace crema::find {

/// What suggestions are asked for; the words of `crema-cli suggest` are those of `suggestionKind`.
enum class SuggestionKind { jobTitle, company, location, school, skill, industry, role, subRole };

/// "job_title", "company", "location", "school", "skill", "industry", "role" or "sub_role"; nothing for other
/// words.
[[nodiscard]] std::optional<SuggestionKind> suggestionKind(QStringView word);
/// All those words, for messages.
[[nodiscard]] QStringList suggestionKindWords();

/// One suggestion and how many people have it; 0 for one that comes from the tables alone.
struct Suggestion
{
    QString text;
    int count = 0;

    [[nodiscard]] bool operator==(const Suggestion &) const = default;
};

/// Completes what a user types from what the people of a directory have: texts that begin with it first, then
/// those with a word that does, each by how many people have them; what nobody has comes last. Short names
/// find long ones
/// ("USC", "PM").
class SuggestionIndex
{
public:
    /// `knowledge` must outlive the index.
    explicit SuggestionIndex(const truth::DirectoryKnowledge &knowledge);

    void offer(const Contact &person);
    /// Adds the known schools, titles and areas, so that an empty directory has suggestions too.
    void offerKnowledge();

    /// At most `limit` suggestions, best first; the most frequent ones for an empty text.
    [[nodiscard]] QVector<Suggestion> suggest(SuggestionKind kind, QStringView text, int limit = 10) const;

private:
    struct Entry
    {
        QString text;
        QString words; ///< folded, joined by blanks
        int count = 0;
    };
    struct Shelf
    {
        QVector<Entry> entries;
        QHash<QString, qsizetype> byWords;
        QHash<QString, qsizetype> byText; ///< spares folding texts that were seen before
    };
    struct Roles
    {
        QString role;
        QString subRole;
    };

    void add(SuggestionKind kind, const QString &text, int count = 1);
    [[nodiscard]] const Shelf &shelf(SuggestionKind kind) const
    {
        return m_shelves[static_cast<size_t>(kind)];
    }
    [[nodiscard]] QStringList spellings(SuggestionKind kind, QStringView text) const;

    const truth::DirectoryKnowledge &m_knowledge;
    std::array<Shelf, 8> m_shelves;
    QHash<QString, Roles> m_roles; ///< by title
};

} // namespace crema::find
