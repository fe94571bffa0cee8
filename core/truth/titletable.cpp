// SPDX-License-Identifier: GPL-3.0-or-later
#include "truth/titletable.h"

#include "base/text.h"
#include "truth/namegroups.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::truth {

namespace {

// Plural and singular read alike; the result is for comparison only ("sales" becomes "sale" on both sides).
QString singular(const QString &word)
{
    const bool plural = word.size() > 3 && word.endsWith(u's') && !word.endsWith("ss"_L1)
            && !word.endsWith("us"_L1);
    return plural ? word.chopped(1) : word;
}

} // namespace

void TitleTable::read(const Json &json)
{
    const Json &abbreviations = member(json, "abbreviations");
    if (abbreviations.is_object()) {
        for (const auto &[word, meaning] : abbreviations.items()) {
            const QString words = QString::fromStdString(word);
            m_abbreviations.insert(words, foldedWords(textOf(meaning)));
            if (words.contains(u' ')) {
                m_pairStarts.insert(words.section(u' ', 0, 0));
            }
        }
    }
    for (const QString &phrase : textsAt(json, "phrases")) {
        const QStringList words = foldedWords(phrase);
        m_phrases[words.constFirst()] << words;
    }
    for (QVector<QStringList> &phrases : m_phrases) {
        std::ranges::sort(phrases, std::greater(), &QStringList::size);
    }
    for (const QString &rank : textsAt(json, "ranks")) {
        m_ranks.insert(singular(fold(rank)));
    }
    for (const Json &entry : arrayAt(json, "families")) {
        const auto family = static_cast<int>(m_families.size());
        m_families << Family {textAt(entry, "role"), textAt(entry, "subRole"), {}};
        for (const Json &titles : arrayAt(entry, "jobs")) {
            const auto job = static_cast<int>(m_jobs.size());
            m_jobs << Job {textsOf(titles), family};
            m_families[family].jobs << job;
            for (const QString &title : m_jobs.constLast().titles) {
                m_jobByWords[wordsOf(title).words.join(u' ')] << job;
            }
        }
    }
}

// Folded words with abbreviations written out and fixed phrases joined.
QStringList TitleTable::plainWords(QStringView title) const
{
    static const QSet<QString> fillers {u"of"_s, u"the"_s, u"and"_s, u"for"_s, u"a"_s, u"in"_s};
    const QStringList raw = joinedInitials(foldedWords(title));
    QStringList spelled;
    for (qsizetype i = 0; i < raw.size(); ++i) {
        // "Assistant to the CEO" is not the CEO.
        if (raw[i] == "to"_L1 && i > 0) {
            break;
        }
        const auto pair = i + 1 < raw.size() && m_pairStarts.contains(raw[i])
                ? m_abbreviations.constFind(raw[i] + u' ' + raw[i + 1])
                : m_abbreviations.constEnd();
        const auto one = m_abbreviations.constFind(raw[i]);
        if (pair != m_abbreviations.constEnd()) {
            spelled += *pair;
            ++i;
        } else if (one != m_abbreviations.constEnd()) {
            spelled += *one;
        } else {
            spelled << raw[i];
        }
    }
    QStringList words;
    for (qsizetype i = 0; i < spelled.size(); ++i) {
        const QVector<QStringList> phrases = m_phrases.value(spelled[i]);
        const auto phrase = std::ranges::find_if(
                phrases, [&](const QStringList &p) { return spelled.mid(i, p.size()) == p; });
        if (phrase != phrases.end()) {
            words << phrase->join(u'-');
            i += phrase->size() - 1;
        } else if (!fillers.contains(spelled[i])) {
            words << singular(spelled[i]);
        }
    }
    return words;
}

TitleWords TitleTable::wordsOf(QStringView title) const
{
    TitleWords result;
    result.words = plainWords(title);
    for (const QString &word : std::as_const(result.words)) {
        (m_ranks.contains(word) ? result.ranks : result.core) << word;
    }
    return result;
}

QStringList TitleTable::invertedWords(QStringView title) const
{
    const qsizetype comma = title.indexOf(u',');
    return comma < 0 ? QStringList() : plainWords(title.sliced(comma + 1)) + plainWords(title.first(comma));
}

QVector<int> TitleTable::jobsNamed(const TitleWords &title) const
{
    const QVector<int> whole = m_jobByWords.value(title.words.join(u' '));
    return whole.isEmpty() && !title.core.isEmpty() ? m_jobByWords.value(title.core.join(u' ')) : whole;
}

SimilarTitles TitleTable::described(const QVector<int> &jobs, const QString &except) const
{
    SimilarTitles similar;
    for (const int job : jobs) {
        for (const QString &title : m_jobs[job].titles) {
            if (wordsOf(title).words.join(u' ') != except && !similar.same.contains(title)) {
                similar.same << title;
            }
        }
        const Family &family = m_families[m_jobs[job].family];
        similar.role = family.role;
        similar.subRole = family.subRole;
        for (const int other : family.jobs) {
            if (!jobs.contains(other)) {
                similar.near += m_jobs[other].titles;
            }
        }
    }
    similar.near.removeDuplicates();
    similar.near.removeIf([&](const QString &title) { return similar.same.contains(title); });
    return similar;
}

SimilarTitles TitleTable::similarTo(QStringView title) const
{
    const TitleWords words = wordsOf(title);
    const bool whole = m_jobByWords.contains(words.words.join(u' '));
    return described(jobsNamed(words), (whole ? words.words : words.core).join(u' '));
}

SimilarTitles TitleTable::rolesOf(QStringView title) const
{
    const TitleWords words = wordsOf(title);
    for (const QStringList &list : {words.words, words.core}) {
        for (qsizetype length = list.size(); length > 0; --length) {
            for (qsizetype start = 0; start + length <= list.size(); ++start) {
                const QVector<int> jobs = m_jobByWords.value(list.mid(start, length).join(u' '));
                if (!jobs.isEmpty()) {
                    return described({jobs.constFirst()}, {});
                }
            }
        }
    }
    return {};
}

QStringList TitleTable::titles() const
{
    QStringList titles;
    for (const Job &job : m_jobs) {
        titles += job.titles;
    }
    titles.removeDuplicates();
    return titles;
}

} // namespace crema::truth
