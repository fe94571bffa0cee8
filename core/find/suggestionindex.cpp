// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/suggestionindex.h"

#include "base/text.h"
#include "find/locationmatch.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace crema::find {

namespace {

constexpr std::array kindWords {u"job_title", u"company",  u"location", u"school",
                                u"skill",     u"industry", u"role",     u"sub_role"};

QString wordsOf(QStringView text)
{
    return foldedWords(text).join(u' ');
}

// 0 begins with it, 1 has a word that does, 2 neither.
int distance(const QString &words, const QString &typed)
{
    if (words.startsWith(typed)) {
        return 0;
    }
    return words.contains(u' ' + typed) ? 1 : 2;
}

} // namespace

std::optional<SuggestionKind> suggestionKind(QStringView word)
{
    const auto it = std::ranges::find_if(kindWords,
                                         [&](const char16_t *known) { return word == QStringView(known); });
    return it == kindWords.end()
            ? std::nullopt
            : std::optional(static_cast<SuggestionKind>(std::distance(kindWords.begin(), it)));
}

QStringList suggestionKindWords()
{
    QStringList words;
    for (const char16_t *word : kindWords) {
        words << QString::fromUtf16(word);
    }
    return words;
}

SuggestionIndex::SuggestionIndex(const truth::DirectoryKnowledge &knowledge) : m_knowledge(knowledge) { }

void SuggestionIndex::add(SuggestionKind kind, const QString &text, int count)
{
    if (text.isEmpty()) {
        return;
    }
    Shelf &shelf = m_shelves[static_cast<size_t>(kind)];
    const auto seen = shelf.byText.constFind(text);
    if (seen != shelf.byText.constEnd()) {
        shelf.entries[*seen].count += count;
        return;
    }
    const QString words = wordsOf(text);
    if (words.isEmpty() || isPlaceholder(text)) {
        return;
    }
    auto place = shelf.byWords.constFind(words);
    if (place == shelf.byWords.constEnd()) {
        place = shelf.byWords.insert(words, shelf.entries.size());
        shelf.entries << Entry {text, words, 0};
    }
    shelf.entries[*place].count += count;
    shelf.byText.insert(text, *place);
}

void SuggestionIndex::offer(const Contact &person)
{
    for (const Position &position : person.positions) {
        add(SuggestionKind::jobTitle, position.title);
        add(SuggestionKind::company, position.company);
    }
    for (const School &school : person.schools) {
        add(SuggestionKind::school, school.name);
    }
    add(SuggestionKind::location, locationInWords(person));
    add(SuggestionKind::industry, person.industry);
    for (const QString &skill : textsAt(person.extra, "skills")) {
        add(SuggestionKind::skill, skill);
    }
    if (const QString title = person.jobTitle(); !title.isEmpty()) {
        auto roles = m_roles.constFind(title);
        if (roles == m_roles.constEnd()) {
            const truth::SimilarTitles known = m_knowledge.titles.rolesOf(title);
            roles = m_roles.insert(title, {known.role, known.subRole});
        }
        add(SuggestionKind::role, roles->role);
        add(SuggestionKind::subRole, roles->subRole);
    }
}

void SuggestionIndex::offerKnowledge()
{
    const truth::NameGroups &schools = m_knowledge.schools.groups();
    for (int group = 0; group < static_cast<int>(schools.count()); ++group) {
        add(SuggestionKind::school, schools.displayName(group), 0);
    }
    for (const QString &title : m_knowledge.titles.titles()) {
        add(SuggestionKind::jobTitle, title, 0);
    }
    for (const QString &area : m_knowledge.places.metroNames()) {
        add(SuggestionKind::location, area, 0);
    }
}

// What was typed, and what it is short for.
QStringList SuggestionIndex::spellings(SuggestionKind kind, QStringView text) const
{
    QStringList spellings {wordsOf(text)};
    if (kind == SuggestionKind::school) {
        for (const int group : m_knowledge.schools.schoolsNamed(text)) {
            spellings << wordsOf(m_knowledge.schools.groups().displayName(group));
        }
    } else if (kind == SuggestionKind::company) {
        for (const int group : m_knowledge.companies.companiesNamed(text)) {
            spellings << wordsOf(m_knowledge.companies.groups().displayName(group));
        }
    } else if (kind == SuggestionKind::jobTitle) {
        spellings << m_knowledge.titles.wordsOf(text).words.join(u' ').replace(u'-', u' ');
    } else if (kind == SuggestionKind::location) {
        for (const truth::Place &place : m_knowledge.places.readings(text)) {
            spellings << wordsOf(m_knowledge.places.nameOf(place));
        }
    }
    spellings.removeDuplicates();
    return spellings;
}

QVector<Suggestion> SuggestionIndex::suggest(SuggestionKind kind, QStringView text, int limit) const
{
    const QStringList typed = spellings(kind, text);
    if (limit <= 0 || (typed.constFirst().isEmpty() && !text.trimmed().isEmpty())) {
        return {};
    }
    using Ranked = std::pair<int, const Entry *>;
    std::vector<Ranked> ranked;
    for (const Entry &entry : shelf(kind).entries) {
        int best = 2;
        for (const QString &spelling : typed) {
            best = spelling.isEmpty() && spelling != typed.constFirst()
                    ? best
                    : std::min(best, distance(entry.words, spelling));
        }
        if (best < 2) {
            ranked.emplace_back(best, &entry);
        }
    }
    const auto isBetter = [](const Ranked &a, const Ranked &b) {
        // What nobody has comes from the tables: behind everything that somebody has.
        return std::tuple(a.second->count == 0, a.first, -a.second->count, a.second->words)
                < std::tuple(b.second->count == 0, b.first, -b.second->count, b.second->words);
    };
    const auto count = std::min(static_cast<std::ptrdiff_t>(limit), std::ssize(ranked));
    std::ranges::partial_sort(ranked, ranked.begin() + count, isBetter);
    QVector<Suggestion> suggestions;
    for (const auto &[distance, entry] : std::span(ranked).first(static_cast<size_t>(count))) {
        suggestions << Suggestion {entry->text, entry->count};
    }
    return suggestions;
}

} // namespace crema::find
