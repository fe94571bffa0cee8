// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

#include <memory>

namespace crema::ui {

/// A Hunspell dictionary on this computer: a rules file and a word list of the same name.
struct Dictionary
{
    QString language; ///< "en_US"
    QString affixes; ///< path of the .aff file
    QString words; ///< path of the .dic file

    [[nodiscard]] bool operator==(const Dictionary &) const = default;
};

/// Where systems keep them, and $DICPATH.
[[nodiscard]] QStringList dictionaryFolders();
/// One for each language, the first folder wins; none in a program built without Hunspell.
[[nodiscard]] QVector<Dictionary> dictionariesIn(const QStringList &folders);
/// The language to begin with: English as the computer has it, else English of any country, else the
/// computer's own; empty when there is none of these.
[[nodiscard]] QString usualLanguage(const QVector<Dictionary> &dictionaries, const QString &locale);
/// "American English", as people call it.
[[nodiscard]] QString languageWords(const QString &language);

/// A dictionary in use. Read when it is first asked; safe on any thread, one question at a time. A dictionary
/// that cannot be read knows every word.
class SpellDictionary
{
public:
    explicit SpellDictionary(const Dictionary &dictionary);
    ~SpellDictionary();
    Q_DISABLE_COPY_MOVE(SpellDictionary)

    [[nodiscard]] bool knows(const QString &word);
    /// Best first, at most `most`.
    [[nodiscard]] QStringList suggestions(const QString &word, qsizetype most);

private:
    class Engine;
    [[nodiscard]] bool load();

    Dictionary m_dictionary;
    std::unique_ptr<Engine> m_engine;
};

} // namespace crema::ui
