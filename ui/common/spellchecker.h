// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "ui/common/dictionaries.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace crema::ui {

/// A word of a text that may be misspelt, in UTF-16 units.
struct SpellSpan
{
    int start = 0;
    int length = 0;

    [[nodiscard]] bool operator==(const SpellSpan &) const = default;
};

/// The words of a text that a spell check looks at: no addresses, links, numbers, abbreviations in capitals
/// or words with capitals inside.
[[nodiscard]] QVector<SpellSpan> wordsToSpell(const QString &text);

/// Finds misspelt words. Words are looked up on a worker and their answers kept, so that typing on asks about
/// the new words only and never waits.
class SpellChecker final : public QObject
{
    Q_OBJECT

public:
    explicit SpellChecker(QVector<Dictionary> dictionaries, QObject *parent = nullptr);

    [[nodiscard]] const QVector<Dictionary> &dictionaries() const { return m_dictionaries; }
    /// Empty: nothing is checked.
    [[nodiscard]] const QString &language() const { return m_language; }
    void setLanguage(const QString &language);
    /// Words that are right in every language here.
    void setOwnWords(const QStringList &words);
    void addOwnWord(const QString &word);

    /// Answers with `checked`, at once when all words are known. `names` are never wrong, whatever their
    /// case.
    void check(const QString &text, const QSet<QString> &names);
    [[nodiscard]] QStringList suggestions(const QString &word) const;

Q_SIGNALS:
    /// The wrong words of the text that was given last.
    void checked(const QString &text, const QVector<crema::ui::SpellSpan> &wrong);

private:
    void answer();
    void lookUp(const QStringList &words);
    [[nodiscard]] bool isOwn(const QString &word) const;

    QVector<Dictionary> m_dictionaries;
    QString m_language;
    std::shared_ptr<SpellDictionary> m_dictionary;
    QSet<QString> m_own;
    QSet<QString> m_names;
    QString m_text;
    QHash<QString, bool> m_known; ///< what the dictionary said
    TaskScope m_scope;
};

/// Names as the check compares them: the folded words of these texts.
[[nodiscard]] QSet<QString> spellNames(const QStringList &texts);

} // namespace crema::ui
